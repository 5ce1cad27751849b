//! Return interviews: of the returns in the period, how many led to an interview within 72 hours of the return.
//!
//! Statutory guidance on children who run away or go missing (2014) asks for 72 hours; no authority meets it fully, so
//! lateness is a fact here, not an accusation. Where a time of day is missing and the last day decides, nobody can tell
//! whether 72 hours were kept: that is what is not recorded.

use caseward_domain::history::{CaseHistory, Moment};
use caseward_domain::policy::PolicyHistory;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{measure, rate_rows, table};
use crate::period::Period;
use crate::rate::Rate;
use crate::summary::Table;
use crate::words::{count as say_count, how_many, others};

const COLUMNS: [&str; 2] = ["Measure", "Number"];

const NOTES: [&str; 3] = [
    "Counted are returns on days on which the case was open. Each is held against the hours of the policy in force on the day of the return.",
    "Not recorded are interviews held on the last day, where the time of the return or of the interview is missing and decides. The worst case counts them as not held in time.",
    "The per cent leaves out interviews that were not yet due and those not recorded. An interview with no record of its being held counts as not held.",
];

pub(crate) struct ReturnInterviews {
    hours: u32,
    in_time: u64,
    later: u64,
    not_held: u64,
    not_yet_due: u64,
    not_recorded: u64,
}

/// How a return interview stands against the hours allowed from the return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interview {
    InTime,
    Later,
    /// Held on the last day, and a time of day that is missing decides.
    CannotTell,
    /// Not held, and there is time until the end of the last day.
    NotYetDue,
    NotHeld,
}

impl ReturnInterviews {
    /// The hours are those of the policy at the end of the period, for the headings.
    pub fn new(hours: u32) -> Self {
        Self { hours, in_time: 0, later: 0, not_held: 0, not_yet_due: 0, not_recorded: 0 }
    }

    pub fn add(&mut self, period: Period, policies: &PolicyHistory, history: &CaseHistory) {
        let counted = |on: NaiveDate| period.holds(on) && history.is_open_on(on);
        for episode in &history.episodes {
            let Some(returned) = episode.returned.filter(|returned| counted(returned.on)) else { continue };
            let hours = policies.on(returned.on).clocks.return_interview_hours;
            let held = episode.interview_held.filter(|held| held.on <= period.to);
            *match return_interview(returned, held, hours, period.to) {
                Interview::InTime => &mut self.in_time,
                Interview::Later => &mut self.later,
                Interview::CannotTell => &mut self.not_recorded,
                Interview::NotYetDue => &mut self.not_yet_due,
                Interview::NotHeld => &mut self.not_held,
            } += 1;
        }
    }

    pub fn table(&self) -> Table {
        let rate = Rate { hits: self.in_time, misses: self.later + self.not_held, not_recorded: self.not_recorded };
        let returns = self.in_time + self.later + self.not_held + self.not_yet_due + self.not_recorded;
        let within = format!("Held within {} hours", self.hours);
        let mut rows = vec![
            measure("Returns in the period", returns),
            measure(&within, self.in_time),
            measure("Held later", self.later),
            measure("Not held, and overdue", self.not_held),
            measure("Not held, and not yet due", self.not_yet_due),
            measure("Not recorded", self.not_recorded),
        ];
        rows.extend(rate_rows(&within, rate));
        table("return-interviews", "Return interviews", &COLUMNS, rows, self.finding(returns, rate), &NOTES)
    }

    fn finding(&self, returns: u64, rate: Rate) -> String {
        if returns == 0 {
            return "No return of a missing child was recorded in the period.".to_owned();
        }
        let others = others(
            self.in_time,
            "interviews",
            &[
                (self.later, "held later"),
                (self.not_held, "overdue"),
                (self.not_yet_due, "not yet due"),
                (self.not_recorded, "without the times that would tell"),
            ],
        );
        let early = match self.not_yet_due {
            n if n > 0 && rate.worst().is_some() => " The per cent leaves out those not yet due.",
            _ => "",
        };
        format!(
            "Of {} in the period, {} led to an interview within {} hours{}.{others}{early}",
            say_count(returns, "return", "returns"),
            how_many(self.in_time),
            self.hours,
            rate.say()
        )
    }
}

