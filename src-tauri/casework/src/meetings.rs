//! A meeting as it is shown: its cases in order, each with what a panel needs to decide on it.

use caseward_domain::content::Content;
use caseward_store::{CaseFile, DecidedAtMeeting, Meeting, MeetingCase, Records, StoreError};
use uuid::Uuid;

use crate::desk::Session;
use crate::error::CommandError;
use crate::flags::{Weighed, weigh_file, worst_first};
use crate::names::Names;
use crate::view::{EarlierDecisionView, MeetingCaseView, MeetingReviewView, MeetingView};

pub(crate) fn find(records: &Records<'_>, id: Uuid) -> Result<Meeting, CommandError> {
    let no_such = || CommandError::not_found("There is no such meeting. Open the list of meetings again.");
    records.meeting(id)?.ok_or_else(no_such)
}

pub(crate) fn meeting_view(session: &Session, id: Uuid) -> Result<MeetingView, CommandError> {
    let records = session.read();
    let (meeting, names) = (find(&records, id)?, session.names()?);
    let mut cases = Vec::new();
    for (place, case) in records.meeting_cases(id)?.iter().enumerate() {
        let position = u32::try_from(place + 1).unwrap_or(u32::MAX);
        cases.push(case_view(session, &meeting, position, case, &names)?);
    }
    Ok(MeetingView { id, name: meeting.name, held_on: meeting.held_on, version: meeting.version, cases })
}

fn case_view(
    session: &Session,
    meeting: &Meeting,
    position: u32,
    case: &MeetingCase,
    names: &Names,
) -> Result<MeetingCaseView, StoreError> {
    let (records, rules, today) = (session.read(), session.rules(), session.today());
    let file = records.case_file(records.case_by_id(case.case)?.ok_or(StoreError::Unreadable)?)?;
    let weighed = weigh_file(&file, rules);
    let mut flags = weighed.flags_on(today, rules, names);
    worst_first(&mut flags, rules, today);
    let is_earlier =
        |other: &&DecidedAtMeeting| !other.is_replaced && other.meeting != meeting.id && other.held_on <= meeting.held_on;
    let before = records.decided_at_meetings(case.case)?;
    let decision = case.decision.as_ref();
    Ok(MeetingCaseView {
        position,
        reference: weighed.case.reference.clone(),
        level: crate::verb::view_case::level(&weighed, today),
        team: names.team(weighed.case.team_id),
        practitioner: names.maybe_person(weighed.case.practitioner_id),
        opened_on: weighed.case.opened_on,
        closed_on: weighed.case.closed_on,
        flags,
        last_review: last_review(&file, &weighed),
        next_review_on: file.next_dates().first().map(|(date, _)| date.next_review_on),
        before: before.iter().filter(is_earlier).map(earlier_view).collect(),
        decision: decision.map(|found| found.decision.as_str().to_owned()).unwrap_or_default(),
        decided_by: decision.map(|found| names.person(found.by)),
        version: case.version,
    })
}

fn earlier_view(earlier: &DecidedAtMeeting) -> EarlierDecisionView {
    EarlierDecisionView {
        on: earlier.held_on,
        meeting: earlier.name.clone(),
        decision: earlier.decision.decision.as_str().to_owned(),
    }
}

fn last_review(file: &CaseFile, weighed: &Weighed) -> Option<MeetingReviewView> {
    let last = weighed.history.reviews.iter().max_by_key(|review| (review.on, review.item))?;
    let written =
        file.that_count().into_iter().find(|version| Some(version.item) == last.item).and_then(|version| {
            match &version.content {
                Content::Review(review) => Some(review),
                _ => None,
            }
        });
    Some(MeetingReviewView {
        on: last.on,
        level: written.map(|review| review.level.clone()),
        participation: last.participation.as_ref().map(ToString::to_string),
        reported: last.item.is_none(),
        signed_off: last.signed_on.is_some(),
        changed_by_views: written.map(|review| review.changed_by_views.as_str().to_owned()).unwrap_or_default(),
    })
}
