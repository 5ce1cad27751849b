//! A new policy: what it would make fall due is shown before it is saved, and nothing that was due before changes.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, MANAGER, Office, PRACTITIONER};

fn policy(office: &mut Office, from: &str, high: u32, medium: u32, low: u32) -> Value {
    let view = office.ask("view_policy", json!({}));
    let mut request = json!({"effective_from": from, "levels": [], "clocks": view["policies"][0]["clocks"], "floors": []});
    let level =
        |name: &str, days: u32| json!({"level": name, "review_every_days": days, "ceiling_months": 3, "critical_after_days": 7});
    request["levels"] = json!([level("high", high), level("medium", medium), level("low", low)]);
    request
}

/// Three low cases reviewed on 1 June 2026 with the next review in August, one of a child of 11.
fn three_low_cases() -> Office {
    let mut office = Office::on("2026-05-01");
    office.as_person(PRACTITIONER);
    let mut open = |age: &str| {
        let request =
            json!({"opened_on": "1 5 2026", "level": "low", "facts": {"age_at_referral": age}, "team": "North locality"});
        office.ask("open_case", request)["reference"].as_str().unwrap().to_owned()
    };
    let cases = ["15", "14", "11"].map(&mut open);
    office.it_is("2026-06-01");
    for case in &cases {
        office.write(case, crate::office::review("1 6 2026", "low", "20 8 2026"));
    }
    office.it_is("2026-06-02");
    office
}

#[test]
fn a_preview_says_how_many_cases_become_overdue_and_when_and_changes_nothing() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let mut asked = policy(&mut office, "1 7 2026", 28, 42, 28);
    asked["floors"] = json!([{"when": {"fact": "age_under", "years": 13}, "at_least": "medium"}]);
    let preview = office.ask("preview_policy", asked.clone());
    // The interval is counted from the change: 1 July and 28 days is 29 July. And the date in August is too late at once.
    assert_eq!(preview["finding"], "3 cases become overdue on 2 July 2026.");
    assert_eq!(preview["open_cases"], 3);
    assert_eq!(preview["below_floor"], 1);
    assert_eq!(preview["days"], json!([{"on": "2026-07-02", "cases": 3}]));
    assert_eq!((preview["sooner"].as_u64(), preview["cases"].as_array().unwrap().len()), (Some(3), 3));
    assert_eq!(office.ask("view_policy", json!({}))["policies"].as_array().unwrap().len(), 1, "nothing was saved");
    // What was previewed is what comes.
    office.ask("record_policy", asked);
    office.it_is("2026-07-02");
    let flags = office.ask("list_flags", json!({}));
    let flagged = |rule: &str| flags["rows"].as_array().unwrap().iter().filter(|row| row["rule"] == rule).count() as u64;
    for rule in preview["rules"].as_array().unwrap() {
        assert_eq!(flagged(rule["rule"].as_str().unwrap()), rule["then"].as_u64().unwrap(), "{rule}");
    }
    assert_eq!(flagged("next_review_too_late"), 3);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_preview_says_how_many_flags_become_critical() {
    let mut office = three_low_cases();
    office.it_is("2026-07-10").as_person(MANAGER);
    let critical = |preview: &Value| (preview["critical_now"].as_u64().unwrap(), preview["critical_then"].as_u64().unwrap());
    let mut asked = policy(&mut office, "1 8 2026", 28, 42, 84);
    for level in asked["levels"].as_array_mut().unwrap() {
        level["critical_after_days"] = json!(0);
    }
    let (now, then) = critical(&office.ask("preview_policy", asked.clone()));
    let calm = office.ask("preview_policy", policy_with(&asked, 366));
    assert!(now < then, "{now} of now, {then} when each flag is critical from its first day");
    assert_eq!(critical(&calm), (now, 0));
    office.ask("record_policy", asked);
    office.it_is("2026-08-02");
    assert_eq!(office.ask("list_flags", json!({}))["counts"]["critically_overdue"], then, "what was previewed is what comes");
}

