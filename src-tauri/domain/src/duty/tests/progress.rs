//! `action_overdue`, `plan_not_updated`.

use expect_test::expect;

use super::builders::{day, opened, written};
use super::check;
use crate::duty::Rule::{ActionOverdue, PlanNotUpdated};
use crate::item::ItemKind::Plan;

#[test]
fn a_plan_action_is_done_by_its_date_whatever_day_of_the_week_it_is() {
    let case = opened("2 March 2026").action("10 March 2026", "4 April 2026");
    check(
        case.clone(),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026: flag from 5 April 2026
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
    check(
        case.clone().done(day("4 April 2026")),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026, met 4 April 2026: no flag
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
    check(
        case.clone().done(day("7 April 2026")),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026, met 7 April 2026: flag 5 April 2026 to 6 April 2026
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
    check(
        case.done(day("10 March 2026")),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026, met 10 March 2026: no flag
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
}

#[test]
fn a_dropped_action_is_owed_no_longer() {
    let case = opened("2 March 2026").action("10 March 2026", "4 April 2026");
    check(
        case.clone().dropped("20 March 2026"),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026, ended 20 March 2026: no flag
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
    check(
        case.clone().dropped("10 April 2026"),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 4 April 2026, ended 10 April 2026: flag 5 April 2026 to 9 April 2026
              In the plan since 10 March 2026; due 4 April 2026.
        "#]],
    );
    check(
        case.dropped("10 March 2026"),
        ActionOverdue,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn an_action_whose_date_had_passed_when_it_entered_the_plan_is_due_at_once() {
    check(
        opened("2 March 2026").action("10 March 2026", "1 March 2026"),
        ActionOverdue,
        expect![[r#"
            From 10 March 2026, due 10 March 2026: flag from 11 March 2026
              In the plan since 10 March 2026; its date, 1 March 2026, had already passed; due 10 March 2026.
        "#]],
    );
}

#[test]
fn an_action_that_is_given_another_date_or_opened_again_is_due_by_its_date_and_not_by_the_day_of_the_change() {
    let mut case = opened("2 March 2026").action("10 March 2026", "4 April 2026").done(day("3 April 2026"));
    case.history.actions.push(crate::history::PlanActionHistory {
        set_on: day("20 April 2026"),
        done_on: None,
        ..case.history.actions[0]
    });
    check(
        case,
        ActionOverdue,
        expect![[r#"
        From 10 March 2026, due 4 April 2026, met 3 April 2026: no flag
          In the plan since 10 March 2026; due 4 April 2026.
        From 20 April 2026, due 4 April 2026: flag from 20 April 2026
          In the plan since 10 March 2026, as it stands since 20 April 2026; due 4 April 2026.
    "#]],
    );
}

#[test]
fn a_live_plan_is_updated_every_28_days_from_the_day_it_was_first_signed() {
    let case = opened("2 March 2026").signed(Plan, "10 March 2026");
    check(
        case.clone(),
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026: flag from 8 April 2026
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
        "#]],
    );
    check(
        case.clone().updated(day("7 April 2026")),
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026, met 7 April 2026: no flag
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
            From 7 April 2026, due 5 May 2026: flag from 6 May 2026
              Plan last updated 7 April 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 5 May 2026.
        "#]],
    );
    let twice = case.updated(day("20 March 2026")).updated(day("20 March 2026")).updated(day("20 April 2026"));
    check(
        twice,
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026, met 20 March 2026: no flag
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
            From 20 March 2026, due 17 April 2026, met 20 April 2026: flag 18 April 2026 to 19 April 2026
              Plan last updated 20 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 17 April 2026.
            From 20 April 2026, due 18 May 2026: flag from 19 May 2026
              Plan last updated 20 April 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 18 May 2026.
        "#]],
    );
}

#[test]
fn no_update_is_owed_on_a_plan_that_nobody_signed() {
    let case = opened("2 March 2026").item(Plan, [written("3 March 2026").sent("4 March 2026")]).updated(day("9 March 2026"));
    check(
        case,
        PlanNotUpdated,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_later_version_of_the_plan_is_no_update_whether_it_is_sent_signed_or_neither() {
    let first = written("9 March 2026").sent("9 March 2026").signed("10 March 2026");
    let second = written("31 March 2026").sent("31 March 2026").signed("7 April 2026");
    check(
        opened("2 March 2026").item(Plan, [first, second]),
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026: flag from 8 April 2026
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
        "#]],
    );
}

#[test]
fn an_update_on_the_day_of_the_signature_or_before_it_changes_nothing() {
    let case = opened("2 March 2026").signed(Plan, "10 March 2026").updated(day("10 March 2026")).updated(day("9 March 2026"));
    check(
        case,
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026: flag from 8 April 2026
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
        "#]],
    );
}
