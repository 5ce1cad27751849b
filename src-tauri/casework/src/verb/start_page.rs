//! What waits for the person who is signed in.

use super::read_draft::DraftView;
use crate::desk::{CASEWORKERS, Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::view::{FilterView, SeverityCounts};
use caseward_domain::action_plan::is_late;
use caseward_domain::id::ItemId;
use caseward_domain::item::ItemKind;
use caseward_domain::reference::CaseReference;
use caseward_domain::role::Role;
use caseward_store::{CaseFilter, OwedFilter, SettledFilter, WaitingFilter};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// What waits for the person who is signed in.
#[derive(Deserialize, TS)]
pub struct StartPage {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct StartPageView {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    /// Duties on the cases of the person who is signed in.
    pub mine: SeverityCounts,
    /// Duties on the cases of their team; `None` where they have no team.
    pub my_team: Option<SeverityCounts>,
    pub team: Option<String>,
    pub all: SeverityCounts,
    pub open_cases: u32,
    /// Open cases with at least one flag of the family *no review*.
    pub cases_without_review: u32,
    /// Waiting for a decision that this person may take.
    pub to_decide: u32,
    pub waiting: u32,
    /// Managers for whom this person decides today, as their deputy.
    pub deputy_for: Vec<String>,
    /// Who decides today for this person, while they are away.
    pub deputy: Option<String>,
    /// Settled late on this person's cases in the last 28 days, with no cause given yet.
    pub without_cause: u32,
    pub filters: Vec<FilterView>,
    /// Returned to this person as an author, newest first.
    pub returned: Vec<ReturnedView>,
    /// Unfinished forms of this person, newest first.
    pub drafts: Vec<DraftView>,
    pub actions_late: u32,
    pub actions: u32,
    /// Recipients with whom sharing is overdue, of all that there are now.
    pub sharing_overdue: u32,
    pub recipients: u32,
    /// The last day to which bank holidays are known, where it is six months away or less.
    #[ts(type = "string | null")]
    pub bank_holidays_end: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedView {
    pub reference: CaseReference,
    pub item_id: ItemId,
    pub kind: ItemKind,
    pub reason: String,
    pub by: String,
    #[ts(type = "string")]
    pub on: NaiveDate,
}

pub fn start_page(desk: &mut Desk, _request: StartPage) -> Result<StartPageView, CommandError> {
    let session = desk.signed_in()?;
    let today = session.today();
    let mut view = StartPageView {
        as_at: today,
        mine: SeverityCounts::default(),
        my_team: None,
        team: None,
        all: SeverityCounts::default(),
        open_cases: 0,
        cases_without_review: 0,
        to_decide: 0,
        waiting: 0,
        deputy_for: Vec::new(),
        deputy: None,
        without_cause: 0,
        filters: Vec::new(),
        returned: Vec::new(),
        drafts: drafts(session)?,
        actions_late: 0,
        actions: 0,
        sharing_overdue: 0,
        recipients: 0,
        bank_holidays_end: super::view_policy::bank_holidays_end_soon(session),
    };
    (view.recipients, view.sharing_overdue) = super::list_sharing::counts(session)?;
    let works_cases = CASEWORKERS.iter().any(|role| session.may(*role));
    if READERS_OF_LISTS.iter().any(|role| session.may(*role)) {
        view.all = super::list_flags::counts(session, &OwedFilter::default(), None)?;
        view.open_cases = session.read().count_listed(&CaseFilter { open: Some(true), ..CaseFilter::default() })?;
        view.cases_without_review = session.read().count_cases_without_review(today)?;
        view.filters = super::list_filters::filters(session)?;
    }
    if works_cases {
        let mine = OwedFilter { mine: Some(session.person.id), ..OwedFilter::default() };
        view.mine = super::list_flags::counts(session, &mine, None)?;
        if let Some(team_id) = session.person.team_id {
            let of_team = OwedFilter { team_id: Some(team_id), ..OwedFilter::default() };
            view.my_team = Some(super::list_flags::counts(session, &of_team, None)?);
            view.team = session.names()?.team(Some(team_id));
        }
        let (waiting, of_others) = session.read().count_waiting(&WaitingFilter::default(), session.person.id)?;
        view.waiting = waiting;
        if session.may(Role::Manager) {
            view.to_decide = of_others;
            (view.deputy_for, view.deputy) = deputies(session)?;
        }
        let settled = SettledFilter {
            from: super::list_settled::first_of_28_days(today),
            to: today,
            team_id: None,
            mine: Some(session.person.id),
            without_cause: true,
        };
        view.without_cause = session.read().count_settled_late(&settled)?.without_cause;
        view.returned = returned(session)?;
    }
    for action in super::view_action_plan::current(session, today)? {
        view.actions += 1;
        view.actions_late += u32::from(is_late(action.due_on, action.state, today));
    }
    Ok(view)
}

/// For whom this person decides today, and who decides for them.
fn deputies(session: &Session) -> Result<(Vec<String>, Option<String>), CommandError> {
    let (records, person, today) = (session.read(), session.person.id, session.today());
    let names = session.names()?;
    let mut managers = names.all(&records.deputises_for(person, today)?);
    managers.sort();
    Ok((managers, super::list_deputies::deputy_on(&records, person, today)?.map(|deputy| deputy.name)))
}

fn drafts(session: &Session) -> Result<Vec<DraftView>, CommandError> {
    let drafts = session.read().drafts(session.person.id)?;
    // The list names them; the words stay where they are until the form is opened.
    Ok(drafts
        .into_iter()
        .map(|d| DraftView { key: d.key, title: d.title, body: String::new(), saved_at: Some(d.saved_at) })
        .collect())
}

fn returned(session: &Session) -> Result<Vec<ReturnedView>, CommandError> {
    let records = session.read();
    let names = session.names()?;
    let mut views = Vec::new();
    for id in records.returned_to(session.person.id)? {
        let Some(version) = records.version(id)? else { continue };
        let case = records.case_by_id(version.case)?.filter(|case| case.closed_on.is_none());
        let (Some(case), Some(sign_off)) = (case, &version.sign_off) else { continue };
        views.push(ReturnedView {
            reference: case.reference,
            item_id: version.item,
            kind: version.kind,
            reason: sign_off.decision.reason.as_str().to_owned(),
            by: names.person(sign_off.by),
            on: caseward_store::civil(sign_off.at),
        });
    }
    Ok(views)
}
