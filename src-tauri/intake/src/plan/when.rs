//! When an action of a plan is due, as plans write it: a day, a month ("March 2026", read as its last day), a quarter of the
//! financial year ("Q1 2026/27"), a season, or "ongoing". Nothing is guessed: a month without a year is refused.

use chrono::{Datelike, NaiveDate};

use crate::blank::blank_word;
use crate::dates::{self, DateCell};
use crate::sheet::Cell;

/// What a cell says where the date of an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Day(NaiveDate),
    /// Longer than a day: its last day counts.
    Span {
        first: NaiveDate,
        last: NaiveDate,
    },
    /// Work that goes on, with the day on which it is looked at next.
    Review(NaiveDate),
    /// "Ongoing", "TBC", "immediate": words that are no date.
    NoDate,
    Wrong(&'static str),
}

const NOT_A_DATE: &str = "This is not a date. Write it day first, for example 27/03/2026, or as a month, for example March 2026.";
const NO_YEAR: &str = "This names no year. Write the month with its year, for example March 2026.";
const WHICH_YEAR: &str =
    "A quarter of which year? Write it as Q1 2026/27 for April to June 2026, or write the month in which it ends.";
const NO_SUCH_DAY: &str = "There is no such day. Check the day and the month; they are read day first.";

/// Reads the cell of a date. Two-digit years are of this century.
pub(crate) fn read(cell: &Cell, today: NaiveDate) -> When {
    match cell {
        Cell::Text(text) => read_text(text, today),
        Cell::Number(year) if (2000.0..2100.0).contains(year) && year.fract() == 0.0 => read_text(&format!("{year:.0}"), today),
        other => match dates::read(other, latest(today)) {
            DateCell::Day(day) | DateCell::Serial(day) => When::Day(day),
            DateCell::Blank(_) => When::NoDate,
            DateCell::Wrong(_) => When::Wrong(NOT_A_DATE),
        },
    }
}

/// Reads the text of a date.
pub(crate) fn read_text(text: &str, today: NaiveDate) -> When {
    let whole = one(text, today);
    if !matches!(whole, When::Wrong(NOT_A_DATE)) {
        return whole;
    }
    let parts: Vec<When> = text
        .split([';', ',', '(', ')', ':', '–', '\n'])
        .flat_map(|part| part.split(" - "))
        .map(|part| one(part, today))
        .collect();
    let goes_on = parts.contains(&When::NoDate);
    let dated = parts.iter().find_map(|part| match part {
        When::Day(day) | When::Span { last: day, .. } => Some(*day),
        _ => None,
    });
    match dated {
        Some(day) if goes_on => When::Review(day),
        _ => whole,
    }
}

fn latest(today: NaiveDate) -> i32 {
    today.year() + 20
}

fn one(text: &str, today: NaiveDate) -> When {
    match dates::parse(without_before(text), latest(today)) {
        Ok(day) if is_plausible(day) => return When::Day(day),
        Err(NO_SUCH_DAY) => return When::Wrong(NO_SUCH_DAY),
        _ => {}
    }
    let words: Vec<String> = tokens(text);
    let said = words.join(" ");
    if blank_word(text).is_some() || NO_DATE.contains(&said.as_str()) {
        return When::NoDate;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !BEFORE.contains(word)).collect();
    span(&words).map_or_else(When::Wrong, |(first, last)| When::Span { first, last })
}

/// "by 31 March 2026" without its "by".
fn without_before(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace)
        && BEFORE.contains(&word.to_lowercase().as_str())
    {
        rest = after.trim_start();
    }
    rest
}

/// Words that stand before a date and leave it as it is: each means by the end of it.
const BEFORE: &[&str] = &[
    "by",
    "before",
    "end",
    "of",
    "the",
    "in",
    "during",
    "until",
    "due",
    "review",
    "reviewed",
    "target",
    "late",
    "at",
    "for",
    "completed",
    "complete",
];
const NO_DATE: &[&str] = &[
    "on going",
    "in progress",
    "continuous",
    "continuously",
    "continuing",
    "rolling",
    "annual",
    "annually",
    "quarterly",
    "monthly",
    "weekly",
    "termly",
    "as required",
    "as needed",
    "immediate",
    "immediately",
    "asap",
    "complete",
    "completed",
    "done",
    "business as usual",
    "bau",
];

