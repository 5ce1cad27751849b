//! Wakes a flag that rests.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Wakes a flag that rests.
#[derive(Deserialize, TS)]
pub struct EndSnooze {
    pub id: Uuid,
}

pub fn end_snooze(desk: &mut Desk, request: EndSnooze) -> Result<Done, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
