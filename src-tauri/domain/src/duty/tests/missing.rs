//! `return_interview`.

use expect_test::expect;

use super::builders::{Case, day, opened, policy};
use super::check;
use crate::duty::Rule::ReturnInterview;

#[test]
fn an_interview_is_held_within_72_hours_of_the_return_over_the_end_of_a_month() {
    let case = opened("2 March 2026").came_back("30 May 2026 21:15");
    check(
        case.clone(),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026: flag from 3 June 2026
              Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
    check(
        case.clone().interviewed(day("2 June 2026")),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026, met 2 June 2026: no flag
              Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
    check(
        case.interviewed(day("5 June 2026")),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026, met 5 June 2026: flag 3 June 2026 to 4 June 2026
              Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
}

#[test]
fn hours_run_through_weekends_and_bank_holidays_and_leap_days() {
    check(
        opened("2 March 2026").came_back("2 April 2026 08:00"),
        ReturnInterview,
        expect![[r#"
            From 2 April 2026, due 5 April 2026: flag from 6 April 2026
              Returned 2 April 2026 at 08:00; interview held within 72 hours under the policy of 1 January 2026; due 5 April 2026.
        "#]],
    );
    check(
        opened("3 January 2028").came_back("27 February 2028 23:59"),
        ReturnInterview,
        expect![[r#"
            From 27 February 2028, due 1 March 2028: flag from 2 March 2028
              Returned 27 February 2028 at 23:59; interview held within 72 hours under the policy of 1 January 2026; due 1 March 2028.
        "#]],
    );
}

#[test]
fn without_the_time_of_return_the_whole_last_day_may_be_used() {
    check(
        opened("2 March 2026").came_back("30 May 2026"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026: flag from 3 June 2026
              Returned 30 May 2026; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
    check(
        opened("2 March 2026").came_back("30 May 2026 00:00"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026: flag from 3 June 2026
              Returned 30 May 2026 at 00:00; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
    check(
        opened("2 March 2026").came_back("30 May 2026 23:59"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026: flag from 3 June 2026
              Returned 30 May 2026 at 23:59; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
}

#[test]
fn where_the_hours_are_not_whole_days_the_time_decides_and_a_blank_buys_none() {
    let mut policy = policy("1 January 2026");
    policy.clocks.return_interview_hours = 60;
    let back = |at: &str| opened("2 March 2026").under([policy.clone()]).came_back(at);
    check(
        back("30 May 2026 11:59"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 1 June 2026: flag from 2 June 2026
              Returned 30 May 2026 at 11:59; interview held within 60 hours under the policy of 1 January 2026; due 1 June 2026.
        "#]],
    );
    check(
        back("30 May 2026 12:00"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 2 June 2026: flag from 3 June 2026
              Returned 30 May 2026 at 12:00; interview held within 60 hours under the policy of 1 January 2026; due 2 June 2026.
        "#]],
    );
    check(
        back("30 May 2026"),
        ReturnInterview,
        expect![[r#"
            From 30 May 2026, due 1 June 2026: flag from 2 June 2026
              Returned 30 May 2026; interview held within 60 hours under the policy of 1 January 2026; due 1 June 2026.
        "#]],
    );
}

#[test]
fn each_return_is_owed_its_own_interview_and_only_while_the_case_is_open() {
    let case = opened("2 March 2026").came_back("1 March 2026").came_back("5 March 2026").came_back("6 March 2026");
    check(
        case.clone(),
        ReturnInterview,
        expect![[r#"
            From 2 March 2026, due 4 March 2026: flag from 5 March 2026
              Returned 1 March 2026, before the case opened 2 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 4 March 2026.
            From 5 March 2026, due 8 March 2026: flag from 9 March 2026
              Returned 5 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 8 March 2026.
            From 6 March 2026, due 9 March 2026: flag from 10 March 2026
              Returned 6 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 9 March 2026.
        "#]],
    );
    check(
        case.closed("6 March 2026"),
        ReturnInterview,
        expect![[r#"
            From 2 March 2026, due 4 March 2026, ended 6 March 2026: flag 5 March 2026
              Returned 1 March 2026, before the case opened 2 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 4 March 2026.
            From 5 March 2026, due 8 March 2026, ended 6 March 2026: no flag
              Returned 5 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 8 March 2026.
        "#]],
    );
}

#[test]
fn a_child_who_came_back_before_the_case_opened_is_owed_an_interview_while_the_clock_still_runs() {
    let check = |returned: &str, expected: expect_test::Expect| {
        check(opened("2 March 2026").came_back(returned), ReturnInterview, expected);
    };
    check(
        "1 March 2026 23:50",
        expect![[r#"
        From 2 March 2026, due 4 March 2026: flag from 5 March 2026
          Returned 1 March 2026 at 23:50, before the case opened 2 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 4 March 2026.
    "#]],
    );
    check(
        "27 February 2026 00:10",
        expect![[r#"
        From 2 March 2026, due 2 March 2026: flag from 3 March 2026
          Returned 27 February 2026 at 00:10, before the case opened 2 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 2 March 2026.
    "#]],
    );
    check(
        "26 February 2026 23:50",
        expect![[r#"
        Nothing is owed.
    "#]],
    );
}

#[test]
fn an_interview_that_was_held_or_declined_before_the_case_opened_is_owed_no_more() {
    for case in [opened("2 March 2026"), opened("3 February 2026").closed("10 February 2026").opened_again("2 March 2026")] {
        let case = case.came_back("28 February 2026");
        let owed = |case: Case| case.owed(ReturnInterview).len();
        assert_eq!(owed(case.clone().interviewed(day("1 March 2026"))), 0);
        assert_eq!(owed(case.clone().declined(day("1 March 2026"))), 0);
        assert_eq!(owed(case.interviewed(day("2 March 2026"))), 1);
    }
}

#[test]
fn a_clock_that_runs_when_a_case_closes_goes_on_if_it_is_opened_again_before_the_end_of_it() {
    let case = opened("2 March 2026").came_back("9 March 2026").closed("10 March 2026");
    check(
        case.clone().opened_again("12 March 2026"),
        ReturnInterview,
        expect![[r#"
        From 9 March 2026, due 12 March 2026, ended 10 March 2026: no flag
          Returned 9 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 12 March 2026.
        From 12 March 2026, due 12 March 2026: flag from 13 March 2026
          Returned 9 March 2026, before the case opened 12 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 12 March 2026.
    "#]],
    );
    check(
        case.opened_again("13 March 2026"),
        ReturnInterview,
        expect![[r#"
        From 9 March 2026, due 12 March 2026, ended 10 March 2026: no flag
          Returned 9 March 2026; interview held within 72 hours under the policy of 1 January 2026; due 12 March 2026.
    "#]],
    );
}

#[test]
fn a_child_who_is_still_missing_is_owed_no_interview_yet() {
    let mut case = opened("2 March 2026").came_back("5 March 2026");
    case.history.episodes[0].returned = None;
    check(
        case,
        ReturnInterview,
        expect![[r#"
            Nothing is owed.
        "#]],
    );
}

#[test]
fn an_interview_that_the_child_declined_is_owed_no_longer_and_was_not_held() {
    let case = opened("2 March 2026").came_back("30 May 2026 21:15");
    check(
        case.clone().declined(day("1 June 2026")),
        ReturnInterview,
        expect![[r#"
        From 30 May 2026, due 2 June 2026, ended 1 June 2026: no flag
          Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
    "#]],
    );
    // Declined late: the flag stood until then.
    check(
        case.clone().declined(day("5 June 2026")),
        ReturnInterview,
        expect![[r#"
        From 30 May 2026, due 2 June 2026, ended 5 June 2026: flag 3 June 2026 to 4 June 2026
          Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
    "#]],
    );
    // Declined first and held after all, and offered again after it was held.
    check(
        case.clone().declined(day("1 June 2026")).interviewed(day("5 June 2026")),
        ReturnInterview,
        expect![[r#"
        From 30 May 2026, due 2 June 2026, met 5 June 2026, ended 1 June 2026: no flag
          Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
    "#]],
    );
    check(
        case.clone().interviewed(day("1 June 2026")).declined(day("5 June 2026")),
        ReturnInterview,
        expect![[r#"
        From 30 May 2026, due 2 June 2026, met 1 June 2026, ended 5 June 2026: no flag
          Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
    "#]],
    );
}

#[test]
fn a_child_who_declines_on_the_day_of_the_return_is_owed_nothing_and_an_earlier_refusal_says_nothing() {
    let case = opened("2 March 2026").came_back("30 May 2026 21:15");
    check(
        case.clone().declined(day("30 May 2026")),
        ReturnInterview,
        expect![[r#"
        Nothing is owed.
    "#]],
    );
    check(
        case.declined(day("29 May 2026")),
        ReturnInterview,
        expect![[r#"
        From 30 May 2026, due 2 June 2026: flag from 3 June 2026
          Returned 30 May 2026 at 21:15; interview held within 72 hours under the policy of 1 January 2026; due 2 June 2026.
    "#]],
    );
}
