//! Half-written forms. They are not yet part of the record, so they leave no event in the audit chain.

use caseward_domain::id::PersonId;
use chrono::{DateTime, Utc};
use rusqlite::Row;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub key: String,
    pub title: String,
    pub body: String,
    pub saved_at: DateTime<Utc>,
}

impl Records<'_> {
    pub fn save_draft(&self, person: PersonId, draft: &Draft) -> Result<(), StoreError> {
        execute!(self, "draft_save", {
            ":person": person.0, ":key": draft.key, ":title": draft.title, ":body": draft.body, ":saved_at": text_of(draft.saved_at),
        })?;
        Ok(())
    }

    pub fn draft(&self, person: PersonId, key: &str) -> Result<Option<Draft>, StoreError> {
        Ok(rows!(self, "draft_by_key", { ":person": person.0, ":key": key }, read_draft).pop())
    }

    /// Newest first.
    pub fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, StoreError> {
        Ok(rows!(self, "draft_by_person", { ":person": person.0 }, read_draft))
    }

    pub fn discard_draft(&self, person: PersonId, key: &str) -> Result<(), StoreError> {
        execute!(self, "draft_discard", { ":person": person.0, ":key": key })?;
        Ok(())
    }
}

fn read_draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { key: row.get("form_key")?, title: row.get("title")?, body: row.get("body")?, saved_at: row.get("saved_at")? })
}
