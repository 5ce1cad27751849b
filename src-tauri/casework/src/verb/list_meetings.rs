//! The meetings, newest first.

use crate::desk::{CASEWORKERS, Desk};
use crate::error::CommandError;
use caseward_store::MeetingListed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The meetings, newest first.
#[derive(Deserialize, TS)]
pub struct ListMeetings {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MeetingsView {
    pub meetings: Vec<MeetingLine>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MeetingLine {
    pub id: Uuid,
    pub name: String,
    #[ts(type = "string")]
    pub held_on: NaiveDate,
    pub cases: u32,
    /// Of these, how many have a decision.
    pub decided: u32,
}

pub fn list_meetings(desk: &mut Desk, _request: ListMeetings) -> Result<MeetingsView, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let line = |found: MeetingListed| MeetingLine {
        id: found.id,
        name: found.name,
        held_on: found.held_on,
        cases: found.cases,
        decided: found.decided,
    };
    Ok(MeetingsView { meetings: session.read().meetings()?.into_iter().map(line).collect() })
}
