//! Oversight: no case waits because its manager is away, the queue says what is late, and a list says what each manager
//! decided.

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{Desk, call};
use serde_json::{Value, json};

use crate::office::{
    ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PASSPHRASE, PRACTITIONER, assessment, at, closure, id_in, review,
};

const THIRD_MANAGER: &str = "Omar Haddad";

/// An office on 25 November 2026, a Wednesday, with a third manager; nobody is signed in.
fn office() -> Office {
    let mut office = Office::on("2026-11-25");
    office.as_person(ADMINISTRATOR);
    office.ask("add_person", json!({"name": THIRD_MANAGER, "roles": ["manager"], "passphrase": PASSPHRASE}));
    office
}

fn name(office: &mut Office, deputy: &str, from: &str, to: &str) -> Value {
    let deputy = office.person(deputy);
    json!({"deputy": deputy, "from": from, "to": to})
}

fn case_of(office: &mut Office, manager: &str, opened_on: &str, level: &str) -> String {
    let manager = office.person(manager);
    let request = json!({"opened_on": opened_on, "level": level, "facts": {}, "manager": manager});
    office.ask("open_case", request)["reference"].as_str().unwrap().to_owned()
}

/// An assessment of the practitioner's, sent on the office's day.
fn sent(office: &mut Office, case: &str, level: &str, completed_on: &str) -> Value {
    let written = office.write(case, assessment(level, completed_on, "Seen twice at school."));
    office.submit(&written)
}

fn field<'a>(list: &'a Value, rows: &str, name: &str) -> Vec<&'a Value> {
    list[rows].as_array().unwrap().iter().map(|row| &row[name]).collect()
}

// Deputies.

#[test]
fn a_manager_on_leave_names_another_and_everybody_may_read_it() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "25 11 2026", "4 12 2026");
    office.as_person(MANAGER);
    let named = office.ask("name_deputy", request)["deputies"][0].clone();
    assert_eq!((named["manager"].as_str(), named["deputy"].as_str()), (Some(MANAGER), Some(OTHER_MANAGER)));
    assert_eq!((named["from"].as_str(), named["to"].as_str()), (Some("2026-11-25"), Some("2026-12-04")));
    assert_eq!((&named["in_force"], &named["is_over"], &named["may_end"]), (&json!(true), &json!(false), &json!(true)));
    assert_eq!(office.ask("start_page", json!({}))["deputy"], OTHER_MANAGER);
    for (person, may_end) in [(PRACTITIONER, false), (OTHER_MANAGER, false), (ANALYST, false), (ADMINISTRATOR, true)] {
        office.as_person(person);
        let listed = office.ask("list_deputies", json!({}))["deputies"][0].clone();
        assert_eq!((&listed["deputy"], &listed["may_end"]), (&json!(OTHER_MANAGER), &json!(may_end)), "{person}");
    }
    let start = office.as_person(OTHER_MANAGER).ask("start_page", json!({}));
    assert_eq!((&start["deputy_for"], &start["deputy"]), (&json!([MANAGER]), &Value::Null));
    let last = office.it_is("2026-12-04").ask("start_page", json!({}));
    assert_eq!(last["deputy_for"], json!([MANAGER]), "on the last day");
    let after = office.it_is("2026-12-05").ask("start_page", json!({}));
    assert_eq!(after["deputy_for"], json!([]), "and not from the next");
}

#[test]
fn a_deputy_who_is_no_manager_any_more_is_shown_as_one_who_cannot_decide() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "25 11 2026", "4 12 2026");
    office.as_person(MANAGER);
    assert_eq!(office.ask("name_deputy", request)["deputies"][0]["may_decide"], true);
    office.as_person(ADMINISTRATOR);
    let grace = office.person(OTHER_MANAGER);
    office.ask("change_person", json!({"id": grace, "name": OTHER_MANAGER, "roles": ["practitioner"], "active": true}));
    let listed = office.ask("list_deputies", json!({}))["deputies"][0].clone();
    assert_eq!((&listed["in_force"], &listed["may_decide"]), (&json!(true), &json!(false)));
}

#[test]
fn an_administrator_names_a_deputy_for_a_manager_who_cannot() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "25 11 2026", "4 12 2026");
    assert_eq!(
        office.refused("name_deputy", request.clone()),
        "invalid: There is a problem with what was entered.\n  manager: Choose the manager who is away."
    );
    let mut for_another = request;
    for_another["manager"] = office.person(MANAGER);
    office.ask("name_deputy", for_another.clone());
    office.as_person(THIRD_MANAGER);
    assert_eq!(
        office.refused("name_deputy", for_another.clone()),
        "not_allowed: You name a deputy for yourself only. Ask an administrator to name one for another manager."
    );
    office.as_person(PRACTITIONER);
    assert!(office.refused("name_deputy", for_another).starts_with("not_allowed: Your role does not allow this."));
}

