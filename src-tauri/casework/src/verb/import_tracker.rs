//! Brings in the tracker that an authority keeps: a workbook or a CSV file.

use crate::bring_in::{Incoming, Terms, bring_in, code_lists, file_refused, read_file};
use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::link_key::{of_child_id, of_row};
use caseward_domain::code::Code;
use caseward_domain::id::CaseId;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::role::Role;
use caseward_domain::text::CaseText;
use caseward_intake::tracker::{self, TrackerRow};
use caseward_intake::{Context, Mapping};
use caseward_store::{CaseFacts, CaseRecord, Reported, ReportedArrangement, ReportedReview, Source};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use std::path::Path;
use ts_rs::TS;
use uuid::Uuid;

/// Brings in the tracker that an authority keeps: a workbook or a CSV file.
#[derive(Deserialize, TS)]
pub struct ImportTracker {
    /// The file to read.
    pub path: String,
    /// A mapping file for what cannot be guessed; empty: none.
    #[serde(default)]
    pub mapping_path: String,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
    #[serde(default)]
    pub skip_bad_rows: bool,
    /// Also write child ids beside references here, to keep outside the register; empty: no.
    #[serde(default)]
    pub key_list_path: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ImportView {
    pub dry_run: bool,
    pub created: u32,
    pub matched: u32,
    pub unchanged: u32,
    pub refused: Vec<RefusedRowView>,
    pub withheld_comments: u32,
    pub rows: Vec<ImportedRowView>,
    /// What was read as blank, and columns that were not read.
    pub notes: Vec<ImportNoteView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedRowView {
    /// As the spreadsheet shows it.
    pub row: u32,
    pub cells: Vec<RefusedCellView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedCellView {
    pub column: String,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportedRowView {
    pub row: u32,
    pub reference: CaseReference,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportNoteView {
    pub row: Option<u32>,
    pub column: String,
    pub note: String,
}

pub fn import_tracker(desk: &mut Desk, request: ImportTracker) -> Result<ImportView, CommandError> {
    let session = desk.signed_in_as(IMPORTERS)?;
    let bytes = read_file(&request.path)?;
    let mapping = match request.mapping_path.trim() {
        "" => None,
        path => {
            let text = std::fs::read_to_string(path).map_err(|_| {
                CommandError::invalid("mapping_path", "The mapping file could not be read. Check its name and folder.")
            })?;
            Some(Mapping::parse(&text).map_err(|error| CommandError::invalid("mapping_path", error.to_string()))?)
        }
    };
    let (codes, levels) = (code_lists(session)?, levels(session));
    let context = Context { codes: &codes, levels: &levels, today: session.today() };
    let name = Path::new(request.path.trim()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reading = tracker::read(&bytes, &name, mapping.as_ref(), &context).map_err(|error| file_refused(&error))?;
    let secret = session.link_secret;
    let today = session.today();
    let incoming = reading.rows.into_iter().map(|row| incoming(row, &secret, today)).collect::<Result<_, _>>()?;
    let key_list = Some(request.key_list_path.trim()).filter(|path| !path.is_empty()).map(Path::new);
    let terms = Terms { op: "import_tracker", dry_run: request.dry_run, skip_bad_rows: request.skip_bad_rows, key_list };
    bring_in(session, incoming, reading.refused, reading.notes, &terms)
}

/// Those who may bring files in.
pub(crate) const IMPORTERS: &[Role] = &[Role::Manager, Role::Administrator];

pub(crate) fn levels(session: &Session) -> Vec<String> {
    session.policy().levels.iter().map(|rule| rule.level.as_str().to_owned()).collect()
}

/// A tracker's level counts from opening; its last review is a reported review; its yes in a signed-off column is a
/// reported sign-off.
fn incoming(row: TrackerRow, secret: &[u8; 32], today: NaiveDate) -> Result<Incoming, CommandError> {
    let code = |text: &Option<String>| text.as_deref().and_then(|text| Code::parse(text).ok());
    let anchor = row.last_review_on.unwrap_or(row.opened_on);
    let arranged = row.next_review_on.map(|next| ReportedArrangement { arranged_on: anchor, next_review_on: next });
    let reported = Reported {
        assessment_signed_off: row.assessment_signed_off == tracker::Reported::Yes,
        plan_signed_off: row.plan_signed_off == tracker::Reported::Yes,
        reviews: row
            .last_review_on
            .map(|on| ReportedReview { on, participation: code(&row.participation) })
            .into_iter()
            .collect(),
        arranged: arranged.into_iter().collect(),
        missing_episodes: row.missing_episodes,
        return_interview_done: match row.return_interview {
            tracker::Reported::Yes => Some(true),
            tracker::Reported::No => Some(false),
            tracker::Reported::Blank => None,
        },
        comment: CaseText::parse(row.comment.as_deref().unwrap_or_default())
            .map_err(|error| CommandError::refused(format!("Row {}: {error}", row.row)))?,
        comment_withheld: row.comment_withheld,
        ..Reported::default()
    };
    let facts = CaseFacts {
        referral_source: code(&row.referral_source),
        age_at_referral: row.age_at_referral,
        sex: code(&row.sex),
        ethnicity: code(&row.ethnicity),
        ..CaseFacts::default()
    };
    let link_key = row.child_id.as_ref().and_then(|id| of_child_id(secret, id.expose()));
    let whole_row = || format!("{:?}|{facts:?}|{:?}|{:?}", row.opened_on, row.team, row.practitioner);
    let link_key = link_key.unwrap_or_else(|| of_row(secret, &whole_row()));
    Ok(Incoming {
        row: row.row,
        case: CaseRecord {
            id: CaseId(Uuid::nil()),
            reference: CaseReference::from_random(0),
            link_key: Some(link_key),
            opened_on: row.opened_on,
            closed_on: row.closed_on,
            source: Source::Tracker,
            brought_in_on: Some(today),
            opening_level: row.level.as_deref().and_then(|level| RiskLevel::parse(level).ok()),
            team_id: None,
            practitioner_id: None,
            manager_id: None,
            facts,
            reported,
            version: 1,
        },
        team: row.team,
        practitioner: row.practitioner,
        manager: row.manager,
        child_id: row.child_id,
    })
}
