//! Everything out, everything in; backup; drafts.

use caseward_casework::terminal::{all_cases, all_flags, export_all, import_all};
use caseward_casework::{Desk, ListCases};
use serde_json::json;

use crate::office::{ADMINISTRATOR, MANAGER, Office, PASSPHRASE, PRACTITIONER, at};
use crate::tracker::import;

fn everything(desk: &mut Desk) -> (String, String, String) {
    let asked: ListCases = serde_json::from_value(json!({"status": "all"})).unwrap();
    let cases = serde_json::to_string(&all_cases(desk, &asked, None).unwrap()).unwrap();
    let flags = serde_json::to_string(&all_flags(desk, Some("2026-09-30"), None).unwrap()).unwrap();
    let plan = caseward_casework::call(desk, "view_action_plan", json!({"as_at": "2026-11-24"})).unwrap();
    (cases, flags, plan.to_string())
}

#[test]
fn what_was_exported_comes_back_the_same() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    crate::action_plan::a_plan_with_a_past(&mut office);
    let before = everything(&mut office.desk);
    assert!(before.2.contains("No trainer could be found."), "the plan has a date that moved");
    office.as_person(ADMINISTRATOR);
    let file = office.path().join("all.jsonl");
    export_all(&mut office.desk, &file).unwrap();
    let mut other = Desk::with_clock(office.path().join("other"), Box::new(|| at("2026-11-24")));
    import_all(&mut other, &file, ADMINISTRATOR, PASSPHRASE).unwrap();
    let refused = import_all(&mut other, &file, ADMINISTRATOR, PASSPHRASE).unwrap_err().to_string();
    assert!(refused.contains("has cases already"), "{refused}");
    // The administrator reads no case: gives the manager a passphrase, who does.
    let people = caseward_casework::call(&mut other, "list_people", json!({})).unwrap();
    let maria = crate::office::id_in(&people, MANAGER);
    let key = json!({"id": maria, "name": MANAGER, "roles": ["manager"], "passphrase": PASSPHRASE});
    caseward_casework::call(&mut other, "add_person", key).unwrap();
    caseward_casework::call(&mut other, "sign_in", json!({"person_id": maria, "passphrase": PASSPHRASE})).unwrap();
    assert_eq!(everything(&mut other), before);
    let verified = caseward_casework::call(&mut other, "verify_register", json!({})).unwrap();
    assert_eq!(verified["problems"], json!([]));
}

#[test]
fn a_changed_export_is_refused_and_the_event_named() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    office.as_person(ADMINISTRATOR);
    let file = office.path().join("all.jsonl");
    export_all(&mut office.desk, &file).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("\"op\":\"import_tracker\"", "\"op\":\"import_trackes\"", 1)).unwrap();
    let mut other = Desk::with_clock(office.path().join("other"), Box::new(|| at("2026-11-24")));
    let refused = import_all(&mut other, &file, MANAGER, PASSPHRASE).unwrap_err().to_string();
    assert!(refused.contains("event 8 does not hold"), "{refused}");
    std::fs::write(&file, &text[..text.len() / 2]).unwrap();
    let mut third = Desk::with_clock(office.path().join("third"), Box::new(|| at("2026-11-24")));
    let refused = import_all(&mut third, &file, MANAGER, PASSPHRASE).unwrap_err().to_string();
    assert!(refused.contains("Nothing was brought in."), "{refused}");
}

#[test]
fn a_backup_opens_with_the_same_passphrases_and_holds_everything() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    let made = office.ask("backup_register", json!({"directory": office.path().join("backups")}));
    let before = everything(&mut office.desk);
    let path = std::path::PathBuf::from(made["path"].as_str().unwrap());
    let mut restored = Desk::with_clock(path, Box::new(|| at("2026-11-24")));
    let status = caseward_casework::call(&mut restored, "register_status", json!({})).unwrap();
    let maria = status["people"].as_array().unwrap().iter().find(|p| p["name"] == MANAGER).unwrap()["id"].clone();
    caseward_casework::call(&mut restored, "sign_in", json!({"person_id": maria, "passphrase": PASSPHRASE})).unwrap();
    assert_eq!(everything(&mut restored), before);
    let verified = caseward_casework::call(&mut restored, "verify_register", json!({})).unwrap();
    assert_eq!((verified["ok"].as_bool(), &verified["head"]), (Some(true), &made["audit_head"]));
}

#[test]
fn a_draft_survives_a_lock_and_is_the_persons_own() {
    let mut office = Office::on("2026-11-23");
    office
        .as_person(PRACTITIONER)
        .ask("save_draft", json!({"key": "open_case", "title": "New case", "body": "{\"level\":\"low\"}"}));
    office.as_person(MANAGER);
    assert_eq!(office.ask("read_draft", json!({"key": "open_case"}))["body"], "");
    office.as_person(PRACTITIONER);
    assert_eq!(office.ask("read_draft", json!({"key": "open_case"}))["body"], "{\"level\":\"low\"}");
    assert_eq!(office.ask("start_page", json!({}))["drafts"][0]["title"], "New case");
    office.ask("discard_draft", json!({"key": "open_case"}));
    assert_eq!(office.ask("start_page", json!({}))["drafts"], json!([]));
}

#[test]
fn somebody_whose_access_ended_opens_nothing_and_everybody_else_does() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let keys_before = std::fs::read(office.register().join("keys.json")).unwrap();
    office.as_person(ADMINISTRATOR);
    let tom = office.person(PRACTITIONER);
    office.ask("change_person", json!({"id": tom, "name": PRACTITIONER, "roles": ["practitioner"], "active": false}));
    office.ask("record_team", json!({"name": "East"}));
    office.ask("sign_out", json!({}));
    // Even with the key file of before, his passphrase opens nothing now.
    let stolen = office.path().join("stolen");
    crate::office::copy(&office.register(), &stolen);
    std::fs::write(stolen.join("keys.json"), keys_before).unwrap();
    let mut thief = Desk::with_clock(stolen, Box::new(|| at("2026-11-24")));
    let refused =
        caseward_casework::call(&mut thief, "sign_in", json!({"person_id": tom, "passphrase": PASSPHRASE})).unwrap_err();
    assert!(refused.to_string().contains("does not belong to this key file"), "{refused}");
    office.as_person(MANAGER);
    assert_eq!(office.ask("view_case", json!({"reference": case}))["opened_on"], "2026-10-01");
}
