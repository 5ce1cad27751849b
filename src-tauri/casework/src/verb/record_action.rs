//! Adds an action to the action plan, or changes one. Every moved due date is kept.

use caseward_domain::id::{ActionId, ObjectiveId};
use serde::Deserialize;
use ts_rs::TS;

/// Adds an action to the action plan, or changes one. Every moved due date is kept.
#[derive(Deserialize, TS)]
pub struct RecordAction {
    #[serde(default)]
    pub id: Option<ActionId>,
    pub objective_id: ObjectiveId,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    #[serde(default)]
    pub partners: String,
    #[serde(default)]
    pub start_on: String,
    pub due_on: String,
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub baseline: String,
    #[serde(default)]
    pub target: String,
    #[serde(default)]
    pub now: String,
    /// Ids of requirements, such as `C-09`.
    #[serde(default)]
    pub requirements: Vec<String>,
}
