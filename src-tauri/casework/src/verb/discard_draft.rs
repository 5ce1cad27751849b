//! Throws a half-written form away, when it was sent or is not wanted.

use serde::Deserialize;
use ts_rs::TS;

/// Throws a half-written form away, when it was sent or is not wanted.
#[derive(Deserialize, TS)]
pub struct DiscardDraft {
    pub key: String,
}
