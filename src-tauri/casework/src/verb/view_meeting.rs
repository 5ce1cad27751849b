//! A meeting with its cases, in order: level, flags, last review and the decision taken on each.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::MeetingView;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// A meeting with its cases, in order: level, flags, last review and the decision taken on each.
#[derive(Deserialize, TS)]
pub struct ViewMeeting {
    pub id: Uuid,
}

pub fn view_meeting(desk: &mut Desk, request: ViewMeeting) -> Result<MeetingView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
