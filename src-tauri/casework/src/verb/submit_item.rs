//! Sends an item's latest version for sign-off, which freezes it.

use caseward_domain::id::ItemId;
use caseward_domain::item::VersionHash;
use serde::Deserialize;
use ts_rs::TS;

/// Sends an item's latest version for sign-off, which freezes it.
#[derive(Deserialize, TS)]
pub struct SubmitItem {
    pub item_id: ItemId,
    /// The hash of the version that was on the page.
    pub hash: VersionHash,
}
