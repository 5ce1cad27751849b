//! When a case is open: closed cases, cases opened again, and cases brought in from a tracker.

use expect_test::expect;

use super::builders::{Case, after, day, opened, policy, without, written};
use super::check;
use crate::duty::Rule::{self, *};
use crate::item::ItemKind::{Assessment, Closure, Plan};

/// A case on which every rule is broken long before 1 September 2026.
fn neglected() -> Case {
    let signed = written("10 March 2026").sent("10 March 2026").signed("11 March 2026");
    let case = opened("2 March 2026").signed(Assessment, "9 March 2026").arranged("2 March 2026", "1 December 2026");
    let case =
        case.item(Plan, [signed, written("20 March 2026")]).item(Closure, [written("20 March 2026").sent("20 March 2026")]);
    case.reviewed_with("1 April 2026", "PN7")
        .arranged("2 April 2026", "1 December 2026")
        .action("20 March 2026", "20 April 2026")
        .came_back("20 March 2026")
}

#[test]
fn a_case_is_open_until_the_day_before_it_closed_and_nothing_is_flagged_from_that_day_on() {
    let flags = |case: &Case, on: &str| case.duties().iter().filter(|duty| duty.is_flag_on(day(on))).count();
    let (open, closed) = (neglected(), neglected().closed("1 September 2026"));
    assert!(flags(&open, "31 August 2026") >= 8, "{}", flags(&open, "31 August 2026"));
    assert_eq!(flags(&closed, "31 August 2026"), flags(&open, "31 August 2026"));
    assert!(flags(&open, "1 September 2026") >= 8);
    for days in 0..400 {
        let on = after(day("1 September 2026"), days);
        assert!(closed.duties().iter().all(|duty| !duty.is_owed_on(on)), "{on}");
    }
}

