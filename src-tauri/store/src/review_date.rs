//! Dates for the next review that somebody set by hand, and the earlier spans of cases that were opened again.

use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};

/// A date for the next review, set by hand beside the computed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewDate {
    pub id: Uuid,
    pub next_review_on: NaiveDate,
    pub reason: CaseText,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

/// A span in which a reopened case was open before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierPeriod {
    pub opened_on: NaiveDate,
    pub closed_on: NaiveDate,
    pub reopened_by: PersonId,
    pub reopened_at: DateTime<Utc>,
    pub reason: CaseText,
}

impl Records<'_> {
    pub fn insert_review_date(&self, case: CaseId, date: &ReviewDate) -> Result<(), StoreError> {
        execute!(self, "review_date_insert", {
            ":id": date.id, ":case": case.0, ":next_review_on": date.next_review_on, ":reason": date.reason.as_str(),
            ":by": date.by.0, ":at": text_of(date.at),
        })?;
        Ok(())
    }

    /// In the order in which they were set.
    pub fn review_dates(&self, case: CaseId) -> Result<Vec<ReviewDate>, StoreError> {
        Ok(rows!(self, "review_date_by_case", { ":case": case.0 }, read_review_date))
    }

    pub fn insert_earlier_period(&self, case: CaseId, period: &EarlierPeriod) -> Result<(), StoreError> {
        execute!(self, "earlier_period_insert", {
            ":case": case.0, ":opened_on": period.opened_on, ":closed_on": period.closed_on, ":by": period.reopened_by.0,
            ":at": text_of(period.reopened_at), ":reason": period.reason.as_str(),
        })?;
        Ok(())
    }

    /// Oldest first.
    pub fn earlier_periods(&self, case: CaseId) -> Result<Vec<EarlierPeriod>, StoreError> {
        Ok(rows!(self, "earlier_period_by_case", { ":case": case.0 }, read_earlier_period))
    }
}

pub(crate) fn read_review_date(row: &Row<'_>) -> Result<ReviewDate, StoreError> {
    Ok(ReviewDate {
        id: row.get("id")?,
        next_review_on: row.get("next_review_on")?,
        reason: text_in(row)?,
        by: PersonId(row.get("set_by")?),
        at: row.get("set_at")?,
    })
}

pub(crate) fn read_earlier_period(row: &Row<'_>) -> Result<EarlierPeriod, StoreError> {
    Ok(EarlierPeriod {
        opened_on: row.get("opened_on")?,
        closed_on: row.get("closed_on")?,
        reopened_by: PersonId(row.get("reopened_by")?),
        reopened_at: row.get("reopened_at")?,
        reason: text_in(row)?,
    })
}

fn text_in(row: &Row<'_>) -> Result<CaseText, StoreError> {
    CaseText::parse(&row.get::<_, String>("reason")?).map_err(|_| StoreError::Unreadable)
}
