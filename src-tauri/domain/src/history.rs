//! Everything about one case that duties depend on, and nothing else: dates, levels, codes, no text about the child.

use std::cmp::{Ordering, Reverse};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use crate::code::Code;
use crate::id::{EpisodeId, ItemId, PlanActionId};
use crate::item::ItemKind;
use crate::level::LevelStatement;

/// The facts of one case, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseHistory {
    /// The spans in which the case was open. A case that was reopened has more than one.
    pub periods: Vec<Period>,
    /// The day on which the case was brought in from a tracker or a census; `None` for a case opened here.
    pub brought_in_on: Option<NaiveDate>,
    pub reported: Reported,
    pub levels: Vec<LevelStatement>,
    pub reviews: Vec<ReviewHeld>,
    pub arranged: Vec<Arranged>,
    pub items: Vec<ItemHistory>,
    /// An action has an entry for each time that it was opened, and for each date that it had.
    pub actions: Vec<PlanActionHistory>,
    /// The days on which progress on the child's plan was recorded.
    pub plan_updates: Vec<NaiveDate>,
    pub episodes: Vec<EpisodeHistory>,
}

/// A case is open from the day it opened until the day before it closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
}

impl Period {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.opened_on <= day && self.closed_on.is_none_or(|closed| day < closed)
    }
}

/// What a tracker said before the case was brought in. None of it is a sign-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    pub assessment_signed_off: bool,
    pub plan_signed_off: bool,
}

/// A review that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewHeld {
    /// The item, or `None` for a review that a tracker reported.
    pub item: Option<ItemId>,
    pub on: NaiveDate,
    pub participation: Option<Code>,
    /// Whether that code means that the child's view reached the review, or was not to be expected.
    pub voice_heard: bool,
    pub signed_on: Option<NaiveDate>,
}

/// A date for the next review, and the day on which it was arranged.
///
/// Of two the greater counts: the one arranged later, and of two of one moment the earlier date, so that no other hides that
/// it was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arranged {
    pub arranged_on: NaiveDate,
    /// When it was entered, to order two arrangements of one day.
    pub at: DateTime<Utc>,
    pub next_review_on: NaiveDate,
}

impl Ord for Arranged {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = |a: &Self| (a.arranged_on, a.at, Reverse(a.next_review_on));
        order(self).cmp(&order(other))
    }
}

impl PartialOrd for Arranged {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The life of one item: its versions, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemHistory {
    pub id: ItemId,
    pub kind: ItemKind,
    pub versions: Vec<VersionHistory>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionHistory {
    pub number: u32,
    pub written_on: NaiveDate,
    /// Sent for sign-off, and not taken back since.
    pub submitted_on: Option<NaiveDate>,
    /// Each time it was sent and taken back: from, until.
    pub withdrawn: Vec<(NaiveDate, NaiveDate)>,
    pub signed_on: Option<NaiveDate>,
    pub returned_on: Option<NaiveDate>,
}

impl ItemHistory {
    pub fn first_signed_on(&self) -> Option<NaiveDate> {
        self.versions.iter().filter_map(|version| version.signed_on).min()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanActionHistory {
    pub id: PlanActionId,
    /// The day on which the action entered the plan.
    pub in_plan_since: NaiveDate,
    /// The day on which it was given this date, or opened again; otherwise the day on which it entered the plan.
    pub set_on: NaiveDate,
    pub due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// Left out of a later version of the plan, given another date there, or cancelled.
    pub dropped_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpisodeHistory {
    pub id: EpisodeId,
    pub missing_from: Moment,
    pub returned: Option<Moment>,
    pub interview_held: Option<Moment>,
    /// When the child said no to it.
    pub interview_declined: Option<Moment>,
}

/// A day, with the time where it is known. Local civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub on: NaiveDate,
    pub at: Option<NaiveTime>,
}

impl CaseHistory {
    /// Whether the case is open on this day.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.periods.iter().any(|period| period.holds(day))
    }

    /// Whether the case had ended before it was brought in.
    pub fn ended_before_import(&self, period: &Period) -> bool {
        matches!((self.brought_in_on, period.closed_on), (Some(brought_in), Some(closed)) if closed <= brought_in)
    }

    /// Every item of a kind.
    pub fn items_of(&self, kind: ItemKind) -> impl Iterator<Item = &ItemHistory> {
        self.items.iter().filter(move |item| item.kind == kind)
    }
}

/// What a duty is about, where a case has several: an item, an action, an episode.
pub type Subject = Option<Uuid>;
