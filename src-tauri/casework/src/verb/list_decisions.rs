//! What each manager signed off, returned, and changed the level of, in a period.

use crate::desk::Desk;
use crate::error::CommandError;
use caseward_domain::id::{PersonId, VersionId};
use caseward_domain::item::ItemKind;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::sign_off::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What each manager signed off, returned, and changed the level of, in a period.
#[derive(Deserialize, TS)]
pub struct ListDecisions {
    /// Days as typed or ISO, both included; absent: the last 28 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub manager: Option<PersonId>,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Only those whose level differs from the one that the manager met.
    #[serde(default)]
    pub level_changed: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionsPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Every manager who decided something in the period, by name, whatever else was filtered.
    pub managers: Vec<ManagerDecisions>,
    /// How many decisions match.
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<DecisionRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ManagerDecisions {
    pub manager_id: PersonId,
    pub manager: String,
    pub signed_off: u32,
    pub returned: u32,
    /// Signed off at another level than the one that the manager met.
    pub level_changed: u32,
    /// Decided for another manager, as a deputy.
    pub as_deputy: u32,
    /// Calendar days from sending to deciding; the middle one.
    pub median_days: Option<f64>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionRow {
    pub version_id: VersionId,
    pub reference: CaseReference,
    pub kind: ItemKind,
    pub number: u32,
    pub outcome: Outcome,
    pub by: String,
    /// The manager for whom a deputy decided.
    pub deputy_for: Option<String>,
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// The author's level, or where the author states none the level in force.
    pub level_before: Option<RiskLevel>,
    pub level: Option<RiskLevel>,
    pub level_changed: bool,
    /// Empty for an analyst, who sees no free text.
    pub reason: String,
}

pub fn list_decisions(desk: &mut Desk, request: ListDecisions) -> Result<DecisionsPage, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
