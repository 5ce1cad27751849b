//! Opens a closed case again, from a day on and with the reason. The earlier span stays as it was.

use crate::desk::{CASEWORKERS, Desk, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::verb::CaseOpened;
use caseward_store::EarlierPeriod;
use serde::Deserialize;
use ts_rs::TS;

/// Opens a closed case again, from a day on and with the reason. The earlier span stays as it was.
#[derive(Deserialize, TS)]
pub struct ReopenCase {
    pub reference: String,
    /// The version that was on the page.
    pub version: u32,
    /// As typed; on or after the day it closed, and not in the future.
    pub reopened_on: String,
    pub reason: String,
}

pub fn reopen_case(desk: &mut Desk, request: ReopenCase) -> Result<CaseOpened, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let mut case = super::view_case::find(session, &request.reference)?;
    let Some(closed_on) = case.closed_on else {
        let is_stale = case.version != request.version;
        let is_open = || CommandError::refused("This case is open. Only a closed case is opened again.");
        return Err(if is_stale { super::change_case::moved_on() } else { is_open() });
    };
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let reopened_on = form.past_date("reopened_on", &request.reopened_on, Some((closed_on, "the case closed")));
    if reopened_on == Some(case.opened_on) {
        form.wrong("reopened_on", "The case opened and closed on this day. Enter a later day.");
    }
    let reason = form.needed_text("reason", &request.reason, "Say why the case is opened again.");
    form.finish()?;
    let (Some(reopened_on), Some(reason)) = (reopened_on, reason) else {
        return Err(CommandError::invalid("reopened_on", "Enter a date."));
    };
    if case.version != request.version {
        return Err(super::change_case::moved_on());
    }
    let opened_on = std::mem::replace(&mut case.opened_on, reopened_on);
    case.closed_on = None;
    case.version += 1;
    session.transact("reopen_case", |records, rules, at| {
        let earlier = EarlierPeriod { opened_on, closed_on, reopened_by: at.by, reopened_at: at.now, reason };
        records.insert_earlier_period(case.id, &earlier)?;
        if !records.update_case(&case)? {
            return Err(super::change_case::moved_on());
        }
        records.rewrite_duties(&case, rules, at.today)?;
        let payload = serde_json::json!({ "closed_on": closed_on, "reopened_on": reopened_on, "version": case.version });
        Ok(on_case(CaseOpened { reference: case.reference.clone() }, case.id, payload))
    })
}
