//! The tracker that an authority keeps today, brought in: `tests/data/cse_tracker.xlsx`.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, MANAGER, Office, data};

pub fn import(office: &mut Office, skip: bool) -> Value {
    office.ask("import_tracker", json!({"path": data("cse_tracker.xlsx"), "skip_bad_rows": skip}))
}

#[test]
fn the_sample_gives_240_cases_and_every_wrong_cell_is_named() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let dry = office.ask("import_tracker", json!({"path": data("cse_tracker.xlsx"), "dry_run": true}));
    assert_eq!((dry["created"].as_u64(), cases(&mut office)), (Some(240), 0), "a dry run changes nothing");
    let refused = import(&mut office, false);
    assert_eq!((refused["created"].as_u64(), cases(&mut office)), (Some(0), 0), "one bad row refuses the file");
    let done = import(&mut office, true);
    assert_eq!((done["created"].as_u64(), cases(&mut office)), (Some(240), 240));
    let named: Vec<(u64, Vec<&str>)> = done["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let cells = row["cells"].as_array().unwrap();
            (row["row"].as_u64().unwrap(), cells.iter().map(|cell| cell["column"].as_str().unwrap()).collect())
        })
        .collect();
    let wrong = vec![
        "DOB",
        "Age",
        "Date of referral",
        "Risk level",
        "Missing episodes (12m)",
        "RHI done?",
        "Last review",
        "Next review due",
        "Child's participation",
        "Comments",
    ];
    assert_eq!(named, [(245, vec!["Child ID"]), (246, wrong)]);
}

#[test]
fn bringing_the_same_file_in_again_changes_nothing() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let first = import(&mut office, true);
    let head = office.ask("verify_register", json!({}))["head"].clone();
    let again = import(&mut office, true);
    assert_eq!(
        (again["created"].as_u64(), again["matched"].as_u64(), again["unchanged"].as_u64()),
        (Some(0), Some(0), Some(240))
    );
    assert_eq!(again["rows"], first["rows"], "each row finds its own case again");
    assert_eq!(office.ask("verify_register", json!({}))["head"], head, "nothing was written");
}

#[test]
fn nothing_that_says_who_the_child_is_stays_in_the_register_or_an_export() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    let out = office.path().join("out");
    office.ask("make_pack", json!({"from": "1 7 2026", "to": "30 9 2026", "directory": out}));
    office.as_person(ADMINISTRATOR);
    let dump = office.path().join("all.jsonl");
    caseward_casework::terminal::export_all(&mut office.desk, &dump).unwrap();
    let mut texts = vec![std::fs::read_to_string(&dump).unwrap()];
    for file in std::fs::read_dir(&out).unwrap() {
        texts.push(String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned());
    }
    assert!(texts[0].len() > 100_000, "the dump holds the register");
    for secret in secrets_of(Path::new(&data("cse_tracker.xlsx"))) {
        for text in &texts {
            assert!(!text.contains(&secret), "found {secret:?} of the tracker");
        }
    }
}

/// Names, dates of birth, child ids, and the telephone numbers, e-mail addresses, NHS numbers and postcodes of comments.
fn secrets_of(path: &Path) -> Vec<String> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    let mut secrets = Vec::new();
    for row in range.rows().skip(4) {
        let text = |place: usize| row.get(place).map(Data::to_string).unwrap_or_default();
        secrets.push(text(0));
        secrets.push(text(1));
        if let Some(Data::DateTime(birth)) = row.get(2) {
            let day = birth.as_datetime().unwrap().date();
            secrets.extend([day.format("%d/%m/%Y").to_string()]);
        } else {
            secrets.push(text(2));
        }
        let comment = text(21);
        let words: Vec<&str> = comment.split([' ', ',', '(', ')']).collect();
        for (place, word) in words.iter().enumerate() {
            let word = word.trim_end_matches('.');
            let digits = word.chars().filter(char::is_ascii_digit).count();
            if word.contains('@') || digits >= 6 {
                secrets.push(word.to_owned());
            }
            if word == "no" && words.get(place.wrapping_sub(1)) == Some(&"NHS") {
                secrets.push(words[place + 1..place + 4].join(" "));
            }
        }
    }
    secrets.retain(|secret| !secret.is_empty());
    assert!(secrets.len() > 700, "the sample holds many: {}", secrets.len());
    secrets
}

#[test]
fn what_a_tracker_says_is_kept_as_reported_and_is_no_sign_off() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let done = import(&mut office, true);
    // Row 6: high up in the file, assessment signed off "Y", last review 29 July 2026.
    let reference = done["rows"].as_array().unwrap().iter().find(|row| row["row"] == 6).unwrap()["reference"].clone();
    let case = office.ask("view_case", json!({"reference": reference}));
    assert_eq!(case["reported"]["assessment_signed_off"], true);
    assert_eq!(case["reported"]["last_review_on"], "2026-07-29");
    assert_eq!(case["level"]["confirmed"], false);
    assert!(case["items"].as_array().unwrap().is_empty(), "nothing reported becomes an item or a sign-off");
    let flags: Vec<&str> = case["flags"].as_array().unwrap().iter().map(|flag| flag["rule"].as_str().unwrap()).collect();
    assert!(!flags.contains(&"review_not_signed") && !flags.contains(&"assessment_not_signed"), "{flags:?}");
}

#[test]
fn a_child_is_found_by_the_authoritys_own_id_which_is_not_kept() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let done = import(&mut office, true);
    let row5 = done["rows"].as_array().unwrap().iter().find(|row| row["row"] == 5).unwrap()["reference"].clone();
    for typed in ["2645033", " 26 450 33 ", "2645033.0"] {
        assert_eq!(office.ask("find_child", json!({"child_id": typed}))["reference"], row5);
    }
    assert_eq!(office.ask("find_child", json!({"child_id": "0000000"}))["reference"], Value::Null);
}

fn cases(office: &mut Office) -> u64 {
    office.ask("list_cases", json!({"status": "all"}))["total"].as_u64().unwrap()
}
