//! The rules of the family *sign-off*: an assessment, a plan and a review arrangement signed; what waits, decided;
//! what was changed, sent again.
//!
//! A sign-off that a tracker reported is not one of ours, but no duty is owed for work that ended before the import.

use chrono::NaiveDate;

use super::{Ask, Duty, Rule};
use crate::date::InWords;
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
    if reported(ask, ask.history.reported.assessment_signed_off).is_some() {
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
    let signed = first_signed(ask, ItemKind::Assessment);
    let Some(start) = [reported(ask, ask.history.reported.assessment_signed_off), signed]
        .into_iter()
        .flatten()
        .min()
        .filter(|day| ask.period.holds(*day))
    else {
        return;
    };
    let since = if signed == Some(start) {
        "Assessment signed off"
    } else {
        "Assessment reported as signed off when the case was brought in on"
    };
    let days = ask.policies.on(start).clocks.plan_in_place;
    if reported(ask, ask.history.reported.plan_signed_off).is_none() {
        let mut plan = ask.in_working_days(Rule::PlanNotSigned, None, start, days, since, "a plan is signed off");
        plan.met_on = first_signed(ask, ItemKind::Plan);
        found.push(plan);
    }
    let mut arrangement =
        ask.in_working_days(Rule::ArrangementNotSigned, None, start, days, since, "a review arrangement is signed off");
    arrangement.met_on = first_signed(ask, ItemKind::ReviewArrangement);
    found.push(arrangement);
}

/// The day on which the case was brought in, where it came with this report. A report says nothing of a case that was
/// opened here, nor of one that was opened again after it was brought in.
fn reported(ask: &Ask<'_>, is_reported: bool) -> Option<NaiveDate> {
    ask.history.brought_in_on.filter(|day| is_reported && ask.period.opened_on <= *day)
}

fn first_signed(ask: &Ask<'_>, kind: ItemKind) -> Option<NaiveDate> {
    let signed = ask.history.items_of(kind).flat_map(|item| item.versions.iter().filter_map(|version| version.signed_on));
    signed.filter(|day| *day >= ask.period.opened_on && ask.period.closed_on.is_none_or(|closed| *day <= closed)).min()
}

fn waiting(ask: &Ask<'_>, item: &ItemHistory, found: &mut Vec<Duty>) {
    let what = format!("{} sent for sign-off", capitalised(item.kind.say()));
    let again = format!("{} still waiting when the case opened again", capitalised(item.kind.say()));
    for version in &item.versions {
        let decided = [version.signed_on, version.returned_on].into_iter().flatten().min();
        let taken_back = version.withdrawn.iter().map(|(sent, back)| (*sent, None, Some(*back)));
        let standing = version.submitted_on.iter().map(|sent| (*sent, decided, None));
        for (sent, met_on, ended_on) in taken_back.chain(standing) {
            let over = [met_on, ended_on].into_iter().flatten().min();
            // What still waits when a case is opened again is owed anew from that day.
            let waits_again = sent < ask.period.opened_on && over.is_none_or(|over| over >= ask.period.opened_on);
            if !waits_again && !ask.period.holds(sent) {
                continue;
            }
            let (start, what) = if waits_again { (ask.period.opened_on, &again) } else { (sent, &what) };
            let days = ask.policies.on(start).clocks.sign_off_decided;
            let duty = ask.in_working_days(Rule::DecisionWaiting, Some(item.id.0), start, days, what, "decided");
            found.push(Duty { met_on, ended_on, ..duty });
        }
    }
}

/// A version written after a signed one, and not sent again in time, or taken back. Taking it back buys no time: the day
/// by which it was due stands. It ends when the next version takes its place.
fn changed(ask: &Ask<'_>, item: &ItemHistory, found: &mut Vec<Duty>) {
    let what = format!("{} changed after it was signed, on", capitalised(item.kind.say()));
    for version in item.versions.iter().filter(|version| ask.period.holds(version.written_on)) {
        let before = item.versions.iter().filter(|other| other.number < version.number);
        if !before.filter_map(|other| other.signed_on).any(|signed| signed <= version.written_on) {
            continue;
        }
        let replaced = item.versions.iter().filter(|other| other.number > version.number).map(|other| other.written_on).min();
        let days = ask.policies.on(version.written_on).clocks.change_resubmitted;
        let owe =
            |owed: &str| ask.in_working_days(Rule::ChangedSinceSigned, Some(item.id.0), version.written_on, days, &what, owed);
        let mut taken_back = version.withdrawn.clone();
        taken_back.sort_unstable();
        let unsent = std::iter::once(None).chain(taken_back.iter().map(|(_, back)| Some(*back)));
        let sent = taken_back.iter().map(|(sent, _)| *sent).chain(version.submitted_on).map(Some).chain([None]);
        for (back, met_on) in unsent.zip(sent) {
            let duty = match back {
                None => owe("sent again"),
                Some(back) if ask.period.holds(back) => {
                    Duty { start_on: back, ..owe(&format!("taken back {}; sent again", InWords(back))) }
                }
                Some(_) => continue,
            };
            found.push(Duty { met_on, ended_on: replaced, ..duty });
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
