//! A closed case is opened again: what is owed begins anew, and what was owed before stays as it was.

use std::collections::BTreeSet;

use caseward_casework::terminal::all_flags;
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PASSPHRASE, PRACTITIONER, assessment, at, closure, review};

/// A case that was open from 1 June to 14 September 2026, with an assessment and a review, and closed by a signed closure.
fn closed_case(office: &mut Office) -> String {
    office.it_is("2026-06-01").as_person(PRACTITIONER);
    let case = office.open_case("1 6 2026", "medium");
    office.it_is("2026-06-10");
    let written = office.write(&case, assessment("medium", "10 6 2026", "Seen twice at school."));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(PRACTITIONER).it_is("2026-07-27");
    office.write(&case, review("27 7 2026", "medium", "7 9 2026"));
    close(office, &case, "2026-09-14", "14 9 2026");
    case
}

fn close(office: &mut Office, case: &str, day: &str, closing_on: &str) {
    office.it_is(day).as_person(PRACTITIONER);
    let written = office.write(case, closure(closing_on));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    office.as_person(PRACTITIONER);
}

fn view(office: &mut Office, case: &str) -> Value {
    office.ask("view_case", json!({"reference": case}))
}

fn asked(office: &mut Office, case: &str, reopened_on: &str) -> Value {
    let version = view(office, case)["version"].clone();
    json!({"reference": case, "version": version, "reopened_on": reopened_on, "reason": "New contact with the same adult."})
}

fn reopen(office: &mut Office, case: &str, reopened_on: &str) {
    let request = asked(office, case, reopened_on);
    office.ask("reopen_case", request);
}

/// An office on 2 November 2026 with a case that was opened again from 26 October.
fn reopened() -> (Office, String) {
    let mut office = Office::on("2026-06-01");
    let case = closed_case(&mut office);
    office.it_is("2026-11-02");
    reopen(&mut office, &case, "26 10 2026");
    (office, case)
}

