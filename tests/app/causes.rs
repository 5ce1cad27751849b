//! Why things were late: asked when they are settled, in one press, and counted by cause, team and month.

use caseward_casework::Desk;
use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PRACTITIONER, at, closure, id_in, review};

/// An office on 23 November 2026 with a case of Tom’s, on which a first review was held 11 days late and a date for the next
/// one was arranged 53 days late.
fn settled_late() -> (Office, String) {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let tom = office.person(PRACTITIONER);
    let request =
        json!({"opened_on": "1 10 2026", "level": "medium", "facts": {}, "team": "North locality", "practitioner": tom});
    let case = office.ask("open_case", request)["reference"].as_str().unwrap().to_owned();
    office.write(&case, review("23 11 2026", "medium", "14 12 2026"));
    (office, case)
}

/// What was settled late: the rule, the days, the cause.
fn listed(office: &mut Office, request: Value) -> Vec<(String, i64, Value)> {
    let page = office.ask("list_settled", request);
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["rule"].as_str().unwrap().to_owned(), row["days_late"].as_i64().unwrap(), row["cause"].clone())).collect()
}

fn cause_of(row: &Value, cause: &str, note: &str) -> Value {
    json!({
        "reference": row["reference"], "rule": row["rule"], "subject": row["subject"], "start_on": row["start_on"], "cause": cause,
        "note": note,
    })
}

