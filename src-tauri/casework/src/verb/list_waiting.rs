//! The sign-off queue: what was sent and not yet decided, oldest first.

use crate::desk::{CASEWORKERS, Desk, Session};
use crate::error::CommandError;
use crate::flags::weigh;
use crate::names::Names;
use crate::view::WaitingRow;
use caseward_domain::duty::Rule;
use caseward_domain::flag::Severity;
use caseward_domain::id::VersionId;
use caseward_domain::item::ItemKind;
use caseward_domain::level::level_in_force;
use caseward_domain::role::Role;
use caseward_store::{Records, civil};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// The sign-off queue: what was sent and not yet decided, by age or by severity.
#[derive(Deserialize, TS)]
pub struct ListWaiting {
    #[serde(default)]
    pub order: WaitingOrder,
    /// Only what is for this person to decide: their own cases, and those of managers whose deputy they are.
    #[serde(default)]
    pub mine: bool,
    #[serde(default)]
    pub kind: Option<ItemKind>,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// In which order the queue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WaitingOrder {
    /// Longest waiting first.
    #[default]
    Age,
    /// Latest group first, then the most serious level, then the longest waiting.
    Severity,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<WaitingRow>,
}

pub fn list_waiting(desk: &mut Desk, request: ListWaiting) -> Result<WaitingPage, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let records = session.read();
    let waiting = records.waiting()?;
    let limit = request.limit.unwrap_or(50).clamp(1, super::list_flags::LONGEST_PAGE);
    let (offset, limit) = (usize::try_from(request.offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(usize::MAX));
    let names = Names::of(&records)?;
    let page = waiting.iter().skip(offset).take(limit);
    let rows = page.filter_map(|id| row(session, &records, &names, *id).transpose()).collect::<Result<_, _>>()?;
    Ok(WaitingPage { total: u32::try_from(waiting.len()).unwrap_or(u32::MAX), offset: request.offset, rows })
}

/// Everything that waits, oldest first.
pub(crate) fn all(session: &Session) -> Result<Vec<WaitingRow>, CommandError> {
    let records = session.read();
    let names = Names::of(&records)?;
    records.waiting()?.into_iter().filter_map(|id| row(session, &records, &names, id).transpose()).collect()
}

/// One version that waits; `None` when it does not.
pub(crate) fn row(
    session: &Session,
    records: &Records<'_>,
    names: &Names,
    id: VersionId,
) -> Result<Option<WaitingRow>, CommandError> {
    let Some(version) = records.version(id)? else { return Ok(None) };
    let (Some(sent), Some(case)) = (version.standing(), records.case_by_id(version.case)?) else { return Ok(None) };
    let today = session.today();
    let weighed = weigh(records, session.rules(), case)?;
    let duty = weighed.duties.iter().rfind(|duty| duty.rule == Rule::DecisionWaiting && duty.subject == Some(version.item.0));
    let due_on = duty.and_then(|duty| duty.due_on);
    let why_not = why_not(session, &version.authors);
    Ok(Some(WaitingRow {
        version_id: version.id,
        item_id: version.item,
        reference: weighed.case.reference.clone(),
        kind: version.kind,
        number: version.number,
        level: level_in_force(&weighed.history.levels, today).map(|found| found.level.clone()),
        team: names.team(weighed.case.team_id),
        submitted_on: civil(sent.at),
        submitted_by: names.person(sent.by),
        days_waiting: today.signed_duration_since(civil(sent.at)).num_days(),
        due_on,
        severity: due_on.map_or(Severity::NotDueYet, |due| Severity::of(session.policy(), None, due, today)),
        manager: names.maybe_person(weighed.case.manager_id),
        mine: false,
        deputy_for: None,
        late: due_on.is_some_and(|due| due < today),
        may_decide: why_not.is_none(),
        why_not,
    }))
}

fn why_not(session: &Session, authors: &[caseward_domain::id::PersonId]) -> Option<String> {
    if !session.may(Role::Manager) {
        return Some("Only a manager decides this.".to_owned());
    }
    authors.contains(&session.person.id).then(|| "You wrote part of it, so another manager decides.".to_owned())
}
