//! Each fault gets its own sentence that says what to do, and the register is as it was.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use caseward_casework::Desk;
use serde_json::{Value, json};

use crate::audit::underneath;
use crate::office::{ADMINISTRATOR, MANAGER, Office, PASSPHRASE, PRACTITIONER, assessment, at, data};

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

fn someone(office: &mut Office) -> Value {
    let status = office.ask("register_status", json!({}));
    status["people"][0]["id"].clone()
}

#[test]
fn a_wrong_passphrase_says_so_and_changes_nothing() {
    let mut office = Office::on("2026-11-23");
    let before = bytes(&office.register().join("keys.json"));
    let id = someone(&mut office);
    let refused = office.refused("sign_in", json!({"person_id": id, "passphrase": "not the passphrase"}));
    assert!(refused.starts_with("wrong_passphrase:"), "{refused}");
    assert_eq!(bytes(&office.register().join("keys.json")), before);
}

#[test]
fn a_lost_passphrase_is_replaced_with_the_printed_code_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(|| at("2026-11-23")));
    let mut ask = |verb: &str, request: Value| caseward_casework::call(&mut desk, verb, request);
    let made = ask("create_register", json!({"authority": "Test", "person_name": "Ada", "passphrase": PASSPHRASE})).unwrap();
    let (code, id) = (made["recovery_code"].clone(), made["session"]["person"]["id"].clone());
    ask("sign_out", json!({})).unwrap();
    let with = |code: &Value, passphrase: &str| json!({"person_id": id, "recovery_code": code, "passphrase": passphrase});
    let short = ask("recover_access", with(&code, "short")).unwrap_err().to_string();
    assert!(short.contains("passphrase:"), "{short}");
    let other = json!("TW23-DXCW-TP5W-CZFR-FFWA-MYTG-RERA-GJCT-4H9B");
    let wrong = ask("recover_access", with(&other, "a new passphrase of mine")).unwrap_err().to_string();
    assert!(wrong.contains("recovery_code:"), "{wrong}");
    let opened = ask("recover_access", with(&code, "a new passphrase of mine")).unwrap();
    assert_ne!(opened["recovery_code"], code);
    ask("sign_out", json!({})).unwrap();
    ask("sign_in", json!({"person_id": id, "passphrase": PASSPHRASE})).unwrap_err();
    ask("sign_in", json!({"person_id": id, "passphrase": "a new passphrase of mine"})).unwrap();
    assert_eq!(ask("verify_register", json!({})).unwrap()["ok"], true);
    ask("sign_out", json!({})).unwrap();
    ask("recover_access", with(&code, "yet another passphrase")).unwrap_err();
}

type Damage = fn(&Path);

#[test]
fn a_register_that_cannot_be_used_is_refused_in_its_own_words_and_left_as_it_is() {
    let damage: [(&str, Damage, &str); 4] = [
        ("zero length", |path| std::fs::write(path, b"").unwrap(), "The register file is empty."),
        ("cut off", |path| std::fs::write(path, vec![7; 100]).unwrap(), "The register file is damaged."),
        ("not a register", |path| std::fs::write(path, vec![7; 8_192]).unwrap(), "does not belong to this key file"),
        ("a damaged page", |path| scribble(path, 3 * 4_096 + 50), "damaged"),
    ];
    for (what, damage, says) in damage {
        let mut office = Office::on("2026-11-23");
        let id = someone(&mut office);
        let path = office.register().join("register.db");
        damage(&path);
        let before = bytes(&path);
        let signed_in = office.try_to("sign_in", json!({"person_id": id, "passphrase": PASSPHRASE}));
        let said = match signed_in {
            Err(error) => error.to_string(),
            // A page that opening does not read: verify finds it.
            Ok(_) => office.ask("verify_register", json!({}))["problems"].to_string(),
        };
        assert!(said.contains(says), "{what}: {said}");
        office.ask("sign_out", json!({}));
        assert!(bytes(&path) == before, "{what}: the file was left byte for byte as it was");
    }
}

fn scribble(path: &Path, place: u64) {
    let mut file = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(place)).unwrap();
    let mut byte = [0];
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(place)).unwrap();
    file.write_all(&[byte[0] ^ 0xFF]).unwrap();
}

#[test]
fn a_newer_register_is_refused() {
    let mut office = Office::on("2026-11-23");
    underneath(&office.register(), |register| register.bare().execute_batch("PRAGMA user_version = 99").unwrap());
    let id = someone(&mut office);
    let refused = office.refused("sign_in", json!({"person_id": id, "passphrase": PASSPHRASE}));
    assert!(refused.contains("made by a newer Caseward"), "{refused}");
}

#[test]
fn a_second_program_on_the_same_register_is_told_so() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let mut second = Desk::with_clock(office.register(), Box::new(|| at("2026-11-23")));
    let status = caseward_casework::call(&mut second, "register_status", json!({})).unwrap();
    assert_eq!(status["state"], "refused");
    assert!(status["message"].as_str().unwrap().contains("Another program has this register open."));
    office.ask("sign_out", json!({}));
    let status = caseward_casework::call(&mut second, "register_status", json!({})).unwrap();
    assert_eq!(status["state"], "locked");
}

