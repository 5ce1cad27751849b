//! The effective-dated rules of an authority: how often a child at each level is reviewed, and the clocks.
//!
//! No national review interval exists; each authority sets its own (DESIGN, section 2). A policy never rewrites
//! what was due before it took effect.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::floor::FloorRule;
use crate::level::RiskLevel;

/// What the policy says of one level of risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LevelRule {
    pub level: RiskLevel,
    /// Days from one review to the next.
    pub review_every_days: u32,
    /// Calendar months that a date for the next review may never pass.
    pub ceiling_months: u32,
    /// Days late after which a flag is called critically overdue: 0 from the first day on.
    pub critical_after_days: u32,
}

/// What a level of risk asks for, in days and calendar months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub review_every_days: u32,
    pub ceiling_months: u32,
    pub critical_after_days: u32,
}

/// The time limits that do not depend on the level. Working days unless the name says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clocks {
    pub assessment_authorised: u32,
    pub plan_in_place: u32,
    pub sign_off_decided: u32,
    pub review_signed: u32,
    pub change_resubmitted: u32,
    pub return_interview_hours: u32,
    pub plan_update_days: u32,
    /// A duty that falls due within so many days is shown as due soon.
    pub due_soon_days: u32,
}

/// The rules in force from a day until the next policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Policy {
    #[ts(type = "string")]
    pub effective_from: NaiveDate,
    /// Most serious first.
    pub levels: Vec<LevelRule>,
    pub clocks: Clocks,
    /// Warnings about a level that is lower than the authority expects. None in a policy written before there were any.
    #[serde(default)]
    pub floors: Vec<FloorRule>,
}

/// Which number or level cannot be worked with: places count from 0 in the policy's own lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyRefused {
    #[error("A policy needs at least one level of risk. Add one, with its review interval.")]
    NoLevels,
    #[error("Each level stands in a policy once. Remove the one that is repeated.")]
    LevelTwice { level: usize },
    #[error("A review interval is between 1 and 366 days. Change the interval.")]
    Interval { level: usize },
    #[error("A ceiling is between 1 and 12 months. Change the ceiling.")]
    Ceiling { level: usize },
    #[error("A flag becomes critical between 0 and 366 days late. Change the days.")]
    Critical { level: usize },
    #[error("A clock is between 1 and 1,000. Change this one.")]
    Clock { name: &'static str },
    #[error("A floor rule asks for a level of the policy. Choose one of its levels, or remove the rule.")]
    FloorLevel { floor: usize },
    #[error("The age of a floor rule is between 1 and 18 years. Change the age.")]
    FloorAge { floor: usize },
    #[error("The days of a floor rule are between 1 and 366. Change the days.")]
    FloorDays { floor: usize },
    #[error("Another policy takes effect on that day. Choose another day, or change that policy instead.")]
    SameDay,
    #[error("A register needs at least one policy.")]
    NoPolicy,
}

impl Policy {
    /// Whether the policy may be recorded; says what stands in the way.
    pub fn check(&self) -> Result<(), PolicyRefused> {
        let critical = self.levels.iter().position(|rule| rule.critical_after_days > 366);
        self.can_be_worked_with()?;
        critical.map_or(Ok(()), |level| Err(PolicyRefused::Critical { level }))
    }

    /// Whether the numbers can be worked with at all; says which cannot. A policy that was recorded when less was asked of it
    /// goes on being read.
    fn can_be_worked_with(&self) -> Result<(), PolicyRefused> {
        if self.levels.is_empty() {
            return Err(PolicyRefused::NoLevels);
        }
        let mut seen = std::collections::BTreeSet::new();
        for (level, rule) in self.levels.iter().enumerate() {
            if !seen.insert(&rule.level) {
                return Err(PolicyRefused::LevelTwice { level });
            }
            if !(1..=366).contains(&rule.review_every_days) {
                return Err(PolicyRefused::Interval { level });
            }
            if !(1..=12).contains(&rule.ceiling_months) {
                return Err(PolicyRefused::Ceiling { level });
            }
        }
        let c = &self.clocks;
        let clocks = [
            ("assessment_authorised", c.assessment_authorised),
            ("plan_in_place", c.plan_in_place),
            ("sign_off_decided", c.sign_off_decided),
            ("review_signed", c.review_signed),
            ("change_resubmitted", c.change_resubmitted),
            ("return_interview_hours", c.return_interview_hours),
            ("plan_update_days", c.plan_update_days),
            ("due_soon_days", c.due_soon_days),
        ];
        if let Some((name, _)) = clocks.into_iter().find(|(_, clock)| !(1..=1_000).contains(clock)) {
            return Err(PolicyRefused::Clock { name });
        }
        self.floors.iter().enumerate().try_for_each(|(floor, rule)| rule.check(floor, self))
    }

