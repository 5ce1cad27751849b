//! The columns of an action plan and the headings by which authorities call them (`synonyms.csv`). Compared as the headings of
//! a tracker are: without case, punctuation, order or filler words. A month in a heading says what the column is as at.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::when::{When, last_of, read_text};
use crate::dates;
use crate::field::heading_key;

/// What a column of a plan holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Number,
    Theme,
    Objective,
    Action,
    Measure,
    Baseline,
    Target,
    Now,
    Requirements,
    Start,
    Due,
    Review,
    Lead,
    Organisation,
    Partners,
    Progress,
    Status,
}

/// What a dated column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Undated,
    /// Both days in it; one day where they are the same.
    Days(NaiveDate, NaiveDate),
}

impl About {
    /// The day that an update of the column is dated: the last, or today where that lies ahead.
    pub fn day(self, today: NaiveDate) -> NaiveDate {
        match self {
            About::Undated => today,
            About::Days(_, last) => last.min(today),
        }
    }

    /// Whether an update of that day may be one of this column.
    pub fn holds(self, day: NaiveDate) -> bool {
        match self {
            About::Undated => true,
            About::Days(first, last) => (first..=last).contains(&day),
        }
    }
}

/// What a heading is taken for.
pub(crate) fn guess(heading: &str, today: NaiveDate) -> Option<(Field, About)> {
    if let Some(field) = SYNONYMS.get(&heading_key(heading)) {
        return Some((*field, About::Undated));
    }
    let words: Vec<&str> = heading
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '–'))
        .filter(|w| !w.is_empty())
        .collect();
    let about = |text: &str| match read_text(text, today) {
        When::Day(day) => Some(About::Days(day, day)),
        When::Span { first, last } => Some(About::Days(first, last)),
        _ => this_year(text, today),
    };
    // The longest run of words that is a date or a month; what is left is the heading.
    let runs = (1..=words.len().min(5)).rev().flat_map(|long| (0..=words.len() - long).map(move |from| (from, long)));
    for (from, long) in runs {
        let run = words.get(from..from + long).unwrap_or_default().join(" ");
        let begins_as_date = run.starts_with(|c: char| c.is_ascii_digit() || c.is_alphabetic());
        let rest: Vec<&str> =
            words.iter().enumerate().filter(|(at, _)| !(from..from + long).contains(at)).map(|(_, word)| *word).collect();
        let rest: Vec<&str> = rest.into_iter().filter(|word| !JOINING.contains(&word.to_lowercase().as_str())).collect();
        let field = SYNONYMS
            .get(&heading_key(&rest.join(" ")))
            .filter(|field| matches!(field, Field::Progress | Field::Status | Field::Now));
        if let (true, Some(field)) = (begins_as_date, field)
            && let Some(about) = about(&run)
        {
            return Some((*field, about));
        }
    }
    None
}

/// A month without a year in a heading is the latest such month that has begun.
fn this_year(text: &str, today: NaiveDate) -> Option<About> {
    use chrono::Datelike;
    let month = dates::month(&text.trim().to_lowercase())?;
    let year = if month > today.month() { today.year() - 1 } else { today.year() };
    Some(About::Days(NaiveDate::from_ymd_opt(year, month, 1)?, last_of(year, month)?))
}

const JOINING: &[&str] = &["at", "as", "to", "in", "on", "by", "for", "up", "until", "-", "date", "from", "end", "of"];

static SYNONYMS: LazyLock<HashMap<String, Field>> =
    LazyLock::new(|| synonyms().map(|(field, synonym)| (heading_key(synonym), field)).collect());

fn synonyms() -> impl Iterator<Item = (Field, &'static str)> {
    include_str!("synonyms.csv").lines().skip(1).filter_map(|line| {
        let (field, synonym) = line.split_once(',')?;
        Some((named(field)?, synonym))
    })
}

fn named(name: &str) -> Option<Field> {
    Some(match name {
        "number" => Field::Number,
        "theme" => Field::Theme,
        "objective" => Field::Objective,
        "action" => Field::Action,
        "measure" => Field::Measure,
        "baseline" => Field::Baseline,
        "target" => Field::Target,
        "now" => Field::Now,
        "requirements" => Field::Requirements,
        "start" => Field::Start,
        "due" => Field::Due,
        "review" => Field::Review,
        "lead" => Field::Lead,
        "organisation" => Field::Organisation,
        "partners" => Field::Partners,
        "progress" => Field::Progress,
        "status" => Field::Status,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;
    use std::collections::BTreeMap;

    fn check(heading: &str, expected: Option<(Field, About)>) {
        assert_eq!(guess(heading, day(2026, 9, 30)), expected, "{heading}");
    }

    #[test]
    fn headings_are_known_and_a_month_says_what_a_column_is_as_at() {
        let june = About::Days(day(2026, 6, 1), day(2026, 6, 30));
        check("Action required", Some((Field::Action, About::Undated)));
        check("BY WHEN?", Some((Field::Due, About::Undated)));
        check("RAG", Some((Field::Status, About::Undated)));
        check("Progress at June 2026", Some((Field::Progress, june)));
        check("Progress as at end of June 2026", Some((Field::Progress, june)));
        check("June 2026 update", Some((Field::Progress, june)));
        check("RAG (June 2026)", Some((Field::Status, june)));
        check("Progress at 30 June 2026", Some((Field::Progress, About::Days(day(2026, 6, 30), day(2026, 6, 30)))));
        check("Q1 2026/27 progress", Some((Field::Progress, About::Days(day(2026, 4, 1), day(2026, 6, 30)))));
        check("Progress at June", Some((Field::Progress, june)));
        check("Progress at December", Some((Field::Progress, About::Days(day(2025, 12, 1), day(2025, 12, 31)))));
        check("Target date", Some((Field::Due, About::Undated)));
        check("Target", Some((Field::Target, About::Undated)));
        check("Budget", None);
        check("June 2026", None);
    }

    #[test]
    fn every_line_of_the_table_names_a_field_and_no_heading_has_two() {
        assert_eq!(synonyms().count(), include_str!("synonyms.csv").lines().skip(1).count());
        let mut seen: BTreeMap<String, Field> = BTreeMap::new();
        for (field, synonym) in synonyms() {
            if let Some(before) = seen.insert(heading_key(synonym), field) {
                assert_eq!(before, field, "{synonym} is in the table twice");
            }
        }
    }
}
