//! `level_missing`.

use expect_test::expect;

use super::builders::{opened, policy, without};
use super::check;
use crate::duty::Rule::LevelMissing;

#[test]
fn every_open_case_has_a_level_from_the_day_it_opened() {
    check(
        opened("2 March 2026"),
        LevelMissing,
        expect![[r#"
            From 2 March 2026, due 2 March 2026: flag from 3 March 2026
              No level of risk since 2 March 2026 that the policy of 1 January 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
    check(
        opened("2 March 2026").at("low"),
        LevelMissing,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        opened("2 March 2026").practitioner_says("9 March 2026", "low"),
        LevelMissing,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 9 March 2026: flag 3 March 2026 to 8 March 2026
              No level of risk since 2 March 2026 that the policy of 1 January 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
}

#[test]
fn a_level_that_the_policy_does_not_know_is_as_good_as_none() {
    check(
        opened("2 March 2026").at("extreme"),
        LevelMissing,
        expect![[r#"
            From 2 March 2026, due 2 March 2026: flag from 3 March 2026
              No level of risk since 2 March 2026 that the policy of 1 January 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
    check(
        opened("2 March 2026").at("low").manager_says("9 March 2026", "extreme"),
        LevelMissing,
        expect![[r#"
            From 9 March 2026, due 9 March 2026: flag from 10 March 2026
              No level of risk since 9 March 2026 that the policy of 1 January 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
}

#[test]
fn a_level_stated_before_the_case_opened_here_counts() {
    check(
        opened("2 March 2026").practitioner_says("1 March 2026", "low"),
        LevelMissing,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_level_may_go_missing_and_come_back_with_the_policies() {
    let case = opened("2 March 2026").at("low");
    let case = case.then_under(without(policy("1 April 2026"), "low")).then_under(policy("1 May 2026"));
    check(
        case,
        LevelMissing,
        expect![[r#"
            From 1 April 2026, due 1 April 2026, met 1 May 2026: flag 2 April 2026 to 30 April 2026
              No level of risk since 1 April 2026 that the policy of 1 April 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
}
