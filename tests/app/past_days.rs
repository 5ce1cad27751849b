//! What was flagged on a day stays flagged on it, whatever is written later; and a draft buys no time.

use caseward_casework::terminal::all_flags;
use serde_json::{Value, json};

use crate::office::{MANAGER, Office, PRACTITIONER, closure};

/// An office with a case of 2 March 2026.
fn office() -> (Office, String) {
    let mut office = Office::on("2026-03-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 3 2026", "medium");
    (office, case)
}

/// On which of these days of 2026 the case has this flag, as it is told now.
fn stands(office: &mut Office, rule: &str, days: &[&str]) -> Vec<bool> {
    days.iter().map(|day| !all_flags(&mut office.desk, Some(&format!("2026-{day}")), Some(rule)).unwrap().is_empty()).collect()
}

fn action(id: Option<&Value>, due: &str) -> Value {
    let mut action = json!({"what": "Meet weekly", "owner_role": "Worker", "agency": "Council", "due_on": due});
    if let Some(id) = id {
        action["id"] = id.clone();
    }
    action
}

fn plan(actions: &[Value]) -> Value {
    json!({"kind": "plan", "goals": ["Safe at school"], "actions": actions})
}

fn change(office: &mut Office, case: &str, item: &Value, content: Value) -> Value {
    let request = json!({"reference": case, "item_id": item["item_id"], "based_on": item["hash"], "content": content});
    office.ask("record_item", request)
}

/// A plan that was sent on 2 March, with one action due on the 16th; and the id of the action.
fn planned(office: &mut Office, case: &str) -> (Value, Value) {
    let written = office.write(case, plan(&[action(None, "16 3 2026")]));
    office.submit(&written);
    let seen = office.ask("view_case", json!({"reference": case}));
    (written, seen["plan"]["actions"][0]["id"].clone())
}

fn progress(office: &mut Office, case: &str, action: &Value, on: &str, state: &str) {
    office.ask("record_plan_update", json!({"reference": case, "action_id": action, "on": on, "state": state}));
}