#[test]
fn a_preview_names_no_case_to_whoever_sees_no_list_of_them() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let sooner = policy(&mut office, "1 7 2026", 28, 42, 28);
    let preview = office.ask("preview_policy", sooner.clone());
    assert_eq!((preview["cases"].as_array().unwrap().len(), &preview["sooner"]), (3, &json!(3)));
    let by_administrator = office.as_person(ADMINISTRATOR).ask("preview_policy", sooner);
    assert_eq!((&by_administrator["cases"], &by_administrator["sooner"]), (&json!([]), &preview["sooner"]));
}

fn policy_with(asked: &Value, critical_after_days: u32) -> Value {
    let mut asked = asked.clone();
    for level in asked["levels"].as_array_mut().unwrap() {
        level["critical_after_days"] = json!(critical_after_days);
    }
    asked
}

#[test]
fn a_looser_policy_makes_nothing_overdue_sooner() {
    let mut office = three_low_cases();
    office.as_person(ADMINISTRATOR);
    let asked = policy(&mut office, "1 7 2026", 28, 42, 120);
    let preview = office.ask("preview_policy", asked);
    assert_eq!(preview["finding"], "No case becomes overdue sooner under this policy up to 29 September 2026.");
    assert_eq!(
        (&preview["sooner"], &preview["later"]),
        (&json!(0), &json!(0)),
        "what is owed already stands until the next review"
    );
}

#[test]
fn a_policy_that_ranks_levels_otherwise_counts_from_its_first_day_on() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let mut asked = policy(&mut office, "1 9 2026", 28, 42, 84);
    asked["levels"].as_array_mut().unwrap().reverse();
    office.ask("record_policy", asked);
    office.it_is("2026-09-01").as_person(MANAGER);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
    let listed = office.ask("list_flags", json!({"level": "low"}))["total"].as_u64().unwrap();
    assert!(listed > 0, "low is listed under its new rank");
}

#[test]
fn a_policy_that_cannot_be_worked_with_is_refused_before_and_on_saving() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let whole = policy(&mut office, "1 7 2026", 28, 42, 84);
    let mut check = |change: &dyn Fn(&mut Value), says: &str| {
        let mut asked = whole.clone();
        change(&mut asked);
        for verb in ["preview_policy", "record_policy"] {
            let refused = office.refused(verb, asked.clone());
            assert!(refused.contains(says), "{verb}: {refused}");
        }
    };
    check(&|p| p["levels"] = json!([]), "levels: A policy needs at least one level of risk.");
    check(
        &|p| p["levels"][0]["review_every_days"] = json!(0),
        "levels.0.review_every_days: A review interval is between 1 and 366 days.",
    );
    check(&|p| p["levels"][1]["level"] = json!("high"), "levels.1.level: Each level stands in a policy once.");
    check(&|p| p["levels"][1]["ceiling_months"] = json!(0), "levels.1.ceiling_months: A ceiling is between 1 and 12 months.");
    check(
        &|p| p["levels"][2]["critical_after_days"] = json!(4_294_967_295_u32),
        "levels.2.critical_after_days: A flag becomes critical between 0 and 366 days late. Change the days.",
    );
    check(&|p| p["clocks"]["plan_in_place"] = json!(0), "clocks.plan_in_place: A clock is between 1 and 1,000.");
    check(&|p| p["effective_from"] = json!("2 6 2026"), "effective_from: A policy takes effect tomorrow or later");
    check(&|p| p["effective_from"] = json!("29 2 2027"), "effective_from:");
    check(&|p| p["floors"] = json!([{"when": {"fact": "age_under", "years": 13}, "at_least": "grave"}]), "floors.0.at_least:");
    check(&|p| p["floors"] = json!([{"when": {"fact": "age_under", "years": 19}, "at_least": "high"}]), "floors.0.number:");
    check(
        &|p| p["floors"] = json!([{"when": {"fact": "evidence_of_harm", "code": "hearsay"}, "at_least": "high"}]),
        "floors.0.code:",
    );
    assert_eq!(office.ask("view_policy", json!({}))["policies"].as_array().unwrap().len(), 1);
}

