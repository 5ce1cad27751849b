//! Keeps a filter of the worklist under a name of the person’s own.

use super::list_filters::filters;
use crate::desk::{Desk, READERS_OF_LISTS, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::FiltersView;
use serde::Deserialize;
use ts_rs::TS;

/// Keeps a filter of the worklist under a name of the person’s own.
#[derive(Deserialize, TS)]
pub struct SaveFilter {
    pub name: String,
    /// As the address of the worklist holds it: `severity=overdue&whose=mine`.
    pub query: String,
}

pub fn save_filter(desk: &mut Desk, request: SaveFilter) -> Result<FiltersView, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Name the filter, for example “High, my team”.");
    if request.name.trim().chars().count() > 60 {
        form.wrong("name", "Use 60 characters or fewer.");
    }
    if !is_filter(&request.query) {
        form.wrong("query", "This is not a filter of the worklist. Choose the filters again, then save them.");
    }
    form.finish()?;
    let name = name.unwrap_or_default();
    session.transact("save_filter", |records, _, at| {
        records.save_filter(at.by, &name, &request.query)?;
        Ok(on_register((), serde_json::json!({ "filter": request.query })))
    })?;
    Ok(FiltersView { filters: filters(session)? })
}

/// What the address of a worklist may hold: its own names, and values in the characters of an address.
fn is_filter(query: &str) -> bool {
    const NAMES: [&str; 9] = ["severity", "rule", "family", "level", "team", "practitioner", "whose", "snoozed", "as_at"];
    let is_value = |value: &str| value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~%+".contains(c));
    let is_pair = |pair: &str| pair.split_once('=').is_some_and(|(name, value)| NAMES.contains(&name) && is_value(value));
    query.len() <= 1_000 && (query.is_empty() || query.split('&').all(is_pair))
}
