//! Ends a deputy’s period before its last day.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::DeputiesView;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Ends a deputy’s period before its last day.
#[derive(Deserialize, TS)]
pub struct EndDeputy {
    pub id: Uuid,
}

pub fn end_deputy(desk: &mut Desk, request: EndDeputy) -> Result<DeputiesView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
