//! A manager signs off the version that they read, states the level and says whether the plan progresses.

use crate::decision::{Deciding, decide};
use crate::desk::Desk;
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::content::Content;
use caseward_domain::id::VersionId;
use caseward_domain::item::VersionHash;
use caseward_domain::reference::CaseReference;
use caseward_domain::role::Role;
use caseward_domain::sign_off::{Decision, Outcome};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// A manager signs off the version that they read, states the level and says whether the plan progresses.
#[derive(Deserialize, TS)]
pub struct RecordSignOff {
    pub version_id: VersionId,
    /// The hash of the version that was on the page.
    pub hash: VersionHash,
    pub level: String,
    /// `yes`, `partly` or `no`.
    pub plan_progressing: String,
    /// Needed where the level differs from the author's, or where the author states none from the one in force.
    #[serde(default)]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionRecorded {
    pub reference: CaseReference,
    /// Flags that stand on the case now, those at rest apart.
    pub flags: u32,
}

pub fn record_sign_off(desk: &mut Desk, request: RecordSignOff) -> Result<DecisionRecorded, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let level = form.level("level", &request.level);
    let plan_progressing = form.choice("plan_progressing", &request.plan_progressing, crate::content::PROGRESSING);
    let reason = form.text("reason", &request.reason);
    form.finish()?;
    let decision =
        Decision { outcome: Outcome::SignedOff, hash: request.hash, level, plan_progressing, reason: reason.unwrap_or_default() };
    let today = session.today();
    decide(session, "record_sign_off", request.version_id, decision, |deciding| {
        let Deciding { case, version, records } = deciding;
        let Content::Closure(closure) = &version.content else { return Ok(()) };
        // Nothing closes without a signed closure, so the case was open until now whatever day the closure names.
        case.closed_on = Some(closure.closing_on.max(today));
        case.version += 1;
        if records.update_case(case)? {
            Ok(())
        } else {
            Err(CommandError::changed("Someone else changed this case meanwhile. Open it again."))
        }
    })
}
