//! The small register, counted by hand. Cases are named by their first letters: A(lder) to H(azel).

use expect_test::{Expect, expect};

use super::register::small_register;
use crate::summary::{Summary, Table};

/// The table as text: the finding, the headings, then a line for each row.
pub fn print(table: &Table) -> String {
    let mut lines = vec![table.finding.clone(), table.columns.join(" | ")];
    lines.extend(table.rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(crate::summary::Cell::say).collect();
        format!("{}: {}", row.label, cells.join(" "))
    }));
    lines.join("\n") + "\n"
}

pub fn table<'a>(summary: &'a Summary, id: &str) -> &'a Table {
    summary.tables.iter().find(|table| table.id == id).unwrap()
}

fn check(id: &str, expected: Expect) {
    expected.assert_eq(&print(table(&small_register(), id)));
}

/// Open on 30 June: A, C, D, E. Opened: B, G, H. Closed: C. Open on 30 September: A, B, D, E, G, H.
/// High: A. Medium: B and E, confirmed. Low: C and H, confirmed. Not in the policy: G. Not recorded: D.
#[test]
fn cases_are_counted_by_the_level_in_force_at_the_end() {
    check(
        "cases",
        expect![[r#"
        6 cases were open on 30 September 2026, 2 more than at the start of the period. 3 opened in the period and 1 closed. No level is recorded for 1 of the open cases.
        Level of risk | Open at the start | Opened in the period | Closed in the period | Open at the end | Of those, level confirmed by a manager | Of those, level not yet confirmed
        High: 1 0 0 1 0 1
        Medium: 1 1 0 2 2 0
        Low: 1 1 1 1 1 0
        A level that the policy does not know: 0 1 0 1 0 1
        Not recorded: 1 0 0 1 [z] [z]
        All cases: 4 3 1 6 3 2
    "#]],
    );
}

/// A: never reviewed, due 29 June, 93 days; no date since 1 June, 121 days.
/// B: second review not signed, due 21 September, 9 days; without voice since 14 September, 16 days.
/// D: review overdue, strictest interval from 15 June, due 13 July, 79 days; no date, and without voice, 107 days each.
/// E: next review too late since 1 September, 29 days. G: never reviewed, arranged for 28 August, 33 days. H: none.
#[test]
fn no_review_flags_are_counted_by_rule_and_lateness() {
    check(
        "no-review-flags",
        expect![[r#"
        5 of 6 open cases (83.3%) had at least one no-review flag on 30 September 2026. The longest was 121 days late.
        Rule | Flags | Open cases with the flag | 1 to 7 days late | 8 to 28 days late | 29 to 90 days late | More than 90 days late | Longest (days late) | Open cases with the flag (per cent)
        Never reviewed: 2 2 0 0 1 1 93 33.3%
        No date for the next review: 2 2 0 0 0 2 121 33.3%
        Next review is too late: 1 1 0 0 1 0 29 16.7%
        Review overdue: 1 1 0 0 1 0 79 16.7%
        Review not signed off: 1 1 0 1 0 0 9 16.7%
        Review without the child’s view: 2 2 0 1 0 1 107 33.3%
        Open cases with at least one of these flags: 9 5 0 2 3 4 121 83.3%
    "#]],
    );
}

/// Waiting on 30 June: E's plan, signed 2 July (due 6 July).
/// B: assessment in time (due 22 July); plan returned, then late (sent 27 July, due 3 August, signed 5 August);
/// arrangement taken back, then waiting (due 2 October); a review in time, a review waiting and late (due 28 September).
/// C: closure in time. D: assessment in time. E: review in time. So 6 of 7 in time.
#[test]
fn sign_offs_are_counted_by_kind_and_balance() {
    check(
        "sign-offs",
        expect![[r#"
            7 items were signed off in the period, 6 in time (85.7%), and 1 was returned. 2 were waiting on 30 September 2026, 1 of them late.
            Kind of item | Waiting at the start | Sent in the period | Signed off in time | Signed off late | Signed off, time limit not known | Returned | Taken back, or case closed | Waiting at the end | Of those, late | In time (per cent) | In time, worst case (per cent)
            Assessment: 0 2 2 0 0 0 0 0 0 100.0% 100.0%
            Plan: 1 2 1 1 0 1 0 0 0 50.0% 50.0%
            Review arrangement: 0 2 0 0 0 0 1 1 0 [z] [z]
            Review: 0 3 2 0 0 0 0 1 1 100.0% 100.0%
            Closure: 0 1 1 0 0 0 0 0 0 100.0% 100.0%
            All items: 1 10 6 1 0 1 1 2 1 85.7% 85.7%
        "#]],
    );
}

/// D: both reported; the assessment was signed here on 18 September.
#[test]
fn what_a_tracker_reported_is_counted_apart() {
    check(
        "reported-sign-offs",
        expect![[r#"
        1 assessment and 1 plan of open cases were reported as signed off by a tracker; none of these counts as a sign-off.
        Kind of item | Open cases with a reported sign-off | Of those, signed off here since
        Assessment: 1 1
        Plan: 1 0
    "#]],
    );
}

/// B: due 19 August, done; due 31 August, done late; due 15 September, not done; one due later, one dropped before it was due.
#[test]
fn plan_actions_are_counted_by_the_date_they_fell_due() {
    check(
        "plan-actions",
        expect![[r#"
            Of 3 plan actions due in the period, 1 was done by the date (33.3%). Of the other actions, 1 was done late and 1 was not done. 1 was overdue at the end of it.
            Measure | Number
            Due in the period: 3
            Done by their date: 1
            Done late: 1
            Not done by the end of the period: 1
            Not recorded: 0
            Done by their date (per cent): 33.3%
            Done by their date, worst case (per cent): 33.3%
            Overdue at the end of the period, whenever due: 1
        "#]],
    );
}

/// B's plan is live since 5 August, last updated 20 August; E's since 2 July, last updated 10 September.
#[test]
fn live_plans_are_updated_or_overdue() {
    check(
        "plan-updates",
        expect![[r#"
        2 plans were live on 30 September 2026; 1 had been updated within the time limit (50.0%).
        Measure | Number
        Live plans at the end of the period: 2
        Updated within the time limit: 1
        Update overdue: 1
        Not recorded: 0
        Updated within the time limit (per cent): 50.0%
        Updated within the time limit, worst case (per cent): 50.0%
    "#]],
    );
}

/// B: 52 hours; last day without times; 9 days; none since 15 September; due on 1 October.
#[test]
fn return_interviews_say_what_nobody_can_tell() {
    check(
        "return-interviews",
        expect![[r#"
            Of 5 returns in the period, 1 led to an interview within 72 hours (33.3% of those recorded, 25.0% at worst). Of the other interviews, 1 was held later, 1 was overdue, 1 was not yet due and 1 was without the times that would tell. The per cent leaves out those not yet due.
            Measure | Number
            Returns in the period: 5
            Held within 72 hours: 1
            Held later: 1
            Not held, and overdue: 1
            Not held, and not yet due: 1
            Not recorded: 1
            Held within 72 hours (per cent): 33.3%
            Held within 72 hours, worst case (per cent): 25.0%
        "#]],
    );
}

/// B: PN1 and PN7. C: reported, without a code. E: under 4.
#[test]
fn the_childs_voice_is_counted_at_every_review() {
    check(
        "child-voice",
        expect![[r#"
            Of 4 reviews held in the period, the child’s view reached 1 (50.0% of those recorded, 33.3% at worst). For 1 it is not recorded how the child took part. The per cent leaves out 1 of a child under 4.
            Measure | Number
            Reviews held in the period: 4
            The child’s view reached the review: 1
            The child’s view did not reach the review: 1
            Not applicable: the child was under 4: 1
            Not recorded: 1
            The child’s view reached the review (per cent): 50.0%
            The child’s view reached the review, worst case (per cent): 33.3%
            Reviews reported by a tracker, among those held: 1
        "#]],
    );
}

/// Late: one due 31 August, 30 days; one due 29 September, 1 day.
#[test]
fn the_action_plan_keeps_complete_and_confirmed_apart() {
    check(
        "action-plan",
        expect![[r#"
        5 actions stood in the action plan on 30 September 2026: 1 complete, 1 with the effect confirmed; 2 were late.
        Theme | Actions | Not started | On track | At risk | Off track | Complete | Effect confirmed | Late | Longest (days late)
        Prevent: 3 1 1 0 0 1 0 1 30
        Protect & support: 2 0 0 0 1 0 1 1 1
        All themes: 5 1 1 0 1 1 1 2 30
    "#]],
    );
}

#[test]
fn the_method_names_the_policy_and_the_dates() {
    expect![[r#"
        This summary is worked out from every case of the register. It holds numbers only: no text about a child has a way into it.
        The period is 1 July 2026 to 30 September 2026, both days included. What stands at the end is counted as at 30 September 2026. A case is open from the day it opened until the day before it closed.
        The policy of 1 January 2026 asks for a review every 28 days at level High, every 42 days at level Medium and every 84 days at level Low; for a decision on what was sent for sign-off within 5 working days; for progress on each plan every 28 days; and for a return interview within 72 hours.
        A flag is a duty past its due date and not met. What is due on a day may be done on that day; the flag stands from the next. A policy never rewrites what was due before it took effect.
        A review that a tracker reported counts as held. A sign-off that a tracker reported is counted apart and never as a sign-off.
        Every rate stands beside the number not recorded, and beside its worst case, which counts everything not recorded against. Rates are worked out from the numbers shown and rounded to one decimal place, halves up.
        [z] means that a number does not apply, or that there is nothing to work it out from.
        Made by Caseward on 5 October 2026 at 09:30 UTC. The head of the register’s audit chain was then 5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c5f3c."#]].assert_eq(&small_register().method.join("\n"));
}

#[test]
fn a_chart_says_its_finding_and_all_its_numbers() {
    let said: Vec<String> =
        small_register().charts.iter().map(|c| format!("{}\n{}\n{}\n", c.title, c.finding, c.description)).collect();
    expect![[r#"
        Open cases on 30 September 2026, by level of risk
        The longest bar is “Medium”, with 2.
        Bar chart of the column “Open at the end” of the table “Cases by level of risk”: High, 1; Medium, 2; Low, 1; A level that the policy does not know, 1; Not recorded, 1.

        No-review flags on 30 September 2026, by rule and by how late
        The largest part is “More than 90 days late” of “No date for the next review”, with 2.
        Stacked bar chart of the columns “1 to 7 days late”, “8 to 28 days late”, “29 to 90 days late” and “More than 90 days late” of the table “No-review flags by rule”: Never reviewed: “1 to 7 days late” 0, “8 to 28 days late” 0, “29 to 90 days late” 1, “More than 90 days late” 1; No date for the next review: “1 to 7 days late” 0, “8 to 28 days late” 0, “29 to 90 days late” 0, “More than 90 days late” 2; Next review is too late: “1 to 7 days late” 0, “8 to 28 days late” 0, “29 to 90 days late” 1, “More than 90 days late” 0; Review overdue: “1 to 7 days late” 0, “8 to 28 days late” 0, “29 to 90 days late” 1, “More than 90 days late” 0; Review not signed off: “1 to 7 days late” 0, “8 to 28 days late” 1, “29 to 90 days late” 0, “More than 90 days late” 0; Review without the child’s view: “1 to 7 days late” 0, “8 to 28 days late” 1, “29 to 90 days late” 0, “More than 90 days late” 1.

        Signed off in time and late, by kind of item
        The largest parts are “Signed off in time” of “Assessment” and “Signed off in time” of “Review”, with 2 each.
        Stacked bar chart of the columns “Signed off in time”, “Signed off late” and “Signed off, time limit not known” of the table “Sign-offs in the period”: Assessment: “Signed off in time” 2, “Signed off late” 0, “Signed off, time limit not known” 0; Plan: “Signed off in time” 1, “Signed off late” 1, “Signed off, time limit not known” 0; Review arrangement: “Signed off in time” 0, “Signed off late” 0, “Signed off, time limit not known” 0; Review: “Signed off in time” 2, “Signed off late” 0, “Signed off, time limit not known” 0; Closure: “Signed off in time” 1, “Signed off late” 0, “Signed off, time limit not known” 0.

        Why things were late
        The longest bar is “Competing priorities”, with 5.
        Bar chart of the column “Times” of the table “Why things were late”: Competing priorities, 5; Lack of resources, 3; Wilful disregard, 0; Not known, 2; Not asked, 4.

        Actions of the plan on 30 September 2026, by theme and status
        No part is larger than 1; 5 parts are that large.
        Stacked bar chart of the columns “Not started”, “On track”, “At risk”, “Off track”, “Complete” and “Effect confirmed” of the table “Progress of the action plan by theme”: Prevent: “Not started” 1, “On track” 1, “At risk” 0, “Off track” 0, “Complete” 1, “Effect confirmed” 0; Protect & support: “Not started” 0, “On track” 0, “At risk” 0, “Off track” 1, “Complete” 0, “Effect confirmed” 1.

        Open cases on 30 September 2026, with and without a no-review flag, by level of risk
        The largest parts are “At least one no-review flag” of “Medium” and “At least one no-review flag” of “Not recorded”, with 2 each.
        Stacked bar chart of the columns “No such flag” and “At least one no-review flag” of the table “Open cases on 30 September 2026, by level of risk and whether a review is missing or late”: High: “No such flag” 0, “At least one no-review flag” 1; Medium: “No such flag” 0, “At least one no-review flag” 2; Low: “No such flag” 1, “At least one no-review flag” 0; Not recorded: “No such flag” 0, “At least one no-review flag” 2.

        Reviews held in time and late, by month
        “In time” was 0 in July 2026 and 1 in September 2026; the highest was 1. “Late” was 1 in July 2026 and 1 in September 2026; the highest was 1.
        Line chart of the columns “In time” and “Late” of the table “Reviews held in the period, by month and whether they were in time”: July 2026: “In time” 0, “Late” 1; August 2026: “In time” 1, “Late” 0; September 2026: “In time” 1, “Late” 1.
    "#]].assert_eq(&said.join("\n"));
}
