//! A meeting with its cases, in order: level, flags, last review and the decision taken on each.

use crate::desk::{CASEWORKERS, Desk};
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
    crate::meetings::meeting_view(desk.signed_in_as(CASEWORKERS)?, request.id)
}
