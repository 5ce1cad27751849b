//! Makes a meeting: its cases, in the order in which the panel takes them.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::MeetingView;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Makes a meeting, or changes one: its cases, in the order in which the panel takes them.
#[derive(Deserialize, TS)]
pub struct RecordMeeting {
    /// Absent: a new one.
    #[serde(default)]
    pub id: Option<Uuid>,
    pub name: String,
    /// As typed.
    pub held_on: String,
    /// References as typed, in order. A case with a decision cannot be left out.
    pub references: Vec<String>,
}

pub fn record_meeting(desk: &mut Desk, request: RecordMeeting) -> Result<MeetingView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
