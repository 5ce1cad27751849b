//! Changes a person's roles, or ends their access, which changes the register's key.

use crate::desk::{Desk, Session, SystemEntropy, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::PeopleView;
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::{Person, StoreError};
use serde::Deserialize;
use ts_rs::TS;

/// Changes a person's roles, or ends their access, which changes the register's key.
#[derive(Deserialize, TS)]
pub struct ChangePerson {
    pub id: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    pub active: bool,
    /// The name of their team; empty: none.
    #[serde(default)]
    pub team: String,
}

pub fn change_person(desk: &mut Desk, request: ChangePerson) -> Result<PeopleView, CommandError> {
    let path = desk.folder().key_file();
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Enter the person’s name.");
    let known = session.read().people()?;
    if known.iter().all(|person| person.id != request.id) {
        form.wrong("name", "There is no such person. Open the page again.");
    }
    if known.iter().any(|person| person.id != request.id && Some(&person.name) == name.as_ref()) {
        form.wrong("name", "Someone has this name already. Add an initial or a team to tell them apart.");
    }
    let administers = |person: &Person| person.active && person.id != request.id && person.roles.contains(&Role::Administrator);
    let stays = request.active && request.roles.contains(&Role::Administrator);
    if !stays && !known.iter().any(administers) {
        form.wrong("roles", "Someone must be the administrator. Give another person that role first.");
    }
    if !request.active && request.id == session.person.id {
        form.wrong("active", "You cannot end your own access. Ask another administrator.");
    }
    let team_id = super::open_case::read_team(session, &mut form, &request.team)?;
    form.finish()?;
    let roles = super::add_person::sorted(request.roles);
    let person = Person { id: request.id, name: name.unwrap_or_default(), active: request.active, roles, team_id };
    session.transact("change_person", |records, _, _| {
        records.save_person(&person)?;
        let payload = serde_json::json!({ "person": person.id, "roles": person.roles, "active": person.active });
        Ok(on_register((), payload))
    })?;
    if person.id == session.person.id {
        session.person = person.clone();
    }
    let has_key = session.key_file.people().any(|(id, _)| id == person.id);
    if !person.active && has_key {
        end_access(session, &person, &path)?;
    }
    super::list_people::people(session)
}

/// Takes the person's slot away and changes the register's key, so that what they knew opens nothing.
fn end_access(session: &mut Session, person: &Person, path: &std::path::Path) -> Result<(), CommandError> {
    session.key_file.remove_person(&session.unlocked, person.id)?;
    let key = session.key_file.rotate(&session.unlocked, &mut SystemEntropy)?;
    session.key_file.write(path)?;
    session.register.rekey(&key).map_err(|error| match error {
        StoreError::DiskFull => CommandError::from(StoreError::DiskFull),
        other => CommandError::from(other),
    })?;
    session.key_file.finish_rotation()?;
    session.key_file.write(path)?;
    session.unlocked = session.key_file.reopen(&session.unlocked)?;
    Ok(())
}
