//! Why something was late: the cause that somebody gave when it was settled, and lists and counts of what was settled late.
//!
//! Settled late is what was met after its due date while it was still owed: the view `settled_late`, and
//! [`Duty::is_settled_late`](caseward_domain::duty::Duty::is_settled_late) of the domain. A cause is kept beside the duty that it is
//! about, by rule, subject and start, so that it holds when the case's duties are worked out again.

use caseward_domain::duty::Rule;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::reference::CaseReference;
use caseward_domain::text::CaseText;
use chrono::{DateTime, Days, NaiveDate, Utc};
use rusqlite::Row;
use rusqlite::types::ToSql;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::day_begins;
use crate::records::{Records, execute, rows};
use crate::sql::sql;

/// Why one duty was late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lateness {
    pub case: CaseId,
    pub rule: Rule,
    pub subject: Option<Uuid>,
    pub start_on: NaiveDate,
    /// `cause` code; empty: not known.
    pub cause: String,
    pub note: CaseText,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

/// Something that was done after its due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledLate {
    pub case: CaseId,
    pub reference: CaseReference,
    /// The case's team now.
    pub team_id: Option<i64>,
    pub rule: Rule,
    pub subject: Option<Uuid>,
    pub start_on: NaiveDate,
    pub due_on: NaiveDate,
    pub met_on: NaiveDate,
    /// `None`: nobody has said yet. Empty: not known.
    pub cause: Option<String>,
}

/// What was settled between two days, both included.
#[derive(Clone, Debug)]
pub struct SettledFilter {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub team_id: Option<i64>,
    /// On the cases of this person, as practitioner or manager.
    pub mine: Option<PersonId>,
    /// Only what nobody gave a cause for; counts leave it aside.
    pub without_cause: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettledCounts {
    pub settled: u32,
    pub without_cause: u32,
}

/// How often a cause stands on the cases of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseCounted {
    pub team_id: Option<i64>,
    /// `None`: nobody has said yet. Empty: not known.
    pub cause: Option<String>,
    pub late: u32,
}

impl Records<'_> {
    /// Keeps why a duty was late, in the place of what was said before.
    pub fn save_lateness(&self, lateness: &Lateness) -> Result<(), StoreError> {
        let subject = lateness.subject.map(|subject| subject.as_bytes().to_vec()).unwrap_or_default();
        execute!(self, "lateness_save", {
            ":case": lateness.case.0, ":rule": lateness.rule.as_str(), ":subject": subject, ":start_on": lateness.start_on,
            ":cause": lateness.cause, ":note": lateness.note.as_str(), ":by": lateness.by.0, ":at": text_of(lateness.at),
        })?;
        Ok(())
    }

    /// Why duties of a case were late, as far as somebody has said.
    pub fn latenesses(&self, case: CaseId) -> Result<Vec<Lateness>, StoreError> {
        Ok(rows!(self, "lateness_by_case", { ":case": case.0 }, read_lateness))
    }

    /// Settled last first.
    pub fn settled_late(&self, filter: &SettledFilter, limit: u32, offset: u32) -> Result<Vec<SettledLate>, StoreError> {
        let text = if filter.mine.is_some() { sql!("settled_late_of_mine") } else { sql!("settled_late") };
        let bound = Bound::of(filter);
        let mut params = bound.params();
        params.extend::<[(&str, &dyn ToSql); 3]>([
            (":without_cause", &filter.without_cause),
            (":limit", &limit),
            (":offset", &offset),
        ]);
        let mut statement = self.connection.prepare_cached(text)?;
        let mut found = statement.query(params.as_slice())?;
        let mut settled = Vec::new();
        while let Some(row) = found.next()? {
            settled.push(read_settled(row)?);
        }
        Ok(settled)
    }

    pub fn count_settled_late(&self, filter: &SettledFilter) -> Result<SettledCounts, StoreError> {
        let text = if filter.mine.is_some() { sql!("settled_late_of_mine_count") } else { sql!("settled_late_count") };
        let counts = |row: &Row<'_>| Ok(SettledCounts { settled: row.get("settled")?, without_cause: row.get("without_cause")? });
        Ok(self.connection.prepare_cached(text)?.query_row(Bound::of(filter).params().as_slice(), counts)?)
    }

    /// What was settled late on one case between two days and has no cause yet, settled last first.
    pub fn settled_without_cause(&self, case: CaseId, from: NaiveDate, to: NaiveDate) -> Result<Vec<SettledLate>, StoreError> {
        Ok(rows!(self, "settled_late_of_case", { ":case": case.0, ":from": from, ":to": to }, read_settled))
    }

    /// Each time that something was settled late, or that a manager let a flag rest, between two days, both included: by
    /// team and cause. A flag let rest twice and then settled stands three times, each on its day, so that nothing done
    /// later changes the count of a span that is over.
    pub fn late_by_cause(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CauseCounted>, StoreError> {
        let mut counted = rows!(self, "settled_late_by_cause", { ":from": from, ":to": to }, read_counted);
        let (begins, ends) = (day_begins(from), day_begins(to.checked_add_days(Days::new(1)).unwrap_or(to)));
        let snoozed = rows!(self, "snooze_by_cause", { ":from": text_of(begins), ":until": text_of(ends) }, read_counted);
        counted.extend(snoozed);
        Ok(counted)
    }
}

/// The parts of a filter as SQL reads them.
struct Bound {
    from: NaiveDate,
    to: NaiveDate,
    team: Option<i64>,
    mine: Option<Uuid>,
}

impl Bound {
    fn of(filter: &SettledFilter) -> Self {
        Self { from: filter.from, to: filter.to, team: filter.team_id, mine: filter.mine.map(|person| person.0) }
    }

    fn params(&self) -> Vec<(&'static str, &dyn ToSql)> {
        let mut params: Vec<(&'static str, &dyn ToSql)> = vec![(":from", &self.from), (":to", &self.to), (":team", &self.team)];
        if self.mine.is_some() {
            params.push((":mine", &self.mine));
        }
        params
    }
}

fn read_settled(row: &Row<'_>) -> Result<SettledLate, StoreError> {
    let (reference, rule): (String, String) = (row.get("reference")?, row.get("rule")?);
    Ok(SettledLate {
        case: CaseId(row.get("case_id")?),
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        team_id: row.get("team_id")?,
        rule: Rule::parse(&rule).ok_or(StoreError::Unreadable)?,
        subject: row.get("subject")?,
        start_on: row.get("start_on")?,
        due_on: row.get("due_on")?,
        met_on: row.get("met_on")?,
        cause: row.get("cause")?,
    })
}

fn read_lateness(row: &Row<'_>) -> Result<Lateness, StoreError> {
    let (rule, subject): (String, Vec<u8>) = (row.get("rule")?, row.get("subject")?);
    Ok(Lateness {
        case: CaseId(row.get("case_id")?),
        rule: Rule::parse(&rule).ok_or(StoreError::Unreadable)?,
        subject: if subject.is_empty() { None } else { Some(Uuid::from_slice(&subject).map_err(|_| StoreError::Unreadable)?) },
        start_on: row.get("start_on")?,
        cause: row.get("cause")?,
        note: CaseText::parse(&row.get::<_, String>("note")?).map_err(|_| StoreError::Unreadable)?,
        by: PersonId(row.get("recorded_by")?),
        at: row.get("recorded_at")?,
    })
}

fn read_counted(row: &Row<'_>) -> rusqlite::Result<CauseCounted> {
    Ok(CauseCounted { team_id: row.get("team_id")?, cause: row.get("cause")?, late: row.get("late")? })
}