    pub fn knows(&self, level: &RiskLevel) -> Option<&LevelRule> {
        self.levels.iter().find(|rule| &rule.level == level)
    }

    /// The limits for a level; for a level that is missing or unknown, the strictest. A blank never buys time.
    pub fn limits_for(&self, level: Option<&RiskLevel>) -> Limits {
        let known = level.and_then(|level| self.knows(level));
        let rules = || self.levels.iter().filter(|rule| known.is_none_or(|known| known == *rule));
        Limits {
            review_every_days: rules().map(|rule| rule.review_every_days).min().unwrap_or(1),
            ceiling_months: rules().map(|rule| rule.ceiling_months).min().unwrap_or(1),
            critical_after_days: rules().map(|rule| rule.critical_after_days).min().unwrap_or(0),
        }
    }

    /// 1 for the most serious level, and 0 where the level is missing or unknown: that is looked at first.
    pub fn rank(&self, level: Option<&RiskLevel>) -> u32 {
        let place = level.and_then(|level| self.levels.iter().position(|rule| &rule.level == level));
        place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0)
    }
}

/// Every policy the authority has had, in order. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyHistory {
    first: Policy,
    later: Vec<Policy>,
}

impl PolicyHistory {
    pub fn new(mut policies: Vec<Policy>) -> Result<Self, PolicyRefused> {
        for policy in &policies {
            policy.can_be_worked_with()?;
        }
        policies.sort_by_key(|policy| policy.effective_from);
        let same_day = |pair: &[Policy]| matches!(pair, [a, b] if a.effective_from == b.effective_from);
        if policies.windows(2).any(same_day) {
            return Err(PolicyRefused::SameDay);
        }
        let mut policies = policies.into_iter();
        let first = policies.next().ok_or(PolicyRefused::NoPolicy)?;
        Ok(Self { first, later: policies.collect() })
    }

    /// The policy in force on a day. What lies before the first policy is judged by the first.
    pub fn on(&self, day: NaiveDate) -> &Policy {
        self.later.iter().rev().find(|policy| policy.effective_from <= day).unwrap_or(&self.first)
    }

    /// The days on which the rules changed.
    pub fn changes(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.later.iter().map(|policy| policy.effective_from)
    }

    pub fn all(&self) -> impl Iterator<Item = &Policy> + '_ {
        std::iter::once(&self.first).chain(&self.later)
    }
}

/// `start` plus calendar months, the last day of the month where the day does not exist.
pub fn add_months(start: NaiveDate, months: u32) -> NaiveDate {
    start.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duty::tests::builders::policy;

    #[test]
    fn a_flag_becomes_critical_within_a_year() {
        let critical_after = |days: u32| {
            let mut policy = policy("1 January 2026");
            policy.levels[1].critical_after_days = days;
            policy
        };
        assert_eq!(critical_after(0).check(), Ok(()));
        assert_eq!(critical_after(366).check(), Ok(()));
        assert_eq!(critical_after(367).check(), Err(PolicyRefused::Critical { level: 1 }));
        assert_eq!(critical_after(u32::MAX).check(), Err(PolicyRefused::Critical { level: 1 }));
        assert!(PolicyHistory::new(vec![critical_after(u32::MAX)]).is_ok(), "a register that holds one still opens");
    }
}
