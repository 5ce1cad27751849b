//! The edge that every rule has: what is due on a day may be done on that day; the flag stands from the next.

use chrono::NaiveDate;

use super::builders::{Case, Version, after, day, opened, written};
use crate::date::say_date;
use crate::duty::Rule;
use crate::item::ItemKind::{Assessment, Plan, Review, ReviewArrangement};

/// A rule, the day it is due, and a case on which it is owed and done on a day, or not at all.
type Edge = (Rule, &'static str, fn(Option<&str>) -> Case);

const EDGES: &[Edge] = &[
    (Rule::NeverReviewed, "13 April 2026", |done| {
        if_done(opened("2 March 2026").at("medium"), done, |case, on| case.reviewed(on))
    }),
    (Rule::NoNextReviewDate, "2 March 2026", |done| {
        if_done(opened("2 March 2026").at("medium"), done, |case, on| case.arranged(on, "13 April 2026"))
    }),
    (Rule::NextReviewTooLate, "3 March 2026", |done| {
        let case = opened("2 March 2026").at("medium").arranged("3 March 2026", "14 April 2026");
        if_done(case, done, |case, on| case.arranged(on, "13 April 2026"))
    }),
    (Rule::ReviewOverdue, "23 June 2026", |done| {
        if_done(opened("2 March 2026").at("medium").reviewed("12 May 2026"), done, |case, on| case.reviewed(on))
    }),
    (Rule::ReviewNotSigned, "19 May 2026", |done| {
        if_done(opened("2 March 2026").reviewed("12 May 2026"), done, |case, on| case.review_signed(day(on)))
    }),
    (Rule::ReviewWithoutVoice, "12 May 2026", |done| {
        if_done(opened("2 March 2026").reviewed_with("12 May 2026", "PN7"), done, |case, on| case.reviewed(on))
    }),
    (Rule::AssessmentNotSigned, "7 May 2026", |done| {
        if_done(opened("2 March 2026"), done, |case, on| case.signed(Assessment, on))
    }),
    (Rule::PlanNotSigned, "24 March 2026", |done| {
        if_done(opened("2 March 2026").signed(Assessment, "10 March 2026"), done, |case, on| case.signed(Plan, on))
    }),
    (Rule::ArrangementNotSigned, "24 March 2026", |done| {
        if_done(opened("2 March 2026").signed(Assessment, "10 March 2026"), done, |case, on| case.signed(ReviewArrangement, on))
    }),
    (Rule::DecisionWaiting, "17 March 2026", |done| {
        let sent = if_done(written("9 March 2026").sent("10 March 2026"), done, Version::signed);
        opened("2 March 2026").item(Review, [sent])
    }),
    (Rule::ChangedSinceSigned, "27 March 2026", |done| {
        let changed = if_done(written("20 March 2026"), done, Version::sent);
        opened("2 March 2026").item(Plan, [written("9 March 2026").sent("9 March 2026").signed("10 March 2026"), changed])
    }),
    (Rule::ActionOverdue, "4 April 2026", |done| {
        if_done(opened("2 March 2026").action("10 March 2026", "4 April 2026"), done, |case, on| case.done(day(on)))
    }),
    (Rule::PlanNotUpdated, "7 April 2026", |done| {
        if_done(opened("2 March 2026").signed(Plan, "10 March 2026"), done, |case, on| case.updated(day(on)))
    }),
    (Rule::ReturnInterview, "2 June 2026", |done| {
        if_done(opened("2 March 2026").came_back("30 May 2026 21:15"), done, |case, on| case.interviewed(day(on)))
    }),
    (Rule::LevelMissing, "2 March 2026", |done| {
        if_done(opened("2 March 2026"), done, |case, on| case.practitioner_says(on, "low"))
    }),
];

fn if_done<T>(open: T, done: Option<&str>, finish: fn(T, &str) -> T) -> T {
    match done {
        Some(on) => finish(open, on),
        None => open,
    }
}

/// The days around the due date on which any flag of this rule stands.
fn flagged(case: &Case, rule: Rule, due: NaiveDate) -> Vec<String> {
    let owed = case.owed(rule);
    let days = (0..6).map(|days| after(due, days) - chrono::Days::new(2));
    days.filter(|day| owed.iter().any(|duty| duty.is_flag_on(*day))).map(say_date).collect()
}

#[test]
fn each_rule_has_its_edge_here() {
    let rules: Vec<Rule> = EDGES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(rules, Rule::ALL);
}

#[test]
fn a_flag_stands_from_the_day_after_the_due_date_and_not_before() {
    for (rule, due, case) in EDGES {
        let due = day(due);
        let expected: Vec<String> = (1..4).map(|days| say_date(after(due, days))).collect();
        assert_eq!(flagged(&case(None), *rule, due), expected, "{rule:?}");
    }
}

#[test]
fn what_is_done_on_the_due_date_is_never_flagged() {
    // The child's view cannot be made up for on the day of the review that it did not reach: the next review can hear it.
    for (rule, due, case) in EDGES.iter().filter(|(rule, ..)| *rule != Rule::ReviewWithoutVoice) {
        assert_eq!(flagged(&case(Some(due)), *rule, day(due)), [""; 0], "{rule:?}");
    }
}

#[test]
fn what_is_done_two_days_late_was_flagged_for_one_day() {
    for (rule, due, case) in EDGES {
        let late = say_date(after(day(due), 2));
        assert_eq!(flagged(&case(Some(&late)), *rule, day(due)), [say_date(after(day(due), 1))], "{rule:?}");
    }
}
