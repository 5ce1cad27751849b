//! What is owed, rule by rule, in the words of the design (section 4), and the laws that hold of every case.

pub(crate) mod builders;
mod edges;
mod histories;
mod laws;
mod levels;
mod missing;
mod no_review;
mod periods;
mod policies;
mod progress;
mod review_dates;
mod risk;
mod sign_off;
mod tables;

use chrono::NaiveDate;
use expect_test::Expect;

use super::{Duty, Rule};
use crate::date::say_date;
use builders::{Case, after};

/// Every duty that a case owes under one rule: its days, the days on which its flag stands, and its words.
fn check(case: Case, rule: Rule, expected: Expect) {
    let said: Vec<String> = case.owed(rule).iter().map(say).collect();
    let said = if said.is_empty() { "Nothing is owed.\n".to_owned() } else { said.concat() };
    expected.assert_eq(&said);
}

fn say(duty: &Duty) -> String {
    let due = duty.due_on.map_or("nobody knows".to_owned(), say_date);
    let met = duty.met_on.map_or(String::new(), |on| format!(", met {}", say_date(on)));
    let ended = duty.ended_on.map_or(String::new(), |on| format!(", ended {}", say_date(on)));
    let flagged = match flagged_days(duty) {
        None => "no flag".to_owned(),
        Some((first, last)) if duty.is_flag_on(after(last, 1)) => format!("flag from {}", say_date(first)),
        Some((first, last)) if first == last => format!("flag {}", say_date(first)),
        Some((first, last)) => format!("flag {} to {}", say_date(first), say_date(last)),
    };
    format!("From {}, due {due}{met}{ended}: {flagged}\n  {}\n", say_date(duty.start_on), duty.explanation)
}

/// The first and last day on which a flag stands in the thousand days after the duty began.
fn flagged_days(duty: &Duty) -> Option<(NaiveDate, NaiveDate)> {
    let days = || (0..1_000).map(|days| after(duty.start_on, days)).filter(|day| duty.is_flag_on(*day));
    Some((days().next()?, days().next_back()?))
}
