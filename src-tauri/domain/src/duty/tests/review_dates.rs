//! The date for the next review: whether there is one (`no_next_review_date`), whether it is soon enough
//! (`next_review_too_late`), and what it does to the day by which a review is owed.

use expect_test::expect;

use super::builders::{ceiling, every, opened, policy};
use super::check;
use crate::duty::Rule::{NeverReviewed, NextReviewTooLate, NoNextReviewDate, ReviewOverdue};

#[test]
fn an_open_case_has_a_date_for_its_next_review_from_the_day_it_opened() {
    check(
        opened("2 March 2026"),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026: flag from 3 March 2026
              Opened 2 March 2026; no date has been arranged for the next review since.
        "#]],
    );
    check(
        opened("2 March 2026").arranged("2 March 2026", "20 March 2026"),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 2 March 2026: no flag
              Opened 2 March 2026; no date has been arranged for the next review since.
        "#]],
    );
    check(
        opened("2 March 2026").arranged("9 March 2026", "20 March 2026"),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 9 March 2026: flag 3 March 2026 to 8 March 2026
              Opened 2 March 2026; no date has been arranged for the next review since.
        "#]],
    );
}

#[test]
fn each_review_asks_for_a_new_date() {
    let case = opened("2 March 2026").arranged("2 March 2026", "20 March 2026").reviewed("20 March 2026");
    check(
        case.clone(),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 2 March 2026: no flag
              Opened 2 March 2026; no date has been arranged for the next review since.
            From 20 March 2026, due 20 March 2026: flag from 21 March 2026
              Last reviewed 20 March 2026; no date has been arranged for the next review since.
        "#]],
    );
    check(
        case.clone().arranged("20 March 2026", "10 April 2026"),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 2 March 2026: no flag
              Opened 2 March 2026; no date has been arranged for the next review since.
            From 20 March 2026, due 20 March 2026, met 20 March 2026: no flag
              Last reviewed 20 March 2026; no date has been arranged for the next review since.
        "#]],
    );
    check(
        case.reviewed("10 April 2026"),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, met 2 March 2026: no flag
              Opened 2 March 2026; no date has been arranged for the next review since.
            From 20 March 2026, due 20 March 2026, ended 10 April 2026: flag 21 March 2026 to 9 April 2026
              Last reviewed 20 March 2026; no date has been arranged for the next review since.
            From 10 April 2026, due 10 April 2026: flag from 11 April 2026
              Last reviewed 10 April 2026; no date has been arranged for the next review since.
        "#]],
    );
}

#[test]
fn a_date_arranged_on_the_day_of_the_review_is_for_the_next_one() {
    let case = opened("2 March 2026").at("medium").reviewed("12 May 2026").arranged("12 May 2026", "1 June 2026");
    check(
        case,
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 1 June 2026: flag from 2 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 1 June 2026; due 1 June 2026.
        "#]],
    );
}

#[test]
fn a_date_that_the_review_just_held_has_reached_is_no_date_for_the_next() {
    let case = opened("2 March 2026").at("medium").arranged("12 May 2026", "12 May 2026").reviewed("12 May 2026");
    check(
        case.clone(),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 23 June 2026: flag from 24 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; due 23 June 2026.
        "#]],
    );
    check(
        case,
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, ended 12 May 2026: flag 3 March 2026 to 11 May 2026
              Opened 2 March 2026; no date has been arranged for the next review since.
            From 12 May 2026, due 12 May 2026: flag from 13 May 2026
              Last reviewed 12 May 2026; no date has been arranged for the next review since.
        "#]],
    );
}

