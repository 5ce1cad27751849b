//! Dates as people type and read them: `27 3 2026` in, `27 March 2026` out (GOV.UK style).

use std::fmt;

use chrono::{Datelike, NaiveDate};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotADate {
    #[error("Enter a date as day, month and year, for example 27 3 2026.")]
    Unreadable,
    #[error("That date does not exist. Check the day and the month.")]
    DoesNotExist,
}

/// Reads `27 3 2026`, `27/03/2026`, `27.3.2026`, `27 March 2026` or `2026-03-27`. Day first; years have four digits.
pub fn parse_date(text: &str) -> Result<NaiveDate, NotADate> {
    let parts: Vec<&str> = text.split([' ', '/', '-', '.', ',']).filter(|p| !p.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else {
        return Err(NotADate::Unreadable);
    };
    let number = |s: &str| s.parse::<u32>().map_err(|_| NotADate::Unreadable);
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(second)?, number(third)?)
    } else if third.len() == 4 {
        let month = month_by_name(second).map_or_else(|| number(second), Ok)?;
        (number(third)?, month, number(first)?)
    } else {
        return Err(NotADate::Unreadable);
    };
    let year = i32::try_from(year).map_err(|_| NotADate::Unreadable)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NotADate::DoesNotExist)
}

/// `27 March 2026`.
pub fn say_date(date: NaiveDate) -> String {
    InWords(date).to_string()
}

/// A date that is part of a longer sentence: [`say_date`] without a text of its own.
pub(crate) struct InWords(pub NaiveDate);

impl fmt::Display for InWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = MONTHS.get(self.0.month0() as usize).copied().unwrap_or_default();
        write!(f, "{} {month} {}", self.0.day(), self.0.year())
    }
}

/// `1 day`, `42 days`.
pub fn say_days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn month_by_name(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let named = |name: &str| text.len() >= 3 && name.to_lowercase().starts_with(&text);
    let index = MONTHS.iter().position(|name| named(name))?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_people_in_councils_type_them() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
        for text in ["27 3 2026", "27/03/2026", "27.3.2026", "27 march 2026", "27 Mar 2026", "2026-03-27", " 27  3  2026 "] {
            assert_eq!(parse_date(text), Ok(day), "{text}");
        }
        assert_eq!(parse_date("29 2 2027"), Err(NotADate::DoesNotExist));
        assert_eq!(parse_date("31/02/2012"), Err(NotADate::DoesNotExist));
        for text in ["", "TBC", "27 3", "27 3 26", "2026", "March 2026", "1 2 3 4"] {
            assert_eq!(parse_date(text), Err(NotADate::Unreadable), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_date_reads_back(days in 0..80_000i32) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days as u64);
            prop_assert_eq!(parse_date(&say_date(date)), Ok(date));
            prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,40}") {
            let _ = parse_date(&text);
        }
    }
}
