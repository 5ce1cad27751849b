//! Cases that leave the list, and why things were late.

use caseward_domain::item::ItemKind;
use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::builders::{Case, calendar, opened, signed, summary_of, summary_with};
use super::counts::{print, table};
use super::laws::{any_case, counts};
use crate::Causes;

fn check(id: &str, cases: Vec<Case>, expected: Expect) {
    expected.assert_eq(&print(table(&summary_of(cases, &[]), id)));
}

/// A case in which nothing is late on 1 September 2026, at low.
fn in_order() -> Case {
    opened("2026-08-24")
        .manager_says("2026-08-24", "low")
        .arranged("2026-08-24", "2026-10-05")
        .item(ItemKind::Assessment, vec![signed(1, "2026-08-24", "2026-08-25")])
}

#[test]
fn a_case_that_closes_at_high_with_flags_or_after_a_missing_episode_is_counted_once_among_any() {
    let at_high = in_order().closed_at("2026-09-01", "high");
    // Its assessment was signed off; a plan and an arrangement were due on 9 September.
    let with_flags = in_order().closed_at("2026-09-11", "low");
    let after_an_episode = in_order().returned("2026-08-27 20:00", Some("2026-08-28 10:00")).closed_at("2026-09-01", "low");
    let all_three = in_order().returned("2026-09-09 20:00", None).closed_at("2026-09-14", "high");
    let none = in_order().closed_at("2026-09-01", "low");
    check(
        "leaving-the-list",
        vec![at_high, with_flags, after_an_episode, all_three, none],
        expect![[r#"
        Of 5 cases that closed in the period, 4 (80.0%) left the list at the most serious level, with open flags or within 28 days of a missing episode.
        Measure | Number
        Closed in the period: 5
        At the most serious level: 2
        With open flags: 2
        Within 28 days of a missing episode: 2
        With any of these: 4
        With none of these: 1
        Not recorded: 0
        With any of these (per cent): 80.0%
        With any of these, worst case (per cent): 80.0%
    "#]],
    );
}

#[test]
fn a_closing_without_a_level_is_not_recorded_and_the_worst_case_counts_it() {
    let no_level = || opened("2026-08-31").closed("2026-08-31");
    check(
        "leaving-the-list",
        vec![no_level(), in_order().closed_at("2026-09-01", "high")],
        expect![[r#"
        Of 2 cases that closed in the period, 1 (100.0% of those recorded, 100.0% at worst) left the list at the most serious level, with open flags or within 28 days of a missing episode.
        Measure | Number
        Closed in the period: 2
        At the most serious level: 1
        With open flags: 0
        Within 28 days of a missing episode: 0
        With any of these: 1
        With none of these: 0
        Not recorded: 1
        With any of these (per cent): 100.0%
        With any of these, worst case (per cent): 100.0%
    "#]],
    );
    check(
        "leaving-the-list",
        vec![no_level()],
        expect![[r#"
            Of 1 case that closed in the period, none (100.0% at worst) left the list at the most serious level, with open flags or within 28 days of a missing episode.
            Measure | Number
            Closed in the period: 1
            At the most serious level: 0
            With open flags: 0
            Within 28 days of a missing episode: 0
            With any of these: 0
            With none of these: 0
            Not recorded: 1
            With any of these (per cent): [z]
            With any of these, worst case (per cent): 100.0%
        "#]],
    );
}

#[test]
fn a_case_that_closes_twice_is_counted_twice_each_at_its_own_level() {
    let case = in_order().closed_at("2026-08-28", "high").opened_again("2026-09-07").closed_at("2026-09-09", "low");
    check(
        "leaving-the-list",
        vec![case],
        expect![[r#"
        Of 2 cases that closed in the period, 2 (100.0%) left the list at the most serious level, with open flags or within 28 days of a missing episode.
        Measure | Number
        Closed in the period: 2
        At the most serious level: 1
        With open flags: 1
        Within 28 days of a missing episode: 0
        With any of these: 2
        With none of these: 0
        Not recorded: 0
        With any of these (per cent): 100.0%
        With any of these, worst case (per cent): 100.0%
    "#]],
    );
}

#[test]
fn what_was_given_equally_often_is_named_in_the_order_of_the_list() {
    let given = [("Lack of awareness", 0), ("Competing priorities", 1), ("Lack of resources", 1)];
    let given = given.map(|(label, times)| (label.to_owned(), times)).to_vec();
    let causes = Causes { given, not_known: 0, not_asked: 1 };
    expect![[r#"
        Things were settled late or let rest 3 times in the period. A cause is given for 2; for none it is not known, and for 1 nobody has been asked. Given most often: Competing priorities, 1 time; Lack of resources, 1 time.
        Cause | Times
        Lack of awareness: 0
        Competing priorities: 1
        Lack of resources: 1
        Not known: 0
        Not asked: 1
        In all: 3
    "#]].assert_eq(&print(table(&summary_with(vec![], &[], causes, &calendar()), "causes")));
}

proptest! {
    #[test]
    fn as_many_leave_the_list_as_close(cases in proptest::collection::vec(any_case(), 0..6)) {
        let summary = summary_of(cases, &[]);
        let n: Vec<u64> = table(&summary, "leaving-the-list").rows.iter().flat_map(counts).collect();
        prop_assert_eq!(n[0], counts(table(&summary, "cases").rows.last().unwrap())[2]);
        prop_assert_eq!(n[0], n[4] + n[5] + n[6]);
        prop_assert!(n[4] <= n[1] + n[2] + n[3] && n[1].max(n[2]).max(n[3]) <= n[4]);
    }
}
