//! Whether there is a register here, whether it is open, and who may sign in.

use crate::view::SessionView;
use caseward_domain::id::PersonId;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Whether there is a register here, whether it is open, and who may sign in.
#[derive(Deserialize, TS)]
pub struct RegisterStatus {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterStatusView {
    pub state: RegisterState,
    pub directory: String,
    pub authority: Option<String>,
    /// Those who can sign in.
    pub people: Vec<SignInChoice>,
    /// Why the register cannot be used, and what to do.
    pub message: Option<String>,
    pub session: Option<SessionView>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterState {
    /// No register here yet: the first run.
    None,
    Locked,
    Open,
    /// Damaged, newer, in use by another program, on a network drive.
    Refused,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SignInChoice {
    pub id: PersonId,
    pub name: String,
}
