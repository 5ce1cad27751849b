//! Adds an action to the action plan, or changes one. Every moved due date is kept.

use super::record_objective::PLANNERS;
use super::view_action_plan::plan_view;
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;
use caseward_domain::id::{ActionId, ObjectiveId};
use caseward_store::Action;
use serde::Deserialize;
use ts_rs::TS;

/// Adds an action to the action plan, or changes one. Every moved due date is kept.
#[derive(Deserialize, TS)]
pub struct RecordAction {
    #[serde(default)]
    pub id: Option<ActionId>,
    pub objective_id: ObjectiveId,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    #[serde(default)]
    pub partners: String,
    #[serde(default)]
    pub start_on: String,
    pub due_on: String,
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub baseline: String,
    #[serde(default)]
    pub target: String,
    #[serde(default)]
    pub now: String,
    /// Ids of requirements, such as `C-09`.
    #[serde(default)]
    pub requirements: Vec<String>,
}

pub fn record_action(desk: &mut Desk, request: RecordAction) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let title = form.words("title", &request.title, "Enter the action: what will be done.");
    let owner_role = form.words("owner_role", &request.owner_role, "Enter the owner, by their role.");
    let organisation = form.words("organisation", &request.organisation, "Enter the owner’s organisation.");
    let start_on = form.optional_date("start_on", &request.start_on);
    let due_on = form.date("due_on", &request.due_on);
    let due_on = due_on.and_then(|due| form.not_before("due_on", due, start_on.map(|start| (start, "the action starts"))));
    let known = session.read().requirements()?;
    if request.requirements.len() > 100 || request.requirements.iter().any(|id| known.iter().all(|r| r.id != *id)) {
        form.wrong("requirements", "Choose requirements of the list, at most 100.");
    }
    if session.read().objectives()?.iter().all(|objective| objective.id != request.objective_id) {
        form.wrong("objective_id", "Choose the objective that this action serves.");
    }
    form.finish()?;
    let before = session.read().actions()?.into_iter().find(|action| Some(action.id) == request.id);
    if request.id.is_some() && before.is_none() {
        return Err(CommandError::not_found("There is no such action. Open the action plan again."));
    }
    let Some(due_on) = due_on else { return Err(CommandError::invalid("due_on", "Enter a date.")) };
    let id = match request.id {
        Some(id) => id,
        None => ActionId(new_id(session.now())?),
    };
    let action = Action {
        id,
        objective: request.objective_id,
        title: title.unwrap_or_default(),
        owner_role: owner_role.unwrap_or_default(),
        organisation: organisation.unwrap_or_default(),
        partners: request.partners.trim().to_owned(),
        start_on,
        due_on,
        measure: request.measure.trim().to_owned(),
        baseline: request.baseline.trim().to_owned(),
        target: request.target.trim().to_owned(),
        now: request.now.trim().to_owned(),
        requirements: request.requirements,
        moved: Vec::new(),
    };
    session.transact("record_action", |records, _, at| {
        records.save_action(&action)?;
        if let Some(was) = before.map(|before| before.due_on).filter(|was| *was != action.due_on) {
            records.insert_moved(id, was, at.now)?;
        }
        Ok(on_register((), serde_json::json!({ "action": id, "due_on": action.due_on })))
    })?;
    plan_view(session, session.today())
}
