//! Keeps an assessment, plan, review arrangement, review or closure: a new item, or a change to one.

use crate::content::Within;
use crate::desk::{At, CASEWORKERS, Desk, Session, new_id, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::items::{about, refuse_closed};
use caseward_domain::content::Content;
use caseward_domain::id::{ItemId, PlanActionId, VersionId};
use caseward_domain::item::VersionHash;
use caseward_domain::item::{ItemKind, VersionState};
use caseward_domain::reference::CaseReference;
use caseward_store::{CaseRecord, Records, VersionRecord};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Keeps an assessment, plan, review arrangement, review or closure: a new item, or a change to one.
#[derive(Deserialize, TS)]
pub struct RecordItem {
    pub reference: String,
    /// Absent: a new item.
    #[serde(default)]
    pub item_id: Option<ItemId>,
    /// The hash of the version that was on the page, when an item is changed.
    #[serde(default)]
    pub based_on: Option<VersionHash>,
    pub content: ContentForm,
}

/// The content of an item as a form sends it: dates as typed, codes as text, empty text for what is not recorded.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContentForm {
    Assessment(AssessmentForm),
    Plan(PlanForm),
    ReviewArrangement(ReviewArrangementForm),
    Review(ReviewForm),
    Closure(ClosureForm),
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct AssessmentForm {
    pub started_on: String,
    pub completed_on: String,
    pub tool: String,
    pub tool_version: String,
    /// A whole number, or empty.
    pub score: String,
    pub indicators: Vec<String>,
    pub level: String,
    pub evidence_of_harm: String,
    /// `no`, `yes` or `alone`.
    pub child_seen: String,
    pub summary: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanForm {
    pub goals: Vec<String>,
    pub actions: Vec<PlanActionForm>,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanActionForm {
    /// Absent for a new action; an action that stays keeps its id.
    pub id: Option<PlanActionId>,
    pub what: String,
    pub owner_role: String,
    pub agency: String,
    pub due_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewArrangementForm {
    pub next_review_on: String,
    pub chair_role: String,
    pub agencies: Vec<String>,
    pub bring_forward_if: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewForm {
    pub held_on: String,
    pub agencies: Vec<String>,
    pub participation: String,
    pub level: String,
    /// `yes`, `partly` or `no`.
    pub plan_progressing: String,
    pub changed_by_views: String,
    pub next_review_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ClosureForm {
    pub closing_on: String,
    pub reason: String,
    pub where_now: String,
    pub level: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ItemRecorded {
    pub reference: CaseReference,
    pub item_id: ItemId,
    pub version_id: VersionId,
    pub hash: VersionHash,
}

pub fn record_item(desk: &mut Desk, request: RecordItem) -> Result<ItemRecorded, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = super::view_case::find(session, &request.reference)?;
    refuse_closed(&case)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let within = within(session, &case, request.item_id)?;
    let content = crate::content::parse(&mut form, &request.content, within, session.now())?;
    if let Some(Content::Closure(closure)) = &content {
        let reviews = session.read().case_file(case.clone())?.history().reviews;
        if let Some(last) = reviews.iter().map(|review| review.on).max() {
            form.not_before("content.closing_on", closure.closing_on, Some((last, "the last review,")));
        }
    }
    form.finish()?;
    let Some(content) = content else { return Err(CommandError::refused("This could not be read. Check what was entered.")) };
    let (item, version) = (ItemId(new_id(session.now())?), VersionId(new_id(session.now())?));
    session.transact("record_item", |records, rules, at| {
        let kind = content.kind();
        let mut version = VersionRecord {
            id: version,
            item: request.item_id.unwrap_or(item),
            case: case.id,
            kind,
            number: 1,
            hash: VersionHash::of(request.item_id.unwrap_or(item), 1, &content),
            content,
            authors: vec![at.by],
            written_at: at.now,
            changed_at: None,
            submissions: Vec::new(),
            sign_off: None,
        };
        match request.item_id {
            Some(_) => follow(records, &case, &mut version, request.based_on.as_ref(), at)?,
            None => {
                refuse_second(records, &case, kind)?;
                records.insert_item(item, case.id, kind)?;
                records.insert_version(&version)?;
            }
        }
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(recorded(&case, &version), case.id, about(&version.version())))
    })
}

/// The days on which something of the item can lie: those of the present span, or of the earlier span in which an item that
/// is changed has its day.
pub(crate) fn within(session: &Session, case: &CaseRecord, item: Option<ItemId>) -> Result<Within, CommandError> {
    let earlier = session.read().earlier_periods(case.id)?;
    if earlier.is_empty() {
        return Ok(Within { opened: (case.opened_on, "the case opened"), closed_on: None });
    }
    let versions = item.map(|item| session.read().versions_of_item(item)).transpose()?.unwrap_or_default();
    let day = versions.last().and_then(|latest| match &latest.content {
        Content::Assessment(assessment) => Some(assessment.completed_on),
        Content::Review(review) => Some(review.held_on),
        Content::Plan(_) | Content::ReviewArrangement(_) | Content::Closure(_) => None,
    });
    let place = earlier.iter().rposition(|span| day.is_some_and(|day| day < case.opened_on && span.opened_on <= day));
    let Some(span) = place.and_then(|place| earlier.get(place)) else {
        return Ok(Within { opened: (case.opened_on, "the case was opened again"), closed_on: None });
    };
    // A case that was opened again on the day on which it closed: that day belongs to the span that it begins.
    let next = place.and_then(|place| earlier.get(place + 1)).map_or(case.opened_on, |next| next.opened_on);
    let eve = next.pred_opt().unwrap_or(next);
    Ok(Within { opened: (span.opened_on, "the case opened"), closed_on: Some(span.closed_on.min(eve)) })
}

/// Writes over the latest version if it was never sent; otherwise begins the next one, and leaves what was sent as it is.
fn follow(
    records: &Records<'_>,
    case: &CaseRecord,
    version: &mut VersionRecord,
    based_on: Option<&VersionHash>,
    at: &At,
) -> Result<(), CommandError> {
    let mut versions = records.versions_of_item(version.item)?;
    if version.kind == ItemKind::Closure && versions.iter().any(VersionRecord::is_signed) {
        return Err(CommandError::refused(
            "This closure ended an earlier span of the case, and stands as it was signed. Write a new closure.",
        ));
    }
    let latest = versions.pop().filter(|latest| latest.case == case.id && latest.kind == version.kind);
    let latest = latest.ok_or_else(|| CommandError::not_found("There is no such item on this case. Open the case again."))?;
    if based_on != Some(&latest.hash) {
        return Err(CommandError::changed(
            "This item changed after you opened it. Open it again: what you typed is kept as a draft.",
        ));
    }
    if matches!(latest.version().state, VersionState::Submitted { .. }) {
        return Err(CommandError::refused("This is waiting for a manager’s decision. Take it back first, then change it."));
    }
    // Whoever wrote what is still in it wrote part of the new version too.
    version.authors = latest.authors.clone();
    version.authors.retain(|author| *author != at.by);
    version.authors.push(at.by);
    if latest.submissions.is_empty() && latest.sign_off.is_none() {
        (version.id, version.number, version.written_at) = (latest.id, latest.number, latest.written_at);
        version.changed_at = Some(at.now);
        version.hash = VersionHash::of(version.item, version.number, &version.content);
        if !records.rewrite_version(version)? {
            return Err(CommandError::changed("This item was sent for sign-off meanwhile. Open it again."));
        }
    } else {
        version.number = latest.number + 1;
        version.hash = VersionHash::of(version.item, version.number, &version.content);
        records.insert_version(version)?;
    }
    Ok(())
}

/// A case has one closure at a time: changing it is a new version of it. One that was signed ended an earlier span.
fn refuse_second(records: &Records<'_>, case: &CaseRecord, kind: ItemKind) -> Result<(), CommandError> {
    if kind != ItemKind::Closure {
        return Ok(());
    }
    let versions = records.versions_of_case(case.id)?;
    let has_ended = |item: ItemId| versions.iter().any(|version| version.item == item && version.is_signed());
    let exists = versions.iter().any(|version| version.kind == ItemKind::Closure && !has_ended(version.item));
    if exists { Err(CommandError::refused("This case has a closure already. Change that one.")) } else { Ok(()) }
}

pub(crate) fn recorded(case: &CaseRecord, version: &VersionRecord) -> ItemRecorded {
    ItemRecorded { reference: case.reference.clone(), item_id: version.item, version_id: version.id, hash: version.hash.clone() }
}
