//! Sets the date of the next review by hand, beside the computed one, with the reason.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::verb::CaseOpened;
use serde::Deserialize;
use ts_rs::TS;

/// Sets the date of the next review by hand, beside the computed one, with the reason.
#[derive(Deserialize, TS)]
pub struct SetReviewDate {
    pub reference: String,
    /// As typed; today or later.
    pub next_review_on: String,
    pub reason: String,
}

pub fn set_review_date(desk: &mut Desk, request: SetReviewDate) -> Result<CaseOpened, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
