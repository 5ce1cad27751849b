//! Deputies: who decides for which manager, from when to when. A period is never deleted, only ended.

use caseward_domain::deputy::{DeputyPeriod, deputises_for};
use caseward_domain::id::PersonId;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::sql::unless_never;

/// A period, and who named the deputy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputy {
    pub id: Uuid,
    pub period: DeputyPeriod,
    pub named_by: PersonId,
    pub named_at: DateTime<Utc>,
}

impl Records<'_> {
    pub fn insert_deputy(&self, deputy: &Deputy) -> Result<(), StoreError> {
        let DeputyPeriod { manager, deputy: person, from_on, to_on, .. } = deputy.period;
        execute!(self, "deputy_insert", {
            ":id": deputy.id, ":manager": manager.0, ":deputy": person.0, ":from_on": from_on, ":to_on": to_on,
            ":by": deputy.named_by.0, ":at": text_of(deputy.named_at),
        })?;
        Ok(())
    }

    /// From this day on it no longer holds.
    pub fn end_deputy(&self, id: Uuid, on: NaiveDate) -> Result<(), StoreError> {
        execute!(self, "deputy_end", { ":id": id, ":on": on })?;
        Ok(())
    }

    /// Every period that there ever was, by its first day.
    pub fn deputies(&self) -> Result<Vec<Deputy>, StoreError> {
        Ok(rows!(self, "deputy_all", {}, read_deputy))
    }

    pub fn deputy(&self, id: Uuid) -> Result<Option<Deputy>, StoreError> {
        Ok(rows!(self, "deputy_by_id", { ":id": id }, read_deputy).pop())
    }

    /// The periods in which this person is away, by their first day.
    pub fn deputies_of(&self, manager: PersonId) -> Result<Vec<Deputy>, StoreError> {
        Ok(rows!(self, "deputy_by_manager", { ":manager": manager.0 }, read_deputy))
    }

    /// The managers for whom this person decides on a day.
    pub fn deputises_for(&self, person: PersonId, day: NaiveDate) -> Result<Vec<PersonId>, StoreError> {
        deputises_for(person, |asked| {
            let periods = rows!(self, "deputy_by_deputy", { ":deputy": asked.0 }, read_deputy);
            Ok(periods.iter().filter(|found| found.period.holds(day)).map(|found| found.period.manager).collect())
        })
    }
}

fn read_deputy(row: &Row<'_>) -> Result<Deputy, StoreError> {
    Ok(Deputy {
        id: row.get("id")?,
        period: DeputyPeriod {
            manager: PersonId(row.get("manager_id")?),
            deputy: PersonId(row.get("deputy_id")?),
            from_on: row.get("from_on")?,
            to_on: row.get("to_on")?,
            ended_on: unless_never(row.get("ended_on")?),
        },
        named_by: PersonId(row.get("named_by")?),
        named_at: row.get("named_at")?,
    })
}
