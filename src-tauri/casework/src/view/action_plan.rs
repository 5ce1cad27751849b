use caseward_domain::action_plan::ActionState;
use caseward_domain::id::{ActionId, ObjectiveId};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// The authority's action plan, with its progress.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActionPlanView {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    pub themes: Vec<ThemeProgressView>,
    pub objectives: Vec<ObjectiveView>,
    /// The lines of guidance that an action may answer.
    pub requirements: Vec<RequirementView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ThemeProgressView {
    pub theme: String,
    pub actions: u32,
    pub complete: u32,
    pub effect_confirmed: u32,
    pub late: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ObjectiveView {
    pub id: ObjectiveId,
    pub theme: String,
    pub title: String,
    pub actions: Vec<ActionView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ActionView {
    pub id: ActionId,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    pub partners: String,
    #[ts(type = "string | null")]
    pub start_on: Option<NaiveDate>,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// Every due date that was moved, oldest first.
    #[ts(type = "string[]")]
    pub earlier_due_dates: Vec<NaiveDate>,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub now: String,
    /// Ids of requirements, such as `C-09`.
    pub requirements: Vec<String>,
    pub state: ActionState,
    pub late: bool,
    /// Newest first.
    pub updates: Vec<ActionUpdateView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ActionUpdateView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub state: ActionState,
    pub text: String,
    pub evidence: String,
    /// Who checked the evidence, other than the owner; empty while nobody did.
    pub checked_by: String,
    pub by: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RequirementView {
    pub id: String,
    pub catalogue: String,
    pub theme: String,
    pub text: String,
}
