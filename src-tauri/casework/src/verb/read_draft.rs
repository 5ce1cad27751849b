//! The half-written form under a key; empty when there is none.

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
