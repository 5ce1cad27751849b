//! The day of the next review of each open case: the date arranged, and the date by which one is owed.

use caseward_domain::id::PersonId;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use rusqlite::Row;

use crate::error::StoreError;
use crate::records::{Records, rows};
use crate::sql::unless_never;

/// Whose cases.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    All,
    Team(i64),
    /// As practitioner or as manager.
    Person(PersonId),
}

#[derive(Clone, Debug)]
pub struct NextReview {
    pub reference: CaseReference,
    pub arranged_on: Option<NaiveDate>,
    /// Of the duty to review for the first time, or again.
    pub owed_by: Option<NaiveDate>,
}

impl Records<'_> {
    /// Open cases, in no order.
    pub fn next_reviews(&self, whose: Whose) -> Result<Vec<NextReview>, StoreError> {
        Ok(match whose {
            Whose::All => rows!(self, "next_review", {}, read),
            Whose::Team(id) => rows!(self, "next_review_of_team", { ":whose": id }, read),
            Whose::Person(id) => rows!(self, "next_review_of_mine", { ":whose": id.0 }, read),
        })
    }
}

fn read(row: &Row<'_>) -> Result<NextReview, StoreError> {
    let reference: String = row.get("reference")?;
    let arranged: String = row.get("next_review_on")?;
    let arranged = if arranged.is_empty() { None } else { Some(arranged.parse().map_err(|_| StoreError::Unreadable)?) };
    Ok(NextReview {
        reference: CaseReference::parse(&reference).map_err(|_| StoreError::Unreadable)?,
        arranged_on: arranged,
        owed_by: row.get::<_, Option<NaiveDate>>("owed_by")?.and_then(unless_never),
    })
}
