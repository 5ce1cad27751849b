//! Makes a meeting, or changes one: its cases, in the order in which the panel takes them.

use crate::desk::{CASEWORKERS, Desk, Session, new_id, on_register};
use crate::error::CommandError;
use crate::form::{Form, reference};
use crate::meetings::{find, meeting_view};
use crate::view::MeetingView;
use caseward_domain::id::CaseId;
use caseward_store::{Meeting, MeetingCase, Records};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Makes a meeting, or changes one: its cases, in the order in which the panel takes them.
#[derive(Deserialize, TS)]
pub struct RecordMeeting {
    /// Absent: a new one.
    #[serde(default)]
    pub id: Option<Uuid>,
    /// Of a change: the version that was on the page.
    #[serde(default)]
    pub version: u32,
    pub name: String,
    /// As typed.
    pub held_on: String,
    /// References as typed, in order. A case with a decision cannot be left out.
    pub references: Vec<String>,
}

/// More than a panel takes in one sitting, and few enough to be shown at once.
const MOST_CASES: usize = 200;
/// In characters: it stands in a line of a list.
const LONGEST_NAME: usize = 100;

pub fn record_meeting(desk: &mut Desk, request: RecordMeeting) -> Result<MeetingView, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let there = match request.id {
        Some(id) => Some((find(&session.read(), id)?, session.read().meeting_cases(id)?)),
        None => None,
    };
    let kept = there.as_ref().map_or(&[][..], |(_, cases)| cases);
    let (meeting, cases) = read(session, &request, there.as_ref().map(|(meeting, _)| meeting), kept)?;
    session.transact("record_meeting", |records, _, _| {
        if !records.save_meeting(&meeting, &cases)? {
            return Err(CommandError::changed(
                "Somebody changed this meeting after you opened it. Open it again: what you typed is kept as a draft.",
            ));
        }
        let ids: Vec<CaseId> = cases.iter().map(|case| case.case).collect();
        Ok(on_register((), serde_json::json!({ "meeting": meeting.id, "held_on": meeting.held_on, "cases": ids })))
    })?;
    meeting_view(session, meeting.id)
}

fn read(
    session: &Session,
    request: &RecordMeeting,
    there: Option<&Meeting>,
    kept: &[MeetingCase],
) -> Result<(Meeting, Vec<MeetingCase>), CommandError> {
    let (codes, records) = (session.codes()?, session.read());
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.needed_text("name", &request.name, "Name the meeting, for example “Missing and exploitation panel”.");
    if request.name.trim().chars().count() > LONGEST_NAME {
        form.wrong("name", format!("Use {LONGEST_NAME} characters or fewer."));
    }
    let held_on = form.date("held_on", &request.held_on);
    if held_on.is_some_and(|day| day > session.today()) && kept.iter().any(|case| case.decision.is_some()) {
        form.wrong("held_on", "This meeting has decided already, so it was held today or before. Check the date.");
    }
    let cases = read_cases(&records, &mut form, &request.references)?;
    for left_out in kept.iter().filter(|case| case.decision.is_some() && !cases.contains(&case.case)) {
        if let Some(case) = records.case_by_id(left_out.case)? {
            form.wrong("references", format!("{} has a decision, so it stays in the meeting. Add it again.", case.reference));
        }
    }
    form.finish()?;
    let (Some(name), Some(held_on)) = (name, held_on) else { return Err(CommandError::invalid("held_on", "Enter a date.")) };
    let meeting = Meeting {
        id: there.map_or_else(|| new_id(session.now()), |there| Ok(there.id))?,
        name: name.as_str().to_owned(),
        held_on,
        made_by: there.map_or(session.person.id, |there| there.made_by),
        made_at: there.map_or(session.now(), |there| there.made_at),
        version: request.version.max(1),
    };
    let stands = |case: CaseId| kept.iter().find(|kept| kept.case == case).cloned();
    let fresh = |case: CaseId| MeetingCase { case, decision: None, version: 1 };
    Ok((meeting, cases.into_iter().map(|case| stands(case).unwrap_or_else(|| fresh(case))).collect()))
}

/// The cases of the references that were typed; lines left empty do not count. Each wrong one is named at its place.
fn read_cases(records: &Records<'_>, form: &mut Form<'_>, typed: &[String]) -> Result<Vec<CaseId>, CommandError> {
    let filled: Vec<(usize, &String)> = typed.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()).collect();
    if filled.is_empty() {
        form.wrong("references", "Enter the reference of at least one case.");
    }
    if filled.len() > MOST_CASES {
        form.wrong("references", format!("A meeting takes {MOST_CASES} cases at most. Make another meeting for the rest."));
        return Ok(Vec::new());
    }
    let mut cases: Vec<CaseId> = Vec::new();
    for (place, text) in filled {
        let field = format!("references.{place}");
        let found = match reference(text) {
            Ok(reference) => records.case_by_reference(&reference)?,
            Err(error) => {
                error.fields.into_iter().for_each(|wrong| form.wrong(&field, wrong.message));
                continue;
            }
        };
        match found {
            None => form.wrong(&field, "There is no case with this reference. Check it and type it again."),
            Some(case) if cases.contains(&case.id) => {
                form.wrong(&field, "This case is in the list already. Take it out here.");
            }
            Some(case) => cases.push(case.id),
        }
    }
    Ok(cases)
}
