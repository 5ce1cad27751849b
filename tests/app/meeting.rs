//! Meetings: a panel takes its cases in order, and what it decides is told in each case's history.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PRACTITIONER, assessment, closure, review};

/// An office on 25 November 2026 with three open cases, the practitioner at the desk.
fn office() -> (Office, Vec<String>) {
    let mut office = Office::on("2026-11-25");
    office.as_person(PRACTITIONER);
    let cases = ["high", "medium", "low"].map(|level| office.open_case("1 6 2026", level)).to_vec();
    (office, cases)
}

fn meeting(references: &[String]) -> Value {
    json!({"name": "Missing and exploitation panel", "held_on": "25 11 2026", "references": references})
}

fn decide(meeting: &Value, place: usize, decision: &str) -> Value {
    let case = &meeting["cases"][place];
    json!({"id": meeting["id"], "reference": case["reference"], "version": case["version"], "decision": decision})
}

fn references(meeting: &Value) -> Vec<String> {
    meeting["cases"].as_array().unwrap().iter().map(|case| case["reference"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_panel_takes_its_cases_in_order_and_records_what_it_decides() {
    let (mut office, cases) = office();
    let order = vec![cases[2].clone(), cases[0].to_lowercase().replace('-', " "), cases[1].clone()];
    let made = office.ask("record_meeting", meeting(&order));
    assert_eq!(references(&made), [&cases[2], &cases[0], &cases[1]].map(String::to_owned));
    assert_eq!(made["cases"][1]["position"], 2);
    office.as_person(MANAGER);
    let decided = office.ask("record_meeting_decision", decide(&made, 1, "The police are asked for a disruption notice."));
    let case = &decided["cases"][1];
    assert_eq!((&case["decided_by"], &case["version"]), (&json!(MANAGER), &json!(2)));
    assert_eq!(case["decision"], "The police are asked for a disruption notice.");
    let line = office.ask("list_meetings", json!({}))["meetings"][0].clone();
    assert_eq!((&line["cases"], &line["decided"], &line["held_on"]), (&json!(3), &json!(1), &json!("2026-11-25")));
    let told = office.ask("view_case", json!({"reference": cases[0]}))["timeline"][0].clone();
    assert_eq!(
        (told["by"].as_str().unwrap(), told["says"].as_str().unwrap()),
        (MANAGER, "Missing and exploitation panel of 25 November 2026 decided: The police are asked for a disruption notice.")
    );
}

#[test]
fn each_case_comes_with_its_level_its_flags_and_its_last_review() {
    let (mut office, cases) = office();
    office.it_is("2026-11-26");
    office.write(&cases[0], review("24 11 2026", "medium", "15 12 2026"));
    let page =
        office.ask("record_meeting", json!({"name": "Panel", "held_on": "25 11 2026", "references": [cases[0], cases[1]]}));
    let (reviewed, never) = (&page["cases"][0], &page["cases"][1]);
    assert_eq!((&reviewed["level"]["level"], &reviewed["level"]["confirmed"]), (&json!("medium"), &json!(false)));
    assert_eq!(
        reviewed["last_review"],
        json!({"on": "2026-11-24", "level": "medium", "participation": "PN1", "reported": false, "signed_off": false,
            "changed_by_views": "The place was changed."})
    );
    assert_eq!((&reviewed["next_review_on"], &reviewed["opened_on"]), (&json!("2026-12-15"), &json!("2026-06-01")));
    assert_eq!(
        (&never["last_review"], &never["next_review_on"], &never["closed_on"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    let flags =
        |case: &Value| -> Vec<Value> { case["flags"].as_array().unwrap().iter().map(|flag| flag["rule"].clone()).collect() };
    let on_page = office.ask("view_case", json!({"reference": cases[1]}));
    assert_eq!(flags(never), flags(&on_page), "as the case's own page has them");
    assert!(flags(never).contains(&json!("never_reviewed")));
}

#[test]
fn references_that_are_wrong_unknown_or_there_twice_are_each_named_at_their_place() {
    let (mut office, cases) = office();
    let unknown = "CW-0000-0000";
    let wrong =
        json!({"name": "Panel", "held_on": "25 11 2026", "references": [cases[0], "Chloe", "", cases[0], unknown, cases[1]]});
    assert_eq!(
        office.refused("record_meeting", wrong),
        "invalid: There is a problem with what was entered.\n  \
         references.1: A case reference looks like CW-7K3M-9QXD. Check it and type it again.\n  \
         references.3: This case is in the list already. Take it out here.\n  \
         references.4: There is no case with this reference. Check it and type it again."
    );
    assert_eq!(office.ask("list_meetings", json!({}))["meetings"], json!([]));
}

#[test]
fn a_meeting_has_a_name_a_day_and_one_to_two_hundred_cases() {
    let (mut office, cases) = office();
    let asked =
        |name: &str, held_on: &str, references: Vec<String>| json!({"name": name, "held_on": held_on, "references": references});
    let one = || vec![cases[0].clone()];
    for (request, says) in [
        (asked(" ", "25 11 2026", one()), "name: Name the meeting, for example “Missing and exploitation panel”."),
        (asked(&"a".repeat(101), "25 11 2026", one()), "name: Use 100 characters or fewer."),
        (asked("Panel", "", one()), "held_on: Enter a date, for example 27 3 2026."),
        (asked("Panel", "29 2 2027", one()), "held_on: That date does not exist. Check the day and the month."),
        (asked("Panel", "27 11 2036", one()), "held_on: This date is more than 10 years ahead. Check the year."),
        (asked("Panel", "25 11 1989", one()), "held_on: This date is before 1990. Check the year."),
        (asked("Panel", "25 11 2026", vec![String::new()]), "references: Enter the reference of at least one case."),
        (
            asked("Panel", "25 11 2026", vec![cases[0].clone(); 201]),
            "references: A meeting takes 200 cases at most. Make another meeting for the rest.",
        ),
    ] {
        let refused = office.refused("record_meeting", request);
        assert_eq!(refused, format!("invalid: There is a problem with what was entered.\n  {says}"));
    }
    let named = office.refused("record_meeting", asked("Panel on Mrs Walker", "25 11 2026", one()));
    assert!(named.contains("name: This seems to hold"), "{named}");
    let leap = office.ask("record_meeting", asked("Panel", "29 2 2028", one()));
    assert_eq!(leap["held_on"], "2028-02-29");
}

#[test]
fn a_meeting_is_changed_and_a_case_with_a_decision_stays_in_it() {
    let (mut office, cases) = office();
    let made = office.ask("record_meeting", meeting(&cases));
    let decided = office.ask("record_meeting_decision", decide(&made, 1, "Moves to the specialist team."));
    let change = |held_on: &str, references: Vec<&String>| json!({"id": made["id"], "name": "Panel", "held_on": held_on, "references": references});
    assert_eq!(
        office.refused("record_meeting", change("25 11 2026", vec![&cases[0]])),
        format!(
            "invalid: There is a problem with what was entered.\n  references: {} has a decision, so it stays in the meeting. Add it again.",
            cases[1]
        )
    );
    assert!(
        office
            .refused("record_meeting", change("26 11 2026", vec![&cases[1]]))
            .contains("held_on: This meeting has decided already, so it was held today or before. Check the date.")
    );
    let changed = office.as_person(MANAGER).ask("record_meeting", change("24 11 2026", vec![&cases[1], &cases[0]]));
    assert_eq!((references(&changed), &changed["id"]), (vec![cases[1].clone(), cases[0].clone()], &made["id"]));
    for name in ["decision", "decided_by", "version"] {
        assert_eq!(changed["cases"][0][name], decided["cases"][1][name], "{name} stays as it was");
    }
    let lines = office.ask("list_meetings", json!({}));
    assert_eq!(lines["meetings"].as_array().unwrap().len(), 1);
    let unknown = json!({"id": crate::audit::uuid(), "name": "Panel", "held_on": "25 11 2026", "references": cases});
    assert_eq!(
        office.refused("record_meeting", unknown),
        "not_found: There is no such meeting. Open the list of meetings again."
    );
}

#[test]
fn of_two_who_record_a_decision_the_second_reads_what_is_there_first() {
    let (mut office, cases) = office();
    let made = office.ask("record_meeting", meeting(&cases));
    office.as_person(MANAGER).ask("record_meeting_decision", decide(&made, 0, "A strategy meeting this week."));
    office.as_person(OTHER_MANAGER);
    assert_eq!(
        office.refused("record_meeting_decision", decide(&made, 0, "Nothing further.")),
        "changed: Somebody changed this decision after you opened the meeting. Open it again and read what is there now."
    );
    let there = office.ask("view_meeting", json!({"id": made["id"]}));
    assert_eq!(there["cases"][0]["decision"], "A strategy meeting this week.");
    let emptied = office.ask("record_meeting_decision", decide(&there, 0, " "));
    let case = &emptied["cases"][0];
    assert_eq!((&case["decision"], &case["decided_by"], &case["version"]), (&json!(""), &Value::Null, &json!(3)));
    let told = office.ask("view_case", json!({"reference": cases[0]}))["timeline"].to_string();
    assert!(
        told.contains("decided, which was changed later: A strategy meeting this week."),
        "what a panel said is not lost: {told}"
    );
    // Without a decision it may be left out again.
    let fewer = json!({"id": made["id"], "name": "Panel", "held_on": "25 11 2026", "references": [cases[1]]});
    assert_eq!(references(&office.ask("record_meeting", fewer)), [cases[1].clone()]);
}

#[test]
fn of_two_who_change_a_meeting_the_second_reads_what_is_there_first() {
    let (mut office, cases) = office();
    let made = office.ask("record_meeting", meeting(&cases[..1]));
    let change = |references: &[String]| json!({"id": made["id"], "version": made["version"], "name": "Panel", "held_on": "25 11 2026", "references": references});
    office.as_person(MANAGER).ask("record_meeting", change(&cases));
    office.as_person(OTHER_MANAGER);
    let refused = office.refused("record_meeting", change(&cases[..1]));
    assert!(refused.starts_with("changed: Somebody changed this meeting after you opened it."), "{refused}");
    assert_eq!(references(&office.ask("view_meeting", json!({"id": made["id"]}))), cases);
}

#[test]
fn a_decision_is_about_a_case_of_the_meeting_after_it_was_held_and_without_personal_data() {
    let (mut office, cases) = office();
    let other = office.open_case("1 6 2026", "low");
    let made = office.ask("record_meeting", meeting(&cases));
    let asked =
        |reference: &str, decision: &str| json!({"id": made["id"], "reference": reference, "version": 1, "decision": decision});
    assert_eq!(
        office.refused("record_meeting_decision", asked(&other, "Nothing further.")),
        "not_found: This case is not in the meeting. Add it to the meeting first."
    );
    assert!(office.refused("record_meeting_decision", asked("CW-0000-0000", "x")).starts_with("not_found: There is no case"));
    let named = office.refused("record_meeting_decision", asked(&cases[0], "Telephone 07700 900123 tonight."));
    assert!(named.contains("decision: This seems to hold") && !named.contains("900123"), "{named}");
    let long = office.refused("record_meeting_decision", asked(&cases[0], &"a".repeat(8_001)));
    assert!(long.contains("decision: This text is too long."), "{long}");
    let unknown = json!({"id": crate::audit::uuid(), "reference": cases[0], "version": 1, "decision": "x"});
    assert!(office.refused("record_meeting_decision", unknown).starts_with("not_found: There is no such meeting."));
    let to_come = json!({"name": "Panel", "held_on": "1 12 2026", "references": [cases[0]]});
    let to_come = office.ask("record_meeting", to_come);
    assert_eq!(
        office.refused("record_meeting_decision", decide(&to_come, 0, "Moves to the specialist team.")),
        "refused: This meeting is on 1 December 2026, so it has decided nothing yet. Change its date if it was held before."
    );
    office.it_is("2026-12-01").ask("record_meeting_decision", decide(&to_come, 0, "Moves to the specialist team."));
}

#[test]
fn a_panel_reads_what_earlier_ones_decided_newest_first() {
    let (mut office, cases) = office();
    for (day, name, decision) in [
        ("3 3 2026", "Panel", "Weekly contact."),
        ("1 9 2026", "Strategy meeting", "Back to the panel."),
        ("24 11 2026", "Panel", ""),
    ] {
        let made = office.ask("record_meeting", json!({"name": name, "held_on": day, "references": [cases[0]]}));
        office.ask("record_meeting_decision", decide(&made, 0, decision));
    }
    let now = office.ask("record_meeting", meeting(&cases[..1]));
    assert_eq!(
        now["cases"][0]["before"],
        json!([
            {"on": "2026-09-01", "meeting": "Strategy meeting", "decision": "Back to the panel."},
            {"on": "2026-03-03", "meeting": "Panel", "decision": "Weekly contact."},
        ])
    );
    let lines = office.ask("list_meetings", json!({}));
    let days: Vec<&Value> = lines["meetings"].as_array().unwrap().iter().map(|line| &line["held_on"]).collect();
    assert_eq!(days, ["2026-11-25", "2026-11-24", "2026-09-01", "2026-03-03"]);
    let first = office.ask("view_meeting", json!({"id": lines["meetings"][3]["id"]}));
    assert_eq!(first["cases"][0]["before"], json!([]), "what came after it was not known to it");
}

#[test]
fn a_closed_case_may_be_discussed_and_is_shown_as_closed() {
    let (mut office, cases) = office();
    let written = office.write(&cases[0], closure("24 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    let made = office.ask("record_meeting", meeting(&cases));
    assert_eq!((&made["cases"][0]["closed_on"], &made["cases"][0]["flags"]), (&json!("2026-11-25"), &json!([])));
    let decided = office.ask("record_meeting_decision", decide(&made, 0, "Learning is shared with the school."));
    assert_eq!(decided["cases"][0]["decided_by"], MANAGER);
}

#[test]
fn meetings_are_for_those_who_work_cases_and_leave_no_words_in_the_audit() {
    let (mut office, cases) = office();
    let made = office.ask("record_meeting", meeting(&cases));
    office.ask("record_meeting_decision", decide(&made, 0, "Marmaladefalcon"));
    for person in [ANALYST, ADMINISTRATOR] {
        office.as_person(person);
        let requests = [
            ("list_meetings", json!({})),
            ("view_meeting", json!({"id": made["id"]})),
            ("record_meeting", meeting(&cases)),
            ("record_meeting_decision", decide(&made, 0, "x")),
        ];
        for (verb, request) in requests {
            assert!(office.refused(verb, request).starts_with("not_allowed: Your role does not allow"), "{person}, {verb}");
        }
    }
    office.ask("sign_out", json!({}));
    crate::audit::underneath(&office.register(), |register| {
        let found: i64 = register
            .bare()
            .query_row(
                "SELECT count(*) FROM event_payload WHERE payload LIKE '%Marmalade%' OR payload LIKE '%panel%'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(found, 0);
    });
}

#[test]
fn a_meeting_changes_nothing_of_what_is_owed() {
    let (mut office, cases) = office();
    let written = office.write(&cases[0], assessment("high", "20 11 2026", "Seen twice."));
    office.submit(&written);
    let before = office.flags_of(&cases[0]);
    let made = office.ask("record_meeting", meeting(&cases));
    office.ask("record_meeting_decision", decide(&made, 0, "A strategy meeting this week."));
    assert_eq!(office.flags_of(&cases[0]), before);
    assert_eq!(office.ask("verify_register", json!({}))["ok"], true);
}
