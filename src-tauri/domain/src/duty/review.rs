//! The six rules of the family *no review*.
//!
//! The time of a case is cut at its reviews: each stretch runs from an anchor (the opening, or a review) to the next
//! review. Within a stretch each newly arranged date takes the place of the one before.

use chrono::{Days, NaiveDate};

use super::{Ask, Duty, Rule};
use crate::date::say_date;
use crate::history::{Arranged, ReviewHeld};
use crate::policy::add_months;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let reviews = reviews_in_order(ask);
    let anchors = std::iter::once((ask.period.opened_on, true)).chain(reviews.iter().map(|on| (*on, false)));
    let nexts = reviews.iter().copied().map(Some).chain([None]);
    for ((anchor, is_opening), next) in anchors.zip(nexts) {
        let stretch = Stretch { ask, anchor, is_opening, next };
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
    let mut days: Vec<NaiveDate> = held.filter(|day| ask.period.holds(*day)).collect();
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
}

/// The day by which the interval asks for a review, and what reached it.
struct IntervalDue {
    due: NaiveDate,
    /// The day whose level and policy set the interval.
    counted_from: NaiveDate,
    every_days: u32,
}

impl Stretch<'_> {
    /// When a level rises, the review falls due sooner, counted from the change; when it falls, or a policy loosens, the
    /// date already owed stands until the next review.
    fn interval_due(&self, up_to: NaiveDate) -> IntervalDue {
        let from = |day: NaiveDate| {
            let every_days = self.ask.policies.on(day).limits_for(self.ask.level_on(day)).review_every_days;
            IntervalDue { due: plus(day, every_days), counted_from: day, every_days }
        };
        let turns = self.ask.turns().into_iter().filter(|day| *day > self.anchor && *day <= up_to);
        turns.map(from).fold(from(self.anchor), |soonest, other| if other.due < soonest.due { other } else { soonest })
    }

    /// The last day that the stretch knows of: the day before the next review.
    fn end(&self) -> NaiveDate {
        self.next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// The dates arranged in this stretch, each with the day on which another took its place.
    fn arranged(&self) -> Vec<(Arranged, Option<NaiveDate>)> {
        let within = |a: &&Arranged| a.arranged_on >= self.anchor && self.next.is_none_or(|next| a.arranged_on < next);
        let mut dates: Vec<Arranged> = self.ask.history.arranged.iter().filter(within).copied().collect();
        dates.retain(|a| self.ask.period.holds(a.arranged_on));
        dates.sort_unstable();
        let mut last_of_each_day: Vec<Arranged> = Vec::new();
        for date in dates {
            last_of_each_day.retain(|kept| kept.arranged_on != date.arranged_on);
            last_of_each_day.push(date);
        }
        let replaced = last_of_each_day.iter().skip(1).map(|a| Some(a.arranged_on)).chain([None]);
        last_of_each_day.iter().copied().zip(replaced).collect()
    }

    fn review_owed(&self, found: &mut Vec<Duty>) {
        let rule = if self.is_opening { Rule::NeverReviewed } else { Rule::ReviewOverdue };
        let arranged = self.arranged();
        let mut owe = |start: NaiveDate, arranged_for: Option<NaiveDate>, replaced: Option<NaiveDate>| {
            let interval = self.interval_due(self.end());
            let due = arranged_for.map_or(interval.due, |date| date.min(interval.due));
            found.push(Duty {
                rule,
                subject: None,
                start_on: start,
                due_on: Some(due),
                met_on: if replaced.is_none() { self.next } else { None },
                ended_on: replaced,
                explanation: self.say(&interval, arranged_for, due),
            });
        };
        let first = arranged.first().map(|(date, _)| date.arranged_on);
        if first.is_none_or(|first| first > self.anchor) {
            owe(self.anchor, None, first);
        }
        for (date, replaced) in &arranged {
            owe(date.arranged_on.max(self.anchor), Some(date.next_review_on), *replaced);
        }
    }

    fn date_owed(&self, found: &mut Vec<Duty>) {
        let arranged_on = self.arranged().first().map(|(date, _)| date.arranged_on);
        let since = if self.is_opening { "Opened" } else { "Last reviewed" };
        found.push(Duty {
            rule: Rule::NoNextReviewDate,
            subject: None,
            start_on: self.anchor,
            due_on: Some(self.anchor),
            met_on: arranged_on,
            ended_on: if arranged_on.is_none() { self.next } else { None },
            explanation: format!("{since} {}; no date has been arranged for the next review since.", say_date(self.anchor)),
        });
    }

    fn date_in_time(&self, found: &mut Vec<Duty>) {
        for (date, replaced) in self.arranged() {
            let until = replaced.or(self.next).and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX);
            let turns = self.ask.turns().into_iter().filter(|day| *day > date.arranged_on && *day <= until);
            let too_late = std::iter::once(date.arranged_on).chain(turns).find_map(|day| {
                let interval = self.interval_due(day);
                let months = self.ask.policies.on(day).limits_for(self.ask.level_on(day)).ceiling_months;
                let limit = interval.due.min(add_months(self.anchor, months));
                (date.next_review_on > limit).then_some((day, limit, interval))
            });
            let Some((day, limit, interval)) = too_late else {
                continue;
            };
            let said = self.say(&interval, Some(date.next_review_on), limit);
            let said = said.trim_end_matches('.').rsplit_once("; due ").map_or(said.as_str(), |(head, _)| head);
            found.push(Duty {
                rule: Rule::NextReviewTooLate,
                subject: None,
                start_on: day,
                due_on: Some(day),
                met_on: None,
                ended_on: replaced.or(self.next),
                explanation: format!("{said}; the latest day allowed is {}.", say_date(limit)),
            });
        }
    }

    /// `Medium since 3 March 2026; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; due 23 June 2026.`
    fn say(&self, interval: &IntervalDue, arranged_for: Option<NaiveDate>, due: NaiveDate) -> String {
        let level = self.ask.say_level(interval.counted_from);
        let every = format!("reviews every {} days under {}", interval.every_days, self.ask.say_policy(interval.counted_from));
        let anchor = if self.is_opening { "opened" } else { "last review" };
        let mut parts = vec![level, every, format!("{anchor} {}", say_date(self.anchor))];
        if interval.counted_from > self.anchor {
            parts.push(format!("counted from the change on {}", say_date(interval.counted_from)));
        }
        if let Some(date) = arranged_for {
            parts.push(format!("next review arranged for {}", say_date(date)));
        }
        parts.push(format!("due {}", say_date(due)));
        format!("{}.", parts.join("; "))
    }
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
        explanation: format!("Review held {}; {why}, so the child’s view did not reach it.", say_date(review.on)),
    });
}

fn plus(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}
