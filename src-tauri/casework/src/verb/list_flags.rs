//! Flags on a day, worst first; or, by severity, what is coming.

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::flags::{all_flags_on, snooze_view};
use crate::form::day_or_today;
use crate::names::Names;
use crate::view::{FlagPage, FlagView, SeverityCounts, SnoozeView};
use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use std::collections::BTreeSet;

use caseward_store::{Borders, CaseRecord, DutyListed, DutyRow, OwedCounts, OwedFilter, Records, Snooze, StoreError};
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
    /// Only the cases of the team of the person who is signed in.
    #[serde(default)]
    pub my_team: bool,
    /// Only flags that a manager lets rest on that day, which stand in no other list of it.
    #[serde(default)]
    pub snoozed: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Above this a page is no page any more.
pub(crate) const LONGEST_PAGE: u32 = 500;

/// The due date of what has none, as the store keeps it.
const NO_DUE_DATE: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

pub fn list_flags(desk: &mut Desk, request: ListFlags) -> Result<FlagPage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let as_at = day_or_today("as_at", request.as_at.as_deref(), session.today())?;
    let limit = request.limit.unwrap_or(50).clamp(1, LONGEST_PAGE);
    if as_at == session.today() { today_by_index(session, &request, limit) } else { any_day(session, &request, as_at, limit) }
}

/// Today’s page: ranges of an index, worst group first.
fn today_by_index(session: &Session, request: &ListFlags, limit: u32) -> Result<FlagPage, CommandError> {
    let filter = filter(session, request)?;
    let by_rank = counts_by_rank(session, &filter, request.level.as_ref())?;
    let mut counts = SeverityCounts::default();
    by_rank.iter().for_each(|(_, found)| add(&mut counts, found));
    let total = if request.snoozed {
        counts.snoozed
    } else {
        wanted(request.severity).into_iter().map(|severity| *count_of(&mut counts, severity)).sum()
    };
    let found = if request.snoozed {
        at_rest(session, request, &filter, limit)?
    } else {
        awake(session, request, &filter, &by_rank, limit)?
    };
    let cases = on_how_many_cases(session, request, &filter)?;
    Ok(FlagPage { as_at: session.today(), counts, total, cases, offset: request.offset, rows: views(session, &found)? })
}

/// What the request asks for, as the store reads it.
fn filter(session: &Session, request: &ListFlags) -> Result<OwedFilter, CommandError> {
    let team_id = if request.my_team { Some(own_team(session)?) } else { team_id(session, request.team.as_deref())? };
    Ok(OwedFilter {
        rule: request.rule,
        family: request.family,
        team_id,
        practitioner: request.practitioner,
        mine: request.mine.then_some(session.person.id),
    })
}

/// Walks the groups, worst first, and in each the levels, most serious first, past what stands before the page.
fn awake(
    session: &Session,
    request: &ListFlags,
    filter: &OwedFilter,
    by_rank: &[(u32, OwedCounts)],
    limit: u32,
) -> Result<Vec<DutyListed>, CommandError> {
    let (mut skip, mut left) = (request.offset, limit);
    let mut found: Vec<DutyListed> = Vec::new();
    for severity in wanted(request.severity) {
        for (rank, counts) in by_rank {
            let here = match severity {
                Severity::CriticallyOverdue => counts.critically_overdue,
                Severity::Overdue => counts.overdue,
                Severity::DueSoon => counts.due_soon,
                Severity::NotDueYet => counts.not_due_yet,
            };
            if here <= skip || left == 0 {
                skip = skip.saturating_sub(here);
                continue;
            }
            let (from, mut to) = severity.due_between(session.policy(), level_of(session, *rank).as_ref(), session.today());
            if severity == Severity::NotDueYet {
                // With those whose due date cannot be given, because bank holidays are not known that far.
                to = NO_DUE_DATE;
            }
            let rows = session.read().owed_between(filter, *rank, (from, to), session.today(), left, skip)?;
            skip = 0;
            left = left.saturating_sub(u32::try_from(rows.len()).unwrap_or(left));
            found.extend(rows);
        }
    }
    Ok(found)
}

