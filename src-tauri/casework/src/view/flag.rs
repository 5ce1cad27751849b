use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// A duty as a list shows it: a flag when it is late, otherwise what is coming.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FlagView {
    pub reference: CaseReference,
    pub rule: Rule,
    /// The item, action or episode that it is about, where a case has several.
    pub subject: Option<Uuid>,
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
    /// A manager lets it rest.
    pub snooze: Option<SnoozeView>,
}

/// A flag that a manager lets rest, until when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SnoozeView {
    pub id: Uuid,
    /// The last day on which it rests.
    #[ts(type = "string")]
    pub until: NaiveDate,
    pub by: String,
    /// `cause` code; empty: not known.
    pub cause: String,
    /// Empty for an analyst, who sees no free text.
    pub reason: String,
}

/// How many duties stand in each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SeverityCounts {
    pub critically_overdue: u32,
    pub overdue: u32,
    pub due_soon: u32,
    pub not_due_yet: u32,
    /// Late, and let rest by a manager: in none of the groups above.
    pub snoozed: u32,
}

/// One page of a worklist.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FlagPage {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    /// Under the same filters, whatever the severity asked for.
    pub counts: SeverityCounts,
    /// How many duties the list holds in all.
    pub total: u32,
    /// On how many cases; `None` where counting them would take a walk through the whole register.
    pub cases: Option<u32>,
    pub offset: u32,
    pub rows: Vec<FlagView>,
}
