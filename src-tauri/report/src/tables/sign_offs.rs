//! Sign-offs in the period, by the kind of item: sent, signed off in time or late, returned, waiting.
//!
//! Each time that a version was sent is counted once, so the columns balance: waiting at the start, and sent, less what
//! was signed off, returned or taken back, are waiting at the end. "In time" is the due date of the duty
//! `decision_waiting`, which counts working days under the policy in force when the item was sent.

use caseward_domain::duty::{Duty, Rule};
use caseward_domain::history::{CaseHistory, ItemHistory, VersionHistory};
use caseward_domain::item::ItemKind;
use caseward_domain::policy::PolicyHistory;
use chrono::{Days, NaiveDate};

use super::{count, row, table, total};
use crate::period::Period;
use crate::rate::Rate;
use crate::summary::{Cell, Table};
use crate::words::{count as say_count, how_many, sentence, verb};

const COLUMNS: [&str; 12] = [
    "Kind of item",
    "Waiting at the start",
    "Sent in the period",
    "Signed off in time",
    "Signed off late",
    "Signed off, time limit not known",
    "Returned",
    "Taken back, or case closed",
    "Waiting at the end",
    "Of those, late",
    "In time (per cent)",
    "In time, worst case (per cent)",
];

const NOTES: [&str; 4] = [
    "Each time that a version was sent for sign-off is counted once. Waiting at the start plus sent, less signed off, returned and taken back, is waiting at the end.",
    "In time means within the working days that the policy gave on the day the item was sent. The per cent is of what was signed off in the period; the worst case counts as late what was signed off with its time limit not known.",
    "A time limit is not known where it needs bank holidays that the register does not hold yet. Such an item that still waits is not counted as late.",
    "A sign-off that a tracker reported is not one, and is counted apart, in the table of reported sign-offs.",
];

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    waiting_at_start: u64,
    sent: u64,
    in_time: u64,
    late: u64,
    limit_not_known: u64,
    returned: u64,
    ended: u64,
    waiting_at_end: u64,
    waiting_late: u64,
}

#[derive(Default)]
pub(crate) struct SignOffs {
    by_kind: [Counts; ItemKind::ALL.len()],
}

/// One time that a version was sent, and how that ended.
struct Sent {
    on: NaiveDate,
    end: Option<(NaiveDate, End)>,
}

enum End {
    SignedOff,
    Returned,
    TakenBackOrClosed,
}

impl SignOffs {
    pub fn add(&mut self, period: Period, policies: &PolicyHistory, history: &CaseHistory, duties: &[Duty]) {
        for item in &history.items {
            let Some((_, counts)) = ItemKind::ALL.into_iter().zip(&mut self.by_kind).find(|(kind, _)| *kind == item.kind) else {
                continue;
            };
            for sent in item.versions.iter().flat_map(|version| times_sent(version, history)) {
                let over = sent.end.as_ref().is_some_and(|(day, _)| *day < period.from);
                if sent.on <= period.to && !over {
                    counts.add(period, &sent, || Limit::of(item, sent.on, policies, duties));
                }
            }
        }
    }

    pub fn table(&self, period: Period) -> Table {
        let mut rows: Vec<_> =
            ItemKind::ALL.iter().zip(&self.by_kind).map(|(kind, counts)| row(&sentence(kind.say()), counts.cells())).collect();
        let sum = self.by_kind.iter().fold(Counts::default(), Counts::plus);
        rows.push(total("All items", sum.cells()));
        table("sign-offs", "Sign-offs in the period", &COLUMNS, rows, sum.finding(period), &NOTES)
    }
}

/// How an item that was sent for sign-off was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    InTime,
    Late,
    LimitNotKnown,
    Returned,
}

/// Every decision of the period on a case's items, with its day.
pub(crate) fn decisions<'a>(
    period: Period,
    policies: &'a PolicyHistory,
    history: &'a CaseHistory,
    duties: &'a [Duty],
) -> impl Iterator<Item = (ItemKind, NaiveDate, Decision)> + 'a {
    let sent = move |item: &'a ItemHistory| {
        item.versions.iter().flat_map(move |version| times_sent(version, history).map(move |sent| (item, sent)))
    };
    history.items.iter().flat_map(sent).filter_map(move |(item, sent)| {
        let (day, end) = sent.end.filter(|(day, _)| period.holds(*day))?;
        let decision = match end {
            End::SignedOff => match Limit::of(item, sent.on, policies, duties).is_met_on(day) {
                Some(true) => Decision::InTime,
                Some(false) => Decision::Late,
                None => Decision::LimitNotKnown,
            },
            End::Returned => Decision::Returned,
            End::TakenBackOrClosed => return None,
        };
        Some((item.kind, day, decision))
    })
}

