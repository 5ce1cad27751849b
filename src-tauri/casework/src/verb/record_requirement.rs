//! Changes the wording of a requirement of a catalogue, or marks it as checked against its source by somebody, on a day.

use serde::Deserialize;
use ts_rs::TS;

use super::record_objective::PLANNERS;
use super::view_action_plan::plan_view;
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ActionPlanView;

/// Changes the wording of a requirement, or marks it as checked against its source.
#[derive(Deserialize, TS)]
pub struct RecordRequirement {
    /// Such as `C-09`.
    pub id: String,
    pub theme: String,
    pub text: String,
    /// Who checked it against the source, by role; empty: nobody has.
    #[serde(default)]
    pub checked_by: String,
    /// As typed; needed with `checked_by`.
    #[serde(default)]
    pub checked_on: String,
}

pub fn record_requirement(desk: &mut Desk, request: RecordRequirement) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let theme = form.words("theme", &request.theme, "Enter the theme.").unwrap_or_default();
    let wording = form.words("text", &request.text, "Enter what the guidance asks, in a sentence.").unwrap_or_default();
    let checked_by = form.role("checked_by", &request.checked_by);
    let checked_on = match checked_by.is_empty() {
        true => None,
        false => form.past_date("checked_on", &request.checked_on, None),
    };
    form.finish()?;
    let checked_on = checked_on.map(|day| day.to_string()).unwrap_or_default();
    session.transact("record_requirement", |records, _, _| {
        if !records.change_requirement(&request.id, &theme, &wording, &checked_by, &checked_on)? {
            return Err(CommandError::not_found("There is no requirement with this id. Choose one of the list."));
        }
        Ok(on_register((), serde_json::json!({ "requirement": request.id, "checked_on": checked_on })))
    })?;
    plan_view(session, session.today())
}
