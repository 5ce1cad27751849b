use caseward_domain::duty::{Family, Rule};
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{FlagView, LevelView};

/// Who decides for whom: in force and to come first, then what is over, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeputiesView {
    pub deputies: Vec<DeputyView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DeputyView {
    pub id: Uuid,
    pub manager_id: PersonId,
    pub manager: String,
    pub deputy: String,
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last day; of one that was ended early, the day on which it was ended.
    #[ts(type = "string")]
    pub to: NaiveDate,
    pub in_force: bool,
    pub is_over: bool,
    /// Whether the deputy is still a manager who may sign in.
    pub may_decide: bool,
    /// Whether the person who is signed in may end it.
    pub may_end: bool,
}

/// A filter of the worklist that a person kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FilterView {
    pub name: String,
    /// As the address of the worklist holds it.
    pub query: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct FiltersView {
    pub filters: Vec<FilterView>,
}

/// Something that was owed and was done after its due date.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SettledView {
    pub reference: CaseReference,
    pub rule: Rule,
    /// The rule in plain words.
    pub says: String,
    pub family: Family,
    pub subject: Option<Uuid>,
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    #[ts(type = "string")]
    pub met_on: NaiveDate,
    #[ts(type = "number")]
    pub days_late: i64,
    /// `None`: nobody has said yet. A cause that is empty is not known.
    pub cause: Option<String>,
    /// Its label; “Not known” for an empty cause.
    pub cause_says: Option<String>,
    pub team: Option<String>,
}

/// A rate with what is not recorded, and its worst case: everything not recorded counted against it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RateView {
    pub hits: u32,
    pub misses: u32,
    pub not_recorded: u32,
    /// Per cent of what is recorded, to one decimal place; `None` where nothing is.
    pub share: Option<f64>,
    pub worst: Option<f64>,
}

/// A meeting with its cases, in order.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MeetingView {
    pub id: Uuid,
    pub name: String,
    #[ts(type = "string")]
    pub held_on: NaiveDate,
    /// Counts up with each change of its name, its day or its list.
    pub version: u32,
    pub cases: Vec<MeetingCaseView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MeetingCaseView {
    /// 1 for the first.
    pub position: u32,
    pub reference: CaseReference,
    pub level: Option<LevelView>,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    #[ts(type = "string")]
    pub opened_on: NaiveDate,
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
    /// Late today, worst first.
    pub flags: Vec<FlagView>,
    pub last_review: Option<MeetingReviewView>,
    #[ts(type = "string | null")]
    pub next_review_on: Option<NaiveDate>,
    /// What earlier meetings decided on this case, newest first.
    pub before: Vec<EarlierDecisionView>,
    pub decision: String,
    pub decided_by: Option<String>,
    /// Sent back with a change of the decision.
    pub version: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MeetingReviewView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub level: Option<RiskLevel>,
    pub participation: Option<String>,
    pub reported: bool,
    pub signed_off: bool,
    /// What changed because of the child's views.
    pub changed_by_views: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EarlierDecisionView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub meeting: String,
    pub decision: String,
}
