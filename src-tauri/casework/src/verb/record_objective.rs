//! Adds an objective to the action plan, or changes one.

use caseward_domain::id::ObjectiveId;
use serde::Deserialize;
use ts_rs::TS;

/// Adds an objective to the action plan, or changes one.
#[derive(Deserialize, TS)]
pub struct RecordObjective {
    #[serde(default)]
    pub id: Option<ObjectiveId>,
    pub theme: String,
    pub title: String,
}
