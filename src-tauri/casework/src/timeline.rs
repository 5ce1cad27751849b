//! A case's history in words: what was written, sent, decided and recorded, by whom and when, newest first.

use caseward_domain::item::ItemKind;
use caseward_domain::sign_off::Outcome;
use caseward_store::{CaseFile, Source, VersionRecord, WorkerChange};
use chrono::{DateTime, NaiveTime, Utc};

use crate::names::Names;
use crate::view::EventView;

pub(crate) fn of_case(file: &CaseFile, workers: &[WorkerChange], names: &Names) -> Vec<EventView> {
    let mut events = vec![opening(file)];
    events.extend(file.versions.iter().flat_map(|version| of_version(version, names)));
    events.extend(file.plan_updates.iter().map(|update| {
        let state = if update.state == "open" { "in progress" } else { &update.state };
        EventView { at: update.at, by: names.person(update.by), says: format!("Progress on an action of the plan: {state}") }
    }));
    // The first says who had the case when it opened; each later one is a change.
    events.extend(workers.iter().filter(|change| !change.reason.is_empty()).map(|change| EventView {
        at: change.from_on.and_time(NaiveTime::MIN).and_utc(),
        by: String::new(),
        says: format!("Worker changed to {}", names.maybe_person(change.practitioner_id).unwrap_or_else(|| "nobody".to_owned())),
    }));
    events.extend(file.episodes.iter().flat_map(|episode| {
        let held = episode.interview_held.map(|held| (held, "Return interview held"));
        let returned = episode.returned.map(|returned| (returned, "Returned from a missing episode"));
        let declined = episode.interview_declined.map(|declined| (declined, "Return interview declined by the child"));
        [Some((episode.missing_from, "Went missing")), returned, held, declined].into_iter().flatten().map(|(moment, says)| EventView {
            at: moment.on.and_time(moment.at.unwrap_or(NaiveTime::MIN)).and_utc(),
            by: String::new(),
            says: says.to_owned(),
        })
    }));
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    events
}

fn opening(file: &CaseFile) -> EventView {
    let says = match (file.case.source, file.case.brought_in_on) {
        (Source::Tracker, Some(day)) => {
            format!("Case opened; brought in from a tracker on {}", caseward_domain::date::say_date(day))
        }
        (Source::Census, Some(day)) => {
            format!("Case opened; brought in from a census on {}", caseward_domain::date::say_date(day))
        }
        _ => "Case opened".to_owned(),
    };
    EventView { at: file.case.opened_on.and_time(NaiveTime::MIN).and_utc(), by: String::new(), says }
}

fn of_version(version: &VersionRecord, names: &Names) -> Vec<EventView> {
    let item = format!("{} version {}", capitalised(version.kind.say()), version.number);
    let event = |at: DateTime<Utc>, by: String, what: &str| EventView { at, by, says: format!("{item} {what}") };
    let mut events =
        vec![event(version.written_at, version.authors.last().map(|id| names.person(*id)).unwrap_or_default(), "written")];
    for sent in &version.submissions {
        events.push(event(sent.at, names.person(sent.by), "sent for sign-off"));
        events.extend(sent.withdrawn_at.map(|at| event(at, names.person(sent.by), "taken back by its author")));
    }
    if let Some(sign_off) = &version.sign_off {
        let what = match (sign_off.decision.outcome, &sign_off.decision.level) {
            (Outcome::SignedOff, Some(level)) if version.kind == ItemKind::Closure => {
                format!("signed off at {}, and the case closed", level.as_str())
            }
            (Outcome::SignedOff, Some(level)) => format!("signed off at {}", level.as_str()),
            (Outcome::SignedOff, None) => "signed off".to_owned(),
            (Outcome::Returned, _) => format!("returned: {}", sign_off.decision.reason.as_str()),
        };
        events.push(event(sign_off.at, names.person(sign_off.by), &what));
    }
    events
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
