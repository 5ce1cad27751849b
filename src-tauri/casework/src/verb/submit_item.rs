//! Sends an item's latest version for sign-off, which freezes it.

use super::record_item::{ItemRecorded, recorded};
use crate::desk::{CASEWORKERS, Desk, new_id, on_case};
use crate::error::CommandError;
use crate::items::{about, latest_of_open};
use caseward_domain::id::ItemId;
use caseward_domain::item::VersionHash;
use caseward_domain::item::VersionState;
use serde::Deserialize;
use ts_rs::TS;

/// Sends an item's latest version for sign-off, which freezes it.
#[derive(Deserialize, TS)]
pub struct SubmitItem {
    pub item_id: ItemId,
    /// The hash of the version that was on the page.
    pub hash: VersionHash,
}

pub fn submit_item(desk: &mut Desk, request: SubmitItem) -> Result<ItemRecorded, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let id = new_id(session.now())?;
    session.transact("submit_item", |records, rules, at| {
        let (case, version) = latest_of_open(records, request.item_id)?;
        if version.hash != request.hash {
            return Err(CommandError::changed(
                "This item changed after you opened it. Open it again and read what is there now.",
            ));
        }
        match version.version().state {
            VersionState::Recorded => {}
            VersionState::Submitted { .. } => return Err(CommandError::changed("This was sent for sign-off already.")),
            VersionState::SignedOff(_) => return Err(CommandError::changed("This version is signed off already.")),
            VersionState::Returned(_) => {
                return Err(CommandError::refused(
                    "This version was returned. Change it as the manager asked, then send it again.",
                ));
            }
        }
        records.insert_submission(id, version.id, at.by, at.now)?;
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(recorded(&case, &version), case.id, about(&version.version())))
    })
}