#[test]
fn a_case_opened_again_is_open_owes_everything_again_and_says_when_it_was_open_before() {
    let (mut office, case) = reopened();
    let seen = view(&mut office, &case);
    assert_eq!((seen["opened_on"].as_str(), &seen["closed_on"]), (Some("2026-10-26"), &Value::Null));
    let earlier = json!([{
        "opened_on": "2026-06-01", "closed_on": "2026-09-14", "reopened_on": "2026-10-26", "reopened_by": PRACTITIONER,
        "reason": "New contact with the same adult.",
    }]);
    assert_eq!(seen["earlier"], earlier);
    let told: Vec<&str> = seen["timeline"].as_array().unwrap().iter().map(|event| event["says"].as_str().unwrap()).collect();
    assert_eq!(told[0], "Case opened again from 26 October 2026: New contact with the same adult.");
    assert_eq!(told.last(), Some(&"Case opened"));
    assert_eq!(seen["timeline"].as_array().unwrap().last().unwrap()["at"], "2026-06-01");
    let owed: BTreeSet<&str> = ["flags", "ahead"]
        .iter()
        .flat_map(|list| seen[list].as_array().unwrap())
        .map(|duty| duty["rule"].as_str().unwrap())
        .collect();
    assert_eq!(owed, BTreeSet::from(["assessment_not_signed", "never_reviewed", "no_next_review_date"]));
    let open = office.ask("list_cases", json!({}));
    assert_eq!((open["rows"][0]["reference"].as_str(), open["total"].as_u64()), (Some(case.as_str()), Some(1)));
    assert_eq!(open["rows"][0]["opened_on"], "2026-10-26");
    assert_eq!(open["rows"][0]["next_review_on"], Value::Null, "a date arranged before it closed is no date now");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn opening_again_leaves_what_was_owed_before_as_it_was_on_every_day() {
    let mut office = Office::on("2026-06-01");
    let case = closed_case(&mut office);
    office.it_is("2026-11-02");
    let flags = |office: &mut Office| -> Vec<String> {
        let days =
            NaiveDate::from_ymd_opt(2026, 6, 1).unwrap().iter_days().take_while(|day| day.to_string().as_str() < "2026-10-26");
        days.map(|day| serde_json::to_string(&all_flags(&mut office.desk, Some(&day.to_string()), None).unwrap()).unwrap())
            .collect()
    };
    let before = flags(&mut office);
    assert!(before.iter().filter(|day| day.len() > 2).count() > 60, "something was late");
    reopen(&mut office, &case, "26 10 2026");
    assert_eq!(flags(&mut office), before);
}

#[test]
fn it_is_refused_in_a_sentence_and_nothing_changes() {
    let mut office = Office::on("2026-06-01");
    let case = closed_case(&mut office);
    office.it_is("2026-11-02");
    let events = office.ask("verify_register", json!({}))["events"].clone();
    let right = asked(&mut office, &case, "26 10 2026");
    let mut check = |field: &str, value: Value, says: &str| {
        let mut request = right.clone();
        request[field] = value;
        let refused = office.refused("reopen_case", request);
        assert!(refused.contains(says), "{field}: {refused}");
    };
    check("reopened_on", json!(""), "reopened_on: Enter a date, for example 27 3 2026.");
    check(
        "reopened_on",
        json!("13 9 2026"),
        "reopened_on: This date is before the case closed on 14 September 2026. Check both dates.",
    );
    check("reopened_on", json!("3 11 2026"), "reopened_on: This date is in the future. Enter today or a day before it.");
    check("reopened_on", json!("29 2 2026"), "reopened_on: That date does not exist. Check the day and the month.");
    check("reason", json!(" "), "reason: Say why the case is opened again.");
    check("reason", json!("Mum rang from 07700 900123."), "reason: This seems to hold");
    check("version", json!(1), "changed: Someone else changed this case after you opened it.");
    check("reference", json!("CW-0000-0000"), "not_found: There is no case with this reference.");
    for person in [ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("reopen_case", right.clone());
        assert!(refused.starts_with("not_allowed: Your role does not allow this."), "{refused}");
    }
    assert_eq!(office.ask("verify_register", json!({}))["events"], events);
    office.as_person(MANAGER).ask("reopen_case", right.clone());
    assert_eq!(office.ask("verify_register", json!({}))["events"], json!(events.as_u64().unwrap() + 1));
    // The second of two people is told; and only a closed case is opened again.
    assert!(office.refused("reopen_case", right).starts_with("changed: Someone else changed this case"));
    let again = asked(&mut office, &case, "2 11 2026");
    assert_eq!(office.refused("reopen_case", again), "refused: This case is open. Only a closed case is opened again.");
}

#[test]
fn it_may_be_opened_again_on_the_day_it_closed_and_on_29_february() {
    let mut office = Office::on("2028-02-01");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 2 2028", "low");
    close(&mut office, &case, "2028-02-29", "29 2 2028");
    let early = asked(&mut office, &case, "28 2 2028");
    assert!(office.refused("reopen_case", early).contains("before the case closed on 29 February 2028"));
    reopen(&mut office, &case, "29 2 2028");
    let seen = view(&mut office, &case);
    assert_eq!((&seen["opened_on"], &seen["earlier"][0]["closed_on"]), (&json!("2028-02-29"), &json!("2028-02-29")));
    // Closed again on the same day, it waits until the next: two spans cannot begin on one day.
    close(&mut office, &case, "2028-02-29", "29 2 2028");
    let same = asked(&mut office, &case, "29 2 2028");
    let refused = office.refused("reopen_case", same);
    assert!(refused.contains("reopened_on: The case opened and closed on this day. Enter a later day."), "{refused}");
    office.it_is("2028-03-01");
    reopen(&mut office, &case, "1 3 2028");
    assert_eq!(view(&mut office, &case)["earlier"].as_array().unwrap().len(), 2);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn nothing_new_lies_before_the_day_on_which_it_was_opened_again() {
    let (mut office, case) = reopened();
    let mut refused = |content: Value, field: &str| {
        let refused = office.refused("record_item", json!({"reference": case, "content": content}));
        let says = format!("{field}: This date is before the case was opened again on 26 October 2026. Check both dates.");
        assert!(refused.contains(&says), "{refused}");
    };
    refused(assessment("medium", "25 10 2026", "Seen at home."), "content.completed_on");
    refused(review("25 10 2026", "medium", ""), "content.held_on");
    // Within the earlier span, too: a review before the case was opened again is none of the new span.
    refused(review("3 8 2026", "medium", ""), "content.held_on");
    refused(closure("25 10 2026"), "content.closing_on");
    refused(
        json!({"kind": "review_arrangement", "next_review_on": "25 10 2026", "chair_role": "Team manager"}),
        "content.next_review_on",
    );
    office.write(&case, assessment("medium", "26 10 2026", "Seen at home."));
    office.write(&case, review("26 10 2026", "medium", ""));
}

#[test]
fn what_was_written_in_the_earlier_span_may_be_put_right_within_it() {
    let (mut office, case) = reopened();
    let seen = view(&mut office, &case);
    let held = seen["items"].as_array().unwrap().iter().find(|item| item["kind"] == "review").unwrap();
    let (item, hash) = (held["item_id"].clone(), held["versions"][0]["hash"].clone());
    let change = |held_on: &str| json!({"reference": case, "item_id": item, "based_on": hash, "content": review(held_on, "medium", "7 9 2026")});
    let refused = office.refused("record_item", change("31 5 2026"));
    assert!(refused.contains("content.held_on: This date is before the case opened on 1 June 2026."), "{refused}");
    // A day after it closed, in the gap or in the new span, would meet what the new span is owed.
    let alone = |held_on: &str| {
        let mut asked = change(held_on);
        asked["content"]["next_review_on"] = json!("");
        asked
    };
    for after in ["15 9 2026", "25 10 2026", "26 10 2026", "2 11 2026"] {
        let refused = office.refused("record_item", alone(after));
        let says =
            "content.held_on: This belongs to the time before the case closed. Enter 14 September 2026 or a day before it.";
        assert!(refused.contains(says), "{after}: {refused}");
    }
    assert!(office.flags_of(&case).contains(&"no_next_review_date".to_owned()));
    let moved = office.ask("record_item", alone("14 9 2026"));
    let back = json!({"reference": case, "item_id": item, "based_on": moved["hash"], "content": review("28 7 2026", "medium", "7 9 2026")});
    office.ask("record_item", back);
}

#[test]
fn what_was_written_before_a_case_closed_and_opened_again_on_one_day_stays_before_that_day() {
    let mut office = Office::on("2026-06-01");
    let case = closed_case(&mut office);
    reopen(&mut office, &case, "14 9 2026");
    let seen = view(&mut office, &case);
    let written = seen["items"].as_array().unwrap().iter().find(|item| item["kind"] == "assessment").unwrap().clone();
    let mut change = |completed_on: &str| {
        let content = assessment("medium", completed_on, "Seen twice at school.");
        let change = json!({"reference": case, "item_id": written["item_id"], "based_on": written["versions"][0]["hash"], "content": content});
        office.try_to("record_item", change)
    };
    let refused = change("14 9 2026").unwrap_err();
    assert_eq!(refused.fields[0].field, "content.completed_on");
    assert!(refused.fields[0].message.ends_with("Enter 13 September 2026 or a day before it."), "{refused:?}");
    change("13 9 2026").unwrap();
}

#[test]
fn a_plan_of_the_earlier_span_is_carried_on_from_the_day_it_was_opened_again() {
    let mut office = Office::on("2026-06-01");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 6 2026", "medium");
    let action =
        json!({"what": "Work on staying safe online", "owner_role": "CSE worker", "agency": "Council", "due_on": "1 9 2026"});
    office.write(&case, json!({"kind": "plan", "goals": ["School every day"], "actions": [action]}));
    close(&mut office, &case, "2026-08-03", "3 8 2026");
    office.it_is("2026-11-02");
    reopen(&mut office, &case, "26 10 2026");
    let action = view(&mut office, &case)["plan"]["actions"][0]["id"].clone();
    let update = |on: &str| json!({"reference": case, "action_id": action, "on": on, "state": "done"});
    let refused = office.refused("record_plan_update", update("25 10 2026"));
    assert!(refused.contains("on: This date is before the case was opened again on 26 October 2026."), "{refused}");
    office.ask("record_plan_update", update("26 10 2026"));
}

#[test]
fn a_closure_that_ended_an_earlier_span_bars_no_new_one_and_stays_as_it_was_signed() {
    let (mut office, case) = reopened();
    let seen = view(&mut office, &case);
    let signed = seen["items"].as_array().unwrap().iter().find(|item| item["kind"] == "closure").unwrap().clone();
    let change = json!({"reference": case, "item_id": signed["item_id"], "based_on": signed["versions"][0]["hash"], "content": closure("2 11 2026")});
    assert_eq!(
        office.refused("record_item", change),
        "refused: This closure ended an earlier span of the case, and stands as it was signed. Write a new closure."
    );
    let second = office.write(&case, closure("2 11 2026"));
    let third = office.refused("record_item", json!({"reference": case, "content": closure("2 11 2026")}));
    assert_eq!(third, "refused: This case has a closure already. Change that one.");
    let sent = office.submit(&second);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    let seen = view(&mut office, &case);
    assert_eq!((&seen["closed_on"], seen["earlier"].as_array().unwrap().len()), (&json!("2026-11-02"), 1));
    let closures: Vec<&Value> = seen["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "closure").collect();
    assert!(closures.len() == 2 && closures.contains(&&signed), "the first is still there, as it was signed");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_summary_counts_each_span_where_it_began_and_ended() {
    let (mut office, _) = reopened();
    office.as_person(ANALYST);
    let mut of_all = |from: &str, to: &str| {
        let summary = office.ask("view_summary", json!({"from": from, "to": to}));
        let cases = summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "cases").unwrap().clone();
        let cells = cases["rows"].as_array().unwrap().last().unwrap()["cells"].clone();
        (0..4).map(|column| cells[column]["value"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    // Open at the start, opened, closed, open at the end.
    assert_eq!(of_all("1 6 2026", "31 8 2026"), [0, 1, 0, 1]);
    assert_eq!(of_all("1 9 2026", "30 9 2026"), [1, 0, 1, 0]);
    assert_eq!(of_all("1 10 2026", "2 11 2026"), [0, 1, 0, 1]);
    assert_eq!(of_all("1 6 2026", "2 11 2026"), [0, 2, 1, 1]);
}

#[test]
fn a_child_whose_case_closed_gets_no_second_one() {
    let mut office = Office::on("2026-06-01");
    office.as_person(PRACTITIONER);
    let opening = |on: &str| json!({"child_id": "90001", "opened_on": on, "level": "low", "facts": {}});
    let case = office.ask("open_case", opening("1 6 2026"))["reference"].as_str().unwrap().to_owned();
    close(&mut office, &case, "2026-09-14", "14 9 2026");
    let refused = office.refused("open_case", opening("14 9 2026"));
    let says = format!("child_id: This child has a case that closed on 14 September 2026: {case}. Open that one again.");
    assert!(refused.contains(&says), "{refused}");
    reopen(&mut office, &case, "14 9 2026");
    let refused = office.refused("open_case", opening("14 9 2026"));
    assert!(refused.contains(&format!("child_id: This child has a case already: {case}. Open that one.")), "{refused}");
}

/// A tracker with one child, as the authority's list has it.
fn tracker(office: &Office, columns: &str, row: &str) -> Value {
    let path = office.path().join("tracker.csv");
    std::fs::write(&path, format!("{columns}\n{row}\n")).unwrap();
    json!({"path": path})
}

#[test]
fn a_tracker_that_knows_only_the_earlier_span_changes_nothing_of_a_case_opened_again() {
    const COLUMNS: &str = "Child ID,Date of referral,Risk level,Assessment signed off?,Last review,Next review due,Child's participation,Status,Date closed";
    let mut office = Office::on("2026-06-01");
    office.as_person(MANAGER);
    let request = tracker(&office, COLUMNS, "90001,01/06/2026,Medium,No,,,,Open,");
    let done = office.ask("import_tracker", request);
    assert_eq!(done["created"], 1, "{done}");
    let case = done["rows"][0]["reference"].as_str().unwrap().to_owned();
    close(&mut office, &case, "2026-09-14", "14 9 2026");
    office.it_is("2026-11-02");
    reopen(&mut office, &case, "26 10 2026");
    let before = view(&mut office, &case);
    office.as_person(MANAGER);
    let stale = tracker(&office, COLUMNS, "90001,01/06/2026,High,Yes,27/07/2026,07/09/2026,PN1,Closed,14/09/2026");
    let again = office.ask("import_tracker", stale);
    assert_eq!((again["unchanged"].as_u64(), again["created"].as_u64()), (Some(1), Some(0)), "{again}");
    assert_eq!(
        again["notes"].as_array().unwrap().iter().map(|note| note["note"].as_str().unwrap()).collect::<Vec<_>>().join("; "),
        format!(
            "The file says that this case is closed; {case} was opened again here on 26 October 2026. What the file says of the time before was left out."
        )
    );
    assert_eq!(view(&mut office, &case), before);
    // What it says of the new span is taken, as for any case.
    let fresh = tracker(&office, COLUMNS, "90001,01/06/2026,High,Yes,30/10/2026,20/11/2026,PN1,Open,");
    let taken = office.ask("import_tracker", fresh);
    assert_eq!(taken["matched"], 1, "{taken}");
    let seen = view(&mut office, &case);
    assert_eq!((&seen["opened_on"], &seen["reported"]["last_review_on"]), (&json!("2026-10-26"), &json!("2026-10-30")));
    assert_eq!(seen["reported"]["assessment_signed_off"], false, "it says nothing of the span that has ended");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn it_goes_out_with_everything_and_comes_back_the_same() {
    let (mut office, case) = reopened();
    let before = view(&mut office, &case);
    let file = office.path().join("all.jsonl");
    caseward_casework::terminal::export_all(&mut office.as_person(ADMINISTRATOR).desk, &file).unwrap();
    let mut other = caseward_casework::Desk::with_clock(office.path().join("other"), Box::new(|| at("2026-11-02")));
    caseward_casework::terminal::import_all(&mut other, &file, ADMINISTRATOR, PASSPHRASE).unwrap();
    let mut ask = |verb: &str, request: Value| caseward_casework::call(&mut other, verb, request).unwrap();
    let people = ask("list_people", json!({}));
    let id = crate::office::id_in(&people, PRACTITIONER);
    ask("add_person", json!({"id": id, "name": PRACTITIONER, "roles": ["practitioner"], "passphrase": PASSPHRASE}));
    ask("sign_in", json!({"person_id": id, "passphrase": PASSPHRASE}));
    assert_eq!(ask("view_case", json!({"reference": case})), before);
}
