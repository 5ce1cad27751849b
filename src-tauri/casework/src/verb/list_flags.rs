//! Flags on a day, worst first; or, by severity, what is coming.

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::flags::{Weighed, all_flags_on, weigh};
use crate::form::day_or_today;
use crate::names::Names;
use crate::view::{FlagPage, FlagView, SeverityCounts};
use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use caseward_store::{DutyRow, OwedFilter, StoreError};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Flags on a day, worst first; or, by severity, what is coming.
#[derive(Deserialize, TS)]
pub struct ListFlags {
    /// A day as typed or ISO; today when absent.
    #[serde(default)]
    pub as_at: Option<String>,
    #[serde(default)]
    pub rule: Option<Rule>,
    #[serde(default)]
    pub family: Option<Family>,
    /// Absent: everything late.
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub level: Option<RiskLevel>,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    /// Only the cases of the person who is signed in, as practitioner or manager.
    #[serde(default)]
    pub mine: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Above this a page is no page any more.
pub(crate) const LONGEST_PAGE: u32 = 500;

pub fn list_flags(desk: &mut Desk, request: ListFlags) -> Result<FlagPage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let as_at = day_or_today("as_at", request.as_at.as_deref(), session.today())?;
    let limit = request.limit.unwrap_or(50).clamp(1, LONGEST_PAGE);
    if as_at == session.today() { today_by_index(session, &request, limit) } else { any_day(session, &request, as_at, limit) }
}

/// Today's page: ranges of an index, worst group first, and only the page's own cases looked into.
fn today_by_index(session: &Session, request: &ListFlags, limit: u32) -> Result<FlagPage, CommandError> {
    let filter = OwedFilter {
        rule: request.rule,
        family: request.family,
        level_rank: None,
        team_id: team_id(session, request.team.as_deref())?,
        practitioner: request.practitioner,
        mine: request.mine.then_some(session.person.id),
    };
    let counts = counts(session, &filter, request.level.as_ref())?;
    let (mut skip, mut left) = (request.offset, limit);
    let mut found: Vec<DutyRow> = Vec::new();
    for severity in wanted(request.severity) {
        for rank in ranks(session, request.level.as_ref()) {
            let days = severity.due_between(session.policy(), level_of(session, rank).as_ref(), session.today());
            let records = session.read();
            let rows = records.owed_between(&filter, rank, days, left, skip)?;
            skip = if rows.is_empty() && skip > 0 {
                skip.saturating_sub(records.count_owed_between(&filter, rank, days)?)
            } else {
                0
            };
            left = left.saturating_sub(u32::try_from(rows.len()).unwrap_or(left));
            found.extend(rows);
            if left == 0 {
                return Ok(FlagPage { as_at: session.today(), counts, offset: request.offset, rows: views(session, &found)? });
            }
        }
    }
    Ok(FlagPage { as_at: session.today(), counts, offset: request.offset, rows: views(session, &found)? })
}

/// How many duties stand in each group today.
pub(crate) fn counts(session: &Session, filter: &OwedFilter, level: Option<&RiskLevel>) -> Result<SeverityCounts, CommandError> {
    let mut counts = SeverityCounts::default();
    for severity in Severity::ALL {
        for rank in ranks(session, level) {
            let days = severity.due_between(session.policy(), level_of(session, rank).as_ref(), session.today());
            let number = session.read().count_owed_between(filter, rank, days)?;
            *count_of(&mut counts, severity) += number;
        }
    }
    Ok(counts)
}

/// Another day: the cases that had a flag then, each weighed as at that day.
fn any_day(session: &Session, request: &ListFlags, as_at: NaiveDate, limit: u32) -> Result<FlagPage, CommandError> {
    let records = session.read();
    let names = Names::of(&records)?;
    let mine = request.mine.then(|| session.person.name.clone());
    let practitioner = request.practitioner.map(|id| names.person(id)).or(mine);
    let mut flags = all_flags_on(&records, session.rules(), as_at, request.rule)?;
    flags.retain(|flag| {
        request.family.is_none_or(|family| flag.family == family)
            && request.level.as_ref().is_none_or(|level| flag.level.as_ref() == Some(level))
            && request.team.as_ref().is_none_or(|team| flag.team.as_ref() == Some(team))
            && practitioner.as_ref().is_none_or(|name| flag.practitioner.as_ref() == Some(name))
    });
    let mut counts = SeverityCounts::default();
    for flag in &flags {
        *count_of(&mut counts, flag.severity) += 1;
    }
    flags.retain(|flag| request.severity.is_none_or(|severity| flag.severity == severity));
    let offset = usize::try_from(request.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(FlagPage { as_at, counts, offset: request.offset, rows: flags.into_iter().skip(offset).take(limit).collect() })
}

/// The words of each stored duty, made again from the case's own history.
fn views(session: &Session, found: &[DutyRow]) -> Result<Vec<FlagView>, CommandError> {
    let records = session.read();
    let names = Names::of(&records)?;
    let mut weighed = BTreeMap::new();
    let mut views = Vec::new();
    for row in found {
        let case: &mut Weighed = match weighed.entry(row.case) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let case = records.case_by_id(row.case)?.ok_or(StoreError::Unreadable)?;
                new.insert(weigh(&records, session.rules(), case)?)
            }
        };
        let same = |duty: &&caseward_domain::duty::Duty| {
            duty.rule.as_str() == row.rule
                && duty.subject == row.subject
                && duty.start_on == row.start_on
                && duty.due_on == row.due_on
        };
        if let Some(duty) = case.duties.iter().find(same) {
            views.push(case.view(duty, session.today(), session.rules(), &names));
        }
    }
    Ok(views)
}

fn wanted(severity: Option<Severity>) -> Vec<Severity> {
    severity.map_or_else(|| vec![Severity::CriticallyOverdue, Severity::Overdue], |severity| vec![severity])
}

/// 0 for a missing level, then the levels of the policy, most serious first.
fn ranks(session: &Session, level: Option<&RiskLevel>) -> Vec<u32> {
    match level {
        Some(level) => vec![session.policy().rank(Some(level))],
        None => (0..=u32::try_from(session.policy().levels.len()).unwrap_or(0)).collect(),
    }
}

fn level_of(session: &Session, rank: u32) -> Option<RiskLevel> {
    let place = usize::try_from(rank).ok()?.checked_sub(1)?;
    session.policy().levels.get(place).map(|rule| rule.level.clone())
}

/// The id of a team by its name; a name that no team has finds nothing.
pub(crate) fn team_id(session: &Session, name: Option<&str>) -> Result<Option<i64>, CommandError> {
    match name.filter(|name| !name.is_empty()) {
        Some(name) => Ok(Some(session.read().team_by_name(name)?.unwrap_or(-1))),
        None => Ok(None),
    }
}

fn count_of(counts: &mut SeverityCounts, severity: Severity) -> &mut u32 {
    match severity {
        Severity::CriticallyOverdue => &mut counts.critically_overdue,
        Severity::Overdue => &mut counts.overdue,
        Severity::DueSoon => &mut counts.due_soon,
        Severity::NotDueYet => &mut counts.not_due_yet,
    }
}