#[test]
fn what_was_settled_late_is_asked_about_until_somebody_says_why() {
    let (mut office, case) = settled_late();
    let rule = |name: &str, days: i64, cause: Value| (name.to_owned(), days, cause);
    let unasked = [rule("never_reviewed", 11, Value::Null)];
    assert_eq!(listed(&mut office, json!({})), unasked, "a date for the next review was never owed: the review took its place");
    let page = office.ask("list_settled", json!({}));
    assert_eq!((page["from"].as_str(), page["to"].as_str()), (Some("2026-10-27"), Some("2026-11-23")));
    let row = page["rows"][0].clone();
    assert_eq!(
        row,
        json!({
            "reference": case, "rule": "never_reviewed", "says": "Never reviewed", "family": "no_review", "subject": null,
            "start_on": "2026-10-01", "due_on": "2026-11-12", "met_on": "2026-11-23", "days_late": 11, "cause": null, "cause_says": null,
            "team": "North locality",
        })
    );
    assert_eq!(office.ask("view_case", json!({"reference": case}))["without_cause"], json!([row]));
    assert_eq!(office.ask("start_page", json!({}))["without_cause"], 1);
    office.ask("record_cause", cause_of(&row, "priorities", ""));
    assert_eq!(listed(&mut office, json!({})), [rule("never_reviewed", 11, json!("priorities"))]);
    assert_eq!(office.ask("view_case", json!({"reference": case}))["without_cause"], json!([]));
    assert_eq!(office.ask("start_page", json!({}))["without_cause"], 0);
    // Said again, it takes the place of what was said; not known is an answer, and another one than none.
    office.as_person(MANAGER).ask("record_cause", cause_of(&row, "", ""));
    let page = office.ask("list_settled", json!({}));
    assert_eq!((&page["rows"][0]["cause"], &page["rows"][0]["cause_says"]), (&json!(""), &json!("Not known")));
    assert_eq!((&page["total"], &page["without_cause"]), (&json!(1), &json!(0)));
    assert_eq!(listed(&mut office, json!({"without_cause": true})), []);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_cause_may_be_given_after_the_case_closed() {
    let (mut office, case) = settled_late();
    let row = office.ask("list_settled", json!({}))["rows"][0].clone();
    let written = office.it_is("2026-11-24").write(&case, closure("24 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    assert_eq!(office.ask("view_case", json!({"reference": case}))["without_cause"], json!([row]));
    office.ask("record_cause", cause_of(&row, "resources", ""));
    assert_eq!(office.ask("list_settled", json!({}))["rows"][0]["cause_says"], "Lack of resources");
}

#[test]
fn it_is_refused_in_a_sentence_and_nothing_changes() {
    let (mut office, _) = settled_late();
    let events = office.ask("verify_register", json!({}))["events"].clone();
    let right = cause_of(&office.ask("list_settled", json!({}))["rows"][0], "priorities", "");
    let mut check = |field: &str, value: Value, says: &str| {
        let mut request = right.clone();
        request[field] = value;
        let refused = office.refused("record_cause", request);
        assert!(refused.contains(says), "{field}: {refused}");
    };
    let gone = "changed: This was not settled late, as the case stands now. Open the list again.";
    check("start_on", json!("2026-10-02"), gone);
    check("rule", json!("no_next_review_date"), gone);
    check("subject", crate::audit::uuid(), gone);
    check("cause", json!("weather"), "cause: This is not a code of the list. Choose one that the list offers.");
    check("cause", json!("other"), "note: Say in a few words why it was late.");
    check("note", json!("Mum did not answer 07700 900123."), "note: This seems to hold");
    check("reference", json!("CW-0000-0000"), "not_found: There is no case with this reference.");
    for person in [ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("record_cause", right.clone());
        assert!(refused.starts_with("not_allowed: Your role does not allow this."), "{refused}");
    }
    assert_eq!(office.ask("verify_register", json!({}))["events"], events);
    let mut other = right.clone();
    (other["cause"], other["note"]) = (json!("other"), json!("The strategy meeting was moved twice."));
    office.as_person(PRACTITIONER).ask("record_cause", other);
    assert_eq!(office.ask("verify_register", json!({}))["events"], json!(events.as_u64().unwrap() + 1));
}

#[test]
fn lists_refuse_days_that_are_none() {
    let (mut office, _) = settled_late();
    for verb in ["list_settled", "view_causes"] {
        let mut check = |from: &str, to: &str, says: &str| {
            let refused = office.refused(verb, json!({"from": from, "to": to}));
            assert!(refused.contains(says), "{verb}: {refused}");
        };
        check("29 2 2026", "", "from: That date does not exist. Check the day and the month.");
        check("", "24 11 2026", "to: This date is in the future. Enter today or a day before it.");
        check("1 11 2026", "31 10 2026", "to: This date is before the period begins on 1 November 2026. Check both dates.");
        check("1 1 1066", "", "from: This date is before 1990. Check the year.");
    }
}

#[test]
fn words_that_explain_a_cause_are_in_no_list_and_in_no_audit_event() {
    let (mut office, _) = settled_late();
    let row = office.ask("list_settled", json!({}))["rows"][0].clone();
    office.ask("record_cause", cause_of(&row, "other", "Marmaladefalcon"));
    office.as_person(ANALYST);
    for verb in ["list_settled", "view_causes", "view_summary"] {
        let answer = office.ask(verb, json!({"from": "1 10 2026", "to": "23 11 2026"}));
        assert!(!answer.to_string().contains("Marmaladefalcon"), "{verb}");
    }
    office.ask("sign_out", json!({}));
    crate::audit::underneath(&office.register(), |register| {
        let found = |table: &str, column: &str| -> i64 {
            let text = format!("SELECT count(*) FROM {table} WHERE {column} LIKE '%Marmalade%'");
            register.bare().query_row(&text, [], |row| row.get(0)).unwrap()
        };
        assert_eq!((found("lateness", "note"), found("event_payload", "payload")), (1, 0));
    });
}

#[test]
fn the_last_28_days_are_counted_with_today_as_the_last_of_them() {
    let (mut office, case) = settled_late();
    for (day, settled) in [("2026-12-20", 1), ("2026-12-21", 0)] {
        office.it_is(day);
        let asked = json!({"mine": true, "without_cause": true});
        assert_eq!(office.ask("list_settled", asked)["total"], settled, "{day}");
        assert_eq!(office.ask("start_page", json!({}))["without_cause"], settled, "{day}");
        let view = office.ask("view_case", json!({"reference": case}));
        assert_eq!(view["without_cause"].as_array().unwrap().len(), settled, "{day}");
    }
}

#[test]
fn causes_are_counted_under_the_team_that_the_case_has_now_and_in_the_month_in_which_it_was_settled() {
    let (mut office, case) = settled_late();
    let row = office.ask("list_settled", json!({}))["rows"][0].clone();
    office.ask("record_cause", cause_of(&row, "information", ""));
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": "East locality"}));
    // Moved to another team, with a flag that a manager lets rest until the end of the year.
    office.as_person(PRACTITIONER).it_is("2026-12-15");
    let seen = office.ask("view_case", json!({"reference": case}));
    let moved = json!({"reference": case, "version": seen["version"], "facts": {}, "team": "East locality", "practitioner": seen["practitioner_id"]});
    office.ask("change_case", moved);
    let flag = office.ask("list_flags", json!({"rule": "review_overdue"}))["rows"][0].clone();
    let snooze = json!({"reference": case, "rule": flag["rule"], "subject": flag["subject"], "start_on": flag["start_on"], "until": "31 12 2026", "cause": "contact", "reason": "The family is away; seen at school daily."});
    office.as_person(MANAGER).ask("snooze_flag", snooze);
    let seen = office.ask("view_causes", json!({"from": "1 11 2026"}));
    let place = |cause: &str| seen["causes"].as_array().unwrap().iter().position(|count| count["cause"] == cause).unwrap();
    let counts =
        |of: &Value| (of["of"].clone(), of["counts"][place("information")].clone(), of["counts"][place("contact")].clone());
    assert_eq!((&seen["late"], &seen["not_known"], &seen["not_asked"]), (&json!(2), &json!(0), &json!(0)));
    let teams: Vec<_> = seen["teams"].as_array().unwrap().iter().map(counts).collect();
    assert_eq!(teams, [(json!("East locality"), json!(1), json!(1)), (json!("North locality"), json!(0), json!(0))]);
    let months: Vec<_> = seen["months"].as_array().unwrap().iter().map(counts).collect();
    assert_eq!(months, [(json!("2026-11"), json!(1), json!(0)), (json!("2026-12"), json!(0), json!(1))]);
    let usual = office.ask("view_causes", json!({}));
    assert_eq!(
        (&usual["from"], &usual["late"], usual["months"].as_array().unwrap().len()),
        (&json!("2025-12-16"), &json!(2), 13)
    );
}

/// A cause as the lists hold it: `None` is not asked, empty is not known.
type Cause = Option<String>;

/// What a count of causes must be: each cause in its place, then not known, then not asked.
fn counted(causes: &Value, late: &[&(Value, String, Cause)]) -> Vec<usize> {
    let given = causes["causes"].as_array().unwrap().iter().map(|count| Some(count["cause"].as_str().unwrap().to_owned()));
    let places = given.chain([Some(String::new()), None]);
    places.map(|place| late.iter().filter(|(_, _, cause)| *cause == place).count()).collect()
}

fn numbers(of: &Value, counts: Vec<Value>) -> Vec<usize> {
    let all = counts.into_iter().chain([of["not_known"].clone(), of["not_asked"].clone()]);
    all.map(|number| usize::try_from(number.as_u64().unwrap()).unwrap()).collect()
}

/// On a demonstration register, over periods of every kind, with flags that a manager lets rest.
#[test]
fn every_sum_of_causes_agrees_with_the_others_with_the_list_and_with_the_summary() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(|| at("2026-11-23")));
    demo(&mut desk, 150, 7, &mut |_, _| {}).unwrap();
    let people = caseward_casework::call(&mut desk, "list_people", json!({})).unwrap();
    let maria = id_in(&people, MANAGER);
    let mut ask = |verb: &str, request: Value| caseward_casework::call(&mut desk, verb, request).unwrap();
    ask("sign_out", json!({}));
    ask("sign_in", json!({"person_id": maria, "passphrase": DEMONSTRATION_PASSPHRASE}));
    let month = |day: &Value| day.as_str().unwrap()[..7].to_owned();
    // Team, month and cause of each flag that is let rest today.
    let mut rested: Vec<(Value, String, Cause)> = Vec::new();
    let flags = ask("list_flags", json!({"limit": 9}))["rows"].as_array().unwrap().clone();
    for (flag, cause) in flags.iter().zip(["contact", "", "resources", "contact", "", "", "priorities", "contact", "expertise"]) {
        let mut rest = cause_of(flag, cause, "");
        (rest["until"], rest["reason"]) = (json!("1 12 2026"), json!("Seen this week."));
        ask("snooze_flag", rest);
        rested.push((flag["team"].clone(), "2026-11".to_owned(), Some(cause.to_owned())));
    }
    let mut settled_in_all = 0;
    let periods =
        [("2025-11-24", "2026-11-23"), ("2026-02-28", "2026-02-28"), ("2026-03-15", "2026-05-02"), ("2016-01-01", "2026-11-23")];
    for (from, to) in periods {
        let causes = ask("view_causes", json!({"from": from, "to": to}));
        let mut settled: Vec<Value> = Vec::new();
        loop {
            let page = ask("list_settled", json!({"from": from, "to": to, "limit": 500, "offset": settled.len()}));
            settled.extend(page["rows"].as_array().unwrap().iter().cloned());
            if settled.len() as u64 == page["total"].as_u64().unwrap() {
                assert_eq!(page["without_cause"], causes["not_asked"], "{from}");
                break;
            }
        }
        assert!(settled.is_sorted_by(|a, b| a["met_on"].as_str() >= b["met_on"].as_str()), "settled last first");
        let mut late: Vec<(Value, String, Cause)> = settled
            .iter()
            .map(|row| (row["team"].clone(), month(&row["met_on"]), row["cause"].as_str().map(str::to_owned)))
            .collect();
        late.extend(rested.iter().filter(|_| to == "2026-11-23").cloned());
        assert_eq!(causes["late"], json!(late.len()), "{from}");
        let given = causes["causes"].as_array().unwrap().iter().map(|count| count["count"].clone()).collect();
        assert_eq!(numbers(&causes, given), counted(&causes, &late.iter().collect::<Vec<_>>()), "{from}");
        for (list, is_of) in [
            (
                "teams",
                (|(team, _, _), name| team == name || (team.is_null() && name == "No team"))
                    as fn(&(Value, String, Cause), &str) -> bool,
            ),
            ("months", |(_, month, _), name| month == name),
        ] {
            let mut found = 0;
            for one in causes[list].as_array().unwrap() {
                let name = one["of"].as_str().unwrap();
                let expected = counted(&causes, &late.iter().filter(|late| is_of(late, name)).collect::<Vec<_>>());
                found += expected.iter().sum::<usize>();
                assert_eq!(numbers(one, one["counts"].as_array().unwrap().clone()), expected, "{name}, {from}");
            }
            assert_eq!(found, late.len(), "each in one of the {list}");
        }
        let summary = ask("view_summary", json!({"from": from, "to": to}));
        let table = summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "causes").unwrap();
        assert_eq!(table["rows"].as_array().unwrap().last().unwrap()["cells"][0]["value"], causes["late"]);
        settled_in_all += settled.len();
        // What stands in the list is what may be given a cause.
        for row in settled.iter().take(40) {
            ask("record_cause", cause_of(row, "recording", ""));
        }
    }
    assert!(settled_in_all > 200, "{settled_in_all}");
    let asked = json!({"mine": true, "without_cause": true});
    assert_eq!(ask("list_settled", asked)["total"], ask("start_page", json!({}))["without_cause"]);
    assert_eq!(ask("verify_register", json!({}))["problems"], json!([]));
}
