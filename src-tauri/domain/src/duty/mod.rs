//! Duties: what is owed on a case, under which rule, from when, by when, met when, and in words why.
//!
//! One pure function, [`duties`]. Flags on any date, past ones too, follow from its list. In every peer that was
//! read an overdue case exists only if someone typed a due date; here a case that nobody planned anything for is
//! owed a review by its level alone.

mod missing;
mod progress;
mod review;
mod risk;
mod rule;
mod signing;

#[cfg(test)]
pub(crate) mod tests;

use std::fmt;

use chrono::NaiveDate;
use uuid::Uuid;

pub use rule::{Family, Rule};

use crate::calendar::{Calendar, say_holidays};
use crate::date::InWords;
use crate::history::{CaseHistory, Period, Subject};
use crate::level::{RiskLevel, level_in_force};
use crate::policy::PolicyHistory;

/// One thing owed on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub rule: Rule,
    pub subject: Subject,
    pub start_on: NaiveDate,
    /// May still be done on this day. `None` where bank holidays are not known far enough ahead.
    pub due_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    /// The day from which it is no longer owed, though never met: the case closed, or something took its place.
    pub ended_on: Option<NaiveDate>,
    /// Why it is owed and how the date was reached.
    pub explanation: String,
}

impl Duty {
    /// A flag: past its due date and not met. What is due on a day may be done on that day; the flag stands from the next.
    pub fn is_flag_on(&self, day: NaiveDate) -> bool {
        self.is_owed_on(day) && self.due_on.is_some_and(|due| due < day)
    }

    pub fn is_owed_on(&self, day: NaiveDate) -> bool {
        self.start_on <= day && self.until().is_none_or(|until| day < until)
    }

    /// Done after its due date, while it was still owed.
    pub fn is_settled_late(&self) -> bool {
        self.met_on.zip(self.due_on).is_some_and(|(met, due)| met > due) && self.until() == self.met_on
    }

    /// The first day on which it is no longer owed: met, or ended.
    pub fn until(&self) -> Option<NaiveDate> {
        [self.met_on, self.ended_on].into_iter().flatten().min()
    }
}

/// Counts up whenever [`duties`] answers otherwise for the same history, so that a register works its stored duties out anew.
pub const REVISION: u32 = 3;

/// Everything owed on a case, ever: met, ended, owed now. In a settled order that does not depend on the order of facts.
pub fn duties(history: &CaseHistory, policies: &PolicyHistory, calendar: &Calendar) -> Vec<Duty> {
    let mut found = Vec::new();
    for period in history.periods.iter().filter(|period| period.holds(period.opened_on)) {
        let earlier = found.len();
        Ask::new(history, period, policies, calendar).every_rule(&mut found);
        for duty in found.iter_mut().skip(earlier) {
            duty.end_on_closing(period);
        }
    }
    found.retain(|duty| duty.until().is_none_or(|until| until > duty.start_on || duty.met_on.is_some()));
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}

/// The flags that stand at the end of the day on which a case closes, or would close, as if it stayed open: what closing
/// leaves undone. In the order of [`duties`].
pub fn flags_at_closing(
    history: &CaseHistory,
    policies: &PolicyHistory,
    calendar: &Calendar,
    closing_on: NaiveDate,
) -> Vec<Duty> {
    let mut periods = history.periods.iter();
    let closes = |period: &&Period| period.closed_on == Some(closing_on);
    let is_open = |period: &&Period| period.closed_on.is_none() && period.opened_on <= closing_on;
    let Some(period) = periods.clone().find(closes).or_else(|| periods.find(is_open)) else { return Vec::new() };
    let stays_open = Period { closed_on: None, ..*period };
    let has_ended = history.ended_before_import(period);
    let mut found = Vec::new();
    Ask { has_ended, ..Ask::new(history, &stays_open, policies, calendar) }.every_rule(&mut found);
    found.retain(|duty| duty.is_flag_on(closing_on));
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}

