//! The worklist: what is owed today by level, due date, rule, team and person, a page at a time, and how much of it.
//!
//! Whatever is asked, the answer is a range of one index, or of the tally. A flag at rest stands in no range but its own.

use caseward_domain::code::Code;
use caseward_domain::duty::{Family, Rule};
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};
use uuid::Uuid;

use crate::duty::{DutyRow, read_duty};
use crate::error::StoreError;
use crate::records::{Records, rows};
use crate::sql::sql;

/// Which duties of today a worklist asks for.
#[derive(Clone, Debug, Default)]
pub struct OwedFilter {
    pub rule: Option<Rule>,
    pub family: Option<Family>,
    pub team_id: Option<i64>,
    pub practitioner: Option<PersonId>,
    /// Cases of this person, as practitioner or manager.
    pub mine: Option<PersonId>,
}

/// An owed duty with what a list shows of its case.
#[derive(Clone, Debug)]
pub struct DutyListed {
    pub duty: DutyRow,
    pub reference: CaseReference,
    pub level: Option<RiskLevel>,
}

/// How many duties of one level stand in each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwedCounts {
    pub critically_overdue: u32,
    pub overdue: u32,
    pub due_soon: u32,
    pub not_due_yet: u32,
    /// Late, and at rest.
    pub snoozed: u32,
}

/// The days at which the groups of one level meet.
#[derive(Clone, Copy, Debug)]
pub struct Borders {
    pub today: NaiveDate,
    /// The last due date that is critically overdue.
    pub critical_to: NaiveDate,
    /// The last due date that is due soon.
    pub soon_to: NaiveDate,
}

/// Where the people of a filter lead: to one index.
enum Scope {
    All,
    Team,
    Practitioner,
    Mine,
}

impl OwedFilter {
    fn scope(&self) -> Scope {
        match (self.mine, self.practitioner, self.team_id) {
            (Some(_), _, _) => Scope::Mine,
            (None, Some(_), _) => Scope::Practitioner,
            (None, None, Some(_)) => Scope::Team,
            (None, None, None) => Scope::All,
        }
    }

    /// Whether it asks for the cases of some people only, so that what it finds is short.
    pub fn is_of_people(&self) -> bool {
        !matches!(self.scope(), Scope::All)
    }
}

/// The parts of a filter as SQL reads them.
struct Bound {
    rule: Option<&'static str>,
    family: Option<&'static str>,
    team: Option<i64>,
    practitioner: Option<Uuid>,
    mine: Option<Uuid>,
}

impl Bound {
    fn of(filter: &OwedFilter) -> Self {
        Self {
            rule: filter.rule.map(Rule::as_str),
            family: filter.family.map(Family::as_str),
            team: filter.team_id,
            practitioner: filter.practitioner.map(|p| p.0),
            mine: filter.mine.map(|p| p.0),
        }
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 5] {
        [
            (":rule", &self.rule),
            (":family", &self.family),
            (":team", &self.team),
            (":practitioner", &self.practitioner),
            (":mine", &self.mine),
        ]
    }
}

