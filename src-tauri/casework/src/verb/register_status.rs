//! Whether there is a register here, whether it is open, and who may sign in.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::SessionView;
use caseward_domain::id::PersonId;
use caseward_store::StoreError;
use caseward_store::keys::KeyFile;
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

pub fn register_status(desk: &mut Desk, _request: RegisterStatus) -> Result<RegisterStatusView, CommandError> {
    let directory = desk.directory().display().to_string();
    let mut view = RegisterStatusView {
        state: RegisterState::None,
        directory,
        authority: None,
        people: Vec::new(),
        message: None,
        session: None,
    };
    if let Some(session) = desk.session() {
        view.state = RegisterState::Open;
        view.authority = Some(session.authority.clone());
        view.session = Some(super::sign_in::session_view(session)?);
        return Ok(view);
    }
    if !desk.folder().has_register() {
        return Ok(view);
    }
    match usable(desk) {
        Ok(key_file) => {
            view.state = RegisterState::Locked;
            view.people = key_file.people().map(|(id, name)| SignInChoice { id, name: name.to_owned() }).collect();
        }
        Err(error) => {
            view.state = RegisterState::Refused;
            view.message = Some(error.to_string());
        }
    }
    Ok(view)
}

/// The key file of a register whose file is there and not in use.
fn usable(desk: &Desk) -> Result<KeyFile, StoreError> {
    let key_file = KeyFile::read(&desk.folder().key_file())?;
    match std::fs::metadata(desk.folder().database()) {
        Ok(found) if found.len() == 0 => Err(StoreError::ZeroLength),
        Ok(_) => desk.folder().lock().map(|_lock| key_file),
        Err(error) => Err(error.into()),
    }
}
