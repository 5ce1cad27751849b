//! Opens the register with the printed recovery code, when a passphrase is lost, and gives a person a new passphrase.

use caseward_domain::id::PersonId;
use caseward_store::StoreError;
use caseward_store::keys::{KeyFile, Passphrase, RecoveryCode};
use serde::Deserialize;
use ts_rs::TS;

use super::create_register::RegisterCreated;
use super::sign_in::{open_with_either_key, session_view};
use crate::desk::{Desk, Session, SystemEntropy, on_register};
use crate::error::{CommandError, ErrorCode};

/// The code is used up: the answer holds a new one, shown once. The person gets a new signing key; what they signed before
/// can still be checked.
#[derive(Deserialize, TS)]
pub struct RecoverAccess {
    pub person_id: PersonId,
    pub recovery_code: String,
    pub passphrase: String,
}

pub fn recover_access(desk: &mut Desk, request: RecoverAccess) -> Result<RegisterCreated, CommandError> {
    desk.close();
    let path = desk.folder().key_file();
    if !desk.folder().has_register() {
        return Err(StoreError::NoRegister.into());
    }
    let code =
        RecoveryCode::parse(&request.recovery_code).map_err(|error| CommandError::invalid("recovery_code", error.to_string()))?;
    let passphrase = Passphrase::new(request.passphrase);
    passphrase.long_enough()?;
    let mut key_file = KeyFile::read(&path)?;
    let by_code = key_file.unlock_with_recovery(&code).map_err(|error| {
        let error = CommandError::from(error);
        if error.code == ErrorCode::WrongPassphrase { CommandError::invalid("recovery_code", error.message) } else { error }
    })?;
    let register = open_with_either_key(desk, &mut key_file, &by_code)?;
    let by_code = key_file.reopen(&by_code)?;
    let no_access = || CommandError::not_allowed("This person’s access has ended. Choose another person.");
    let person = register.read().person(request.person_id)?.filter(|person| person.active).ok_or_else(no_access)?;
    let key = key_file.add_person(&by_code, person.id, &person.name, &passphrase, &mut SystemEntropy)?;
    let new_code = key_file.replace_recovery(&by_code, &mut SystemEntropy)?;
    let unlocked = key_file.unlock(person.id, &passphrase)?;
    let mut session = Session::begin(register, key_file.clone(), unlocked, person, desk)?;
    session.transact("recover_access", |records, _, at| {
        records.give_key(at.by, &key.to_hex(), at.now)?;
        key_file.write(&path)?;
        Ok(on_register((), serde_json::json!({ "person": at.by })))
    })?;
    session.key_file = key_file;
    let view = session_view(&session)?;
    desk.open(session);
    Ok(RegisterCreated { session: view, recovery_code: new_code.to_text().to_string() })
}
