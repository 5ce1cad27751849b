//! A small register with something of everything in it. The numbers of its summary were counted by hand; the reckoning
//! stands beside each test in `counts.rs`. The period is 1 July to 30 September 2026.

use caseward_domain::action_plan::{ActionState, is_late};
use caseward_domain::history::VersionHistory;
use caseward_domain::item::ItemKind;

use super::builders::{Case, calendar, day, opened, quarter, returned, sent, signed, summary_with};
use crate::summary::Summary;
use crate::{ActionPlanLine, Causes};

pub fn small_register() -> Summary {
    let cases = vec![alder(), birch(), cedar(), damson(), elder(), fir(), gorse(), hazel()];
    let given = [("Competing priorities", 5), ("Lack of resources", 3), ("Wilful disregard", 0)];
    let causes = Causes { given: given.map(|(label, times)| (label.to_owned(), times)).into(), not_known: 2, not_asked: 4 };
    summary_with(cases, &action_plan(), causes, &calendar())
}

/// High, not confirmed, and nothing was ever planned.
fn alder() -> Case {
    opened("2026-06-01").practitioner_says("2026-06-01", "high")
}

/// The busy one: every kind of item, action and return.
pub fn birch() -> Case {
    let taken_back = VersionHistory { withdrawn: vec![(day("2026-08-27"), day("2026-08-28"))], ..sent(1, "2026-09-25") };
    opened("2026-07-06")
        .practitioner_says("2026-07-06", "medium")
        .manager_says("2026-07-20", "medium")
        .item(ItemKind::Assessment, vec![signed(1, "2026-07-15", "2026-07-20")])
        .item(ItemKind::Plan, vec![returned(1, "2026-07-22", "2026-07-24"), signed(2, "2026-07-27", "2026-08-05")])
        .item(ItemKind::ReviewArrangement, vec![taken_back])
        .review("2026-08-10", "PN1", Some("2026-08-11"), Some("2026-08-13"))
        .review("2026-09-14", "PN7", Some("2026-09-21"), None)
        .arranged("2026-09-14", "2026-10-12")
        .plan_updated("2026-08-20")
        .plan_action("2026-08-05", "2026-08-19", Some("2026-08-18"), None)
        .plan_action("2026-08-05", "2026-08-31", Some("2026-09-10"), None)
        .plan_action("2026-08-05", "2026-09-15", None, None)
        .plan_action("2026-08-05", "2026-10-15", None, None)
        .plan_action("2026-08-05", "2026-09-20", None, Some("2026-09-01"))
        .returned("2026-08-03 10:00", Some("2026-08-05 14:00"))
        .returned("2026-08-20", Some("2026-08-23"))
        .returned("2026-09-01 09:00", Some("2026-09-10"))
        .returned("2026-09-15", None)
        .returned("2026-09-28 20:00", None)
}

/// Closed in the period, with a signed closure.
fn cedar() -> Case {
    opened("2026-03-02")
        .manager_says("2026-03-10", "low")
        .reported_review("2026-07-10")
        .item(ItemKind::Closure, vec![signed(1, "2026-08-12", "2026-08-14")])
        .closed("2026-08-14")
}

/// Brought in from a tracker, without a level.
fn damson() -> Case {
    opened("2025-11-03")
        .brought_in("2026-09-01")
        .reported_review("2026-06-15")
        .item(ItemKind::Assessment, vec![signed(1, "2026-09-16", "2026-09-18")])
}

/// A child under 4; the next review is arranged too late.
fn elder() -> Case {
    opened("2026-01-05")
        .manager_says("2026-01-12", "medium")
        .item(ItemKind::Plan, vec![signed(1, "2026-06-29", "2026-07-02")])
        .plan_updated("2026-09-10")
        .review("2026-09-01", "PN0", Some("2026-09-01"), Some("2026-09-03"))
        .arranged("2026-09-01", "2026-12-20")
}

/// Over long before the period.
fn fir() -> Case {
    opened("2024-01-08").manager_says("2024-01-10", "high").closed("2024-12-02")
}

/// At a level that the policy does not know.
fn gorse() -> Case {
    opened("2026-08-03").practitioner_says("2026-08-03", "severe").arranged("2026-08-20", "2026-08-28")
}

/// All is well.
fn hazel() -> Case {
    opened("2026-08-24").manager_says("2026-08-24", "low").arranged("2026-08-24", "2026-10-05")
}

fn action_plan() -> Vec<ActionPlanLine> {
    let line = |theme: &str, state, due: &str| {
        let due_on = Some(day(due));
        ActionPlanLine { theme: theme.to_owned(), state, due_on, late: is_late(due_on, state, quarter().to) }
    };
    vec![
        line("Prevent", ActionState::OnTrack, "2026-12-31"),
        line("Prevent", ActionState::Complete, "2026-08-01"),
        line("Protect & support", ActionState::EffectConfirmed, "2026-06-30"),
        line("Prevent", ActionState::NotStarted, "2026-08-31"),
        line("Protect & support", ActionState::OffTrack, "2026-09-29"),
    ]
}
