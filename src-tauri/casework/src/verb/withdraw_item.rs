//! Takes an item back before it is decided, so that its author can change it.

use super::record_item::{ItemRecorded, recorded};
use crate::desk::{CASEWORKERS, Desk, on_case};
use crate::error::CommandError;
use crate::items::{about, latest_of_open, may_take_back};
use caseward_domain::id::ItemId;
use caseward_domain::item::VersionState;
use serde::Deserialize;
use ts_rs::TS;

/// Takes an item back before it is decided, so that its author can change it.
#[derive(Deserialize, TS)]
pub struct WithdrawItem {
    pub item_id: ItemId,
}

pub fn withdraw_item(desk: &mut Desk, request: WithdrawItem) -> Result<ItemRecorded, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    session.transact("withdraw_item", |records, rules, at| {
        let (case, version) = latest_of_open(records, request.item_id)?;
        if !matches!(version.version().state, VersionState::Submitted { .. }) {
            return Err(CommandError::changed("This is not waiting for a decision, so there is nothing to take back."));
        }
        if !may_take_back(&version, at.by) {
            return Err(CommandError::not_allowed(
                "Only its author can take this back. A manager who wants it changed returns it.",
            ));
        }
        records.withdraw_submission(version.id, at.by, at.now)?;
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(recorded(&case, &version), case.id, about(&version.version())))
    })
}
