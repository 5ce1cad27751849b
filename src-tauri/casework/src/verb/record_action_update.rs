//! Records progress on an action of the action plan, with its evidence.

use super::record_objective::PLANNERS;
use super::view_action_plan::plan_view;
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;
use caseward_domain::action_plan::{ActionState, Update, is_owner};
use caseward_domain::id::ActionId;
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
    /// Who checked the evidence, by role, other than the owner.
    #[serde(default)]
    pub checked_by: String,
    /// Where the measure stood on that day; empty: not said.
    #[serde(default)]
    pub now: String,
    /// The reference of the sample that confirms the effect.
    #[serde(default)]
    pub sample: String,
    /// The day on which the sample was taken; needed with `sample`.
    #[serde(default)]
    pub sampled_on: String,
}

const BY_A_SAMPLE: &str = "An effect is confirmed by a sample: enter its reference, as it stands in the list of samples.";

pub fn record_action_update(desk: &mut Desk, request: RecordActionUpdate) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let no_such = || CommandError::not_found("There is no such action. Open the action plan again.");
    let action = session.read().actions()?.into_iter().find(|a| a.record.id == request.action_id).ok_or_else(no_such)?;
    let terms = &action.record.terms;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let day = form.past_date("on", &request.on, None);
    form.words("text", &request.text, "Say what has changed since the last update.");
    let progress = form.words_without_people("text", &request.text);
    let evidence = form.words_without_people("evidence", &request.evidence);
    let now = form.words_without_people("now", &request.now);
    let checked_by = form.role("checked_by", &request.checked_by);
    let sample = form.words_without_people("sample", &request.sample);
    let sampled_on = match sample.is_empty() {
        true => None,
        false => form.past_date("sampled_on", &request.sampled_on, None),
    };
    if !checked_by.is_empty() && is_owner(&checked_by, &terms.owner_role, &terms.organisation) {
        form.wrong("checked_by", "Someone other than the action’s owner checks the evidence.");
    }
    if !checked_by.is_empty() && evidence.is_empty() {
        form.wrong("evidence", "Say what was checked, and of which date it is.");
    }
    if request.state == ActionState::EffectConfirmed {
        for (field, text, ask) in [
            ("sample", &sample, BY_A_SAMPLE),
            ("evidence", &evidence, "Say what the sample showed."),
            ("checked_by", &checked_by, "Say who checked it, by role, other than the action’s owner."),
        ] {
            if text.is_empty() {
                form.wrong(field, ask);
            }
        }
    }
    form.finish()?;
    let Some(day) = day else { return Err(CommandError::invalid("on", "Enter a date.")) };
    let id = new_id(session.now())?;
    session.transact("record_action_update", |records, _, at| {
        let (by, recorded_on, state) = (at.by, at.today, request.state);
        let update = Update { day, state, progress, now, evidence, checked_by, sample, sampled_on, by, recorded_on };
        records.insert_action_update(id, request.action_id, &update, at.now)?;
        Ok(on_register((), serde_json::json!({ "action": request.action_id, "state": state, "on": day })))
    })?;
    plan_view(session, session.today())
}
