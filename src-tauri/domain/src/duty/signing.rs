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
    if !ask.has_ended {
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
    duty.met_on = first_signed_of(ask, ItemKind::Assessment);
    found.push(duty);
}

/// A plan and a review arrangement are owed from the first signed assessment; where a tracker reports one without a
/// date, from the day the case was brought in.
fn after_assessment(ask: &Ask<'_>, found: &mut Vec<Duty>) {
    let signed = first_signed_of(ask, ItemKind::Assessment);
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
        plan.met_on = first_signed_of(ask, ItemKind::Plan);
        found.push(plan);
    }
    let mut arrangement =
        ask.in_working_days(Rule::ArrangementNotSigned, None, start, days, since, "a review arrangement is signed off");
    arrangement.met_on = first_signed_of(ask, ItemKind::ReviewArrangement);
    found.push(arrangement);
}

/// The day on which the case was brought in, where it came with this report. A report says nothing of a case that was
/// opened here, nor of one that was opened again after it was brought in.
fn reported(ask: &Ask<'_>, is_reported: bool) -> Option<NaiveDate> {
    ask.history.brought_in_on.filter(|day| is_reported && ask.period.opened_on <= *day)
}

fn first_signed_of(ask: &Ask<'_>, kind: ItemKind) -> Option<NaiveDate> {
    first_signed(ask, ask.history.items_of(kind))
}

fn first_signed<'a>(ask: &Ask<'_>, items: impl Iterator<Item = &'a ItemHistory>) -> Option<NaiveDate> {
    let signed = items.flat_map(|item| item.versions.iter().filter_map(|version| version.signed_on));
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

/// A version written after a signed one, and not sent again in time, taken back or returned. Taking it back buys no time:
/// the day by which it was due stands. Returned, it is owed anew. It ends when the next version takes its place.
///
/// An item that was never signed is owed by the rule of its kind. Where another of its kind is signed that rule is met, so
/// what is returned of a second one is owed here.
fn changed(ask: &Ask<'_>, item: &ItemHistory, found: &mut Vec<Duty>) {
    let (kind, another_signed) = (capitalised(item.kind.say()), another_signed(ask, item));
    for version in &item.versions {
        let before = || item.versions.iter().filter(|other| other.number < version.number);
        let is_change = before().filter_map(|other| other.signed_on).any(|signed| signed <= version.written_on);
        let was_returned = before().any(|other| other.returned_on.is_some());
        let replaced = item.versions.iter().filter(|other| other.number > version.number).map(|other| other.written_on).min();
        let owe = |start: NaiveDate, since: &str, owed: &str| {
            let days = ask.policies.on(start).clocks.change_resubmitted;
            let since = format!("{kind} {since}");
            let duty = ask.in_working_days(Rule::ChangedSinceSigned, Some(item.id.0), start, days, &since, owed);
            Duty { ended_on: replaced, ..duty }
        };
        let returned = version.returned_on.and_then(|returned| match another_signed {
            _ if is_change => Some((returned, "changed after it was signed, and returned on")),
            Some(signed) if returned < signed => Some((signed, "returned before another was signed off on")),
            Some(_) => Some((returned, "returned on")),
            None => None,
        });
        if let Some((start, since)) = returned.filter(|(start, _)| ask.period.holds(*start)) {
            found.push(owe(start, since, "sent again"));
        }
        let written = version.written_on;
        let since = match another_signed {
            _ if is_change => "changed after it was signed, on",
            Some(signed) if was_returned && signed <= written => "written again after it was returned, on",
            _ => continue,
        };
        if !ask.period.holds(written) {
            continue;
        }
        let mut taken_back = version.withdrawn.clone();
        taken_back.sort_unstable();
        let unsent = std::iter::once(None).chain(taken_back.iter().map(|(_, back)| Some(*back)));
        let sent = taken_back.iter().map(|(sent, _)| *sent).chain(version.submitted_on).map(Some).chain([None]);
        for (back, met_on) in unsent.zip(sent) {
            let duty = match back {
                None => owe(written, since, "sent again"),
                Some(back) if ask.period.holds(back) => {
                    Duty { start_on: back, ..owe(written, since, &format!("taken back {}; sent again", InWords(back))) }
                }
                Some(_) => continue,
            };
            found.push(Duty { met_on, ..duty });
        }
    }
}

/// The first day in the period on which another item of this kind was signed, where a rule asks for one of the kind and not
/// for each.
fn another_signed(ask: &Ask<'_>, item: &ItemHistory) -> Option<NaiveDate> {
    let one_is_enough = matches!(item.kind, ItemKind::Assessment | ItemKind::Plan | ItemKind::ReviewArrangement);
    let others = ask.history.items_of(item.kind).filter(|other| one_is_enough && other.id != item.id);
    first_signed(ask, others)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
