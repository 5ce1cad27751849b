//! Cases by search, filters and order, a page at a time.

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::view::{CasePage, CaseRow};
use caseward_domain::flag::Severity;
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use caseward_store::{CaseFilter, CaseListed, CaseOrder};
use serde::Deserialize;
use ts_rs::TS;

/// Cases by search, filters and order, a page at a time.
#[derive(Deserialize, TS)]
pub struct ListCases {
    /// Part of a reference, as typed.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub status: CaseStatus,
    #[serde(default)]
    pub level: Option<RiskLevel>,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub mine: bool,
    #[serde(default)]
    pub sort: CaseSort,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    #[default]
    Open,
    Closed,
    All,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseSort {
    /// Newest first.
    #[default]
    OpenedOn,
    Reference,
    /// Longest ago first, never first of all.
    LastReview,
    /// Soonest first, no date first of all.
    NextReview,
    /// Most serious first.
    Level,
}

pub fn list_cases(desk: &mut Desk, request: ListCases) -> Result<CasePage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let filter = CaseFilter {
        search: searched(&request.search),
        open: match request.status {
            CaseStatus::Open => Some(true),
            CaseStatus::Closed => Some(false),
            CaseStatus::All => None,
        },
        level: request.level,
        team_id: super::list_flags::team_id(session, request.team.as_deref())?,
        practitioner: request.practitioner,
        mine: request.mine.then_some(session.person.id),
    };
    let order = match request.sort {
        CaseSort::OpenedOn => CaseOrder::OpenedOn,
        CaseSort::Reference => CaseOrder::Reference,
        CaseSort::LastReview => CaseOrder::LastReview,
        CaseSort::NextReview => CaseOrder::NextReview,
        CaseSort::Level => CaseOrder::Level,
    };
    let limit = request.limit.unwrap_or(50).clamp(1, super::list_flags::LONGEST_PAGE);
    let listed = session.read().list_cases(&filter, order, limit, request.offset)?;
    let rows = listed.into_iter().map(|case| row(session, case)).collect::<Result<_, _>>()?;
    Ok(CasePage { total: session.read().count_listed(&filter)?, offset: request.offset, rows })
}

/// What was typed, in the alphabet of references: `cw-7k3` finds `CW-7K3M-9QXD`.
pub(crate) fn searched(text: &str) -> String {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_uppercase();
    let body = plain.strip_prefix("CW").unwrap_or(&plain);
    body.replace('O', "0").replace(['I', 'L'], "1")
}

fn row(session: &Session, case: CaseListed) -> Result<CaseRow, CommandError> {
    let (today, policy) = (session.today(), session.policy());
    let late = session.read().late_today(case.id, today)?;
    let standing: Vec<_> = late.iter().filter(|(_, at_rest)| !at_rest).map(|(due, _)| *due).collect();
    let worst = standing.iter().map(|due| Severity::of(policy, case.level.as_ref(), *due, today)).min();
    let count = |flags: usize| u32::try_from(flags).unwrap_or(u32::MAX);
    Ok(CaseRow {
        reference: case.reference,
        opened_on: case.opened_on,
        closed_on: case.closed_on,
        level: case.level,
        level_confirmed: case.level_confirmed,
        team: case.team,
        practitioner: case.practitioner,
        manager: case.manager,
        reviews: case.reviews,
        last_review_on: case.last_review_on,
        next_review_on: case.next_review_on,
        flags: count(standing.len()),
        at_rest: count(late.len() - standing.len()),
        worst,
        source: case.source,
    })
}