#[test]
fn an_action_that_was_done_and_is_opened_again_was_no_flag_while_it_was_done() {
    let (mut office, case) = office();
    let (_, action) = planned(&mut office, &case);
    office.it_is("2026-03-20");
    progress(&mut office, &case, &action, "20 3 2026", "done");
    office.it_is("2026-03-25");
    progress(&mut office, &case, &action, "25 3 2026", "open");
    let days = ["03-16", "03-17", "03-19", "03-20", "03-24", "03-25", "03-26"];
    assert_eq!(stands(&mut office, "action_overdue", &days), [false, true, true, false, false, true, true]);
    let seen = office.ask("view_case", json!({"reference": case}));
    assert_eq!((&seen["plan"]["actions"][0]["late"], &seen["plan"]["actions"][0]["state"]), (&json!(true), &json!("open")));
    // What was opened again is settled again.
    progress(&mut office, &case, &action, "25 3 2026", "done");
    assert_eq!(stands(&mut office, "action_overdue", &days), [false, true, true, false, false, false, false]);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn an_action_that_was_cancelled_and_is_opened_again_is_owed_again() {
    let (mut office, case) = office();
    let (_, action) = planned(&mut office, &case);
    progress(&mut office, &case, &action, "2 3 2026", "cancelled");
    office.it_is("2026-03-18");
    progress(&mut office, &case, &action, "18 3 2026", "open");
    assert_eq!(stands(&mut office, "action_overdue", &["03-17", "03-18", "03-19"]), [false, true, true]);
}

#[test]
fn progress_counts_by_its_day_whichever_was_entered_first() {
    let (mut office, case) = office();
    let (_, action) = planned(&mut office, &case);
    office.it_is("2026-03-25");
    progress(&mut office, &case, &action, "25 3 2026", "open");
    progress(&mut office, &case, &action, "20 3 2026", "done");
    assert_eq!(stands(&mut office, "action_overdue", &["03-19", "03-20", "03-24", "03-25"]), [true, false, false, true]);
}

#[test]
fn a_plan_that_is_changed_counts_from_the_day_on_which_it_is_sent_and_not_while_it_is_taken_back() {
    let (mut office, case) = office();
    let (first, action_id) = planned(&mut office, &case);
    let request = json!({"version_id": first["version_id"], "hash": first["hash"], "reason": "Say who goes with her."});
    office.as_person(MANAGER).ask("return_item", request);
    office.as_person(PRACTITIONER).it_is("2026-03-20");
    let second = change(&mut office, &case, &first, plan(&[action(Some(&action_id), "30 6 2026")]));
    office.it_is("2026-03-23");
    let seen = office.ask("view_case", json!({"reference": case}));
    assert_eq!(seen["plan"]["actions"][0]["late"], true, "a draft buys no time");
    office.submit(&second);
    office.it_is("2026-03-25").ask("withdraw_item", json!({"item_id": second["item_id"]}));
    let third = change(&mut office, &case, &second, plan(&[action(None, "31 7 2026")]));
    let days = ["03-16", "03-17", "03-22", "03-23", "03-24", "03-25", "04-30"];
    // None stands before a manager: what was sent last goes on being owed.
    assert_eq!(stands(&mut office, "action_overdue", &days), [false, true, true, false, false, false, false]);
    assert_eq!(stands(&mut office, "action_overdue", &["06-30", "07-01"]), [false, true]);
    office.submit(&third);
    assert_eq!(stands(&mut office, "action_overdue", &days), [false, true, true, false, false, false, false]);
    assert_eq!(stands(&mut office, "action_overdue", &["07-01", "07-31", "08-01"]), [false, false, true]);
}

#[test]
fn a_change_of_a_signed_plan_that_is_returned_gives_way_to_what_was_signed() {
    let (mut office, case) = office();
    let (first, action_id) = planned(&mut office, &case);
    office.as_person(MANAGER).sign_off(&first, "medium").unwrap();
    office.as_person(PRACTITIONER).it_is("2026-03-18");
    let second = change(&mut office, &case, &first, plan(&[action(Some(&action_id), "30 6 2026")]));
    office.submit(&second);
    let request = json!({"version_id": second["version_id"], "hash": second["hash"], "reason": "Not before the summer."});
    office.as_person(MANAGER).it_is("2026-03-20").ask("return_item", request);
    assert_eq!(stands(&mut office, "action_overdue", &["03-17", "03-18", "03-19", "03-20"]), [true, false, false, true]);
}

#[test]
fn a_change_of_a_signed_item_that_is_returned_is_owed_again_until_the_next_version_is_written_and_sent() {
    let (mut office, case) = office();
    let written = office.write(&case, crate::office::assessment("medium", "2 3 2026", "Seen at school."));
    office.submit(&written);
    office.as_person(MANAGER).sign_off(&written, "medium").unwrap();
    office.as_person(PRACTITIONER).it_is("2026-03-09");
    let second = change(&mut office, &case, &written, crate::office::assessment("high", "9 3 2026", "Seen at home."));
    office.submit(&second);
    let request = json!({"version_id": second["version_id"], "hash": second["hash"], "reason": "See her alone first."});
    office.as_person(MANAGER).it_is("2026-03-10").ask("return_item", request);
    let seen = office.ask("view_case", json!({"reference": case}));
    let owed = seen["ahead"].as_array().unwrap().iter().find(|duty| duty["rule"] == "changed_since_signed").unwrap();
    assert_eq!((&owed["start_on"], &owed["due_on"]), (&json!("2026-03-10"), &json!("2026-03-17")));
    office.as_person(PRACTITIONER).it_is("2026-03-20");
    let rule = "changed_since_signed";
    assert_eq!(stands(&mut office, rule, &["03-10", "03-17", "03-18", "03-20"]), [false, false, true, true]);
    let third = change(&mut office, &case, &second, crate::office::assessment("high", "20 3 2026", "Seen alone."));
    assert_eq!(stands(&mut office, rule, &["03-18", "03-19", "03-20", "03-27", "03-28"]), [true, true, false, false, true]);
    office.it_is("2026-03-23").submit(&third);
    assert_eq!(stands(&mut office, rule, &["03-19", "03-20", "03-28"]), [true, false, false]);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_draft_of_a_plan_owes_nothing_and_is_no_progress() {
    let (mut office, case) = office();
    let first = office.write(&case, plan(&[action(None, "3 3 2026")]));
    assert_eq!(stands(&mut office, "action_overdue", &["03-05"]), [false]);
    office.submit(&first);
    office.as_person(MANAGER).sign_off(&first, "medium").unwrap();
    office.as_person(PRACTITIONER).it_is("2026-03-30");
    let second = change(&mut office, &case, &first, plan(&[action(None, "30 4 2026")]));
    office.submit(&second);
    assert_eq!(stands(&mut office, "plan_not_updated", &["03-30", "03-31"]), [false, true]);
}

#[test]
fn a_draft_arranges_no_review_and_one_that_was_sent_keeps_its_date_when_it_is_changed() {
    let (mut office, case) = office();
    let arrangement = |next: &str| json!({"kind": "review_arrangement", "next_review_on": next, "chair_role": "Team manager"});
    let first = office.write(&case, arrangement("9 3 2026"));
    office.it_is("2026-03-04");
    let first = change(&mut office, &case, &first, arrangement("10 3 2026"));
    assert_eq!(stands(&mut office, "no_next_review_date", &["03-03", "03-04"]), [true, true]);
    office.submit(&first);
    office.it_is("2026-03-16").ask("withdraw_item", json!({"item_id": first["item_id"]}));
    let second = change(&mut office, &case, &first, arrangement("31 3 2026"));
    let days = ["03-10", "03-11", "03-16"];
    assert_eq!(stands(&mut office, "never_reviewed", &days), [false, true, true]);
    office.submit(&second);
    assert_eq!(stands(&mut office, "never_reviewed", &days), [false, true, false]);
    assert_eq!(stands(&mut office, "no_next_review_date", &["03-03", "03-04", "03-16"]), [true, false, false]);
}

#[test]
fn a_case_is_open_until_its_closure_is_signed_whatever_day_the_closure_names() {
    let (mut office, case) = office();
    let sent = office.write(&case, closure("2 3 2026"));
    office.submit(&sent);
    office.as_person(MANAGER).it_is("2026-03-05").sign_off(&sent, "medium").unwrap();
    assert_eq!(office.ask("view_case", json!({"reference": case}))["closed_on"], "2026-03-05");
    assert_eq!(stands(&mut office, "no_next_review_date", &["03-02", "03-03", "03-04", "03-05"]), [false, true, true, false]);
}

#[test]
fn a_second_plan_that_is_not_sent_clears_nothing_of_the_first() {
    let mut office = Office::on("2026-03-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 3 2026", "medium");
    let plan = |what: &str, due: &str| json!({"kind": "plan", "goals": ["Safe at school"], "actions": [{"what": what, "owner_role": "Worker", "agency": "Council", "due_on": due}]});
    let first = office.write(&case, plan("Meet weekly", "16 3 2026"));
    office.submit(&first);
    office.it_is("2026-03-20");
    assert!(office.flags_of(&case).contains(&"action_overdue".to_owned()));
    let second = office.write(&case, plan("Meet monthly", "30 6 2026"));
    assert!(office.flags_of(&case).contains(&"action_overdue".to_owned()), "a draft clears nothing");
    office.it_is("2026-03-23");
    office.submit(&second);
    assert!(!office.flags_of(&case).contains(&"action_overdue".to_owned()), "the plan that was sent takes its place");
}

#[test]
fn a_review_that_was_signed_does_not_become_another_review_before_that_is_signed_too() {
    let (mut office, case) = office();
    office.it_is("2026-03-20");
    let held = office.write(&case, crate::office::review("20 3 2026", "medium", "24 4 2026"));
    office.submit(&held);
    office.as_person(MANAGER).sign_off(&held, "medium").unwrap();
    office.it_is("2026-05-10").as_person(PRACTITIONER);
    let overdue = ["04-24", "04-25", "05-10"];
    assert_eq!(stands(&mut office, "review_overdue", &overdue), [false, true, true]);
    let moved = change(&mut office, &case, &held, crate::office::review("10 5 2026", "medium", "5 6 2026"));
    assert_eq!(stands(&mut office, "review_overdue", &overdue), [false, true, true], "a draft holds no review");
    office.submit(&moved);
    assert_eq!(stands(&mut office, "review_overdue", &overdue), [false, true, true], "nor does what waits");
    office.it_is("2026-05-12").as_person(MANAGER);
    assert!(office.flags_of(&case).contains(&"review_overdue".to_owned()));
    office.sign_off(&moved, "medium").unwrap();
    let view = office.ask("view_case", json!({"reference": case}));
    let reviewed = view["timeline"].to_string();
    assert!(
        !office.flags_of(&case).contains(&"review_overdue".to_owned()),
        "a manager has signed that it was held then: {reviewed}"
    );
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}
