//! Items as views, and the checks that every verb on an item shares.

use caseward_domain::content::Content;
use caseward_domain::id::{ItemId, PersonId};
use caseward_domain::item::{Version, VersionState};
use caseward_domain::level::RiskLevel;
use caseward_store::{CaseFile, CaseRecord, Records, SignOffRecord, VersionRecord, civil};

use crate::error::CommandError;
use crate::names::Names;
use crate::view::{ChangedView, DecisionView, ItemStanding, ItemView, VersionView};

/// The items of a case, as a person is shown them: by kind, newest first.
pub(crate) fn item_views(file: &CaseFile, person: PersonId, names: &Names) -> Vec<ItemView> {
    let items = file.by_item().into_values();
    let mut views: Vec<ItemView> = items.filter_map(|versions| item_view(&versions, person, names)).collect();
    views.reverse();
    views.sort_by_key(|item| item.kind);
    views
}

fn item_view(versions: &[&VersionRecord], person: PersonId, names: &Names) -> Option<ItemView> {
    let latest = versions.last()?;
    let signed_before = versions.iter().rev().skip(1).any(|version| version.is_signed());
    let state = latest.version().state;
    let is_submitted = matches!(state, VersionState::Submitted { .. });
    let standing = match state {
        VersionState::SignedOff(_) => ItemStanding::SignedOff,
        _ if signed_before => ItemStanding::ChangedSinceSigned,
        VersionState::Submitted { .. } => ItemStanding::Submitted,
        VersionState::Returned(_) => ItemStanding::Returned,
        VersionState::Recorded => ItemStanding::Recorded,
    };
    let changed = (standing == ItemStanding::ChangedSinceSigned).then(|| ChangedView {
        on: civil(latest.changed_at.unwrap_or(latest.written_at)),
        by: latest.authors.last().map(|id| names.person(*id)).unwrap_or_default(),
    });
    Some(ItemView {
        item_id: latest.item,
        kind: latest.kind,
        standing,
        changed,
        may_take_back: is_submitted && may_take_back(latest, person),
        versions: versions.iter().rev().map(|version| version_view(version, names)).collect(),
    })
}

/// Whoever wrote or sent a version may take it back before it is decided.
pub(crate) fn may_take_back(version: &VersionRecord, person: PersonId) -> bool {
    version.authors.contains(&person) || version.standing().is_some_and(|sent| sent.by == person)
}

pub(crate) fn version_view(version: &VersionRecord, names: &Names) -> VersionView {
    VersionView {
        version_id: version.id,
        number: version.number,
        hash: version.hash.clone(),
        authors: names.all(&version.authors),
        written_at: version.written_at,
        submitted_at: version.standing().map(|sent| sent.at),
        content: version.content.clone(),
        decision: version.sign_off.as_ref().map(|sign_off| decision_view(sign_off, names)),
    }
}

fn decision_view(sign_off: &SignOffRecord, names: &Names) -> DecisionView {
    DecisionView {
        outcome: sign_off.decision.outcome,
        level: sign_off.decision.level.clone(),
        plan_progressing: sign_off.decision.plan_progressing,
        reason: sign_off.decision.reason.as_str().to_owned(),
        by: names.person(sign_off.by),
        deputy_for: names.maybe_person(sign_off.deputy_for),
        level_before: sign_off.level_before.clone(),
        at: sign_off.at,
    }
}

/// The level that a version itself states: the practitioner's.
pub(crate) fn stated_level(content: &Content) -> Option<&RiskLevel> {
    match content {
        Content::Assessment(assessment) => Some(&assessment.level),
        Content::Review(review) => Some(&review.level),
        Content::Closure(closure) => closure.level.as_ref(),
        Content::Plan(_) | Content::ReviewArrangement(_) => None,
    }
}

/// The latest version of an item, with its case, which must be open.
pub(crate) fn latest_of_open(records: &Records<'_>, item: ItemId) -> Result<(CaseRecord, VersionRecord), CommandError> {
    let latest = records.versions_of_item(item)?.pop();
    let latest =
        latest.ok_or_else(|| CommandError::not_found("There is no such item. Open the case again to see what there is."))?;
    let case = records.case_by_id(latest.case)?.ok_or_else(|| CommandError::not_found("There is no such case."))?;
    refuse_closed(&case)?;
    Ok((case, latest))
}

pub(crate) fn refuse_closed(case: &CaseRecord) -> Result<(), CommandError> {
    match case.closed_on {
        Some(closed) => Err(CommandError::refused(format!(
            "This case closed on {}, so it cannot be changed. Open it again if work on it goes on.",
            caseward_domain::date::say_date(closed)
        ))),
        None => Ok(()),
    }
}

/// What the audit event says of a version: ids, kind and number.
pub(crate) fn about(version: &Version) -> serde_json::Value {
    serde_json::json!({
        "item": version.item, "version": version.id, "kind": version.kind, "number": version.number, "hash": version.hash,
    })
}