#[test]
fn a_deputy_is_another_active_manager_who_can_sign_in() {
    let mut office = office();
    let people = office.ask("add_person", json!({"name": "Team manager 1", "roles": ["manager"]}));
    let gone = id_in(&people, THIRD_MANAGER);
    office.ask("change_person", json!({"id": gone, "name": THIRD_MANAGER, "roles": ["manager"], "active": false}));
    office.as_person(MANAGER);
    let not_a_manager = "deputy: A deputy is an active manager. Choose one of the list.";
    for (deputy, says) in [
        (id_in(&people, MANAGER), "deputy: Nobody is their own deputy. Choose another manager."),
        (id_in(&people, PRACTITIONER), not_a_manager),
        (gone, not_a_manager),
        (crate::audit::uuid(), not_a_manager),
        (
            id_in(&people, "Team manager 1"),
            "deputy: This manager cannot sign in, so they cannot decide. Choose another, or ask your administrator to give them a passphrase.",
        ),
    ] {
        let refused = office.refused("name_deputy", json!({"deputy": deputy, "from": "25 11 2026", "to": "4 12 2026"}));
        assert_eq!(refused, format!("invalid: There is a problem with what was entered.\n  {says}"));
    }
    assert_eq!(office.ask("list_deputies", json!({}))["deputies"], json!([]), "nothing was written");
}

#[test]
fn a_period_is_read_as_dates_are_typed_and_what_is_wrong_is_said_at_its_field() {
    let mut office = office();
    let deputy = office.person(OTHER_MANAGER);
    office.as_person(MANAGER);
    for (from, to, says) in [
        ("", "4 12 2026", "from: Enter a date, for example 27 3 2026."),
        ("25 11 2026", "soon", "to: Enter a date as day, month and year, for example 27 3 2026."),
        ("24 11 2026", "4 12 2026", "from: A deputy begins today or later. Enter today or a day after it."),
        ("26 11 2026", "25 11 2026", "to: The last day is before the first. Check both dates."),
        ("25 11 2026", "26 11 2027", "to: A deputy decides for 366 days at most. Enter an earlier last day."),
        ("29 2 2027", "4 3 2027", "from: That date does not exist. Check the day and the month."),
        ("25 11 2026", "25 11 2036", "to: A deputy decides for 366 days at most. Enter an earlier last day."),
        ("25 11 2026", "27 11 2036", "to: This date is more than 10 years ahead. Check the year."),
        ("25 11 1989", "4 12 2026", "from: This date is before 1990. Check the year."),
    ] {
        let refused = office.refused("name_deputy", json!({"deputy": deputy, "from": from, "to": to}));
        assert_eq!(refused, format!("invalid: There is a problem with what was entered.\n  {says}"), "{from} to {to}");
    }
    // 29 February of a leap year, and 366 days.
    let leap = json!({"deputy": deputy, "from": "29 2 2028", "to": "28 2 2029"});
    assert_eq!(office.ask("name_deputy", leap)["deputies"][0]["to"], "2029-02-28");
}

#[test]
fn one_deputy_at_a_time_and_two_do_not_decide_for_each_other_on_the_same_day() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "1 12 2026", "10 12 2026");
    office.as_person(MANAGER).ask("name_deputy", request);
    let overlap = name(&mut office, THIRD_MANAGER, "10 12 2026", "12 12 2026");
    assert_eq!(
        office.refused("name_deputy", overlap),
        "refused: Grace Bell decides for Maria Osei from 1 December 2026 to 10 December 2026. End that first, or choose other days."
    );
    let next = name(&mut office, THIRD_MANAGER, "11 12 2026", "12 12 2026");
    office.ask("name_deputy", next);
    let circle = name(&mut office, MANAGER, "10 12 2026", "11 12 2026");
    office.as_person(OTHER_MANAGER);
    assert_eq!(
        office.refused("name_deputy", circle),
        "refused: Grace Bell decides for Maria Osei from 1 December 2026 to 10 December 2026, so nobody would be there to decide. Choose another manager, or other days."
    );
    // A deputy may be away too, with a deputy of their own.
    let own = name(&mut office, THIRD_MANAGER, "1 12 2026", "5 12 2026");
    office.ask("name_deputy", own);
    let after = name(&mut office, MANAGER, "11 12 2026", "12 12 2026");
    office.ask("name_deputy", after);
}

