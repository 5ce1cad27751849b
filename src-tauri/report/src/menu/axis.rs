//! What a cross-table counts by: its categories for the disclosure rules, and the place of each of the finest among its counts.

use std::collections::BTreeSet;

use caseward_disclosure::{Category, Dimension};
use caseward_domain::date::say_date;
use chrono::{Datelike, Months, NaiveDate};

use crate::period::Period;

/// The name of the dimension of time: the same in every table, so that a year adds up with its quarters.
pub(crate) const TIME: &str = "Period";

/// In quarters.
const A_YEAR: usize = 4;

/// One dimension of a cross-table.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    name: String,
    total: Category,
    finest: Vec<String>,
    is_harmless: bool,
    is_time: bool,
}

impl Axis {
    /// A total and its categories. Labels are the authority's own, and two of them may be the same: the later says that it is another.
    pub fn flat(name: &str, total: &str, labels: &[String]) -> Self {
        let mut taken = BTreeSet::from([total.to_owned()]);
        let mut finest = Vec::new();
        for label in labels {
            let mut unique = label.clone();
            let mut times = 1;
            while !taken.insert(unique.clone()) {
                times += 1;
                unique = format!("{label} ({times})");
            }
            finest.push(unique);
        }
        let parts = finest.iter().map(|label| Category::new(label));
        Self { name: name.to_owned(), total: Category::of(total, parts), finest, is_harmless: false, is_time: false }
    }

    /// Learning a category of it tells nothing private about a child: whether a review was in time, say.
    pub fn harmless(self) -> Self {
        Self { is_harmless: true, ..self }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether its total is itself a part of all time.
    pub fn is_time(&self) -> bool {
        self.is_time
    }

    /// The heading of its total.
    pub fn total(&self) -> &str {
        &self.total.name
    }

    pub fn finest(&self) -> &[String] {
        &self.finest
    }

    /// `None` for names that cannot stand together, which [`Axis::flat`] and [`Time`] never make.
    pub fn dimension(&self) -> Option<Dimension> {
        let dimension = Dimension::new(&self.name, self.total.clone()).ok()?;
        let dimension = if self.is_harmless { dimension.harmless() } else { dimension };
        Some(if self.is_time { dimension.part_of_a_whole() } else { dimension })
    }
}

/// The quarters of a period and their months.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    period: Period,
    quarters: Vec<Period>,
}

impl Time {
    /// Quarters begin in January, April, July and October; the first and the last may be cut off.
    pub fn new(period: Period) -> Self {
        Self { period, quarters: cut(period, 3) }
    }

    pub fn quarters(&self) -> &[Period] {
        &self.quarters
    }

    /// The category of a quarter in [`Time::axis`].
    pub fn name_of(quarter: Period) -> String {
        span(quarter.from, quarter.to)
    }

    /// By quarter, each a sum of its months or not; months and quarters that are the whole stand once. Several years, which begin when
    /// the period does, are sums of their quarters.
    pub fn axis(&self, with_months: bool) -> Axis {
        let name = Self::name_of;
        let months = |quarter: &Period| -> Vec<Category> {
            let months = if with_months { cut(*quarter, 1) } else { Vec::new() };
            if months.len() < 2 { Vec::new() } else { months.into_iter().map(|month| Category::new(&name(month))).collect() }
        };
        let total = match self.quarters.as_slice() {
            [only] => Category::of(&name(*only), months(only)),
            several => {
                let quarter = |quarter: &Period| Category::of(&name(*quarter), months(quarter));
                let year = |quarters: &[Period]| {
                    let ends = quarters.first().zip(quarters.last()).map(|(first, last)| span(first.from, last.to));
                    Category::of(&ends.unwrap_or_default(), quarters.iter().map(quarter))
                };
                let is_of_years = several.len() > A_YEAR && several.len().is_multiple_of(A_YEAR);
                let parts: Vec<Category> =
                    if is_of_years { several.chunks(A_YEAR).map(year).collect() } else { several.iter().map(quarter).collect() };
                Category::of(&name(self.period), parts)
            }
        };
        let mut finest = Vec::new();
        leaves(&total, &mut finest);
        Axis { name: TIME.to_owned(), total, finest, is_harmless: true, is_time: true }
    }

