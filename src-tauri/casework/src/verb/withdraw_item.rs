//! Takes an item back before it is decided, so that its author can change it.

use caseward_domain::id::ItemId;
use serde::Deserialize;
use ts_rs::TS;

/// Takes an item back before it is decided, so that its author can change it.
#[derive(Deserialize, TS)]
pub struct WithdrawItem {
    pub item_id: ItemId,
}
