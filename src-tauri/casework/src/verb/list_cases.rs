//! Cases by search, filters and order, a page at a time.

use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use serde::Deserialize;
use ts_rs::TS;

/// Cases by search, filters and order, a page at a time.
#[derive(Deserialize, TS)]
pub struct ListCases {
    /// Part of a reference, as typed.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub status: CaseStatus,
    #[serde(default)]
    pub level: Option<RiskLevel>,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub mine: bool,
    #[serde(default)]
    pub sort: CaseSort,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    #[default]
    Open,
    Closed,
    All,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseSort {
    /// Newest first.
    #[default]
    OpenedOn,
    Reference,
    /// Longest ago first, never first of all.
    LastReview,
    /// Soonest first, no date first of all.
    NextReview,
    /// Most serious first.
    Level,
}
