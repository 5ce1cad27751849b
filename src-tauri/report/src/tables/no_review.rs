//! The no-review flags that stood at the end of the period, by rule and by how late they were.
//!
//! This is the table for which the register exists: a case that nobody planned anything for is late here too.

use caseward_domain::date::say_days;
use caseward_domain::duty::{Duty, Family, Rule};
use caseward_domain::flag::days_late;
use chrono::NaiveDate;

use super::{count, row, table, total};
use crate::period::Period;
use crate::rate::percent;
use crate::summary::{Cell, Table};
use crate::words::{count as say_count, number, sentence, verb};

pub(crate) const ID: &str = "no-review-flags";
/// The columns that the chart draws.
pub(crate) const BY_LATENESS: [usize; 4] = [2, 3, 4, 5];

const COLUMNS: [&str; 9] = [
    "Rule",
    "Flags",
    "Open cases with the flag",
    "1 to 7 days late",
    "8 to 28 days late",
    "29 to 90 days late",
    "More than 90 days late",
    "Longest (days late)",
    "Open cases with the flag (per cent)",
];

const NOTES: [&str; 4] = [
    "A flag is a duty that was past its due date and not met at the end of the period. What is due on a day may be done on that day; the flag stands from the next.",
    "One case may have several flags. The last row counts every flag once under flags and days late, and every case once under open cases.",
    "A missing level or date never postpones a flag: while a level is missing, the strictest interval applies. So nothing is left out as not recorded, and the per cent is already the worst case.",
    "A review that a tracker reported counts as a review held.",
];

#[derive(Clone, Debug, Default)]
struct Counts {
    flags: u64,
    cases: u64,
    late: [u64; 4],
    longest: i64,
}

impl Counts {
    fn add(&mut self, late: i64) {
        self.flags += 1;
        self.longest = self.longest.max(late);
        let [week, month, quarter, longer] = &mut self.late;
        let band = match late {
            ..=7 => week,
            8..=28 => month,
            29..=90 => quarter,
            91.. => longer,
        };
        *band += 1;
    }

    fn cells(&self, open_cases: u64) -> Vec<Cell> {
        let longest = u32::try_from(self.longest).ok().filter(|_| self.flags > 0).map(f64::from);
        let counts = [self.flags, self.cases].into_iter().chain(self.late).map(count);
        counts.chain([Cell::Days { value: longest }, Cell::Percent { value: percent(self.cases, open_cases) }]).collect()
    }
}

#[derive(Default)]
pub(crate) struct NoReviewFlags {
    by_rule: Vec<(Rule, Counts)>,
    any: Counts,
}

impl NoReviewFlags {
    pub fn new() -> Self {
        let rules = Rule::ALL.iter().filter(|rule| rule.family() == Family::NoReview);
        Self { by_rule: rules.map(|rule| (*rule, Counts::default())).collect(), any: Counts::default() }
    }

    /// Adds the flags that stand on a case which is open on this day.
    pub fn add(&mut self, on: NaiveDate, duties: &[Duty]) {
        let flags_before = self.any.flags;
        for (rule, counts) in &mut self.by_rule {
            let before = counts.flags;
            for duty in duties.iter().filter(|duty| duty.rule == *rule && duty.is_flag_on(on)) {
                let late = days_late(duty, on);
                counts.add(late);
                self.any.add(late);
            }
            counts.cases += u64::from(counts.flags > before);
        }
        self.any.cases += u64::from(self.any.flags > flags_before);
    }

    pub fn table(&self, period: Period, open_cases: u64) -> Table {
        let mut rows: Vec<_> = self.by_rule.iter().map(|(rule, counts)| row(rule.say(), counts.cells(open_cases))).collect();
        rows.push(total("Open cases with at least one of these flags", self.any.cells(open_cases)));
        table(ID, "No-review flags by rule", &COLUMNS, rows, self.finding(period, open_cases), &NOTES)
    }

    fn finding(&self, period: Period, open_cases: u64) -> String {
        let end = period.say_end();
        if open_cases == 0 {
            return format!("No cases were open on {end}, so no flag stood.");
        }
        let open = say_count(open_cases, "open case", "open cases");
        let Some(share) = percent(self.any.cases, open_cases).filter(|_| self.any.cases > 0) else {
            return format!("No no-review flag stood on {end}: {open} {} without one.", verb(open_cases, "was", "were"));
        };
        let flagged = sentence(&format!("{} of {open} ({share:.1}%)", number(self.any.cases)));
        format!("{flagged} had at least one no-review flag on {end}. The longest was {} late.", say_days(self.any.longest))
    }
}
