//! A clock that goes back, and a day that ends while somebody sits at the desk: what is kept stays what follows from the facts.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, MANAGER, Office, PRACTITIONER, review};

/// A policy from a day on under which the levels rank the other way round.
fn turned_round(office: &mut Office, from: &str) {
    let view = office.as_person(MANAGER).ask("view_policy", json!({}));
    let mut policy = view["policies"][0].clone();
    policy["effective_from"] = json!(from);
    policy["levels"].as_array_mut().unwrap().reverse();
    office.ask("record_policy", policy);
}

fn problems(office: &mut Office) -> Vec<Value> {
    let found = office.ask("verify_register", json!({}));
    assert_eq!(found["ok"], json!(found["problems"].as_array().unwrap().is_empty()));
    found["problems"].as_array().unwrap().clone()
}

/// How many flags are listed at a level: the worklist goes by what is kept.
fn listed_at(office: &mut Office, level: &str) -> u64 {
    office.ask("list_flags", json!({"level": level}))["total"].as_u64().unwrap()
}

#[test]
fn a_session_that_passes_midnight_into_the_first_day_of_a_policy_goes_by_that_policy() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    office.open_case("2 11 2026", "low");
    turned_round(&mut office, "24 11 2026");
    office.the_clock_says("2026-11-23T23:59:00Z").as_person(PRACTITIONER);
    let before = listed_at(&mut office, "low");
    assert!(before > 0);
    office.the_clock_says("2026-11-24T00:01:00Z");
    assert_eq!(problems(&mut office), [Value::Null; 0]);
    assert_eq!(listed_at(&mut office, "low"), before, "low is listed under its new rank");
}

#[test]
fn a_clock_that_is_behind_is_named_and_the_register_is_not_accused() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "low");
    turned_round(&mut office, "24 11 2026");
    office.it_is("2026-11-24").as_person(PRACTITIONER);
    office.write(&case, review("24 11 2026", "medium", "30 11 2026"));
    office
        .it_is("2026-12-03")
        .ask("set_review_date", json!({"reference": case, "next_review_on": "4 12 2026", "reason": "The school asks."}));
    for (sits_down_again, day) in [(false, "2026-11-20"), (true, "2026-11-20"), (true, "2025-12-03")] {
        office.it_is(day);
        if sits_down_again {
            office.as_person(PRACTITIONER);
        }
        let found = problems(&mut office);
        assert_eq!(found.len(), 1, "{found:?}");
        let says = found[0].as_str().unwrap();
        assert!(says.starts_with("This machine’s clock says "), "{says}");
        assert!(says.contains(", but the register was last changed on 3 December 2026. Set the clock"), "{says}");
    }
    office.it_is("2026-12-03").as_person(PRACTITIONER);
    assert_eq!(problems(&mut office), [Value::Null; 0]);
}

#[test]
fn a_clock_that_is_put_back_by_some_hours_changes_no_day_of_what_is_kept() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let (first, second) = (office.open_case("2 11 2026", "low"), office.open_case("2 11 2026", "low"));
    turned_round(&mut office, "24 11 2026");
    office.the_clock_says("2026-11-24T00:30:00Z").as_person(PRACTITIONER);
    office.write(&first, review("24 11 2026", "medium", "30 11 2026"));
    office.the_clock_says("2026-11-23T22:00:00Z");
    for case in [&first, &second] {
        office.ask("set_review_date", json!({"reference": case, "next_review_on": "4 12 2026", "reason": "The school asks."}));
    }
    assert_eq!(problems(&mut office), [Value::Null; 0], "some hours are a time zone");
    office.as_person(PRACTITIONER);
    assert_eq!(problems(&mut office), [Value::Null; 0]);
    office.it_is("2026-11-24");
    assert_eq!(problems(&mut office), [Value::Null; 0]);
}

#[test]
fn once_a_clock_is_accepted_what_was_kept_as_at_the_wrong_day_is_worked_out_again() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "low");
    turned_round(&mut office, "24 11 2026");
    // The clock ran a year ahead.
    office.it_is("2027-11-20").as_person(PRACTITIONER);
    office.write(&case, review("20 11 2026", "medium", "30 11 2026"));
    office.it_is("2026-11-20").as_person(ADMINISTRATOR);
    assert_eq!(problems(&mut office).len(), 1);
    office.ask("accept_clock", json!({}));
    assert_eq!(problems(&mut office), [Value::Null; 0]);
    office
        .as_person(PRACTITIONER)
        .ask("set_review_date", json!({"reference": case, "next_review_on": "4 12 2026", "reason": "The school asks."}));
    assert_eq!(problems(&mut office), [Value::Null; 0]);
    office.it_is("2026-11-24");
    assert_eq!(problems(&mut office), [Value::Null; 0], "the policy begins while somebody sits at the desk");
}
