//! Records what a meeting decided on one case.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::MeetingView;
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
    pub decision: String,
}

pub fn record_meeting_decision(desk: &mut Desk, request: RecordMeetingDecision) -> Result<MeetingView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
