//! A manager returns a version and says what to do instead.

use super::record_sign_off::DecisionRecorded;
use crate::decision::decide;
use crate::desk::Desk;
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::id::VersionId;
use caseward_domain::item::VersionHash;
use caseward_domain::role::Role;
use caseward_domain::sign_off::{Decision, Outcome};
use serde::Deserialize;
use ts_rs::TS;

/// A manager returns a version and says what to do instead.
#[derive(Deserialize, TS)]
pub struct ReturnItem {
    pub version_id: VersionId,
    pub hash: VersionHash,
    pub reason: String,
}

pub fn return_item(desk: &mut Desk, request: ReturnItem) -> Result<DecisionRecorded, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let reason = form.needed_text("reason", &request.reason, "Say what to do instead, so that the author can put it right.");
    form.finish()?;
    let decision = Decision {
        outcome: Outcome::Returned,
        hash: request.hash,
        level: None,
        plan_progressing: None,
        reason: reason.unwrap_or_default(),
    };
    decide(session, "return_item", request.version_id, decision, |_| Ok(()))
}
