//! The sign-off queue: what was sent and not yet decided, by age or by severity.
//!
//! Any manager may decide what they did not write. Whose desk it lies on is the case's manager's, or their deputy's.

use crate::desk::{CASEWORKERS, Desk, Session};
use crate::error::CommandError;
use crate::names::Names;
use crate::view::WaitingRow;
use caseward_domain::flag::Severity;
use caseward_domain::id::PersonId;
use caseward_domain::item::ItemKind;
use caseward_domain::role::Role;
use caseward_store::{WaitingBy, WaitingFilter, WaitingListed, civil};
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
    /// Only what this person may decide: the work of others.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub may_decide: bool,
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
    let whose = Whose::of(session)?;
    let only_may_decide = request.mine || request.may_decide;
    if only_may_decide && !session.may(Role::Manager) {
        return Ok(WaitingPage { total: 0, offset: request.offset, rows: Vec::new() });
    }
    let filter = WaitingFilter {
        kind: request.kind,
        managers: request.mine.then(|| whose.managers()),
        not_by: only_may_decide.then_some(session.person.id),
    };
    let (all, of_others) = records.count_waiting(&filter, session.person.id)?;
    let total = if only_may_decide { of_others } else { all };
    let limit = request.limit.unwrap_or(50).clamp(1, super::list_flags::LONGEST_PAGE);
    let page = records.waiting(&filter, &by(session, request.order), limit, request.offset)?;
    Ok(WaitingPage { total, offset: request.offset, rows: rows(session, &whose, page)? })
}

/// Everything that waits, oldest first.
pub(crate) fn all(session: &Session) -> Result<Vec<WaitingRow>, CommandError> {
    let waiting = session.read().waiting(&WaitingFilter::default(), &WaitingBy::Age, u32::MAX, 0)?;
    rows(session, &Whose::of(session)?, waiting)
}

fn rows(session: &Session, whose: &Whose, waiting: Vec<WaitingListed>) -> Result<Vec<WaitingRow>, CommandError> {
    let names = session.names()?;
    Ok(waiting.into_iter().map(|listed| row(session, &names, whose, listed)).collect())
}

/// The order as the store reads it: with the borders of the groups at each rank of level, 0 where it is missing.
fn by(session: &Session, order: WaitingOrder) -> WaitingBy {
    let (policy, today) = (session.policy(), session.today());
    let levels = std::iter::once(None).chain(policy.levels.iter().map(|rule| Some(&rule.level)));
    match order {
        WaitingOrder::Age => WaitingBy::Age,
        WaitingOrder::Severity => WaitingBy::Severity {
            today,
            critical_to: levels.map(|level| Severity::CriticallyOverdue.due_between(policy, level, today).1).collect(),
            soon_to: Severity::DueSoon.due_between(policy, None, today).1,
        },
    }
}

/// On whose cases the decisions lie with the person who is signed in.
pub(crate) struct Whose {
    person: PersonId,
    /// The managers whose deputy this person is today.
    deputises_for: Vec<PersonId>,
}

impl Whose {
    pub(crate) fn of(session: &Session) -> Result<Self, CommandError> {
        let person = session.person.id;
        Ok(Self { person, deputises_for: session.read().deputises_for(person, session.today())? })
    }

    fn managers(&self) -> Vec<PersonId> {
        [self.person].into_iter().chain(self.deputises_for.iter().copied()).collect()
    }
}

pub(crate) fn row(session: &Session, names: &Names, whose: &Whose, listed: WaitingListed) -> WaitingRow {
    let (policy, today) = (session.policy(), session.today());
    let (submitted_on, due_on) = (civil(listed.submitted_at), listed.due_on);
    let why_not = why_not(session, &listed.authors);
    let mine = why_not.is_none() && listed.manager_id.is_some_and(|manager| whose.managers().contains(&manager));
    WaitingRow {
        version_id: listed.version,
        item_id: listed.item,
        reference: listed.reference,
        kind: listed.kind,
        number: listed.number,
        team: names.team(listed.team_id),
        submitted_on,
        submitted_by: names.person(listed.submitted_by),
        days_waiting: today.signed_duration_since(submitted_on).num_days(),
        due_on,
        severity: due_on.map_or(Severity::NotDueYet, |due| Severity::of(policy, listed.level.as_ref(), due, today)),
        level: listed.level,
        manager: names.maybe_person(listed.manager_id),
        mine,
        deputy_for: names.maybe_person(listed.manager_id.filter(|manager| mine && *manager != session.person.id)),
        late: due_on.is_some_and(|due| due < today),
        may_decide: why_not.is_none(),
        why_not,
    }
}

fn why_not(session: &Session, authors: &[PersonId]) -> Option<String> {
    if !session.may(Role::Manager) {
        return Some("Only a manager decides this.".to_owned());
    }
    authors.contains(&session.person.id).then(|| "You wrote part of it, so another manager decides.".to_owned())
}
