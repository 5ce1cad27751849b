//! Locks the register. Drafts are kept.

use serde::Deserialize;
use ts_rs::TS;

/// Locks the register. Drafts are kept.
#[derive(Deserialize, TS)]
pub struct SignOut {}
