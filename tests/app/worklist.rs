//! The worklist: whose, at rest, kept filters, and numbers that agree with their lists.

use caseward_casework::terminal::demo;
use caseward_casework::{Desk, call};
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PRACTITIONER, at, id_in};

/// A case of Tom's that was never reviewed, late since 43 days after opening.
fn late_case() -> (Office, String) {
    let mut office = Office::on("2026-03-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 3 2026", "medium");
    office.it_is("2026-05-01");
    (office, case)
}

fn rest(case: &str, until: &str) -> Value {
    json!({
        "reference": case, "rule": "never_reviewed", "start_on": "2026-03-02", "until": until, "cause": "resources",
        "reason": "The chair is off sick; the panel meets next week.",
    })
}

fn never_reviewed(office: &mut Office, asked: Value) -> (u64, u64, u64) {
    let page = office.ask("list_flags", asked);
    let rows = page["rows"].as_array().unwrap().iter().filter(|row| row["rule"] == "never_reviewed").count();
    (rows as u64, page["total"].as_u64().unwrap(), page["counts"]["snoozed"].as_u64().unwrap())
}

#[test]
fn a_flag_at_rest_stands_apart_until_it_wakes_and_is_counted_all_the_while() {
    let (mut office, case) = late_case();
    let rule = json!({"rule": "never_reviewed"});
    assert_eq!(never_reviewed(&mut office, rule.clone()), (1, 1, 0));
    office.as_person(MANAGER).ask("snooze_flag", rest(&case, "15 5 2026"));
    assert_eq!(never_reviewed(&mut office, rule.clone()), (0, 0, 1));
    let resting = office.ask("list_flags", json!({"rule": "never_reviewed", "snoozed": true}))["rows"][0].clone();
    assert_eq!(resting["snooze"]["until"], "2026-05-15");
    assert_eq!(resting["snooze"]["by"], MANAGER);
    assert!(resting["snooze"]["reason"].as_str().unwrap().contains("chair"));
    // The fact stays a fact: the list of flags of a day names it, and the case shows it.
    let flags = caseward_casework::terminal::all_flags(&mut office.desk, None, Some("never_reviewed")).unwrap();
    assert_eq!(flags.len(), 1);
    assert!(office.flags_of(&case).contains(&"never_reviewed".to_owned()));
    office.as_person(ANALYST);
    let seen = office.ask("list_flags", json!({"rule": "never_reviewed", "snoozed": true}))["rows"][0].clone();
    assert_eq!(seen["snooze"]["reason"], "", "an analyst sees no free text");
    office.it_is("2026-05-15");
    assert_eq!(never_reviewed(&mut office, rule.clone()).0, 0, "the last day of its rest");
    office.it_is("2026-05-16");
    assert_eq!(never_reviewed(&mut office, rule), (1, 1, 0));
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_flag_that_is_woken_or_whose_duty_changed_is_at_rest_no_more() {
    let (mut office, case) = late_case();
    office.as_person(MANAGER).ask("snooze_flag", rest(&case, "15 5 2026"));
    let id = office.ask("list_flags", json!({"rule": "never_reviewed", "snoozed": true}))["rows"][0]["snooze"]["id"].clone();
    office.ask("end_snooze", json!({"id": id}));
    assert_eq!(never_reviewed(&mut office, json!({"rule": "never_reviewed"})), (1, 1, 0));
    assert!(office.refused("end_snooze", json!({"id": id})).contains("not at rest any more"));
    office.ask("snooze_flag", rest(&case, "15 5 2026"));
    office.ask("snooze_flag", rest(&case, "10 5 2026"));
    let rows = office.ask("list_flags", json!({"rule": "never_reviewed", "snoozed": true}))["rows"].clone();
    assert_eq!(
        (rows.as_array().unwrap().len(), &rows[0]["snooze"]["until"]),
        (1, &json!("2026-05-10")),
        "the later takes its place"
    );
    office.as_person(PRACTITIONER);
    office.write(&case, crate::office::review("1 5 2026", "medium", "1 6 2026"));
    assert_eq!(never_reviewed(&mut office, json!({"rule": "never_reviewed"})), (0, 0, 0));
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

/// The law of past days for rests: each day is asked at its end, and once more when all is over.
#[test]
fn a_flag_rests_on_a_past_day_as_it_did_on_that_day() {
    let (mut office, case) = late_case();
    office.as_person(MANAGER);
    let on = |office: &mut Office, day: &str| {
        let page = office.ask("list_flags", json!({"as_at": day, "rule": "never_reviewed"}));
        let resting = office.ask("list_flags", json!({"as_at": day, "rule": "never_reviewed", "snoozed": true}));
        let until = resting["rows"].as_array().unwrap().iter().map(|row| row["snooze"]["until"].as_str().unwrap().to_owned());
        let counts = (page["total"].as_u64().unwrap(), page["counts"]["snoozed"].as_u64().unwrap());
        assert_eq!((counts.1, &resting["total"]), (resting["rows"].as_array().unwrap().len() as u64, &json!(counts.1)), "{day}");
        (counts, until.collect::<Vec<_>>())
    };
    let mut told = Vec::new();
    for day in 1..=20 {
        let day = format!("2026-05-{day:02}");
        office.it_is(&day);
        let waking = |office: &mut Office| {
            let id = office.ask("list_flags", json!({"snoozed": true}))["rows"][0]["snooze"]["id"].clone();
            office.ask("end_snooze", json!({"id": id}));
        };
        match day.as_str() {
            "2026-05-03" => drop(office.ask("snooze_flag", rest(&case, "6 5 2026"))),
            "2026-05-09" => drop(office.ask("snooze_flag", rest(&case, "20 5 2026"))),
            "2026-05-11" => drop(office.ask("snooze_flag", rest(&case, "18 5 2026"))),
            "2026-05-14" => waking(&mut office),
            "2026-05-16" => {
                office.ask("snooze_flag", rest(&case, "30 5 2026"));
                waking(&mut office);
            }
            _ => {}
        }
        told.push((day.clone(), on(&mut office, &day)));
        let listed = office.flags_at_rest(&case);
        assert_eq!((listed.0 > 0, listed.1), (true, told.last().unwrap().1.0.1), "{day}: list and page of the case");
    }
    let rests = |day: &str| told.iter().find(|(on, _)| on == day).unwrap().1.clone();
    let (stands, resting) = ((1, 0), |until: &str| ((0, 1), vec![until.to_owned()]));
    for (day, expected) in [
        ("2026-05-02", (stands, Vec::new())),
        ("2026-05-03", resting("2026-05-06")),
        ("2026-05-06", resting("2026-05-06")),
        ("2026-05-07", (stands, Vec::new())),
        ("2026-05-09", resting("2026-05-20")),
        ("2026-05-11", resting("2026-05-18")),
        ("2026-05-13", resting("2026-05-18")),
        ("2026-05-14", (stands, Vec::new())),
        ("2026-05-16", (stands, Vec::new())),
    ] {
        assert_eq!(rests(day), expected, "{day}");
    }
    office.it_is("2026-06-10");
    for (day, then) in told {
        assert_eq!(on(&mut office, &day), then, "{day} is told otherwise now");
    }
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn letting_a_flag_rest_is_a_managers_and_says_why_and_until_when() {
    let (mut office, case) = late_case();
    for person in [PRACTITIONER, ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("snooze_flag", rest(&case, "15 5 2026"));
        assert!(refused.starts_with("not_allowed"), "{person}: {refused}");
    }
    office.as_person(MANAGER);
    let mut check = |change: Value, says: &str| {
        let mut request = rest(&case, "15 5 2026");
        for (name, value) in change.as_object().unwrap() {
            request[name] = value.clone();
        }
        let refused = office.refused("snooze_flag", request);
        assert!(refused.contains(says), "{refused}");
    };
    check(json!({"until": "1 5 2026"}), "until: A flag rests until tomorrow or later.");
    check(json!({"until": "2 8 2026"}), "until: A flag rests for 92 days at most.");
    check(json!({"until": "29 2 2027"}), "until:");
    check(json!({"reason": " "}), "reason: Say why this may wait");
    check(json!({"reason": "Call 07700 900123."}), "reason: This seems to hold");
    check(json!({"cause": "weather"}), "cause: This is not a code of the list.");
    check(json!({"start_on": "2026-03-03"}), "This flag does not stand any more.");
    check(json!({"rule": "plan_not_signed"}), "This flag does not stand any more.");
}

#[test]
fn my_team_is_the_team_that_the_administrator_gave_me() {
    let (mut office, case) = late_case();
    let refused = office.refused("list_flags", json!({"my_team": true}));
    assert!(refused.contains("You have no team yet."), "{refused}");
    office.as_person(ADMINISTRATOR);
    let people = office.ask("list_people", json!({}));
    let change = json!({"id": id_in(&people, PRACTITIONER), "name": PRACTITIONER, "roles": ["practitioner"], "active": true, "team": "North locality"});
    office.ask("change_person", change);
    office.as_person(PRACTITIONER);
    let page = office.ask("list_flags", json!({"my_team": true}));
    assert!(page["rows"].as_array().unwrap().iter().any(|row| row["reference"] == case.as_str()));
    assert_eq!(office.ask("start_page", json!({}))["team"], "North locality");
}

#[test]
fn as_at_another_day_a_list_is_still_of_those_it_is_asked_of() {
    let mut office = Office::on("2026-03-02");
    let people = office.as_person(PRACTITIONER).ask("list_choices", json!({}));
    let (practitioner, manager) = (id_in(&people, PRACTITIONER), id_in(&people, MANAGER));
    let case = json!({"opened_on": "2 3 2026", "level": "medium", "facts": {"sex": "F"}, "team": "North locality", "practitioner": practitioner, "manager": manager});
    let case = office.ask("open_case", case)["reference"].as_str().unwrap().to_owned();
    office.it_is("2026-05-01");
    office.as_person(ADMINISTRATOR);
    for (name, role) in [(PRACTITIONER, "practitioner"), (OTHER_MANAGER, "manager")] {
        office.ask(
            "change_person",
            json!({"id": id_in(&people, name), "name": name, "roles": [role], "active": true, "team": "North locality"}),
        );
    }
    office.it_is("2026-05-11");
    let mut mine_on = |person: &str, whose: Value| {
        office.as_person(person);
        let on = |asked_on: Option<&str>, office: &mut Office| {
            let mut asked = whose.clone();
            asked["as_at"] = json!(asked_on);
            let page = office.ask("list_flags", asked);
            page["rows"].as_array().unwrap().iter().any(|row| row["reference"] == case.as_str())
        };
        (on(Some("10 5 2026"), &mut office), on(None, &mut office))
    };
    assert_eq!(mine_on(PRACTITIONER, json!({"mine": true})), (true, true));
    assert_eq!(mine_on(MANAGER, json!({"mine": true})), (true, true), "a manager’s cases are theirs on any day");
    assert_eq!(mine_on(OTHER_MANAGER, json!({"mine": true})), (false, false));
    assert_eq!(mine_on(PRACTITIONER, json!({"my_team": true})), (true, true));
    assert_eq!(mine_on(MANAGER, json!({"team": "North locality"})), (true, true));
    office.as_person(MANAGER);
    let refused = office.refused("list_flags", json!({"my_team": true, "as_at": "10 5 2026"}));
    assert!(refused.contains("You have no team yet."), "{refused}");
}

#[test]
fn filters_are_kept_under_a_name_of_ones_own() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER).ask("save_filter", json!({"name": "Mine, late", "query": "severity=overdue&whose=mine"}));
    office.ask("save_filter", json!({"name": "Mine, late", "query": "severity=critically_overdue&whose=mine"}));
    assert_eq!(
        office.ask("start_page", json!({}))["filters"],
        json!([{"name": "Mine, late", "query": "severity=critically_overdue&whose=mine"}])
    );
    assert_eq!(office.as_person(MANAGER).ask("list_filters", json!({}))["filters"], json!([]), "another person’s own");
    let refused = office.refused("save_filter", json!({"name": "", "query": "severity=overdue&name=Jade"}));
    assert!(refused.contains("name: Name the filter") && refused.contains("query: This is not a filter"), "{refused}");
    for unknown in [
        "severity=bogus",
        "rule=none_such",
        "family=x",
        "level=grave",
        "team=Nowhere",
        "practitioner=x",
        "whose=theirs",
        "snoozed=2",
        "as_at=TBC",
        "severity",
        "severity=over%6",
        "team=North locality",
    ] {
        let refused = office.refused("save_filter", json!({"name": "Mine", "query": unknown}));
        assert!(refused.contains("query: This is not a filter"), "{unknown}: {refused}");
    }
    let tom = office.person(PRACTITIONER);
    let whole = format!(
        "severity=critically_overdue&rule=never_reviewed&family=no_review&level=high&team=North+loc%61lity&practitioner={}&whose=mine&snoozed=1&as_at=31+3+2026",
        tom.as_str().unwrap()
    );
    for known in [whole.as_str(), ""] {
        office.ask("save_filter", json!({"name": "Whole", "query": known}));
    }
    assert!(office.refused("discard_filter", json!({"name": "Mine, late"})).contains("no filter of this name"));
    office.as_person(PRACTITIONER);
    assert_eq!(office.ask("discard_filter", json!({"name": "Mine, late"}))["filters"], json!([]));
}

/// Every number on the start page is the number of the list that it leads to.
#[test]
fn the_numbers_of_the_start_page_are_those_of_their_lists() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(|| at("2026-11-23")));
    demo(&mut desk, 120, 3, &mut |_, _| {}).unwrap();
    call(&mut desk, "sign_out", json!({})).unwrap();
    let status = call(&mut desk, "register_status", json!({})).unwrap();
    let maria = id_in(&status, "Maria Osei");
    call(&mut desk, "sign_in", json!({"person_id": maria, "passphrase": caseward_casework::terminal::DEMONSTRATION_PASSPHRASE}))
        .unwrap();
    let mut ask = |verb: &str, asked: Value| call(&mut desk, verb, asked).unwrap();
    let start = ask("start_page", json!({}));
    for (whose, asked) in [("mine", json!({"mine": true})), ("my_team", json!({"my_team": true})), ("all", json!({}))] {
        let mut late = 0;
        for severity in ["critically_overdue", "overdue", "due_soon", "not_due_yet", "snoozed"] {
            let mut asked = asked.clone();
            match severity {
                "snoozed" => asked["snoozed"] = json!(true),
                severity => asked["severity"] = json!(severity),
            }
            let mut listed = 0;
            loop {
                asked["offset"] = json!(listed);
                let page = ask("list_flags", asked.clone());
                let rows = page["rows"].as_array().unwrap().len();
                assert_eq!(page["total"], start[whose][severity], "{whose} {severity}");
                if rows == 0 {
                    break;
                }
                listed += rows;
            }
            assert_eq!(json!(listed), start[whose][severity], "{whose} {severity}");
            late += if matches!(severity, "critically_overdue" | "overdue") { listed } else { 0 };
        }
        assert!(late > 0, "the demonstration has something late for {whose}");
        assert_eq!(ask("list_flags", asked)["total"], json!(late));
    }
    assert_eq!(ask("list_flags", json!({"family": "no_review"}))["cases"], start["cases_without_review"]);
    assert_eq!(ask("list_cases", json!({}))["total"], start["open_cases"]);
    assert_eq!(ask("list_waiting", json!({}))["total"], start["waiting"]);
    assert_eq!(ask("list_waiting", json!({"may_decide": true}))["total"], start["to_decide"]);
    assert_eq!(ask("list_settled", json!({"mine": true, "without_cause": true}))["total"], start["without_cause"]);
    assert_eq!(ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_clock_that_went_back_a_year_saves_nothing_and_says_so() {
    let (mut office, case) = late_case();
    office.as_person(PRACTITIONER);
    office.write(&case, crate::office::review("1 5 2026", "medium", "1 6 2026"));
    office.it_is("2025-05-01");
    let refused = office.refused("open_case", json!({"opened_on": "1 4 2025", "level": "low", "facts": {}}));
    assert_eq!(
        refused,
        "register: This machine’s clock says 1 May 2025, but the register was last changed on 1 May 2026. Nothing was saved. Set the clock, then try again: what you typed is still here. If the clock is right and was wrong then, an administrator can say so under Settings, Check the register."
    );
    office.it_is("2026-05-02").as_person(OTHER_MANAGER);
    assert_eq!(office.ask("list_cases", json!({"status": "all"}))["total"], 1);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_clock_that_ran_ahead_once_stops_nobody_for_long() {
    let mut office = Office::on("2027-05-01");
    office.as_person(PRACTITIONER);
    office.open_case("1 4 2026", "low");
    let opening = json!({"opened_on": "1 4 2026", "level": "low", "facts": {}});
    assert!(office.it_is("2026-05-01").refused("open_case", opening.clone()).contains("under Settings, Check the register"));
    office.as_person(ADMINISTRATOR).ask("accept_clock", json!({}));
    office.as_person(PRACTITIONER).ask("open_case", opening);
    let again = office.as_person(ADMINISTRATOR).refused("accept_clock", json!({}));
    assert_eq!(again, "refused: The clock is not behind the register, so there is nothing to accept.");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]), "the chain goes by its sequence");
}

#[test]
fn a_team_or_a_level_that_is_no_more_is_named_and_never_an_empty_list() {
    let (mut office, _) = late_case();
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": "North East", "was": "North locality"}));
    office.as_person(MANAGER);
    let team = office.refused("list_flags", json!({"team": "North locality"}));
    assert!(team.ends_with("team: No team has this name now. It may have been renamed: choose it from the list."), "{team}");
    assert_eq!(office.ask("list_flags", json!({"team": "North East"}))["cases"], 1);
    let level = office.refused("list_flags", json!({"level": "severe"}));
    assert!(level.ends_with("level: The policy has no such level now. Choose one from the list."), "{level}");
}
