//! No case text in an error, a log line or a `Debug`: a marked word in every field must never show up in a refusal.

use serde_json::{Value, json};

use crate::office::{Office, PRACTITIONER, assessment, closure, review};

const MARK: &str = "Zanzibarquokka";

/// Every text of a request replaced by the marked word, one at a time.
fn marked(request: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    walk(request, &mut Vec::new(), &mut found);
    found
        .into_iter()
        .map(|path| {
            let mut copy = request.clone();
            *copy.pointer_mut(&path).unwrap() = json!(MARK);
            copy
        })
        .collect()
}

fn walk(value: &Value, path: &mut Vec<String>, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| inside(key.clone(), value, path, found)),
        Value::Array(list) => list.iter().enumerate().for_each(|(place, value)| inside(place.to_string(), value, path, found)),
        _ => found.push(path.iter().map(|step| format!("/{step}")).collect()),
    }
}

fn inside(step: String, value: &Value, path: &mut Vec<String>, found: &mut Vec<String>) {
    path.push(step);
    walk(value, path, found);
    path.pop();
}

#[test]
fn a_marked_word_in_any_field_never_shows_up_in_a_refusal() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let facts = json!({"sex": "F", "ethnicity": "WBRI", "factors": ["11A"], "age_at_referral": "14", "statuses": [{"status": "cin", "from": "1 1 2026", "to": ""}]});
    let plan = json!({"kind": "plan", "goals": ["School"], "actions": [{"what": "Work", "owner_role": "Worker", "agency": "Council", "due_on": "1 12 2026"}]});
    let on_case = |content: Value| json!({"reference": case, "content": content});
    let requests = [
        (
            "open_case",
            json!({"child_id": "1", "opened_on": "1 10 2026", "level": "low", "facts": facts, "team": "North locality"}),
        ),
        ("record_item", on_case(assessment("medium", "20 11 2026", "Text"))),
        ("record_item", on_case(review("20 11 2026", "medium", "1 12 2026"))),
        ("record_item", on_case(closure("20 11 2026"))),
        ("record_item", on_case(plan)),
        (
            "record_missing_episode",
            json!({"reference": case, "missing_from": "1 11 2026 20:00", "returned": "2 11 2026", "themes": "x"}),
        ),
        ("set_review_date", json!({"reference": case, "next_review_on": "1 12 2026", "reason": "Text"})),
        ("reopen_case", json!({"reference": case, "version": 1, "reopened_on": "20 11 2026", "reason": "Text"})),
        (
            "record_cause",
            json!({"reference": case, "rule": "never_reviewed", "start_on": "2026-10-01", "cause": "other", "note": "Text"}),
        ),
        ("list_settled", json!({"from": "1 10 2026", "to": "20 11 2026", "team": "North locality"})),
        ("view_causes", json!({"from": "1 10 2026", "to": "20 11 2026"})),
        ("view_case", json!({"reference": case})),
        ("list_cases", json!({"search": "", "status": "all", "level": "low"})),
        ("list_flags", json!({"as_at": "1 11 2026", "rule": "level_missing"})),
        ("submit_item", json!({"item_id": "x", "hash": "x"})),
        ("import_tracker", json!({"path": "x"})),
        ("record_sign_off", json!({"version_id": "x", "hash": "x", "level": "low", "plan_progressing": "yes"})),
    ];
    let mut refusals = 0;
    for (verb, request) in requests {
        for request in marked(&request) {
            if let Err(error) = office.try_to(verb, request) {
                refusals += 1;
                for said in [error.to_string(), format!("{error:?}"), serde_json::to_string(&error).unwrap()] {
                    assert!(!said.contains(MARK), "{verb}: {said}");
                }
            }
        }
    }
    assert!(refusals > 30, "{refusals} refusals");
}

#[test]
fn words_about_a_child_do_not_stand_in_the_audit_payload() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let written = office.write(&case, assessment("medium", "20 11 2026", MARK));
    office.submit(&written);
    office.ask("sign_out", json!({}));
    crate::audit::underneath(&office.register(), |register| {
        let found: i64 = register
            .bare()
            .query_row("SELECT count(*) FROM event_payload WHERE payload LIKE '%Zanzibar%'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(found, 0);
    });
}
