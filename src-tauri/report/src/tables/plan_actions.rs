//! Actions of the children's plans that fell due in the period: done by their date, late, or not.

use std::collections::BTreeMap;

use caseward_domain::duty::{Duty, Rule};

use super::{measure, rate_rows, table};
use crate::period::Period;
use crate::rate::Rate;
use crate::summary::Table;
use crate::words::{count as say_count, how_many, others, sentence, verb};

const COLUMNS: [&str; 2] = ["Measure", "Number"];

const NOTES: [&str; 3] = [
    "An action that was dropped from the plan, or whose case closed, by its date was no longer owed and is left out.",
    "An action without a record of its being done counts as not done. So nothing is left out as not recorded, and the per cent is already the worst case.",
    "Overdue at the end counts every action of an open case that was past its date and not done, whenever it fell due.",
];

#[derive(Default)]
pub(crate) struct PlanActions {
    in_time: u64,
    late: u64,
    not_done: u64,
    overdue_at_end: u64,
}

impl PlanActions {
    pub fn add(&mut self, period: Period, duties: &[Duty]) {
        // An action that was opened again fell due once: how it stands last is how it counts.
        let mut fell_due = BTreeMap::new();
        for duty in duties.iter().filter(|duty| duty.rule == Rule::ActionOverdue) {
            self.overdue_at_end += u64::from(duty.is_flag_on(period.to));
            if let Some(due) = duty.due_on.filter(|due| period.holds(*due)) {
                fell_due.insert((duty.subject, due), duty);
            }
        }
        for ((_, due), duty) in fell_due {
            let ended_by_then = duty.ended_on.is_some_and(|ended| ended <= due);
            match duty.met_on {
                Some(met) if met <= due => self.in_time += 1,
                _ if ended_by_then => {}
                Some(met) if met <= period.to => self.late += 1,
                _ => self.not_done += 1,
            }
        }
    }

    pub fn table(&self) -> Table {
        let due = self.in_time + self.late + self.not_done;
        let rate = Rate { hits: self.in_time, misses: self.late + self.not_done, not_recorded: 0 };
        let mut rows = vec![
            measure("Due in the period", due),
            measure("Done by their date", self.in_time),
            measure("Done late", self.late),
            measure("Not done by the end of the period", self.not_done),
            measure("Not recorded", rate.not_recorded),
        ];
        rows.extend(rate_rows("Done by their date", rate));
        rows.push(measure("Overdue at the end of the period, whenever due", self.overdue_at_end));
        table("plan-actions", "Actions of the children’s plans", &COLUMNS, rows, self.finding(due, rate), &NOTES)
    }

    fn finding(&self, due: u64, rate: Rate) -> String {
        let overdue = self.overdue_at_end;
        let overdue = format!("{} {} overdue at the end of it.", how_many(overdue), verb(overdue, "was", "were"));
        if due == 0 {
            return format!("No plan action fell due in the period. {}", sentence(&overdue));
        }
        let done = format!("{} {} done by the date{}", how_many(self.in_time), verb(self.in_time, "was", "were"), rate.say());
        let others = others(self.in_time, "actions", &[(self.late, "done late"), (self.not_done, "not done")]);
        format!("Of {} due in the period, {done}.{others} {}", say_count(due, "plan action", "plan actions"), sentence(&overdue))
    }
}
