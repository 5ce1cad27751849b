//! The audit chain: one event for each write, none for a refusal, and any changed byte found and named.

use std::path::Path;

use caseward_store::keys::{KeyFile, Passphrase};
use caseward_store::{Folder, Progress, Register};
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, MANAGER, Office, PASSPHRASE, PRACTITIONER, assessment, review};

/// The register opened from below, as somebody who wants to deceive would.
pub fn underneath(folder: &Path, damage: impl FnOnce(&Register)) {
    let key_file = KeyFile::read(&folder.join("keys.json")).unwrap();
    let (person, _) = key_file.people().next().unwrap();
    let unlocked = key_file.unlock(person, &Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    damage(&Register::open(&Folder::new(folder), unlocked.register_key()).unwrap());
}

fn events(office: &mut Office) -> u64 {
    office.ask("verify_register", json!({}))["events"].as_u64().unwrap()
}

fn used() -> (Office, String) {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let written = office.write(&case, assessment("medium", "20 11 2026", "Seen twice."));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    (office, case)
}

#[test]
fn each_write_leaves_one_event_and_a_refused_one_none() {
    let (mut office, case) = used();
    office.as_person(PRACTITIONER);
    let before = events(&mut office);
    office.write(&case, review("23 11 2026", "medium", "1 12 2026"));
    assert_eq!(events(&mut office), before + 1);
    office.refused("record_item", json!({"reference": case, "content": review("1 1 2030", "medium", "")}));
    office.refused("record_item", json!({"reference": case, "content": assessment("purple", "20 11 2026", "x")}));
    office.refused("submit_item", json!({"item_id": uuid(), "hash": "x"}));
    office.refused("open_case", json!({"opened_on": "31 2 2026", "facts": {}}));
    office.refused("record_team", json!({"name": "East"}));
    assert_eq!(events(&mut office), before + 1);
    office
        .ask("record_missing_episode", json!({"reference": case, "missing_from": "20 11 2026 21:00", "returned": "21 11 2026"}));
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": "East"}));
    assert_eq!(events(&mut office), before + 3);
}

#[test]
fn verify_names_the_event_after_any_byte_of_it_is_changed() {
    let (mut office, _) = used();
    let total = events(&mut office);
    assert_eq!(office.ask("verify_register", json!({}))["ok"], true);
    office.ask("sign_out", json!({}));
    let changes = [
        ("event", "at", "replace(at, '2', '3')"),
        ("event", "op", "op || 'x'"),
        ("event", "person_id", "zeroblob(16)"),
        ("event", "commitment", "replace(commitment, substr(commitment, 5, 1), 'g')"),
        ("event", "previous", "replace(previous, substr(previous, 5, 1), 'g')"),
        ("event", "hash", "replace(hash, substr(hash, 5, 1), 'g')"),
        ("event_payload", "salt", "zeroblob(16)"),
        ("event_payload", "case_id", "zeroblob(16)"),
        ("event_payload", "payload", "json_insert(payload, '$.more', 1)"),
    ];
    for (table, column, value) in changes {
        for sequence in [1, total / 2, total] {
            let copy = tempfile::tempdir().unwrap();
            crate::office::copy(&office.register(), copy.path());
            underneath(copy.path(), |register| {
                let sql = format!("UPDATE {table} SET {column} = {value} WHERE sequence = {sequence}");
                assert_eq!(register.bare().execute(&sql, []).unwrap(), 1);
                assert_eq!(
                    register.first_bad_event(&Progress::default()).unwrap(),
                    Some(sequence as i64),
                    "{table}.{column} of event {sequence}"
                );
            });
        }
    }
    underneath(&office.register(), |register| {
        register.bare().execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM event WHERE sequence = 3").unwrap();
        assert_eq!(register.first_bad_event(&Progress::default()).unwrap(), Some(3), "a missing event");
    });
}

#[test]
fn an_erased_payload_leaves_the_chain_whole() {
    let (mut office, _) = used();
    office.ask("sign_out", json!({}));
    underneath(&office.register(), |register| {
        register.bare().execute("DELETE FROM event_payload WHERE sequence = 4", []).unwrap();
        assert_eq!(register.first_bad_event(&Progress::default()).unwrap(), None);
    });
}

#[test]
fn verify_finds_a_signed_text_that_was_changed_and_a_signature_that_is_not_the_signers() {
    for (change, says) in [
        ("UPDATE item_version SET content = json_set(content, '$.summary', 'Never seen.')", "changed after it was decided"),
        ("UPDATE sign_off SET level = 'low'", "does not carry its signer’s signature"),
        ("UPDATE sign_off SET reason = 'Another.'", "does not carry its signer’s signature"),
        ("UPDATE duty SET due_on = '2030-01-01' WHERE place = 0", "are not those that follow from its facts"),
        ("UPDATE case_record SET no_review_due_on = '2030-01-01'", "is not what follows from its facts"),
        ("DELETE FROM duty_tally WHERE rule <> ''", "The counts kept for the worklist"),
        ("UPDATE item_version SET content = json_set(content, '$.summary', 'Never seen.')", "was changed after it was written"),
    ] {
        let (mut office, _) = used();
        office.ask("sign_out", json!({}));
        underneath(&office.register(), |register| {
            assert!(register.bare().execute(change, []).unwrap() > 0);
        });
        let found = office.as_person(MANAGER).ask("verify_register", json!({}));
        assert_eq!(found["ok"], false, "{change}");
        let problems: Vec<&str> = found["problems"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
        assert!(problems.iter().any(|problem| problem.contains(says)), "{change}: {problems:?}");
    }
}

pub fn uuid() -> Value {
    json!("01890a5d-ac96-774b-bcce-b302099a8057")
}
