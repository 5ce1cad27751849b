//! Keeps a half-written form, so that a lock or a power cut loses nothing.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use caseward_store::Draft;
use serde::Deserialize;
use ts_rs::TS;

/// Keeps a half-written form, so that a lock or a power cut loses nothing.
#[derive(Deserialize, TS)]
pub struct SaveDraft {
    /// Which form: `open_case`, or `record_item/CW-…/assessment`.
    pub key: String,
    /// How a list of unfinished work names it.
    pub title: String,
    /// The form as the window keeps it: JSON text, at most 200,000 characters.
    pub body: String,
}

pub fn save_draft(desk: &mut Desk, request: SaveDraft) -> Result<Done, CommandError> {
    let session = desk.signed_in()?;
    if request.key.is_empty() || request.key.len() > 200 || request.title.len() > 500 || request.body.chars().count() > 200_000 {
        return Err(CommandError::refused("This draft is too long to keep. Shorten it, or send what you have."));
    }
    let draft = Draft { key: request.key, title: request.title, body: request.body, saved_at: session.now() };
    session.read().save_draft(session.person.id, &draft)?;
    Ok(Done {})
}
