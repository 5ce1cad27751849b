//! The rule of the family *risk*: every open case has a level that the policy knows.

use chrono::NaiveDate;

use super::{Ask, Duty, Rule};
use crate::date::InWords;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let known = |day: NaiveDate| ask.level_on(day).is_some_and(|level| ask.policies.on(day).knows(level).is_some());
    let mut missing_since: Option<NaiveDate> = None;
    for day in std::iter::once(ask.period.opened_on).chain(ask.turns.iter().copied()) {
        match (missing_since, known(day)) {
            (None, false) => missing_since = Some(day),
            (Some(since), true) => {
                found.push(missing(ask, since, Some(day)));
                missing_since = None;
            }
            _ => {}
        }
    }
    found.extend(missing_since.map(|since| missing(ask, since, None)));
}

fn missing(ask: &Ask<'_>, since: NaiveDate, met_on: Option<NaiveDate>) -> Duty {
    Duty {
        rule: Rule::LevelMissing,
        subject: None,
        start_on: since,
        due_on: Some(since),
        met_on,
        ended_on: None,
        explanation: format!(
            "No level of risk since {} that {} knows; until there is one, the strictest interval applies.",
            InWords(since),
            ask.say_policy(since)
        ),
    }
}