    /// The place of a day's quarter, for a day of the period.
    pub fn quarter_of(&self, day: NaiveDate) -> Option<usize> {
        self.quarters.iter().position(|quarter| quarter.holds(day))
    }

    /// The place of a day's month among the finest of the axis with months.
    pub fn month_of(&self, day: NaiveDate) -> Option<usize> {
        if !self.period.holds(day) {
            return None;
        }
        self.quarters.iter().flat_map(|quarter| cut(*quarter, 1)).position(|month| month.holds(day))
    }
}

fn leaves(category: &Category, found: &mut Vec<String>) {
    if category.parts.is_empty() {
        found.push(category.name.clone());
    }
    for part in &category.parts {
        leaves(part, found);
    }
}

/// A period cut where a month, or a quarter of three, begins.
fn cut(period: Period, months: u32) -> Vec<Period> {
    let mut found = Vec::new();
    let mut from = period.from;
    while from <= period.to {
        let first = from.with_day(1).and_then(|day| day.with_month((from.month0() / months) * months + 1));
        let next = first.and_then(|day| day.checked_add_months(Months::new(months))).unwrap_or(NaiveDate::MAX);
        let to = next.pred_opt().unwrap_or(period.to).min(period.to);
        found.push(Period { from, to });
        from = next;
    }
    found
}

/// `July to September 2026`, `October 2025 to March 2026`, or its days where it is not made of whole months.
fn span(from: NaiveDate, to: NaiveDate) -> String {
    let ends_a_month = to.succ_opt().is_none_or(|next| next.day() == 1);
    if from.day() != 1 || !ends_a_month {
        return format!("{} to {}", say_date(from), say_date(to));
    }
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => to.format("%B %Y").to_string(),
        (true, false) => format!("{} to {}", from.format("%B"), to.format("%B %Y")),
        (false, _) => format!("{} to {}", from.format("%B %Y"), to.format("%B %Y")),
    }
}

impl Period {
    /// Whether it is made of whole quarters of the calendar. Only such periods leave the authority: they add up with one another, so
    /// that what lies between two of them is a quarter too, and was attacked as one.
    pub fn is_of_whole_quarters(&self) -> bool {
        let begins = |day: NaiveDate| day.day() == 1 && day.month0().is_multiple_of(3);
        begins(self.from) && self.to.succ_opt().is_some_and(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn periods_are_named_as_people_say_them() {
        let named = |from: &str, to: &str| Time::new(period(from, to)).axis(false);
        assert_eq!(named("2026-07-01", "2026-09-30").total(), "July to September 2026");
        assert_eq!(named("2025-10-01", "2026-03-31").finest(), ["October to December 2025", "January to March 2026"]);
        let years = named("2024-04-01", "2026-03-31");
        assert_eq!((years.total(), years.finest().len()), ("April 2024 to March 2026", 8));
        assert!(years.dimension().unwrap().headings().any(|year| year == "April 2025 to March 2026"));
        assert_eq!(named("2026-07-05", "2026-07-20").total(), "5 July 2026 to 20 July 2026");
    }

    #[test]
    fn a_day_has_its_month_and_its_quarter() {
        let time = Time::new(period("2026-01-01", "2026-06-30"));
        assert_eq!(time.axis(true).finest().len(), 6);
        let day = "2026-05-31".parse().unwrap();
        assert_eq!((time.quarter_of(day), time.month_of(day)), (Some(1), Some(4)));
        assert_eq!(time.quarter_of("2026-07-01".parse().unwrap()), None);
    }

    #[test]
    fn only_whole_quarters_leave() {
        assert!(period("2026-07-01", "2026-09-30").is_of_whole_quarters());
        assert!(period("2025-10-01", "2026-09-30").is_of_whole_quarters());
        assert!(!period("2026-07-01", "2026-08-31").is_of_whole_quarters());
        assert!(!period("2026-06-01", "2026-09-30").is_of_whole_quarters());
    }
}