#[test]
fn a_deputy_who_is_away_hands_the_queue_on_and_three_are_not_away_for_one_another() {
    let mut office = office();
    let case = case_of(office.as_person(PRACTITIONER), MANAGER, "2 11 2026", "low");
    let waiting = sent(&mut office, &case, "low", "25 11 2026");
    let (to_grace, to_omar) = (
        name(&mut office, OTHER_MANAGER, "26 11 2026", "4 12 2026"),
        name(&mut office, THIRD_MANAGER, "30 11 2026", "1 12 2026"),
    );
    office.as_person(MANAGER).ask("name_deputy", to_grace);
    office.as_person(OTHER_MANAGER).ask("name_deputy", to_omar);
    let ring = name(&mut office, MANAGER, "27 11 2026", "30 11 2026");
    assert_eq!(
        office.as_person(THIRD_MANAGER).refused("name_deputy", ring),
        "refused: Omar Haddad decides for Grace Bell from 30 November 2026 to 1 December 2026, so nobody would be there to decide. Choose another manager, or other days."
    );
    let mut mine = |person: &str, day: &str| {
        office.it_is(day).as_person(person);
        let listed = office.ask("list_waiting", json!({"mine": true}));
        assert_eq!(
            office.ask("start_page", json!({}))["deputy_for"].as_array().unwrap().len(),
            match (person, day) {
                (OTHER_MANAGER, _) => 1,
                (_, "2026-11-30") => 2,
                _ => 0,
            }
        );
        listed["rows"].as_array().unwrap().iter().map(|row| row["deputy_for"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(mine(THIRD_MANAGER, "2026-11-27"), [""; 0]);
    assert_eq!(mine(OTHER_MANAGER, "2026-11-27"), [MANAGER]);
    assert_eq!(mine(THIRD_MANAGER, "2026-11-30"), [MANAGER], "Grace is away too");
    assert_eq!(mine(OTHER_MANAGER, "2026-11-30"), [MANAGER]);
    assert_eq!(office.as_person(MANAGER).ask("start_page", json!({}))["deputy"], THIRD_MANAGER);
    office.as_person(THIRD_MANAGER).sign_off(&waiting, "low").unwrap();
    let decided = office.ask("list_decisions", json!({}));
    assert_eq!(decided["rows"][0]["deputy_for"], MANAGER);
}

#[test]
fn a_deputy_is_ended_by_the_manager_or_an_administrator_and_the_days_are_free_again() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "26 11 2026", "10 12 2026");
    let id = office.as_person(MANAGER).ask("name_deputy", request)["deputies"][0]["id"].clone();
    office.as_person(OTHER_MANAGER).it_is("2026-12-01");
    assert_eq!(office.refused("end_deputy", json!({"id": id})), "not_allowed: Only Maria Osei or an administrator ends this.");
    office.as_person(MANAGER);
    let ended = office.ask("end_deputy", json!({"id": id}))["deputies"][0].clone();
    assert_eq!((&ended["to"], &ended["is_over"], &ended["in_force"]), (&json!("2026-12-01"), &json!(true), &json!(false)));
    assert_eq!(ended["may_end"], false);
    assert_eq!(
        office.refused("end_deputy", json!({"id": id})),
        "changed: This is over already. Open the page again to see who decides for whom."
    );
    let unknown = json!({"id": crate::audit::uuid()});
    assert!(office.refused("end_deputy", unknown).starts_with("not_found: There is no such deputy."));
    let again = name(&mut office, THIRD_MANAGER, "1 12 2026", "10 12 2026");
    let listed = office.ask("name_deputy", again);
    assert_eq!(field(&listed, "deputies", "deputy"), [THIRD_MANAGER, OTHER_MANAGER], "in force first, then what is over");
    let id = listed["deputies"][0]["id"].clone();
    office.as_person(ADMINISTRATOR).ask("end_deputy", json!({"id": id}));
}

#[test]
fn the_list_has_what_holds_then_what_comes_then_what_is_over_and_not_what_never_was() {
    let mut office = office();
    office.as_person(MANAGER);
    let named = |office: &mut Office, from: &str, to: &str| {
        let request = name(office, OTHER_MANAGER, from, to);
        office.ask("name_deputy", request)
    };
    for (from, to) in
        [("20 12 2026", "21 12 2026"), ("10 12 2026", "11 12 2026"), ("25 11 2026", "25 11 2026"), ("26 11 2026", "27 11 2026")]
    {
        named(&mut office, from, to);
    }
    office.it_is("2026-12-10");
    let listed = office.ask("list_deputies", json!({}));
    assert_eq!(field(&listed, "deputies", "from"), ["2026-12-10", "2026-12-20", "2026-11-26", "2026-11-25"]);
    let to_come = listed["deputies"][1]["id"].clone();
    let listed = office.ask("end_deputy", json!({"id": to_come}));
    assert_eq!(field(&listed, "deputies", "from"), ["2026-12-10", "2026-11-26", "2026-11-25"]);
}

#[test]
fn a_deputy_who_lost_the_role_is_not_said_to_decide() {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "25 11 2026", "4 12 2026");
    office.as_person(MANAGER).ask("name_deputy", request);
    let id = office.person(OTHER_MANAGER);
    office.as_person(ADMINISTRATOR);
    office.ask("change_person", json!({"id": id, "name": OTHER_MANAGER, "roles": ["practitioner"], "active": true}));
    assert_eq!(office.as_person(MANAGER).ask("start_page", json!({}))["deputy"], Value::Null);
    assert_eq!(office.as_person(OTHER_MANAGER).ask("start_page", json!({}))["deputy_for"], json!([]));
}

// The queue.

/// Five assessments, sent on five days by the practitioner, read on 25 November. High is critical after 7 days, low after 28.
fn queue() -> (Office, Vec<String>) {
    let mut office = Office::on("2026-09-30");
    office.as_person(PRACTITIONER);
    let mut cases = Vec::new();
    for (day, level, manager) in [
        ("2026-09-30", "low", MANAGER),
        ("2026-10-20", "high", OTHER_MANAGER),
        ("2026-11-10", "low", MANAGER),
        ("2026-11-12", "high", OTHER_MANAGER),
        ("2026-11-24", "medium", MANAGER),
    ] {
        office.it_is(day);
        let case = case_of(&mut office, manager, day, level);
        sent(&mut office, &case, level, day);
        cases.push(case);
    }
    office.it_is("2026-11-25");
    (office, cases)
}

