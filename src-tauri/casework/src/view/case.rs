use caseward_domain::code::Code;
use caseward_domain::flag::Severity;
use caseward_domain::id::{EpisodeId, ItemId, PersonId, PlanActionId};
use caseward_domain::level::{RiskLevel, StatedBy};
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FlagView, ItemView, SettledView};

/// One line of the list of cases.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseRow {
    pub reference: CaseReference,
    #[ts(type = "string")]
    pub opened_on: NaiveDate,
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
    pub level: Option<RiskLevel>,
    pub level_confirmed: bool,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    /// Reviews held, reported ones included.
    pub reviews: u32,
    #[ts(type = "string | null")]
    pub last_review_on: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub next_review_on: Option<NaiveDate>,
    /// Flags that stand today, those at rest apart.
    pub flags: u32,
    /// Late too, and let rest by a manager.
    pub at_rest: u32,
    pub worst: Option<Severity>,
    /// `entered`, `tracker`, `census` or `demonstration`.
    pub source: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CasePage {
    /// How many cases match.
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<CaseRow>,
}

/// Everything on a case's page.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    pub reference: CaseReference,
    /// Sent back with a change, so that two people do not overwrite each other.
    pub version: u32,
    #[ts(type = "string")]
    pub opened_on: NaiveDate,
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
    pub source: String,
    #[ts(type = "string | null")]
    pub brought_in_on: Option<NaiveDate>,
    pub facts: CaseFacts,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    pub practitioner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    pub level: Option<LevelView>,
    /// Floors of the policy that hold of this child, and whether the level in force breaks them.
    pub floors: Vec<FloorView>,
    /// Every level stated, newest first.
    pub levels: Vec<LevelStatedView>,
    /// Late today, worst first.
    pub flags: Vec<FlagView>,
    /// Owed and not late, soonest first.
    pub ahead: Vec<FlagView>,
    /// Settled late in the last 28 days, with no cause given yet: newest first.
    pub without_cause: Vec<SettledView>,
    pub review_dates: ReviewDatesView,
    /// The spans in which it was open before, oldest first.
    pub earlier: Vec<EarlierPeriodView>,
    /// What closing it today would have to name: the most serious level, open flags, a missing episode.
    pub concerns: Vec<String>,
    /// By kind, newest first.
    pub items: Vec<ItemView>,
    pub reported: ReportedView,
    pub plan: Option<PlanProgressView>,
    pub episodes: Vec<EpisodeView>,
    pub workers: Vec<WorkerView>,
    /// Newest first.
    pub timeline: Vec<EventView>,
}

/// A floor of the policy that holds of this child: it warns and sets nothing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FloorView {
    pub at_least: RiskLevel,
    /// Why it holds, in a sentence.
    pub says: String,
    /// Whether the level in force (of a case) or the level stated (of a version) lies below it.
    pub broken: bool,
}

/// By when the next review is due: worked out, and set by hand beside it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewDatesView {
    /// By level and interval alone; `None` on a closed case.
    #[ts(type = "string | null")]
    pub computed: Option<NaiveDate>,
    /// How it was reached, in a sentence.
    pub computed_says: String,
    /// Every date set by somebody since the last review, newest first; the first one counts.
    pub by_hand: Vec<ReviewDateView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewDateView {
    #[ts(type = "string")]
    pub next_review_on: NaiveDate,
    #[ts(type = "string")]
    pub set_on: NaiveDate,
    /// Empty for a date that a tracker reported.
    pub by: String,
    /// Where it was set: `by_hand`, `review_arrangement`, `review` or `reported`.
    pub source: String,
    /// Why, where it was set by hand.
    pub reason: String,
}

/// A span in which a reopened case was open before.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EarlierPeriodView {
    #[ts(type = "string")]
    pub opened_on: NaiveDate,
    #[ts(type = "string")]
    pub closed_on: NaiveDate,
    #[ts(type = "string")]
    pub reopened_on: NaiveDate,
    pub reopened_by: String,
    pub reason: String,
}

/// What is recorded of the child: codes, never a name, date of birth, address, UPN or NHS number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseFacts {
    pub referral_source: Option<Code>,
    pub age_at_referral: Option<u8>,
    pub sex: Option<Code>,
    pub ethnicity: Option<Code>,
    pub disabilities: Vec<Code>,
    pub statuses: Vec<StatusView>,
    pub factors: Vec<Code>,
    pub models: Vec<Code>,
    pub contexts: Vec<Code>,
    pub evidence_of_harm: Option<Code>,
    pub placed_out_of_area: Option<bool>,
    #[ts(type = "string | null")]
    pub school_absence_checked_on: Option<NaiveDate>,
}

/// A social-care status and the days between which it held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatusView {
    /// `cin`, `cp`, `looked_after` or `none`.
    pub status: Code,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct LevelView {
    pub level: RiskLevel,
    #[ts(type = "string")]
    pub since: NaiveDate,
    /// A manager has stated a level; before that it is the practitioner's, "not yet confirmed".
    pub confirmed: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct LevelStatedView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub level: RiskLevel,
    pub stated_by: StatedBy,
}

/// What a tracker said of the time before the case was brought in. Never a sign-off.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ReportedView {
    pub assessment_signed_off: bool,
    pub plan_signed_off: bool,
    #[ts(type = "string | null")]
    pub last_review_on: Option<NaiveDate>,
    pub participation: Option<Code>,
    pub missing_episodes: Option<u32>,
    pub return_interview_done: Option<bool>,
    pub comment: String,
    pub comment_withheld: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanProgressView {
    pub item_id: ItemId,
    pub actions: Vec<PlanActionView>,
    pub done: u32,
    pub late: u32,
    #[ts(type = "string | null")]
    pub last_update_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanActionView {
    pub id: PlanActionId,
    pub what: String,
    pub owner_role: String,
    pub agency: String,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    pub state: PlanActionState,
    pub late: bool,
    /// Newest first.
    pub updates: Vec<PlanUpdateView>,
}

/// Where an action of a child's plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanActionState {
    Open,
    Done,
    Cancelled,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanUpdateView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub state: PlanActionState,
    pub note: String,
    pub by: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EpisodeView {
    pub id: EpisodeId,
    /// A day, and a time where it is known: `2026-03-27` or `2026-03-27 14:05`.
    pub missing_from: String,
    pub returned: Option<String>,
    pub interview_offered: Option<String>,
    pub interview_held: Option<String>,
    /// When the child declined it.
    pub interview_declined: Option<String>,
    pub themes: String,
    /// Held within the clock; `None` while it may still be, or where what is known of the times cannot tell.
    pub in_time: Option<bool>,
}

/// Who worked the case from a day on, and why it changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkerView {
    #[ts(type = "string")]
    pub from: NaiveDate,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    /// `worker_change_reason` code; none for the first.
    pub reason: Option<Code>,
}

/// A line of the timeline.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EventView {
    /// Civil day and time as ISO text, `2026-03-27 14:05`; the day alone where no more is known.
    pub at: String,
    /// Empty where it is about what happened to the child, or came from a file.
    pub by: String,
    /// What was done, in words: "Assessment version 2 signed off at high".
    pub says: String,
}
