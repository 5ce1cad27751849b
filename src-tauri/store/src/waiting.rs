//! What waits for a decision: sent, not taken back, not decided, on a case that is open.
//!
//! By age it is a range of the index of what waits; by severity each row meets its stored duty through an index that holds
//! only those of this rule. Either way the work grows with the queue and not with the register.

use caseward_domain::id::{ItemId, PersonId, VersionId};
use caseward_domain::item::ItemKind;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};
use uuid::Uuid;

use crate::error::StoreError;
use crate::item::level_in;
use crate::records::{Records, rows};
use crate::sql::{json, sql, unless_never};

/// Which part of the queue is asked for.
#[derive(Clone, Debug, Default)]
pub struct WaitingFilter {
    pub kind: Option<ItemKind>,
    /// Only cases that have one of these managers.
    pub managers: Option<Vec<PersonId>>,
    /// Leaves out whatever this person wrote a part of.
    pub not_by: Option<PersonId>,
}

/// In which order.
#[derive(Clone, Debug)]
pub enum WaitingBy {
    /// Longest waiting first.
    Age,
    /// Latest group first, then the most serious level, then the longest waiting.
    Severity {
        today: NaiveDate,
        /// The last due date that is critically overdue, by the rank of the level.
        critical_to: Vec<NaiveDate>,
        /// The last due date that is due soon.
        soon_to: NaiveDate,
    },
}

/// A version that waits, with what a list shows of it, of its case and of the duty to decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingListed {
    pub version: VersionId,
    pub item: ItemId,
    pub kind: ItemKind,
    pub number: u32,
    pub authors: Vec<PersonId>,
    pub submitted_at: DateTime<Utc>,
    pub submitted_by: PersonId,
    pub reference: CaseReference,
    /// In force, as the worklist has it.
    pub level: Option<RiskLevel>,
    pub team_id: Option<i64>,
    pub manager_id: Option<PersonId>,
    /// `None` where bank holidays are not known that far.
    pub due_on: Option<NaiveDate>,
}

/// The filter as SQL reads it.
struct Bound {
    kind: Option<&'static str>,
    managers: Option<String>,
    not_by: Option<String>,
}

impl Bound {
    fn of(filter: &WaitingFilter) -> Self {
        let hexes = |ids: &Vec<PersonId>| ids.iter().map(|id| format!("{:X},", id.0.simple())).collect();
        Self {
            kind: filter.kind.map(ItemKind::as_str),
            managers: filter.managers.as_ref().map(hexes),
            not_by: filter.not_by.map(written_by),
        }
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 3] {
        [(":kind", &self.kind), (":managers", &self.managers), (":not_by", &self.not_by)]
    }
}

/// What the authors of a version, a JSON list of ids, look like where this person is one of them.
fn written_by(person: PersonId) -> String {
    format!("%\"{person}\"%")
}

impl Records<'_> {
    /// A page of what waits.
    pub fn waiting(
        &self,
        filter: &WaitingFilter,
        by: &WaitingBy,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<WaitingListed>, StoreError> {
        let bound = Bound::of(filter);
        let mut params = bound.params().to_vec();
        params.extend::<[(&str, &dyn ToSql); 2]>([(":limit", &limit), (":offset", &offset)]);
        let critical = match by {
            WaitingBy::Age => String::new(),
            WaitingBy::Severity { critical_to, .. } => json(critical_to)?,
        };
        let text = match by {
            WaitingBy::Age => sql!("waiting_by_age"),
            WaitingBy::Severity { today, soon_to, .. } => {
                params.extend::<[(&str, &dyn ToSql); 3]>([(":today", today), (":critical_to", &critical), (":soon_to", soon_to)]);
                sql!("waiting_by_severity")
            }
        };
        let mut statement = self.connection.prepare_cached(text)?;
        let mut found = statement.query(params.as_slice())?;
        let mut waiting = Vec::new();
        while let Some(row) = found.next()? {
            waiting.push(read_waiting(row)?);
        }
        Ok(waiting)
    }

    /// One version; `None` when it does not wait.
    pub fn waiting_version(&self, version: VersionId) -> Result<Option<WaitingListed>, StoreError> {
        Ok(rows!(self, "waiting_by_version", { ":version": version.0 }, read_waiting).pop())
    }

    /// How many versions of this part of the queue wait, whoever wrote them, and how many of them this person wrote no part of.
    pub fn count_waiting(&self, filter: &WaitingFilter, person: PersonId) -> Result<(u32, u32), StoreError> {
        let bound = Bound::of(filter);
        let mut statement = self.connection.prepare_cached(sql!("waiting_count"))?;
        let params = named_params! { ":kind": bound.kind, ":managers": bound.managers, ":written_by": written_by(person) };
        Ok(statement.query_row(params, |row| Ok((row.get("waiting")?, row.get("of_others")?)))?)
    }
}

fn read_waiting(row: &Row<'_>) -> Result<WaitingListed, StoreError> {
    let (kind, reference): (String, String) = (row.get("kind")?, row.get("reference")?);
    Ok(WaitingListed {
        version: VersionId(row.get("version_id")?),
        item: ItemId(row.get("item_id")?),
        kind: ItemKind::parse(&kind).ok_or(StoreError::Unreadable)?,
        number: row.get("number")?,
        authors: serde_json::from_str(&row.get::<_, String>("authors")?)?,
        submitted_at: row.get("submitted_at")?,
        submitted_by: PersonId(row.get("submitted_by")?),
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        level: level_in(row, "level")?,
        team_id: row.get("team_id")?,
        manager_id: row.get::<_, Option<Uuid>>("manager_id")?.map(PersonId),
        due_on: row.get::<_, Option<NaiveDate>>("due_on")?.and_then(unless_never),
    })
}
