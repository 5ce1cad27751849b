//! Leaving the list: of the cases that closed in the period, how many did so at the most serious level, with open flags or
//! soon after a missing episode.
//!
//! The same is named to the manager before a closure is signed (`caseward_domain::leaving`). A child whose case closes is on
//! no list from that day on, so the board sees how many left it like that (DESIGN, section 2).

use caseward_domain::calendar::Calendar;
use caseward_domain::history::CaseHistory;
use caseward_domain::leaving::{LeavingConcern, NAMED_AFTER_MISSING_DAYS, leaving_concerns};
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::policy::PolicyHistory;
use chrono::NaiveDate;

use super::{measure, row, table};
use crate::period::Period;
use crate::rate::percent;
use crate::summary::{Cell, Table};
use crate::words::{count as say_count, how_many};

/// The level at which a signed closure closed a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelAtClosing {
    pub closed_on: NaiveDate,
    pub level: RiskLevel,
}

const COLUMNS: [&str; 2] = ["Measure", "Number"];

const NOTES: [&str; 3] = [
    "The level is the one at which the closure was signed off; where no closure states one, the one in force on the closing day. Open flags are those that still stood on the closing day. A case that closes again is counted each time.",
    "These are named to the manager before signing. They refuse nothing: a closure may be right all the same.",
    "Not recorded are closings at which no level is recorded and neither of the other two was named. The worst case counts them with any of these.",
];

#[derive(Default)]
pub(crate) struct Leaving {
    closed: u64,
    most_serious: u64,
    open_flags: u64,
    missing: u64,
    any: u64,
    not_recorded: u64,
}

impl Leaving {
    pub fn add(
        &mut self,
        period: Period,
        policies: &PolicyHistory,
        calendar: &Calendar,
        history: &CaseHistory,
        levels: &[LevelAtClosing],
    ) {
        for closed_on in history.periods.iter().filter_map(|span| span.closed_on).filter(|day| period.holds(*day)) {
            let stated = levels.iter().rfind(|stated| stated.closed_on == closed_on).map(|stated| &stated.level);
            let named = leaving_concerns(history, policies, calendar, stated, closed_on);
            let has = |wanted: fn(&LeavingConcern) -> bool| u64::from(named.iter().any(wanted));
            self.closed += 1;
            self.most_serious += has(|concern| matches!(concern, LeavingConcern::MostSeriousLevel { .. }));
            self.open_flags += has(|concern| matches!(concern, LeavingConcern::OpenFlags { .. }));
            self.missing += has(|concern| matches!(concern, LeavingConcern::RecentlyMissing { .. }));
            self.any += has(|_| true);
            let has_level = stated.is_some() || level_in_force(&history.levels, closed_on).is_some();
            self.not_recorded += u64::from(named.is_empty() && !has_level);
        }
    }

    pub fn table(&self) -> Table {
        let missing = format!("Within {NAMED_AFTER_MISSING_DAYS} days of a missing episode");
        let none = self.closed - self.any - self.not_recorded;
        let rows = vec![
            measure("Closed in the period", self.closed),
            measure("At the most serious level", self.most_serious),
            measure("With open flags", self.open_flags),
            measure(&missing, self.missing),
            measure("With any of these", self.any),
            measure("With none of these", none),
            measure("Not recorded", self.not_recorded),
            row("With any of these (per cent)", vec![Cell::Percent { value: self.share() }]),
            row("With any of these, worst case (per cent)", vec![Cell::Percent { value: self.worst() }]),
        ];
        table("leaving-the-list", "Leaving the list", &COLUMNS, rows, self.finding(), &NOTES)
    }

    fn share(&self) -> Option<f64> {
        percent(self.any, self.closed - self.not_recorded)
    }

    fn worst(&self) -> Option<f64> {
        percent(self.any + self.not_recorded, self.closed)
    }

    fn finding(&self) -> String {
        if self.closed == 0 {
            return "No case closed in the period.".to_owned();
        }
        let of_recorded = if self.not_recorded == 0 { "" } else { " of those recorded" };
        let share = self.share().map(|share| format!("{share:.1}%{of_recorded}"));
        let worst = self.worst().filter(|_| self.not_recorded > 0).map(|worst| format!("{worst:.1}% at worst"));
        let rate: Vec<String> = share.into_iter().chain(worst).collect();
        format!(
            "Of {} that closed in the period, {} ({}) left the list at the most serious level, with open flags or within {NAMED_AFTER_MISSING_DAYS} days of a missing episode.",
            say_count(self.closed, "case", "cases"),
            how_many(self.any),
            rate.join(", ")
        )
    }
}
