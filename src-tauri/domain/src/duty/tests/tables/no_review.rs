//! The family *no review*, rule by rule.

use expect_test::expect;

use super::{Column, after, closings, open_on, opened_on, starts, turns};
use crate::date::say_date;
use crate::duty::Rule::{NeverReviewed, NextReviewTooLate, NoNextReviewDate, ReviewNotSigned, ReviewOverdue, ReviewWithoutVoice};
use crate::duty::tests::builders::{ceiling, day, every, policy};

pub const RULES: &[Column] = &[
    (NeverReviewed, opened_on),
    (NoNextReviewDate, opened_on),
    // A day later than the 42 days of medium.
    (NextReviewTooLate, |day| opened_on(day).arranged(&say_date(day), &say_date(after(day, 43)))),
    (ReviewOverdue, |day| open_on(day).reviewed(&say_date(day))),
    (ReviewNotSigned, |day| open_on(day).reviewed(&say_date(day))),
    (ReviewWithoutVoice, |day| open_on(day).reviewed_with(&say_date(day), "PN7")),
];

#[test]
fn what_is_owed_from_any_day_has_its_due_date_and_is_flagged_from_the_day_after() {
    starts(
        RULES,
        expect![[r#"
        from            | never_reviewed  | no_next_review_date | next_review_too_late | review_overdue  | review_not_signed | review_without_voice
        Mon 2 Mar 2026  | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 13 Apr 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026
        Sat 7 Mar 2026  | Sat 18 Apr 2026 | Sat 7 Mar 2026      | Sat 7 Mar 2026       | Sat 18 Apr 2026 | Fri 13 Mar 2026   | Sat 7 Mar 2026
        Sun 8 Mar 2026  | Sun 19 Apr 2026 | Sun 8 Mar 2026      | Sun 8 Mar 2026       | Sun 19 Apr 2026 | Fri 13 Mar 2026   | Sun 8 Mar 2026
        Wed 1 Apr 2026  | Wed 13 May 2026 | Wed 1 Apr 2026      | Wed 1 Apr 2026       | Wed 13 May 2026 | Fri 10 Apr 2026   | Wed 1 Apr 2026
        Thu 2 Apr 2026  | Thu 14 May 2026 | Thu 2 Apr 2026      | Thu 2 Apr 2026       | Thu 14 May 2026 | Mon 13 Apr 2026   | Thu 2 Apr 2026
        Fri 3 Apr 2026  | Fri 15 May 2026 | Fri 3 Apr 2026      | Fri 3 Apr 2026       | Fri 15 May 2026 | Mon 13 Apr 2026   | Fri 3 Apr 2026
        Sat 4 Apr 2026  | Sat 16 May 2026 | Sat 4 Apr 2026      | Sat 4 Apr 2026       | Sat 16 May 2026 | Mon 13 Apr 2026   | Sat 4 Apr 2026
        Mon 6 Apr 2026  | Mon 18 May 2026 | Mon 6 Apr 2026      | Mon 6 Apr 2026       | Mon 18 May 2026 | Mon 13 Apr 2026   | Mon 6 Apr 2026
        Fri 17 Dec 2027 | Fri 28 Jan 2028 | Fri 17 Dec 2027     | Fri 17 Dec 2027      | Fri 28 Jan 2028 | Fri 24 Dec 2027   | Fri 17 Dec 2027
        Fri 24 Dec 2027 | Fri 4 Feb 2028  | Fri 24 Dec 2027     | Fri 24 Dec 2027      | Fri 4 Feb 2028  | Wed 5 Jan 2028    | Fri 24 Dec 2027
        Sat 25 Dec 2027 | Sat 5 Feb 2028  | Sat 25 Dec 2027     | Sat 25 Dec 2027      | Sat 5 Feb 2028  | Wed 5 Jan 2028    | Sat 25 Dec 2027
        Mon 27 Dec 2027 | Mon 7 Feb 2028  | Mon 27 Dec 2027     | Mon 27 Dec 2027      | Mon 7 Feb 2028  | Wed 5 Jan 2028    | Mon 27 Dec 2027
        Fri 31 Dec 2027 | Fri 11 Feb 2028 | Fri 31 Dec 2027     | Fri 31 Dec 2027      | Fri 11 Feb 2028 | Mon 10 Jan 2028   | Fri 31 Dec 2027
        Mon 3 Jan 2028  | Mon 14 Feb 2028 | Mon 3 Jan 2028      | Mon 3 Jan 2028       | Mon 14 Feb 2028 | Mon 10 Jan 2028   | Mon 3 Jan 2028
        Mon 31 Jan 2028 | Mon 13 Mar 2028 | Mon 31 Jan 2028     | Mon 31 Jan 2028      | Mon 13 Mar 2028 | Mon 7 Feb 2028    | Mon 31 Jan 2028
        Mon 28 Feb 2028 | Mon 10 Apr 2028 | Mon 28 Feb 2028     | Mon 28 Feb 2028      | Mon 10 Apr 2028 | Mon 6 Mar 2028    | Mon 28 Feb 2028
        Tue 29 Feb 2028 | Tue 11 Apr 2028 | Tue 29 Feb 2028     | Tue 29 Feb 2028      | Tue 11 Apr 2028 | Tue 7 Mar 2028    | Tue 29 Feb 2028
        Wed 25 Oct 2028 | Wed 6 Dec 2028  | Wed 25 Oct 2028     | Wed 25 Oct 2028      | Wed 6 Dec 2028  | Wed 1 Nov 2028    | Wed 25 Oct 2028
        Thu 26 Oct 2028 | Thu 7 Dec 2028  | Thu 26 Oct 2028     | Thu 26 Oct 2028      | Thu 7 Dec 2028  | Thu 2 Nov 2028    | Thu 26 Oct 2028
        Wed 13 Dec 2028 | Wed 24 Jan 2029 | Wed 13 Dec 2028     | Wed 13 Dec 2028      | Wed 24 Jan 2029 | Wed 20 Dec 2028   | Wed 13 Dec 2028
        Thu 14 Dec 2028 | Thu 25 Jan 2029 | Thu 14 Dec 2028     | Thu 14 Dec 2028      | Thu 25 Jan 2029 | Thu 21 Dec 2028   | Thu 14 Dec 2028
        Wed 20 Dec 2028 | Wed 31 Jan 2029 | Wed 20 Dec 2028     | Wed 20 Dec 2028      | Wed 31 Jan 2029 | Fri 29 Dec 2028   | Wed 20 Dec 2028
        Thu 21 Dec 2028 | Thu 1 Feb 2029  | Thu 21 Dec 2028     | Thu 21 Dec 2028      | Thu 1 Feb 2029  | not known         | Thu 21 Dec 2028
    "#]],
    );
}

#[test]
fn a_level_or_a_policy_that_changes_around_the_start_changes_this() {
    // In the last column the date arranged is the last day allowed.
    let on_the_last_day: Column = (NextReviewTooLate, |day| opened_on(day).arranged(&say_date(day), &say_date(after(day, 42))));
    turns(
        &[RULES, &[on_the_last_day]].concat(),
        expect![[r#"
            from Mon 2 Mar 2026        | never_reviewed  | no_next_review_date | next_review_too_late | review_overdue  | review_not_signed | review_without_voice | next_review_too_late
            nothing changes            | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 13 Apr 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            level rises, day before    | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 30 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            level rises, same day      | Mon 30 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 30 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | Mon 2 Mar 2026
            level rises, day after     | Tue 31 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Tue 31 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | from 3 Mar: Tue 3 Mar 2026
            level falls, day before    | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 25 May 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            level falls, same day      | Mon 25 May 2026 | Mon 2 Mar 2026      | nothing              | Mon 25 May 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            level falls, day after     | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 13 Apr 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            policy tighter, day before | Mon 23 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 23 Mar 2026 | Thu 5 Mar 2026    | Mon 2 Mar 2026       | Mon 2 Mar 2026
            policy tighter, same day   | Mon 23 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 23 Mar 2026 | Thu 5 Mar 2026    | Mon 2 Mar 2026       | Mon 2 Mar 2026
            policy tighter, day after  | Tue 24 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Tue 24 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | from 3 Mar: Tue 3 Mar 2026
            policy looser, day before  | Mon 25 May 2026 | Mon 2 Mar 2026      | nothing              | Mon 25 May 2026 | Mon 16 Mar 2026   | Mon 2 Mar 2026       | nothing
            policy looser, same day    | Mon 25 May 2026 | Mon 2 Mar 2026      | nothing              | Mon 25 May 2026 | Mon 16 Mar 2026   | Mon 2 Mar 2026       | nothing
            policy looser, day after   | Mon 13 Apr 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 13 Apr 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | nothing
            level renamed, day before  | Mon 30 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 30 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | Mon 2 Mar 2026
            level renamed, same day    | Mon 30 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Mon 30 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | Mon 2 Mar 2026
            level renamed, day after   | Tue 31 Mar 2026 | Mon 2 Mar 2026      | Mon 2 Mar 2026       | Tue 31 Mar 2026 | Mon 9 Mar 2026    | Mon 2 Mar 2026       | from 3 Mar: Tue 3 Mar 2026
        "#]],
    );
}

#[test]
fn a_case_that_closes_is_flagged_no_longer_and_one_that_opens_again_owes_this() {
    closings(
        RULES,
        expect![[r#"
        opened again | never_reviewed | no_next_review_date | next_review_too_late | review_overdue | review_not_signed | review_without_voice
        due          | 42 days on     | 0 days on           | nothing              | nothing        | nothing           | nothing
    "#]],
    );
}

#[test]
fn a_ceiling_in_months_ends_on_the_last_day_of_a_shorter_month() {
    for (opened, months, last_day) in [
        ("31 January 2027", 1, "28 February 2027"),
        ("31 January 2028", 1, "29 February 2028"),
        ("30 November 2027", 3, "29 February 2028"),
        ("29 February 2028", 12, "28 February 2029"),
        ("28 February 2028", 12, "28 February 2029"),
        ("31 March 2028", 6, "30 September 2028"),
    ] {
        let long = || every(ceiling(policy("1 January 2026"), "medium", months), "medium", 366);
        let arranged = |next| opened_on(day(opened)).under([long()]).arranged(opened, &say_date(next));
        assert_eq!(arranged(day(last_day)).owed(NextReviewTooLate), [], "{opened}");
        assert_eq!(arranged(after(day(last_day), 1)).owed(NextReviewTooLate).len(), 1, "{opened}");
    }
}
