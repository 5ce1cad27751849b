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
        let before = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN).max(EARLIEST);
        let after = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX).min(LATEST);
        let critical = u64::from(policy.limits_for(level).critical_after_days);
        let soon = u64::from(policy.clocks.due_soon_days);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Clocks, LevelRule};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// High is critical after 7 days, low after 28; what falls due within 14 days is due soon.
    fn policy() -> Policy {
        let rule = |name: &str, critical_after_days| LevelRule {
            level: RiskLevel::parse(name).unwrap(),
            review_every_days: 28,
            ceiling_months: 3,
            critical_after_days,
        };
        let clocks = Clocks {
            assessment_authorised: 45,
            plan_in_place: 10,
            sign_off_decided: 5,
            review_signed: 5,
            change_resubmitted: 5,
            return_interview_hours: 72,
            plan_update_days: 28,
            due_soon_days: 14,
        };
        Policy { effective_from: day("2026-01-01"), levels: vec![rule("high", 7), rule("low", 28)], clocks, floors: Vec::new() }
    }

    #[test]
    fn what_is_due_today_is_due_soon_and_what_was_due_yesterday_is_overdue() {
        let high = RiskLevel::parse("high").ok();
        let of = |due: &str| Severity::of(&policy(), high.as_ref(), day(due), day("2026-06-30"));
        assert_eq!(of("2026-06-22"), Severity::CriticallyOverdue);
        assert_eq!(of("2026-06-23"), Severity::Overdue);
        assert_eq!(of("2026-06-29"), Severity::Overdue);
        assert_eq!(of("2026-06-30"), Severity::DueSoon);
        assert_eq!(of("2026-07-14"), Severity::DueSoon);
        assert_eq!(of("2026-07-15"), Severity::NotDueYet);
    }

    #[test]
    fn a_missing_level_is_critical_as_soon_as_the_strictest() {
        let low = RiskLevel::parse("low").ok();
        let of = |level: Option<&RiskLevel>| Severity::of(&policy(), level, day("2026-06-22"), day("2026-06-30"));
        assert_eq!(of(low.as_ref()), Severity::Overdue);
        assert_eq!(of(None), Severity::CriticallyOverdue);
        assert_eq!(of(RiskLevel::parse("extreme").ok().as_ref()), Severity::CriticallyOverdue);
    }

    #[test]
    fn a_policy_that_never_calls_a_flag_critical_leaves_it_overdue() {
        let mut policy = policy();
        for rule in &mut policy.levels {
            rule.critical_after_days = u32::MAX;
        }
        let of = |due: &str| Severity::of(&policy, None, day(due), day("2026-06-30"));
        assert_eq!(of("1990-01-01"), Severity::Overdue);
        assert_eq!(of("2026-06-29"), Severity::Overdue);
        assert_eq!(of("2026-06-30"), Severity::DueSoon);
        let (from, to) = Severity::Overdue.due_between(&policy, None, day("2026-06-30"));
        assert_eq!((from, to), (EARLIEST, day("2026-06-29")), "dates as text keep their order");
    }

    #[test]
    fn every_due_date_stands_in_exactly_one_group() {
        let today = day("2026-06-30");
        for due in day("2026-01-01").iter_days().take(400) {
            let holds = |severity: &&Severity| {
                let (from, to) = severity.due_between(&policy(), None, today);
                from <= due && due <= to
            };
            assert_eq!(Severity::ALL.iter().filter(holds).count(), 1, "{due}");
        }
    }
}
