//! A manager's decision: checked by the domain, signed with the manager's own key, and written as a row about a version.

use caseward_domain::id::VersionId;
use caseward_domain::sign_off::{Decision, DecisionRefused, decide as rule, signed_bytes};
use caseward_store::{CaseRecord, Records, SignOffRecord, VersionRecord};

use crate::desk::{Session, on_case};
use crate::error::CommandError;
use crate::items::{about, latest_of_open, stated_level};
use crate::verb::DecisionRecorded;

/// What a decision may change beside its own row.
pub(crate) struct Deciding<'a> {
    pub case: &'a mut CaseRecord,
    pub version: &'a VersionRecord,
    pub records: &'a Records<'a>,
}

pub(crate) fn decide(
    session: &mut Session,
    op: &'static str,
    id: VersionId,
    decision: Decision,
    then: impl FnOnce(Deciding<'_>) -> Result<(), CommandError>,
) -> Result<DecisionRecorded, CommandError> {
    let (by, at, roles) = (session.person.id, session.now(), session.person.roles.clone());
    let signature = session.unlocked.sign_hex(&signed_bytes(&decision, by, at));
    session.transact(op, |records, rules, now| {
        let no_such = || CommandError::not_found("There is no such version. Open the case to see what there is.");
        let read = records.version(id)?.ok_or_else(no_such)?;
        let (mut case, latest) = latest_of_open(records, read.item)?;
        rule(&read.version(), stated_level(&read.content), &decision, by, &roles).map_err(refusal)?;
        if latest.id != read.id {
            return Err(refusal(DecisionRefused::Changed));
        }
        let mut payload = about(&read.version());
        if let Some(map) = payload.as_object_mut() {
            map.insert("level".to_owned(), serde_json::json!(decision.level));
            map.insert("signature".to_owned(), serde_json::json!(signature));
        }
        let deputy_for = None;
        let level_before = None;
        records.insert_sign_off(id, &SignOffRecord { decision, by, at, signature, level_before, deputy_for })?;
        then(Deciding { case: &mut case, version: &read, records })?;
        let owed = records.rewrite_duties(&case, rules, now.today)?;
        let flags = owed.iter().filter(|duty| duty.is_flag_on(now.today)).count();
        let view = DecisionRecorded { reference: case.reference.clone(), flags: u32::try_from(flags).unwrap_or(u32::MAX) };
        Ok(on_case(view, case.id, payload))
    })
}

/// Each refusal as the window handles it: at a field, as not allowed, or as "open it again".
fn refusal(refused: DecisionRefused) -> CommandError {
    let message = refused.to_string();
    match refused {
        DecisionRefused::NotAManager | DecisionRefused::OwnWork => CommandError::not_allowed(message),
        DecisionRefused::NotWaiting | DecisionRefused::AlreadyDecided | DecisionRefused::Changed => {
            CommandError::changed(message)
        }
        DecisionRefused::LevelMissing => CommandError::invalid("level", message),
        DecisionRefused::ProgressMissing => CommandError::invalid("plan_progressing", message),
        DecisionRefused::LevelReasonMissing | DecisionRefused::ReturnReasonMissing => CommandError::invalid("reason", message),
    }
}
