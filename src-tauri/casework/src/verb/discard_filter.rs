//! Forgets a filter that was kept.

use super::list_filters::filters;
use crate::desk::{Desk, READERS_OF_LISTS, on_register};
use crate::error::CommandError;
use crate::view::FiltersView;
use serde::Deserialize;
use ts_rs::TS;

/// Forgets a filter that was kept.
#[derive(Deserialize, TS)]
pub struct DiscardFilter {
    pub name: String,
}

pub fn discard_filter(desk: &mut Desk, request: DiscardFilter) -> Result<FiltersView, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    session.transact("discard_filter", |records, _, at| {
        if !records.discard_filter(at.by, &request.name)? {
            return Err(CommandError::not_found("There is no filter of this name. Open the worklist again."));
        }
        Ok(on_register((), serde_json::json!({})))
    })?;
    Ok(FiltersView { filters: filters(session)? })
}
