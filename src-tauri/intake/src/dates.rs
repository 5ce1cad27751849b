//! Dates as people in councils write them: day first, with slashes, dots, hyphens or the month in words; ISO; and what a
//! spreadsheet keeps as a date. A month without a day is not a date.

use crate::blank::blank_word;
use crate::sheet::Cell;
use chrono::{Datelike, Days, NaiveDate};

/// What a cell says where a date is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateCell {
    /// A day.
    Day(NaiveDate),
    /// A day that the spreadsheet shows as a bare number, because the cell is not formatted as a date.
    Serial(NaiveDate),
    /// A word that stands for no date.
    Blank(&'static str),
    /// None of these, and why.
    Wrong(&'static str),
}

const NOT_A_DATE: &str = "This is not a date. Write it day first, for example 27/03/2026.";
const NO_SUCH_DAY: &str = "There is no such day. Check the day and the month; they are read day first.";
const NO_DAY: &str = "This names a month without a day. Write the whole date, for example 27/03/2026.";
const NOT_ISO: &str = "This is not a date as the census writes it, for example 2026-03-27.";
const ODD_YEAR: &str = "The year cannot be right. Correct it.";

/// Reads a cell as a date. Two-digit years are the latest that do not lie after the year `latest`.
pub(crate) fn read(cell: &Cell, latest: i32) -> DateCell {
    match cell {
        Cell::Date(day) if is_plausible(*day) => DateCell::Day(*day),
        Cell::Date(_) => DateCell::Wrong(ODD_YEAR),
        Cell::Number(n) => from_serial(*n).map_or(DateCell::Wrong(NOT_A_DATE), DateCell::Serial),
        Cell::Text(text) => match blank_word(text) {
            Some(word) => DateCell::Blank(word),
            None => match parse(text, latest) {
                Ok(day) if is_plausible(day) => DateCell::Day(day),
                Ok(_) => DateCell::Wrong(ODD_YEAR),
                Err(why) => text.parse().ok().and_then(from_serial).map_or(DateCell::Wrong(why), DateCell::Serial),
            },
        },
        Cell::Bool(_) | Cell::Fault(_) | Cell::Uncalculated => DateCell::Wrong(NOT_A_DATE),
    }
}

/// Reads text as a date, or says why it is none.
pub(crate) fn parse(text: &str, latest: i32) -> Result<NaiveDate, &'static str> {
    let tokens = tokens(text);
    let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
    match *words.as_slice() {
        [y, m, d] if y.len() == 4 && is_digits(y) && is_digits(m) => civil(y, m, d, latest),
        [d, m, y] if is_digits(d) && is_digits(m) => civil(y, m, d, latest),
        [d, m, y] if is_digits(d) && month(m).is_some() => civil(y, m, d, latest),
        [m, d, y] if month(m).is_some() && is_digits(d) => civil(y, m, d, latest),
        [m, y] if month(m).is_some() && is_digits(y) => Err(NO_DAY),
        [m, y] if is_digits(m) && m.len() <= 2 && y.len() == 4 && is_digits(y) => Err(NO_DAY),
        [m] if month(m).is_some() => Err(NO_DAY),
        _ => Err(NOT_A_DATE),
    }
}

/// Reads a date as XML writes it (xs:date or xs:dateTime), or says why it is none.
pub(crate) fn parse_iso(text: &str) -> Result<NaiveDate, &'static str> {
    let day = text.trim().split(['T', 'Z', '+']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let [y, m, d] = *parts.as_slice() else {
        return Err(NOT_ISO);
    };
    if y.len() != 4 || m.len() != 2 || d.len() != 2 {
        return Err(NOT_ISO);
    }
    match civil(y, m, d, 0) {
        Ok(day) if is_plausible(day) => Ok(day),
        Ok(_) => Err(ODD_YEAR),
        Err(NO_SUCH_DAY) => Err(NO_SUCH_DAY),
        Err(_) => Err(NOT_ISO),
    }
}

/// The parts of a date, without what may stand around them: a weekday, a time of day, "of", "th".
fn tokens(text: &str) -> Vec<String> {
    let text = text.trim().to_lowercase();
    // "2026-05-12T00:00:00" and "12/05/2026 14:30": the time of day says nothing here.
    let day = match text.split_once(['t', ' ']) {
        Some((day, time)) if day.starts_with(|c: char| c.is_ascii_digit()) && is_time(time) => day,
        _ => &text,
    };
    let mut tokens: Vec<String> = day
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',' | '\\' | '–'))
        .filter(|t| !t.is_empty())
        .map(without_ending)
        .collect();
    tokens.retain(|t| t != "of" && t != "the");
    if tokens.first().is_some_and(|t| is_weekday(t)) {
        tokens.remove(0);
    }
    tokens
}

/// "12th" is 12.
fn without_ending(token: &str) -> String {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|e| token.strip_suffix(e)).filter(|t| is_digits(t));
    bare.unwrap_or(token).to_owned()
}

fn is_time(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['z', 'm', 'a', 'p', ' ']);
    bare.contains(':') && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+'))
}

