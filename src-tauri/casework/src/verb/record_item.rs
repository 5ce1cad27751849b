//! Keeps an assessment, plan, review arrangement, review or closure: a new item, or a change to one.

use caseward_domain::id::{ItemId, PlanActionId, VersionId};
use caseward_domain::item::VersionHash;
use caseward_domain::reference::CaseReference;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Keeps an assessment, plan, review arrangement, review or closure: a new item, or a change to one.
#[derive(Deserialize, TS)]
pub struct RecordItem {
    pub reference: String,
    /// Absent: a new item.
    #[serde(default)]
    pub item_id: Option<ItemId>,
    /// The hash of the version that was on the page, when an item is changed.
    #[serde(default)]
    pub based_on: Option<VersionHash>,
    pub content: ContentForm,
}

/// The content of an item as a form sends it: dates as typed, codes as text, empty text for what is not recorded.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContentForm {
    Assessment(AssessmentForm),
    Plan(PlanForm),
    ReviewArrangement(ReviewArrangementForm),
    Review(ReviewForm),
    Closure(ClosureForm),
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct AssessmentForm {
    pub started_on: String,
    pub completed_on: String,
    pub tool: String,
    pub tool_version: String,
    /// A whole number, or empty.
    pub score: String,
    pub indicators: Vec<String>,
    pub level: String,
    pub evidence_of_harm: String,
    /// `no`, `yes` or `alone`.
    pub child_seen: String,
    pub summary: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanForm {
    pub goals: Vec<String>,
    pub actions: Vec<PlanActionForm>,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanActionForm {
    /// Absent for a new action; an action that stays keeps its id.
    pub id: Option<PlanActionId>,
    pub what: String,
    pub owner_role: String,
    pub agency: String,
    pub due_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewArrangementForm {
    pub next_review_on: String,
    pub chair_role: String,
    pub agencies: Vec<String>,
    pub bring_forward_if: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewForm {
    pub held_on: String,
    pub agencies: Vec<String>,
    pub participation: String,
    pub level: String,
    /// `yes`, `partly` or `no`.
    pub plan_progressing: String,
    pub changed_by_views: String,
    pub next_review_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ClosureForm {
    pub closing_on: String,
    pub reason: String,
    pub where_now: String,
    pub level: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ItemRecorded {
    pub reference: CaseReference,
    pub item_id: ItemId,
    pub version_id: VersionId,
    pub hash: VersionHash,
}