impl Duty {
    /// Nothing is owed from the day a case closed, though it may still be done later.
    fn end_on_closing(&mut self, period: &Period) {
        if let Some(closed) = period.closed_on
            && self.until().is_none_or(|until| until > closed)
        {
            self.ended_on = Some(closed);
        }
    }

    /// Every field, so that no two lists of the same duties differ.
    fn order(&self) -> impl Ord {
        (self.rule, self.start_on, self.due_on, self.subject, self.met_on, self.ended_on, &self.explanation)
    }
}

/// A policy as a sentence names it: `the policy of 1 January 2026`.
struct PolicyInWords(NaiveDate);

impl fmt::Display for PolicyInWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the policy of {}", InWords(self.0))
    }
}

/// What each rule is asked with.
pub(crate) struct Ask<'a> {
    pub history: &'a CaseHistory,
    pub period: &'a Period,
    pub policies: &'a PolicyHistory,
    pub calendar: &'a Calendar,
    /// The case had ended before it was brought in.
    pub has_ended: bool,
    /// Days in the period, after its first, on which a level was stated or the policy changed. Sorted.
    pub turns: Vec<NaiveDate>,
}

impl<'a> Ask<'a> {
    fn new(history: &'a CaseHistory, period: &'a Period, policies: &'a PolicyHistory, calendar: &'a Calendar) -> Self {
        let stated = history.levels.iter().map(|statement| statement.on);
        let within = |day: &NaiveDate| *day > period.opened_on && period.holds(*day);
        let mut turns: Vec<NaiveDate> = stated.chain(policies.changes()).filter(within).collect();
        turns.sort_unstable();
        turns.dedup();
        Self { history, period, policies, calendar, has_ended: history.ended_before_import(period), turns }
    }

    fn every_rule(&self, found: &mut Vec<Duty>) {
        review::owed(self, found);
        signing::owed(self, found);
        progress::owed(self, found);
        missing::owed(self, found);
        risk::owed(self, found);
    }

    pub(crate) fn level_on(&self, day: NaiveDate) -> Option<&'a RiskLevel> {
        level_in_force(&self.history.levels, day).map(|found| found.level)
    }

    /// `Medium since 3 March 2026`, or that no level was recorded on that day.
    pub(crate) fn say_level(&self, day: NaiveDate) -> String {
        match level_in_force(&self.history.levels, day) {
            Some(found) if self.policies.on(day).knows(found.level).is_some() => {
                let confirmed = if found.confirmed { "" } else { ", not yet confirmed by a manager" };
                format!("{} since {}{confirmed}", found.level.say(), InWords(found.since))
            }
            Some(found) => format!("{} is not a level of the policy, so the strictest interval applies", found.level.say()),
            None => format!("No level was recorded on {}, so the strictest interval applies", InWords(day)),
        }
    }

    /// The policy in force on a day, as a sentence names it.
    pub(crate) fn say_policy(&self, day: NaiveDate) -> impl fmt::Display {
        PolicyInWords(self.policies.on(day).effective_from)
    }

    /// A duty counted in working days, with how the date was reached.
    pub(crate) fn in_working_days(
        &self,
        rule: Rule,
        subject: Option<Uuid>,
        start: NaiveDate,
        days: u32,
        since: &str,
        owed: &str,
    ) -> Duty {
        let policy = self.say_policy(start);
        let allowed = if days == 1 { "working day" } else { "working days" };
        let said = format!("{since} {}; {owed} within {days} {allowed} under {policy}; ", InWords(start));
        let (due_on, explanation) = match self.calendar.add_working_days(start, days) {
            Ok(due) => {
                let crossed = say_holidays(&self.calendar.holidays_crossed(start, due));
                let crossing = if crossed.is_empty() { "" } else { ", crossing " };
                (Some(due), format!("{said}due {}{crossing}{crossed}.", InWords(due)))
            }
            Err(unknown) => (None, format!("{said}no due date can be given, because {}.", unknown.say())),
        };
        Duty { rule, subject, start_on: start, due_on, met_on: None, ended_on: None, explanation }
    }
}
