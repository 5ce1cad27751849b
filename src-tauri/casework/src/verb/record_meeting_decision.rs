//! Records what a meeting decided on one case.

use crate::desk::{CASEWORKERS, Desk, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::meetings::{find, meeting_view};
use crate::view::MeetingView;
use caseward_domain::date::say_date;
use caseward_store::MeetingDecision;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Records what a meeting decided on one case.
#[derive(Deserialize, TS)]
pub struct RecordMeetingDecision {
    pub id: Uuid,
    pub reference: String,
    /// The version that was on the page.
    pub version: u32,
    /// Empty takes what was recorded away.
    pub decision: String,
}

pub fn record_meeting_decision(desk: &mut Desk, request: RecordMeetingDecision) -> Result<MeetingView, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let meeting = find(&session.read(), request.id)?;
    let case = super::view_case::find(session, &request.reference)?;
    if meeting.held_on > session.today() {
        return Err(CommandError::refused(format!(
            "This meeting is on {}, so it has decided nothing yet. Change its date if it was held before.",
            say_date(meeting.held_on)
        )));
    }
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let decision = form.text("decision", &request.decision);
    form.finish()?;
    session.transact("record_meeting_decision", |records, _, at| {
        if records.meeting_cases(meeting.id)?.iter().all(|listed| listed.case != case.id) {
            return Err(CommandError::not_found("This case is not in the meeting. Add it to the meeting first."));
        }
        let decided = decision.filter(|text| !text.is_empty());
        let decided = decided.map(|decision| MeetingDecision { decision, by: at.by, at: at.now });
        if !records.decide_at_meeting(meeting.id, case.id, request.version, decided.as_ref())? {
            return Err(CommandError::changed(
                "Somebody changed this decision after you opened the meeting. Open it again and read what is there now.",
            ));
        }
        let payload = serde_json::json!({ "meeting": meeting.id, "decided": decided.is_some(), "version": request.version });
        Ok(on_case((), case.id, payload))
    })?;
    meeting_view(session, meeting.id)
}
