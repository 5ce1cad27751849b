//! Flags that a manager lets rest: the duty by rule, subject and start, until a day, with the cause and the reason. What was
//! ended stays, so that a flag of a past day rests on it as it did then.

use caseward_domain::duty::Duty;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::civil;
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
    pub ended: Option<Ended>,
}

/// When somebody woke the flag, or let it rest anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub at: DateTime<Utc>,
    pub by: Option<PersonId>,
}

impl Snooze {
    /// Whether it is about this duty. A duty whose start moved is another one, and is not at rest.
    pub fn is_about(&self, duty: &Duty) -> bool {
        (self.rule.as_str(), self.subject, self.start_on) == (duty.rule.as_str(), duty.subject, duty.start_on)
    }

    /// Whether it is about the same duty as another.
    pub fn is_beside(&self, other: &Snooze) -> bool {
        (&self.rule, self.subject, self.start_on) == (&other.rule, other.subject, other.start_on)
    }

    /// Whether it holds on a day: from the day on which it was made to its last, or to the day before somebody ended it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        let is_ended = self.ended.as_ref().is_some_and(|ended| civil(ended.at) <= day);
        civil(self.at) <= day && day <= self.until_on && !is_ended
    }
}

/// The snooze of a duty that nobody ended; of several, the one that reaches furthest.
pub fn snooze_of<'a>(snoozes: &'a [Snooze], duty: &Duty) -> Option<&'a Snooze> {
    let standing = snoozes.iter().filter(|snooze| snooze.ended.is_none() && snooze.is_about(duty));
    standing.max_by_key(|snooze| (snooze.until_on, snooze.at))
}

/// The snooze that lets a duty rest on a day, whenever that is asked.
pub fn rest_on<'a>(snoozes: &'a [Snooze], duty: &Duty, day: NaiveDate) -> Option<&'a Snooze> {
    let holding = snoozes.iter().filter(|snooze| snooze.holds_on(day) && snooze.is_about(duty));
    holding.max_by_key(|snooze| (snooze.until_on, snooze.at))
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
    pub fn end_snooze(&self, id: Uuid, by: PersonId, at: DateTime<Utc>) -> Result<bool, StoreError> {
        Ok(execute!(self, "snooze_end", { ":id": id, ":by": by.0, ":at": text_of(at) })? == 1)
    }

    /// Those of a case, over and ended ones too, in the order in which they were made.
    pub fn snoozes(&self, case: CaseId) -> Result<Vec<Snooze>, StoreError> {
        Ok(rows!(self, "snooze_by_case", { ":case": case.0 }, read_snooze))
    }

    pub fn snooze(&self, id: Uuid) -> Result<Option<Snooze>, StoreError> {
        Ok(rows!(self, "snooze_by_id", { ":id": id }, read_snooze).pop())
    }
}

pub(crate) fn read_snooze(row: &Row<'_>) -> Result<Snooze, StoreError> {
    let ended_at: String = row.get("ended_at")?;
    let ended = match ended_at.starts_with("9999") {
        true => None,
        false => Some(Ended { at: row.get("ended_at")?, by: row.get::<_, Option<Uuid>>("ended_by")?.map(PersonId) }),
    };
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
        ended,
    })
}