fn at_rest(session: &Session, request: &ListFlags, filter: &OwedFilter, limit: u32) -> Result<Vec<DutyListed>, CommandError> {
    let rank = request.level.as_ref().map(|level| session.policy().rank(Some(level)));
    Ok(session.read().owed_snoozed(filter, rank, session.today(), limit, request.offset)?)
}

/// On how many cases what is late stands, where that is a short count: of some people, or of the family *no review*.
fn on_how_many_cases(session: &Session, request: &ListFlags, filter: &OwedFilter) -> Result<Option<u32>, CommandError> {
    if request.severity.is_some() || request.snoozed || request.level.is_some() {
        return Ok(None);
    }
    let only_no_review = request.family == Some(Family::NoReview) && request.rule.is_none();
    match filter.is_of_people() {
        true => Ok(Some(session.read().count_cases_of(filter, session.today())?)),
        false if only_no_review => Ok(Some(session.read().count_cases_without_review(session.today())?)),
        false => Ok(None),
    }
}

/// How many duties stand in each group today.
pub(crate) fn counts(session: &Session, filter: &OwedFilter, level: Option<&RiskLevel>) -> Result<SeverityCounts, CommandError> {
    let mut counts = SeverityCounts::default();
    counts_by_rank(session, filter, level)?.iter().for_each(|(_, found)| add(&mut counts, found));
    Ok(counts)
}

fn counts_by_rank(
    session: &Session,
    filter: &OwedFilter,
    level: Option<&RiskLevel>,
) -> Result<Vec<(u32, OwedCounts)>, CommandError> {
    let mut found = Vec::new();
    for rank in ranks(session, level)? {
        let level = level_of(session, rank);
        let last = |severity: Severity| severity.due_between(session.policy(), level.as_ref(), session.today()).1;
        let borders =
            Borders { today: session.today(), critical_to: last(Severity::CriticallyOverdue), soon_to: last(Severity::DueSoon) };
        found.push((rank, session.read().count_owed(filter, rank, &borders)?));
    }
    Ok(found)
}

fn add(counts: &mut SeverityCounts, found: &OwedCounts) {
    counts.critically_overdue += found.critically_overdue;
    counts.overdue += found.overdue;
    counts.due_soon += found.due_soon;
    counts.not_due_yet += found.not_due_yet;
    counts.snoozed += found.snoozed;
}

