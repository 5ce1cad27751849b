//! Writes a calendar file (iCalendar, RFC 5545) of review dates, by reference only.

use crate::desk::Desk;
use crate::error::CommandError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes a calendar file (iCalendar, RFC 5545) of review dates, by reference only.
#[derive(Deserialize, TS)]
pub struct ExportCalendar {
    pub whose: CalendarOf,
    /// Where to write it; ends in `.ics`.
    pub path: String,
}

/// Whose review dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarOf {
    Mine,
    MyTeam,
    All,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CalendarExported {
    pub file: String,
    pub reviews: u32,
}

pub fn export_calendar(desk: &mut Desk, request: ExportCalendar) -> Result<CalendarExported, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
