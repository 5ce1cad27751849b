//! Who decides for whom, and when.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::DeputiesView;
use serde::Deserialize;
use ts_rs::TS;

/// Who decides for whom, and when.
#[derive(Deserialize, TS)]
pub struct ListDeputies {}

pub fn list_deputies(desk: &mut Desk, request: ListDeputies) -> Result<DeputiesView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
