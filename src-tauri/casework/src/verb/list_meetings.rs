//! The meetings, newest first.

use crate::desk::Desk;
use crate::error::CommandError;
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

pub fn list_meetings(desk: &mut Desk, request: ListMeetings) -> Result<MeetingsView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
