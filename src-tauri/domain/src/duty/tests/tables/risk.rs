//! The family *risk*.

use expect_test::expect;

use super::{Column, closings, opened_on, starts, turns};
use crate::date::say_date;
use crate::duty::Rule::LevelMissing;
use crate::duty::tests::builders::opened;

pub const RULES: &[Column] = &[(LevelMissing, |day| opened(&say_date(day)))];

#[test]
fn what_is_owed_from_any_day_has_its_due_date_and_is_flagged_from_the_day_after() {
    starts(
        RULES,
        expect![[r#"
        from            | level_missing
        Mon 2 Mar 2026  | Mon 2 Mar 2026
        Sat 7 Mar 2026  | Sat 7 Mar 2026
        Sun 8 Mar 2026  | Sun 8 Mar 2026
        Wed 1 Apr 2026  | Wed 1 Apr 2026
        Thu 2 Apr 2026  | Thu 2 Apr 2026
        Fri 3 Apr 2026  | Fri 3 Apr 2026
        Sat 4 Apr 2026  | Sat 4 Apr 2026
        Mon 6 Apr 2026  | Mon 6 Apr 2026
        Fri 17 Dec 2027 | Fri 17 Dec 2027
        Fri 24 Dec 2027 | Fri 24 Dec 2027
        Sat 25 Dec 2027 | Sat 25 Dec 2027
        Mon 27 Dec 2027 | Mon 27 Dec 2027
        Fri 31 Dec 2027 | Fri 31 Dec 2027
        Mon 3 Jan 2028  | Mon 3 Jan 2028
        Mon 31 Jan 2028 | Mon 31 Jan 2028
        Mon 28 Feb 2028 | Mon 28 Feb 2028
        Tue 29 Feb 2028 | Tue 29 Feb 2028
        Wed 25 Oct 2028 | Wed 25 Oct 2028
        Thu 26 Oct 2028 | Thu 26 Oct 2028
        Wed 13 Dec 2028 | Wed 13 Dec 2028
        Thu 14 Dec 2028 | Thu 14 Dec 2028
        Wed 20 Dec 2028 | Wed 20 Dec 2028
        Thu 21 Dec 2028 | Thu 21 Dec 2028
    "#]],
    );
}

#[test]
fn a_level_or_a_policy_that_changes_around_the_start_changes_this() {
    // In the last column there is a level.
    turns(
        &[RULES, &[(LevelMissing, opened_on)]].concat(),
        expect![[r#"
            from Mon 2 Mar 2026        | level_missing  | level_missing
            nothing changes            | Mon 2 Mar 2026 | nothing
            level rises, day before    | nothing        | nothing
            level rises, same day      | nothing        | nothing
            level rises, day after     | Mon 2 Mar 2026 | nothing
            level falls, day before    | nothing        | nothing
            level falls, same day      | nothing        | nothing
            level falls, day after     | Mon 2 Mar 2026 | nothing
            policy tighter, day before | Mon 2 Mar 2026 | nothing
            policy tighter, same day   | Mon 2 Mar 2026 | nothing
            policy tighter, day after  | Mon 2 Mar 2026 | nothing
            policy looser, day before  | Mon 2 Mar 2026 | nothing
            policy looser, same day    | Mon 2 Mar 2026 | nothing
            policy looser, day after   | Mon 2 Mar 2026 | nothing
            level renamed, day before  | Mon 2 Mar 2026 | Mon 2 Mar 2026
            level renamed, same day    | Mon 2 Mar 2026 | Mon 2 Mar 2026
            level renamed, day after   | Mon 2 Mar 2026 | from 3 Mar: Tue 3 Mar 2026
        "#]],
    );
}

#[test]
fn a_case_that_closes_is_flagged_no_longer_and_one_that_opens_again_owes_this() {
    closings(
        RULES,
        expect![[r#"
        opened again | level_missing
        due          | 0 days on
    "#]],
    );
}