#[test]
fn a_full_disk_saves_nothing_and_says_so() {
    let Some(mount) = SmallDisk::of("6m") else { return };
    let mut office = Office::on("2026-11-23");
    let register = mount.0.path().join("register");
    crate::office::copy(&office.register(), &register);
    office.desk = Desk::with_clock(register, Box::new(|| at("2026-11-23")));
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let text = "Seen at school. ".repeat(450);
    let mut refused = None;
    let mut kept = 0;
    for _ in 0..400 {
        match office.try_to("record_item", json!({"reference": case, "content": assessment("medium", "20 11 2026", &text)})) {
            Ok(_) => kept += 1,
            Err(error) => {
                refused = Some(error.to_string());
                break;
            }
        }
    }
    let refused = refused.expect("the disk is full sooner or later");
    assert!(refused.contains("The disk is full. Nothing was saved."), "{refused}");
    let items = office.ask("view_case", json!({"reference": case}))["items"].as_array().unwrap().len();
    assert_eq!(items, kept, "what was saved before is there, and nothing of the last");
    let out = mount.0.path().join("out");
    office.as_person(MANAGER);
    let export = office.refused("make_pack", json!({"from": "1 10 2026", "to": "22 11 2026", "directory": out}));
    assert!(export.contains("disk is full"), "{export}");
    let left: Vec<_> =
        std::fs::read_dir(&out).map(|found| found.flatten().map(|entry| entry.file_name()).collect()).unwrap_or_default();
    assert!(left.iter().all(|name: &std::ffi::OsString| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

/// A disk of a few megabytes, where this machine lets a test mount one.
pub struct SmallDisk(pub tempfile::TempDir);

impl SmallDisk {
    pub fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|done| done.status.success());
        if !mounted {
            // Not through `eprintln`, whose words are kept from whoever runs tests that pass.
            let _ = writeln!(std::io::stderr(), "NOT TESTED: this machine mounts no small disk, so the full disk was not tried.");
        }
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(self.0.path()).output();
    }
}

#[test]
fn dates_that_do_not_exist_or_lie_in_the_future_are_named_at_their_field() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    for (typed, says) in [
        ("", "Enter a date"),
        ("soon", "Enter a date as day, month and year"),
        ("31 2 2026", "does not exist"),
        ("29 2 2026", "does not exist"),
        ("24 11 2026", "in the future"),
        ("1 1 1066", "before 1990"),
    ] {
        let refused = office.refused("open_case", json!({"opened_on": typed, "facts": {}}));
        assert!(
            refused.starts_with("invalid:") && refused.contains("opened_on: ") && refused.contains(says),
            "{typed}: {refused}"
        );
    }
    office.ask("open_case", json!({"opened_on": "29 2 2024", "facts": {}}));
}

#[test]
fn an_unknown_code_or_level_is_refused_with_what_to_do() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let refused = office.refused(
        "open_case",
        json!({"opened_on": "1 10 2026", "level": "severe", "facts": {"sex": "X", "factors": ["21", "11A"]}}),
    );
    for says in [
        "level: This is not a level of the policy",
        "facts.sex: This is not a code of the list",
        "facts.factors: “No factors identified” stands alone",
    ] {
        assert!(refused.contains(says), "{refused}");
    }
}

#[test]
fn text_that_says_who_the_child_is_is_refused() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    for text in [
        "NHS no 943 476 5919",
        "Lives at 14 Hawthorn Road, LS14 8AB",
        "Mum on 07504 996268",
        "write to saoirse@example.com",
        "DOB 1 11 2011",
    ] {
        let refused =
            office.refused("record_item", json!({"reference": case, "content": assessment("medium", "20 11 2026", text)}));
        assert!(refused.contains("content.summary: This seems to hold"), "{text}: {refused}");
    }
}

#[test]
fn a_file_that_is_no_tracker_is_refused_with_a_sentence() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let rubbish = office.path().join("rubbish.xlsx");
    let mut noise = Vec::new();
    let mut seed = 1_u64;
    while noise.len() < 50 * 1_024 * 1_024 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        noise.extend(seed.to_le_bytes());
    }
    std::fs::write(&rubbish, &noise).unwrap();
    let bomb = office.path().join("bomb.xml");
    let mut entities = String::from("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\">");
    for step in 1..20 {
        entities.push_str(&format!(
            "<!ENTITY a{step} \"&a{0};&a{0};\">",
            if step == 1 { String::new() } else { (step - 1).to_string() }
        ));
    }
    std::fs::write(&bomb, format!("{entities}]><Message><Children>&a19;</Children></Message>")).unwrap();
    let tries = [
        ("import_tracker", rubbish.display().to_string()),
        ("import_tracker", office.path().join("nowhere.xlsx").display().to_string()),
        ("import_tracker", data("cin_census.xml")),
        ("import_tracker", data("police_missing_list.csv")),
        ("import_census", bomb.display().to_string()),
        ("import_census", data("cse_tracker.xlsx")),
    ];
    for (verb, path) in tries {
        let refused = office.refused(verb, json!({"path": path}));
        assert!(refused.ends_with('.') && refused.len() > 60, "{verb} {path}: {refused}");
    }
    assert_eq!(office.ask("list_cases", json!({"status": "all"}))["total"], 0);
}

#[test]
fn a_clock_that_went_back_is_said_before_anything_is_recorded() {
    let mut office = Office::on("2026-11-23");
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": "East"}));
    office.it_is("2025-11-23");
    let id = someone(&mut office);
    office.ask("sign_out", json!({}));
    let status = office.ask("register_status", json!({}));
    let id = if id.is_null() { status["people"][0]["id"].clone() } else { id };
    let session = office.ask("sign_in", json!({"person_id": id, "passphrase": PASSPHRASE}));
    assert!(session["warnings"][0].as_str().unwrap().contains("Set the clock before you record anything."));
}
