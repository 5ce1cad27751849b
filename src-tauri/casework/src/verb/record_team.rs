//! Adds a team, or renames one.

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ChoicesView;
use caseward_domain::role::Role;
use serde::Deserialize;
use ts_rs::TS;

/// Adds a team, or renames one.
#[derive(Deserialize, TS)]
pub struct RecordTeam {
    pub name: String,
    /// The name it had; empty: a new team.
    #[serde(default)]
    pub was: String,
}

pub fn record_team(desk: &mut Desk, request: RecordTeam) -> Result<ChoicesView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Enter the team’s name.").unwrap_or_default();
    if session.read().team_by_name(&name)?.is_some() {
        form.wrong("name", "There is a team of this name already.");
    }
    form.finish()?;
    let was = request.was.trim().to_owned();
    session.transact("record_team", |records, _, _| {
        if was.is_empty() {
            records.add_team(&name)?;
        } else if !records.rename_team(&was, &name)? {
            return Err(CommandError::not_found("There is no team of the old name. Open the page again."));
        }
        Ok(on_register((), serde_json::json!({ "team": name, "was": was })))
    })?;
    super::list_choices::choices(session)
}
