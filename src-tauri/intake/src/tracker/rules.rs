//! What cannot be true together: the dates of a row against each other, its status, and the day of the import.

use super::answers::Status;
use crate::dates::{OLDEST, age};
use crate::field::Field;
use chrono::NaiveDate;

/// The dates and the status of a row, as far as they could be read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) birth: Option<NaiveDate>,
    pub(crate) opened: Option<NaiveDate>,
    pub(crate) last_review: Option<NaiveDate>,
    pub(crate) next_review: Option<NaiveDate>,
    pub(crate) closed: Option<NaiveDate>,
    pub(crate) status: Option<Status>,
    /// Whether the cell of the date closed is there but wrong.
    pub(crate) closed_is_wrong: bool,
}

const FUTURE: &str = "This date lies in the future. Correct it.";

/// What is wrong with the row, by field. A date that is wrong by itself is not held against the others.
pub(crate) fn contradictions(draft: &Draft, today: NaiveDate) -> Vec<(Field, &'static str)> {
    let mut wrong = Vec::new();
    let mut past = |field: Field, date: Option<NaiveDate>| {
        if date.is_some_and(|d| d > today) {
            wrong.push((field, FUTURE));
            return None;
        }
        date
    };
    let birth = past(Field::DateOfBirth, draft.birth);
    let opened = past(Field::OpenedOn, draft.opened);
    let last = past(Field::LastReviewOn, draft.last_review);
    let closed = past(Field::ClosedOn, draft.closed);

    let mut after = |field: Field, date: Option<NaiveDate>, bound: Option<NaiveDate>, why: &'static str| {
        if let (Some(date), Some(bound)) = (date, bound)
            && date > bound
        {
            wrong.push((field, why));
        }
    };
    after(Field::DateOfBirth, birth, opened, "The date of birth is after the date of referral. Check both dates.");
    after(Field::ClosedOn, opened, closed, "The case closes before the date of referral. Check both dates.");
    after(Field::LastReviewOn, opened, last, "The last review is before the date of referral. Check both dates.");
    after(Field::LastReviewOn, last, closed, "The last review is after the case closed. Check both dates.");
    after(Field::NextReviewOn, opened, draft.next_review, "The next review is before the date of referral. Check both dates.");

    if let (Some(birth), Some(opened)) = (birth, opened)
        && age(birth, opened).is_some_and(|years| years > OLDEST)
    {
        wrong.push((Field::DateOfBirth, "By this date of birth the child was older than 25 at referral. Check both dates."));
    }
    match draft.status {
        Some(Status::Closed) if draft.closed.is_none() && !draft.closed_is_wrong => {
            wrong.push((
                Field::ClosedOn,
                "The status says closed, and there is no date closed. Give the date, or correct the status.",
            ));
        }
        Some(Status::Open) if draft.closed.is_some() || draft.closed_is_wrong => {
            wrong.push((Field::Status, "The status says open, and there is a date closed. Correct one of them."));
        }
        _ => {}
    }
    wrong
}

/// Whether the date of the next review was left standing when the last was held: it arranges nothing any more.
pub(crate) fn next_review_has_passed(draft: &Draft) -> bool {
    matches!((draft.next_review, draft.last_review), (Some(next), Some(last)) if next <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    fn check(draft: Draft, expected: &[Field]) {
        let fields: Vec<Field> = contradictions(&draft, day(2026, 9, 30)).into_iter().map(|(f, _)| f).collect();
        assert_eq!(fields, expected);
    }

    fn sound() -> Draft {
        Draft {
            birth: Some(day(2012, 5, 1)),
            opened: Some(day(2026, 1, 10)),
            last_review: Some(day(2026, 3, 1)),
            next_review: Some(day(2026, 4, 1)),
            closed: None,
            status: Some(Status::Open),
            closed_is_wrong: false,
        }
    }

    #[test]
    fn a_sound_row_and_an_overdue_one_have_nothing_wrong() {
        check(sound(), &[]);
        check(Draft::default(), &[]);
        check(Draft { closed: Some(day(2026, 3, 1)), status: Some(Status::Closed), ..sound() }, &[]);
    }

    #[test]
    fn the_future_is_refused_where_only_the_past_can_be() {
        let future = Some(day(2026, 10, 1));
        check(Draft { birth: future, ..sound() }, &[Field::DateOfBirth]);
        check(Draft { opened: future, ..sound() }, &[Field::OpenedOn]);
        check(Draft { last_review: future, ..sound() }, &[Field::LastReviewOn]);
        check(Draft { closed: future, status: Some(Status::Closed), ..sound() }, &[Field::ClosedOn]);
        check(Draft { next_review: future, ..sound() }, &[]);
    }

    #[test]
    fn dates_out_of_order_are_refused() {
        check(Draft { birth: Some(day(2026, 2, 1)), ..sound() }, &[Field::DateOfBirth]);
        check(Draft { birth: Some(day(1990, 2, 1)), ..sound() }, &[Field::DateOfBirth]);
        check(Draft { last_review: Some(day(2026, 1, 9)), ..sound() }, &[Field::LastReviewOn]);
        check(Draft { next_review: Some(day(2026, 1, 9)), ..sound() }, &[Field::NextReviewOn]);
        check(Draft { closed: Some(day(2026, 2, 1)), status: Some(Status::Closed), ..sound() }, &[Field::LastReviewOn]);
    }

    #[test]
    fn a_status_needs_its_date() {
        check(Draft { status: Some(Status::Closed), ..sound() }, &[Field::ClosedOn]);
        check(Draft { status: Some(Status::Closed), closed_is_wrong: true, ..sound() }, &[]);
        check(Draft { closed: Some(day(2026, 5, 1)), ..sound() }, &[Field::Status]);
        check(Draft { closed: Some(day(2026, 5, 1)), status: None, ..sound() }, &[]);
    }
}
