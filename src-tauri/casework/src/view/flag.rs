use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A duty as a list shows it: a flag when it is late, otherwise what is coming.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FlagView {
    pub reference: CaseReference,
    pub rule: Rule,
    /// The rule in plain words.
    pub says: String,
    pub family: Family,
    pub severity: Severity,
    pub level: Option<RiskLevel>,
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Days past the due date; negative before it.
    #[ts(type = "number")]
    pub days_late: i64,
    pub explanation: String,
    pub team: Option<String>,
    pub practitioner: Option<String>,
}

/// How many duties stand in each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SeverityCounts {
    pub critically_overdue: u32,
    pub overdue: u32,
    pub due_soon: u32,
    pub not_due_yet: u32,
}

/// One page of a worklist.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FlagPage {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    /// Under the same filters, whatever the severity asked for.
    pub counts: SeverityCounts,
    pub offset: u32,
    pub rows: Vec<FlagView>,
}
