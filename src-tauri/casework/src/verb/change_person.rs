//! Changes a person's roles, or ends their access, which changes the register's key.

use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use serde::Deserialize;
use ts_rs::TS;

/// Changes a person's roles, or ends their access, which changes the register's key.
#[derive(Deserialize, TS)]
pub struct ChangePerson {
    pub id: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    pub active: bool,
}
