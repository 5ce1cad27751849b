//! Adds a code to a list, changes its words, or withdraws it from a day on.

use serde::Deserialize;
use ts_rs::TS;

/// Adds a code to a list, changes its words, or withdraws it from a day on.
#[derive(Deserialize, TS)]
pub struct RecordCode {
    pub list: String,
    pub code: String,
    pub label: String,
    /// The day from which it is no longer offered; empty: offered.
    #[serde(default)]
    pub withdrawn_from: String,
}
