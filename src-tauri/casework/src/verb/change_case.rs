//! Changes the facts of an open case, or who works it and why.

use super::open_case::CaseFactsForm;
use super::open_case::{CaseOpened, check_workers, read_facts, read_team};
use crate::desk::{CASEWORKERS, Desk, on_case};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::id::PersonId;
use caseward_store::WorkerChange;
use serde::Deserialize;
use ts_rs::TS;

/// Changes the facts of an open case, or who works it and why.
#[derive(Deserialize, TS)]
pub struct ChangeCase {
    pub reference: String,
    /// The version that was on the page.
    pub version: u32,
    pub facts: CaseFactsForm,
    #[serde(default)]
    pub team: String,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub manager: Option<PersonId>,
    /// `worker_change_reason` code: needed when the practitioner or manager changes.
    #[serde(default)]
    pub worker_change_reason: String,
}

pub fn change_case(desk: &mut Desk, request: ChangeCase) -> Result<CaseOpened, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let mut case = super::view_case::find(session, &request.reference)?;
    crate::items::refuse_closed(&case)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let facts = read_facts(&mut form, &request.facts);
    let team_id = read_team(session, &mut form, &request.team)?;
    check_workers(session, &mut form, request.practitioner, request.manager)?;
    let worker_changes = (case.practitioner_id, case.manager_id) != (request.practitioner, request.manager);
    let had_one = case.practitioner_id.is_some() || case.manager_id.is_some();
    let reason = match (worker_changes && had_one, request.worker_change_reason.trim()) {
        (true, "") => form.refuse("worker_change_reason", "Say why the worker changed: for a child it is a loss."),
        (_, text) => form.optional_code("worker_change_reason", "worker_change_reason", text),
    };
    form.finish()?;
    if case.version != request.version {
        return Err(moved_on());
    }
    case.version += 1;
    (case.facts, case.team_id) = (facts, team_id);
    (case.practitioner_id, case.manager_id) = (request.practitioner, request.manager);
    let reason = reason.map(|code| code.to_string()).unwrap_or_default();
    session.transact("change_case", |records, rules, at| {
        if !records.update_case(&case)? {
            return Err(moved_on());
        }
        if worker_changes {
            let change = WorkerChange {
                from_on: at.today,
                practitioner_id: case.practitioner_id,
                manager_id: case.manager_id,
                reason: reason.clone(),
            };
            records.insert_worker_change(case.id, at.now, &change)?;
        }
        records.rewrite_duties(&case, rules, at.today)?;
        let payload = serde_json::json!({ "version": case.version, "worker_change_reason": reason });
        Ok(on_case(CaseOpened { reference: case.reference.clone() }, case.id, payload))
    })
}

pub(crate) fn moved_on() -> CommandError {
    CommandError::changed("Someone else changed this case after you opened it. Open it again: what you typed is kept as a draft.")
}
