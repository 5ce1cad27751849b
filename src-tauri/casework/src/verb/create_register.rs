//! Makes a register with its first person, who holds every role until others are added.

use crate::desk::{Desk, Session, SystemEntropy, new_id, on_register, random};
use crate::error::{CommandError, FieldError};
use crate::view::SessionView;
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::keys::{KeyFile, Passphrase};
use caseward_store::{NewRegister, Person, Register, StoreError};
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

pub fn create_register(desk: &mut Desk, request: CreateRegister) -> Result<RegisterCreated, CommandError> {
    let (authority, name) = (request.authority.trim().to_owned(), request.person_name.trim().to_owned());
    let passphrase = Passphrase::new(request.passphrase);
    check(&authority, &name, &passphrase)?;
    let person = Person { id: PersonId(new_id(desk.now())?), name, active: true, roles: Role::ALL.to_vec(), team_id: None };
    make(desk, &authority, person, &passphrase)
}

pub(crate) fn make(
    desk: &mut Desk,
    authority: &str,
    person: Person,
    passphrase: &Passphrase,
) -> Result<RegisterCreated, CommandError> {
    if desk.folder().has_register() {
        return Err(StoreError::AlreadyThere.into());
    }
    std::fs::create_dir_all(desk.directory()).map_err(StoreError::from)?;
    let now = desk.now();
    let register_id = new_id(now)?;
    let (mut key_file, unlocked, recovery) =
        KeyFile::create(register_id, person.id, &person.name, passphrase, &mut SystemEntropy)?;
    key_file.write(&desk.folder().key_file())?;
    let new = NewRegister { id: register_id, authority, made_at: now, link_secret: random()? };
    let made = Register::create(desk.folder(), unlocked.register_key(), |records| {
        records.seed(&new)?;
        records.save_person(&person)?;
        records.give_key(person.id, &unlocked.verifying_key().to_hex(), now)
    });
    let register = match made {
        Ok(register) => register,
        Err(error) => {
            // Only what this call wrote a moment ago: the folder had no register.
            let _ = std::fs::remove_file(desk.folder().database());
            let _ = std::fs::remove_file(desk.folder().key_file());
            return Err(error.into());
        }
    };
    let mut session = Session::begin(register, key_file, unlocked, person, desk)?;
    session.transact("create_register", |_, _, at| Ok(on_register((), serde_json::json!({ "person": at.by }))))?;
    let view = super::sign_in::session_view(&session)?;
    desk.open(session);
    Ok(RegisterCreated { session: view, recovery_code: recovery.to_text().to_string() })
}

fn check(authority: &str, name: &str, passphrase: &Passphrase) -> Result<(), CommandError> {
    let mut wrong = Vec::new();
    let mut refuse = |field: &str, message: String| wrong.push(FieldError { field: field.to_owned(), message });
    if authority.is_empty() {
        refuse("authority", "Enter the name of the authority.".to_owned());
    }
    if name.is_empty() {
        refuse("person_name", "Enter your name.".to_owned());
    }
    if let Err(error) = passphrase.long_enough() {
        refuse("passphrase", error.to_string());
    }
    if wrong.is_empty() { Ok(()) } else { Err(CommandError::invalid_fields(wrong)) }
}
