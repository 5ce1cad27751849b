//! Progress shared regularly with those who answer for it: who, when, to whom, by what means, which pack; and what is overdue.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PRACTITIONER};

const FORMULA: &str = "=cmd|'/c calc'!A1";

/// The register was made on 2 January 2024, so everybody has been owed their first pack since 2 April 2024.
fn office() -> Office {
    let mut office = Office::on("2026-10-01");
    office.as_person(PRACTITIONER);
    for day in ["1 7 2026", "3 8 2026", "1 9 2026"] {
        office.open_case(day, "medium");
    }
    office
}

fn pack(office: &mut Office, profile: &str, folder: &str) -> Value {
    let directory = office.path().join(folder);
    let recipient = if profile == "internal" { "" } else { "lscb" };
    let request =
        json!({"from": "1 7 2026", "to": "30 9 2026", "profile": profile, "recipient": recipient, "directory": directory});
    office.ask("make_pack", request)["pack_id"].clone()
}

fn shared(pack: &Value, recipient: &str, on: &str) -> Value {
    json!({"pack_id": pack, "recipient": recipient, "shared_on": on, "to_role": "Chair of the board", "means": "secure_email"})
}

fn with(mut request: Value, field: &str, value: Value) -> Value {
    request[field] = value;
    request
}

fn standing<'a>(view: &'a Value, code: &str) -> &'a Value {
    view["recipients"].as_array().unwrap().iter().find(|recipient| recipient["code"] == code).unwrap()
}

/// Recipients, overdue: as the start page counts them, and as their list does.
fn overdue(office: &mut Office) -> (Value, usize) {
    let start = office.ask("start_page", json!({}));
    let list = office.ask("list_sharing", json!({"overdue": true}));
    (start["sharing_overdue"].clone(), list["recipients"].as_array().unwrap().len())
}

#[test]
fn four_recipients_are_there_to_begin_with_and_none_has_been_told() {
    let mut office = Office::on("2026-10-01");
    office.as_person(ANALYST);
    let view = office.ask("list_sharing", json!({}));
    let told: Vec<String> = view["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            format!("{} {} {} {} {}", r["code"], r["profile"], r["since"], r["next_due"], r["overdue_days"]).replace('"', "")
        })
        .collect();
    assert_eq!(
        told,
        [
            "chief_executive internal 2024-01-02 2024-04-02 912",
            "csp partners 2024-01-02 2024-04-02 912",
            "lscb partners 2024-01-02 2024-04-02 912",
            "pcc partners 2024-01-02 2024-04-02 912",
        ]
    );
    assert_eq!(view["shared"], json!([]));
    assert_eq!(overdue(&mut office), (json!(4), 4));
}

#[test]
fn a_pack_that_was_shared_stands_in_the_log_and_sharing_is_overdue_no_more() {
    let mut office = office();
    office.as_person(ANALYST);
    let made = pack(&mut office, "partners", "out");
    office.it_is("2026-10-05");
    let view = office.ask("record_sharing", shared(&made, "lscb", "2 10 2026"));
    let row = &view["shared"][0];
    assert_eq!(
        (row["recipient_name"].as_str(), row["to_role"].as_str()),
        (Some("Safeguarding Children Partnership"), Some("Chair of the board"))
    );
    assert_eq!(
        (row["means"].as_str(), row["shared_by"].as_str(), row["wider"].as_bool()),
        (Some("Secure email"), Some(ANALYST), Some(false))
    );
    assert_eq!(
        (row["pack_from"].as_str(), row["pack_to"].as_str(), row["profile"].as_str()),
        (Some("2026-07-01"), Some("2026-09-30"), Some("partners"))
    );
    let board = standing(&view, "lscb");
    assert_eq!(
        (board["last_shared"].as_str(), board["next_due"].as_str(), board["overdue_days"].as_i64()),
        (Some("2026-10-02"), Some("2027-01-02"), Some(0))
    );
    // From the day the register was made to that sharing.
    assert_eq!((board["longest_gap_days"].as_i64(), board["times_shared"].as_u64()), (Some(1004), Some(1)));
    assert_eq!(overdue(&mut office), (json!(3), 3));
    office.it_is("2027-01-02");
    assert_eq!(overdue(&mut office), (json!(3), 3), "due today is in time");
    office.it_is("2027-01-03");
    assert_eq!(overdue(&mut office), (json!(4), 4));
    let only = office.ask("list_sharing", json!({"recipient": "lscb"}));
    assert_eq!((only["recipients"].as_array().unwrap().len(), only["shared"].as_array().unwrap().len()), (1, 1));
}

