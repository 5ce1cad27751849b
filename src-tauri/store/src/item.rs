//! Items, their versions, their submissions and the decisions on them. A version that was ever sent is never written
//! again; a decision is a row about a version.

use caseward_domain::content::{Content, Progressing};
use caseward_domain::id::{CaseId, ItemId, PersonId, VersionId};
use caseward_domain::item::{Decided, ItemKind, Version, VersionHash, VersionState};
use caseward_domain::level::RiskLevel;
use caseward_domain::sign_off::{Decision, Outcome};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rusqlite::{Row, RowIndex};
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, by_columns, columns, execute, rows};
use crate::sql::json;

/// A version with its text and all that happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionRecord {
    pub id: VersionId,
    pub item: ItemId,
    pub case: CaseId,
    pub kind: ItemKind,
    pub number: u32,
    pub content: Content,
    pub hash: VersionHash,
    pub authors: Vec<PersonId>,
    /// When it was begun.
    pub written_at: DateTime<Utc>,
    /// When it was last written over before it was sent; `None`: never.
    pub changed_at: Option<DateTime<Utc>>,
    pub submissions: Vec<Submission>,
    pub sign_off: Option<SignOffRecord>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub at: DateTime<Utc>,
    pub by: PersonId,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// `None` where it stands, or where an earlier version of the register did not keep it.
    pub withdrawn_by: Option<PersonId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SignOffRecord {
    pub decision: Decision,
    pub by: PersonId,
    pub at: DateTime<Utc>,
    pub signature: String,
    /// The level that the signer met: the author's own, or where the author states none the level in force.
    pub level_before: Option<RiskLevel>,
    /// The manager for whom a deputy decided.
    pub deputy_for: Option<PersonId>,
}

impl VersionRecord {
    pub fn is_signed(&self) -> bool {
        self.sign_off.as_ref().is_some_and(|sign_off| sign_off.decision.outcome == Outcome::SignedOff)
    }

    /// The submission that stands: sent and not taken back.
    pub fn standing(&self) -> Option<&Submission> {
        self.submissions.iter().find(|submission| submission.withdrawn_at.is_none())
    }

    /// The version as the rules of signing see it.
    pub fn version(&self) -> Version {
        let decided = |s: &SignOffRecord| Decided { by: s.by, at: s.at, level: s.decision.level.clone() };
        let state = match (&self.sign_off, self.standing()) {
            (Some(s), _) if s.decision.outcome == Outcome::SignedOff => VersionState::SignedOff(decided(s)),
            (Some(s), _) => VersionState::Returned(decided(s)),
            (None, Some(sent)) => VersionState::Submitted { at: sent.at },
            (None, None) => VersionState::Recorded,
        };
        Version {
            id: self.id,
            item: self.item,
            kind: self.kind,
            number: self.number,
            hash: self.hash.clone(),
            authors: self.authors.clone(),
            written_on: civil(self.written_at),
            state,
        }
    }
}

/// The civil day of an instant.
pub fn civil(at: DateTime<Utc>) -> NaiveDate {
    civil_time(at).date()
}

/// The civil day and time of an instant. England's clock, to the hour: summer time runs from the last Sunday of March to the
/// last Sunday of October, changing at 01:00 UTC.
pub fn civil_time(at: DateTime<Utc>) -> NaiveDateTime {
    use chrono::{Datelike, Days, TimeDelta};
    let turn = |month: u32| {
        let last = NaiveDate::from_ymd_opt(at.year(), month, 31)?;
        let sunday = last.checked_sub_days(Days::new(u64::from(last.weekday().num_days_from_sunday())))?;
        Some(sunday.and_hms_opt(1, 0, 0)?.and_utc())
    };
    let summer = match at.month() {
        4..=9 => true,
        3 => turn(3).is_some_and(|start| start <= at),
        10 => turn(10).is_some_and(|end| at < end),
        _ => false,
    };
    if summer { (at + TimeDelta::hours(1)).naive_utc() } else { at.naive_utc() }
}

