//! `never_reviewed`, `review_overdue`, `review_not_signed`, `review_without_voice`.

use expect_test::expect;

use super::builders::{ceiling, day, opened, policy, voice_heard};
use super::check;
use crate::duty::Rule::{NeverReviewed, ReviewNotSigned, ReviewOverdue, ReviewWithoutVoice};

#[test]
fn a_case_that_nobody_planned_anything_for_is_owed_a_review_by_its_level_alone() {
    check(
        opened("2 March 2026").at("high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026: flag from 31 March 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        opened("2 March 2026").at("medium").manager_says("2 March 2026", "medium"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              Medium since 2 March 2026; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        opened("2 March 2026").at("low"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 25 May 2026: flag from 26 May 2026
              Low since 2 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; opened 2 March 2026; due 25 May 2026.
        "#]],
    );
}

#[test]
fn the_first_review_meets_it_on_the_due_date_and_on_the_day_of_opening() {
    check(
        opened("2 March 2026").at("medium").reviewed("13 April 2026"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, met 13 April 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        opened("2 March 2026").at("medium").reviewed("15 April 2026"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, met 15 April 2026: flag 14 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        opened("2 March 2026").at("medium").reviewed("2 March 2026"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, met 2 March 2026: no flag
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
}

#[test]
fn an_interval_is_in_days_of_every_kind_and_may_end_on_a_weekend_or_bank_holiday() {
    // Good Friday 2026, and a Sunday.
    check(
        opened("6 March 2026").at("high"),
        NeverReviewed,
        expect![[r#"
            From 6 March 2026, due 3 April 2026: flag from 4 April 2026
              High since 6 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 6 March 2026; due 3 April 2026.
        "#]],
    );
    check(
        opened("8 March 2026").at("high"),
        NeverReviewed,
        expect![[r#"
            From 8 March 2026, due 5 April 2026: flag from 6 April 2026
              High since 8 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 8 March 2026; due 5 April 2026.
        "#]],
    );
    // No bank holidays are known for 2029, and none are needed.
    check(
        opened("15 December 2028").at("high"),
        NeverReviewed,
        expect![[r#"
            From 15 December 2028, due 12 January 2029: flag from 13 January 2029
              High since 15 December 2028, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 15 December 2028; due 12 January 2029.
        "#]],
    );
}

#[test]
fn the_design_gives_this_example() {
    let case = opened("3 March 2026").manager_says("3 March 2026", "medium").reviewed("12 May 2026");
    check(
        case,
        ReviewOverdue,
        expect![[r#"
            From 12 May 2026, due 23 June 2026: flag from 24 June 2026
              Medium since 3 March 2026; reviews every 42 days under the policy of 1 January 2026; last review 12 May 2026; due 23 June 2026.
        "#]],
    );
}

#[test]
fn each_review_starts_the_interval_again() {
    let case = opened("2 March 2026").at("high").reviewed("30 March 2026").reviewed("20 April 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026, met 30 March 2026: no flag
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        case,
        ReviewOverdue,
        expect![[r#"
            From 30 March 2026, due 27 April 2026, met 20 April 2026: no flag
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; last review 30 March 2026; due 27 April 2026.
            From 20 April 2026, due 18 May 2026: flag from 19 May 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; last review 20 April 2026; due 18 May 2026.
        "#]],
    );
}

#[test]
fn two_reviews_on_one_day_are_one_start_of_the_interval() {
    let case = opened("2 March 2026").at("high").reviewed("30 March 2026").reviewed("30 March 2026");
    check(
        case.clone(),
        ReviewOverdue,
        expect![[r#"
            From 30 March 2026, due 27 April 2026: flag from 28 April 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; last review 30 March 2026; due 27 April 2026.
        "#]],
    );
    check(
        case,
        ReviewNotSigned,
        expect![[r#"
            From 30 March 2026, due 8 April 2026: flag from 9 April 2026
              Review held 30 March 2026; signed off within 5 working days under the policy of 1 January 2026; due 8 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
            From 30 March 2026, due 8 April 2026: flag from 9 April 2026
              Review held 30 March 2026; signed off within 5 working days under the policy of 1 January 2026; due 8 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
}

#[test]
fn the_ceiling_makes_no_review_due() {
    let long = ceiling(policy("1 January 2026"), "low", 1);
    check(
        opened("2 March 2026").at("low").under([long]),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 25 May 2026: flag from 26 May 2026
              Low since 2 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; opened 2 March 2026; due 25 May 2026.
        "#]],
    );
}

#[test]
fn a_held_review_is_signed_off_within_5_working_days() {
    check(
        opened("2 March 2026").reviewed("12 May 2026"),
        ReviewNotSigned,
        expect![[r#"
            From 12 May 2026, due 19 May 2026: flag from 20 May 2026
              Review held 12 May 2026; signed off within 5 working days under the policy of 1 January 2026; due 19 May 2026.
        "#]],
    );
    check(
        opened("2 March 2026").reviewed("12 May 2026").review_signed(day("19 May 2026")),
        ReviewNotSigned,
        expect![[r#"
            From 12 May 2026, due 19 May 2026, met 19 May 2026: no flag
              Review held 12 May 2026; signed off within 5 working days under the policy of 1 January 2026; due 19 May 2026.
        "#]],
    );
    check(
        opened("2 March 2026").reviewed("12 May 2026").review_signed(day("21 May 2026")),
        ReviewNotSigned,
        expect![[r#"
            From 12 May 2026, due 19 May 2026, met 21 May 2026: flag 20 May 2026
              Review held 12 May 2026; signed off within 5 working days under the policy of 1 January 2026; due 19 May 2026.
        "#]],
    );
    // Held on a Saturday.
    check(
        opened("2 March 2026").reviewed("16 May 2026"),
        ReviewNotSigned,
        expect![[r#"
            From 16 May 2026, due 22 May 2026: flag from 23 May 2026
              Review held 16 May 2026; signed off within 5 working days under the policy of 1 January 2026; due 22 May 2026.
        "#]],
    );
}

#[test]
fn easter_2026_and_christmas_2027_put_a_signature_off_by_their_bank_holidays() {
    check(
        opened("2 March 2026").reviewed("1 April 2026"),
        ReviewNotSigned,
        expect![[r#"
            From 1 April 2026, due 10 April 2026: flag from 11 April 2026
              Review held 1 April 2026; signed off within 5 working days under the policy of 1 January 2026; due 10 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    // Christmas Day and Boxing Day fall on a weekend: the substitute days are 27 and 28 December.
    check(
        opened("1 December 2027").reviewed("20 December 2027"),
        ReviewNotSigned,
        expect![[r#"
            From 20 December 2027, due 29 December 2027: flag from 30 December 2027
              Review held 20 December 2027; signed off within 5 working days under the policy of 1 January 2026; due 29 December 2027, crossing Christmas Day (substitute day), 27 December 2027, and Boxing Day (substitute day), 28 December 2027.
        "#]],
    );
    check(
        opened("1 December 2027").reviewed("23 December 2027"),
        ReviewNotSigned,
        expect![[r#"
            From 23 December 2027, due 4 January 2028: flag from 5 January 2028
              Review held 23 December 2027; signed off within 5 working days under the policy of 1 January 2026; due 4 January 2028, crossing Christmas Day (substitute day), 27 December 2027, Boxing Day (substitute day), 28 December 2027, and New Year’s Day (substitute day), 3 January 2028.
        "#]],
    );
}

#[test]
fn past_the_last_known_bank_holiday_no_due_date_is_guessed() {
    // 29 December 2028 is the last working day of the list.
    check(
        opened("1 December 2028").reviewed("20 December 2028"),
        ReviewNotSigned,
        expect![[r#"
            From 20 December 2028, due 29 December 2028: flag from 30 December 2028
              Review held 20 December 2028; signed off within 5 working days under the policy of 1 January 2026; due 29 December 2028, crossing Christmas Day, 25 December 2028, and Boxing Day, 26 December 2028.
        "#]],
    );
    check(
        opened("1 December 2028").reviewed("21 December 2028"),
        ReviewNotSigned,
        expect![[r#"
            From 21 December 2028, due nobody knows: no flag
              Review held 21 December 2028; signed off within 5 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
    check(
        opened("1 December 2028").reviewed("10 January 2029"),
        ReviewNotSigned,
        expect![[r#"
            From 10 January 2029, due nobody knows: no flag
              Review held 10 January 2029; signed off within 5 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
    check(
        opened("1 December 2010").reviewed("10 January 2011"),
        ReviewNotSigned,
        expect![[r#"
            From 10 January 2011, due nobody knows: no flag
              Review held 10 January 2011; signed off within 5 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
}

#[test]
fn the_child_was_heard_unless_the_code_is_pn4_or_pn7_or_blank() {
    let heard = ["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", ""].map(voice_heard);
    assert_eq!(heard, [true, true, true, true, false, true, true, false, false]);
}

#[test]
fn a_review_that_the_childs_view_did_not_reach_is_flagged_until_the_next_review() {
    let reviewed = |participation: &str| opened("2 March 2026").reviewed_with("12 May 2026", participation);
    check(
        reviewed("PN0"),
        ReviewWithoutVoice,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        reviewed("PN1"),
        ReviewWithoutVoice,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        reviewed("PN4"),
        ReviewWithoutVoice,
        expect![[r#"
            From 12 May 2026, due 12 May 2026: flag from 13 May 2026
              Review held 12 May 2026; the child’s participation was PN4, so the child’s view did not reach it.
        "#]],
    );
    check(
        reviewed("PN7").reviewed_with("20 May 2026", "PN7"),
        ReviewWithoutVoice,
        expect![[r#"
            From 12 May 2026, due 12 May 2026, ended 20 May 2026: flag 13 May 2026 to 19 May 2026
              Review held 12 May 2026; the child’s participation was PN7, so the child’s view did not reach it.
            From 20 May 2026, due 20 May 2026: flag from 21 May 2026
              Review held 20 May 2026; the child’s participation was PN7, so the child’s view did not reach it.
        "#]],
    );
    check(
        reviewed(""),
        ReviewWithoutVoice,
        expect![[r#"
            From 12 May 2026, due 12 May 2026: flag from 13 May 2026
              Review held 12 May 2026; how the child took part is not recorded, so the child’s view did not reach it.
        "#]],
    );
}

#[test]
fn of_two_reviews_on_one_day_each_must_hear_the_child() {
    let case = opened("2 March 2026").reviewed_with("12 May 2026", "PN4").reviewed_with("12 May 2026", "PN1");
    check(
        case,
        ReviewWithoutVoice,
        expect![[r#"
            From 12 May 2026, due 12 May 2026: flag from 13 May 2026
              Review held 12 May 2026; the child’s participation was PN4, so the child’s view did not reach it.
        "#]],
    );
}
