//! Cases: the facts of each, what was reported before it was brought in, who works it, and how it stands.

use caseward_domain::code::Code;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::level_in;
use crate::records::{Records, by_columns, columns, execute, rows};
use crate::sql::{json, never, sql, unless_never};

/// One case's own row.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseRecord {
    pub id: CaseId,
    pub reference: CaseReference,
    /// A keyed hash of the authority's own child id, by which lists are matched.
    pub link_key: Option<[u8; 32]>,
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub source: Source,
    pub brought_in_on: Option<NaiveDate>,
    /// The practitioner's level, or the tracker's, from the day the case opened.
    pub opening_level: Option<RiskLevel>,
    pub team_id: Option<i64>,
    pub practitioner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    pub facts: CaseFacts,
    pub reported: Reported,
    /// Counts up with each change of this row by a person.
    pub version: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Entered,
    Tracker,
    Census,
    Demonstration,
}

impl Source {
    pub fn as_str(self) -> &'static str {
        match self {
            Source::Entered => "entered",
            Source::Tracker => "tracker",
            Source::Census => "census",
            Source::Demonstration => "demonstration",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Source::Entered, Source::Tracker, Source::Census, Source::Demonstration].into_iter().find(|s| s.as_str() == text)
    }
}

/// What is recorded of the child: codes and dates. No name, date of birth, address, UPN or NHS number has a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseFacts {
    pub referral_source: Option<Code>,
    pub age_at_referral: Option<u8>,
    pub sex: Option<Code>,
    pub ethnicity: Option<Code>,
    pub disabilities: Vec<Code>,
    pub statuses: Vec<CareStatus>,
    pub factors: Vec<Code>,
    pub models: Vec<Code>,
    pub contexts: Vec<Code>,
    pub evidence_of_harm: Option<Code>,
    pub placed_out_of_area: Option<bool>,
    pub school_absence_checked_on: Option<NaiveDate>,
}

/// A social-care status (child in need, protection plan, looked after, none) and the days between which it held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CareStatus {
    pub status: Code,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

/// What a tracker or census said of the time before the case was brought in. None of it is a sign-off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reported {
    pub assessment_signed_off: bool,
    pub plan_signed_off: bool,
    /// By day, oldest first.
    pub reviews: Vec<ReportedReview>,
    /// By day, oldest first.
    pub arranged: Vec<ReportedArrangement>,
    pub missing_episodes: Option<u32>,
    pub return_interview_done: Option<bool>,
    pub assessment_authorised_on: Option<NaiveDate>,
    pub closure_reason: Option<Code>,
    pub comment: CaseText,
    pub comment_withheld: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportedReview {
    pub on: NaiveDate,
    pub participation: Option<Code>,
}

/// A date for the next review, counted as arranged on the day of the review before it, or of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportedArrangement {
    pub arranged_on: NaiveDate,
    pub next_review_on: NaiveDate,
}

/// Who worked the case from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerChange {
    pub from_on: NaiveDate,
    pub practitioner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    /// `worker_change_reason` code; empty for the first.
    pub reason: String,
}

