//! Changes the signed-in person's own passphrase; their signing key stays.

use serde::Deserialize;
use ts_rs::TS;

/// Changes the signed-in person's own passphrase; their signing key stays.
#[derive(Deserialize, TS)]
pub struct ChangePassphrase {
    pub old: String,
    pub new: String,
}