/// Whether the interview was within the hours, whatever the times of day that are missing may have been; of one that was
/// not held, how it stands at the end of a day.
pub fn return_interview(returned: Moment, held: Option<Moment>, hours: u32, on: NaiveDate) -> Interview {
    let allowed = TimeDelta::hours(i64::from(hours));
    let Some(held) = held else {
        let due = earliest(returned).checked_add_signed(allowed);
        return if due.is_none_or(|due| due.date() >= on) { Interview::NotYetDue } else { Interview::NotHeld };
    };
    if latest(held).signed_duration_since(earliest(returned)) <= allowed {
        Interview::InTime
    } else if shortest(returned, held) > allowed {
        Interview::Later
    } else {
        Interview::CannotTell
    }
}

/// Hours from the return, each that was begun counted whole; at the least where a time of day is missing.
pub fn hours_since_return(returned: Moment, until: Moment) -> i64 {
    let minutes = shortest(returned, until).num_minutes().max(0);
    minutes / 60 + i64::from(minutes % 60 > 0)
}

fn shortest(returned: Moment, until: Moment) -> TimeDelta {
    earliest(until).signed_duration_since(latest(returned))
}

fn earliest(moment: Moment) -> NaiveDateTime {
    moment.on.and_time(moment.at.unwrap_or(NaiveTime::MIN))
}

/// The last minute of the day where the time is missing: times are recorded in minutes.
fn latest(moment: Moment) -> NaiveDateTime {
    const LAST_MINUTE: TimeDelta = TimeDelta::minutes(24 * 60 - 1);
    moment.at.map_or_else(|| moment.on.and_time(NaiveTime::MIN) + LAST_MINUTE, |at| moment.on.and_time(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        let (on, at) = text.split_once(' ').map_or((text, None), |(on, at)| (on, Some(at)));
        Moment { on: on.parse().unwrap(), at: at.map(|at| format!("{at}:00").parse().unwrap()) }
    }

    fn check(returned: &str, held: &str) -> &'static str {
        match return_interview(moment(returned), Some(moment(held)), 72, NaiveDate::MAX) {
            Interview::InTime => "in time",
            Interview::Later => "later",
            Interview::CannotTell => "cannot tell",
            Interview::NotYetDue | Interview::NotHeld => "not held",
        }
    }

    #[test]
    fn seventy_two_hours_are_counted_by_the_minute_where_both_times_are_known() {
        assert_eq!(check("2026-08-03 10:00", "2026-08-06 10:00"), "in time");
        assert_eq!(check("2026-08-03 10:00", "2026-08-06 10:01"), "later");
    }

    #[test]
    fn where_a_time_is_missing_only_the_last_day_is_in_doubt() {
        assert_eq!(check("2026-08-03", "2026-08-05"), "in time");
        assert_eq!(check("2026-08-03", "2026-08-06"), "cannot tell");
        assert_eq!(check("2026-08-03", "2026-08-07"), "later");
        assert_eq!(check("2026-08-03 10:00", "2026-08-06"), "cannot tell");
        assert_eq!(check("2026-08-03", "2026-08-06 09:00"), "cannot tell");
        assert_eq!(check("2026-08-03 10:00", "2026-08-07"), "later");
    }

    #[test]
    fn an_interview_that_was_not_held_may_be_until_the_end_of_the_last_day() {
        let on = |returned: &str, day: &str| return_interview(moment(returned), None, 72, day.parse().unwrap());
        for returned in ["2026-08-03 10:00", "2026-08-03"] {
            assert_eq!(on(returned, "2026-08-06"), Interview::NotYetDue);
            assert_eq!(on(returned, "2026-08-07"), Interview::NotHeld);
        }
    }

    #[test]
    fn hours_since_the_return_count_whole_and_at_the_least() {
        let hours = |returned: &str, until: &str| hours_since_return(moment(returned), moment(until));
        assert_eq!(hours("2026-08-03 10:00", "2026-08-03 10:00"), 0);
        assert_eq!(hours("2026-08-03 10:00", "2026-08-06 10:00"), 72);
        assert_eq!(hours("2026-08-03 10:00", "2026-08-06 10:01"), 73);
        assert_eq!(hours("2026-08-03", "2026-08-06"), 49);
        assert_eq!(hours("2026-08-03 10:00", "2026-08-06"), 62);
        assert_eq!(hours("2026-08-03", "2026-08-03 09:00"), 0);
    }
}
