//! The day of the next review of each open case: the date arranged, and the date by which one is owed.

use caseward_domain::id::PersonId;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::error::StoreError;
use crate::records::Records;
use crate::sql::{sql, unless_never};

#[derive(Clone, Debug)]
pub struct NextReview {
    pub reference: CaseReference,
    pub arranged_on: Option<NaiveDate>,
    /// Of the duty to review for the first time, or again.
    pub owed_by: Option<NaiveDate>,
}

impl Records<'_> {
    /// Open cases of a team, of a person (as practitioner or manager), or of everybody, in no order.
    pub fn next_reviews(&self, team: Option<i64>, mine: Option<PersonId>) -> Result<Vec<NextReview>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("next_review"))?;
        let mut rows = statement.query(named_params! { ":team": team, ":mine": mine.map(|person| person.0) })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
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
