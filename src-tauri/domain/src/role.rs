//! What a person may do. One person may hold several roles; signing one's own work stays refused whatever they hold.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The roles of the people who use a register (DESIGN, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Enters cases, writes items, records reviews, sends them for sign-off.
    Practitioner,
    /// Signs off or returns, and states the level of risk.
    Manager,
    /// Makes summaries; sees no free text.
    Analyst,
    /// Looks after people, teams, intervals, lists and backups; reads no case.
    Administrator,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Practitioner, Role::Manager, Role::Analyst, Role::Administrator];

    pub fn as_str(self) -> &'static str {
        match self {
            Role::Practitioner => "practitioner",
            Role::Manager => "manager",
            Role::Analyst => "analyst",
            Role::Administrator => "administrator",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}