impl Records<'_> {
    pub fn insert_case(&self, case: &CaseRecord) -> Result<(), StoreError> {
        execute!(self, "case_insert", {
            ":id": case.id.0, ":reference": case.reference.as_str(), ":link_key": case.link_key, ":opened_on": case.opened_on,
            ":closed_on": never(case.closed_on), ":source": case.source.as_str(), ":brought_in_on": case.brought_in_on,
            ":opening_level": case.opening_level.as_ref().map(RiskLevel::as_str), ":team": case.team_id,
            ":practitioner": case.practitioner_id.map(|p| p.0), ":manager": case.manager_id.map(|p| p.0),
            ":facts": json(&case.facts)?, ":reported": json(&case.reported)?, ":version": case.version,
        })?;
        Ok(())
    }

    /// Writes the row if nobody changed it since `case.version - 1`; says whether it did.
    pub fn update_case(&self, case: &CaseRecord) -> Result<bool, StoreError> {
        let changed = execute!(self, "case_update", {
            ":id": case.id.0, ":link_key": case.link_key, ":opened_on": case.opened_on, ":closed_on": never(case.closed_on), ":team": case.team_id,
            ":practitioner": case.practitioner_id.map(|p| p.0), ":manager": case.manager_id.map(|p| p.0),
            ":facts": json(&case.facts)?, ":reported": json(&case.reported)?, ":version": case.version,
            ":opening_level": case.opening_level.as_ref().map(RiskLevel::as_str),
        })?;
        Ok(changed == 1)
    }

    pub fn case_by_reference(&self, reference: &CaseReference) -> Result<Option<CaseRecord>, StoreError> {
        Ok(rows!(self, "case_by_reference", { ":reference": reference.as_str() }, case_reader()).pop())
    }

    pub fn case_by_id(&self, id: CaseId) -> Result<Option<CaseRecord>, StoreError> {
        Ok(rows!(self, "case_by_id", { ":id": id.0 }, case_reader()).pop())
    }

    pub fn case_by_link_key(&self, key: &[u8; 32]) -> Result<Option<CaseRecord>, StoreError> {
        Ok(rows!(self, "case_by_link_key", { ":link_key": key }, case_reader()).pop())
    }

    pub fn reference_is_taken(&self, reference: &CaseReference) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("case_reference_taken"))?;
        Ok(statement.query_row(rusqlite::named_params! { ":reference": reference.as_str() }, |_| Ok(())).optional()?.is_some())
    }

    /// Every case, in the order in which they were made, one at a time: a million of them do not fit in memory.
    pub fn each_case<E: From<StoreError>>(&self, mut visit: impl FnMut(CaseRecord) -> Result<(), E>) -> Result<(), E> {
        let mut statement = self.connection.prepare_cached(sql!("case_each")).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        let mut read = case_reader();
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visit(read(row)?)?;
        }
        Ok(())
    }

    pub fn case_ids(&self) -> Result<Vec<CaseId>, StoreError> {
        Ok(rows!(self, "case_ids", {}, |row: &Row<'_>| row.get::<_, uuid::Uuid>("id").map(CaseId)))
    }

    pub fn open_case_ids(&self) -> Result<Vec<CaseId>, StoreError> {
        Ok(rows!(self, "case_ids_open", {}, |row: &Row<'_>| row.get::<_, uuid::Uuid>("id").map(CaseId)))
    }

    pub fn count_cases(&self) -> Result<u64, StoreError> {
        Ok(self.connection.query_row(sql!("case_count"), [], |row| row.get::<_, u32>("cases"))?.into())
    }

    pub fn insert_worker_change(&self, case: CaseId, at: DateTime<Utc>, change: &WorkerChange) -> Result<(), StoreError> {
        execute!(self, "worker_change_insert", {
            ":case": case.0, ":from_on": change.from_on, ":at": text_of(at), ":practitioner": change.practitioner_id.map(|p| p.0),
            ":manager": change.manager_id.map(|p| p.0), ":reason": change.reason,
        })?;
        Ok(())
    }

    pub fn worker_changes(&self, case: CaseId) -> Result<Vec<WorkerChange>, StoreError> {
        Ok(rows!(self, "worker_change_by_case", { ":case": case.0 }, |row: &Row<'_>| -> rusqlite::Result<WorkerChange> {
            Ok(WorkerChange {
                from_on: row.get("from_on")?,
                practitioner_id: row.get::<_, Option<uuid::Uuid>>("practitioner_id")?.map(PersonId),
                manager_id: row.get::<_, Option<uuid::Uuid>>("manager_id")?.map(PersonId),
                reason: row.get("reason")?,
            })
        }))
    }
}

columns!(CaseColumns {
    id,
    reference,
    link_key,
    opened_on,
    closed_on,
    source,
    brought_in_on,
    opening_level,
    team_id,
    practitioner_id,
    manager_id,
    facts,
    reported,
    version,
});

pub(crate) fn case_reader() -> impl FnMut(&Row<'_>) -> Result<CaseRecord, StoreError> {
    by_columns(CaseColumns::of, read_case)
}

fn read_case(row: &Row<'_>, columns: &CaseColumns) -> Result<CaseRecord, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> { row.get_ref(column)?.as_str().map_err(|_| StoreError::Unreadable) };
    Ok(CaseRecord {
        id: CaseId(row.get(columns.id)?),
        reference: CaseReference::parse(text(columns.reference)?).map_err(|_| StoreError::Unreadable)?,
        link_key: row.get(columns.link_key)?,
        opened_on: row.get(columns.opened_on)?,
        closed_on: unless_never(row.get(columns.closed_on)?),
        source: Source::parse(text(columns.source)?).ok_or(StoreError::Unreadable)?,
        brought_in_on: row.get(columns.brought_in_on)?,
        opening_level: level_in(row, columns.opening_level)?,
        team_id: row.get(columns.team_id)?,
        practitioner_id: row.get::<_, Option<uuid::Uuid>>(columns.practitioner_id)?.map(PersonId),
        manager_id: row.get::<_, Option<uuid::Uuid>>(columns.manager_id)?.map(PersonId),
        facts: serde_json::from_str(text(columns.facts)?)?,
        reported: serde_json::from_str(text(columns.reported)?)?,
        version: row.get(columns.version)?,
    })
}
