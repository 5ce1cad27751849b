//! A case's history in words: what was written, sent, decided and recorded, by whom and when, newest first.

mod lateness;
mod workers;

use caseward_domain::date::say_date;
use caseward_domain::history::Moment;
use caseward_domain::id::PersonId;
use caseward_domain::item::ItemKind;
use caseward_domain::sign_off::Outcome;
use caseward_store::{
    CaseFile, Records, Rules, SignOffRecord, Source, StoreError, VersionRecord, WorkerChange, civil_time, moment_text,
};
use chrono::{DateTime, NaiveDate, Utc};

use crate::flags::Weighed;
use crate::names::Names;
use crate::view::EventView;

/// `workers` are newest first.
pub(crate) fn of_case(
    records: &Records<'_>,
    file: &CaseFile,
    workers: &[WorkerChange],
    weighed: &Weighed,
    rules: &Rules,
    names: &Names,
) -> Result<Vec<EventView>, StoreError> {
    let closed = |closure: &VersionRecord| crate::leaving::closed(closure, weighed, rules);
    let mut events = vec![opening(file)];
    events.extend(file.earlier.iter().zip(reopenings(file)).map(|(span, reopened_on)| Told {
        at: at(span.reopened_at),
        by: names.person(span.reopened_by),
        says: format!("Case opened again from {}: {}", say_date(reopened_on), span.reason.as_str()),
    }));
    events.extend(file.review_dates.iter().map(|date| Told {
        at: at(date.at),
        by: names.person(date.by),
        says: format!("Next review set by hand for {}: {}", say_date(date.next_review_on), date.reason.as_str()),
    }));
    events.extend(file.versions.iter().flat_map(|version| of_version(version, &closed, names)));
    events.extend(file.plan_updates.iter().map(|update| {
        let state = if update.state == "open" { "in progress" } else { &update.state };
        Told { at: at(update.at), by: names.person(update.by), says: format!("Progress on an action of the plan: {state}") }
    }));
    events.extend(workers::told(records, workers, names)?);
    events.extend(lateness::told(records, weighed, names)?);
    events.extend(file.episodes.iter().flat_map(|episode| {
        let held = episode.interview_held.map(|held| (held, "Return interview held"));
        let returned = episode.returned.map(|returned| (returned, "Returned from a missing episode"));
        let declined = episode.interview_declined.map(|declined| (declined, "Return interview declined by the child"));
        [Some((episode.missing_from, "Went missing")), returned, held, declined]
            .into_iter()
            .flatten()
            .map(|(moment, says)| Told { at: moment, by: String::new(), says: says.to_owned() })
    }));
    events.extend(records.decided_at_meetings(file.case.id)?.iter().map(|meeting| Told {
        at: at(meeting.decision.at),
        by: names.person(meeting.decision.by),
        says: format!(
            "{} of {} decided{}: {}",
            meeting.name,
            say_date(meeting.held_on),
            if meeting.is_replaced { ", which was changed later" } else { "" },
            meeting.decision.decision.as_str()
        ),
    }));
    events.sort_by_key(|told| std::cmp::Reverse((told.at.on, told.at.at)));
    Ok(events.into_iter().map(|told| EventView { at: moment_text(told.at), by: told.by, says: told.says }).collect())
}

/// One thing that happened, by England's clock.
struct Told {
    at: Moment,
    by: String,
    says: String,
}

fn at(instant: DateTime<Utc>) -> Moment {
    let civil = civil_time(instant);
    Moment { on: civil.date(), at: Some(civil.time()) }
}

fn on(day: NaiveDate) -> Moment {
    Moment { on: day, at: None }
}

/// The first days of the spans that follow the earlier ones.
pub(crate) fn reopenings(file: &CaseFile) -> impl Iterator<Item = NaiveDate> {
    file.earlier.iter().skip(1).map(|span| span.opened_on).chain([file.case.opened_on])
}

fn opening(file: &CaseFile) -> Told {
    let says = match (file.case.source, file.case.brought_in_on) {
        (Source::Tracker, Some(day)) => {
            format!("Case opened; brought in from a tracker on {}", say_date(day))
        }
        (Source::Census, Some(day)) => {
            format!("Case opened; brought in from a census on {}", say_date(day))
        }
        _ => "Case opened".to_owned(),
    };
    Told { at: on(file.first_opened_on()), by: String::new(), says }
}

fn of_version(version: &VersionRecord, closed: &impl Fn(&VersionRecord) -> String, names: &Names) -> Vec<Told> {
    let item = format!("{} version {}", capitalised(version.kind.say()), version.number);
    let event = |instant: DateTime<Utc>, by: String, what: &str| Told { at: at(instant), by, says: format!("{item} {what}") };
    // The one who wrote last stands last; of a draft that was written over, the first to write is who began it.
    let author = |id: Option<&PersonId>| id.map(|id| names.person(*id)).unwrap_or_default();
    let mut events = match version.changed_at {
        None => vec![event(version.written_at, author(version.authors.last()), "written")],
        Some(changed_at) => {
            vec![event(version.written_at, String::new(), "begun"), event(changed_at, author(version.authors.last()), "written")]
        }
    };
    for sent in &version.submissions {
        events.push(event(sent.at, names.person(sent.by), "sent for sign-off"));
        events.extend(sent.withdrawn_at.map(|at| event(at, names.person(sent.withdrawn_by.unwrap_or(sent.by)), "taken back")));
    }
    if let Some(sign_off) = &version.sign_off {
        events.push(event(sign_off.at, names.person(sign_off.by), &decided(&closed(version), version.kind, sign_off, names)));
    }
    events
}

/// `signed off at high instead of medium, for Maria Osei: …`
fn decided(closed: &str, kind: ItemKind, sign_off: &SignOffRecord, names: &Names) -> String {
    let decision = &sign_off.decision;
    let met = sign_off.level_before.as_ref().filter(|met| decision.level.as_ref().is_some_and(|level| level != *met));
    let mut says = match (decision.outcome, &decision.level) {
        (Outcome::SignedOff, Some(level)) => format!("signed off at {}", level.as_str()),
        (Outcome::SignedOff, None) => "signed off".to_owned(),
        (Outcome::Returned, _) => "returned".to_owned(),
    };
    says.extend(met.map(|met| format!(" instead of {}", met.as_str())));
    says.extend(sign_off.deputy_for.map(|manager| format!(", for {}", names.person(manager))));
    if decision.outcome == Outcome::SignedOff && kind == ItemKind::Closure {
        says.push_str(closed);
    }
    if !decision.reason.is_empty() {
        says.push_str(&format!(": {}", decision.reason.as_str()));
    }
    says
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
