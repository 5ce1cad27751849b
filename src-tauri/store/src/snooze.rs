//! Flags that a manager lets rest: the duty by rule, subject and start, until a day, with the cause and the reason.

use caseward_domain::duty::Duty;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snooze {
    pub id: Uuid,
    pub case: CaseId,
    pub rule: String,
    pub subject: Option<Uuid>,
    pub start_on: NaiveDate,
    /// The last day on which it rests.
    pub until_on: NaiveDate,
    /// `cause` code; empty: not known.
    pub cause: String,
    pub reason: CaseText,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

impl Snooze {
    /// Whether it is about this duty. A duty whose start moved is another one, and is not at rest.
    pub fn is_about(&self, duty: &Duty) -> bool {
        (self.rule.as_str(), self.subject, self.start_on) == (duty.rule.as_str(), duty.subject, duty.start_on)
    }
}

/// The snooze of a duty that reaches furthest.
pub fn snooze_of<'a>(snoozes: &'a [Snooze], duty: &Duty) -> Option<&'a Snooze> {
    snoozes.iter().filter(|snooze| snooze.is_about(duty)).max_by_key(|snooze| (snooze.until_on, snooze.at))
}

impl Records<'_> {
    pub fn insert_snooze(&self, snooze: &Snooze) -> Result<(), StoreError> {
        execute!(self, "snooze_insert", {
            ":id": snooze.id, ":case": snooze.case.0, ":rule": snooze.rule, ":subject": snooze.subject, ":start_on": snooze.start_on,
            ":until_on": snooze.until_on, ":cause": snooze.cause, ":reason": snooze.reason.as_str(), ":by": snooze.by.0,
            ":at": text_of(snooze.at),
        })?;
        Ok(())
    }

    /// Says whether it was still at rest.
    pub fn end_snooze(&self, id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
        Ok(execute!(self, "snooze_end", { ":id": id, ":at": text_of(at) })? == 1)
    }

    /// Those of a case that nobody ended, over or not.
    pub fn snoozes(&self, case: CaseId) -> Result<Vec<Snooze>, StoreError> {
        Ok(rows!(self, "snooze_by_case", { ":case": case.0 }, read_snooze))
    }

    pub fn snooze(&self, id: Uuid) -> Result<Option<Snooze>, StoreError> {
        Ok(rows!(self, "snooze_by_id", { ":id": id }, read_snooze).pop())
    }
}

pub(crate) fn read_snooze(row: &Row<'_>) -> Result<Snooze, StoreError> {
    Ok(Snooze {
        id: row.get("id")?,
        case: CaseId(row.get("case_id")?),
        rule: row.get("rule")?,
        subject: row.get("subject")?,
        start_on: row.get("start_on")?,
        until_on: row.get("until_on")?,
        cause: row.get("cause")?,
        reason: CaseText::parse(&row.get::<_, String>("reason")?).map_err(|_| StoreError::Unreadable)?,
        by: PersonId(row.get("snoozed_by")?),
        at: row.get("snoozed_at")?,
    })
}
