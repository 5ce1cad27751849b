//! Live plans at the end of the period, and on how many of them progress had been recorded within the time limit.

use caseward_domain::duty::{Duty, Rule};
use chrono::NaiveDate;

use super::{measure, rate_rows, table};
use crate::period::Period;
use crate::rate::Rate;
use crate::summary::Table;
use crate::words::{count as say_count, how_many, sentence, verb};

const COLUMNS: [&str; 2] = ["Measure", "Number"];

const NOTES: [&str; 2] = [
    "A plan is live from the day it is first signed off until its case closes. An update is a dated record of progress on an action, or a later version of the plan.",
    "A plan without a recorded update counts as not updated. So nothing is left out as not recorded, and the per cent is already the worst case.",
];

#[derive(Default)]
pub(crate) struct PlanUpdates {
    in_time: u64,
    overdue: u64,
}

impl PlanUpdates {
    /// Adds the live plan of a case that is open on this day.
    pub fn add(&mut self, on: NaiveDate, duties: &[Duty]) {
        let mut owed = duties.iter().filter(|duty| duty.rule == Rule::PlanNotUpdated && duty.is_owed_on(on)).peekable();
        if owed.peek().is_none() {
            return;
        }
        if owed.any(|duty| duty.is_flag_on(on)) {
            self.overdue += 1;
        } else {
            self.in_time += 1;
        }
    }

    pub fn table(&self, period: Period) -> Table {
        let rate = Rate { hits: self.in_time, misses: self.overdue, not_recorded: 0 };
        let mut rows = vec![
            measure("Live plans at the end of the period", self.in_time + self.overdue),
            measure("Updated within the time limit", self.in_time),
            measure("Update overdue", self.overdue),
            measure("Not recorded", rate.not_recorded),
        ];
        rows.extend(rate_rows("Updated within the time limit", rate));
        table("plan-updates", "Plans kept up to date", &COLUMNS, rows, self.finding(period, rate), &NOTES)
    }

    fn finding(&self, period: Period, rate: Rate) -> String {
        let live = self.in_time + self.overdue;
        let end = period.say_end();
        if live == 0 {
            return format!("No plan was live on {end}.");
        }
        format!(
            "{} {} live on {end}; {} had been updated within the time limit{}.",
            sentence(&say_count(live, "plan", "plans")),
            verb(live, "was", "were"),
            how_many(self.in_time),
            rate.say()
        )
    }
}
