//! Unlocks the register with a person's own passphrase.

use crate::desk::{Desk, Session};
use crate::error::{CommandError, ErrorCode};
use crate::names::Names;
use crate::view::{PersonView, SessionView};
use caseward_domain::date::say_date;
use caseward_domain::id::PersonId;
use caseward_store::keys::{KeyFile, Passphrase, Unlocked};
use caseward_store::{Person, Register, StoreError};
use chrono::TimeDelta;
use serde::Deserialize;
use ts_rs::TS;

/// Unlocks the register with a person's own passphrase.
#[derive(Deserialize, TS)]
pub struct SignIn {
    pub person_id: PersonId,
    pub passphrase: String,
}

pub fn sign_in(desk: &mut Desk, request: SignIn) -> Result<SessionView, CommandError> {
    desk.close();
    if !desk.folder().has_register() {
        return Err(StoreError::NoRegister.into());
    }
    let mut key_file = KeyFile::read(&desk.folder().key_file())?;
    let unlocked = key_file.unlock(request.person_id, &Passphrase::new(request.passphrase))?;
    let register = open_with_either_key(desk, &mut key_file, &unlocked)?;
    let unlocked = key_file.reopen(&unlocked)?;
    let no_access =
        || CommandError::new(ErrorCode::NotAllowed, "Your access to this register has ended. Ask your administrator.");
    let person = register.read().person(request.person_id)?.filter(|person| person.active).ok_or_else(no_access)?;
    let session = Session::begin(register, key_file, unlocked, person, desk)?;
    let view = session_view(&session)?;
    desk.open(session);
    Ok(view)
}

/// A rotation of the key that was interrupted leaves two keys: whichever opens the register settles it.
pub(crate) fn open_with_either_key(desk: &Desk, key_file: &mut KeyFile, unlocked: &Unlocked) -> Result<Register, StoreError> {
    let folder = desk.folder();
    let Some(pending) = unlocked.pending_register_key() else { return Register::open(folder, unlocked.register_key()) };
    let register = match Register::open(folder, pending) {
        Ok(register) => {
            key_file.finish_rotation()?;
            register
        }
        Err(StoreError::WrongKey) => {
            let register = Register::open(folder, unlocked.register_key())?;
            key_file.abandon_rotation()?;
            register
        }
        Err(error) => return Err(error),
    };
    key_file.write(&folder.key_file())?;
    Ok(register)
}

pub(crate) fn session_view(session: &Session) -> Result<SessionView, CommandError> {
    Ok(SessionView {
        person: person_view(&session.person, true, &Names::of(&session.read())?),
        authority: session.authority.clone(),
        today: session.today(),
        warnings: warnings(session)?,
    })
}

pub(crate) fn person_view(person: &Person, can_sign_in: bool, names: &Names) -> PersonView {
    PersonView {
        id: person.id,
        name: person.name.clone(),
        roles: person.roles.clone(),
        can_sign_in,
        team: names.team(person.team_id),
        active: person.active,
    }
}

/// What the person should know before they trust a date.
fn warnings(session: &Session) -> Result<Vec<String>, StoreError> {
    let mut warnings = Vec::new();
    if let Some(last) = session.read().last_event_at()?.filter(|last| *last - session.now() > TimeDelta::minutes(5)) {
        warnings.push(format!(
            "This machine’s clock says {}, but the register was last changed on {}. Set the clock before you record anything.",
            say_date(session.today()),
            say_date(caseward_store::civil(last))
        ));
    }
    let known_to = session.rules().calendar.known_to;
    if known_to.signed_duration_since(session.today()).num_days() < 90 {
        warnings.push(format!(
            "Bank holidays are known only to {}. After that, dates in working days are not worked out. Ask your administrator to add the new list.",
            say_date(known_to)
        ));
    }
    Ok(warnings)
}