#[test]
fn a_pack_that_shows_more_than_usual_needs_a_reason_and_is_named() {
    let mut office = office();
    office.as_person(MANAGER);
    let made = pack(&mut office, "internal", "out");
    let refused = office.refused("record_sharing", shared(&made, "pcc", "1 10 2026"));
    assert!(refused.contains("reason: This pack has the profile “internal”, which shows more than Police and Crime Commissioner is usually shown (“partners”)."), "{refused}");
    let reason = "Asked for under the joint inspection, in a closed session.";
    let view = office.ask("record_sharing", with(shared(&made, "pcc", "1 10 2026"), "reason", json!(reason)));
    assert_eq!((view["shared"][0]["wider"].as_bool(), view["shared"][0]["reason"].as_str()), (Some(true), Some(reason)));
    let view = office.ask("record_sharing", shared(&made, "chief_executive", "1 10 2026"));
    assert_eq!(view["shared"][0]["wider"], false);
}

#[test]
fn what_will_not_do_is_refused_at_its_field_and_nothing_is_recorded() {
    let mut office = office();
    office.as_person(ANALYST);
    let made = pack(&mut office, "partners", "out");
    office.it_is("2026-10-05");
    let whole = shared(&made, "lscb", "2 10 2026");
    for (field, value, says) in [
        ("shared_on", json!("6 10 2026"), "shared_on: This date is in the future."),
        ("shared_on", json!("30 9 2026"), "shared_on: This date is before the pack was made on 1 October 2026."),
        ("shared_on", json!(""), "shared_on: Enter a date"),
        ("to_role", json!(" "), "to_role: Say whom it was given to"),
        ("to_role", json!("Mr Smith"), "to_role: This seems to hold"),
        ("means", json!("pigeon"), "means: This is not a code of the list."),
        ("means", json!(""), "means: Choose one."),
        ("recipient", json!("somebody"), "recipient: There is no recipient with this code."),
        ("pack_id", crate::audit::uuid(), "There is no such pack."),
    ] {
        let refused = office.refused("record_sharing", with(whole.clone(), field, value));
        assert!(refused.contains(says), "{field}: {refused}");
    }
    assert_eq!(office.ask("list_sharing", json!({}))["shared"], json!([]));
    office.as_person(PRACTITIONER);
    assert!(office.refused("record_sharing", whole).contains("Your role does not allow this."));
}

#[test]
fn a_recipient_is_added_renamed_and_ended_and_the_log_keeps_what_was_shared() {
    let mut office = office();
    office.as_person(ANALYST);
    let made = pack(&mut office, "partners", "out");
    office.it_is("2026-10-30");
    let new =
        json!({"name": "Health and Wellbeing Board", "organisation": "Partnership", "interval_months": 1, "profile": "public"});
    let added = office.ask("record_recipient", new.clone());
    let last =
        added["recipients"].as_array().unwrap().iter().find(|one| one["name"] == "Health and Wellbeing Board").unwrap().clone();
    assert_eq!((last["since"].as_str(), last["profile"].as_str()), (Some("2026-10-30"), Some("public")));
    assert!(office.refused("record_recipient", new.clone()).contains("name: There is a recipient of this name."));
    assert_eq!(standing(&office.ask("list_sharing", json!({})), last["code"].as_str().unwrap())["next_due"], "2026-11-30");
    let view = office.ask("record_sharing", shared(&made, "csp", "2 10 2026"));
    assert_eq!(view["shared"].as_array().unwrap().len(), 1);
    // Renamed, and then ended.
    let renamed = json!({"code": "csp", "name": "Safer Northshire", "organisation": "Partnership", "interval_months": 6});
    office.ask("record_recipient", renamed.clone());
    let view = office.ask("list_sharing", json!({}));
    assert_eq!(
        (view["shared"][0]["recipient_name"].as_str(), standing(&view, "csp")["profile"].as_str()),
        (Some("Safer Northshire"), Some("partners"))
    );
    office.ask("record_recipient", with(renamed.clone(), "ended", json!(true)));
    office.it_is("2028-01-01");
    let view = office.ask("list_sharing", json!({}));
    let gone = standing(&view, "csp");
    assert_eq!(
        (gone["ended_on"].as_str(), &gone["next_due"], gone["overdue_days"].as_i64()),
        (Some("2026-10-30"), &Value::Null, Some(0))
    );
    assert_eq!(view["shared"].as_array().unwrap().len(), 1, "what was shared stays");
    assert_eq!(office.ask("start_page", json!({}))["recipients"], 4);
    let refused = office.refused("record_sharing", shared(&made, "csp", "30 10 2026"));
    assert!(refused.contains("recipient: Safer Northshire is no recipient any more since 30 October 2026."), "{refused}");
    office.ask("record_sharing", shared(&made, "csp", "29 10 2026"));
    let directory = office.path().join("other");
    let request =
        json!({"from": "1 7 2026", "to": "30 9 2026", "profile": "internal", "recipient": "csp", "directory": directory});
    assert!(office.refused("make_pack", request).contains("recipient: There is no recipient with this code."));
    for (field, value, says) in [
        ("interval_months", json!(0), "interval_months: Enter a number of months from 1 to 24."),
        ("interval_months", json!(25), "interval_months: Enter a number of months from 1 to 24."),
        ("name", json!(""), "name: Enter the recipient’s name."),
        ("profile", json!("everything"), "profile: Choose one of: internal, partners, public."),
        ("code", json!("nobody"), "There is no recipient with this code."),
    ] {
        let refused = office.refused("record_recipient", with(renamed.clone(), field, value));
        assert!(refused.contains(says), "{field}: {refused}");
    }
}