/// Another day: the cases that had a flag then, each weighed as at that day.
fn any_day(session: &Session, request: &ListFlags, as_at: NaiveDate, limit: u32) -> Result<FlagPage, CommandError> {
    let filter = filter(session, request)?;
    let is_wanted = |case: &CaseRecord| {
        filter.team_id.is_none_or(|team| case.team_id == Some(team))
            && filter.practitioner.is_none_or(|person| case.practitioner_id == Some(person))
            && filter.mine.is_none_or(|person| [case.practitioner_id, case.manager_id].contains(&Some(person)))
    };
    let mut flags = all_flags_on(session, as_at, request.rule, is_wanted)?;
    flags.retain(|flag| {
        request.family.is_none_or(|family| flag.family == family)
            && request.level.as_ref().is_none_or(|level| flag.level.as_ref() == Some(level))
    });
    let mut counts = SeverityCounts::default();
    for flag in &flags {
        match flag.snooze {
            Some(_) => counts.snoozed += 1,
            None => *count_of(&mut counts, flag.severity) += 1,
        }
    }
    if request.snoozed {
        flags.retain(|flag| flag.snooze.is_some());
        flags.sort_by_key(|flag| flag.snooze.as_ref().map(|snooze| snooze.until));
    } else {
        flags.retain(|flag| flag.snooze.is_none() && request.severity.is_none_or(|severity| flag.severity == severity));
    }
    let total = u32::try_from(flags.len()).unwrap_or(u32::MAX);
    let cases = flags.iter().map(|flag| &flag.reference).collect::<BTreeSet<_>>().len();
    let offset = usize::try_from(request.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let rows = flags.into_iter().skip(offset).take(limit).collect();
    Ok(FlagPage { as_at, counts, total, cases: u32::try_from(cases).ok(), offset: request.offset, rows })
}

/// Stored duties as a list shows them: the words were kept with them.
fn views(session: &Session, found: &[DutyListed]) -> Result<Vec<FlagView>, CommandError> {
    let (records, names) = (session.read(), session.names()?);
    let mut views = Vec::new();
    for DutyListed { duty, reference, level } in found {
        let rule = Rule::parse(&duty.rule).ok_or(StoreError::Unreadable)?;
        let due = |due| Severity::of(session.policy(), level.as_ref(), due, session.today());
        let snooze = match duty.owed.snoozed_to.filter(|to| *to >= session.today()) {
            Some(_) => snooze_of(&records, duty, session.today(), &names)?,
            None => None,
        };
        views.push(FlagView {
            reference: reference.clone(),
            rule,
            subject: duty.subject,
            says: rule.say().to_owned(),
            family: rule.family(),
            severity: duty.due_on.map_or(Severity::NotDueYet, due),
            level: level.clone(),
            start_on: duty.start_on,
            due_on: duty.due_on,
            days_late: duty.due_on.map_or(0, |due| session.today().signed_duration_since(due).num_days()),
            explanation: duty.owed.explanation.clone(),
            team: names.team(duty.owed.team_id),
            practitioner: names.maybe_person(duty.owed.practitioner_id),
            snooze: snooze.map(|snooze| SnoozeView { reason: session.case_text(&snooze.reason), ..snooze }),
        });
    }
    Ok(views)
}

fn snooze_of(records: &Records<'_>, duty: &DutyRow, today: NaiveDate, names: &Names) -> Result<Option<SnoozeView>, StoreError> {
    let about = |snooze: &&Snooze| {
        snooze.holds_on(today) && (&snooze.rule, snooze.subject, snooze.start_on) == (&duty.rule, duty.subject, duty.start_on)
    };
    let snoozes = records.snoozes(duty.case)?;
    Ok(snoozes.iter().filter(about).max_by_key(|snooze| (snooze.until_on, snooze.at)).map(|snooze| snooze_view(snooze, names)))
}

fn wanted(severity: Option<Severity>) -> Vec<Severity> {
    severity.map_or_else(|| vec![Severity::CriticallyOverdue, Severity::Overdue], |severity| vec![severity])
}

/// 0 for a missing level, then the levels of the policy, most serious first.
fn ranks(session: &Session, level: Option<&RiskLevel>) -> Result<Vec<u32>, CommandError> {
    let Some(level) = level else {
        return Ok((0..=u32::try_from(session.policy().levels.len()).unwrap_or(0)).collect());
    };
    match session.policy().rank(Some(level)) {
        0 => Err(CommandError::invalid("level", "The policy has no such level now. Choose one from the list.")),
        rank => Ok(vec![rank]),
    }
}

fn level_of(session: &Session, rank: u32) -> Option<RiskLevel> {
    let place = usize::try_from(rank).ok()?.checked_sub(1)?;
    session.policy().levels.get(place).map(|rule| rule.level.clone())
}

/// The team of the person who is signed in.
pub(crate) fn own_team(session: &Session) -> Result<i64, CommandError> {
    let none = || CommandError::refused("You have no team yet. Ask your administrator to say which team is yours.");
    session.person.team_id.ok_or_else(none)
}

/// The id of a team by its name. A name that no team has now is refused: an empty list would look as if all were well.
pub(crate) fn team_id(session: &Session, name: Option<&str>) -> Result<Option<i64>, CommandError> {
    let Some(name) = name.filter(|name| !name.is_empty()) else { return Ok(None) };
    let gone = || CommandError::invalid("team", "No team has this name now. It may have been renamed: choose it from the list.");
    Ok(Some(session.read().team_by_name(name)?.ok_or_else(gone)?))
}

fn count_of(counts: &mut SeverityCounts, severity: Severity) -> &mut u32 {
    match severity {
        Severity::CriticallyOverdue => &mut counts.critically_overdue,
        Severity::Overdue => &mut counts.overdue,
        Severity::DueSoon => &mut counts.due_soon,
        Severity::NotDueYet => &mut counts.not_due_yet,
    }
}
