//! Wakes a flag that rests.

use crate::desk::{Desk, on_case};
use crate::error::CommandError;
use crate::view::Done;
use caseward_domain::role::Role;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Wakes a flag that rests.
#[derive(Deserialize, TS)]
pub struct EndSnooze {
    pub id: Uuid,
}

pub fn end_snooze(desk: &mut Desk, request: EndSnooze) -> Result<Done, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    session.transact("end_snooze", |records, rules, at| {
        let gone = || CommandError::changed("This flag is not at rest any more. Open the worklist again.");
        let snooze = records.snooze(request.id)?.ok_or_else(gone)?;
        if !records.end_snooze(snooze.id, at.by, at.now)? {
            return Err(gone());
        }
        let case = records.case_by_id(snooze.case)?.ok_or_else(gone)?;
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(Done {}, case.id, serde_json::json!({ "snooze": snooze.id })))
    })
}
