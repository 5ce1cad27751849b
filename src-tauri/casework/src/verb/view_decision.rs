//! What a manager reads before deciding: the version, what was last signed, levels, reviews, flags.

use crate::view::{FlagView, LevelStatedView, LevelView, VersionView, WaitingRow};
use caseward_domain::id::VersionId;
use caseward_domain::level::RiskLevel;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// What a manager reads before deciding: the version, what was last signed, levels, reviews, flags.
#[derive(Deserialize, TS)]
pub struct ViewDecision {
    pub version_id: VersionId,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionPageView {
    pub waiting: WaitingRow,
    pub version: VersionView,
    /// The latest signed version of the same item, to read beside it.
    pub last_signed: Option<VersionView>,
    /// The level that the version itself states.
    pub practitioners_level: Option<RiskLevel>,
    pub level: Option<LevelView>,
    /// The last three levels stated, newest first.
    pub levels: Vec<LevelStatedView>,
    /// The last three reviews, newest first.
    pub reviews: Vec<ReviewSummaryView>,
    pub flags: Vec<FlagView>,
    /// What guidance asks a manager to look for in this kind of item.
    pub look_for: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewSummaryView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub participation: Option<String>,
    pub reported: bool,
    pub signed_off: bool,
}
