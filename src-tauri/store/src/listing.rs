//! Lists of cases by search, filter and order, a page at a time.

use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};

use crate::error::StoreError;
use crate::records::Records;
use crate::sql::{sql, unless_never};

#[derive(Clone, Debug, Default)]
pub struct CaseFilter {
    /// Part of a reference, in the alphabet of references, without hyphens.
    pub search: String,
    /// Open, closed, or either.
    pub open: Option<bool>,
    pub level: Option<RiskLevel>,
    pub team_id: Option<i64>,
    pub practitioner: Option<PersonId>,
    pub mine: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseOrder {
    OpenedOn,
    Reference,
    LastReview,
    NextReview,
    Level,
}

/// A case as a list shows it.
#[derive(Clone, Debug)]
pub struct CaseListed {
    pub id: CaseId,
    pub reference: CaseReference,
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub source: String,
    pub level: Option<RiskLevel>,
    pub level_confirmed: bool,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    pub reviews: u32,
    pub last_review_on: Option<NaiveDate>,
    pub next_review_on: Option<NaiveDate>,
}

impl Records<'_> {
    pub fn list_cases(
        &self,
        filter: &CaseFilter,
        order: CaseOrder,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<CaseListed>, StoreError> {
        // A search looks through the index of references, whatever order was asked for.
        let order = if filter.search.is_empty() { order } else { CaseOrder::Reference };
        let text = match (order, filter.open) {
            (CaseOrder::Reference, _) => sql!("case_list_by_reference"),
            (CaseOrder::OpenedOn, Some(true)) => sql!("case_list_open_by_opening"),
            (CaseOrder::LastReview, Some(true)) => sql!("case_list_open_by_last_review"),
            (CaseOrder::NextReview, Some(true)) => sql!("case_list_open_by_next_review"),
            (CaseOrder::Level, Some(true)) => sql!("case_list_open_by_level"),
            (CaseOrder::OpenedOn, _) => sql!("case_list_by_opening"),
            (CaseOrder::LastReview, _) => sql!("case_list_by_last_review"),
            (CaseOrder::NextReview, _) => sql!("case_list_by_next_review"),
            (CaseOrder::Level, _) => sql!("case_list_by_level"),
        };
        let mut statement = self.connection.prepare_cached(text)?;
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.push((":limit", &limit));
        params.push((":offset", &offset));
        let mut rows = statement.query(params.as_slice())?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next()? {
            cases.push(read_listed(row)?);
        }
        Ok(cases)
    }

    pub fn count_listed(&self, filter: &CaseFilter) -> Result<u32, StoreError> {
        let bound = Bound::of(filter);
        let narrow = filter.level.is_some() || filter.mine.is_some() || filter.team_id.is_some() || filter.practitioner.is_some();
        if !narrow && !filter.search.is_empty() && filter.open.is_none() {
            let mut statement = self.connection.prepare_cached(sql!("case_search_count"))?;
            return Ok(statement.query_row(named_params! { ":search": filter.search }, |row| row.get("cases"))?);
        }
        if narrow || !filter.search.is_empty() {
            let text = if filter.open == Some(true) { sql!("case_list_open_count") } else { sql!("case_list_count") };
            return Ok(self.connection.prepare_cached(text)?.query_row(bound.params().as_slice(), |row| row.get("cases"))?);
        }
        let text = match filter.open {
            Some(true) => sql!("case_count_open"),
            Some(false) => sql!("case_count_closed"),
            None => sql!("case_count"),
        };
        Ok(self.connection.prepare_cached(text)?.query_row(named_params! {}, |row| row.get("cases"))?)
    }
}

/// The filter as SQL reads it.
struct Bound<'a> {
    search: String,
    open: Option<bool>,
    level: Option<&'a str>,
    team: Option<i64>,
    practitioner: Option<uuid::Uuid>,
    mine: Option<uuid::Uuid>,
}

impl<'a> Bound<'a> {
    fn of(filter: &'a CaseFilter) -> Self {
        Self {
            search: filter.search.clone(),
            open: filter.open,
            level: filter.level.as_ref().map(RiskLevel::as_str),
            team: filter.team_id,
            practitioner: filter.practitioner.map(|p| p.0),
            mine: filter.mine.map(|p| p.0),
        }
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 6] {
        [
            (":search", &self.search),
            (":open", &self.open),
            (":level", &self.level),
            (":team", &self.team),
            (":practitioner", &self.practitioner),
            (":mine", &self.mine),
        ]
    }
}

fn read_listed(row: &Row<'_>) -> Result<CaseListed, StoreError> {
    let reference: String = row.get("reference")?;
    let level: Option<String> = row.get("level")?;
    let day = |column: &str| -> Result<Option<NaiveDate>, StoreError> {
        let text: String = row.get(column)?;
        if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| StoreError::Unreadable) }
    };
    Ok(CaseListed {
        id: CaseId(row.get("id")?),
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        opened_on: row.get("opened_on")?,
        closed_on: unless_never(row.get("closed_on")?),
        source: row.get("source")?,
        level: level.map(|level| RiskLevel::parse(&level)).transpose().map_err(|_| StoreError::Unreadable)?,
        level_confirmed: row.get("level_confirmed")?,
        team: row.get("team")?,
        practitioner: row.get("practitioner")?,
        manager: row.get("manager")?,
        reviews: row.get("reviews")?,
        last_review_on: day("last_review_on")?,
        next_review_on: day("next_review_on")?,
    })
}