#[test]
fn a_formula_is_kept_as_the_words_it_is() {
    let mut office = office();
    office.as_person(ADMINISTRATOR);
    let named = json!({"code": "lscb", "name": FORMULA, "organisation": FORMULA, "interval_months": 3});
    office.ask("record_recipient", named);
    office.as_person(ANALYST);
    let made = pack(&mut office, "partners", "out");
    let view = office.ask("record_sharing", with(shared(&made, "lscb", "1 10 2026"), "to_role", json!(FORMULA)));
    assert_eq!(
        (view["shared"][0]["to_role"].as_str(), view["shared"][0]["recipient_name"].as_str()),
        (Some(FORMULA), Some(FORMULA))
    );
    for entry in std::fs::read_dir(office.path().join("out")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "csv") {
            let text = std::fs::read_to_string(&path).unwrap().replace('"', "");
            assert!(text.split([',', '\n']).all(|cell| !cell.starts_with("=cmd")), "{}", path.display());
        }
    }
}

#[test]
fn samples_and_the_sharing_log_go_out_with_everything_and_come_back_the_same() {
    let mut office = office();
    office.as_person(MANAGER);
    let made = pack(&mut office, "partners", "out");
    office.ask("record_sharing", shared(&made, "lscb", "1 10 2026"));
    let draw = json!({"title": "Plans", "cases": "open_on", "on": "1 10 2026", "allocation": "equal", "size": "2", "seed": "x"});
    let sample = office.ask("draw_sample", draw);
    let case = &sample["cases"][0]["reference"];
    let finding =
        json!({"sample_id": sample["id"], "reference": case, "looked_at": "The plan.", "finding": "good", "child_heard": "yes"});
    let sample = office.ask("record_sample_finding", finding);
    let log = office.ask("list_sharing", json!({}));
    office.as_person(ADMINISTRATOR);
    let file = office.path().join("all.jsonl");
    caseward_casework::terminal::export_all(&mut office.desk, &file).unwrap();
    let mut other =
        caseward_casework::Desk::with_clock(office.path().join("other"), Box::new(|| crate::office::at("2026-10-01")));
    caseward_casework::terminal::import_all(&mut other, &file, MANAGER, crate::office::PASSPHRASE).unwrap();
    let mut ask = |verb: &str, request: Value| caseward_casework::call(&mut other, verb, request).unwrap();
    assert_eq!(ask("list_sharing", json!({})), log);
    assert_eq!(ask("view_sample", json!({"id": sample["id"]}))["cases"], sample["cases"]);
}

#[test]
fn an_export_of_before_there_was_a_log_comes_in_and_everybody_is_owed_from_the_day_the_register_was_made() {
    let mut office = office();
    office.as_person(ADMINISTRATOR);
    let file = office.path().join("all.jsonl");
    caseward_casework::terminal::export_all(&mut office.desk, &file).unwrap();
    let lines = std::fs::read_to_string(&file).unwrap();
    let before: Vec<String> = lines
        .lines()
        .map(|line| {
            let mut record: Value = serde_json::from_str(line).unwrap();
            if record["table"] == "recipient" {
                ["profile", "since", "ended_on"].iter().for_each(|column| drop(record.as_object_mut().unwrap().remove(*column)));
            }
            record.to_string()
        })
        .collect();
    std::fs::write(&file, before.join("\n")).unwrap();
    let mut other =
        caseward_casework::Desk::with_clock(office.path().join("other"), Box::new(|| crate::office::at("2026-10-01")));
    caseward_casework::terminal::import_all(&mut other, &file, ADMINISTRATOR, crate::office::PASSPHRASE).unwrap();
    let view = caseward_casework::call(&mut other, "list_sharing", json!({})).unwrap();
    assert_eq!(view["recipients"].as_array().unwrap().len(), 4);
    assert_eq!(
        (standing(&view, "lscb")["since"].as_str(), standing(&view, "lscb")["next_due"].as_str()),
        (Some("2024-01-02"), Some("2024-04-02"))
    );
}
