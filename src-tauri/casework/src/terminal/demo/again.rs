//! What an authority does again on a few invented cases: opens one that had closed, sets another date for the next review.

use caseward_domain::id::PersonId;
use caseward_domain::text::CaseText;
use caseward_store::{CaseFile, EarlierPeriod, ReviewDate};
use chrono::{Days, NaiveDate};
use fastrand::Rng;
use uuid::Uuid;

use super::child::{at, back, pick};

/// Of all cases, as many are opened again.
const OPENED_AGAIN: f64 = 0.02;
/// Of open cases, as many have a date that was set by hand.
const DATE_BY_HAND: f64 = 0.06;

const WHY_OPEN: &[&str] = &[
    "New contact online with the same adult.",
    "A missing episode overnight, to the area of the earlier concern.",
    "The school reports older associates waiting outside again.",
];
const WHY_THEN: &[&str] = &[
    "The child asked for it to be after their exams.",
    "Brought forward: the strategy meeting wants to hear of it.",
    "The chair is away in the week of the date arranged.",
];

/// Opens a few of the closed cases again, and says until when that span goes on: it may have closed again.
pub(super) fn open_again(rng: &mut Rng, file: &mut CaseFile, open_share: f64, today: NaiveDate) -> Option<NaiveDate> {
    let closed_on = file.case.closed_on?;
    let by = file.case.practitioner_id?;
    // A fifth of the closed cases closed lately. Most of what is opened again is one of those, so that some of it is open now.
    let is_lately = closed_on > back(today, 700);
    let of_closed = OPENED_AGAIN / (1.0 - open_share) * if is_lately { 3.5 } else { 0.45 };
    let opened_on = closed_on + Days::new(rng.u64(20..200));
    if rng.f64() >= of_closed || opened_on > back(today, 7) {
        return None;
    }
    // Nothing is open for years.
    let closes = opened_on < back(today, 400) || rng.f64() >= open_share;
    let closed_again = (opened_on + Days::new(rng.u64(60..300))).min(back(today, 1));
    file.earlier.push(EarlierPeriod {
        opened_on: file.case.opened_on,
        closed_on,
        reopened_by: by,
        reopened_at: at(opened_on, 9),
        reason: CaseText::parse(pick(rng, WHY_OPEN)).unwrap_or_default(),
    });
    file.case.opened_on = opened_on;
    file.case.closed_on = closes.then_some(closed_again);
    Some(file.case.closed_on.unwrap_or(today))
}

/// Sets a date by hand, in the last two weeks, on a few of the open cases.
pub(super) fn set_date(rng: &mut Rng, file: &mut CaseFile, manager: PersonId, today: NaiveDate) {
    if file.case.closed_on.is_some() || rng.f64() >= DATE_BY_HAND {
        return;
    }
    let set_on = back(today, rng.u64(0..14)).max(file.case.opened_on);
    let by = if rng.bool() { manager } else { file.case.practitioner_id.unwrap_or(manager) };
    file.review_dates.push(ReviewDate {
        id: Uuid::from_u64_pair(rng.u64(..), rng.u64(..)),
        next_review_on: today + Days::new(rng.u64(3..40)),
        reason: CaseText::parse(pick(rng, WHY_THEN)).unwrap_or_default(),
        by,
        at: at(set_on, 11),
    });
}
