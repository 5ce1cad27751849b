//! Ends a deputy’s period before its last day.

use super::list_deputies::{deputies, may_end};
use super::name_deputy::DEPUTERS;
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::view::DeputiesView;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Ends a deputy’s period before its last day.
#[derive(Deserialize, TS)]
pub struct EndDeputy {
    pub id: Uuid,
}

pub fn end_deputy(desk: &mut Desk, request: EndDeputy) -> Result<DeputiesView, CommandError> {
    let session = desk.signed_in_as(DEPUTERS)?;
    let no_such = || CommandError::not_found("There is no such deputy. Open the page again to see who decides for whom.");
    let deputy = session.read().deputy(request.id)?.ok_or_else(no_such)?;
    if !may_end(session, deputy.period.manager) {
        let manager = session.names()?.person(deputy.period.manager);
        return Err(CommandError::not_allowed(format!("Only {manager} or an administrator ends this.")));
    }
    session.transact("end_deputy", |records, _, at| {
        if records.deputy(request.id)?.is_none_or(|deputy| deputy.period.is_over(at.today)) {
            return Err(CommandError::changed("This is over already. Open the page again to see who decides for whom."));
        }
        records.end_deputy(request.id, at.today)?;
        Ok(on_register((), serde_json::json!({ "period": request.id, "ended_on": at.today })))
    })?;
    deputies(session)
}
