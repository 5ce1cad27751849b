//! Opens a case: one child's CSE concern, under a random reference.

use crate::desk::{CASEWORKERS, Desk, Session, new_id, on_case, random};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::id::CaseId;
use caseward_domain::id::PersonId;
use caseward_domain::reference::CaseReference;
use caseward_store::{CareStatus, CaseFacts, CaseRecord, Reported, Source, WorkerChange};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Opens a case: one child's CSE concern, under a random reference.
#[derive(Deserialize, TS)]
pub struct OpenCase {
    /// The authority's own id for the child: hashed into the link key and not kept. Empty: none.
    #[serde(default)]
    pub child_id: String,
    pub opened_on: String,
    /// The practitioner's level at opening. Empty: not yet judged.
    #[serde(default)]
    pub level: String,
    #[serde(default)]
    pub facts: CaseFactsForm,
    #[serde(default)]
    pub team: String,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub manager: Option<PersonId>,
}

/// The facts of a case as a form sends them: codes, and dates as typed. Empty text: not recorded.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct CaseFactsForm {
    pub referral_source: String,
    pub age_at_referral: String,
    pub sex: String,
    pub ethnicity: String,
    pub disabilities: Vec<String>,
    pub statuses: Vec<StatusForm>,
    pub factors: Vec<String>,
    pub models: Vec<String>,
    pub contexts: Vec<String>,
    pub evidence_of_harm: String,
    /// `yes`, `no` or empty.
    pub placed_out_of_area: String,
    pub school_absence_checked_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct StatusForm {
    /// `cin`, `cp`, `looked_after` or `none`.
    pub status: String,
    pub from: String,
    pub to: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseOpened {
    pub reference: CaseReference,
}

pub fn open_case(desk: &mut Desk, request: OpenCase) -> Result<CaseOpened, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let opened_on = form.past_date("opened_on", &request.opened_on, None);
    let opening_level = form.optional_level("level", &request.level);
    let facts = read_facts(&mut form, &request.facts);
    let team_id = read_team(session, &mut form, &request.team)?;
    check_workers(session, &mut form, request.practitioner, request.manager)?;
    let link_key = crate::link_key::of_child_id(&session.link_secret, &request.child_id);
    if let Some(known) = link_key.map(|key| session.read().case_by_link_key(&key)).transpose()?.flatten() {
        let message = match known.closed_on {
            None => format!("This child has a case already: {}. Open that one.", known.reference),
            Some(day) => format!(
                "This child has a case that closed on {}: {}. Open that one again.",
                caseward_domain::date::say_date(day),
                known.reference
            ),
        };
        form.wrong("child_id", message);
    }
    form.finish()?;
    let Some(opened_on) = opened_on else { return Err(CommandError::invalid("opened_on", "Enter a date.")) };
    let case = CaseRecord {
        id: CaseId(new_id(session.now())?),
        reference: new_reference(session)?,
        link_key,
        opened_on,
        closed_on: None,
        source: Source::Entered,
        brought_in_on: None,
        opening_level,
        team_id,
        practitioner_id: request.practitioner,
        manager_id: request.manager,
        facts,
        reported: Reported::default(),
        version: 1,
    };
    session.transact("open_case", |records, rules, at| {
        records.insert_case(&case)?;
        let first = WorkerChange {
            from_on: case.opened_on,
            practitioner_id: case.practitioner_id,
            manager_id: case.manager_id,
            reason: String::new(),
        };
        records.insert_worker_change(case.id, at.now, &first)?;
        records.rewrite_duties(&case, rules, at.today)?;
        let payload = serde_json::json!({ "reference": case.reference });
        Ok(on_case(CaseOpened { reference: case.reference.clone() }, case.id, payload))
    })
}

/// A random reference that no case has.
pub(crate) fn new_reference(session: &Session) -> Result<CaseReference, CommandError> {
    loop {
        let reference = CaseReference::from_random(u64::from_le_bytes(random()?));
        if !session.read().reference_is_taken(&reference)? {
            return Ok(reference);
        }
    }
}

/// What was wrong is noted in the form.
pub(crate) fn read_facts(form: &mut Form<'_>, typed: &CaseFactsForm) -> CaseFacts {
    let age_at_referral = match typed.age_at_referral.trim() {
        "" => None,
        text => match text.parse::<u8>() {
            Ok(age) if age <= 25 => Some(age),
            _ => form.refuse("facts.age_at_referral", "Enter the age in whole years, from 0 to 25."),
        },
    };
    let placed_out_of_area = match typed.placed_out_of_area.trim() {
        "" => None,
        text => form.choice("facts.placed_out_of_area", text, &[("yes", true), ("no", false)]),
    };
    let school_absence = &typed.school_absence_checked_on;
    let school_absence_checked_on = form
        .optional_date("facts.school_absence_checked_on", school_absence)
        .and_then(|day| form.in_the_past("facts.school_absence_checked_on", day, None));
    let factors = form.codes("facts.factors", "assessment_factor", &typed.factors);
    if factors.len() > 1 && factors.iter().any(|code| code.as_str() == "21") {
        form.wrong("facts.factors", "“No factors identified” stands alone. Take it away, or take the others away.");
    }
    CaseFacts {
        referral_source: form.optional_code("facts.referral_source", "referral_source", &typed.referral_source),
        age_at_referral,
        sex: form.optional_code("facts.sex", "sex", &typed.sex),
        ethnicity: form.optional_code("facts.ethnicity", "ethnicity", &typed.ethnicity),
        disabilities: form.codes("facts.disabilities", "disability", &typed.disabilities),
        statuses: read_statuses(form, &typed.statuses),
        factors,
        models: form.codes("facts.models", "exploitation_model", &typed.models),
        contexts: form.codes("facts.contexts", "exploitation_context", &typed.contexts),
        evidence_of_harm: form.optional_code("facts.evidence_of_harm", "evidence_of_harm", &typed.evidence_of_harm),
        placed_out_of_area,
        school_absence_checked_on,
    }
}

fn read_statuses(form: &mut Form<'_>, typed: &[StatusForm]) -> Vec<CareStatus> {
    let mut statuses = Vec::new();
    for (place, status) in typed.iter().enumerate().filter(|(_, s)| !s.status.trim().is_empty()) {
        let field = |name: &str| format!("facts.statuses.{place}.{name}");
        let code = form.optional_code(&field("status"), "care_status", &status.status);
        let from = form.date(&field("from"), &status.from);
        let to = form.optional_date(&field("to"), &status.to);
        let to = to.and_then(|to| form.not_before(&field("to"), to, from.map(|from| (from, "it began"))));
        if let (Some(status), Some(from)) = (code, from) {
            statuses.push(CareStatus { status, from, to });
        }
    }
    statuses.sort();
    statuses
}

pub(crate) fn read_team(session: &Session, form: &mut Form<'_>, name: &str) -> Result<Option<i64>, CommandError> {
    if name.trim().is_empty() {
        return Ok(None);
    }
    let team = session.read().team_by_name(name.trim())?;
    if team.is_none() {
        form.wrong("team", "There is no such team. Choose one, or ask your administrator to add it.");
    }
    Ok(team)
}

pub(crate) fn check_workers(
    session: &Session,
    form: &mut Form<'_>,
    practitioner: Option<PersonId>,
    manager: Option<PersonId>,
) -> Result<(), CommandError> {
    for (field, person) in [("practitioner", practitioner), ("manager", manager)] {
        let Some(id) = person else { continue };
        if session.read().person(id)?.is_none() {
            form.wrong(field, "There is no such person. Choose one of the list.");
        }
    }
    Ok(())
}
