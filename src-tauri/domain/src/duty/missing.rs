//! The rule of the family *missing*: a return interview within 72 hours of the return (statutory guidance on children
//! who run away or go missing, 2014). Lateness is shown as a fact, not as an accusation.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::{Ask, Duty, Rule};
use crate::date::InWords;
use crate::history::Moment;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    for episode in &ask.history.episodes {
        let Some(returned) = episode.returned else { continue };
        let hours = ask.policies.on(returned.on).clocks.return_interview_hours;
        let due = interview_due_on(returned, hours);
        // An interview that the child declined is no longer owed, and was not held.
        let declined = episode.interview_declined.filter(|declined| declined.on >= returned.on);
        // A child who came back just before the case opened is owed it as well, as long as the clock still runs.
        let opened = ask.period.opened_on;
        let over = [episode.interview_held, declined].into_iter().flatten().map(|moment| moment.on).min();
        let runs_on_opening = returned.on < opened && due >= opened && over.is_none_or(|over| over >= opened);
        if !runs_on_opening && !ask.period.holds(returned.on) {
            continue;
        }
        let before = if runs_on_opening { format!(", before the case opened {}", InWords(opened)) } else { String::new() };
        found.push(Duty {
            rule: Rule::ReturnInterview,
            subject: Some(episode.id.0),
            start_on: returned.on.max(opened),
            due_on: Some(due),
            met_on: episode.interview_held.map(|held| held.on),
            ended_on: declined.map(|declined| declined.on),
            explanation: format!(
                "Returned {}{}{before}; interview held within {hours} {} under {}; due {}.",
                InWords(returned.on),
                returned.at.map_or_else(String::new, |at| format!(" at {}", at.format("%H:%M"))),
                if hours == 1 { "hour" } else { "hours" },
                ask.say_policy(returned.on),
                InWords(due)
            ),
        });
    }
}

/// The day by which the interview is due. Where the time of return is not known, the whole last day may be used.
pub(crate) fn interview_due_on(returned: Moment, hours: u32) -> NaiveDate {
    let from = returned.on.and_time(returned.at.unwrap_or(NaiveTime::MIN));
    from.checked_add_signed(TimeDelta::hours(i64::from(hours))).map_or(NaiveDate::MAX, |due| due.date())
}
