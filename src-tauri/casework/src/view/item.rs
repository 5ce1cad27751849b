use caseward_domain::content::{Content, Progressing};
use caseward_domain::flag::Severity;
use caseward_domain::id::{ItemId, VersionId};
use caseward_domain::item::{ItemKind, VersionHash};
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::sign_off::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

/// Where an item stands, by its latest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemStanding {
    /// Kept, not yet sent for sign-off.
    Recorded,
    Submitted,
    SignedOff,
    Returned,
    /// A signed version exists, and a later one is not signed.
    ChangedSinceSigned,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ItemView {
    pub item_id: ItemId,
    pub kind: ItemKind,
    pub standing: ItemStanding,
    /// "Signed, then changed on … by …".
    pub changed: Option<ChangedView>,
    /// It waits for a decision, and this person wrote or sent it.
    pub may_take_back: bool,
    /// Newest first. Every signed version stays readable.
    pub versions: Vec<VersionView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangedView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub by: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VersionView {
    pub version_id: VersionId,
    pub number: u32,
    pub hash: VersionHash,
    /// Names of everyone who wrote any part of it.
    pub authors: Vec<String>,
    #[ts(type = "string")]
    pub written_at: DateTime<Utc>,
    #[ts(type = "string | null")]
    pub submitted_at: Option<DateTime<Utc>>,
    pub content: Content,
    pub decision: Option<DecisionView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionView {
    pub outcome: Outcome,
    pub level: Option<RiskLevel>,
    pub plan_progressing: Option<Progressing>,
    pub reason: String,
    pub by: String,
    /// The manager for whom a deputy decided.
    pub deputy_for: Option<String>,
    /// The level that the manager met: the author's, or where the author states none the level in force.
    pub level_before: Option<RiskLevel>,
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
}

/// Something sent for sign-off and not yet decided.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingRow {
    pub version_id: VersionId,
    pub item_id: ItemId,
    pub reference: CaseReference,
    pub kind: ItemKind,
    pub number: u32,
    pub level: Option<RiskLevel>,
    pub team: Option<String>,
    #[ts(type = "string")]
    pub submitted_on: NaiveDate,
    pub submitted_by: String,
    /// Calendar days since it was sent.
    #[ts(type = "number")]
    pub days_waiting: i64,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    pub late: bool,
    pub severity: Severity,
    /// The manager of the case.
    pub manager: Option<String>,
    /// It is for this person to decide: their own case, or one of a manager whose deputy they are today.
    pub mine: bool,
    /// The manager for whom this person would decide as a deputy.
    pub deputy_for: Option<String>,
    pub may_decide: bool,
    /// Why this person may not decide it: no manager's role, or their own work.
    pub why_not: Option<String>,
}