fn is_weekday(token: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    token.len() >= 3 && DAYS.iter().any(|d| d.starts_with(token)) || matches!(token, "tues" | "thurs")
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// The number of a month written as a word.
pub(crate) fn month(token: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named = MONTHS.iter().zip(1..).find(|(name, _)| token.len() >= 3 && name.starts_with(token));
    named.map(|(_, n)| n).or_else(|| (token == "sept").then_some(9))
}

fn civil(year: &str, month_text: &str, day: &str, latest: i32) -> Result<NaiveDate, &'static str> {
    if !is_digits(year) || !is_digits(day) || !(1..=2).contains(&day.len()) {
        return Err(NOT_A_DATE);
    }
    let number: i32 = year.parse().map_err(|_| NOT_A_DATE)?;
    let year = match year.len() {
        4 => number,
        2 if 2000 + number <= latest => 2000 + number,
        2 => 1900 + number,
        _ => return Err(NOT_A_DATE),
    };
    let month = match month(month_text) {
        Some(month) => month,
        None if month_text.len() <= 2 => month_text.parse().map_err(|_| NOT_A_DATE)?,
        None => return Err(NOT_A_DATE),
    };
    let day = day.parse().map_err(|_| NOT_A_DATE)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NO_SUCH_DAY)
}

/// The day of a spreadsheet's serial number, where it is one of the years that a tracker speaks of.
fn from_serial(serial: f64) -> Option<NaiveDate> {
    let whole = serial.floor();
    if !(30_000.0..60_000.0).contains(&whole) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole as u64))
}

fn is_plausible(day: NaiveDate) -> bool {
    (1980..=2100).contains(&day.year())
}

/// The oldest that a child of a tracker or a census is taken to be: some are followed to 25 as care leavers.
pub(crate) const OLDEST: u32 = 25;

/// Whole years from `birth` to `on`; `None` where `on` comes first.
pub(crate) fn age(birth: NaiveDate, on: NaiveDate) -> Option<u32> {
    on.years_since(birth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_are_read_in_the_forms_that_people_write() {
        for text in [
            "12/05/2026",
            "12/5/26",
            "12.5.2026",
            "12-05-2026",
            "2026-05-12",
            "2026/05/12",
            "12 May 2026",
            "12th May 2026",
            "12-May-26",
            "May 12, 2026",
            "Tue 12 May 2026",
            "Tuesday, 12th of May 2026",
            "12/05/2026 14:30",
            "2026-05-12T00:00:00",
            " 12 / 05 / 2026 ",
            "2026-05-12 00:00:00",
            "46154",
        ] {
            let read = read(&Cell::text(text).unwrap(), 2046);
            assert!(matches!(read, DateCell::Day(d) | DateCell::Serial(d) if d == day(2026, 5, 12)), "{text}: {read:?}");
        }
    }

    #[test]
    fn days_that_do_not_exist_and_dates_without_a_day_are_told_apart() {
        let wrong =
            |text: &str, why: &'static str| assert_eq!(read(&Cell::text(text).unwrap(), 2046), DateCell::Wrong(why), "{text}");
        for text in ["31/02/2012", "00/13/2026", "05/13/2026", "2026-02-30", "31 June 2026"] {
            wrong(text, NO_SUCH_DAY);
        }
        for text in ["May 2026", "05/2026", "June"] {
            wrong(text, NO_DAY);
        }
        for text in ["?", "soon", "12/05", "12/05/202", "1/2/3/4", "12/05/2026 or later"] {
            wrong(text, NOT_A_DATE);
        }
        wrong("12/05/0206", ODD_YEAR);
        assert_eq!(read(&Cell::Number(7.0), 2046), DateCell::Wrong(NOT_A_DATE));
    }

    #[test]
    fn words_for_no_date_are_blank() {
        for text in ["TBC", "none", "n/a", "-", "Awaiting"] {
            assert!(matches!(read(&Cell::text(text).unwrap(), 2046), DateCell::Blank(_)), "{text}");
        }
    }

    #[test]
    fn a_short_year_does_not_lie_after_the_latest() {
        assert_eq!(parse("1/2/27", 2026), Ok(day(1927, 2, 1)));
        assert_eq!(parse("1/2/27", 2046), Ok(day(2027, 2, 1)));
    }

    #[test]
    fn age_counts_birthdays() {
        assert_eq!(age(day(2012, 2, 29), day(2026, 2, 28)), Some(13));
        assert_eq!(age(day(2012, 2, 29), day(2026, 3, 1)), Some(14));
        assert_eq!(age(day(2026, 2, 2), day(2026, 2, 1)), None);
    }

    proptest! {
        #[test]
        fn a_date_that_is_printed_is_read_back(days in 0u64..40_000, form in prop::sample::select(vec!["%d/%m/%Y", "%-d/%-m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%-d %B %Y", "%d-%b-%Y", "%B %-d, %Y", "%A %-d %B %Y", "%d/%m/%Y %H:%M"])) {
            let date = day(1985, 1, 1) + Days::new(days);
            let text = date.and_hms_opt(9, 5, 0).unwrap().format(form).to_string();
            prop_assert_eq!(parse(&text, 2046), Ok(date));
        }

        #[test]
        fn no_text_makes_it_fail(text in any::<String>()) {
            let _ = parse(&text, 2046);
        }
    }
}
