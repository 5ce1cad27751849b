//! Flags on a day, worst first; or, by severity, what is coming.

use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use serde::Deserialize;
use ts_rs::TS;

/// Flags on a day, worst first; or, by severity, what is coming.
#[derive(Deserialize, TS)]
pub struct ListFlags {
    /// A day as typed or ISO; today when absent.
    #[serde(default)]
    pub as_at: Option<String>,
    #[serde(default)]
    pub rule: Option<Rule>,
    #[serde(default)]
    pub family: Option<Family>,
    /// Absent: everything late.
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub level: Option<RiskLevel>,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    /// Only the cases of the person who is signed in, as practitioner or manager.
    #[serde(default)]
    pub mine: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}