impl Records<'_> {
    /// Duties of one level owed today, not at rest, and due between two days (both included), soonest first.
    pub fn owed_between(
        &self,
        filter: &OwedFilter,
        level_rank: u32,
        (from, to): (NaiveDate, NaiveDate),
        today: NaiveDate,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<DutyListed>, StoreError> {
        let text = match filter.scope() {
            Scope::All => sql!("owed"),
            Scope::Team => sql!("owed_of_team"),
            Scope::Practitioner => sql!("owed_of_practitioner"),
            Scope::Mine => sql!("owed_of_mine"),
        };
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 6]>([
            (":rank", &level_rank),
            (":from", &from),
            (":to", &to),
            (":today", &today),
            (":limit", &limit),
            (":offset", &offset),
        ]);
        let mut statement = self.connection.prepare_cached(text)?;
        let mut found = statement.query(params.as_slice())?;
        let mut duties = Vec::new();
        while let Some(row) = found.next()? {
            duties.push(read_listed(row)?);
        }
        Ok(duties)
    }

    /// How many duties of one level stand in each group.
    pub fn count_owed(&self, filter: &OwedFilter, level_rank: u32, borders: &Borders) -> Result<OwedCounts, StoreError> {
        match filter.scope() {
            Scope::All => self.count_by_tally(filter, level_rank, borders),
            Scope::Team => self.count_by_index(filter, sql!("owed_of_team_count"), level_rank, borders),
            Scope::Practitioner => self.count_by_index(filter, sql!("owed_of_practitioner_count"), level_rank, borders),
            Scope::Mine => self.count_by_index(filter, sql!("owed_of_mine_count"), level_rank, borders),
        }
    }

    fn count_by_index(
        &self,
        filter: &OwedFilter,
        text: &str,
        level_rank: u32,
        borders: &Borders,
    ) -> Result<OwedCounts, StoreError> {
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 4]>([
            (":rank", &level_rank),
            (":today", &borders.today),
            (":critical_to", &borders.critical_to),
            (":soon_to", &borders.soon_to),
        ]);
        Ok(self.connection.prepare_cached(text)?.query_row(params.as_slice(), read_counts)?)
    }

    /// The tally counts what is at rest too, which is taken out again: it is never much.
    fn count_by_tally(&self, filter: &OwedFilter, level_rank: u32, borders: &Borders) -> Result<OwedCounts, StoreError> {
        let rules: Vec<&str> = match (filter.rule, filter.family) {
            (Some(rule), family) if family.is_none_or(|family| rule.family() == family) => vec![rule.as_str()],
            (Some(_), _) => Vec::new(),
            (None, Some(family)) => Rule::ALL.iter().filter(|rule| rule.family() == family).map(|rule| rule.as_str()).collect(),
            (None, None) => vec![""],
        };
        let mut counts = OwedCounts::default();
        for rule in rules {
            let mut statement = self.connection.prepare_cached(sql!("duty_tally_counts"))?;
            let params = named_params! {
                ":rule": rule, ":rank": level_rank, ":today": borders.today, ":critical_to": borders.critical_to,
                ":soon_to": borders.soon_to,
            };
            let found = statement.query_row(params, read_counts)?;
            counts.critically_overdue += found.critically_overdue;
            counts.overdue += found.overdue;
            counts.due_soon += found.due_soon;
            counts.not_due_yet += found.not_due_yet;
        }
        let bound = Bound::of(filter);
        let rank = Some(level_rank);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 3]>([
            (":rank", &rank),
            (":today", &borders.today),
            (":critical_to", &borders.critical_to),
        ]);
        let read = |row: &Row<'_>| Ok((row.get("critically_overdue")?, row.get("overdue")?));
        let (critical, overdue): (u32, u32) =
            self.connection.prepare_cached(sql!("owed_snoozed_count"))?.query_row(params.as_slice(), read)?;
        counts.snoozed = critical + overdue;
        counts.critically_overdue = counts.critically_overdue.saturating_sub(critical);
        counts.overdue = counts.overdue.saturating_sub(overdue);
        Ok(counts)
    }

    /// Late duties at rest, the first to wake first.
    pub fn owed_snoozed(
        &self,
        filter: &OwedFilter,
        level_rank: Option<u32>,
        today: NaiveDate,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<DutyListed>, StoreError> {
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 4]>([
            (":rank", &level_rank),
            (":today", &today),
            (":limit", &limit),
            (":offset", &offset),
        ]);
        let mut statement = self.connection.prepare_cached(sql!("owed_snoozed"))?;
        let mut found = statement.query(params.as_slice())?;
        let mut duties = Vec::new();
        while let Some(row) = found.next()? {
            duties.push(read_listed(row)?);
        }
        Ok(duties)
    }

    /// On how many cases of some people a late duty stands that is not at rest.
    pub fn count_cases_of(&self, filter: &OwedFilter, today: NaiveDate) -> Result<u32, StoreError> {
        let text = match filter.scope() {
            Scope::All | Scope::Team => sql!("owed_of_team_cases"),
            Scope::Practitioner => sql!("owed_of_practitioner_cases"),
            Scope::Mine => sql!("owed_of_mine_cases"),
        };
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.push((":today", &today));
        Ok(self.connection.prepare_cached(text)?.query_row(params.as_slice(), |row| row.get("cases"))?)
    }

    /// Open cases with a flag of the family *no review* today that is not at rest.
    pub fn count_cases_without_review(&self, today: NaiveDate) -> Result<u32, StoreError> {
        let count = |text: &str| -> Result<u32, StoreError> {
            Ok(self.connection.prepare_cached(text)?.query_row(named_params! { ":today": today }, |row| row.get("cases"))?)
        };
        Ok(count(sql!("case_no_review_count"))?.saturating_sub(count(sql!("case_no_review_snoozed_count"))?))
    }

    /// The code lists' labels of one list, by code.
    pub fn labels(&self, list: &str) -> Result<Vec<(Code, String)>, StoreError> {
        let found = rows!(self, "code_labels", { ":list": list }, |row: &Row<'_>| -> rusqlite::Result<(String, String)> {
            Ok((row.get("code")?, row.get("label")?))
        });
        Ok(found.into_iter().filter_map(|(code, label)| Some((Code::parse(&code).ok()?, label))).collect())
    }
}

fn read_listed(row: &Row<'_>) -> Result<DutyListed, StoreError> {
    let reference: String = row.get("reference")?;
    let level: Option<String> = row.get("level")?;
    Ok(DutyListed {
        duty: read_duty(row)?,
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        level: level.map(|level| RiskLevel::parse(&level)).transpose().map_err(|_| StoreError::Unreadable)?,
    })
}

fn read_counts(row: &Row<'_>) -> rusqlite::Result<OwedCounts> {
    Ok(OwedCounts {
        critically_overdue: row.get("critically_overdue")?,
        overdue: row.get("overdue")?,
        due_soon: row.get("due_soon")?,
        not_due_yet: row.get("not_due_yet")?,
        snoozed: row.get("snoozed")?,
    })
}
