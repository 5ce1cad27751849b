//! Dates of birth: any date beside "DOB", "born" or "birth", and a full date more than three years old, which in a note
//! about a child's case is more likely to be a birth than an event.

use crate::fold::Folded;
use crate::{Kind, Spans};
use chrono::{Datelike, Months, NaiveDate};
use std::ops::Range;

pub(crate) fn find(text: &Folded, today: NaiveDate, spans: &mut Spans) {
    let mut i = 0;
    while i < text.len() {
        let Some(hit) = text.starts_word(i).then(|| date_at(text, i, today)).flatten() else {
            i += 1;
            continue;
        };
        let old = hit.date.and_then(|d| d.checked_add_months(Months::new(36))).is_some_and(|d| d < today);
        if old || near_birth(text, i..hit.end) {
            spans.push((Kind::DateOfBirth, i..hit.end));
        }
        i = hit.end;
    }
}

/// Something that reads as a date, or as a part of one.
struct Hit {
    end: usize,
    /// The day, where it names one that exists.
    date: Option<NaiveDate>,
}

fn date_at(text: &Folded, start: usize, today: NaiveDate) -> Option<Hit> {
    match number(text, start) {
        Some(first) => {
            numeric(text, &first, today).or_else(|| day_and_month(text, &first, today)).or_else(|| run_together(&first))
        }
        None => month_first(text, start, today),
    }
}

/// A number and where it ends.
struct Number {
    value: u32,
    digits: usize,
    end: usize,
}

fn number(text: &Folded, start: usize) -> Option<Number> {
    let mut end = start;
    while text.at(end).is_ascii_digit() {
        end += 1;
    }
    let digits = end - start;
    let value = text.text(start..end).parse().ok()?;
    (digits <= 8).then_some(Number { value, digits, end })
}

/// 4/11/2012, 04.11.12, 2012-11-04, 04 11 2012.
fn numeric(text: &Folded, first: &Number, today: NaiveDate) -> Option<Hit> {
    let mark = text.at(first.end);
    if !matches!(mark, '/' | '.' | '-' | '\\' | ' ') {
        return None;
    }
    let second = number(text, first.end + 1)?;
    if text.at(second.end) != mark {
        return None;
    }
    let third = number(text, second.end + 1)?;
    let (day, month, year) = match (first.digits, second.digits, third.digits) {
        (4, 1..=2, 1..=2) => (third.value, second.value, first.value),
        (1..=2, 1..=2, 4) => (first.value, second.value, third.value),
        (1..=2, 1..=2, 2) if mark != ' ' => (first.value, second.value, full_year(third.value, today)),
        _ => return None,
    };
    Some(Hit { end: third.end, date: civil(year, month, day) })
}

/// 4 November 2012, 4th of Nov, 4-Nov-12.
fn day_and_month(text: &Folded, day: &Number, today: NaiveDate) -> Option<Hit> {
    if day.digits > 2 {
        return None;
    }
    let mut i = day.end;
    if ["st", "nd", "rd", "th"].contains(&text.text(i..i + 2).as_str()) {
        i += 2;
    }
    i = skip_gap(text, i);
    if text.text(i..i + 3) == "of " {
        i += 3;
    }
    let (month, end) = month(text, i)?;
    Some(with_year(text, end, month, Some(day.value), today))
}

/// November 4, 2012; November 2012.
fn month_first(text: &Folded, start: usize, today: NaiveDate) -> Option<Hit> {
    let (month, end) = month(text, start)?;
    let next = number(text, skip_gap(text, end))?;
    if next.digits > 2 {
        return Some(with_year(text, end, month, None, today));
    }
    let mut i = next.end;
    if ["st", "nd", "rd", "th"].contains(&text.text(i..i + 2).as_str()) {
        i += 2;
    }
    Some(with_year(text, i, month, Some(next.value), today))
}

/// 04112012 and 2012: dates only beside a word of birth.
fn run_together(number: &Number) -> Option<Hit> {
    let year = |y: u32| (1980..=2100).contains(&y);
    let date = match number.digits {
        4 => year(number.value),
        8 => year(number.value % 10_000) || year(number.value / 10_000),
        _ => false,
    };
    date.then_some(Hit { end: number.end, date: None })
}

fn with_year(text: &Folded, end: usize, month: u32, day: Option<u32>, today: NaiveDate) -> Hit {
    let year = number(text, skip_gap(text, end)).filter(|n| matches!(n.digits, 2 | 4));
    let Some(year) = year else {
        return Hit { end, date: None };
    };
    let value = if year.digits == 2 { full_year(year.value, today) } else { year.value };
    Hit { end: year.end, date: day.and_then(|day| civil(value, month, day)) }
}

fn skip_gap(text: &Folded, mut i: usize) -> usize {
    for _ in 0..2 {
        i += usize::from(matches!(text.at(i), ' ' | ',' | '-' | '/' | '.'));
    }
    i
}

/// A month written as a word, and where the word ends.
fn month(text: &Folded, start: usize) -> Option<(u32, usize)> {
    const NAMES: [&str; 12] = [
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
    let mut end = start;
    while text.at(end).is_alphabetic() {
        end += 1;
    }
    let word = text.text(start..end);
    let index =
        NAMES.iter().position(|name| word.len() >= 3 && name.starts_with(&word)).or_else(|| (word == "sept").then_some(8))?;
    Some((u32::try_from(index).ok()? + 1, end))
}

fn full_year(short: u32, today: NaiveDate) -> u32 {
    let this_year = today.year_ce().1;
    if 2000 + short <= this_year { 2000 + short } else { 1900 + short }
}

fn civil(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Whether a word of birth stands shortly before the date, or "DOB" right after it.
fn near_birth(text: &Folded, span: Range<usize>) -> bool {
    let before = text.text(span.start.saturating_sub(24)..span.start);
    let after = text.text(span.end..span.end + 8);
    let dotted = |s: &str| s.contains("d.o.b") || s.contains("d o b") || s.contains("d/o/b");
    let spoken = |s: &str, words: &[&str]| s.split(|c: char| !c.is_alphabetic()).any(|w| words.contains(&w));
    dotted(&before)
        || dotted(&after)
        || spoken(&before, &["dob", "born", "birth", "birthdate", "birthday"])
        || spoken(&after, &["dob", "birthday"])
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn a_date_beside_a_word_of_birth_is_found_in_every_form() {
        for text in [
            "DOB 01/11/2011, seen",
            "D.O.B: 1.11.11",
            "dob 2011-11-01",
            "born on the 1st of November 2011",
            "Birthday is 1 Nov",
            "date of birth: Nov 1, 2011",
            "born November 2011",
            "born in 2011",
            "dob 01112011",
            "01/11/2026 (DOB)",
            "dob 31/02/2012",
        ] {
            check(text, &["a date of birth"]);
        }
    }

    #[test]
    fn a_full_date_of_more_than_three_years_ago_is_found_and_a_later_one_is_not() {
        check("seen 12/05/2012", &["a date of birth"]);
        check("seen 12 May 2012", &["a date of birth"]);
        check("seen 12/05/2026 and 2026-05-14", &[]);
        check("strategy meeting 3 June, year 2019 plan", &[]);
    }

    #[test]
    fn words_that_only_hold_a_word_of_birth_do_not_count() {
        check("stubborn since 12/05/2026", &[]);
        check("may 2 visits be missed", &[]);
    }
}
