//! What a level that changes, or is missing, does to the review that is owed.

use expect_test::expect;

use super::builders::opened;
use super::check;
use crate::duty::Rule::{NeverReviewed, ReviewOverdue};

#[test]
fn when_a_level_rises_the_review_falls_due_sooner_counted_from_the_change() {
    let case = opened("2 March 2026").at("low");
    check(
        case.clone().manager_says("16 March 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              High since 16 March 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 16 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        case.manager_says("16 March 2026", "high").manager_says("30 March 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              High since 16 March 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 16 March 2026; due 13 April 2026.
        "#]],
    );
}

#[test]
fn a_level_that_rises_late_never_puts_the_review_off() {
    // 28 days from the change would be 29 April.
    check(
        opened("2 March 2026").at("medium").manager_says("1 April 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    // It rose when the review was overdue already.
    check(
        opened("2 March 2026").at("medium").manager_says("20 April 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
}

#[test]
fn when_a_level_falls_the_date_owed_stands_until_the_next_review() {
    let case = opened("2 March 2026").at("high").manager_says("16 March 2026", "low");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026: flag from 31 March 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        case.reviewed("30 March 2026"),
        ReviewOverdue,
        expect![[r#"
            From 30 March 2026, due 22 June 2026: flag from 23 June 2026
              Low since 16 March 2026; reviews every 84 days under the policy of 1 January 2026; last review 30 March 2026; due 22 June 2026.
        "#]],
    );
}

#[test]
fn a_level_that_falls_on_the_day_of_the_review_counts_from_that_review() {
    let case = opened("2 March 2026").at("high").reviewed("30 March 2026").practitioner_says("30 March 2026", "low");
    check(
        case,
        ReviewOverdue,
        expect![[r#"
            From 30 March 2026, due 22 June 2026: flag from 23 June 2026
              Low since 30 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; last review 30 March 2026; due 22 June 2026.
        "#]],
    );
}

#[test]
fn a_level_that_rose_and_fell_again_leaves_the_soonest_date() {
    let case = opened("2 March 2026").at("low").manager_says("9 March 2026", "high").manager_says("16 March 2026", "low");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 6 April 2026: flag from 7 April 2026
              High since 9 March 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 9 March 2026; due 6 April 2026.
        "#]],
    );
    check(
        case.manager_says("23 March 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 6 April 2026: flag from 7 April 2026
              High since 9 March 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 9 March 2026; due 6 April 2026.
        "#]],
    );
}

#[test]
fn of_two_levels_stated_on_one_day_the_later_counts() {
    let case = opened("2 March 2026").at("low").manager_says("9 March 2026", "high").manager_says("9 March 2026", "low");
    check(
        case,
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 25 May 2026: flag from 26 May 2026
              Low since 2 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; opened 2 March 2026; due 25 May 2026.
        "#]],
    );
}

#[test]
fn the_practitioners_level_counts_until_a_manager_states_one() {
    let case = opened("2 March 2026").at("low").practitioner_says("9 March 2026", "medium");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 20 April 2026: flag from 21 April 2026
              Medium since 9 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 9 March 2026; due 20 April 2026.
        "#]],
    );
    check(
        case.manager_says("10 March 2026", "low").practitioner_says("11 March 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 20 April 2026: flag from 21 April 2026
              Medium since 9 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 9 March 2026; due 20 April 2026.
        "#]],
    );
}

#[test]
fn a_blank_never_buys_time() {
    check(
        opened("2 March 2026"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026: flag from 31 March 2026
              No level was recorded on 2 March 2026, so the strictest interval applies; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        opened("2 March 2026").at("extreme"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026: flag from 31 March 2026
              Extreme is not a level of the policy, so the strictest interval applies; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        opened("2 March 2026").reviewed("12 May 2026"),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 9 June 2026: flag from 10 June 2026
              No level was recorded on 12 May 2026, so the strictest interval applies; reviews every 28 days under the policy of 1 January 2026; last review 12 May 2026; due 9 June 2026.
        "#]],
    );
}

#[test]
fn a_first_level_after_a_blank_does_not_put_off_the_date_owed() {
    let case = opened("2 March 2026").practitioner_says("9 March 2026", "low");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026: flag from 31 March 2026
              No level was recorded on 2 March 2026, so the strictest interval applies; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        case.reviewed("30 March 2026"),
        ReviewOverdue,
        expect![[r#"
            From 30 March 2026, due 22 June 2026: flag from 23 June 2026
              Low since 9 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; last review 30 March 2026; due 22 June 2026.
        "#]],
    );
}
