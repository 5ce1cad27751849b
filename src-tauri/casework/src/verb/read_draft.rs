//! The half-written form under a key; empty when there is none.

use crate::desk::Desk;
use crate::error::CommandError;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// The half-written form under a key; empty when there is none.
#[derive(Deserialize, TS)]
pub struct ReadDraft {
    pub key: String,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct DraftView {
    pub key: String,
    pub title: String,
    pub body: String,
    #[ts(type = "string | null")]
    pub saved_at: Option<DateTime<Utc>>,
}

pub fn read_draft(desk: &mut Desk, request: ReadDraft) -> Result<DraftView, CommandError> {
    let session = desk.signed_in()?;
    let found = session.read().draft(session.person.id, &request.key)?;
    Ok(found.map_or_else(DraftView::default, |draft| DraftView {
        key: draft.key,
        title: draft.title,
        body: draft.body,
        saved_at: Some(draft.saved_at),
    }))
}