fn times_sent<'a>(version: &'a VersionHistory, history: &CaseHistory) -> impl Iterator<Item = Sent> + 'a {
    let taken_back = version.withdrawn.iter().map(|(on, back)| Sent { on: *on, end: Some((*back, End::TakenBackOrClosed)) });
    let standing = version.submitted_on.map(|on| {
        let decided = match (version.signed_on, version.returned_on) {
            (Some(signed), Some(returned)) if returned < signed => Some((returned, End::Returned)),
            (Some(signed), _) => Some((signed, End::SignedOff)),
            (None, Some(returned)) => Some((returned, End::Returned)),
            (None, None) => None,
        };
        let closed = || {
            let spans = history.periods.iter().filter(|span| span.opened_on <= on).filter_map(|span| span.closed_on);
            spans.filter(|closed| *closed >= on).min().map(|closed| (closed, End::TakenBackOrClosed))
        };
        Sent { on, end: decided.or_else(closed) }
    });
    taken_back.chain(standing)
}

/// The last day on which the decision is in time.
struct Limit {
    due_on: Option<NaiveDate>,
    /// The time limit in days of any kind: what is decided by then is within as many working days, whatever the holidays.
    surely: NaiveDate,
}

impl Limit {
    fn of(item: &ItemHistory, sent: NaiveDate, policies: &PolicyHistory, duties: &[Duty]) -> Self {
        let waits = |duty: &&Duty| duty.rule == Rule::DecisionWaiting && duty.start_on == sent && duty.subject == Some(item.id.0);
        let days = Days::new(u64::from(policies.on(sent).clocks.sign_off_decided));
        Self {
            due_on: duties.iter().find(waits).and_then(|duty| duty.due_on),
            surely: sent.checked_add_days(days).unwrap_or(sent),
        }
    }

    /// `None` where nobody can tell.
    fn is_met_on(&self, day: NaiveDate) -> Option<bool> {
        match self.due_on {
            Some(due) => Some(day <= due),
            None => (day <= self.surely).then_some(true),
        }
    }
}

impl Counts {
    fn add(&mut self, period: Period, sent: &Sent, limit: impl Fn() -> Limit) {
        if sent.on < period.from {
            self.waiting_at_start += 1;
        } else {
            self.sent += 1;
        }
        match &sent.end {
            Some((day, End::SignedOff)) if *day <= period.to => match limit().is_met_on(*day) {
                Some(true) => self.in_time += 1,
                Some(false) => self.late += 1,
                None => self.limit_not_known += 1,
            },
            Some((day, End::Returned)) if *day <= period.to => self.returned += 1,
            Some((day, End::TakenBackOrClosed)) if *day <= period.to => self.ended += 1,
            _ => {
                self.waiting_at_end += 1;
                self.waiting_late += u64::from(limit().is_met_on(period.to) == Some(false));
            }
        }
    }

    fn plus(self, other: &Self) -> Self {
        Self {
            waiting_at_start: self.waiting_at_start + other.waiting_at_start,
            sent: self.sent + other.sent,
            in_time: self.in_time + other.in_time,
            late: self.late + other.late,
            limit_not_known: self.limit_not_known + other.limit_not_known,
            returned: self.returned + other.returned,
            ended: self.ended + other.ended,
            waiting_at_end: self.waiting_at_end + other.waiting_at_end,
            waiting_late: self.waiting_late + other.waiting_late,
        }
    }

    fn rate(&self) -> Rate {
        Rate { hits: self.in_time, misses: self.late, not_recorded: self.limit_not_known }
    }

    fn cells(&self) -> Vec<Cell> {
        let signed = [self.in_time, self.late, self.limit_not_known];
        let counts = [self.waiting_at_start, self.sent].into_iter().chain(signed);
        let counts = counts.chain([self.returned, self.ended, self.waiting_at_end, self.waiting_late]).map(count);
        let (value, worst) = (self.rate().share(), self.rate().worst());
        counts.chain([Cell::Percent { value }, Cell::Percent { value: worst }]).collect()
    }

    fn finding(&self, period: Period) -> String {
        let signed = self.in_time + self.late + self.limit_not_known;
        let signed_off = match signed {
            0 => "No items were signed off in the period".to_owned(),
            _ => format!(
                "{} {} signed off in the period, {} in time{}",
                sentence(&say_count(signed, "item", "items")),
                verb(signed, "was", "were"),
                how_many(self.in_time),
                self.rate().say()
            ),
        };
        let returned = format!("{} {} returned", how_many(self.returned), verb(self.returned, "was", "were"));
        let waiting = format!(
            "{} {} waiting on {}",
            how_many(self.waiting_at_end),
            verb(self.waiting_at_end, "was", "were"),
            period.say_end()
        );
        let late = match (self.waiting_at_end, self.waiting_late) {
            (0, _) => String::new(),
            (1, 0) => ", and it was not late".to_owned(),
            (1, _) => ", and it was late".to_owned(),
            (_, late) => format!(", {} of them late", how_many(late)),
        };
        format!("{signed_off}, and {returned}. {}{late}.", sentence(&waiting))
    }
}
