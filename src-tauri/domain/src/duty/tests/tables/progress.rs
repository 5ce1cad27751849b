//! The family *progress*, rule by rule.

use expect_test::expect;

use super::{Column, after, closings, open_on, starts, turns};
use crate::date::say_date;
use crate::duty::Rule::{ActionOverdue, PlanNotUpdated};
use crate::item::ItemKind::Plan;

pub const RULES: &[Column] = &[
    // Its date is set by people, on whatever day of the week they like.
    (ActionOverdue, |day| open_on(day).action(&say_date(day), &say_date(after(day, 5)))),
    (PlanNotUpdated, |day| open_on(day).signed(Plan, &say_date(day))),
];

#[test]
fn what_is_owed_from_any_day_has_its_due_date_and_is_flagged_from_the_day_after() {
    starts(
        RULES,
        expect![[r#"
        from            | action_overdue  | plan_not_updated
        Mon 2 Mar 2026  | Sat 7 Mar 2026  | Mon 30 Mar 2026
        Sat 7 Mar 2026  | Thu 12 Mar 2026 | Sat 4 Apr 2026
        Sun 8 Mar 2026  | Fri 13 Mar 2026 | Sun 5 Apr 2026
        Wed 1 Apr 2026  | Mon 6 Apr 2026  | Wed 29 Apr 2026
        Thu 2 Apr 2026  | Tue 7 Apr 2026  | Thu 30 Apr 2026
        Fri 3 Apr 2026  | Wed 8 Apr 2026  | Fri 1 May 2026
        Sat 4 Apr 2026  | Thu 9 Apr 2026  | Sat 2 May 2026
        Mon 6 Apr 2026  | Sat 11 Apr 2026 | Mon 4 May 2026
        Fri 17 Dec 2027 | Wed 22 Dec 2027 | Fri 14 Jan 2028
        Fri 24 Dec 2027 | Wed 29 Dec 2027 | Fri 21 Jan 2028
        Sat 25 Dec 2027 | Thu 30 Dec 2027 | Sat 22 Jan 2028
        Mon 27 Dec 2027 | Sat 1 Jan 2028  | Mon 24 Jan 2028
        Fri 31 Dec 2027 | Wed 5 Jan 2028  | Fri 28 Jan 2028
        Mon 3 Jan 2028  | Sat 8 Jan 2028  | Mon 31 Jan 2028
        Mon 31 Jan 2028 | Sat 5 Feb 2028  | Mon 28 Feb 2028
        Mon 28 Feb 2028 | Sat 4 Mar 2028  | Mon 27 Mar 2028
        Tue 29 Feb 2028 | Sun 5 Mar 2028  | Tue 28 Mar 2028
        Wed 25 Oct 2028 | Mon 30 Oct 2028 | Wed 22 Nov 2028
        Thu 26 Oct 2028 | Tue 31 Oct 2028 | Thu 23 Nov 2028
        Wed 13 Dec 2028 | Mon 18 Dec 2028 | Wed 10 Jan 2029
        Thu 14 Dec 2028 | Tue 19 Dec 2028 | Thu 11 Jan 2029
        Wed 20 Dec 2028 | Mon 25 Dec 2028 | Wed 17 Jan 2029
        Thu 21 Dec 2028 | Tue 26 Dec 2028 | Thu 18 Jan 2029
    "#]],
    );
}

#[test]
fn a_level_or_a_policy_that_changes_around_the_start_changes_this() {
    turns(
        RULES,
        expect![[r#"
        from Mon 2 Mar 2026        | action_overdue | plan_not_updated
        nothing changes            | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level rises, day before    | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level rises, same day      | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level rises, day after     | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level falls, day before    | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level falls, same day      | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level falls, day after     | Sat 7 Mar 2026 | Mon 30 Mar 2026
        policy tighter, day before | Sat 7 Mar 2026 | Mon 16 Mar 2026
        policy tighter, same day   | Sat 7 Mar 2026 | Mon 16 Mar 2026
        policy tighter, day after  | Sat 7 Mar 2026 | Mon 30 Mar 2026
        policy looser, day before  | Sat 7 Mar 2026 | Mon 27 Apr 2026
        policy looser, same day    | Sat 7 Mar 2026 | Mon 27 Apr 2026
        policy looser, day after   | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level renamed, day before  | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level renamed, same day    | Sat 7 Mar 2026 | Mon 30 Mar 2026
        level renamed, day after   | Sat 7 Mar 2026 | Mon 30 Mar 2026
    "#]],
    );
}

#[test]
fn a_case_that_closes_is_flagged_no_longer_and_one_that_opens_again_owes_this() {
    closings(
        RULES,
        expect![[r#"
        opened again | action_overdue | plan_not_updated
        due          | nothing        | nothing
    "#]],
    );
}
