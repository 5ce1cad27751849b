//! Adds a policy from a day on, or replaces one that has not yet taken effect.

use caseward_domain::policy::{Clocks, LevelRule};
use serde::Deserialize;
use ts_rs::TS;

/// Adds a policy from a day on, or replaces one that has not yet taken effect.
#[derive(Deserialize, TS)]
pub struct RecordPolicy {
    /// As typed; today or later.
    pub effective_from: String,
    pub levels: Vec<LevelRule>,
    pub clocks: Clocks,
}
