//! Changes the signed-in person's own passphrase; their signing key stays.

use crate::desk::{Desk, SystemEntropy, on_register};
use crate::error::{CommandError, ErrorCode};
use crate::view::Done;
use caseward_store::keys::Passphrase;
use serde::Deserialize;
use ts_rs::TS;

/// Changes the signed-in person's own passphrase; their signing key stays.
#[derive(Deserialize, TS)]
pub struct ChangePassphrase {
    pub old: String,
    pub new: String,
}

pub fn change_passphrase(desk: &mut Desk, request: ChangePassphrase) -> Result<Done, CommandError> {
    let path = desk.folder().key_file();
    let session = desk.signed_in()?;
    let (old, new) = (Passphrase::new(request.old), Passphrase::new(request.new));
    new.long_enough().map_err(|error| CommandError::invalid("new", error.to_string()))?;
    let mut key_file = session.key_file.clone();
    key_file.change_passphrase(session.person.id, &old, &new, &mut SystemEntropy).map_err(|error| {
        let error = CommandError::from(error);
        if error.code == ErrorCode::WrongPassphrase { CommandError::invalid("old", error.message) } else { error }
    })?;
    session.transact("change_passphrase", |_, _, at| {
        key_file.write(&path)?;
        Ok(on_register((), serde_json::json!({ "person": at.by })))
    })?;
    session.key_file = key_file;
    Ok(Done {})
}
