//! What happened in a period, newest first: reviews held, missing episodes, changes of worker; and who works the open cases.
//!
//! Each is one walk along an index by day, row by row, from which both the page and its rates are taken. The team is the
//! case's team of today.

use caseward_domain::code::Code;
use caseward_domain::id::{CaseId, PersonId};
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use uuid::Uuid;

use crate::episode::{Episode, read_episode};
use crate::error::StoreError;
use crate::history::voice_heard;
use crate::records::Records;
use crate::sql::sql;

/// A period, both days included, of one team or of all.
#[derive(Clone, Copy, Debug)]
pub struct InPeriod {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub team_id: Option<i64>,
}

/// A review as its latest version tells it, or as a tracker reported it.
#[derive(Clone, Debug)]
pub struct ReviewInPeriod {
    pub case: CaseId,
    pub held_on: NaiveDate,
    pub participation: Option<Code>,
    /// Whether that code means that the child's view reached the review, or was not to be expected.
    pub voice_heard: bool,
    /// Free text.
    pub changed_by_views: String,
    pub reported: bool,
}

/// Who worked a case from a day on, and who did before.
#[derive(Clone, Debug)]
pub struct WorkerChangeInPeriod {
    pub case: CaseId,
    pub on: NaiveDate,
    pub practitioner: Option<PersonId>,
    pub manager: Option<PersonId>,
    pub practitioner_before: Option<PersonId>,
    pub manager_before: Option<PersonId>,
    pub reason: Option<Code>,
}

impl Records<'_> {
    pub fn each_review_between(&self, asked: &InPeriod, mut visit: impl FnMut(ReviewInPeriod)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("review_between"))?;
        let mut rows = statement.query(named_params! { ":from": asked.from, ":to": asked.to, ":team": asked.team_id })?;
        while let Some(row) = rows.next()? {
            let participation: Option<String> = row.get("participation")?;
            visit(ReviewInPeriod {
                case: CaseId(row.get("case_id")?),
                held_on: row.get("held_on")?,
                voice_heard: participation.as_deref().is_some_and(voice_heard),
                participation: participation.as_deref().map_or(Ok(None), code)?,
                changed_by_views: row.get("changed_by_views")?,
                reported: row.get("reported")?,
            });
        }
        Ok(())
    }

    /// Episodes by the day on which the child went missing.
    pub fn each_episode_between(&self, asked: &InPeriod, mut visit: impl FnMut(CaseId, Episode)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("episode_between"))?;
        // A time of day may follow the day, so the range ends before the next.
        let until = asked.to.succ_opt().unwrap_or(NaiveDate::MAX);
        let mut rows = statement.query(named_params! { ":from": asked.from, ":until": until, ":team": asked.team_id })?;
        while let Some(row) = rows.next()? {
            visit(CaseId(row.get("case_id")?), read_episode(row)?);
        }
        Ok(())
    }

    /// Without the first workers of a case, who follow nobody.
    pub fn each_worker_change_between(
        &self,
        asked: &InPeriod,
        mut visit: impl FnMut(WorkerChangeInPeriod),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("worker_change_between"))?;
        let mut rows = statement.query(named_params! { ":from": asked.from, ":to": asked.to, ":team": asked.team_id })?;
        while let Some(row) = rows.next()? {
            let reason: String = row.get("reason")?;
            visit(WorkerChangeInPeriod {
                case: CaseId(row.get("case_id")?),
                on: row.get("from_on")?,
                practitioner: person(row, "practitioner_id")?,
                manager: person(row, "manager_id")?,
                practitioner_before: person(row, "practitioner_before")?,
                manager_before: person(row, "manager_before")?,
                reason: code(&reason)?,
            });
        }
        Ok(())
    }

    /// The cases that are open at the end of the period, each with its practitioner on that day.
    pub fn each_practitioner_at_end(
        &self,
        asked: &InPeriod,
        mut visit: impl FnMut(CaseId, Option<PersonId>),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("practitioner_of_open"))?;
        let mut rows = statement.query(named_params! { ":day": asked.to, ":team": asked.team_id })?;
        while let Some(row) = rows.next()? {
            visit(CaseId(row.get("case_id")?), person(row, "practitioner_id")?);
        }
        Ok(())
    }
}

fn person(row: &Row<'_>, column: &str) -> Result<Option<PersonId>, StoreError> {
    Ok(row.get::<_, Option<Uuid>>(column)?.map(PersonId))
}

/// Empty: not recorded.
fn code(text: &str) -> Result<Option<Code>, StoreError> {
    if text.is_empty() { Ok(None) } else { Code::parse(text).map(Some).map_err(|_| StoreError::Unreadable) }
}