#[test]
fn each_duty_ends_on_the_closing_day() {
    let case = opened("2 March 2026").at("medium").closed("20 April 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 13 April 2026, ended 20 April 2026: flag 14 April 2026 to 19 April 2026
              Medium since 2 March 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 2 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        case.clone(),
        NoNextReviewDate,
        expect![[r#"
            From 2 March 2026, due 2 March 2026, ended 20 April 2026: flag 3 March 2026 to 19 April 2026
              Opened 2 March 2026; no date has been arranged for the next review since.
        "#]],
    );
    check(
        case,
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, ended 20 April 2026: no flag
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
}

#[test]
fn what_is_done_after_the_case_closed_leaves_no_flag_in_between() {
    let case = opened("2 March 2026").closed("1 April 2026");
    check(
        case.clone().came_back("20 March 2026").interviewed(day("15 April 2026")),
        ReturnInterview,
        expect![[r#"
            From 20 March 2026, due 23 March 2026, met 15 April 2026, ended 1 April 2026: flag 24 March 2026 to 31 March 2026
              Returned 20 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 23 March 2026.
        "#]],
    );
    check(
        case.clone().action("3 March 2026", "20 March 2026").done(day("15 April 2026")),
        ActionOverdue,
        expect![[r#"
            From 3 March 2026, due 20 March 2026, met 15 April 2026, ended 1 April 2026: flag 21 March 2026 to 31 March 2026
              In the plan since 3 March 2026; due 20 March 2026.
        "#]],
    );
    check(
        case.reviewed("16 March 2026").review_signed(day("15 April 2026")),
        ReviewNotSigned,
        expect![[r#"
            From 16 March 2026, due 23 March 2026, met 15 April 2026, ended 1 April 2026: flag 24 March 2026 to 31 March 2026
              Review held 16 March 2026; signed off within 5 working days under the policy of 1 January 2026; due 23 March 2026.
        "#]],
    );
}

#[test]
fn a_signature_on_the_closing_day_counts() {
    let closure = written("25 March 2026").sent("25 March 2026").signed("1 April 2026");
    let case = opened("2 March 2026").signed(Assessment, "1 April 2026").item(Closure, [closure]).closed("1 April 2026");
    check(
        case.clone(),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, met 1 April 2026: no flag
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
    check(
        case.clone(),
        DecisionWaiting,
        expect![[r#"
            From 25 March 2026, due 1 April 2026, met 1 April 2026: no flag
              Closure sent for sign-off 25 March 2026; decided within 5 working days under the policy of 1 January 2026; due 1 April 2026.
        "#]],
    );
    check(
        case,
        PlanNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_review_on_the_closing_day_meets_what_was_owed_and_owes_nothing() {
    let case = opened("2 March 2026").at("high").reviewed_with("1 April 2026", "PN7").closed("1 April 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026, met 1 April 2026: flag 31 March 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
        "#]],
    );
    check(
        case.clone(),
        ReviewNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case,
        ReviewWithoutVoice,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_case_that_closed_on_the_day_it_opened_was_never_open() {
    let case = opened("2 March 2026").signed(Assessment, "2 March 2026").closed("2 March 2026");
    assert_eq!(case.duties(), []);
}

#[test]
fn a_policy_or_a_level_after_the_closing_day_starts_nothing() {
    let case = opened("2 March 2026").at("low").closed("1 April 2026").then_under(without(policy("1 May 2026"), "low"));
    check(
        case.clone(),
        LevelMissing,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.clone().manager_says("1 June 2026", "high"),
        LevelMissing,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.manager_says("1 April 2026", "high"),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 25 May 2026, ended 1 April 2026: no flag
              Low since 2 March 2026, not yet confirmed by a manager; reviews every 84 days under the policy of 1 January 2026; opened 2 March 2026; due 25 May 2026.
        "#]],
    );
}

#[test]
fn a_case_opened_again_owes_everything_again_and_nothing_in_between() {
    let case = opened("2 March 2026").at("high").signed(Assessment, "9 March 2026").reviewed("16 March 2026");
    let case = case.closed("1 April 2026").opened_again("1 June 2026");
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 2 March 2026, due 30 March 2026, met 16 March 2026: no flag
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 2 March 2026; due 30 March 2026.
            From 1 June 2026, due 29 June 2026: flag from 30 June 2026
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; opened 1 June 2026; due 29 June 2026.
        "#]],
    );
    check(
        case.clone(),
        ReviewOverdue,
        expect![[r#"
            From 16 March 2026, due 13 April 2026, ended 1 April 2026: no flag
              High since 2 March 2026, not yet confirmed by a manager; reviews every 28 days under the policy of 1 January 2026; last review 16 March 2026; due 13 April 2026.
        "#]],
    );
    check(
        case.clone(),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, met 9 March 2026: no flag
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
            From 1 June 2026, due 3 August 2026: flag from 4 August 2026
              Opened 1 June 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 3 August 2026.
        "#]],
    );
    check(
        case.clone(),
        PlanNotSigned,
        expect![[r#"
            From 9 March 2026, due 23 March 2026, ended 1 April 2026: flag 24 March 2026 to 31 March 2026
              Assessment signed off 9 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 23 March 2026.
        "#]],
    );
    check(
        case.signed(Assessment, "8 June 2026"),
        PlanNotSigned,
        expect![[r#"
            From 9 March 2026, due 23 March 2026, ended 1 April 2026: flag 24 March 2026 to 31 March 2026
              Assessment signed off 9 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 23 March 2026.
            From 8 June 2026, due 22 June 2026: flag from 23 June 2026
              Assessment signed off 8 June 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 22 June 2026.
        "#]],
    );
}

#[test]
fn the_order_in_which_two_periods_are_listed_does_not_matter() {
    let case = opened("2 March 2026").at("high").closed("1 April 2026").opened_again("1 June 2026").closed("1 September 2026");
    let mut turned = case.clone();
    turned.history.periods.reverse();
    assert_eq!(turned.duties(), case.duties());
}

#[test]
fn a_plan_signed_again_after_the_case_opened_again_is_live_again() {
    let plan = [
        written("9 March 2026").sent("9 March 2026").signed("10 March 2026"),
        written("2 June 2026").sent("2 June 2026").signed("3 June 2026"),
    ];
    let case = opened("2 March 2026").item(Plan, plan).closed("1 April 2026").opened_again("1 June 2026");
    check(
        case.clone(),
        PlanNotUpdated,
        expect![[r#"
            From 10 March 2026, due 7 April 2026, ended 1 April 2026: no flag
              Plan signed off 10 March 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 7 April 2026.
            From 3 June 2026, due 1 July 2026: flag from 2 July 2026
              Plan signed off 3 June 2026; progress is recorded every 28 days under the policy of 1 January 2026; due 1 July 2026.
        "#]],
    );
    check(
        case,
        ChangedSinceSigned,
        expect![[r#"
            From 2 June 2026, due 9 June 2026, met 2 June 2026: no flag
              Plan changed after it was signed, on 2 June 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 June 2026.
        "#]],
    );
}

#[test]
fn a_reported_review_counts_for_the_interval_and_for_the_childs_view_and_owes_no_signature() {
    let case = opened("1 December 2025").at("medium").brought_in("1 April 2026").reported_review("16 March 2026", "PN7");
    check(
        case.clone(),
        ReviewOverdue,
        expect![[r#"
            From 16 March 2026, due 27 April 2026: flag from 28 April 2026
              Medium since 1 December 2025, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; last review 16 March 2026; due 27 April 2026.
        "#]],
    );
    check(
        case.clone(),
        NeverReviewed,
        expect![[r#"
            From 1 December 2025, due 12 January 2026, met 16 March 2026: flag 13 January 2026 to 15 March 2026
              Medium since 1 December 2025, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2026; opened 1 December 2025; due 12 January 2026.
        "#]],
    );
    check(
        case.clone(),
        ReviewNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case,
        ReviewWithoutVoice,
        expect![[r#"
            From 16 March 2026, due 16 March 2026: flag from 17 March 2026
              Review held 16 March 2026; the child’s participation was PN7, so the child’s view did not reach it.
        "#]],
    );
}

#[test]
fn after_a_reported_assessment_a_plan_is_owed_from_the_day_the_case_was_brought_in() {
    let case = opened("1 December 2025").brought_in("1 April 2026").assessment_reported();
    check(
        case.clone(),
        AssessmentNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.clone(),
        PlanNotSigned,
        expect![[r#"
            From 1 April 2026, due 17 April 2026: flag from 18 April 2026
              Assessment reported as signed off when the case was brought in on 1 April 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 17 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.clone(),
        ArrangementNotSigned,
        expect![[r#"
            From 1 April 2026, due 17 April 2026: flag from 18 April 2026
              Assessment reported as signed off when the case was brought in on 1 April 2026; a review arrangement is signed off within 10 working days under the policy of 1 January 2026; due 17 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.clone().plan_reported(),
        PlanNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        case.plan_reported(),
        ArrangementNotSigned,
        expect![[r#"
            From 1 April 2026, due 17 April 2026: flag from 18 April 2026
              Assessment reported as signed off when the case was brought in on 1 April 2026; a review arrangement is signed off within 10 working days under the policy of 1 January 2026; due 17 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
}

#[test]
fn an_assessment_signed_here_before_or_after_the_import_starts_the_plan_from_the_earlier_day() {
    let case = opened("1 December 2025").brought_in("1 April 2026").assessment_reported();
    check(
        case.clone().signed(Assessment, "8 April 2026"),
        PlanNotSigned,
        expect![[r#"
            From 1 April 2026, due 17 April 2026: flag from 18 April 2026
              Assessment reported as signed off when the case was brought in on 1 April 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 17 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.signed(Assessment, "9 March 2026"),
        PlanNotSigned,
        expect![[r#"
            From 9 March 2026, due 23 March 2026: flag from 24 March 2026
              Assessment signed off 9 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 23 March 2026.
        "#]],
    );
}

#[test]
fn without_a_report_an_assessment_is_owed_from_opening_even_before_the_import() {
    check(
        opened("1 December 2025").brought_in("1 April 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 1 December 2025, due 5 February 2026: flag from 6 February 2026
              Opened 1 December 2025; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 5 February 2026, crossing Christmas Day, 25 December 2025, Boxing Day, 26 December 2025, and New Year’s Day, 1 January 2026.
        "#]],
    );
}

#[test]
fn a_case_that_closed_before_the_import_owes_no_signatures() {
    let owed = |closed: &str, rule: Rule| {
        let case = opened("1 October 2025").closed(closed).brought_in("1 April 2026");
        case.owed(rule).len()
    };
    for rule in [AssessmentNotSigned, PlanNotSigned, ArrangementNotSigned] {
        assert_eq!(owed("31 March 2026", rule), 0);
        assert_eq!(owed("1 April 2026", rule), 0, "closed on the day of the import");
    }
    assert_eq!(owed("2 April 2026", AssessmentNotSigned), 1);
}

#[test]
fn a_report_says_nothing_of_a_case_opened_again_after_the_import_or_opened_here() {
    let case = opened("1 December 2025").brought_in("1 April 2026").assessment_reported().plan_reported();
    let again = case.closed("4 May 2026").opened_again("1 June 2026");
    check(
        again.clone(),
        AssessmentNotSigned,
        expect![[r#"
            From 1 June 2026, due 3 August 2026: flag from 4 August 2026
              Opened 1 June 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 3 August 2026.
        "#]],
    );
    check(
        again.signed(Assessment, "8 June 2026"),
        PlanNotSigned,
        expect![[r#"
            From 8 June 2026, due 22 June 2026: flag from 23 June 2026
              Assessment signed off 8 June 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 22 June 2026.
        "#]],
    );
    check(
        opened("2 March 2026").assessment_reported(),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026: flag from 8 May 2026
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
}
