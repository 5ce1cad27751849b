//! Nothing, one, and what is not known.

use caseward_domain::calendar::Calendar;
use caseward_domain::item::ItemKind;
use expect_test::{Expect, expect};

use super::builders::{calendar, day, meta, opened, policies, quarter, sent, signed, summary_of, summary_with};
use super::counts::{print, table};
use crate::summary::Summary;
use crate::{Causes, Lists, Meta, SummaryFold, csv, file_stem, html, xlsx};

fn findings(summary: &Summary) -> String {
    summary.tables.iter().map(|table| format!("{}: {}\n", table.id, table.finding)).collect()
}

fn check(summary: &Summary, expected: Expect) {
    expected.assert_eq(&findings(summary));
}

#[test]
fn an_empty_register_has_sentences_that_make_sense() {
    let empty = summary_of(vec![], &[]);
    check(
        &empty,
        expect![[r#"
            cases: No cases were open on 30 September 2026. None opened in the period and none closed.
            no-review-flags: No cases were open on 30 September 2026, so no flag stood.
            sign-offs: No items were signed off in the period, and none were returned. None were waiting on 30 September 2026.
            reported-sign-offs: No tracker reported a sign-off of an open case.
            plan-actions: No plan action fell due in the period. None were overdue at the end of it.
            plan-updates: No plan was live on 30 September 2026.
            return-interviews: No return of a missing child was recorded in the period.
            child-voice: No review was held in the period.
            leaving-the-list: No case closed in the period.
            causes: Nothing was settled late or let rest in the period.
            action-plan: The action plan had no actions on 30 September 2026.
            open-by-level: No cases were open on 30 September 2026.
            open-by-review: No cases were open on 30 September 2026.
            open-by-plan: No cases were open on 30 September 2026.
            open-by-age-and-sex: No cases were open on 30 September 2026.
            open-by-model: No cases were open on 30 September 2026.
            opened: No cases were opened in the period.
            closed: No cases were closed in the period.
            reviews-in-time: No reviews were held in the period.
            reviews-with-voice: No reviews were held in the period.
            decisions: No decisions were made in the period.
            returns: No returns from missing episodes were recorded in the period.
            late-by-cause: No things were settled late or let rest in the period.
        "#]],
    );
    assert!(xlsx(&empty).is_ok() && csv(&empty).is_ok() && html(&empty).contains("Every number shown is nought."));
}

#[test]
fn one_of_each_is_said_in_the_singular() {
    let case = opened("2026-09-01")
        .manager_says("2026-09-01", "low")
        .item(ItemKind::Plan, vec![signed(1, "2026-09-02", "2026-09-04")])
        .review("2026-09-08", "PN2", Some("2026-09-09"), None)
        .plan_action("2026-09-04", "2026-09-20", None, None)
        .returned("2026-09-10 08:00", Some("2026-09-11 08:00"));
    check(
        &summary_of(vec![case], &[]),
        expect![[r#"
            cases: 1 case was open on 30 September 2026, 1 more than at the start of the period. 1 opened in the period and none closed.
            no-review-flags: 1 of 1 open case (100.0%) had at least one no-review flag on 30 September 2026. The longest was 22 days late.
            sign-offs: 1 item was signed off in the period, 1 in time (100.0%), and none were returned. 1 was waiting on 30 September 2026, and it was late.
            reported-sign-offs: No tracker reported a sign-off of an open case.
            plan-actions: Of 1 plan action due in the period, none were done by the date (0.0%). 1 was not done. 1 was overdue at the end of it.
            plan-updates: 1 plan was live on 30 September 2026; 1 had been updated within the time limit (100.0%).
            return-interviews: Of 1 return in the period, 1 led to an interview within 72 hours (100.0%).
            child-voice: Of 1 review held in the period, the child’s view reached 1 (100.0%).
            leaving-the-list: No case closed in the period.
            causes: Nothing was settled late or let rest in the period.
            action-plan: The action plan had no actions on 30 September 2026.
            open-by-level: 1 case was open on 30 September 2026. Of these, 1 (100.0%) had a level confirmed by a manager.
            open-by-review: 1 case was open on 30 September 2026. Of these, 1 (100.0%) had at least one no-review flag.
            open-by-plan: 1 case was open on 30 September 2026. Of these, 1 (100.0%) had a plan that was signed off here or reported as signed off.
            open-by-age-and-sex: 1 case was open on 30 September 2026. The largest number shown is that of “Unknown or not recorded”, 1.
            open-by-model: 1 case was open on 30 September 2026.
            opened: 1 case was opened in the period. The largest number shown is that of “Not recorded”, 1.
            closed: No cases were closed in the period.
            reviews-in-time: 1 review was held in the period. Of these, 1 (100.0%) was held in time.
            reviews-with-voice: 1 review was held in the period. Of these, 1 (100.0%) was reached by the child’s view.
            decisions: 1 decision was made in the period. Of these, 1 (100.0%) was signed off in time.
            returns: 1 return from a missing episode was recorded in the period. Of these, 1 (100.0%) led to an interview in time.
            late-by-cause: No things were settled late or let rest in the period.
        "#]],
    );
}

#[test]
fn a_case_that_closes_and_opens_again_is_counted_each_time() {
    let case =
        opened("2026-05-01").closed("2026-07-15").opened_again("2026-08-01").closed("2026-09-30").opened_again("2026-09-30");
    expect![[r#"
        1 case was open on 30 September 2026, as many as at the start of the period. 2 opened in the period and 2 closed. No level is recorded for 1 of the open cases.
        Level of risk | Open at the start | Opened in the period | Closed in the period | Open at the end | Of those, level confirmed by a manager | Of those, level not yet confirmed
        High: 0 0 0 0 0 0
        Medium: 0 0 0 0 0 0
        Low: 0 0 0 0 0 0
        Not recorded: 1 2 2 1 [z] [z]
        All cases: 1 2 2 1 0 0
    "#]].assert_eq(&print(table(&summary_of(vec![case], &[]), "cases")));
}

/// The bank holidays are known to 18 September. Sent on the 15th, the limit is not known: signed on the 18th is surely in
/// time, on the 25th nobody can tell, and what still waits is not called late.
#[test]
fn a_time_limit_past_the_known_bank_holidays_is_not_guessed() {
    let known = Calendar { known_from: day("2020-01-01"), known_to: day("2026-09-18"), bank_holidays: Default::default() };
    let case = opened("2026-09-01")
        .item(ItemKind::Assessment, vec![signed(1, "2026-09-15", "2026-09-18")])
        .item(ItemKind::Plan, vec![signed(1, "2026-09-15", "2026-09-25")])
        .item(ItemKind::ReviewArrangement, vec![sent(1, "2026-09-15")]);
    expect![[r#"
        2 items were signed off in the period, 1 in time (100.0% of those recorded, 50.0% at worst), and none were returned. 1 was waiting on 30 September 2026, and it was not late.
        Kind of item | Waiting at the start | Sent in the period | Signed off in time | Signed off late | Signed off, time limit not known | Returned | Taken back, or case closed | Waiting at the end | Of those, late | In time (per cent) | In time, worst case (per cent)
        Assessment: 0 1 1 0 0 0 0 0 0 100.0% 100.0%
        Plan: 0 1 0 0 1 0 0 0 0 [z] 0.0%
        Review arrangement: 0 1 0 0 0 0 0 1 0 [z] [z]
        Review: 0 0 0 0 0 0 0 0 0 [z] [z]
        Closure: 0 0 0 0 0 0 0 0 0 [z] [z]
        All items: 0 3 1 0 1 0 0 1 0 100.0% 50.0%
    "#]].assert_eq(&print(table(&summary_with(vec![case], &[], Causes::default(), &known), "sign-offs")));
}

/// Closed on 10 September: what waited is no longer owed, and the flag is gone.
#[test]
fn closing_a_case_ends_what_was_owed_on_it() {
    let case = opened("2026-06-01").item(ItemKind::Plan, vec![sent(1, "2026-08-03")]).closed("2026-09-10");
    let summary = summary_of(vec![case], &[]);
    expect![[r#"
        No items were signed off in the period, and none were returned. None were waiting on 30 September 2026.
        Kind of item | Waiting at the start | Sent in the period | Signed off in time | Signed off late | Signed off, time limit not known | Returned | Taken back, or case closed | Waiting at the end | Of those, late | In time (per cent) | In time, worst case (per cent)
        Assessment: 0 0 0 0 0 0 0 0 0 [z] [z]
        Plan: 0 1 0 0 0 0 1 0 0 [z] [z]
        Review arrangement: 0 0 0 0 0 0 0 0 0 [z] [z]
        Review: 0 0 0 0 0 0 0 0 0 [z] [z]
        Closure: 0 0 0 0 0 0 0 0 0 [z] [z]
        All items: 0 1 0 0 0 0 1 0 0 [z] [z]
        No cases were open on 30 September 2026, so no flag stood.
        Rule | Flags | Open cases with the flag | 1 to 7 days late | 8 to 28 days late | 29 to 90 days late | More than 90 days late | Longest (days late) | Open cases with the flag (per cent)
        Never reviewed: 0 0 0 0 0 0 [z] [z]
        No date for the next review: 0 0 0 0 0 0 [z] [z]
        Next review is too late: 0 0 0 0 0 0 [z] [z]
        Review overdue: 0 0 0 0 0 0 [z] [z]
        Review not signed off: 0 0 0 0 0 0 [z] [z]
        Review without the child’s view: 0 0 0 0 0 0 [z] [z]
        Open cases with at least one of these flags: 0 0 0 0 0 0 [z] [z]
    "#]].assert_eq(&(print(table(&summary, "sign-offs")) + &print(table(&summary, "no-review-flags"))));
}

#[test]
fn a_summary_made_before_its_period_ended_says_so() {
    let policies = policies();
    let made = |at: &str| {
        let meta = Meta { made_at: at.parse().unwrap(), ..meta() };
        SummaryFold::new(quarter(), &policies, &calendar(), &Lists::default())
            .finish()
            .internal(meta)
            .method
            .iter()
            .any(|said| said.contains("had not ended"))
    };
    assert!(made("2026-09-29T23:00:00Z"));
    assert!(!made("2026-09-30T08:00:00Z"));
}

#[test]
fn the_files_are_named_after_the_period_and_the_profile() {
    assert_eq!(file_stem(&summary_of(vec![], &[])), "caseward-summary-2026-07-01-to-2026-09-30-internal");
}
