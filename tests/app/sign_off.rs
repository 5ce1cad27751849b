//! A sign-off that means something: frozen versions, decisions that cannot be taken on one's own work or on another text.

use serde_json::{Value, json};

use crate::office::{MANAGER, OTHER_MANAGER, Office, PRACTITIONER, assessment, closure};

/// A case with an assessment that was sent.
fn sent() -> (Office, String, Value) {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let written = office.write(&case, assessment("medium", "20 11 2026", "Seen twice at school."));
    let sent = office.submit(&written);
    (office, case, sent)
}

fn standing(office: &mut Office, case: &str) -> Value {
    office.ask("view_case", json!({"reference": case}))["items"][0].clone()
}

#[test]
fn a_manager_signs_what_another_wrote_and_the_level_is_confirmed() {
    let (mut office, case, sent) = sent();
    office.as_person(MANAGER).sign_off(&sent, "high").unwrap();
    let view = office.ask("view_case", json!({"reference": case}));
    assert_eq!((view["level"]["level"].as_str(), view["level"]["confirmed"].as_bool()), (Some("high"), Some(true)));
    assert_eq!(view["items"][0]["standing"], "signed_off");
    assert_eq!(view["items"][0]["versions"][0]["decision"]["by"], MANAGER);
}

#[test]
fn an_item_edited_after_sign_off_shows_as_changed_and_the_signed_version_stays() {
    let (mut office, case, sent) = sent();
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(PRACTITIONER).it_is("2026-11-25");
    let change = json!({
        "reference": case, "item_id": sent["item_id"], "based_on": sent["hash"],
        "content": assessment("high", "24 11 2026", "A new contact online."),
    });
    office.ask("record_item", change);
    let item = standing(&mut office, &case);
    assert_eq!(item["standing"], "changed_since_signed");
    assert_eq!(item["changed"], json!({"on": "2026-11-25", "by": PRACTITIONER}));
    assert_eq!(item["versions"].as_array().unwrap().len(), 2);
    assert_eq!(item["versions"][1]["content"]["summary"], "Seen twice at school.");
    assert_eq!(item["versions"][1]["decision"]["outcome"], "signed_off");
    let newest =
        json!({"item_id": item["item_id"], "hash": item["versions"][0]["hash"], "version_id": item["versions"][0]["version_id"]});
    let again = office.submit(&newest);
    office.as_person(MANAGER).sign_off(&again, "high").unwrap();
    assert_eq!(standing(&mut office, &case)["standing"], "signed_off");
}

#[test]
fn nobody_decides_their_own_work_whatever_they_hold() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let case = office.open_case("1 10 2026", "medium");
    let written = office.write(&case, assessment("medium", "20 11 2026", "Written by a manager."));
    let sent = office.submit(&written);
    let refused = office.sign_off(&sent, "medium").unwrap_err().to_string();
    assert_eq!(refused, "You wrote part of this version, so you cannot decide it. Ask another manager.");
    let back = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Try again."});
    assert!(office.refused("return_item", back).starts_with("not_allowed"));
    office.as_person(OTHER_MANAGER).sign_off(&sent, "medium").unwrap();
}

#[test]
fn whoever_wrote_what_is_still_in_a_version_wrote_part_of_it() {
    let (mut office, case, sent) = sent();
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    // The manager adds to it; the practitioner changes it again; most words may still be the manager's.
    let change = |based_on: &Value, summary: &str| json!({"reference": case, "item_id": sent["item_id"], "based_on": based_on, "content": assessment("medium", "20 11 2026", summary)});
    let second = office.ask("record_item", change(&sent["hash"], "Seen twice at school. And at home."));
    office.as_person(PRACTITIONER);
    let third = office.ask("record_item", change(&second["hash"], "Seen twice at school. And at home, too."));
    let sent_again = office.submit(&third);
    assert!(office.as_person(MANAGER).sign_off(&sent_again, "medium").is_err());
    office.as_person(OTHER_MANAGER).sign_off(&sent_again, "medium").unwrap();
}

#[test]
fn a_decision_on_a_version_that_moved_on_is_refused() {
    let (mut office, case, sent) = sent();
    office.ask("withdraw_item", json!({"item_id": sent["item_id"]}));
    assert!(office.as_person(MANAGER).sign_off(&sent, "medium").unwrap_err().to_string().contains("not waiting"));
    office.as_person(PRACTITIONER);
    let change = json!({
        "reference": case, "item_id": sent["item_id"], "based_on": sent["hash"],
        "content": assessment("medium", "20 11 2026", "Other words."),
    });
    let newer = office.ask("record_item", change);
    office.submit(&newer);
    let refused = office.as_person(MANAGER).sign_off(&sent, "medium").unwrap_err();
    assert_eq!(serde_json::to_value(refused.code).unwrap(), "changed", "{refused}");
    let forged = json!({"version_id": newer["version_id"], "hash": sent["hash"]});
    let refused = office.sign_off(&forged, "medium").unwrap_err().to_string();
    assert!(refused.starts_with("This item changed after you opened it."), "{refused}");
    office.sign_off(&newer, "medium").unwrap();
}

#[test]
fn of_two_managers_one_decides_and_the_other_is_told() {
    let (mut office, _, sent) = sent();
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    let refused = office.as_person(OTHER_MANAGER).sign_off(&sent, "medium").unwrap_err();
    assert_eq!(refused.to_string(), "Maria Osei signed this version off at medium on 23 November 2026 at 12:00.");
}

