use caseward_domain::action_plan::{ActionState, Catalogue};
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

/// Without the actions that were withdrawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ThemeProgressView {
    pub theme: String,
    pub actions: u32,
    pub complete: u32,
    pub effect_confirmed: u32,
    pub late: u32,
    /// Actions whose date was moved at least once.
    pub moved: u32,
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
    /// As the workbook numbers it, such as `2.4`; empty: not numbered.
    pub number: String,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    pub partners: String,
    #[ts(type = "string | null")]
    pub start_on: Option<NaiveDate>,
    /// Null for work without a date, which covers no line of guidance.
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Every due date that was moved, oldest first.
    pub moved: Vec<MovedView>,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub now: String,
    /// How far the measure has come, in words.
    pub distance: String,
    /// The share of the way from baseline to target, where it can be worked out.
    pub way_gone: Option<f64>,
    /// The finish that the last values point to, in a sentence.
    pub finish: String,
    #[ts(type = "string | null")]
    pub finish_on: Option<NaiveDate>,
    /// Ids of requirements, such as `C-09`.
    pub requirements: Vec<String>,
    pub state: ActionState,
    pub late: bool,
    #[ts(type = "string | null")]
    pub withdrawn_on: Option<NaiveDate>,
    /// Newest first.
    pub updates: Vec<ActionUpdateView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MovedView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    /// Days by which it was put off; negative: brought forward.
    pub days: Option<i32>,
    /// Empty where an earlier version of the register did not keep it.
    pub by: String,
    pub why: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ActionUpdateView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub state: ActionState,
    pub text: String,
    /// Where the measure stood; empty: not said.
    pub now: String,
    pub evidence: String,
    /// Who checked the evidence, other than the owner; empty while nobody did.
    pub checked_by: String,
    /// The sample that confirmed the effect; empty: none.
    pub sample: String,
    #[ts(type = "string | null")]
    pub sampled_on: Option<NaiveDate>,
    pub by: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RequirementView {
    pub id: String,
    pub catalogue: Catalogue,
    pub theme: String,
    pub text: String,
    /// What the wording rests on.
    pub basis: String,
    /// Who checked it against the source; empty: nobody has.
    pub checked_by: String,
    /// ISO; empty: not checked.
    pub checked_on: String,
}
