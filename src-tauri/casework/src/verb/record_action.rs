//! Adds an action to the action plan, or changes one. What it said before is kept, every moved due date with it.

use super::record_objective::PLANNERS;
use super::view_action_plan::plan_view;
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;
use caseward_domain::action_plan::{ActionTerms, PlanAction};
use caseward_domain::date::say_date;
use caseward_domain::id::{ActionId, ObjectiveId};
use caseward_intake::plan::too_many_requirements;
use caseward_store::Action;
use serde::Deserialize;
use ts_rs::TS;

/// Adds an action to the action plan, or changes one. What it said before is kept.
#[derive(Deserialize, TS)]
pub struct RecordAction {
    #[serde(default)]
    pub id: Option<ActionId>,
    pub objective_id: ObjectiveId,
    /// Such as `2.4`; empty: not numbered.
    #[serde(default)]
    pub number: String,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    #[serde(default)]
    pub partners: String,
    #[serde(default)]
    pub start_on: String,
    pub due_on: String,
    /// Why the due date was moved; needed when it was.
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub baseline: String,
    #[serde(default)]
    pub target: String,
    /// Ids of requirements, such as `C-09`.
    #[serde(default)]
    pub requirements: Vec<String>,
    /// From which day on it is no longer part of the plan; empty: it is.
    #[serde(default)]
    pub withdrawn_on: String,
}

const NO_DATE: &str = "Enter the date by which it is done. For work that goes on, enter the day on which it is looked at next.";

pub fn record_action(desk: &mut Desk, request: RecordAction) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let title = form.words("title", &request.title, "Enter the action: what will be done.").unwrap_or_default();
    form.words("owner_role", &request.owner_role, "Enter the owner, by their role.");
    form.words("organisation", &request.organisation, "Enter the owner’s organisation.");
    if request.due_on.trim().is_empty() {
        form.wrong("due_on", NO_DATE);
    }
    let start_on = form.optional_date("start_on", &request.start_on);
    let due_on = form.optional_date("due_on", &request.due_on);
    let due_on = due_on.and_then(|due| form.not_before("due_on", due, start_on.map(|start| (start, "the action starts"))));
    let withdrawn_on = form.optional_date("withdrawn_on", &request.withdrawn_on);
    let withdrawn_on = withdrawn_on.and_then(|day| form.in_the_past("withdrawn_on", day, None));
    let known = session.read().requirements()?;
    let mut requirements = request.requirements.clone();
    requirements.sort();
    requirements.dedup();
    if let Some(too_many) = too_many_requirements(requirements.len()) {
        form.wrong("requirements", too_many);
    } else if requirements.iter().any(|id| known.iter().all(|r| r.id != *id)) {
        form.wrong("requirements", "Choose requirements of the list.");
    }
    if session.read().objectives()?.iter().all(|objective| objective.id != request.objective_id) {
        form.wrong("objective_id", "Choose the objective that this action serves.");
    }
    let terms = ActionTerms {
        title: form.words_without_people("title", &title),
        owner_role: form.role("owner_role", &request.owner_role),
        organisation: form.words_without_people("organisation", &request.organisation),
        partners: form.words_without_people("partners", &request.partners),
        start_on,
        due_on,
        measure: form.words_without_people("measure", &request.measure),
        baseline: form.words_without_people("baseline", &request.baseline),
        target: form.words_without_people("target", &request.target),
        requirements,
        withdrawn_on,
    };
    let number = form.words_without_people("number", &request.number);
    let why = form.words_without_people("why", &request.why);
    let before = session.read().actions()?.into_iter().find(|action| Some(action.record.id) == request.id);
    let was = before.as_ref().and_then(|action| action.record.terms.due_on);
    if let (Some(was), Some(due_on)) = (was, due_on)
        && was != due_on
        && why.is_empty()
    {
        form.wrong("why", format!("Say why the date moved from {}.", say_date(was)));
    }
    form.finish()?;
    if request.id.is_some() && before.is_none() {
        return Err(CommandError::not_found("There is no such action. Open the action plan again."));
    }
    let id = match request.id {
        Some(id) => id,
        None => ActionId(new_id(session.now())?),
    };
    let record = PlanAction { id, entered_on: None, terms, changes: Vec::new(), updates: Vec::new() };
    let action = Action { objective: request.objective_id, number, undated_now: String::new(), record };
    session.transact("record_action", |records, _, at| {
        records.save_action(&action, at.now)?;
        let due_on = action.record.terms.due_on;
        if let Some(before) = before {
            let left = before.record.terms.left_for(&action.record.terms);
            if !left.0.is_empty() {
                let why = if before.record.terms.due_on == due_on { "" } else { why.as_str() };
                records.insert_action_change(id, &left, why, at.by, at.now)?;
            }
        }
        Ok(on_register((), serde_json::json!({ "action": id, "due_on": due_on })))
    })?;
    plan_view(session, session.today())
}