/// Words and numbers, without what joins them: "Q1 2026/27" is `q1`, `2026`, `27`.
fn tokens(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let split = text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    split.map(str::to_owned).collect()
}

fn span(words: &[&str]) -> Result<(NaiveDate, NaiveDate), &'static str> {
    let read = match *words {
        [] => return Err(NOT_A_DATE),
        [year] => full_year(year).and_then(|year| Some((first_of(year, 1)?, last_of(year, 12)?))),
        // "2026-03" is a month; "2026/27" is the financial year.
        [year, number] if number.len() <= 2 && full_year(year).is_some() && month_of(number.parse().ok(), year).is_some() => {
            month_of(number.parse().ok(), year)
        }
        [from, to] if financial(from, to).is_some() => {
            financial(from, to).and_then(|y| Some((first_of(y, 4)?, last_of(y + 1, 3)?)))
        }
        [month, year] if dates::month(month).is_some() => month_of(dates::month(month), year),
        [number, year] if number.len() <= 2 && full_year(year).is_some() && number.parse::<u32>().is_ok() => {
            month_of(number.parse().ok(), year)
        }
        [name, year] if season(name).is_some() => season_of(name, full_year(year)),
        [name, from, to] if season(name).is_some() && financial(from, to).is_some() => season_of(name, financial(from, to)),
        [name, from, to] | [from, to, name] if quarter(name).is_some() && financial(from, to).is_some() => {
            quarter_of(name, financial(from, to))
        }
        ["quarter", number, from, to] => financial(from, to).and_then(|year| quarter_of(&format!("q{number}"), Some(year))),
        [name, year] | [year, name] if quarter(name).is_some() && full_year(year).is_some() => return Err(WHICH_YEAR),
        _ => None,
    };
    if let Some(read) = read.filter(|(_, last)| is_plausible(*last)) {
        return Ok(read);
    }
    // "April to June 2026": the last of a range, where everything before it is part of a date too.
    if let [before @ .., month, year] = words
        && !before.is_empty()
        && before.iter().all(|word| dates::month(word).is_some() || full_year(word).is_some() || matches!(*word, "to" | "and"))
        && let Some((_, last)) = month_of(dates::month(month), year)
    {
        let begins = before.iter().find_map(|word| dates::month(word)).and_then(|month| first_of(last.year(), month));
        return Ok((begins.filter(|first| *first <= last).unwrap_or(last), last));
    }
    let names_a_month =
        words.iter().any(|word| dates::month(word).is_some() || season(word).is_some() || quarter(word).is_some());
    Err(if names_a_month && words.len() <= 2 { NO_YEAR } else { NOT_A_DATE })
}

fn full_year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && (2000..2100).contains(year))
}

/// "26" after a month is 2026.
fn year(text: &str) -> Option<i32> {
    full_year(text).or_else(|| text.parse::<i32>().ok().filter(|_| text.len() == 2).map(|short| 2000 + short))
}

/// "2026", "27": the financial year that begins in April 2026.
fn financial(from: &str, to: &str) -> Option<i32> {
    let from = full_year(from)?;
    (year(to)? == from + 1).then_some(from)
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

pub(crate) fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    first_of(year, month)?.pred_opt()
}

fn month_of(month: Option<u32>, written: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, month) = (year(written)?, month?);
    Some((first_of(year, month)?, last_of(year, month)?))
}

/// The first month of a season, as the weather services count them.
fn season(text: &str) -> Option<u32> {
    match text {
        "spring" => Some(3),
        "summer" => Some(6),
        "autumn" => Some(9),
        "winter" => Some(12),
        _ => None,
    }
}

fn season_of(name: &str, year: Option<i32>) -> Option<(NaiveDate, NaiveDate)> {
    three_months(year?, season(name)?)
}