/// The first instant of a civil day.
pub fn day_begins(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc();
    let hour_before = midnight - chrono::TimeDelta::hours(1);
    if civil(hour_before) == day { hour_before } else { midnight }
}

impl Records<'_> {
    pub fn insert_item(&self, id: ItemId, case: CaseId, kind: ItemKind) -> Result<(), StoreError> {
        execute!(self, "item_insert", { ":id": id.0, ":case": case.0, ":kind": kind.as_str() })?;
        Ok(())
    }

    pub fn insert_version(&self, version: &VersionRecord) -> Result<(), StoreError> {
        execute!(self, "version_insert", {
            ":id": version.id.0, ":item": version.item.0, ":number": version.number, ":content": json(&version.content)?,
            ":hash": version.hash.0, ":authors": json(&version.authors)?, ":written_at": text_of(version.written_at),
        })?;
        Ok(())
    }

    /// Writes over a version that was never sent. A version that was is left, and `false` says so.
    pub fn rewrite_version(&self, version: &VersionRecord) -> Result<bool, StoreError> {
        let changed = execute!(self, "version_rewrite", {
            ":id": version.id.0, ":content": json(&version.content)?, ":hash": version.hash.0, ":authors": json(&version.authors)?,
            ":changed_at": version.changed_at.map(text_of).unwrap_or_default(),
        })?;
        Ok(changed == 1)
    }

    /// What was returned stays on its authors' lists until it is sent again.
    pub fn insert_submission(&self, id: Uuid, version: VersionId, by: PersonId, at: DateTime<Utc>) -> Result<(), StoreError> {
        execute!(self, "returned_work_clear", { ":version": version.0 })?;
        execute!(self, "submission_insert", { ":id": id, ":version": version.0, ":at": text_of(at), ":by": by.0 })?;
        Ok(())
    }

    pub fn withdraw_submission(&self, version: VersionId, by: PersonId, at: DateTime<Utc>) -> Result<(), StoreError> {
        execute!(self, "submission_withdraw", { ":version": version.0, ":by": by.0, ":at": text_of(at) })?;
        Ok(())
    }

    pub fn insert_sign_off(&self, version: VersionId, sign_off: &SignOffRecord) -> Result<(), StoreError> {
        execute!(self, "sign_off_insert", {
            ":version": version.0, ":hash": sign_off.decision.hash.0, ":outcome": sign_off.decision.outcome.as_str(),
            ":level": sign_off.decision.level.as_ref().map(RiskLevel::as_str),
            ":progressing": sign_off.decision.plan_progressing.map(progressing_text), ":reason": sign_off.decision.reason.as_str(),
            ":by": sign_off.by.0, ":at": text_of(sign_off.at), ":signature": sign_off.signature,
            ":level_before": sign_off.level_before.as_ref().map(RiskLevel::as_str), ":deputy_for": sign_off.deputy_for.map(|p| p.0),
        })?;
        execute!(self, "submission_decided", { ":version": version.0 })?;
        if sign_off.decision.outcome == Outcome::Returned {
            execute!(self, "returned_work_insert", { ":version": version.0 })?;
        }
        Ok(())
    }

    /// Every version of every item of a case: by item in the order they were made, then by number.
    pub fn versions_of_case(&self, case: CaseId) -> Result<Vec<VersionRecord>, StoreError> {
        let mut versions = rows!(self, "version_by_case", { ":case": case.0 }, version_reader());
        self.add_submissions(case, &mut versions)?;
        Ok(versions)
    }

    pub fn version(&self, id: VersionId) -> Result<Option<VersionRecord>, StoreError> {
        let Some(mut version) = rows!(self, "version_by_id", { ":id": id.0 }, version_reader()).pop() else { return Ok(None) };
        self.add_submissions(version.case, std::slice::from_mut(&mut version))?;
        Ok(Some(version))
    }

    /// The versions of one item, by number.
    pub fn versions_of_item(&self, item: ItemId) -> Result<Vec<VersionRecord>, StoreError> {
        let mut versions = rows!(self, "version_by_item", { ":item": item.0 }, version_reader());
        if let Some(case) = versions.first().map(|version| version.case) {
            self.add_submissions(case, &mut versions)?;
        }
        Ok(versions)
    }

    fn add_submissions(&self, case: CaseId, versions: &mut [VersionRecord]) -> Result<(), StoreError> {
        let sent = rows!(self, "submission_by_case", { ":case": case.0 }, submission_reader());
        for (version, submission) in sent {
            add_submission(versions, version, submission);
        }
        Ok(())
    }

    pub fn count_sign_offs(&self) -> Result<u64, StoreError> {
        Ok(self.connection.query_row(crate::sql::sql!("sign_off_count"), [], |row| row.get::<_, u32>("decisions"))?.into())
    }

    /// Every sign-off in the register with what is needed to check it.
    pub fn each_sign_off<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(VersionId, &VersionHash, &SignOffRecord) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.connection.prepare_cached(crate::sql::sql!("version_signed_each")).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        let mut read = version_reader();
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let version = read(row)?;
            let hash = VersionHash::of(version.item, version.number, &version.content);
            if let Some(sign_off) = &version.sign_off {
                visit(version.id, &hash, sign_off)?;
            }
        }
        Ok(())
    }
}