#[test]
fn a_decision_states_a_level_a_reason_where_it_differs_and_what_to_do_instead() {
    let (mut office, _, sent) = sent();
    office.as_person(MANAGER);
    let base =
        json!({"version_id": sent["version_id"], "hash": sent["hash"], "level": "high", "plan_progressing": "yes", "reason": ""});
    let without = |key: &str| {
        let mut request = base.clone();
        request[key] = json!("");
        request
    };
    assert!(office.refused("record_sign_off", base.clone()).contains("reason: Your level differs"));
    assert!(office.refused("record_sign_off", without("level")).contains("level: Choose the level"));
    assert!(office.refused("record_sign_off", without("plan_progressing")).contains("plan_progressing: Choose one of"));
    let back = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": " "});
    assert!(office.refused("return_item", back).contains("reason: Say what to do instead"));
}

#[test]
fn what_was_returned_is_changed_before_it_is_sent_again() {
    let (mut office, case, sent) = sent();
    let back = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Say what the child said."});
    office.as_person(MANAGER).ask("return_item", back);
    office.as_person(PRACTITIONER);
    assert_eq!(office.ask("start_page", json!({}))["returned"][0]["reason"], "Say what the child said.");
    let same = json!({"item_id": sent["item_id"], "hash": sent["hash"]});
    assert!(office.refused("submit_item", same).contains("was returned"));
    assert_eq!(standing(&mut office, &case)["standing"], "returned");
}

#[test]
fn a_case_does_not_close_before_its_last_review() {
    let (mut office, case, _) = sent();
    office.write(&case, crate::office::review("22 11 2026", "medium", ""));
    let refused = office.refused("record_item", json!({"reference": case, "content": closure("21 11 2026")}));
    assert!(refused.contains("content.closing_on: This date is before the last review, on 22 November 2026."), "{refused}");
    office.write(&case, closure("22 11 2026"));
}

#[test]
fn nothing_closes_without_a_signed_closure_and_a_closed_case_cannot_be_changed() {
    let (mut office, case, _) = sent();
    let written = office.write(&case, closure("22 11 2026"));
    let sent = office.submit(&written);
    assert_eq!(office.ask("view_case", json!({"reference": case}))["closed_on"], Value::Null);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    assert_eq!(office.ask("view_case", json!({"reference": case}))["closed_on"], "2026-11-23");
    assert!(office.flags_of(&case).is_empty());
    office.as_person(PRACTITIONER);
    let late = json!({"reference": case, "content": assessment("low", "21 11 2026", "After the end.")});
    assert_eq!(
        office.refused("record_item", late),
        "refused: This case closed on 23 November 2026, so it cannot be changed. Open it again if work on it goes on."
    );
}

#[test]
fn a_level_other_than_the_one_in_force_needs_a_reason_where_the_author_states_none() {
    let (mut office, case, first) = sent();
    office.as_person(MANAGER).sign_off(&first, "high").unwrap();
    office.as_person(PRACTITIONER);
    let arrangement = json!({"kind": "review_arrangement", "next_review_on": "20 12 2026", "chair_role": "Team manager"});
    let written = office.write(&case, arrangement);
    let sent = office.submit(&written);
    office.as_person(MANAGER);
    let mut decision = json!({"version_id": sent["version_id"], "hash": sent["hash"], "level": "low", "plan_progressing": "yes"});
    let refused = office.refused("record_sign_off", decision.clone());
    assert!(refused.ends_with("reason: Your level differs from the one that stood before. Say why."), "{refused}");
    decision["reason"] = json!("No contact for three months.");
    office.ask("record_sign_off", decision);
    let view = office.ask("view_case", json!({"reference": case}));
    let says = view["timeline"].to_string();
    assert!(says.contains("signed off at low instead of high: No contact for three months."), "{says}");
}

#[test]
fn returned_work_stays_with_its_authors_until_it_is_sent_again() {
    let (mut office, case, sent) = sent();
    let what = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Say who saw the child."});
    office.as_person(MANAGER).ask("return_item", what);
    office.as_person(PRACTITIONER);
    let change = json!({"reference": case, "item_id": sent["item_id"], "based_on": sent["hash"],
        "content": assessment("medium", "20 11 2026", "Seen twice at school by the nurse.")});
    let written = office.ask("record_item", change);
    let returned = |office: &mut Office| office.ask("start_page", json!({}))["returned"].as_array().unwrap().len();
    assert_eq!(returned(&mut office), 1, "saved to be sent later, it is still to be put right");
    office.submit(&written);
    assert_eq!(returned(&mut office), 0);
}

#[test]
fn what_happened_stands_at_the_time_that_was_on_the_clock() {
    let mut office = Office::on("2026-07-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 6 2026", "medium");
    let episode = json!({"reference": case, "missing_from": "30 6 2026 23:30", "returned": "1 7 2026 02:00"});
    office.ask("record_missing_episode", episode);
    let times: Vec<String> = office.ask("view_case", json!({"reference": case}))["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| format!("{} {}", event["at"].as_str().unwrap(), event["says"].as_str().unwrap()))
        .collect();
    let expected =
        ["2026-07-01 02:00 Returned from a missing episode", "2026-06-30 23:30 Went missing", "2026-06-01 Case opened"];
    assert_eq!(times, expected, "in British Summer Time too");
}
