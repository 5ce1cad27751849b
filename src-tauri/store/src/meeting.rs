//! Meetings: a panel's cases in the order in which it takes them, and what it decided on each.

use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub id: Uuid,
    pub name: String,
    pub held_on: NaiveDate,
    pub made_by: PersonId,
    pub made_at: DateTime<Utc>,
    /// Counts up with each change.
    pub version: u32,
}

/// A case of a meeting, with what was decided on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingCase {
    pub case: CaseId,
    /// `None`: nothing yet.
    pub decision: Option<MeetingDecision>,
    /// Counts up with each change of the decision.
    pub version: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDecision {
    pub decision: CaseText,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

/// What a meeting decided on a case, as the case tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedAtMeeting {
    pub meeting: Uuid,
    pub name: String,
    pub held_on: NaiveDate,
    pub decision: MeetingDecision,
    /// Somebody changed it later.
    pub is_replaced: bool,
}

/// A meeting in the list of all: how many cases, and how many of them have a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingListed {
    pub id: Uuid,
    pub name: String,
    pub held_on: NaiveDate,
    pub cases: u32,
    pub decided: u32,
}

impl Records<'_> {
    /// Writes a meeting and its cases, in order, over the version before, if that is still what stands there; says whether it was.
    pub fn save_meeting(&self, meeting: &Meeting, cases: &[MeetingCase]) -> Result<bool, StoreError> {
        let saved = execute!(self, "meeting_save", {
            ":id": meeting.id, ":name": meeting.name, ":held_on": meeting.held_on, ":by": meeting.made_by.0,
            ":at": text_of(meeting.made_at), ":version": meeting.version,
        })?;
        if saved == 0 {
            return Ok(false);
        }
        execute!(self, "meeting_case_clear", { ":meeting": meeting.id })?;
        for (place, case) in cases.iter().enumerate() {
            let decision = case.decision.as_ref();
            execute!(self, "meeting_case_insert", {
                ":meeting": meeting.id, ":position": i64::try_from(place + 1).unwrap_or(i64::MAX), ":case": case.case.0,
                ":decision": decision.map_or("", |d| d.decision.as_str()), ":by": decision.map(|d| d.by.0),
                ":at": decision.map(|d| text_of(d.at)).unwrap_or_default(), ":version": case.version,
            })?;
        }
        Ok(true)
    }

    pub fn meeting(&self, id: Uuid) -> Result<Option<Meeting>, StoreError> {
        let read = |row: &Row<'_>| -> Result<Meeting, StoreError> {
            Ok(Meeting {
                id: row.get("id")?,
                name: row.get("name")?,
                held_on: row.get("held_on")?,
                made_by: PersonId(row.get("made_by")?),
                made_at: row.get("made_at")?,
                version: row.get("version")?,
            })
        };
        Ok(rows!(self, "meeting_by_id", { ":id": id }, read).pop())
    }

    /// Newest first.
    pub fn meetings(&self) -> Result<Vec<MeetingListed>, StoreError> {
        Ok(rows!(self, "meeting_all", {}, |row: &Row<'_>| -> Result<MeetingListed, StoreError> {
            Ok(MeetingListed {
                id: row.get("id")?,
                name: row.get("name")?,
                held_on: row.get("held_on")?,
                cases: row.get("cases")?,
                decided: row.get("decided")?,
            })
        }))
    }

    /// The cases of a meeting, in order.
    pub fn meeting_cases(&self, meeting: Uuid) -> Result<Vec<MeetingCase>, StoreError> {
        Ok(rows!(self, "meeting_case_by_meeting", { ":meeting": meeting }, |row: &Row<'_>| -> Result<MeetingCase, StoreError> {
            Ok(MeetingCase { case: CaseId(row.get("case_id")?), decision: read_decision(row)?, version: row.get("version")? })
        }))
    }

    /// Writes what was decided on a case in place of what stood there, which is kept, if that is still the version that was read; says whether it was.
    pub fn decide_at_meeting(
        &self,
        meeting: Uuid,
        case: CaseId,
        version: u32,
        decision: Option<&MeetingDecision>,
    ) -> Result<bool, StoreError> {
        execute!(self, "meeting_decision_keep", { ":meeting": meeting, ":case": case.0, ":version": version })?;
        let changed = execute!(self, "meeting_case_decide", {
            ":meeting": meeting, ":case": case.0, ":version": version,
            ":decision": decision.map_or("", |d| d.decision.as_str()), ":by": decision.map(|d| d.by.0),
            ":at": decision.map(|d| text_of(d.at)).unwrap_or_default(),
        })?;
        Ok(changed == 1)
    }

    /// What meetings decided on a case, what was changed later too, the latest meeting first.
    pub fn decided_at_meetings(&self, case: CaseId) -> Result<Vec<DecidedAtMeeting>, StoreError> {
        let read = |row: &Row<'_>| -> Result<DecidedAtMeeting, StoreError> {
            Ok(DecidedAtMeeting {
                meeting: row.get("meeting_id")?,
                name: row.get("name")?,
                held_on: row.get("held_on")?,
                decision: read_decision(row)?.ok_or(StoreError::Unreadable)?,
                is_replaced: row.get("replaced")?,
            })
        };
        Ok(rows!(self, "meeting_case_by_case", { ":case": case.0 }, read))
    }
}

fn read_decision(row: &Row<'_>) -> Result<Option<MeetingDecision>, StoreError> {
    let Some(by) = row.get::<_, Option<Uuid>>("decided_by")? else { return Ok(None) };
    let decision = CaseText::parse(&row.get::<_, String>("decision")?).map_err(|_| StoreError::Unreadable)?;
    Ok(Some(MeetingDecision { decision, by: PersonId(by), at: row.get("decided_at")? }))
}
