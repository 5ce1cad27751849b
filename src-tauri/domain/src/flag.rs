//! Flags: duties past their due date and not met, grouped by how late they are and ranked by level and lateness.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::Duty;
use crate::level::RiskLevel;
use crate::policy::Policy;

/// How urgent a duty is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    CriticallyOverdue,
    Overdue,
    DueSoon,
    NotDueYet,
}

impl Severity {
    pub const ALL: [Severity; 4] = [Severity::CriticallyOverdue, Severity::Overdue, Severity::DueSoon, Severity::NotDueYet];

    pub fn as_str(self) -> &'static str {
        match self {
            Severity::CriticallyOverdue => "critically_overdue",
            Severity::Overdue => "overdue",
            Severity::DueSoon => "due_soon",
            Severity::NotDueYet => "not_due_yet",
        }
    }

    /// The due dates that have this severity on a day: from (inclusive) and to (inclusive).
    pub fn due_between(self, policy: &Policy, level: Option<&RiskLevel>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let before = |days: u32| today.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN);
        let after = |days: u32| today.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        let critical = policy.limits_for(level).critical_after_days;
        let soon = policy.clocks.due_soon_days;
        match self {
            Severity::CriticallyOverdue => (EARLIEST, before(critical + 1)),
            Severity::Overdue => (before(critical), before(1)),
            Severity::DueSoon => (today, after(soon)),
            Severity::NotDueYet => (after(soon + 1), LATEST),
        }
    }

    /// The severity of a duty that is owed today and due on `due_on`.
    pub fn of(policy: &Policy, level: Option<&RiskLevel>, due_on: NaiveDate, today: NaiveDate) -> Self {
        let holds = |severity: &Severity| {
            let (from, to) = severity.due_between(policy, level, today);
            from <= due_on && due_on <= to
        };
        Self::ALL.into_iter().find(holds).unwrap_or(Severity::NotDueYet)
    }
}

/// The first and last day that a list asks for: years of four digits, so that dates as text keep their order.
pub const EARLIEST: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
pub const LATEST: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// Days past the due date on a day; 0 or less when it is not late.
pub fn days_late(duty: &Duty, on: NaiveDate) -> i64 {
    duty.due_on.map_or(0, |due| on.signed_duration_since(due).num_days())
}
