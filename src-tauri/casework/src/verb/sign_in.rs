//! Unlocks the register with a person's own passphrase.

use caseward_domain::id::PersonId;
use serde::Deserialize;
use ts_rs::TS;

/// Unlocks the register with a person's own passphrase.
#[derive(Deserialize, TS)]
pub struct SignIn {
    pub person_id: PersonId,
    pub passphrase: String,
}
