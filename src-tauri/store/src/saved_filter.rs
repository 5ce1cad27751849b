//! Filters of the worklist that a person kept, under names of their own.

use caseward_domain::id::PersonId;
use rusqlite::Row;

use crate::error::StoreError;
use crate::records::{Records, execute, rows};

impl Records<'_> {
    /// Name and query of each, by name.
    pub fn filters(&self, person: PersonId) -> Result<Vec<(String, String)>, StoreError> {
        Ok(rows!(self, "saved_filter_by_person", { ":person": person.0 }, |row: &Row<'_>| -> rusqlite::Result<(String, String)> {
            Ok((row.get("name")?, row.get("query")?))
        }))
    }

    /// A filter of the same name is written over.
    pub fn save_filter(&self, person: PersonId, name: &str, query: &str) -> Result<(), StoreError> {
        execute!(self, "saved_filter_save", { ":person": person.0, ":name": name, ":query": query })?;
        Ok(())
    }

    /// Says whether there was one.
    pub fn discard_filter(&self, person: PersonId, name: &str) -> Result<bool, StoreError> {
        Ok(execute!(self, "saved_filter_discard", { ":person": person.0, ":name": name })? == 1)
    }
}
