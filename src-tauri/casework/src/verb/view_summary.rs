//! The progress summary for a period, as tables.

use serde::Deserialize;
use ts_rs::TS;

/// The progress summary for a period, as tables.
#[derive(Deserialize, TS)]
pub struct ViewSummary {
    pub from: String,
    pub to: String,
}
