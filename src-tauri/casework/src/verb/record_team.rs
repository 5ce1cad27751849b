//! Adds a team, or renames one.

use serde::Deserialize;
use ts_rs::TS;

/// Adds a team, or renames one.
#[derive(Deserialize, TS)]
pub struct RecordTeam {
    pub name: String,
    /// The name it had; empty: a new team.
    #[serde(default)]
    pub was: String,
}
