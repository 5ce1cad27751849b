//! What was decided in a period, newest first, and the whole of it for what each manager did.
//!
//! A range of the index of sign-offs by time, which holds all that is counted.

use caseward_domain::id::{PersonId, VersionId};
use caseward_domain::item::ItemKind;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::sign_off::Outcome;
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use rusqlite::types::ToSql;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::{day_begins, level_in, outcome_in};
use crate::records::Records;
use crate::sql::sql;

/// Which decisions are asked for.
#[derive(Clone, Debug)]
pub struct DecidedFilter {
    /// Civil days, both included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub manager: Option<PersonId>,
    pub outcome: Option<Outcome>,
    /// Only those signed off at another level than the one that the manager met.
    pub level_changed: bool,
}

/// A decision as a list shows it.
#[derive(Clone, Debug)]
pub struct DecisionListed {
    pub version: VersionId,
    pub reference: CaseReference,
    pub kind: ItemKind,
    pub number: u32,
    pub reason: CaseText,
    pub decided: Decided,
}

/// What is counted of a decision.
#[derive(Clone, Debug)]
pub struct Decided {
    pub by: PersonId,
    pub at: DateTime<Utc>,
    pub outcome: Outcome,
    pub level: Option<RiskLevel>,
    pub level_before: Option<RiskLevel>,
    pub deputy_for: Option<PersonId>,
    /// When the version that was decided was sent.
    pub submitted_at: Option<DateTime<Utc>>,
}

impl Decided {
    /// Signed off at another level than the one that the manager met.
    pub fn level_changed(&self) -> bool {
        self.outcome == Outcome::SignedOff && self.level_before.is_some() && self.level != self.level_before
    }
}

/// The filter as SQL reads it.
struct Bound {
    from: String,
    before: String,
    manager: Option<Uuid>,
    outcome: Option<&'static str>,
    level_changed: bool,
}

impl Bound {
    fn of(filter: &DecidedFilter) -> Self {
        Self {
            from: text_of(day_begins(filter.from)),
            before: text_of(day_begins(filter.to.succ_opt().unwrap_or(filter.to))),
            manager: filter.manager.map(|person| person.0),
            outcome: filter.outcome.map(Outcome::as_str),
            level_changed: filter.level_changed,
        }
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 5] {
        [
            (":from", &self.from),
            (":before", &self.before),
            (":manager", &self.manager),
            (":outcome", &self.outcome),
            (":level_changed", &self.level_changed),
        ]
    }
}

impl Records<'_> {
    /// A page of decisions, newest first.
    pub fn decided(&self, filter: &DecidedFilter, limit: u32, offset: u32) -> Result<Vec<DecisionListed>, StoreError> {
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 2]>([(":limit", &limit), (":offset", &offset)]);
        let mut statement = self.connection.prepare_cached(sql!("decided_list"))?;
        let mut found = statement.query(params.as_slice())?;
        let mut decisions = Vec::new();
        while let Some(row) = found.next()? {
            decisions.push(read_listed(row)?);
        }
        Ok(decisions)
    }

    pub fn count_decided(&self, filter: &DecidedFilter) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("decided_count"))?;
        Ok(statement.query_row(Bound::of(filter).params().as_slice(), |row| row.get("decisions"))?)
    }

    /// Every decision of a period, one after the other.
    pub fn each_decided(&self, from: NaiveDate, to: NaiveDate, mut visit: impl FnMut(Decided)) -> Result<(), StoreError> {
        let bound = Bound::of(&DecidedFilter { from, to, manager: None, outcome: None, level_changed: false });
        let mut statement = self.connection.prepare_cached(sql!("decided_each"))?;
        let mut found = statement.query(rusqlite::named_params! { ":from": bound.from, ":before": bound.before })?;
        while let Some(row) = found.next()? {
            visit(read_decided(row)?);
        }
        Ok(())
    }
}

fn read_listed(row: &Row<'_>) -> Result<DecisionListed, StoreError> {
    let (reference, kind): (String, String) = (row.get("reference")?, row.get("kind")?);
    Ok(DecisionListed {
        version: VersionId(row.get("version_id")?),
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        kind: ItemKind::parse(&kind).ok_or(StoreError::Unreadable)?,
        number: row.get("number")?,
        reason: CaseText::parse(&row.get::<_, String>("reason")?).map_err(|_| StoreError::Unreadable)?,
        decided: read_decided(row)?,
    })
}

fn read_decided(row: &Row<'_>) -> Result<Decided, StoreError> {
    Ok(Decided {
        by: PersonId(row.get("decided_by")?),
        at: row.get("decided_at")?,
        outcome: outcome_in(&row.get::<_, String>("outcome")?),
        level: level_in(row, "level")?,
        level_before: level_in(row, "level_before")?,
        deputy_for: row.get::<_, Option<Uuid>>("deputy_for")?.map(PersonId),
        submitted_at: row.get("submitted_at")?,
    })
}
