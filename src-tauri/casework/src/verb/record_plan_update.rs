//! Records progress on an action of a child's plan.

use crate::desk::{CASEWORKERS, Desk, new_id, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::Done;
use crate::view::PlanActionState;
use caseward_domain::id::PlanActionId;
use caseward_store::PlanUpdate;
use serde::Deserialize;
use ts_rs::TS;

/// Records progress on an action of a child's plan.
#[derive(Deserialize, TS)]
pub struct RecordPlanUpdate {
    pub reference: String,
    pub action_id: PlanActionId,
    /// The day of the progress, as typed.
    pub on: String,
    pub state: PlanActionState,
    #[serde(default)]
    pub note: String,
}

pub fn record_plan_update(desk: &mut Desk, request: RecordPlanUpdate) -> Result<Done, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = super::view_case::find(session, &request.reference)?;
    crate::items::refuse_closed(&case)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let day = form.past_date("on", &request.on, Some(super::record_item::within(session, &case, None)?.opened));
    let note = form.text("note", &request.note);
    form.finish()?;
    let (Some(day), Some(note)) = (day, note) else { return Err(CommandError::invalid("on", "Enter a date.")) };
    let file = session.read().case_file(case.clone())?;
    if !file.plans_action(request.action_id) {
        return Err(CommandError::not_found("There is no such action in the child’s plan. Open the case again."));
    }
    let state = match request.state {
        PlanActionState::Open => "open",
        PlanActionState::Done => "done",
        PlanActionState::Cancelled => "cancelled",
    };
    let id = new_id(session.now())?;
    session.transact("record_plan_update", |records, rules, at| {
        let update = PlanUpdate { id, action: request.action_id, day, state: state.to_owned(), note, by: at.by, at: at.now };
        records.insert_plan_update(case.id, &update)?;
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(Done {}, case.id, serde_json::json!({ "action": request.action_id, "state": state, "on": day })))
    })
}
