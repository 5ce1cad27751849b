//! Adds a person with roles and a first passphrase, or gives one who was brought in a passphrase.

use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use serde::Deserialize;
use ts_rs::TS;

/// Adds a person with roles and a first passphrase, or gives one who was brought in a passphrase.
#[derive(Deserialize, TS)]
pub struct AddPerson {
    /// Absent: a new person.
    #[serde(default)]
    pub id: Option<PersonId>,
    pub name: String,
    pub roles: Vec<Role>,
    /// Empty: a person who works cases and does not sign in.
    #[serde(default)]
    pub passphrase: String,
}
