//! Throws a half-written form away, when it was sent or is not wanted.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use serde::Deserialize;
use ts_rs::TS;

/// Throws a half-written form away, when it was sent or is not wanted.
#[derive(Deserialize, TS)]
pub struct DiscardDraft {
    pub key: String,
}

pub fn discard_draft(desk: &mut Desk, request: DiscardDraft) -> Result<Done, CommandError> {
    let session = desk.signed_in()?;
    session.read().discard_draft(session.person.id, &request.key)?;
    Ok(Done {})
}
