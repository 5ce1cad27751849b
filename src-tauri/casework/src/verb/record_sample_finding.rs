//! What a manager found when they looked at a case of a sample.
//!
//! The last state of a recommendation is "effect confirmed by a sample": so what was looked at is said, and whether the child
//! was heard, not only a tick.

use crate::desk::{Desk, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::sampling::{find, view};
use crate::view::SampleView;
use caseward_domain::role::Role;
use caseward_domain::sample::ChildHeard;
use caseward_store::SampleFinding;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// What a manager found when they looked at a case of a sample. Recorded again, the later counts and the earlier stays.
#[derive(Deserialize, TS)]
pub struct RecordSampleFinding {
    pub sample_id: Uuid,
    pub reference: String,
    /// What was looked at: “the last two reviews, the plan of May, a talk with the worker”.
    pub looked_at: String,
    /// `sample_finding` code.
    pub finding: String,
    /// `yes`, `no`, `not_reachable`.
    pub child_heard: String,
    /// What is missing and what follows; may be empty where nothing is.
    #[serde(default)]
    pub note: String,
}

pub fn record_sample_finding(desk: &mut Desk, request: RecordSampleFinding) -> Result<SampleView, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    let sample = find(session, request.sample_id)?;
    let case = super::view_case::find(session, &request.reference)?;
    if !session.read().drawn_cases(sample.id)?.iter().any(|drawn| drawn.case == case.id) {
        return Err(CommandError::refused("This case was not drawn in this sample. Choose one of its cases."));
    }
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let looked_at = form.needed_text("looked_at", &request.looked_at, "Say what you looked at.");
    let finding = form.code("finding", "sample_finding", &request.finding);
    let heard = ChildHeard::parse(request.child_heard.trim());
    if heard.is_none() {
        form.wrong("child_heard", "Say whether the child was heard: yes, no, or not reachable.");
    }
    let note = match finding.as_ref().map(caseward_domain::code::Code::as_str) {
        Some("good") | None => form.text("note", &request.note),
        Some(_) => form.needed_text("note", &request.note, "Say what is missing, and what follows from it."),
    };
    form.finish()?;
    let (Some(looked_at), Some(finding), Some(child_heard), Some(note)) = (looked_at, finding, heard, note) else {
        return Err(CommandError::invalid("looked_at", "Say what you looked at."));
    };
    session.transact("record_sample_finding", |records, _, at| {
        let own_case = case.manager_id == Some(at.by);
        let payload = serde_json::json!({
            "sample": sample.id, "finding": finding, "child_heard": child_heard, "own_case": own_case,
        });
        let found =
            SampleFinding { case: case.id, found_at: at.now, found_by: at.by, finding, child_heard, looked_at, note, own_case };
        records.insert_sample_finding(sample.id, &found)?;
        Ok(on_case((), case.id, payload))
    })?;
    view(session, &sample)
}
