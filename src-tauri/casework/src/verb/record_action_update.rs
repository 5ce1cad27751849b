//! Records progress on an action of the action plan, with its evidence.

use caseward_domain::action_plan::ActionState;
use caseward_domain::id::ActionId;
use serde::Deserialize;
use ts_rs::TS;

/// Records progress on an action of the action plan, with its evidence.
#[derive(Deserialize, TS)]
pub struct RecordActionUpdate {
    pub action_id: ActionId,
    pub on: String,
    pub state: ActionState,
    pub text: String,
    #[serde(default)]
    pub evidence: String,
    /// Who checked the evidence, other than the owner.
    #[serde(default)]
    pub checked_by: String,
    /// Where the measure stands now; empty keeps what it was.
    #[serde(default)]
    pub now: String,
}
