//! Policies take effect on a day and never rewrite what was due before it.

use expect_test::expect;

use super::builders::{Case, ceiling, every, opened, policy, without, written};
use super::check;
use crate::duty::Rule::{
    AssessmentNotSigned, DecisionWaiting, LevelMissing, NeverReviewed, NextReviewTooLate, PlanNotUpdated, ReviewOverdue,
};
use crate::item::ItemKind::Plan;
use crate::policy::Policy;

fn looser() -> Policy {
    every(policy("1 April 2026"), "medium", 70)
}

fn stricter() -> Policy {
    every(policy("1 April 2026"), "medium", 7)
}

fn medium(opened_on: &str) -> Case {
    opened(opened_on).at("medium")
}

#[test]
fn a_looser_policy_leaves_the_date_owed_and_counts_from_the_next_review() {
    check(
        medium("2 March 2026").then_under(looser()),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026: flag from 14 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        medium("2 March 2026").then_under(looser()).reviewed("13 April 2026"),
        ReviewOverdue,
        expect![[r#"
            From 13 April 2026, due 22 June 2026: flag from 23 June 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 70 days under the policy of 1 April 2026; last review 13 April 2026; due 22 June 2026.
        "#]],
    );
    check(
        medium("1 April 2026").then_under(looser()),
        NeverReviewed,
        expect![[r#"
            From 1 April 2026, due 10 June 2026: flag from 11 June 2026
              Medium since 1 April 2026, not yet confirmed by a manager; reviews every 70 days under the policy of 1 April 2026; opened 1 April 2026; due 10 June 2026.
        "#]],
    );
}

#[test]
fn a_stricter_policy_brings_the_review_forward_counted_from_the_day_it_takes_effect() {
    check(
        medium("2 March 2026").then_under(stricter()),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 8 April 2026: flag from 9 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 7 days under the policy of 1 April 2026; opened 2 March 2026; counted from the change on 1 April 2026; due 8 April 2026.
        "#]],
    );
    check(
        medium("31 March 2026").then_under(stricter()),
        NeverReviewed,
        expect![[r#"
            From 31 March 2026, due 8 April 2026: flag from 9 April 2026
              Medium since 31 March 2026, not yet confirmed by a manager; reviews every 7 days under the policy of 1 April 2026; opened 31 March 2026; counted from the change on 1 April 2026; due 8 April 2026.
        "#]],
    );
    check(
        medium("1 April 2026").then_under(stricter()),
        NeverReviewed,
        expect![[r#"
            From 1 April 2026, due 8 April 2026: flag from 9 April 2026
              Medium since 1 April 2026, not yet confirmed by a manager; reviews every 7 days under the policy of 1 April 2026; opened 1 April 2026; due 8 April 2026.
        "#]],
    );
}

#[test]
fn a_stricter_policy_never_changes_what_was_due_before_it() {
    // Due on 30 March, two days before the policy.
    check(
        medium("16 February 2026").then_under(stricter()),
        NeverReviewed,
        expect![[r#"
            From 16 February 2026, due 30 March 2026: flag from 31 March 2026
              Medium since 16 February 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 16 February 2026; due 30 March 2026.
        "#]],
    );
    check(
        medium("16 February 2026"),
        NeverReviewed,
        expect![[r#"
            From 16 February 2026, due 30 March 2026: flag from 31 March 2026
              Medium since 16 February 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 16 February 2026; due 30 March 2026.
        "#]],
    );
}

#[test]
fn a_stricter_policy_makes_a_date_too_late_from_the_day_it_takes_effect() {
    let case = medium("2 March 2026").arranged("2 March 2026", "10 April 2026");
    check(
        case.clone().then_under(stricter()),
        NextReviewTooLate,
        expect![[r#"
            From 1 April 2026, due 1 April 2026: flag from 2 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 7 days under the policy of 1 April 2026; opened 2 March 2026; counted from the change on 1 April 2026; next review arranged for 10 April 2026; the latest day allowed is 8 April 2026.
        "#]],
    );
    let case = opened("2 March 2026").at("low").arranged("2 March 2026", "20 May 2026");
    check(
        case.then_under(ceiling(policy("1 April 2026"), "low", 2)),
        NextReviewTooLate,
        expect![[r#"
            From 1 April 2026, due 1 April 2026: flag from 2 April 2026
              Low since 2 March 2026, not yet confirmed by a manager; at most 2 months between reviews under the policy of 1 April 2026; opened 2 March 2026; next review arranged for 20 May 2026; the latest day allowed is 2 May 2026.
        "#]],
    );
}

#[test]
fn a_policy_that_no_longer_knows_a_level_applies_its_strictest_interval() {
    let case = medium("2 March 2026").then_under(without(policy("10 March 2026"), "medium"));
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 7 April 2026: flag from 8 April 2026
              Medium is not a level of the policy, so the strictest interval applies; reviews every 28 days under the policy of 10 March 2026; opened 2 March 2026; counted from the change on 10 March 2026; due 7 April 2026.
        "#]],
    );
    check(
        case.clone(),
        LevelMissing,
        expect![[r#"
            From 10 March 2026, due 10 March 2026: flag from 11 March 2026
              No level of risk since 10 March 2026 that the policy of 10 March 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
    check(
        case.manager_says("20 March 2026", "high"),
        LevelMissing,
        expect![[r#"
            From 10 March 2026, due 10 March 2026, met 20 March 2026: flag 11 March 2026 to 19 March 2026
              No level of risk since 10 March 2026 that the policy of 10 March 2026 knows; until there is one, the strictest interval applies.
        "#]],
    );
}

#[test]
fn what_lies_before_the_first_policy_is_judged_by_the_first() {
    check(
        medium("1 December 2025").reviewed("5 January 2026"),
        ReviewOverdue,
        expect![[r#"
            From 5 January 2026, due 16 February 2026: flag from 17 February 2026
              Medium since 1 December 2025, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 5 January 2026; due 16 February 2026.
        "#]],
    );
    check(
        medium("1 December 2025"),
        NeverReviewed,
        expect![[r#"
            From 1 December 2025, due 12 January 2026: flag from 13 January 2026
              Medium since 1 December 2025, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 1 December 2025; due 12 January 2026.
        "#]],
    );
}

#[test]
fn a_clock_is_that_of_the_day_on_which_it_began() {
    let mut quick = policy("1 April 2026");
    quick.clocks.assessment_authorised = 1;
    quick.clocks.sign_off_decided = 1;
    quick.clocks.plan_update_days = 1;
    let case = |on: &str| {
        let plan = [written(on).sent(on).signed(on), written(on).sent(on)];
        opened(on).at("medium").item(Plan, plan).then_under(quick.clone())
    };
    check(
        case("31 March 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 31 March 2026, due 8 June 2026: flag from 9 June 2026
              Opened 31 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 8 June 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, Early May bank holiday, 4 May 2026, and 1 more.
        "#]],
    );
    check(
        case("1 April 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 1 April 2026, due 2 April 2026: flag from 3 April 2026
              Opened 1 April 2026; an assessment is signed off within 1 working day under the policy of 1 April 2026; due 2 April 2026.
        "#]],
    );
    check(
        case("31 March 2026"),
        DecisionWaiting,
        expect![[r#"
            From 31 March 2026, due 9 April 2026: flag from 10 April 2026
              Plan sent for sign-off 31 March 2026; decided within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
            From 31 March 2026, due 9 April 2026, met 31 March 2026: no flag
              Plan sent for sign-off 31 March 2026; decided within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case("1 April 2026"),
        DecisionWaiting,
        expect![[r#"
            From 1 April 2026, due 2 April 2026: flag from 3 April 2026
              Plan sent for sign-off 1 April 2026; decided within 1 working day under the policy of 1 April 2026; due 2 April 2026.
            From 1 April 2026, due 2 April 2026, met 1 April 2026: no flag
              Plan sent for sign-off 1 April 2026; decided within 1 working day under the policy of 1 April 2026; due 2 April 2026.
        "#]],
    );
    check(
        case("31 March 2026"),
        PlanNotUpdated,
        expect![[r#"
            From 31 March 2026, due 28 April 2026: flag from 29 April 2026
              Plan signed off 31 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 28 April 2026.
        "#]],
    );
    check(
        case("1 April 2026"),
        PlanNotUpdated,
        expect![[r#"
            From 1 April 2026, due 2 April 2026: flag from 3 April 2026
              Plan signed off 1 April 2026; progress is recorded every 1 day under the policy of 1 April 2026; due 2 April 2026.
        "#]],
    );
}
