//! The rules of the family *progress*: plan actions done by their dates, and live plans kept up to date.
//! A tick is not progress, but a plan that nobody touches is none either.

use chrono::{Days, NaiveDate};

use super::{Ask, Duty, Rule};
use crate::date::{InWords, say_days};
use crate::item::ItemKind;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    actions(ask, found);
    updates(ask, found);
}

fn actions(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    for action in ask.history.actions.iter().filter(|action| ask.period.holds(action.set_on)) {
        let due = action.due_on.max(action.in_plan_since);
        let stands = if action.in_plan_since < action.set_on {
            format!(", as it stands since {}", InWords(action.set_on))
        } else {
            String::new()
        };
        let passed = if action.due_on < action.in_plan_since {
            format!("its date, {}, had already passed; ", InWords(action.due_on))
        } else {
            String::new()
        };
        found.push(Duty {
            rule: Rule::ActionOverdue,
            subject: Some(action.id.0),
            start_on: action.set_on,
            due_on: Some(due),
            met_on: action.done_on,
            ended_on: action.dropped_on,
            explanation: format!("In the plan since {}{stands}; {passed}due {}.", InWords(action.in_plan_since), InWords(due)),
        });
    }
}

/// From the first plan signed while the case is open, an update is owed every so many days. A new version of the plan is
/// none: it says what will be done, not what was.
fn updates(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let signed = ask.history.items_of(ItemKind::Plan).flat_map(|plan| &plan.versions).filter_map(|version| version.signed_on);
    let Some(live_from) = signed.filter(|day| ask.period.holds(*day)).min() else {
        return;
    };
    let mut updates = ask.history.plan_updates.clone();
    updates.retain(|day| *day > live_from && ask.period.holds(*day));
    updates.sort_unstable();
    updates.dedup();
    let starts = std::iter::once(live_from).chain(updates.iter().copied());
    let nexts = updates.iter().copied().map(Some).chain([None]);
    for (start, next) in starts.zip(nexts) {
        let days = ask.policies.on(start).clocks.plan_update_days;
        let due = start.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        let since = if start == live_from { "Plan signed off" } else { "Plan last updated" };
        found.push(Duty {
            rule: Rule::PlanNotUpdated,
            subject: None,
            start_on: start,
            due_on: Some(due),
            met_on: next,
            ended_on: None,
            explanation: format!(
                "{since} {}; progress is recorded every {} under {}; due {}.",
                InWords(start),
                say_days(i64::from(days)),
                ask.say_policy(start),
                InWords(due)
            ),
        });
    }
}
