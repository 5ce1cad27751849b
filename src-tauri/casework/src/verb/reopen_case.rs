//! Opens a closed case again, from a day on and with the reason. The earlier span stays as it was.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::verb::CaseOpened;
use serde::Deserialize;
use ts_rs::TS;

/// Opens a closed case again, from a day on and with the reason. The earlier span stays as it was.
#[derive(Deserialize, TS)]
pub struct ReopenCase {
    pub reference: String,
    /// The version that was on the page.
    pub version: u32,
    /// As typed; on or after the day it closed, and not in the future.
    pub reopened_on: String,
    pub reason: String,
}

pub fn reopen_case(desk: &mut Desk, request: ReopenCase) -> Result<CaseOpened, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
