//! Working days in England: not Saturday, not Sunday, not a bank holiday (gov.uk list).
//!
//! Past the last known bank holiday the calendar refuses to guess: a due date computed without the holidays
//! would be early by some days, and nobody could say which.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::date::say_date;

/// The bank holidays known, and the days between which the list is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub known_from: NaiveDate,
    pub known_to: NaiveDate,
    /// With their titles, as gov.uk has them: `Good Friday`.
    pub bank_holidays: BTreeMap<NaiveDate, String>,
}

/// The sum needs bank holidays that are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Working days cannot be counted here, because {}. Ask your administrator to add the new list.", self.say())]
pub struct HolidaysNotKnown {
    pub known_from: NaiveDate,
    pub known_to: NaiveDate,
}

impl HolidaysNotKnown {
    /// The reason, as part of a sentence.
    pub fn say(&self) -> String {
        format!("bank holidays are known only from {} to {}", say_date(self.known_from), say_date(self.known_to))
    }
}

impl Calendar {
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        is_weekday(day) && !self.bank_holidays.contains_key(&day)
    }

    /// The `count`th working day after `start`. `start` itself never counts; a count of 0 is `start`.
    pub fn add_working_days(&self, start: NaiveDate, count: u32) -> Result<NaiveDate, HolidaysNotKnown> {
        let unknown = HolidaysNotKnown { known_from: self.known_from, known_to: self.known_to };
        if start < self.known_from {
            return Err(unknown);
        }
        let mut holidays = self.bank_holidays.range((Excluded(start), Unbounded)).map(|(day, _)| *day).peekable();
        let mut day = start;
        let mut left = count;
        while left > 0 {
            day = day.succ_opt().filter(|day| *day <= self.known_to).ok_or(unknown)?;
            let is_holiday = holidays.next_if_eq(&day).is_some();
            if is_weekday(day) && !is_holiday {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// The bank holidays on weekdays after `start` up to and including `end`: what made a due date later than the bare count.
    pub fn holidays_crossed(&self, start: NaiveDate, end: NaiveDate) -> Vec<(NaiveDate, &str)> {
        if start >= end {
            return Vec::new();
        }
        let between = self.bank_holidays.range((Excluded(start), Included(end)));
        between.filter(|(day, _)| is_weekday(**day)).map(|(day, title)| (*day, title.as_str())).collect()
    }
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// `Good Friday, 3 April 2026, and Easter Monday, 6 April 2026`; of more than three, the first three and how many more.
pub fn say_holidays(holidays: &[(NaiveDate, &str)]) -> String {
    let mut said: Vec<String> = holidays.iter().take(3).map(|(day, title)| format!("{title}, {}", say_date(*day))).collect();
    if let Some(more) = holidays.len().checked_sub(3).filter(|more| *more > 0) {
        said.push(format!("{more} more"));
    }
    match said.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}, and {last}", rest.join(", ")),
        _ => said.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn easter_2026() -> Calendar {
        Calendar {
            known_from: day("2026-01-01"),
            known_to: day("2026-12-31"),
            bank_holidays: [
                ("2026-04-03", "Good Friday"),
                ("2026-04-06", "Easter Monday"),
                ("2026-12-25", "Christmas Day"),
                ("2026-12-26", "Boxing Day"),
                ("2026-12-28", "Boxing Day (substitute day)"),
            ]
            .map(|(date, title)| (day(date), title.to_owned()))
            .into(),
        }
    }

    #[test]
    fn weekends_and_bank_holidays_do_not_count() {
        let calendar = easter_2026();
        assert_eq!(calendar.add_working_days(day("2026-04-02"), 1), Ok(day("2026-04-07")));
        assert_eq!(calendar.add_working_days(day("2026-04-04"), 0), Ok(day("2026-04-04")));
        assert_eq!(calendar.add_working_days(day("2026-03-27"), 5), Ok(day("2026-04-07")));
    }

    #[test]
    fn the_holidays_crossed_are_those_that_fell_on_a_weekday_after_the_start_and_up_to_the_end() {
        let calendar = easter_2026();
        let crossed = |start, end| say_holidays(&calendar.holidays_crossed(day(start), day(end)));
        assert_eq!(crossed("2026-03-27", "2026-04-02"), "");
        assert_eq!(crossed("2026-03-27", "2026-04-03"), "Good Friday, 3 April 2026");
        assert_eq!(crossed("2026-04-03", "2026-04-06"), "Easter Monday, 6 April 2026");
        assert_eq!(crossed("2026-03-27", "2026-04-07"), "Good Friday, 3 April 2026, and Easter Monday, 6 April 2026");
        assert_eq!(
            crossed("2026-04-05", "2026-12-31"),
            "Easter Monday, 6 April 2026, Christmas Day, 25 December 2026, and Boxing Day (substitute day), 28 December 2026"
        );
        assert_eq!(
            crossed("2026-01-01", "2026-12-31"),
            "Good Friday, 3 April 2026, Easter Monday, 6 April 2026, Christmas Day, 25 December 2026, and 1 more"
        );
        assert_eq!(crossed("2026-04-07", "2026-04-01"), "");
    }

    #[test]
    fn past_the_last_known_holiday_the_calendar_refuses_to_guess() {
        let calendar = easter_2026();
        assert_eq!(calendar.add_working_days(day("2026-12-24"), 3), Ok(day("2026-12-31")));
        assert!(calendar.add_working_days(day("2026-12-24"), 4).is_err());
        assert!(calendar.add_working_days(day("2025-12-24"), 1).is_err());
        assert!(calendar.add_working_days(day("2027-03-01"), 1).is_err());
    }
}
