//! The finish that the last updates point to: a plain straight line through the dated values of the measure, drawn on to the
//! target. Fewer than two values, or words, and it is not told.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::amount::Amount;
use crate::date::say_date;

/// A dated value of a measure, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub day: NaiveDate,
    pub said: String,
}

/// Where the last updates point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finish {
    Reached {
        on: NaiveDate,
    },
    /// On the line from the first to the last of these values.
    On {
        finish: NaiveDate,
        first: Value,
        last: Value,
    },
    NotTold(NotTold),
}

/// Why no finish can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTold {
    NoTarget,
    TargetIsWords,
    /// So many dated values that are numbers; two are needed.
    TooFewValues(usize),
    /// The values stand still or move away from the target.
    NotTowards,
    /// At this pace it takes more than ten years.
    TooFar,
}

/// The line is drawn through the last four: a year of quarterly updates.
const LAST: usize = 4;
const TEN_YEARS: f64 = 3_653.0;

/// Works out the finish from dated values in the order of their days. Of two on one day the later counts; those that are not
/// numbers of the target's kind are left out.
pub fn finish(baseline: &str, target: &str, values: &[Value]) -> Finish {
    if target.trim().is_empty() {
        return Finish::NotTold(NotTold::NoTarget);
    }
    let Some(goal) = Amount::parse(target) else { return Finish::NotTold(NotTold::TargetIsWords) };
    let mut read: Vec<(&Value, f64)> = Vec::new();
    for value in values {
        let Some(amount) = Amount::parse(&value.said).filter(|amount| amount.is_like(&goal)) else { continue };
        read.retain(|(kept, _)| kept.day != value.day);
        read.push((value, amount.value));
    }
    let start = Amount::parse(baseline).filter(|amount| amount.is_like(&goal)).map(|amount| amount.value);
    let from = start.or_else(|| read.first().map(|(_, value)| *value));
    if let (Some((last, value)), Some(from)) = (read.last(), from)
        && is_there(from, goal.value, *value)
    {
        return Finish::Reached { on: last.day };
    }
    let line = read.get(read.len().saturating_sub(LAST)..).unwrap_or_default();
    let ([(first, began), .., (last, stands)], true) = (line, line.len() >= 2) else {
        return Finish::NotTold(NotTold::TooFewValues(read.len()));
    };
    let days = last.day.signed_duration_since(first.day).num_days() as f64;
    let (gone, to_go) = (stands - began, goal.value - stands);
    if gone == 0.0 || gone.signum() != to_go.signum() {
        return Finish::NotTold(NotTold::NotTowards);
    }
    // A hair less, so that 120 days worked out in fractions are not 121.
    let more = (to_go / gone * days - 1e-6).ceil();
    if more > TEN_YEARS {
        return Finish::NotTold(NotTold::TooFar);
    }
    match last.day.checked_add_days(Days::new(more as u64)) {
        Some(finish) => Finish::On { finish, first: (*first).clone(), last: (*last).clone() },
        None => Finish::NotTold(NotTold::TooFar),
    }
}

/// Whether a value has come to the goal or past it, from where it began.
fn is_there(from: f64, goal: f64, value: f64) -> bool {
    if goal >= from { value >= goal } else { value <= goal }
}

impl Finish {
    /// In a sentence, beside the date by which it is due.
    pub fn say(&self, due_on: Option<NaiveDate>, as_at: NaiveDate) -> String {
        match self {
            Finish::Reached { on } => format!("The target was reached by {}.", say_date(*on)),
            Finish::On { finish, first, last } if *finish < as_at => format!(
                "The last values pointed to {}, which has passed: {} on {}, {} on {}. Say where the measure stands now.",
                say_date(*finish),
                first.said,
                say_date(first.day),
                last.said,
                say_date(last.day)
            ),
            Finish::On { finish, first, last } => {
                let late = match due_on.map(|due| finish.signed_duration_since(due).num_days()) {
                    Some(1) => ", 1 day after its date".to_owned(),
                    Some(days) if days > 0 => format!(", {days} days after its date"),
                    Some(_) => ", in time".to_owned(),
                    None => String::new(),
                };
                let (from, to) = (say_date(first.day), say_date(last.day));
                format!("On course for {}{late}: {} on {from}, {} on {to}.", say_date(*finish), first.said, last.said)
            }
            Finish::NotTold(why) => why.to_string(),
        }
    }
}

impl fmt::Display for NotTold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotTold::NoTarget => "A finish cannot be told: no target is given.",
            NotTold::TargetIsWords => "A finish cannot be told: the target is not a number.",
            NotTold::TooFewValues(0) => "A finish cannot be told: no update says where the measure stands as a number.",
            NotTold::TooFewValues(_) => "A finish cannot be told: it takes two dated values of the measure, and there is one.",
            NotTold::NotTowards => "A finish cannot be told: the last values do not move towards the target.",
            NotTold::TooFar => "At the pace of the last values the target is more than ten years away.",
        })
    }
}
