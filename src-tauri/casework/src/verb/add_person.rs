//! Adds a person with roles and a first passphrase, or gives one who was brought in a passphrase.

use crate::desk::{Desk, SystemEntropy, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::PeopleView;
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::Person;
use caseward_store::keys::Passphrase;
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
    /// The name of their team; empty: none.
    #[serde(default)]
    pub team: String,
}

pub fn add_person(desk: &mut Desk, request: AddPerson) -> Result<PeopleView, CommandError> {
    let path = desk.folder().key_file();
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Enter the person’s name.");
    let known = session.read().people()?;
    if known.iter().any(|person| Some(person.id) != request.id && Some(&person.name) == name.as_ref()) {
        form.wrong("name", "Someone has this name already. Add an initial or a team to tell them apart.");
    }
    if request.id.is_some() && known.iter().all(|person| Some(person.id) != request.id) {
        form.wrong("name", "There is no such person any more. Open the page again.");
    }
    if !request.passphrase.is_empty() && request.roles.is_empty() {
        form.wrong("roles", "Choose at least one role for a person who signs in.");
    }
    let passphrase = Passphrase::new(request.passphrase.clone());
    if !request.passphrase.is_empty()
        && let Err(error) = passphrase.long_enough()
    {
        form.wrong("passphrase", error.to_string());
    }
    let team_id = super::open_case::read_team(session, &mut form, &request.team)?;
    form.finish()?;
    let id = match request.id {
        Some(id) => id,
        None => PersonId(new_id(session.now())?),
    };
    let person = Person { id, name: name.unwrap_or_default(), active: true, roles: sorted(request.roles), team_id };
    let mut key_file = session.key_file.clone();
    let key = match request.passphrase.is_empty() {
        true => None,
        false => Some(key_file.add_person(&session.unlocked, id, &person.name, &passphrase, &mut SystemEntropy)?),
    };
    session.transact("add_person", |records, _, at| {
        records.save_person(&person)?;
        if let Some(key) = key {
            records.give_key(id, &key.to_hex(), at.now)?;
            key_file.write(&path)?;
        }
        Ok(on_register((), serde_json::json!({ "person": id, "roles": person.roles, "can_sign_in": key.is_some() })))
    })?;
    session.key_file = key_file;
    super::list_people::people(session)
}

pub(crate) fn sorted(mut roles: Vec<Role>) -> Vec<Role> {
    roles.sort_unstable();
    roles.dedup();
    roles
}
