//! The people of the register and their roles.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::view::PeopleView;
use serde::Deserialize;
use ts_rs::TS;

/// The people of the register and their roles.
#[derive(Deserialize, TS)]
pub struct ListPeople {}

pub fn list_people(desk: &mut Desk, _request: ListPeople) -> Result<PeopleView, CommandError> {
    people(desk.signed_in()?)
}

pub(crate) fn people(session: &Session) -> Result<PeopleView, CommandError> {
    let with_keys: Vec<_> = session.key_file.people().map(|(id, _)| id).collect();
    let names = crate::names::Names::of(&session.read())?;
    let view = |person: caseward_store::Person| super::sign_in::person_view(&person, with_keys.contains(&person.id), &names);
    Ok(PeopleView { people: session.read().people()?.into_iter().map(view).collect() })
}
