//! The six rules of the family *no review*.
//!
//! The time of a case is cut at its reviews: each stretch runs from an anchor (the opening, or a review) to the next
//! review. Within a stretch each newly arranged date takes the place of the one before.

use chrono::{Days, NaiveDate};

use super::{Ask, Duty, Rule};
use crate::date::{InWords, say_days};
use crate::history::{Arranged, ReviewHeld};
use crate::policy::add_months;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let reviews = reviews_in_order(ask);
    let anchors = std::iter::once((ask.period.opened_on, true)).chain(reviews.iter().map(|on| (*on, false)));
    let nexts = reviews.iter().copied().map(Some).chain([None]);
    // A review held on the closing day meets what was owed; from that day on nothing is.
    for ((anchor, is_opening), next) in anchors.zip(nexts).filter(|((anchor, _), _)| ask.period.holds(*anchor)) {
        let stretch = Stretch::new(ask, anchor, is_opening, next);
        stretch.review_owed(found);
        stretch.date_owed(found);
        stretch.date_in_time(found);
    }
    for review in ask.history.reviews.iter().filter(|review| ask.period.holds(review.on)) {
        signed(ask, review, found);
        voice(review, &reviews, found);
    }
}

fn reviews_in_order(ask: &Ask<'_>) -> Vec<NaiveDate> {
    let held = ask.history.reviews.iter().map(|review| review.on);
    let mut days: Vec<NaiveDate> = held.filter(|day| ask.period.holds(*day) || ask.period.closed_on == Some(*day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// From the opening or a review until the next review.
struct Stretch<'a> {
    ask: &'a Ask<'a>,
    anchor: NaiveDate,
    is_opening: bool,
    next: Option<NaiveDate>,
    /// The dates arranged in it, in order, each with the day on which another took its place.
    arranged: Vec<(Arranged, Option<NaiveDate>)>,
    /// By when the next review is owed, as it stands at the anchor.
    at_anchor: Latest,
    /// As it stands after each turn.
    after_turns: Vec<Latest>,
}

/// By when the rules ask for the next review, from a day on.
#[derive(Clone, Copy)]
struct Latest {
    from: NaiveDate,
    by_interval: Limit,
    by_ceiling: Limit,
}

/// The last day that a number of the policy allows, and the day whose level and policy set that number.
#[derive(Clone, Copy)]
struct Limit {
    last_day: NaiveDate,
    set_on: NaiveDate,
    number: u32,
}

impl Latest {
    fn asked(ask: &Ask<'_>, anchor: NaiveDate, from: NaiveDate) -> Self {
        let limits = ask.policies.on(from).limits_for(ask.level_on(from));
        let limit = |last_day, number| Limit { last_day, set_on: from, number };
        Latest {
            from,
            by_interval: limit(plus(from, limits.review_every_days), limits.review_every_days),
            by_ceiling: limit(add_months(anchor, limits.ceiling_months), limits.ceiling_months),
        }
    }

    /// When a level rises, the review falls due sooner, counted from the change; when it falls, or a policy loosens, the
    /// date already owed stands until the next review.
    fn then(self, turn: Self) -> Self {
        let sooner = |stands: Limit, asked: Limit| if asked.last_day < stands.last_day { asked } else { stands };
        Latest {
            from: turn.from,
            by_interval: sooner(self.by_interval, turn.by_interval),
            by_ceiling: sooner(self.by_ceiling, turn.by_ceiling),
        }
    }
}

impl<'a> Stretch<'a> {
    fn new(ask: &'a Ask<'a>, anchor: NaiveDate, is_opening: bool, next: Option<NaiveDate>) -> Self {
        let at_anchor = Latest::asked(ask, anchor, anchor);
        let within = |day: &&NaiveDate| **day > anchor && next.is_none_or(|next| **day < next);
        let turns = ask.turns.iter().filter(within).map(|turn| Latest::asked(ask, anchor, *turn));
        let stands = |latest: &mut Latest, turn: Latest| {
            *latest = latest.then(turn);
            Some(*latest)
        };
        let after_turns = turns.scan(at_anchor, stands).collect();
        let arranged = arranged_between(ask, anchor, is_opening, next);
        Self { ask, anchor, is_opening, next, arranged, at_anchor, after_turns }
    }

    /// By when the next review is owed, as it stands on a day.
    fn latest_on(&self, day: NaiveDate) -> Latest {
        self.after_turns.iter().rev().find(|latest| latest.from <= day).copied().unwrap_or(self.at_anchor)
    }

    /// A review by the earlier of the date arranged and the interval; each newly arranged date begins a new duty.
    fn review_owed(&self, found: &mut Vec<Duty>) {
        let rule = if self.is_opening { Rule::NeverReviewed } else { Rule::ReviewOverdue };
        let mut owe = |start: NaiveDate, arranged_for: Option<NaiveDate>, replaced: Option<NaiveDate>| {
            let interval = self.latest_on(day_before(replaced.or(self.next))).by_interval;
            let due = arranged_for.map_or(interval.last_day, |date| date.min(interval.last_day));
            found.push(Duty {
                rule,
                subject: None,
                start_on: start,
                due_on: Some(due),
                met_on: if replaced.is_none() { self.next } else { None },
                ended_on: replaced,
                explanation: format!("{}; due {}.", self.say_interval(interval, arranged_for), InWords(due)),
            });
        };
        let first = self.arranged.first().map(|(date, _)| date.arranged_on);
        if first.is_none_or(|first| first > self.anchor) {
            owe(self.anchor, None, first);
        }
        for (date, replaced) in &self.arranged {
            owe(date.arranged_on, Some(date.next_review_on), *replaced);
        }
    }

    fn date_owed(&self, found: &mut Vec<Duty>) {
        let arranged_on = self.arranged.first().map(|(date, _)| date.arranged_on);
        let since = if self.is_opening { "Opened" } else { "Last reviewed" };
        found.push(Duty {
            rule: Rule::NoNextReviewDate,
            subject: None,
            start_on: self.anchor,
            due_on: Some(self.anchor),
            met_on: arranged_on,
            ended_on: if arranged_on.is_none() { self.next } else { None },
            explanation: format!("{since} {}; no date has been arranged for the next review since.", InWords(self.anchor)),
        });
    }

    fn date_in_time(&self, found: &mut Vec<Duty>) {
        for (date, replaced) in &self.arranged {
            let until = day_before(replaced.or(self.next));
            let turns = self.after_turns.iter().copied().filter(|turn| turn.from > date.arranged_on && turn.from <= until);
            let mut stands = std::iter::once(self.latest_on(date.arranged_on)).chain(turns);
            let is_too_late = |latest: &Latest| date.next_review_on > latest.by_interval.last_day.min(latest.by_ceiling.last_day);
            let Some(latest) = stands.find(is_too_late) else {
                continue;
            };
            let start = latest.from.max(date.arranged_on);
            let arranged_for = Some(date.next_review_on);
            let (said, limit) = if latest.by_interval.last_day <= latest.by_ceiling.last_day {
                (self.say_interval(latest.by_interval, arranged_for), latest.by_interval)
            } else {
                (self.say_ceiling(latest.by_ceiling, arranged_for), latest.by_ceiling)
            };
            found.push(Duty {
                rule: Rule::NextReviewTooLate,
                subject: None,
                start_on: start,
                due_on: Some(start),
                met_on: None,
                ended_on: replaced.or(self.next),
                explanation: format!("{said}; the latest day allowed is {}.", InWords(limit.last_day)),
            });
        }
    }

    /// `Medium since 3 March 2026; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026`
    fn say_interval(&self, limit: Limit, arranged_for: Option<NaiveDate>) -> String {
        let counted = if limit.set_on > self.anchor {
            format!("; counted from the change on {}", InWords(limit.set_on))
        } else {
            String::new()
        };
        self.say(limit, &format!("reviews every {}", say_days(i64::from(limit.number))), &counted, arranged_for)
    }

    /// `Low since 3 March 2026; at most 3 months between reviews under the policy of 1 January 2026; opened 3 March 2026`
    fn say_ceiling(&self, limit: Limit, arranged_for: Option<NaiveDate>) -> String {
        let months = if limit.number == 1 { "month" } else { "months" };
        self.say(limit, &format!("at most {} {months} between reviews", limit.number), "", arranged_for)
    }

    fn say(&self, limit: Limit, asked: &str, counted: &str, arranged_for: Option<NaiveDate>) -> String {
        let level = self.ask.say_level(limit.set_on);
        let policy = self.ask.say_policy(limit.set_on);
        let anchor = if self.is_opening { "opened" } else { "last review" };
        let arranged = arranged_for.map_or_else(String::new, |date| format!("; next review arranged for {}", InWords(date)));
        format!("{level}; {asked} under {policy}; {anchor} {}{counted}{arranged}", InWords(self.anchor))
    }
}

/// The dates arranged between an anchor and the next review. Of two arranged on one day the later entered counts, of two
/// entered at once the earlier date, and a date that the review just held has reached is no date for the next.
fn arranged_between(
    ask: &Ask<'_>,
    anchor: NaiveDate,
    is_opening: bool,
    next: Option<NaiveDate>,
) -> Vec<(Arranged, Option<NaiveDate>)> {
    let within = |a: &&Arranged| {
        a.arranged_on >= anchor && next.is_none_or(|next| a.arranged_on < next) && ask.period.holds(a.arranged_on)
    };
    let is_ahead = |a: &&Arranged| is_opening || a.next_review_on > anchor;
    let mut dates: Vec<Arranged> = ask.history.arranged.iter().filter(within).filter(is_ahead).copied().collect();
    dates.sort_unstable_by(|a, b| b.cmp(a));
    dates.dedup_by_key(|date| date.arranged_on);
    dates.reverse();
    let replaced: Vec<_> = dates.iter().skip(1).map(|date| Some(date.arranged_on)).chain([None]).collect();
    dates.into_iter().zip(replaced).collect()
}

/// A held review signed off in time. A review that a tracker reported is never signed here, so nothing is owed for it.
fn signed(ask: &Ask<'_>, review: &ReviewHeld, found: &mut Vec<Duty>) {
    let Some(item) = review.item else { return };
    let days = ask.policies.on(review.on).clocks.review_signed;
    let mut duty = ask.in_working_days(Rule::ReviewNotSigned, Some(item.0), review.on, days, "Review held", "signed off");
    duty.met_on = review.signed_on;
    found.push(duty);
}

/// The child's view reached the review. It stands until the next review, at which the child may be heard.
fn voice(review: &ReviewHeld, reviews: &[NaiveDate], found: &mut Vec<Duty>) {
    if review.voice_heard {
        return;
    }
    let why = match &review.participation {
        Some(code) => format!("the child’s participation was {code}"),
        None => "how the child took part is not recorded".to_owned(),
    };
    found.push(Duty {
        rule: Rule::ReviewWithoutVoice,
        subject: review.item.map(|item| item.0),
        start_on: review.on,
        due_on: Some(review.on),
        met_on: None,
        ended_on: reviews.iter().find(|day| **day > review.on).copied(),
        explanation: format!("Review held {}; {why}, so the child’s view did not reach it.", InWords(review.on)),
    });
}

fn plus(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The last day of a span that ends before this day, or never.
fn day_before(end: Option<NaiveDate>) -> NaiveDate {
    end.and_then(|end| end.pred_opt()).unwrap_or(NaiveDate::MAX)
}
