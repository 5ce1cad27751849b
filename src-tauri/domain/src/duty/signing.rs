//! The rules of the family *sign-off*: an assessment, a plan and a review arrangement signed; what waits, decided;
//! what was changed, sent again.
//!
//! A sign-off that a tracker reported is not one of ours, but no duty is owed for work that ended before the import.

use chrono::NaiveDate;

use super::{Ask, Duty, Rule};
use crate::history::ItemHistory;
use crate::item::ItemKind;

pub(super) fn owed(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    if !ask.history.ended_before_import(ask.period) {
        assessment(ask, found);
        after_assessment(ask, found);
    }
    for item in &ask.history.items {
        waiting(ask, item, found);
        changed(ask, item, found);
    }
}

fn assessment(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    if ask.history.reported.assessment_signed_off {
        return;
    }
    let opened = ask.period.opened_on;
    let days = ask.policies.on(opened).clocks.assessment_authorised;
    let mut duty = ask.in_working_days(Rule::AssessmentNotSigned, None, opened, days, "Opened", "an assessment is signed off");
    duty.met_on = first_signed(ask, ItemKind::Assessment);
    found.push(duty);
}

/// A plan and a review arrangement are owed from the first signed assessment; where a tracker reports one without a
/// date, from the day the case was brought in.
fn after_assessment(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let reported = ask.history.reported.assessment_signed_off.then_some(ask.history.brought_in_on).flatten();
    let signed = first_signed(ask, ItemKind::Assessment);
    let Some(start) = [reported, signed].into_iter().flatten().min().filter(|day| ask.period.holds(*day)) else {
        return;
    };
    let since = if signed == Some(start) {
        "Assessment signed off"
    } else {
        "Assessment reported as signed off when the case was brought in on"
    };
    let days = ask.policies.on(start).clocks.plan_in_place;
    if !ask.history.reported.plan_signed_off {
        let mut plan = ask.in_working_days(Rule::PlanNotSigned, None, start, days, since, "a plan is signed off");
        plan.met_on = first_signed(ask, ItemKind::Plan);
        found.push(plan);
    }
    let mut arrangement =
        ask.in_working_days(Rule::ArrangementNotSigned, None, start, days, since, "a review arrangement is signed off");
    arrangement.met_on = first_signed(ask, ItemKind::ReviewArrangement);
    found.push(arrangement);
}

fn first_signed(ask: &Ask<'_>, kind: ItemKind) -> Option<NaiveDate> {
    let signed = ask.history.items_of(kind).flat_map(|item| item.versions.iter().filter_map(|version| version.signed_on));
    signed.filter(|day| *day >= ask.period.opened_on && ask.period.closed_on.is_none_or(|closed| *day <= closed)).min()
}

fn waiting(ask: &Ask<'_>, item: &ItemHistory, found: &mut Vec<Duty>) {
    let what = format!("{} sent for sign-off", capitalised(item.kind.say()));
    for version in &item.versions {
        let decided = [version.signed_on, version.returned_on].into_iter().flatten().min();
        let taken_back = version.withdrawn.iter().map(|(sent, back)| (*sent, None, Some(*back)));
        let standing = version.submitted_on.iter().map(|sent| (*sent, decided, None));
        for (sent, met_on, ended_on) in taken_back.chain(standing).filter(|(sent, ..)| ask.period.holds(*sent)) {
            let days = ask.policies.on(sent).clocks.sign_off_decided;
            let duty = ask.in_working_days(Rule::DecisionWaiting, Some(item.id.0), sent, days, &what, "decided");
            found.push(Duty { met_on, ended_on, ..duty });
        }
    }
}

/// A version written after a signed one, and not sent again in time.
fn changed(ask: &Ask<'_>, item: &ItemHistory, found: &mut Vec<Duty>) {
    let mut versions: Vec<_> = item.versions.iter().collect();
    versions.sort_by_key(|version| version.number);
    for pair in versions.windows(2) {
        let [before, after] = pair else { continue };
        let signed_before = versions.iter().any(|v| v.number <= before.number && v.signed_on.is_some());
        if !signed_before || !ask.period.holds(after.written_on) {
            continue;
        }
        let days = ask.policies.on(after.written_on).clocks.change_resubmitted;
        let what = format!("{} changed after it was signed, on", capitalised(item.kind.say()));
        let mut duty =
            ask.in_working_days(Rule::ChangedSinceSigned, Some(item.id.0), after.written_on, days, &what, "sent again");
        duty.met_on = after.submitted_on;
        found.push(duty);
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
