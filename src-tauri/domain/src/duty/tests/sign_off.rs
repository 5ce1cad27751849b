//! `assessment_not_signed`, `plan_not_signed`, `arrangement_not_signed`, `decision_waiting`, `changed_since_signed`.

use expect_test::expect;

use super::builders::{Version, opened, written};
use super::check;
use crate::duty::Rule::{ArrangementNotSigned, AssessmentNotSigned, ChangedSinceSigned, DecisionWaiting, PlanNotSigned};
use crate::item::ItemKind::{Assessment, Closure, Plan, Review, ReviewArrangement};

#[test]
fn an_assessment_is_authorised_within_45_working_days_of_opening() {
    check(
        opened("2 March 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026: flag from 8 May 2026
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
    check(
        opened("2 March 2026").signed(Assessment, "7 May 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, met 7 May 2026: no flag
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
    check(
        opened("2 March 2026").signed(Assessment, "11 May 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, met 11 May 2026: flag 8 May 2026 to 10 May 2026
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
    check(
        opened("1 November 2027"),
        AssessmentNotSigned,
        expect![[r#"
            From 1 November 2027, due 6 January 2028: flag from 7 January 2028
              Opened 1 November 2027; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 6 January 2028, crossing Christmas Day (substitute day), 27 December 2027, Boxing Day (substitute day), 28 December 2027, and New Year’s Day (substitute day), 3 January 2028.
        "#]],
    );
    check(
        opened("6 July 2026"),
        AssessmentNotSigned,
        expect![[r#"
            From 6 July 2026, due 8 September 2026: flag from 9 September 2026
              Opened 6 July 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 8 September 2026, crossing Summer bank holiday, 31 August 2026.
        "#]],
    );
}

#[test]
fn an_assessment_near_the_end_of_the_known_bank_holidays_has_a_date_or_says_why_not() {
    check(
        opened("25 October 2028"),
        AssessmentNotSigned,
        expect![[r#"
            From 25 October 2028, due 29 December 2028: flag from 30 December 2028
              Opened 25 October 2028; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 29 December 2028, crossing Christmas Day, 25 December 2028, and Boxing Day, 26 December 2028.
        "#]],
    );
    check(
        opened("26 October 2028"),
        AssessmentNotSigned,
        expect![[r#"
            From 26 October 2028, due nobody knows: no flag
              Opened 26 October 2028; an assessment is signed off within 45 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
}

#[test]
fn writing_and_sending_an_assessment_is_not_signing_it() {
    let sent = written("9 March 2026").sent("10 March 2026");
    check(
        opened("2 March 2026").item(Assessment, [sent.clone()]),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026: flag from 8 May 2026
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
    check(
        opened("2 March 2026").item(Assessment, [sent.returned("11 March 2026")]),
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026: flag from 8 May 2026
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
}

#[test]
fn a_plan_and_a_review_arrangement_are_signed_within_10_working_days_of_the_assessment() {
    let case = opened("2 March 2026").signed(Assessment, "27 March 2026");
    check(
        case.clone(),
        PlanNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026: flag from 15 April 2026
              Assessment signed off 27 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.clone(),
        ArrangementNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026: flag from 15 April 2026
              Assessment signed off 27 March 2026; a review arrangement is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.clone().signed(Plan, "14 April 2026"),
        PlanNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026, met 14 April 2026: no flag
              Assessment signed off 27 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case.clone().signed(ReviewArrangement, "16 April 2026"),
        ArrangementNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026, met 16 April 2026: flag 15 April 2026
              Assessment signed off 27 March 2026; a review arrangement is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    // Signed before the assessment was.
    check(
        case.signed(Plan, "20 March 2026"),
        PlanNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026, met 20 March 2026: no flag
              Assessment signed off 27 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
}

#[test]
fn no_plan_is_owed_before_an_assessment_is_signed() {
    check(
        opened("2 March 2026"),
        PlanNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
    check(
        opened("2 March 2026"),
        ArrangementNotSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn the_first_signed_assessment_counts_and_a_second_one_starts_nothing_again() {
    let case = opened("2 March 2026").signed(Assessment, "27 April 2026").signed(Assessment, "27 March 2026");
    check(
        case.clone(),
        PlanNotSigned,
        expect![[r#"
            From 27 March 2026, due 14 April 2026: flag from 15 April 2026
              Assessment signed off 27 March 2026; a plan is signed off within 10 working days under the policy of 1 January 2026; due 14 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        case,
        AssessmentNotSigned,
        expect![[r#"
            From 2 March 2026, due 7 May 2026, met 27 March 2026: no flag
              Opened 2 March 2026; an assessment is signed off within 45 working days under the policy of 1 January 2026; due 7 May 2026, crossing Good Friday, 3 April 2026, Easter Monday, 6 April 2026, and Early May bank holiday, 4 May 2026.
        "#]],
    );
}

#[test]
fn what_is_sent_is_decided_within_5_working_days() {
    let sent = |on: &str| written(on).sent(on);
    let waiting = |version: Version| opened("2 March 2026").item(Closure, [version]);
    check(
        waiting(sent("9 March 2026")),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026: flag from 17 March 2026
              Closure sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
        "#]],
    );
    check(
        waiting(sent("9 March 2026").signed("16 March 2026")),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, met 16 March 2026: no flag
              Closure sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
        "#]],
    );
    check(
        waiting(sent("9 March 2026").returned("18 March 2026")),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, met 18 March 2026: flag 17 March 2026
              Closure sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
        "#]],
    );
    // Over Easter, and on a Sunday.
    check(
        waiting(sent("1 April 2026")),
        DecisionWaiting,
        expect![[r#"
            From 1 April 2026, due 10 April 2026: flag from 11 April 2026
              Closure sent for sign-off 1 April 2026; decided within 5 working days under the policy of 1 January 2026; due 10 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        waiting(sent("8 March 2026")),
        DecisionWaiting,
        expect![[r#"
            From 8 March 2026, due 13 March 2026: flag from 14 March 2026
              Closure sent for sign-off 8 March 2026; decided within 5 working days under the policy of 1 January 2026; due 13 March 2026.
        "#]],
    );
    check(
        waiting(sent("22 December 2028")),
        DecisionWaiting,
        expect![[r#"
            From 22 December 2028, due nobody knows: no flag
              Closure sent for sign-off 22 December 2028; decided within 5 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
    check(
        waiting(sent("20 December 2028")),
        DecisionWaiting,
        expect![[r#"
            From 20 December 2028, due 29 December 2028: flag from 30 December 2028
              Closure sent for sign-off 20 December 2028; decided within 5 working days under the policy of 1 January 2026; due 29 December 2028, crossing Christmas Day, 25 December 2028, and Boxing Day, 26 December 2028.
        "#]],
    );
}

#[test]
fn each_kind_of_item_waits_under_its_own_name() {
    for (kind, name) in [
        (Assessment, "Assessment sent"),
        (Plan, "Plan sent"),
        (ReviewArrangement, "Review arrangement sent"),
        (Review, "Review sent"),
        (Closure, "Closure sent"),
    ] {
        let owed = opened("2 March 2026").item(kind, [written("9 March 2026").sent("9 March 2026")]).owed(DecisionWaiting);
        assert!(owed[0].explanation.starts_with(name), "{}", owed[0].explanation);
    }
}

#[test]
fn what_is_taken_back_waits_no_longer_and_waits_anew_when_it_is_sent_again() {
    let taken_back = written("9 March 2026").sent("9 March 2026").taken_back("18 March 2026");
    check(
        opened("2 March 2026").item(Review, [taken_back.clone()]),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, ended 18 March 2026: flag 17 March 2026
              Review sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
        "#]],
    );
    let again = taken_back.sent("19 March 2026");
    check(
        opened("2 March 2026").item(Review, [again.clone()]),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, ended 18 March 2026: flag 17 March 2026
              Review sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
            From 19 March 2026, due 26 March 2026: flag from 27 March 2026
              Review sent for sign-off 19 March 2026; decided within 5 working days under the policy of 1 January 2026; due 26 March 2026.
        "#]],
    );
    check(
        opened("2 March 2026").item(Review, [again.signed("20 March 2026")]),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, ended 18 March 2026: flag 17 March 2026
              Review sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
            From 19 March 2026, due 26 March 2026, met 20 March 2026: no flag
              Review sent for sign-off 19 March 2026; decided within 5 working days under the policy of 1 January 2026; due 26 March 2026.
        "#]],
    );
    let same_day = written("9 March 2026").sent("9 March 2026").taken_back("9 March 2026");
    check(
        opened("2 March 2026").item(Review, [same_day]),
        DecisionWaiting,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn each_version_that_is_sent_waits_for_its_own_decision() {
    let first = written("9 March 2026").sent("9 March 2026").returned("10 March 2026");
    let second = written("12 March 2026").sent("13 March 2026");
    check(
        opened("2 March 2026").item(Assessment, [first, second]),
        DecisionWaiting,
        expect![[r#"
            From 9 March 2026, due 16 March 2026, met 10 March 2026: no flag
              Assessment sent for sign-off 9 March 2026; decided within 5 working days under the policy of 1 January 2026; due 16 March 2026.
            From 13 March 2026, due 20 March 2026: flag from 21 March 2026
              Assessment sent for sign-off 13 March 2026; decided within 5 working days under the policy of 1 January 2026; due 20 March 2026.
        "#]],
    );
}

fn signed_plan() -> Version {
    written("9 March 2026").sent("9 March 2026").signed("10 March 2026")
}

#[test]
fn what_was_signed_and_then_changed_is_sent_again_within_5_working_days() {
    let changed = |version: Version| opened("2 March 2026").item(Plan, [signed_plan(), version]);
    check(
        changed(written("20 March 2026")),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026: flag from 28 March 2026
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    check(
        changed(written("20 March 2026").sent("27 March 2026")),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 27 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    check(
        changed(written("20 March 2026").sent("30 March 2026")),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 30 March 2026: flag 28 March 2026 to 29 March 2026
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    check(
        changed(written("31 March 2026")),
        ChangedSinceSigned,
        expect![[r#"
            From 31 March 2026, due 9 April 2026: flag from 10 April 2026
              Plan changed after it was signed, on 31 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        changed(written("27 December 2028")),
        ChangedSinceSigned,
        expect![[r#"
            From 27 December 2028, due nobody knows: no flag
              Plan changed after it was signed, on 27 December 2028; sent again within 5 working days under the policy of 1 January 2026; no due date can be given, because bank holidays are known only from 2 January 2012 to 31 December 2028.
        "#]],
    );
}

#[test]
fn what_was_changed_before_anything_was_signed_is_not_changed_since() {
    let returned = written("9 March 2026").sent("9 March 2026").returned("10 March 2026");
    let signed = written("12 March 2026").sent("12 March 2026").signed("13 March 2026");
    check(
        opened("2 March 2026").item(Plan, [returned, signed]),
        ChangedSinceSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn a_change_on_the_day_of_the_signature_is_one_after_it_and_a_change_before_it_is_none() {
    let case = |signed: &str| {
        let first = written("9 March 2026").sent("9 March 2026").signed(signed);
        opened("2 March 2026").item(Plan, [first, written("20 March 2026")])
    };
    check(
        case("20 March 2026"),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026: flag from 28 March 2026
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    check(
        case("23 March 2026"),
        ChangedSinceSigned,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn taking_a_change_back_buys_no_time_and_flags_nothing_while_it_waited() {
    let waited = written("20 March 2026").sent("23 March 2026").taken_back("15 April 2026");
    let changed = |version: Version| opened("2 March 2026").item(Plan, [signed_plan(), version]);
    check(
        changed(waited.clone()),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 23 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 15 April 2026, due 27 March 2026: flag from 15 April 2026
              Plan changed after it was signed, on 20 March 2026; taken back 15 April 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    check(
        changed(waited.sent("17 April 2026")),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 23 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 15 April 2026, due 27 March 2026, met 17 April 2026: flag 15 April 2026 to 16 April 2026
              Plan changed after it was signed, on 20 March 2026; taken back 15 April 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
    let at_once = written("20 March 2026").sent("20 March 2026").taken_back("20 March 2026");
    check(
        changed(at_once),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026: flag from 28 March 2026
              Plan changed after it was signed, on 20 March 2026; taken back 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 20 March 2026, due 27 March 2026, met 20 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
        "#]],
    );
}

#[test]
fn the_next_version_takes_the_place_of_a_change_that_was_taken_back() {
    let taken_back = written("20 March 2026").sent("23 March 2026").taken_back("24 March 2026");
    let next = written("25 March 2026").sent("26 March 2026").signed("27 March 2026");
    check(
        opened("2 March 2026").item(Plan, [signed_plan(), taken_back, next]),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 23 March 2026, ended 25 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 24 March 2026, due 27 March 2026, ended 25 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; taken back 24 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 25 March 2026, due 1 April 2026, met 26 March 2026: no flag
              Plan changed after it was signed, on 25 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 1 April 2026.
        "#]],
    );
}

#[test]
fn every_change_after_a_signature_is_a_change_since_it_whether_or_not_one_was_returned() {
    let returned = written("20 March 2026").sent("20 March 2026").returned("23 March 2026");
    let next = written("24 March 2026");
    check(
        opened("2 March 2026").item(Plan, [signed_plan(), returned, next]),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 20 March 2026, ended 24 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 23 March 2026, due 30 March 2026, ended 24 March 2026: no flag
              Plan changed after it was signed, and returned on 23 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 30 March 2026.
            From 24 March 2026, due 31 March 2026: flag from 1 April 2026
              Plan changed after it was signed, on 24 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 31 March 2026.
        "#]],
    );
}

#[test]
fn a_change_that_is_returned_is_owed_again_from_that_day_until_the_next_version() {
    let returned = || written("20 March 2026").sent("20 March 2026").returned("31 March 2026");
    check(
        opened("2 March 2026").item(Plan, [signed_plan(), returned()]),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 20 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 31 March 2026, due 9 April 2026: flag from 10 April 2026
              Plan changed after it was signed, and returned on 31 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
    check(
        opened("2 March 2026").item(Plan, [signed_plan(), returned(), written("13 April 2026").sent("14 April 2026")]),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 20 March 2026, ended 13 April 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 31 March 2026, due 9 April 2026, ended 13 April 2026: flag 10 April 2026 to 12 April 2026
              Plan changed after it was signed, and returned on 31 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
            From 13 April 2026, due 20 April 2026, met 14 April 2026: no flag
              Plan changed after it was signed, on 13 April 2026; sent again within 5 working days under the policy of 1 January 2026; due 20 April 2026.
        "#]],
    );
    // Written again on the day on which it was returned.
    check(
        opened("2 March 2026").item(Plan, [signed_plan(), returned(), written("31 March 2026")]),
        ChangedSinceSigned,
        expect![[r#"
            From 20 March 2026, due 27 March 2026, met 20 March 2026, ended 31 March 2026: no flag
              Plan changed after it was signed, on 20 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 27 March 2026.
            From 31 March 2026, due 9 April 2026: flag from 10 April 2026
              Plan changed after it was signed, on 31 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 April 2026, crossing Good Friday, 3 April 2026, and Easter Monday, 6 April 2026.
        "#]],
    );
}

#[test]
fn what_is_returned_once_a_closed_case_is_open_again_is_owed_from_then() {
    let sent = written("3 March 2026").sent("3 March 2026").signed("3 March 2026");
    let changed = written("4 March 2026").sent("4 March 2026").returned("2 June 2026");
    check(
        opened("2 March 2026").closed("5 March 2026").opened_again("1 June 2026").item(Assessment, [sent, changed]),
        ChangedSinceSigned,
        expect![[r#"
            From 4 March 2026, due 11 March 2026, met 4 March 2026: no flag
              Assessment changed after it was signed, on 4 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 11 March 2026.
            From 2 June 2026, due 9 June 2026: flag from 10 June 2026
              Assessment changed after it was signed, and returned on 2 June 2026; sent again within 5 working days under the policy of 1 January 2026; due 9 June 2026.
        "#]],
    );
}

#[test]
fn a_second_item_that_is_returned_is_owed_where_one_of_its_kind_is_signed() {
    let signed = || opened("2 March 2026").signed(Assessment, "9 March 2026");
    let returned = || written("20 March 2026").sent("20 March 2026").returned("23 March 2026");
    check(
        signed().item(Assessment, [returned()]),
        ChangedSinceSigned,
        expect![[r#"
            From 23 March 2026, due 30 March 2026: flag from 31 March 2026
              Assessment returned on 23 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 30 March 2026.
        "#]],
    );
    check(
        signed().item(Assessment, [returned(), written("26 March 2026")]),
        ChangedSinceSigned,
        expect![[r#"
            From 23 March 2026, due 30 March 2026, ended 26 March 2026: no flag
              Assessment returned on 23 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 30 March 2026.
            From 26 March 2026, due 2 April 2026: flag from 3 April 2026
              Assessment written again after it was returned, on 26 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 2 April 2026.
        "#]],
    );
    // The other one is signed only after it.
    check(
        opened("2 March 2026").signed(Assessment, "25 March 2026").item(Assessment, [returned()]),
        ChangedSinceSigned,
        expect![[r#"
            From 25 March 2026, due 1 April 2026: flag from 2 April 2026
              Assessment returned before another was signed off on 25 March 2026; sent again within 5 working days under the policy of 1 January 2026; due 1 April 2026.
        "#]],
    );
    // Its own rule asks for it: none of its kind is signed, or each of its kind is owed. A closure that is returned means
    // that the case goes on.
    for kind in [Plan, Review, Closure] {
        check(
            signed().item(kind, [returned()]),
            ChangedSinceSigned,
            expect![[r#"
                Nothing is owed.
            "#]],
        );
    }
}

#[test]
fn what_still_waits_when_a_case_is_opened_again_is_owed_a_decision_anew_from_that_day() {
    let sent = || opened("2 March 2026").closed("5 March 2026").opened_again("1 June 2026");
    check(
        sent().item(Assessment, [written("3 March 2026").sent("3 March 2026")]),
        DecisionWaiting,
        expect![[r#"
        From 3 March 2026, due 10 March 2026, ended 5 March 2026: no flag
          Assessment sent for sign-off 3 March 2026; decided within 5 working days under the policy of 1 January 2026; due 10 March 2026.
        From 1 June 2026, due 8 June 2026: flag from 9 June 2026
          Assessment still waiting when the case opened again 1 June 2026; decided within 5 working days under the policy of 1 January 2026; due 8 June 2026.
    "#]],
    );
    let decided = [written("3 March 2026").sent("3 March 2026").returned("1 June 2026")];
    check(
        sent().item(Assessment, decided),
        DecisionWaiting,
        expect![[r#"
        From 3 March 2026, due 10 March 2026, met 1 June 2026, ended 5 March 2026: no flag
          Assessment sent for sign-off 3 March 2026; decided within 5 working days under the policy of 1 January 2026; due 10 March 2026.
        From 1 June 2026, due 8 June 2026, met 1 June 2026: no flag
          Assessment still waiting when the case opened again 1 June 2026; decided within 5 working days under the policy of 1 January 2026; due 8 June 2026.
    "#]],
    );
    let over = [written("3 March 2026").sent("3 March 2026").taken_back("31 May 2026")];
    check(
        sent().item(Assessment, over),
        DecisionWaiting,
        expect![[r#"
        From 3 March 2026, due 10 March 2026, ended 5 March 2026: no flag
          Assessment sent for sign-off 3 March 2026; decided within 5 working days under the policy of 1 January 2026; due 10 March 2026.
    "#]],
    );
}