#[test]
fn a_policy_to_come_that_moves_to_another_day_leaves_none_behind() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let first = policy(&mut office, "1 7 2026", 28, 42, 28);
    office.ask("record_policy", first);
    let mut moved = policy(&mut office, "1 8 2026", 28, 42, 84);
    moved["replaces"] = json!("2026-07-01");
    let saved = office.ask("record_policy", moved.clone());
    let days: Vec<&str> = saved["policies"].as_array().unwrap().iter().map(|p| p["effective_from"].as_str().unwrap()).collect();
    assert!(days.contains(&"2026-08-01") && !days.contains(&"2026-07-01"), "{days:?}");
    let refused = office.refused("record_policy", moved);
    assert!(refused.ends_with("effective_from: The policy that you are changing is no longer to come. Open the page again."));
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_policy_to_come_is_not_overwritten_by_another_of_its_day_unless_that_says_so() {
    let mut office = three_low_cases();
    office.as_person(MANAGER);
    let january = policy(&mut office, "1 1 2027", 28, 42, 84);
    let february = policy(&mut office, "1 2 2027", 28, 42, 60);
    let second = policy(&mut office, "1 1 2027", 28, 42, 70);
    let mut moved = policy(&mut office, "1 1 2027", 28, 42, 60);
    moved["replaces"] = json!("2027-02-01");
    let low = |view: &Value| -> Vec<(String, u64)> {
        let policies = view["policies"].as_array().unwrap().iter();
        let low = |policy: &Value| policy["levels"][2]["review_every_days"].as_u64().unwrap();
        let mut low: Vec<_> =
            policies.map(|policy| (policy["effective_from"].as_str().unwrap().to_owned(), low(policy))).collect();
        low.retain(|(from, _)| from.starts_with("2027"));
        low.sort();
        low
    };
    office.ask("record_policy", january);
    let both = low(&office.ask("record_policy", february));
    assert_eq!(both, [("2027-01-01".to_owned(), 84), ("2027-02-01".to_owned(), 60)]);
    for request in [&second, &moved] {
        for verb in ["preview_policy", "record_policy"] {
            let refused = office.refused(verb, request.clone());
            let says =
                "effective_from: Another policy takes effect on that day. Choose another day, or change that policy instead.";
            assert!(refused.ends_with(says), "{verb}: {refused}");
        }
        assert_eq!(low(&office.ask("view_policy", json!({}))), both);
    }
    let mut instead = second;
    instead["replaces"] = json!("2027-01-01");
    office.ask("preview_policy", instead.clone());
    assert_eq!(low(&office.ask("record_policy", instead)), [("2027-01-01".to_owned(), 70), ("2027-02-01".to_owned(), 60)]);
}

#[test]
fn a_flag_that_a_policy_to_come_will_end_stands_until_then() {
    let mut office = Office::on("2026-05-01");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 5 2026", "low");
    office.as_person(MANAGER);
    let mut without_low = policy(&mut office, "2 5 2026", 28, 42, 84);
    without_low["levels"].as_array_mut().unwrap().pop();
    office.ask("record_policy", without_low);
    office.it_is("2026-05-10").as_person(MANAGER);
    assert!(office.flags_of(&case).contains(&"level_missing".to_owned()));
    let again = policy(&mut office, "1 7 2026", 28, 42, 84);
    office.ask("record_policy", again);
    let listed = office.ask("list_flags", json!({"rule": "level_missing"}));
    assert_eq!(listed["total"], 1, "the policy of July changes nothing in May");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
    office.it_is("2026-07-02").as_person(MANAGER);
    assert_eq!(office.ask("list_flags", json!({"rule": "level_missing"}))["total"], 0);
}
