//! Brings in children with factor 11A from a children-in-need census file.

use super::import_tracker::{IMPORTERS, ImportView, levels};
use crate::bring_in::{Incoming, Terms, bring_in, code_lists, file_refused, read_file};
use crate::desk::Desk;
use crate::error::CommandError;
use crate::link_key::of_child_id;
use caseward_domain::code::Code;
use caseward_domain::id::CaseId;
use caseward_domain::reference::CaseReference;
use caseward_intake::Context;
use caseward_intake::census::{self, CensusChild};
use caseward_store::{CareStatus, CaseFacts, CaseRecord, Reported, Source};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Brings in children with factor 11A from a children-in-need census file.
#[derive(Deserialize, TS)]
pub struct ImportCensus {
    /// The file to read.
    pub path: String,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
    #[serde(default)]
    pub skip_bad_rows: bool,
}

pub fn import_census(desk: &mut Desk, request: ImportCensus) -> Result<ImportView, CommandError> {
    let session = desk.signed_in_as(IMPORTERS)?;
    let bytes = read_file(&request.path)?;
    let (codes, levels) = (code_lists(session)?, levels(session));
    let context = Context { codes: &codes, levels: &levels, today: session.today() };
    let reading = census::read(bytes.as_slice(), &context).map_err(|error| file_refused(&error))?;
    let secret = session.link_secret;
    let today = session.today();
    let incoming = reading.rows.into_iter().map(|child| incoming(child, &secret, today)).collect();
    let terms = Terms { op: "import_census", dry_run: request.dry_run, skip_bad_rows: request.skip_bad_rows, key_list: None };
    bring_in(session, incoming, reading.refused, reading.notes, &terms)
}

/// An authorised assessment of the census is a reported sign-off: the manager's own is still to come.
fn incoming(child: CensusChild, secret: &[u8; 32], today: NaiveDate) -> Incoming {
    let code = |text: &String| Code::parse(text).ok();
    let status = |name: &str, period: Option<census::Period>| {
        period.and_then(|period| Some(CareStatus { status: Code::parse(name).ok()?, from: period.from, to: period.to }))
    };
    let mut statuses: Vec<CareStatus> =
        [status("cin", child.cin_plan), status("cp", child.cp_plan)].into_iter().flatten().collect();
    statuses.sort();
    let mut factors: Vec<Code> = child.factors.iter().filter_map(code).collect();
    factors.sort();
    let mut disabilities: Vec<Code> = child.disabilities.iter().filter_map(code).collect();
    disabilities.sort();
    Incoming {
        row: child.row,
        case: CaseRecord {
            id: CaseId(Uuid::nil()),
            reference: CaseReference::from_random(0),
            link_key: of_child_id(secret, child.child_id.expose()),
            opened_on: child.opened_on,
            closed_on: child.closed_on,
            source: Source::Census,
            brought_in_on: Some(today),
            opening_level: None,
            team_id: None,
            practitioner_id: None,
            manager_id: None,
            facts: CaseFacts {
                referral_source: child.referral_source.as_ref().and_then(code),
                age_at_referral: child.age_at_referral,
                sex: child.sex.as_ref().and_then(code),
                ethnicity: child.ethnicity.as_ref().and_then(code),
                disabilities,
                statuses,
                factors,
                ..CaseFacts::default()
            },
            reported: Reported {
                assessment_signed_off: child.assessment_authorised_on.is_some(),
                assessment_authorised_on: child.assessment_authorised_on,
                closure_reason: child.closure_reason.as_ref().and_then(code),
                ..Reported::default()
            },
            version: 1,
        },
        team: None,
        practitioner: None,
        manager: None,
        child_id: Some(child.child_id),
    }
}
