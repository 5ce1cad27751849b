//! Cases by the level of risk in force at the end of the period: how many were open, opened and closed.
//!
//! The four counts balance by construction: open at the start, and opened, less closed, are open at the end.

use caseward_domain::date::say_date;
use caseward_domain::history::CaseHistory;
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::policy::Policy;

use super::{count, row, table, total};
use crate::period::Period;
use crate::summary::{Cell, Table, TableRow};
use crate::words::{count as say_count, how_many, number, sentence, verb};

pub(crate) const ID: &str = "cases";
/// The column that the chart draws.
pub(crate) const OPEN_AT_END: usize = 3;

const COLUMNS: [&str; 7] = [
    "Level of risk",
    "Open at the start",
    "Opened in the period",
    "Closed in the period",
    "Open at the end",
    "Of those, level confirmed by a manager",
    "Of those, level not yet confirmed",
];

const NOTES: [&str; 3] = [
    "The level is the one in force at the end of the period: the manager’s level of the latest sign-off that states one; before any, the practitioner’s, which counts as not yet confirmed. Caseward never computes a level.",
    "Open at the start means open on the day before the period began. A case that closes and opens again is counted each time. Open at the start plus opened less closed is open at the end.",
    "A case with no level recorded has none to confirm, so the columns about confirmation do not apply to it.",
];

/// Cases of one level.
#[derive(Clone, Debug, Default)]
struct Counts {
    open_at_start: u64,
    opened: u64,
    closed: u64,
    open_at_end: u64,
    confirmed: u64,
}

pub(crate) struct Cases {
    levels: Vec<(RiskLevel, Counts)>,
    not_in_policy: Counts,
    not_recorded: Counts,
}

impl Cases {
    /// Counts by the levels of the policy in force at the end of the period, in its order.
    pub fn new(policy: &Policy) -> Self {
        let levels = policy.levels.iter().map(|rule| (rule.level.clone(), Counts::default())).collect();
        Self { levels, not_in_policy: Counts::default(), not_recorded: Counts::default() }
    }

    pub fn add(&mut self, period: Period, history: &CaseHistory) {
        let held = |day| u64::from(period.holds(day));
        let opened: u64 = history.periods.iter().map(|span| held(span.opened_on)).sum();
        let closed: u64 = history.periods.iter().filter_map(|span| span.closed_on).map(held).sum();
        let open_at_start = u64::from(history.is_open_on(period.eve()));
        let open_at_end = u64::from(history.is_open_on(period.to));
        if opened + closed + open_at_start + open_at_end == 0 {
            return;
        }
        let level = level_in_force(&history.levels, period.to);
        let counts = match &level {
            None => &mut self.not_recorded,
            Some(found) => match self.levels.iter_mut().find(|(level, _)| level == found.level) {
                Some((_, counts)) => counts,
                None => &mut self.not_in_policy,
            },
        };
        counts.open_at_start += open_at_start;
        counts.opened += opened;
        counts.closed += closed;
        counts.open_at_end += open_at_end;
        counts.confirmed += level.map_or(0, |found| if found.confirmed { open_at_end } else { 0 });
    }

    pub fn open_at_end(&self) -> u64 {
        self.all().map(|counts| counts.open_at_end).sum()
    }

    pub fn table(&self, period: Period) -> Table {
        let mut rows: Vec<TableRow> = self.levels.iter().map(|(level, counts)| row(&level.say(), cells(counts))).collect();
        if self.not_in_policy.opened + self.not_in_policy.closed + self.not_in_policy.open_at_start > 0 {
            rows.push(row("A level that the policy does not know", cells(&self.not_in_policy)));
        }
        let mut unrecorded = cells(&self.not_recorded);
        unrecorded.truncate(OPEN_AT_END + 1);
        unrecorded.extend([Cell::Blank, Cell::Blank]);
        rows.push(row("Not recorded", unrecorded));
        let sum = self.sum();
        let confirmable = sum.open_at_end - self.not_recorded.open_at_end;
        let mut all = cells(&sum);
        all.truncate(OPEN_AT_END + 1);
        all.extend([count(sum.confirmed), count(confirmable - sum.confirmed)]);
        rows.push(total("All cases", all));
        table(ID, "Cases by level of risk", &COLUMNS, rows, self.finding(period, &sum), &NOTES)
    }

    fn all(&self) -> impl Iterator<Item = &Counts> {
        self.levels.iter().map(|(_, counts)| counts).chain([&self.not_in_policy, &self.not_recorded])
    }

    fn sum(&self) -> Counts {
        self.all().fold(Counts::default(), |sum, counts| Counts {
            open_at_start: sum.open_at_start + counts.open_at_start,
            opened: sum.opened + counts.opened,
            closed: sum.closed + counts.closed,
            open_at_end: sum.open_at_end + counts.open_at_end,
            confirmed: sum.confirmed + counts.confirmed,
        })
    }

    fn finding(&self, period: Period, sum: &Counts) -> String {
        let open = sentence(&say_count(sum.open_at_end, "case", "cases"));
        let were = verb(sum.open_at_end, "was", "were");
        let than_before = match (sum.open_at_start, sum.open_at_end) {
            (0, 0) => String::new(),
            (before, now) if now > before => format!(", {} more than at the start of the period", number(now - before)),
            (before, now) if now < before => format!(", {} fewer than at the start of the period", number(before - now)),
            _ => ", as many as at the start of the period".to_owned(),
        };
        let moved = format!("{} opened in the period and {} closed.", how_many(sum.opened), how_many(sum.closed));
        let unknown = match self.not_recorded.open_at_end {
            0 => String::new(),
            n => format!(" No level is recorded for {} of the open cases.", number(n)),
        };
        format!("{open} {were} open on {}{than_before}. {}{unknown}", say_date(period.to), sentence(&moved))
    }
}

fn cells(counts: &Counts) -> Vec<Cell> {
    let unconfirmed = counts.open_at_end - counts.confirmed;
    [counts.open_at_start, counts.opened, counts.closed, counts.open_at_end, counts.confirmed, unconfirmed].map(count).into()
}
