//! A manager's decision: checked by the domain, signed with the manager's own key, and written as a row about a version.

use caseward_domain::content::Content;
use caseward_domain::date::say_date;
use caseward_domain::duty::Duty;
use caseward_domain::id::VersionId;
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::sign_off::{Decision, DecisionRefused, Outcome, decide as rule, signed_bytes};
use caseward_store::{CaseRecord, Records, SignOffRecord, StoreError, VersionRecord, civil_time, rest_on};
use chrono::NaiveDate;

use crate::desk::{Session, on_case};
use crate::error::CommandError;
use crate::flags::weigh;
use crate::items::{about, latest_of_open, stated_level};
use crate::names::Names;
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
    let (by, at) = (session.person.id, session.now());
    let signature = session.unlocked.sign_hex(&signed_bytes(&decision, by, at));
    session.transact(op, |records, rules, now| {
        let no_such = || CommandError::not_found("There is no such version. Open the case to see what there is.");
        let read = records.version(id)?.ok_or_else(no_such)?;
        // As the register has them now: the role may have been taken away since the person signed in.
        let roles = records.person(by)?.filter(|person| person.active).map(|person| person.roles).unwrap_or_default();
        let level_before = level_met(records, &read, now.today)?;
        let ruled = rule(&read.version(), level_before.as_ref(), &decision, by, &roles);
        if let (Err(DecisionRefused::AlreadyDecided), Some(first)) = (ruled, &read.sign_off) {
            return Err(CommandError::changed(say(first, &Names::of(records)?)));
        }
        let (mut case, latest) = latest_of_open(records, read.item)?;
        ruled.map_err(refusal)?;
        if latest.id != read.id {
            return Err(refusal(DecisionRefused::Changed));
        }
        let deputises_for = records.deputises_for(by, now.today)?;
        let deputy_for = case.manager_id.filter(|manager| *manager != by && deputises_for.contains(manager));
        let mut payload = about(&read.version());
        if let Some(map) = payload.as_object_mut() {
            map.insert("level".to_owned(), serde_json::json!(decision.level));
            map.insert("level_before".to_owned(), serde_json::json!(level_before));
            map.insert("deputy_for".to_owned(), serde_json::json!(deputy_for));
            map.insert("signature".to_owned(), serde_json::json!(signature));
            if let (Outcome::SignedOff, Content::Closure(closure)) = (decision.outcome, &read.content) {
                let weighed = weigh(records, rules, case.clone())?;
                let concerns =
                    crate::leaving::concerns(&weighed, rules, decision.level.as_ref(), closure.closing_on.max(now.today));
                map.insert("concerns".to_owned(), serde_json::json!(crate::leaving::names(&concerns)));
            }
        }
        records.insert_sign_off(id, &SignOffRecord { decision, by, at, signature, level_before, deputy_for })?;
        then(Deciding { case: &mut case, version: &read, records })?;
        let owed = records.rewrite_duties(&case, rules, now.today)?;
        let snoozes = records.snoozes(case.id)?;
        let stands = |duty: &&Duty| duty.is_flag_on(now.today) && rest_on(&snoozes, duty, now.today).is_none();
        let flags = owed.iter().filter(stands).count();
        let view = DecisionRecorded { reference: case.reference.clone(), flags: u32::try_from(flags).unwrap_or(u32::MAX) };
        Ok(on_case(view, case.id, payload))
    })
}

/// The level that the manager meets: the one that the version states, else the one in force before this decision.
fn level_met(records: &Records<'_>, version: &VersionRecord, today: NaiveDate) -> Result<Option<RiskLevel>, CommandError> {
    if let Some(stated) = stated_level(&version.content) {
        return Ok(Some(stated.clone()));
    }
    let case = records.case_by_id(version.case)?.ok_or(StoreError::Unreadable)?;
    let levels = records.case_file(case)?.history().levels;
    Ok(level_in_force(&levels, today).map(|found| found.level.clone()))
}

/// Who decided, how and when, for whoever comes second.
pub(crate) fn say(first: &SignOffRecord, names: &Names) -> String {
    let by = names.person(first.by);
    let by = match first.deputy_for {
        Some(manager) => format!("{by}, for {},", names.person(manager)),
        None => by,
    };
    let how = match (first.decision.outcome, &first.decision.level) {
        (Outcome::SignedOff, Some(level)) => format!("signed this version off at {}", level.as_str()),
        (Outcome::SignedOff, None) => "signed this version off".to_owned(),
        (Outcome::Returned, _) => "returned this version".to_owned(),
    };
    let when = civil_time(first.at);
    format!("{by} {how} on {} at {}.", say_date(when.date()), when.format("%H:%M"))
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

#[cfg(test)]
mod tests {
    use crate::{Desk, call};
    use serde_json::{Value, json};

    const PASSPHRASE: &str = "a passphrase for tests";

    fn ask(desk: &mut Desk, verb: &str, request: Value) -> Value {
        call(desk, verb, request).unwrap()
    }

    fn sit_down(desk: &mut Desk, people: &Value, name: &str) {
        let person = people["people"].as_array().unwrap().iter().find(|person| person["name"] == name).unwrap();
        ask(desk, "sign_in", json!({"person_id": person["id"], "passphrase": PASSPHRASE}));
    }

    /// The desk asks the session; the register is asked too, in the transaction of the decision.
    #[test]
    fn a_manager_who_lost_the_role_since_signing_in_decides_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let now = || "2026-11-25T12:00:00Z".parse().unwrap();
        let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(now));
        ask(
            &mut desk,
            "create_register",
            json!({"authority": "Test Council", "person_name": "Alan Reid", "passphrase": PASSPHRASE}),
        );
        let mut people = Value::Null;
        for (name, role) in [("Tom Clarke", "practitioner"), ("Maria Osei", "manager")] {
            people = ask(&mut desk, "add_person", json!({"name": name, "roles": [role], "passphrase": PASSPHRASE}));
        }
        sit_down(&mut desk, &people, "Tom Clarke");
        let case = ask(&mut desk, "open_case", json!({"opened_on": "1 11 2026", "level": "low", "facts": {}}));
        let content =
            json!({"kind": "review", "held_on": "20 11 2026", "participation": "PN1", "level": "low", "plan_progressing": "yes"});
        let written = ask(&mut desk, "record_item", json!({"reference": case["reference"], "content": content}));
        ask(&mut desk, "submit_item", json!({"item_id": written["item_id"], "hash": written["hash"]}));
        sit_down(&mut desk, &people, "Maria Osei");
        let sign_off =
            json!({"version_id": written["version_id"], "hash": written["hash"], "level": "low", "plan_progressing": "yes"});
        let beneath = |desk: &Desk, sql: &str| desk.session().unwrap().register.bare().execute_batch(sql).unwrap();
        let give_back = "INSERT INTO person_role SELECT id, 'manager' FROM person WHERE name = 'Maria Osei'";
        for (meanwhile, and_back) in [
            ("DELETE FROM person_role WHERE role = 'manager'", give_back),
            ("UPDATE person SET active = 0 WHERE name = 'Maria Osei'", "UPDATE person SET active = 1"),
        ] {
            beneath(&desk, meanwhile);
            let refused = call(&mut desk, "record_sign_off", sign_off.clone()).unwrap_err();
            assert_eq!(serde_json::to_value(refused.code).unwrap(), "not_allowed");
            assert_eq!(refused.message, "Only a manager signs off or returns work. Ask a manager to decide this.");
            beneath(&desk, and_back);
        }
        ask(&mut desk, "record_sign_off", sign_off);
    }
}
