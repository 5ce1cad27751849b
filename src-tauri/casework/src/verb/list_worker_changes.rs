//! Stability: each change of worker in a period, with its reason. For a child a change of worker is a loss.

use std::collections::BTreeMap;

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::in_period::{self, Page};
use crate::names::Names;
use crate::view::RateView;
use caseward_domain::code::Code;
use caseward_domain::id::CaseId;
use caseward_domain::reference::CaseReference;
use caseward_report::Rate;
use caseward_store::WorkerChangeInPeriod;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Stability: each change of worker in a period, with its reason.
#[derive(Deserialize, TS)]
pub struct ListWorkerChanges {
    /// Days as typed or ISO, both included; absent: the last 92 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkerChangesPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Cases open at the end of the period that kept their practitioner all through it, or since the first was named. Not
    /// recorded: no practitioner, then or before.
    pub stable: RateView,
    /// Changes whose reason is recorded: every other is counted as not recorded.
    pub reasoned: RateView,
    /// Cases with two changes of practitioner or more in the period.
    pub cases_more_than_once: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<WorkerChangeRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkerChangeRow {
    pub reference: CaseReference,
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub from_practitioner: Option<String>,
    pub to_practitioner: Option<String>,
    pub from_manager: Option<String>,
    pub to_manager: Option<String>,
    pub reason: Option<Code>,
    pub team: Option<String>,
}

pub fn list_worker_changes(desk: &mut Desk, request: ListWorkerChanges) -> Result<WorkerChangesPage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let asked = in_period::read(session, &request.from, &request.to, request.team.as_deref())?;
    let mut page = Page::new(request.offset, request.limit);
    let (mut reasoned, mut stable) = (Rate::default(), Rate::default());
    let mut moved: BTreeMap<CaseId, u32> = BTreeMap::new();
    session.read().each_worker_change_between(&asked, |change| {
        if !is_change(&change) {
            return;
        }
        reasoned.add(change.reason.is_some().then_some(true));
        if change.practitioner_before.is_some() && change.practitioner_before != change.practitioner {
            *moved.entry(change.case).or_default() += 1;
        }
        page.pass(change);
    })?;
    session.read().each_practitioner_at_end(&asked, |case, practitioner| {
        stable.add(if moved.contains_key(&case) { Some(false) } else { practitioner.map(|_| true) });
    })?;
    let names = Names::of(&session.read())?;
    Ok(WorkerChangesPage {
        from: asked.from,
        to: asked.to,
        stable: stable.into(),
        reasoned: reasoned.into(),
        cases_more_than_once: u32::try_from(moved.values().filter(|times| **times > 1).count()).unwrap_or(u32::MAX),
        total: page.total(),
        offset: request.offset,
        rows: page.into_rows().into_iter().map(|change| row(session, &names, change)).collect::<Result<_, _>>()?,
    })
}

/// The first people of a case take over from nobody: that is no change.
fn is_change(change: &WorkerChangeInPeriod) -> bool {
    let before = (change.practitioner_before, change.manager_before);
    before != (None, None) && before != (change.practitioner, change.manager)
}

fn row(session: &Session, names: &Names, change: WorkerChangeInPeriod) -> Result<WorkerChangeRow, CommandError> {
    let (reference, team) = in_period::case_of(session, names, change.case)?;
    Ok(WorkerChangeRow {
        reference,
        on: change.on,
        from_practitioner: names.maybe_person(change.practitioner_before),
        to_practitioner: names.maybe_person(change.practitioner),
        from_manager: names.maybe_person(change.manager_before),
        to_manager: names.maybe_person(change.manager),
        reason: change.reason,
        team,
    })
}
