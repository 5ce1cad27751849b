//! Adds an objective to the action plan, or changes one.

use super::view_action_plan::plan_view;
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;
use caseward_domain::id::ObjectiveId;
use caseward_domain::role::Role;
use caseward_store::Objective;
use serde::Deserialize;
use ts_rs::TS;

/// Adds an objective to the action plan, or changes one.
#[derive(Deserialize, TS)]
pub struct RecordObjective {
    #[serde(default)]
    pub id: Option<ObjectiveId>,
    pub theme: String,
    pub title: String,
}

/// Those who keep the authority's action plan.
pub(crate) const PLANNERS: &[Role] = &[Role::Manager, Role::Analyst, Role::Administrator];

pub fn record_objective(desk: &mut Desk, request: RecordObjective) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let theme = form.words("theme", &request.theme, "Enter the theme, such as prevention or protection.");
    let title = form.words("title", &request.title, "Enter the objective: what should be true when it is reached.");
    form.finish()?;
    if let Some(id) = request.id
        && session.read().objectives()?.iter().all(|objective| objective.id != id)
    {
        return Err(CommandError::not_found("There is no such objective. Open the action plan again."));
    }
    let id = match request.id {
        Some(id) => id,
        None => ObjectiveId(new_id(session.now())?),
    };
    session.transact("record_objective", |records, _, _| {
        records.save_objective(&Objective { id, theme: theme.unwrap_or_default(), title: title.unwrap_or_default() })?;
        Ok(on_register((), serde_json::json!({ "objective": id })))
    })?;
    plan_view(session, session.today())
}
