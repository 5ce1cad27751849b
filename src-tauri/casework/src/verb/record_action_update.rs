//! Records progress on an action of the action plan, with its evidence.

use super::record_objective::PLANNERS;
use super::view_action_plan::plan_view;
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;
use caseward_domain::action_plan::ActionState;
use caseward_domain::id::ActionId;
use caseward_store::ActionUpdate;
use serde::Deserialize;
use ts_rs::TS;

/// Records progress on an action of the action plan, with its evidence.
#[derive(Deserialize, TS)]
pub struct RecordActionUpdate {
    pub action_id: ActionId,
    pub on: String,
    pub state: ActionState,
    pub text: String,
    #[serde(default)]
    pub evidence: String,
    /// Who checked the evidence, other than the owner.
    #[serde(default)]
    pub checked_by: String,
    /// Where the measure stands now; empty keeps what it was.
    #[serde(default)]
    pub now: String,
}

pub fn record_action_update(desk: &mut Desk, request: RecordActionUpdate) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let day = form.past_date("on", &request.on, None);
    let progress = form.words("text", &request.text, "Say what has changed since the last update.");
    let evidence = request.evidence.trim().to_owned();
    let checked_by = request.checked_by.trim().to_owned();
    let no_such = || CommandError::not_found("There is no such action. Open the action plan again.");
    let mut action = session.read().actions()?.into_iter().find(|action| action.id == request.action_id).ok_or_else(no_such)?;
    if !checked_by.is_empty() && checked_by.eq_ignore_ascii_case(&action.owner_role) {
        form.wrong("checked_by", "Someone other than the action’s owner checks the evidence.");
    }
    if request.state == ActionState::EffectConfirmed && (evidence.is_empty() || checked_by.is_empty()) {
        form.wrong("evidence", "An effect is confirmed by a sample: say which sample, when, and who checked it.");
    }
    form.finish()?;
    let Some(day) = day else { return Err(CommandError::invalid("on", "Enter a date.")) };
    let id = new_id(session.now())?;
    let now = request.now.trim().to_owned();
    session.transact("record_action_update", |records, _, at| {
        let progress = progress.unwrap_or_default();
        let update = ActionUpdate {
            id,
            action: action.id,
            day,
            state: request.state,
            progress,
            evidence,
            checked_by,
            by: at.by,
            at: at.now,
        };
        records.insert_action_update(&update)?;
        if !now.is_empty() {
            action.now = now;
            records.save_action(&action)?;
        }
        Ok(on_register((), serde_json::json!({ "action": action.id, "state": request.state, "on": day })))
    })?;
    plan_view(session, session.today())
}
