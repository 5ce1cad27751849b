//! The authority's action plan with its progress, as at today or another day.

use serde::Deserialize;
use ts_rs::TS;

/// The authority's action plan with its progress, as at today or another day.
#[derive(Deserialize, TS)]
pub struct ViewActionPlan {
    #[serde(default)]
    pub as_at: Option<String>,
}
