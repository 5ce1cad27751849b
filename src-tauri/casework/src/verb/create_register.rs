//! Makes a register with its first person, who holds every role until others are added.

use crate::view::SessionView;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Makes a register with its first person, who holds every role until others are added.
#[derive(Deserialize, TS)]
pub struct CreateRegister {
    pub authority: String,
    pub person_name: String,
    pub passphrase: String,
}

#[derive(Clone, Serialize, TS)]
pub struct RegisterCreated {
    pub session: SessionView,
    /// To print and lock away: it opens the register if every passphrase is lost. Shown once.
    pub recovery_code: String,
}
