//! Keeps a half-written form, so that a lock or a power cut loses nothing.

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
