//! The filters that the person kept, by name.

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::view::{FilterView, FiltersView};
use serde::Deserialize;
use ts_rs::TS;

/// The filters that the person kept, by name.
#[derive(Deserialize, TS)]
pub struct ListFilters {}

pub fn list_filters(desk: &mut Desk, _request: ListFilters) -> Result<FiltersView, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    Ok(FiltersView { filters: filters(session)? })
}

pub(crate) fn filters(session: &Session) -> Result<Vec<FilterView>, CommandError> {
    let kept = session.read().filters(session.person.id)?;
    Ok(kept.into_iter().map(|(name, query)| FilterView { name, query }).collect())
}
