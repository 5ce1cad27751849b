//! Records progress on an action of a child's plan.

use crate::view::PlanActionState;
use caseward_domain::id::PlanActionId;
use serde::Deserialize;
use ts_rs::TS;

/// Records progress on an action of a child's plan.
#[derive(Deserialize, TS)]
pub struct RecordPlanUpdate {
    pub reference: String,
    pub action_id: PlanActionId,
    /// The day of the progress, as typed.
    pub on: String,
    pub state: PlanActionState,
    #[serde(default)]
    pub note: String,
}
