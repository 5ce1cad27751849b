//! A case that leaves the list at the most serious level, with open flags or soon after a missing episode is named as such:
//! on its page, before signing, in the audit event, in its history and in the summary. None of it refuses anything.

use serde_json::{Value, json};

use crate::office::{ANALYST, MANAGER, Office, PRACTITIONER, assessment, closure, review};

/// A case of 1 October 2026 with a review and nothing late on 20 November, closed on the day that the closure says.
fn in_order(office: &mut Office) -> String {
    office.it_is("2026-10-01").as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    let written = office.write(&case, review("1 10 2026", "medium", "9 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.it_is("2026-11-09").as_person(PRACTITIONER);
    let written = office.write(&case, review("9 11 2026", "medium", "14 12 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(PRACTITIONER);
    case
}

fn concerns(office: &mut Office, case: &str) -> Value {
    office.ask("view_case", json!({"reference": case}))["concerns"].clone()
}

fn send_closure(office: &mut Office, case: &str, closing_on: &str, level: &str) -> Value {
    let mut content = closure(closing_on);
    content["level"] = json!(level);
    let written = office.write(case, content);
    office.submit(&written)
}

/// The names in the audit event of the last sign-off.
fn audited(office: &mut Office) -> Value {
    office.ask("sign_out", json!({}));
    let mut found = Value::Null;
    crate::audit::underneath(&office.register(), |register| {
        let text = "SELECT p.payload FROM event AS e JOIN event_payload AS p USING (sequence) WHERE e.op = 'record_sign_off' ORDER BY sequence DESC";
        let payload: String = register.bare().query_row(text, [], |row| row.get(0)).unwrap();
        found = serde_json::from_str::<Value>(&payload).unwrap()["concerns"].clone();
    });
    found
}

fn told(office: &mut Office, case: &str) -> String {
    let seen = office.ask("view_case", json!({"reference": case}));
    let events = seen["timeline"].as_array().unwrap();
    let closure = events.iter().filter_map(|event| event["says"].as_str()).find(|says| says.contains("the case closed"));
    closure.unwrap().to_owned()
}

#[test]
fn a_case_in_order_closes_without_a_word() {
    let mut office = Office::on("2026-10-01");
    let case = in_order(&mut office);
    office.it_is("2026-11-20");
    assert_eq!(concerns(&mut office, &case), json!([]));
    let sent = send_closure(&mut office, &case, "20 11 2026", "low");
    let page = office.as_person(MANAGER).ask("view_decision", json!({"version_id": sent["version_id"]}));
    assert_eq!(page["concerns"], json!([]));
    office.sign_off(&sent, "low").unwrap();
    assert_eq!(audited(&mut office), json!([]));
    office.as_person(MANAGER);
    assert!(told(&mut office, &case).ends_with("signed off at low, and the case closed: In my judgement, from supervision."));
}

#[test]
fn everything_is_named_before_signing_and_kept_after_it() {
    let mut office = Office::on("2026-10-01");
    let case = in_order(&mut office);
    office.it_is("2026-12-16");
    let episode = json!({"reference": case, "missing_from": "6 12 2026 21:00", "returned": "7 12 2026 09:00", "interview_held": "8 12 2026 16:00"});
    office.ask("record_missing_episode", episode);
    let today = concerns(&mut office, &case);
    assert_eq!(
        today,
        json!([
            "Closes with 2 open flags on 16 December 2026: Review overdue, due 14 December 2026; Assessment not signed off, due 3 December 2026.",
            "Missing from 6 December 2026, returned 7 December 2026, 9 days before the closing day, 16 December 2026.",
        ])
    );
    let sent = send_closure(&mut office, &case, "16 12 2026", "high");
    let page = office.as_person(MANAGER).ask("view_decision", json!({"version_id": sent["version_id"]}));
    let mut all = today.as_array().unwrap().clone();
    all.insert(0, json!("Closes at high, the most serious level of the policy of 1 January 2012."));
    assert_eq!(page["concerns"], json!(all));
    office.sign_off(&sent, "high").unwrap();
    assert_eq!(audited(&mut office), json!(["most_serious_level", "open_flags", "recently_missing"]));
    office.as_person(MANAGER);
    let says = told(&mut office, &case);
    assert!(
        says.starts_with(
            "Closure version 1 signed off at high, and the case closed at high, with 2 flags open, 9 days after a missing episode"
        ),
        "{says}"
    );
    assert_eq!(concerns(&mut office, &case), json!([]), "a closed case closes no more");
    office.as_person(ANALYST);
    let summary = office.ask("view_summary", json!({"from": "1 12 2026", "to": "16 12 2026"}));
    let table = summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "leaving-the-list").unwrap();
    let counts: Vec<_> =
        table["rows"].as_array().unwrap().iter().take(7).map(|row| row["cells"][0]["value"].as_u64().unwrap()).collect();
    assert_eq!(counts, [1, 1, 1, 1, 1, 0, 0]);
}

#[test]
fn what_is_a_flag_on_the_decision_page_is_named_and_what_was_signed_that_day_is_not() {
    let mut office = Office::on("2026-10-01");
    let case = in_order(&mut office);
    // A review was due on 14 December, and an assessment by the 3rd.
    office.it_is("2026-12-15");
    let written = office.write(&case, assessment("medium", "15 12 2026", "Seen twice."));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(PRACTITIONER);
    let sent = send_closure(&mut office, &case, "15 12 2026", "low");
    let page = office.as_person(MANAGER).ask("view_decision", json!({"version_id": sent["version_id"]}));
    let says = "Closes with 1 open flag on 15 December 2026: Review overdue, due 14 December 2026.";
    let flags: Vec<_> = page["flags"].as_array().unwrap().iter().map(|flag| flag["rule"].as_str().unwrap()).collect();
    assert_eq!((flags, &page["concerns"]), (vec!["review_overdue"], &json!([says])));
    office.sign_off(&sent, "low").unwrap();
    assert_eq!(audited(&mut office), json!(["open_flags"]));
    office.as_person(MANAGER);
    let told = told(&mut office, &case);
    assert!(
        told.contains("and the case closed at low, with 1 flag open") || told.contains("and the case closed, with 1 flag open"),
        "{told}"
    );
}

#[test]
fn the_level_that_counts_is_the_one_that_the_manager_signs() {
    let mut office = Office::on("2026-10-01");
    let case = in_order(&mut office);
    office.it_is("2026-11-20");
    let sent = send_closure(&mut office, &case, "19 11 2026", "low");
    office.as_person(MANAGER).sign_off(&sent, "high").unwrap();
    assert_eq!(audited(&mut office), json!(["most_serious_level"]));
    office.as_person(MANAGER);
    assert!(told(&mut office, &case).contains("and the case closed at high"));
    let summary = office.ask("view_summary", json!({"from": "1 11 2026", "to": "20 11 2026"}));
    let table = summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "leaving-the-list").unwrap().clone();
    assert_eq!(table["rows"][1]["cells"][0]["value"], 1, "{table}");
}

#[test]
fn only_a_closure_names_what_closing_would_mean() {
    let mut office = Office::on("2026-12-16");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 10 2026", "high");
    let written = office.write(&case, assessment("high", "16 12 2026", "Seen twice."));
    let sent = office.submit(&written);
    let page = office.as_person(MANAGER).ask("view_decision", json!({"version_id": sent["version_id"]}));
    assert_eq!(page["concerns"], json!([]));
    assert_eq!(concerns(&mut office, &case)[0], "Closes at high, the most serious level of the policy of 1 January 2012.");
}

#[test]
fn a_floor_warns_on_the_case_and_at_the_decision_and_refuses_nothing() {
    let mut office = Office::on("2026-11-02");
    office.as_person(MANAGER);
    let policy = office.ask("view_policy", json!({}))["policies"][0].clone();
    let floors = json!([
        {"when": {"fact": "age_under", "years": 15}, "at_least": "medium"},
        {"when": {"fact": "evidence_of_harm", "code": "suspected"}, "at_least": "high"},
    ]);
    let levels: Vec<Value> = policy["levels"].as_array().unwrap().clone();
    let changed = json!({"effective_from": "3 11 2026", "levels": levels, "clocks": policy["clocks"], "floors": floors});
    office.ask("record_policy", changed);
    office.it_is("2026-11-03").as_person(PRACTITIONER);
    // 14 at referral.
    let case = office.open_case("2 11 2026", "low");
    let says = |view: &Value| -> Vec<(String, bool)> {
        let floors = view["floors"].as_array().unwrap().iter();
        floors.map(|floor| (floor["at_least"].as_str().unwrap().to_owned(), floor["broken"].as_bool().unwrap())).collect()
    };
    let floor = |level: &str, broken: bool| (level.to_owned(), broken);
    assert_eq!(says(&office.ask("view_case", json!({"reference": case}))), [floor("medium", true)]);
    // The assessment states medium and finds harm suspected.
    let written = office.write(&case, assessment("medium", "2 11 2026", "Seen twice."));
    let sent = office.submit(&written);
    let page = office.as_person(MANAGER).ask("view_decision", json!({"version_id": sent["version_id"]}));
    assert_eq!(says(&page), [floor("medium", false), floor("high", true)]);
    office.sign_off(&sent, "low").unwrap();
    assert_eq!(says(&office.ask("view_case", json!({"reference": case}))), [floor("medium", true), floor("high", true)]);
}