#[test]
fn a_date_earlier_than_the_interval_is_the_date_owed() {
    let case = opened("2 March 2026").at("medium").arranged("2 March 2026", "20 March 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 20 March 2026: flag from 21 March 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 20 March 2026; due 20 March 2026.
        "#]],
    );
    check(
        case,
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_date_later_than_the_interval_is_too_late_and_puts_nothing_off() {
    let case = opened("2 March 2026").at("medium").arranged("9 March 2026", "1 May 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, ended 9 March 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
            From 9 March 2026, due 13 April 2026: flag from 14 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 1 May 2026; due 13 April 2026.
        "#]],
    );
    check(
        case,
        NextReviewTooLate,
        expect![[r#"
            From 9 March 2026, due 9 March 2026: flag from 10 March 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 1 May 2026; the latest day allowed is 13 April 2026.
        "#]],
    );
}

#[test]
fn the_last_day_of_the_interval_is_not_too_late_and_the_day_after_is() {
    check(
        opened("2 March 2026").at("medium").arranged("2 March 2026", "13 April 2026"),
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        opened("2 March 2026").at("medium").arranged("2 March 2026", "14 April 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026: flag from 3 March 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 14 April 2026; the latest day allowed is 13 April 2026.
        "#]],
    );
}

#[test]
fn a_date_moved_by_hand_takes_the_place_of_the_one_before() {
    let case = opened("2 March 2026").at("medium").reviewed("12 May 2026").arranged("12 May 2026", "1 June 2026");
    check(
        case.clone().arranged("20 May 2026", "25 May 2026"),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 1 June 2026, ended 20 May 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 1 June 2026; due 1 June 2026.
            From 20 May 2026, due 25 May 2026: flag from 26 May 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 25 May 2026; due 25 May 2026.
        "#]],
    );
    check(
        case.clone().arranged("20 May 2026", "22 June 2026"),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 1 June 2026, ended 20 May 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 1 June 2026; due 1 June 2026.
            From 20 May 2026, due 22 June 2026: flag from 23 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 22 June 2026; due 22 June 2026.
        "#]],
    );
    // Moved after it had passed: it was late until then.
    check(
        case.clone().arranged("5 June 2026", "22 June 2026"),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 1 June 2026, ended 5 June 2026: flag 2 June 2026 to 4 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 1 June 2026; due 1 June 2026.
            From 5 June 2026, due 22 June 2026: flag from 23 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 22 June 2026; due 22 June 2026.
        "#]],
    );
    // Moved past the interval.
    check(
        case.clone().arranged("20 May 2026", "30 June 2026"),
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 1 June 2026, ended 20 May 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 1 June 2026; due 1 June 2026.
            From 20 May 2026, due 23 June 2026: flag from 24 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 30 June 2026; due 23 June 2026.
        "#]],
    );
    check(
        case.clone().arranged("20 May 2026", "30 June 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 20 May 2026, due 20 May 2026: flag from 21 May 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 30 June 2026; the latest day allowed is 23 June 2026.
        "#]],
    );
    check(
        case.arranged("20 May 2026", "30 June 2026").arranged("27 May 2026", "22 June 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 20 May 2026, due 20 May 2026, ended 27 May 2026: flag 21 May 2026 to 26 May 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; next review arranged for 30 June 2026; the latest day allowed is 23 June 2026.
        "#]],
    );
}

#[test]
fn of_two_dates_arranged_on_one_day_the_later_entered_counts() {
    let case = opened("2 March 2026").at("medium");
    let case = case.arranged("3 March 2026", "1 May 2026").arranged("3 March 2026", "1 April 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, ended 3 March 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
            From 3 March 2026, due 1 April 2026: flag from 2 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 1 April 2026; due 1 April 2026.
        "#]],
    );
    check(
        case,
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_date_arranged_when_the_review_was_overdue_already_puts_nothing_off() {
    let case = opened("2 March 2026").at("medium").arranged("20 April 2026", "27 April 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, ended 20 April 2026: flag 14 April 2026 to 19 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
            From 20 April 2026, due 13 April 2026: flag from 20 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 27 April 2026; due 13 April 2026.
        "#]],
    );
    check(
        case,
        NextReviewTooLate,
        expect![[r#"
            From 20 April 2026, due 20 April 2026: flag from 21 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 27 April 2026; the latest day allowed is 13 April 2026.
        "#]],
    );
}

#[test]
fn a_date_past_the_ceiling_is_too_late_though_within_the_interval() {
    let long = || every(policy("1 January 2026"), "low", 120);
    let case = opened("30 November 2026").at("low").under([long()]);
    // Three calendar months after 30 November is the last day of February.
    check(
        case.clone().arranged("30 November 2026", "28 February 2027"),
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.arranged("30 November 2026", "1 March 2027"),
        NextReviewTooLate,
        expect![[r#"
            From 30 November 2026, due 30 November 2026: flag from 1 December 2026
              Low since 30 November 2026, not yet confirmed by a manager; at most 3 months between reviews under the policy of 1 January 2026; opened 30 November 2026; next review arranged for 1 March 2027; the latest day allowed is 28 February 2027.
        "#]],
    );
    let month = || ceiling(policy("1 January 2026"), "high", 1);
    let case = opened("2 February 2026").at("high").under([month()]);
    check(
        case.arranged("2 February 2026", "3 March 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 2 February 2026, due 2 February 2026: flag from 3 February 2026
              High since 2 February 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 February 2026; next review arranged for 3 March 2026; the latest day allowed is 2 March 2026.
        "#]],
    );
}

#[test]
fn a_date_becomes_too_late_when_the_level_rises() {
    let case = opened("2 March 2026").at("low").arranged("2 March 2026", "20 May 2026");
    check(
        case.clone(),
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.clone().manager_says("1 April 2026", "high"),
        NextReviewTooLate,
        expect![[r#"
            From 1 April 2026, due 1 April 2026: flag from 2 April 2026
              High since 1 April 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 1 April 2026; next review arranged for 20 May 2026; the latest day allowed is 29 April 2026.
        "#]],
    );
    check(
        case.manager_says("1 April 2026", "high").reviewed("24 April 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 1 April 2026, due 1 April 2026, ended 24 April 2026: flag 2 April 2026 to 23 April 2026
              High since 1 April 2026; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; counted from the change on 1 April 2026; next review arranged for 20 May 2026; the latest day allowed is 29 April 2026.
        "#]],
    );
}

#[test]
fn a_date_stays_too_late_when_the_level_falls_until_it_is_moved() {
    let case = opened("2 March 2026").at("high").arranged("2 March 2026", "13 April 2026");
    check(
        case.clone().manager_says("9 March 2026", "low"),
        NextReviewTooLate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026: flag from 3 March 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 13 April 2026; the latest day allowed is 30 March 2026.
        "#]],
    );
    let moved = case.manager_says("9 March 2026", "low").arranged("16 March 2026", "30 March 2026");
    check(
        moved,
        NextReviewTooLate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, ended 16 March 2026: flag 3 March 2026 to 15 March 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 13 April 2026; the latest day allowed is 30 March 2026.
        "#]],
    );
}

#[test]
fn a_ceiling_stands_until_the_next_review_when_the_level_falls() {
    let strict = every(ceiling(policy("1 January 2026"), "high", 1), "high", 84);
    let case = opened("2 March 2026").at("high").under([strict]).manager_says("9 March 2026", "low");
    check(
        case.clone().arranged("16 March 2026", "20 April 2026"),
        NextReviewTooLate,
        expect![[r#"
            From 16 March 2026, due 16 March 2026: flag from 17 March 2026
              High since 2 March 2026, not yet confirmed by a manager; at most 1 month between reviews under the policy of 1 January 2026; opened 2 March 2026; next review arranged for 20 April 2026; the latest day allowed is 2 April 2026.
        "#]],
    );
    check(
        case.reviewed("16 March 2026").arranged("16 March 2026", "1 June 2026"),
        NextReviewTooLate,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}