/// Puts a submission to the version that it is of.
pub(crate) fn add_submission(versions: &mut [VersionRecord], version: VersionId, submission: Submission) {
    if let Some(found) = versions.iter_mut().find(|v| v.id == version) {
        found.submissions.push(submission);
    }
}

columns!(VersionColumns {
    id,
    item_id,
    case_id,
    kind,
    number,
    content,
    hash,
    authors,
    written_at,
    changed_at,
    decided_hash,
    outcome,
    level,
    plan_progressing,
    reason,
    decided_by,
    decided_at,
    signature,
    level_before,
    deputy_for,
});

/// A reader of versions, each with the decision on it.
pub(crate) fn version_reader() -> impl FnMut(&Row<'_>) -> Result<VersionRecord, StoreError> {
    by_columns(VersionColumns::of, read_version)
}

fn read_version(row: &Row<'_>, columns: &VersionColumns) -> Result<VersionRecord, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> { row.get_ref(column)?.as_str().map_err(|_| StoreError::Unreadable) };
    let decided = row.get_ref(columns.outcome)?.as_str_or_null().map_err(|_| StoreError::Unreadable)?;
    Ok(VersionRecord {
        id: VersionId(row.get(columns.id)?),
        item: ItemId(row.get(columns.item_id)?),
        case: CaseId(row.get(columns.case_id)?),
        kind: ItemKind::parse(text(columns.kind)?).ok_or(StoreError::Unreadable)?,
        number: row.get(columns.number)?,
        content: serde_json::from_str(text(columns.content)?)?,
        hash: VersionHash(row.get(columns.hash)?),
        authors: serde_json::from_str(text(columns.authors)?)?,
        written_at: row.get(columns.written_at)?,
        changed_at: match text(columns.changed_at)? {
            "" => None,
            _ => Some(row.get(columns.changed_at)?),
        },
        submissions: Vec::new(),
        sign_off: decided.map(|outcome| read_sign_off(row, columns, outcome)).transpose()?,
    })
}

fn read_sign_off(row: &Row<'_>, columns: &VersionColumns, outcome: &str) -> Result<SignOffRecord, StoreError> {
    let progressing: Option<String> = row.get(columns.plan_progressing)?;
    Ok(SignOffRecord {
        decision: Decision {
            outcome: outcome_in(outcome),
            hash: VersionHash(row.get(columns.decided_hash)?),
            level: level_in(row, columns.level)?,
            plan_progressing: progressing.as_deref().and_then(progressing_of),
            reason: CaseText::parse(&row.get::<_, String>(columns.reason)?).map_err(|_| StoreError::Unreadable)?,
        },
        by: PersonId(row.get(columns.decided_by)?),
        at: row.get(columns.decided_at)?,
        signature: row.get(columns.signature)?,
        level_before: level_in(row, columns.level_before)?,
        deputy_for: row.get::<_, Option<Uuid>>(columns.deputy_for)?.map(PersonId),
    })
}