fn quarter(text: &str) -> Option<u32> {
    let number: u32 = text.strip_prefix('q')?.parse().ok()?;
    (1..=4).contains(&number).then_some(number)
}

fn quarter_of(name: &str, year: Option<i32>) -> Option<(NaiveDate, NaiveDate)> {
    match quarter(name)? {
        4 => three_months(year? + 1, 1),
        number => three_months(year?, 1 + 3 * number),
    }
}

fn three_months(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let (until_year, until) = if month + 2 > 12 { (year + 1, month - 10) } else { (year, month + 2) };
    Some((first_of(year, month)?, last_of(until_year, until)?))
}

fn is_plausible(day: NaiveDate) -> bool {
    (2000..2100).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        day(2026, 9, 30)
    }

    #[test]
    fn days_months_quarters_and_seasons_are_read_as_plans_write_them() {
        let last = |text: &str| match read_text(text, today()) {
            When::Day(day) | When::Span { last: day, .. } => Some(day),
            _ => None,
        };
        for (text, expected) in [
            ("31/03/26", day(2026, 3, 31)),
            ("31 March 2026", day(2026, 3, 31)),
            ("March 2026", day(2026, 3, 31)),
            ("Mar-26", day(2026, 3, 31)),
            ("by 31 March 2026", day(2026, 3, 31)),
            ("by end of March 2026", day(2026, 3, 31)),
            ("End March 26", day(2026, 3, 31)),
            ("03/2026", day(2026, 3, 31)),
            ("2026-03", day(2026, 3, 31)),
            ("Feb 2028", day(2028, 2, 29)),
            ("December 2026", day(2026, 12, 31)),
            ("Q1 2026/27", day(2026, 6, 30)),
            ("2026/27 Q3", day(2026, 12, 31)),
            ("Q4 2026-2027", day(2027, 3, 31)),
            ("Quarter 2 2026/27", day(2026, 9, 30)),
            ("2026/27", day(2027, 3, 31)),
            ("2026", day(2026, 12, 31)),
            ("Spring 2026", day(2026, 5, 31)),
            ("Autumn 2026", day(2026, 11, 30)),
            ("Winter 2026/27", day(2027, 2, 28)),
            ("April to June 2026", day(2026, 6, 30)),
            ("Apr 2026 - Mar 2027", day(2027, 3, 31)),
            ("Completed June 2026", day(2026, 6, 30)),
        ] {
            assert_eq!(last(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_for_work_that_goes_on_are_no_date_unless_a_review_is_named() {
        for text in ["Ongoing", "on-going", "TBC", "ASAP", "Quarterly", "n/a", "Continuous", "Complete"] {
            assert_eq!(read_text(text, today()), When::NoDate, "{text}");
        }
        for text in ["Ongoing, review March 2027", "Ongoing (review by end of March 2027)", "ongoing - reviewed 31/03/2027"] {
            assert_eq!(read_text(text, today()), When::Review(day(2027, 3, 31)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_what_to_write() {
        for (text, why) in [
            ("end of March", NO_YEAR),
            ("Spring", NO_YEAR),
            ("Q1", NO_YEAR),
            ("Q1 2026", WHICH_YEAR),
            ("31/02/2026", NO_SUCH_DAY),
            ("soon", NOT_A_DATE),
            ("when funding allows", NOT_A_DATE),
            ("start of April 2026", NOT_A_DATE),
        ] {
            assert_eq!(read_text(text, today()), When::Wrong(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in any::<String>()) {
            let _ = read_text(&text, today());
        }

        #[test]
        fn a_month_that_is_printed_is_read_as_its_last_day(year in 2000i32..2100, month in 1u32..13, form in prop::sample::select(vec!["%B %Y", "%b %Y", "%b-%y", "%m/%Y", "%Y-%m", "end of %B %Y"])) {
            let text = day(year, month, 1).format(form).to_string();
            let last = last_of(year, month).unwrap();
            prop_assert_eq!(read_text(&text, today()), When::Span { first: day(year, month, 1), last });
        }
    }
}
