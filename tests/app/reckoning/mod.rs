//! The duties of DESIGN section 4 reckoned a second time, slowly: day by day, case by case, rule by rule, from plain rows
//! and the words of the design alone. It shares nothing with the program, so that one checks the other. Where the words
//! leave a choice, a comment says which was taken.

mod calendar;
mod chance;
mod levels;
mod no_review;
mod rows;
mod work;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use chance::{Worked, flags_of_all, work_by_chance};
pub use rows::{Case, Facts, read};

/// How often each rule stands as a flag.
pub type Flags = BTreeMap<&'static str, usize>;

/// The flags of one case on one day.
pub fn flags_on(facts: &Facts, case: &Case, day: NaiveDate) -> Flags {
    let mut flags = Flags::new();
    // Open from the day it opened until the day before it closed.
    let open = case.spells.iter().position(|(opened, closed)| *opened <= day && closed.is_none_or(|closed| day < closed));
    let Some(place) = open else { return flags };
    let opened = case.spells[place].0;
    // A case that was opened again begins again: what was done or owed before stays there.
    let begins = if place == 0 { NaiveDate::MIN } else { opened };
    let look = Look { facts, case, opened, begins, day };
    look.no_review(&mut flags);
    look.signing(&mut flags);
    look.progress(&mut flags);
    look.missing(&mut flags);
    look.level_missing(&mut flags);
    flags
}

/// One case seen on one day of one of its open spells. Nothing dated later is known.
pub(crate) struct Look<'a> {
    facts: &'a Facts,
    case: &'a Case,
    opened: NaiveDate,
    /// From which day on a fact belongs to this spell.
    begins: NaiveDate,
    day: NaiveDate,
}

/// Counts a flag that stands. What is due on a day may be done on that day, so it stands from the next.
pub(crate) fn flag(flags: &mut Flags, rule: &'static str, stands: bool) {
    if stands {
        *flags.entry(rule).or_default() += 1;
    }
}

impl Look<'_> {
    /// Whether something of a day belongs to this spell and is known by now.
    fn knows(&self, on: NaiveDate) -> bool {
        self.begins <= on && on <= self.day
    }

    fn clock(&self, name: &str, start: NaiveDate) -> u64 {
        self.facts.policies.on(start)["clocks"][name].as_u64().unwrap()
    }

    /// Whether the day lies past a time limit in working days. A limit past the known holidays is not guessed.
    fn past(&self, start: NaiveDate, clock: &str) -> bool {
        let due = self.facts.calendar.working_days_after(start, self.clock(clock, start));
        due.is_some_and(|due| self.day > due)
    }
}
