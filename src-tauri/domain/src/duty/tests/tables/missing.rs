//! The family *missing*.

use expect_test::expect;

use super::{Column, closings, open_on, starts, turns};
use crate::date::say_date;
use crate::duty::Rule::ReturnInterview;

pub const RULES: &[Column] = &[(ReturnInterview, |day| open_on(day).came_back(&format!("{} 21:15", say_date(day))))];

#[test]
fn what_is_owed_from_any_day_has_its_due_date_and_is_flagged_from_the_day_after() {
    starts(
        RULES,
        expect![[r#"
        from            | return_interview
        Mon 2 Mar 2026  | Thu 5 Mar 2026
        Sat 7 Mar 2026  | Tue 10 Mar 2026
        Sun 8 Mar 2026  | Wed 11 Mar 2026
        Wed 1 Apr 2026  | Sat 4 Apr 2026
        Thu 2 Apr 2026  | Sun 5 Apr 2026
        Fri 3 Apr 2026  | Mon 6 Apr 2026
        Sat 4 Apr 2026  | Tue 7 Apr 2026
        Mon 6 Apr 2026  | Thu 9 Apr 2026
        Fri 17 Dec 2027 | Mon 20 Dec 2027
        Fri 24 Dec 2027 | Mon 27 Dec 2027
        Sat 25 Dec 2027 | Tue 28 Dec 2027
        Mon 27 Dec 2027 | Thu 30 Dec 2027
        Fri 31 Dec 2027 | Mon 3 Jan 2028
        Mon 3 Jan 2028  | Thu 6 Jan 2028
        Mon 31 Jan 2028 | Thu 3 Feb 2028
        Mon 28 Feb 2028 | Thu 2 Mar 2028
        Tue 29 Feb 2028 | Fri 3 Mar 2028
        Wed 25 Oct 2028 | Sat 28 Oct 2028
        Thu 26 Oct 2028 | Sun 29 Oct 2028
        Wed 13 Dec 2028 | Sat 16 Dec 2028
        Thu 14 Dec 2028 | Sun 17 Dec 2028
        Wed 20 Dec 2028 | Sat 23 Dec 2028
        Thu 21 Dec 2028 | Sun 24 Dec 2028
    "#]],
    );
}

#[test]
fn a_level_or_a_policy_that_changes_around_the_start_changes_this() {
    turns(
        RULES,
        expect![[r#"
        from Mon 2 Mar 2026        | return_interview
        nothing changes            | Thu 5 Mar 2026
        level rises, day before    | Thu 5 Mar 2026
        level rises, same day      | Thu 5 Mar 2026
        level rises, day after     | Thu 5 Mar 2026
        level falls, day before    | Thu 5 Mar 2026
        level falls, same day      | Thu 5 Mar 2026
        level falls, day after     | Thu 5 Mar 2026
        policy tighter, day before | Wed 4 Mar 2026
        policy tighter, same day   | Wed 4 Mar 2026
        policy tighter, day after  | Thu 5 Mar 2026
        policy looser, day before  | Sun 8 Mar 2026
        policy looser, same day    | Sun 8 Mar 2026
        policy looser, day after   | Thu 5 Mar 2026
        level renamed, day before  | Thu 5 Mar 2026
        level renamed, same day    | Thu 5 Mar 2026
        level renamed, day after   | Thu 5 Mar 2026
    "#]],
    );
}

#[test]
fn a_case_that_closes_is_flagged_no_longer_and_one_that_opens_again_owes_this() {
    closings(
        RULES,
        expect![[r#"
        opened again | return_interview
        due          | nothing
    "#]],
    );
}
