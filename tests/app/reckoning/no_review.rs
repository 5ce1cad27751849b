//! The rules that nobody reviewed a case, or nobody arranged to.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};

use super::calendar::{civil_day, tomorrow};
use super::rows::{Version, day, text};
use super::{Flags, Look, flag};

/// A review that was held, or that a tracker reported.
struct Review {
    on: NaiveDate,
    participation: Option<String>,
    /// The first day on which a version of it was signed off; `None` also for a reported one.
    signed_on: Option<NaiveDate>,
    reported: bool,
}

/// In which order dates of one day were arranged.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum When {
    /// What a tracker says.
    AtTheStart,
    At(DateTime<Utc>),
    AtTheEnd,
}

impl Look<'_> {
    pub(crate) fn no_review(&self, flags: &mut Flags) {
        let reviews = self.reviews();
        let last = reviews.iter().map(|review| review.on).max();
        let anchor = last.unwrap_or(self.opened);
        let arranged = self.arranged(anchor, last.is_some());
        let (interval, ceiling) = self.latest_days(anchor, self.day);

        let due = arranged.map_or(interval, |(_, next)| next.min(interval));
        flag(flags, if last.is_some() { "review_overdue" } else { "never_reviewed" }, self.day > due);
        // A date is owed on the day of opening or of the last review.
        flag(flags, "no_next_review_date", arranged.is_none() && self.day > anchor);
        if let Some((on, next)) = arranged {
            let is_arranged_before = self.day > anchor.max(on);
            // A date that became too late today may be put right today.
            let is_late_since = || {
                let (interval, ceiling) = self.latest_days(anchor, self.day.pred_opt().unwrap());
                next > interval.min(ceiling)
            };
            flag(flags, "next_review_too_late", next > interval.min(ceiling) && is_arranged_before && is_late_since());
        }
        for review in &reviews {
            let signed = review.reported || review.signed_on.is_some_and(|signed| signed <= self.day);
            flag(flags, "review_not_signed", !signed && self.past(review.on, "review_signed"));
            let unheard = matches!(review.participation.as_deref(), None | Some("PN4" | "PN7"));
            // At the next review the child can be heard again.
            let is_last = Some(review.on) == last;
            flag(flags, "review_without_voice", unheard && is_last && self.day > review.on);
        }
    }

    /// Held in this spell, on or before the day.
    fn reviews(&self) -> Vec<Review> {
        let mut reviews = Vec::new();
        for item in self.case.items.iter().filter(|item| item.kind == "review") {
            let version = item.counts();
            let held = version.date("held_on");
            reviews.push(Review {
                on: held.unwrap(),
                participation: text(&version.content["participation"]),
                signed_on: item.versions.iter().filter(|v| v.date("held_on") == held).filter_map(|v| v.signed_on()).min(),
                reported: false,
            });
        }
        for review in self.case.reported["reviews"].as_array().unwrap() {
            reviews.push(Review {
                on: day(&review["on"]).unwrap(),
                participation: text(&review["participation"]),
                signed_on: None,
                reported: true,
            });
        }
        reviews.retain(|review| self.opened <= review.on && review.on <= self.day);
        reviews
    }

    /// The date for the next review that was arranged last, and the day of arranging it. What was arranged before the last
    /// review was for that one. A review agrees its date on its day, when it was written: on another day, after all else that
    /// was arranged on its own. Of two dates of one moment the earlier counts.
    fn arranged(&self, anchor: NaiveDate, is_reviewed: bool) -> Option<(NaiveDate, NaiveDate)> {
        let mut dates: Vec<(NaiveDate, When, Reverse<NaiveDate>)> = Vec::new();
        for item in &self.case.items {
            let latest = item.counts();
            if item.kind == "review_arrangement" {
                // A draft arranges nothing.
                let sent = item.versions.iter().filter_map(|version| version.first_sent_at().map(|at| (at, version)));
                dates.extend(
                    sent.map(|(at, version)| (civil_day(at), When::At(at), Reverse(version.date("next_review_on").unwrap()))),
                );
            } else if let (Some(held), Some(next)) = (latest.date("held_on"), latest.date("next_review_on")) {
                let same =
                    |version: &&Version| version.date("held_on") == Some(held) && version.date("next_review_on") == Some(next);
                let written = item.versions.iter().filter(same).map(|version| version.written_at).min().unwrap();
                let when = if civil_day(written) == held { When::At(written) } else { When::AtTheEnd };
                dates.push((held, when, Reverse(next)));
            }
        }
        for arranged in self.case.reported["arranged"].as_array().unwrap() {
            dates.push((
                day(&arranged["arranged_on"]).unwrap(),
                When::AtTheStart,
                Reverse(day(&arranged["next_review_on"]).unwrap()),
            ));
        }
        dates.extend(self.case.set_by_hand.iter().map(|(at, next)| (civil_day(*at), When::At(*at), Reverse(*next))));
        // A date on or before the last review is not one for the next.
        dates.retain(|(on, _, next)| anchor <= *on && *on <= self.day && (!is_reviewed || anchor < next.0));
        dates.into_iter().max().map(|(on, _, next)| (on, next.0))
    }

    /// The last day of the interval that began at a review, or at opening, and the last day under the ceiling, as both stand
    /// on a later day.
    ///
    /// What is owed stands until the next review, so that neither a lower level nor a looser policy postpones it. A higher
    /// level or a stricter policy brings it forward: the interval counts from the change, the ceiling from the review.
    fn latest_days(&self, anchor: NaiveDate, upto: NaiveDate) -> (NaiveDate, NaiveDate) {
        let limits = |day: NaiveDate| self.limits(self.level_on(day).as_deref(), self.facts.policies.on(day));
        let (mut day, (mut every, months)) = (anchor, limits(anchor));
        let (mut interval, mut ceiling) = (anchor + every, anchor + months);
        while day < upto {
            day = tomorrow(day);
            let (now, months) = limits(day);
            if now < every {
                interval = interval.min(day + now);
            }
            every = now;
            ceiling = ceiling.min(anchor + months);
        }
        (interval, ceiling)
    }
}
