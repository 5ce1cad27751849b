//! Locks the register. Drafts are kept.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use serde::Deserialize;
use ts_rs::TS;

/// Locks the register. Drafts are kept.
#[derive(Deserialize, TS)]
pub struct SignOut {}

pub fn sign_out(desk: &mut Desk, _request: SignOut) -> Result<Done, CommandError> {
    desk.close();
    Ok(Done {})
}