fn references(page: &Value) -> Vec<String> {
    field(page, "rows", "reference").into_iter().map(|reference| reference.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_queue_stands_by_age_or_by_severity_and_level() {
    let (mut office, cases) = queue();
    office.as_person(MANAGER);
    let by_age = office.ask("list_waiting", json!({}));
    assert_eq!(references(&by_age), cases);
    let by_severity = office.ask("list_waiting", json!({"order": "severity"}));
    let expected: Vec<&String> = [1, 0, 3, 2, 4].into_iter().map(|place: usize| &cases[place]).collect();
    assert_eq!(references(&by_severity).iter().collect::<Vec<_>>(), expected);
    assert_eq!(
        field(&by_severity, "rows", "severity"),
        ["critically_overdue", "critically_overdue", "overdue", "overdue", "due_soon"]
    );
    assert_eq!(field(&by_severity, "rows", "manager"), [OTHER_MANAGER, MANAGER, OTHER_MANAGER, MANAGER, MANAGER]);
    let page = office.ask("list_waiting", json!({"order": "severity", "offset": 2, "limit": 2}));
    assert_eq!((references(&page).iter().collect::<Vec<_>>(), &page["total"]), (expected[2..4].to_vec(), &json!(5)));
}

#[test]
fn mine_is_my_cases_and_those_of_the_manager_whose_deputy_i_am() {
    let (mut office, cases) = queue();
    office.as_person(MANAGER);
    let mine = office.ask("list_waiting", json!({"mine": true}));
    assert_eq!((references(&mine), &mine["total"]), (vec![cases[0].clone(), cases[2].clone(), cases[4].clone()], &json!(3)));
    assert_eq!(field(&mine, "rows", "deputy_for"), [&Value::Null; 3]);
    office.as_person(OTHER_MANAGER);
    let request = name(&mut office, MANAGER, "25 11 2026", "30 11 2026");
    office.ask("name_deputy", request);
    let all = office.as_person(MANAGER).ask("list_waiting", json!({"mine": true, "order": "severity"}));
    assert_eq!(all["total"], 5);
    assert_eq!(field(&all, "rows", "deputy_for")[..2], [&json!(OTHER_MANAGER), &Value::Null]);
    assert_eq!(
        office.it_is("2026-12-01").ask("list_waiting", json!({"mine": true}))["total"],
        3,
        "when the deputy's time is over"
    );
    office.as_person(PRACTITIONER);
    let none = office.ask("list_waiting", json!({"mine": true}));
    assert_eq!((&none["total"], &none["rows"]), (&json!(0), &json!([])));
    assert_eq!(office.ask("list_waiting", json!({}))["rows"][0]["why_not"], "Only a manager decides this.");
}

#[test]
fn a_deputy_does_not_decide_their_own_work_and_the_numbers_say_so() {
    let (mut office, _) = queue();
    office.as_person(OTHER_MANAGER);
    let request = name(&mut office, MANAGER, "25 11 2026", "30 11 2026");
    office.ask("name_deputy", request);
    office.as_person(MANAGER);
    let case = case_of(&mut office, OTHER_MANAGER, "1 11 2026", "high");
    sent(&mut office, &case, "high", "20 11 2026");
    let all = office.ask("list_waiting", json!({}));
    let own = all["rows"].as_array().unwrap().iter().find(|row| row["reference"] == case.as_str()).unwrap();
    assert_eq!((&own["may_decide"], &own["mine"], &own["deputy_for"]), (&json!(false), &json!(false), &Value::Null));
    assert_eq!(own["why_not"], "You wrote part of it, so another manager decides.");
    assert_eq!(office.ask("list_waiting", json!({"mine": true}))["total"], 5, "not the one that she wrote");
    let (start, may) = (office.ask("start_page", json!({})), office.ask("list_waiting", json!({"may_decide": true})));
    assert_eq!((&start["to_decide"], &start["waiting"]), (&may["total"], &all["total"]));
    assert_eq!((&start["to_decide"], &start["waiting"]), (&json!(5), &json!(6)));
    assert_eq!(may["rows"].as_array().unwrap().len(), 5);
}

#[test]
fn the_queue_holds_one_kind_where_one_is_asked_for() {
    let (mut office, cases) = queue();
    office.as_person(PRACTITIONER);
    let written = office.write(&cases[2], review("24 11 2026", "low", "1 1 2027"));
    office.submit(&written);
    let reviews = office.as_person(MANAGER).ask("list_waiting", json!({"kind": "review", "mine": true, "order": "severity"}));
    assert_eq!((references(&reviews), &reviews["total"]), (vec![cases[2].clone()], &json!(1)));
    assert_eq!(office.ask("list_waiting", json!({"kind": "closure"}))["total"], 0);
    assert!(
        office.refused("list_waiting", json!({"kind": "letter"})).starts_with("invalid: The request does not fit this verb.")
    );
}

/// Assessments and reviews at every level, sent over three months by the practitioner and then by a manager, on cases of two
/// managers and of none.
fn long_queue() -> Office {
    let mut office = office();
    let third = |place: usize| ["high", "medium", "low"][place % 3];
    let mut day = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    for (person, cases) in [(PRACTITIONER, 24), (MANAGER, 6)] {
        office.as_person(person);
        for place in 0..cases {
            office.it_is(&day.to_string());
            let case = match place % 4 {
                0 | 1 => case_of(&mut office, MANAGER, "1 11 2026", third(place)),
                2 => case_of(&mut office, OTHER_MANAGER, "1 11 2026", third(place)),
                _ => office.open_case("1 11 2026", third(place)),
            };
            let content = match place % 5 {
                0 => review("20 11 2026", third(place / 2), ""),
                _ => assessment(third(place / 2), "20 11 2026", "Seen twice at school."),
            };
            let written = office.write(&case, content);
            office.submit(&written);
            day = day + chrono::Days::new([3, 1, 5][place % 3]);
        }
    }
    office.it_is(&day.to_string());
    office
}

#[test]
fn by_severity_the_queue_is_in_the_order_of_a_plain_sort_and_its_parts_are_those_of_a_plain_filter() {
    let mut office = long_queue();
    office.as_person(MANAGER);
    let list = |office: &mut Office, mut request: Value| {
        request["limit"] = json!(500);
        let page = office.ask("list_waiting", request);
        let rows = page["rows"].as_array().unwrap().clone();
        assert_eq!(page["total"], rows.len(), "the total is that of the rows");
        rows
    };
    let by_age = list(&mut office, json!({}));
    let by_severity = list(&mut office, json!({"order": "severity"}));
    assert_eq!(by_age.len(), 30);
    let place = |names: &[&str], value: &Value| names.iter().position(|name| value == name);
    let key = |row: &Value| {
        let severity = place(&["critically_overdue", "overdue", "due_soon", "not_due_yet"], &row["severity"]);
        (severity, place(&["high", "medium", "low"], &row["level"]), row["submitted_on"].as_str().unwrap().to_owned())
    };
    let mut expected: Vec<_> = by_age.iter().map(key).collect();
    assert_eq!(expected.iter().map(|(severity, ..)| severity).collect::<std::collections::BTreeSet<_>>().len(), 3);
    expected.sort();
    assert_eq!(by_severity.iter().map(key).collect::<Vec<_>>(), expected);
    type Part = (&'static str, Value, fn(&Value) -> bool);
    let parts: [Part; 4] = [
        ("mine", json!({"mine": true}), |row| row["mine"] == true),
        ("may decide", json!({"may_decide": true}), |row| row["may_decide"] == true),
        ("reviews", json!({"kind": "review"}), |row| row["kind"] == "review"),
        ("my reviews", json!({"kind": "review", "mine": true}), |row| row["kind"] == "review" && row["mine"] == true),
    ];
    for (part, request, holds) in parts {
        let plain: Vec<Value> = by_age.iter().filter(|row| holds(row)).cloned().collect();
        assert!(!plain.is_empty() && plain.len() < 30, "{part}: {}", plain.len());
        assert_eq!(list(&mut office, request), plain, "{part}");
    }
}

// Decisions.

fn decision(office: &mut Office, case: &str) -> Value {
    let case = office.ask("view_case", json!({"reference": case}));
    let items = case["items"].as_array().unwrap();
    items.iter().map(|item| item["versions"][0]["decision"].clone()).find(|found| !found.is_null()).unwrap()
}

fn timeline(office: &mut Office, case: &str) -> Vec<String> {
    let case = office.ask("view_case", json!({"reference": case}));
    let events = case["timeline"].as_array().unwrap();
    events.iter().map(|event| format!("{}: {}", event["by"].as_str().unwrap(), event["says"].as_str().unwrap())).collect()
}

/// A case of Maria Osei's, an assessment at medium sent by the practitioner, and Grace Bell as her deputy.
fn with_deputy() -> (Office, String, Value) {
    let mut office = office();
    let request = name(&mut office, OTHER_MANAGER, "25 11 2026", "4 12 2026");
    office.as_person(MANAGER).ask("name_deputy", request);
    office.as_person(PRACTITIONER);
    let case = case_of(&mut office, MANAGER, "1 10 2026", "low");
    let sent = sent(&mut office, &case, "medium", "20 11 2026");
    (office, case, sent)
}

#[test]
fn a_decision_keeps_the_level_that_the_manager_met_and_for_whom_a_deputy_decided() {
    let (mut office, case, sent) = with_deputy();
    let row = office.as_person(OTHER_MANAGER).ask("list_waiting", json!({}))["rows"][0].clone();
    assert_eq!((&row["deputy_for"], &row["mine"]), (&json!(MANAGER), &json!(true)));
    office.sign_off(&sent, "high").unwrap();
    let taken = decision(&mut office, &case);
    assert_eq!((&taken["level_before"], &taken["level"]), (&json!("medium"), &json!("high")));
    assert_eq!((&taken["by"], &taken["deputy_for"]), (&json!(OTHER_MANAGER), &json!(MANAGER)));
    assert_eq!(
        timeline(&mut office, &case)[0],
        "Grace Bell: Assessment version 1 signed off at high instead of medium, for Maria Osei: In my judgement, from supervision."
    );
    let deputy_for = office.person(MANAGER);
    office.ask("sign_out", json!({}));
    crate::audit::underneath(&office.register(), |register| {
        let payload: String = register
            .bare()
            .query_row("SELECT payload FROM event JOIN event_payload USING (sequence) WHERE op = 'record_sign_off'", [], |row| {
                row.get(0)
            })
            .unwrap();
        let payload: Value = serde_json::from_str(&payload).unwrap();
        assert_eq!((&payload["level_before"], &payload["deputy_for"]), (&json!("medium"), &deputy_for));
        assert!(payload.get("reason").is_none());
    });
}

#[test]
fn where_the_author_states_no_level_the_manager_meets_the_one_in_force() {
    let (mut office, case, sent) = with_deputy();
    office.as_person(MANAGER).sign_off(&sent, "high").unwrap();
    assert_eq!(decision(&mut office, &case)["deputy_for"], Value::Null, "her own case");
    office.as_person(PRACTITIONER);
    let plan = json!({"kind": "plan", "goals": ["Back in school"], "actions": [{"what": "Meet weekly", "owner_role": "Worker", "agency": "Council", "due_on": "20 12 2026"}]});
    let written = office.write(&case, plan);
    let plan = office.submit(&written);
    office.as_person(THIRD_MANAGER).sign_off(&plan, "medium").unwrap();
    let page = office.ask("list_decisions", json!({}));
    assert_eq!(field(&page, "rows", "level_before"), ["high", "medium"]);
    assert_eq!(field(&page, "rows", "level_changed"), [true, true]);
    assert_eq!(field(&page, "rows", "deputy_for"), [&Value::Null; 2], "any manager may decide, deputy or not");
    let before = |office: &mut Office| timeline(office, &case)[0].clone();
    assert_eq!(
        before(&mut office),
        "Omar Haddad: Plan version 1 signed off at medium instead of high: In my judgement, from supervision."
    );
}

#[test]
fn of_two_managers_the_second_is_told_who_decided_when_and_how() {
    let (mut office, case, sent) = with_deputy();
    office.as_person(MANAGER).the_clock_says("2026-11-25T14:05:10Z");
    office.sign_off(&sent, "high").unwrap();
    let told = "changed: Maria Osei signed this version off at high on 25 November 2026 at 14:05.";
    office.as_person(THIRD_MANAGER);
    let back = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Say more."});
    assert_eq!(office.refused("return_item", back), told);
    let again = json!({"version_id": sent["version_id"], "hash": sent["hash"], "level": "high", "plan_progressing": "yes", "reason": "Seen."});
    assert_eq!(office.refused("record_sign_off", again), told);
    assert_eq!(office.refused("view_decision", json!({"version_id": sent["version_id"]})), told);
    assert_eq!(decision(&mut office, &case)["by"], MANAGER, "and nothing changed");
}

#[test]
fn the_second_is_told_of_a_return_by_a_deputy_in_the_summer_clock() {
    let mut office = Office::on("2026-06-30");
    let request = name_in(&mut office);
    office.as_person(MANAGER).ask("name_deputy", request);
    office.as_person(PRACTITIONER);
    let case = case_of(&mut office, MANAGER, "1 6 2026", "low");
    let sent = sent(&mut office, &case, "medium", "20 6 2026");
    office.as_person(OTHER_MANAGER).the_clock_says("2026-06-30T23:30:00Z");
    let back = json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Say what the child said."});
    office.ask("return_item", back.clone());
    assert_eq!(
        timeline(&mut office, &case)[0],
        "Grace Bell: Assessment version 1 returned, for Maria Osei: Say what the child said."
    );
    assert_eq!(
        office.as_person(MANAGER).refused("return_item", back),
        "changed: Grace Bell, for Maria Osei, returned this version on 1 July 2026 at 00:30."
    );
}

fn name_in(office: &mut Office) -> Value {
    office.as_person(MANAGER);
    name(office, OTHER_MANAGER, "30 6 2026", "4 7 2026")
}

#[test]
fn the_second_is_told_even_where_the_first_closed_the_case() {
    let (mut office, case, _) = with_deputy();
    let written = office.write(&case, closure("24 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).the_clock_says("2026-11-25T15:00:00Z");
    office.sign_off(&sent, "low").unwrap();
    let told = office.as_person(THIRD_MANAGER).sign_off(&sent, "low").unwrap_err().to_string();
    assert_eq!(told, "Maria Osei signed this version off at low on 25 November 2026 at 15:00.");
    let said = timeline(&mut office, &case);
    assert!(said.iter().any(|line| line.contains("Closure version 1 signed off at low, and the case closed")), "{said:?}");
}

#[test]
fn nobody_is_told_of_a_decision_that_they_might_not_take() {
    let (mut office, _, sent) = with_deputy();
    office.as_person(MANAGER).sign_off(&sent, "high").unwrap();
    let again = json!({"version_id": sent["version_id"], "hash": sent["hash"], "level": "high", "plan_progressing": "yes"});
    assert!(
        office.as_person(PRACTITIONER).refused("record_sign_off", again).starts_with("not_allowed: Your role does not allow")
    );
}

// What was decided.

/// Three decisions by Maria Osei and one by Grace Bell for her, on four cases.
fn decided() -> Office {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let mut items = Vec::new();
    for day in ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"] {
        office.it_is(day);
        let case = case_of(&mut office, MANAGER, day, "medium");
        items.push(sent(&mut office, &case, "medium", day));
    }
    office.as_person(MANAGER).it_is("2026-11-06");
    office.sign_off(&items[0], "high").unwrap();
    office.sign_off(&items[1], "medium").unwrap();
    office.it_is("2026-11-09");
    let back = json!({"version_id": items[2]["version_id"], "hash": items[2]["hash"], "reason": "Say what the child said."});
    office.ask("return_item", back);
    let request = name(&mut office, OTHER_MANAGER, "10 11 2026", "20 11 2026");
    office.ask("name_deputy", request);
    office.as_person(OTHER_MANAGER).it_is("2026-11-20");
    office.sign_off(&items[3], "low").unwrap();
    office.it_is("2026-11-25");
    office
}

#[test]
fn what_each_manager_decided_is_counted_and_listed_newest_first() {
    let mut office = decided();
    let page = office.as_person(MANAGER).ask("list_decisions", json!({}));
    assert_eq!((&page["from"], &page["to"], &page["total"]), (&json!("2026-10-29"), &json!("2026-11-25"), &json!(4)));
    assert_eq!(field(&page, "rows", "by"), [OTHER_MANAGER, MANAGER, MANAGER, MANAGER]);
    assert_eq!(field(&page, "rows", "outcome"), ["signed_off", "returned", "signed_off", "signed_off"]);
    assert_eq!(field(&page, "rows", "level_changed"), [true, false, false, true]);
    assert_eq!(field(&page, "rows", "deputy_for"), [&json!(MANAGER), &Value::Null, &Value::Null, &Value::Null]);
    assert_eq!(page["rows"][1]["reason"], "Say what the child said.");
    let counts = |row: &Value| {
        ["signed_off", "returned", "level_changed", "as_deputy", "median_days"].map(|name| row[name].as_f64().unwrap())
    };
    assert_eq!(field(&page, "managers", "manager"), [OTHER_MANAGER, MANAGER]);
    assert_eq!(counts(&page["managers"][0]), [1.0, 0.0, 1.0, 1.0, 15.0]);
    // Four, three and five days.
    assert_eq!(counts(&page["managers"][1]), [2.0, 1.0, 1.0, 0.0, 4.0]);
}

#[test]
fn decisions_are_filtered_by_manager_outcome_level_and_days() {
    let mut office = decided();
    let maria = office.as_person(ANALYST).person(MANAGER);
    let mut totals = |request: Value| {
        let page = office.ask("list_decisions", request);
        assert_eq!(page["rows"].as_array().unwrap().len() as u64, page["total"].as_u64().unwrap());
        (page["total"].as_u64().unwrap(), page["managers"].as_array().unwrap().len())
    };
    assert_eq!(totals(json!({"manager": maria})), (3, 2), "every manager is counted, whatever else was filtered");
    assert_eq!(totals(json!({"outcome": "returned"})), (1, 2));
    assert_eq!(totals(json!({"level_changed": true})), (2, 2));
    assert_eq!(totals(json!({"manager": maria, "level_changed": true, "outcome": "signed_off"})), (1, 2));
    assert_eq!(totals(json!({"manager": crate::audit::uuid()})), (0, 2));
    assert_eq!(totals(json!({"from": "6 11 2026", "to": "6 11 2026"})), (2, 1));
    assert_eq!(totals(json!({"from": "7 11 2026"})), (2, 2));
    assert_eq!(totals(json!({"to": "8 11 2026"})), (2, 1));
    assert_eq!(totals(json!({"from": "2026-11-10", "to": "2026-11-19"})), (0, 0));
    let page = office.ask("list_decisions", json!({"offset": 1, "limit": 2}));
    assert_eq!((field(&page, "rows", "outcome"), &page["total"]), (vec![&json!("returned"), &json!("signed_off")], &json!(4)));
}

#[test]
fn a_decision_late_in_the_evening_belongs_to_its_civil_day() {
    let mut office = Office::on("2026-06-29");
    office.as_person(PRACTITIONER);
    let case = case_of(&mut office, MANAGER, "1 6 2026", "low");
    let sent = sent(&mut office, &case, "low", "20 6 2026");
    office.as_person(MANAGER).the_clock_says("2026-06-30T23:30:00Z");
    office.sign_off(&sent, "low").unwrap();
    office.it_is("2026-07-02");
    let mut total = |day: &str| office.ask("list_decisions", json!({"from": day, "to": day}))["total"].clone();
    assert_eq!((total("30 6 2026"), total("1 7 2026")), (json!(0), json!(1)));
    assert_eq!(office.ask("list_decisions", json!({}))["managers"][0]["median_days"], 2.0);
}

#[test]
fn an_analyst_reads_what_was_decided_and_no_reason() {
    let mut office = decided();
    let page = office.as_person(ANALYST).ask("list_decisions", json!({}));
    assert_eq!(page["total"], 4);
    assert_eq!(field(&page, "rows", "reason"), [""; 4]);
    for person in [PRACTITIONER, ADMINISTRATOR] {
        office.as_person(person);
        assert!(office.refused("list_decisions", json!({})).starts_with("not_allowed: Your role does not allow"), "{person}");
    }
}

#[test]
fn a_period_of_decisions_that_cannot_be_is_refused_at_its_field() {
    let mut office = decided();
    office.as_person(MANAGER);
    for (from, to, says) in [
        ("26 11 2026", "", "from: This date is in the future. Enter today or a day before it."),
        ("", "26 11 2026", "to: This date is in the future. Enter today or a day before it."),
        ("10 11 2026", "9 11 2026", "to: This date is before the period begins on 10 November 2026. Check both dates."),
        ("29 2 2026", "1 3 2026", "from: That date does not exist. Check the day and the month."),
        ("", "29 2 2026", "to: That date does not exist. Check the day and the month."),
        ("1 1 1980", "", "from: This date is before 1990. Check the year."),
        ("last week", "", "from: Enter a date as day, month and year, for example 27 3 2026."),
    ] {
        let refused = office.refused("list_decisions", json!({"from": from, "to": to}));
        assert_eq!(refused, format!("invalid: There is a problem with what was entered.\n  {says}"), "{from} to {to}");
    }
    assert_eq!(office.ask("list_decisions", json!({"from": "29 2 2024"}))["total"], 4, "a leap year's day is a day");
}

// The demonstration.

/// A demonstration register on 25 November 2026, with Maria Osei at the desk.
fn demonstration(folder: &std::path::Path) -> Desk {
    let mut desk = Desk::with_clock(folder.join("register"), Box::new(|| at("2026-11-25")));
    demo(&mut desk, 150, 4, &mut |_, _| {}).unwrap();
    let people = call(&mut desk, "list_people", json!({})).unwrap();
    let maria = json!({"person_id": id_in(&people, MANAGER), "passphrase": DEMONSTRATION_PASSPHRASE});
    call(&mut desk, "sign_in", maria).unwrap();
    desk
}

/// Every decision there is, newest first.
fn all_decisions(desk: &mut Desk) -> Vec<Value> {
    let mut rows = Vec::new();
    loop {
        let asked = json!({"from": "1 1 2010", "limit": 500, "offset": rows.len()});
        let page = call(desk, "list_decisions", asked).unwrap();
        let found = page["rows"].as_array().unwrap().clone();
        if found.is_empty() {
            assert_eq!(page["total"], rows.len());
            return rows;
        }
        rows.extend(found);
    }
}

#[test]
fn the_demonstration_has_managers_who_judge_one_who_is_away_and_a_panel() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = demonstration(folder.path());
    let decisions = all_decisions(&mut desk);
    let signed: Vec<&Value> = decisions.iter().filter(|row| row["outcome"] == "signed_off").collect();
    let changed: Vec<&&Value> = signed.iter().filter(|row| row["level_changed"] == true).collect();
    let share = changed.len() as f64 / signed.len() as f64;
    assert!(signed.len() > 300 && (0.09..0.15).contains(&share), "{share} of {}", signed.len());
    assert!(changed.iter().all(|row| row["reason"] != ""), "each says why");
    for row in decisions.iter().filter(|row| matches!(row["kind"].as_str(), Some("plan" | "review_arrangement"))) {
        let earlier =
            signed.iter().find(|other| other["reference"] == row["reference"] && other["at"].as_str() < row["at"].as_str());
        if let Some(earlier) = earlier {
            assert_eq!(row["level_before"], earlier["level"], "{row}");
        }
    }
    let deputies = call(&mut desk, "list_deputies", json!({})).unwrap();
    let deputy = &deputies["deputies"][0];
    assert_eq!(
        (&deputy["manager"], &deputy["deputy"], &deputy["in_force"]),
        (&json!("Team manager 1"), &json!(MANAGER), &json!(true))
    );
    let for_another: Vec<&Value> = decisions.iter().filter(|row| !row["deputy_for"].is_null()).collect();
    assert!(for_another.iter().all(|row| row["at"].as_str() >= deputy["from"].as_str()));
    assert_eq!(call(&mut desk, "start_page", json!({})).unwrap()["deputy_for"], json!(["Team manager 1"]));
    let meetings = call(&mut desk, "list_meetings", json!({})).unwrap();
    let panel = &meetings["meetings"][0];
    assert_eq!((&panel["name"], &panel["held_on"]), (&json!("Missing and exploitation panel"), &json!("2026-11-24")));
    assert_eq!((&panel["cases"], &panel["decided"]), (&json!(8), &json!(4)));
    let shown = call(&mut desk, "view_meeting", json!({"id": panel["id"]})).unwrap();
    assert!(shown["cases"].as_array().unwrap().iter().all(|case| case["closed_on"].is_null()));
}

#[test]
fn the_same_seed_and_day_give_the_same_demonstration() {
    let told = || {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = demonstration(folder.path());
        let meetings = call(&mut desk, "list_meetings", json!({})).unwrap();
        let panel = call(&mut desk, "view_meeting", json!({"id": meetings["meetings"][0]["id"]})).unwrap();
        let cases = call(&mut desk, "list_cases", json!({"status": "all", "limit": 500})).unwrap();
        (all_decisions(&mut desk), panel, cases)
    };
    let (first, second) = (told(), told());
    assert!(first == second, "two demonstrations differ");
}