pub(crate) fn outcome_in(text: &str) -> Outcome {
    if text == "signed_off" { Outcome::SignedOff } else { Outcome::Returned }
}

pub(crate) fn level_in(row: &Row<'_>, column: impl RowIndex) -> Result<Option<RiskLevel>, StoreError> {
    let level: Option<String> = row.get(column)?;
    level.map(|level| RiskLevel::parse(&level)).transpose().map_err(|_| StoreError::Unreadable)
}

columns!(SubmissionColumns { version_id, submitted_at, submitted_by, withdrawn_at, withdrawn_by });

/// A reader of submissions, each with the version that was sent.
pub(crate) fn submission_reader() -> impl FnMut(&Row<'_>) -> Result<(VersionId, Submission), StoreError> {
    by_columns(SubmissionColumns::of, |row, columns| {
        let withdrawn = row.get_ref(columns.withdrawn_at)?.as_str().map_err(|_| StoreError::Unreadable)?;
        let withdrawn_at = if withdrawn.starts_with("9999") { None } else { Some(row.get(columns.withdrawn_at)?) };
        let by = PersonId(row.get(columns.submitted_by)?);
        let withdrawn_by = row.get::<_, Option<Uuid>>(columns.withdrawn_by)?.map(PersonId);
        Ok((
            VersionId(row.get(columns.version_id)?),
            Submission { at: row.get(columns.submitted_at)?, by, withdrawn_at, withdrawn_by },
        ))
    })
}

fn progressing_text(progressing: Progressing) -> &'static str {
    match progressing {
        Progressing::Yes => "yes",
        Progressing::Partly => "partly",
        Progressing::No => "no",
    }
}

fn progressing_of(text: &str) -> Option<Progressing> {
    [Progressing::Yes, Progressing::Partly, Progressing::No].into_iter().find(|p| progressing_text(*p) == text)
}

impl Records<'_> {
    /// Versions that were returned to one of their authors and not followed by another, oldest first.
    pub fn returned_to(&self, person: PersonId) -> Result<Vec<VersionId>, StoreError> {
        Ok(
            rows!(self, "returned_work_of", { ":person": person.0 }, |row: &Row<'_>| row.get::<_, Uuid>("version_id").map(VersionId)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_goes_forward_on_the_last_sunday_of_march_and_back_on_that_of_october() {
        let civil = |text: &str| civil_time(text.parse().unwrap()).format("%Y-%m-%d %H:%M").to_string();
        assert_eq!(civil("2026-03-29T00:59:00Z"), "2026-03-29 00:59");
        assert_eq!(civil("2026-03-29T01:00:00Z"), "2026-03-29 02:00");
        assert_eq!(civil("2026-10-25T00:59:00Z"), "2026-10-25 01:59");
        assert_eq!(civil("2026-10-25T01:00:00Z"), "2026-10-25 01:00");
        assert_eq!(civil("2026-06-30T23:30:00Z"), "2026-07-01 00:30");
        assert_eq!(civil("2026-11-25T23:30:00Z"), "2026-11-25 23:30");
    }

    #[test]
    fn every_civil_day_begins_where_the_day_before_ends() {
        for day in NaiveDate::from_ymd_opt(2024, 1, 1).unwrap().iter_days().take(1_100) {
            assert_eq!(civil(day_begins(day)), day);
            assert_eq!(civil(day_begins(day) - chrono::TimeDelta::microseconds(1)).succ_opt(), Some(day));
        }
    }
}
