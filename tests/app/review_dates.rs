//! The date of the next review: worked out from level and interval, and set by hand beside it with who and why.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PRACTITIONER, closure, review};

fn dates(office: &mut Office, case: &str) -> Value {
    office.ask("view_case", json!({"reference": case}))["review_dates"].clone()
}

fn set(case: &str, next: &str, reason: &str) -> Value {
    json!({"reference": case, "next_review_on": next, "reason": reason})
}

/// By when a review is owed today.
fn owed(office: &mut Office, case: &str) -> Value {
    let seen = office.ask("view_case", json!({"reference": case}));
    let lists = ["flags", "ahead"].iter().flat_map(|list| seen[list].as_array().unwrap().clone());
    let mut owed = lists.filter(|duty| duty["rule"] == "never_reviewed" || duty["rule"] == "review_overdue");
    let due = owed.next().unwrap()["due_on"].clone();
    assert!(owed.next().is_none());
    due
}

#[test]
fn a_date_set_by_hand_counts_and_stands_beside_the_computed_one() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    let by_interval = "Medium since 2 November 2026, not yet confirmed by a manager; reviews every 42 days under the policy of 1 January 2012; opened 2 November 2026; due 14 December 2026.";
    assert_eq!(dates(&mut office, &case), json!({"computed": "2026-12-14", "computed_says": by_interval, "by_hand": []}));
    assert_eq!(owed(&mut office, &case), "2026-12-14");
    office.it_is("2026-11-03").ask("set_review_date", set(&case, "20 11 2026", "The school asks for an earlier one."));
    assert_eq!(owed(&mut office, &case), "2026-11-20");
    office.it_is("2026-11-04");
    let written =
        office.write(&case, json!({"kind": "review_arrangement", "next_review_on": "4 12 2026", "chair_role": "Team manager"}));
    assert_eq!(owed(&mut office, &case), "2026-11-20", "a draft arranges nothing");
    office.submit(&written);
    assert_eq!(owed(&mut office, &case), "2026-12-04", "the latest counts");
    office.it_is("2026-11-05").as_person(MANAGER);
    // A later date than the interval allows buys no time.
    office.ask("set_review_date", set(&case, "15 1 2027", "The chair is away until then."));
    assert_eq!(owed(&mut office, &case), "2026-12-14");
    let by_hand = json!([
        {"next_review_on": "2027-01-15", "set_on": "2026-11-05", "by": MANAGER, "source": "by_hand", "reason": "The chair is away until then."},
        {"next_review_on": "2026-12-04", "set_on": "2026-11-04", "by": PRACTITIONER, "source": "review_arrangement", "reason": ""},
        {"next_review_on": "2026-11-20", "set_on": "2026-11-03", "by": PRACTITIONER, "source": "by_hand", "reason": "The school asks for an earlier one."},
    ]);
    assert_eq!(dates(&mut office, &case), json!({"computed": "2026-12-14", "computed_says": by_interval, "by_hand": by_hand}));
    let listed = office.ask("list_cases", json!({}));
    assert_eq!(listed["rows"][0]["next_review_on"], "2027-01-15");
    let seen = office.ask("view_case", json!({"reference": case}));
    assert_eq!(seen["timeline"][0]["says"], "Next review set by hand for 15 January 2027: The chair is away until then.");
    assert_eq!(office.flags_of(&case), Vec::<String>::new());
    office.it_is("2026-11-06");
    assert_eq!(office.flags_of(&case), ["next_review_too_late"]);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_review_takes_the_place_of_every_date_before_it() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    office.ask("set_review_date", set(&case, "9 11 2026", "Before the strategy meeting."));
    office.it_is("2026-11-09");
    // Set on the day of the review, for that day: the review has reached it.
    office.ask("set_review_date", set(&case, "9 11 2026", "Today, at short notice."));
    office.write(&case, review("9 11 2026", "medium", ""));
    assert_eq!(dates(&mut office, &case)["by_hand"], json!([]));
    assert_eq!(dates(&mut office, &case)["computed"], "2026-12-21");
    assert_eq!(office.ask("list_cases", json!({}))["rows"][0]["next_review_on"], Value::Null);
    office.ask("set_review_date", set(&case, "30 11 2026", "The child asked for it."));
    assert_eq!(dates(&mut office, &case)["by_hand"][0]["next_review_on"], "2026-11-30");
    office.it_is("2026-11-30");
    office.write(&case, review("30 11 2026", "medium", "21 12 2026"));
    let agreed =
        json!([{"next_review_on": "2026-12-21", "set_on": "2026-11-30", "by": PRACTITIONER, "source": "review", "reason": ""}]);
    assert_eq!(dates(&mut office, &case)["by_hand"], agreed);
    assert_eq!(owed(&mut office, &case), "2026-12-21");
}

#[test]
fn what_a_review_agrees_counts_from_when_it_is_written_on_its_day_and_beats_a_date_set_earlier_that_day() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    office.the_clock_says("2026-11-16T09:00:00Z").ask("set_review_date", set(&case, "14 12 2026", "The chair asks for it."));
    office.the_clock_says("2026-11-16T15:00:00Z");
    let held = office.write(&case, review("16 11 2026", "medium", "27 11 2026"));
    assert_eq!(owed(&mut office, &case), "2026-11-27");
    assert_eq!(office.ask("list_cases", json!({}))["rows"][0]["next_review_on"], "2026-11-27");
    office.the_clock_says("2026-11-16T16:00:00Z").ask("set_review_date", set(&case, "4 12 2026", "The school asks."));
    assert_eq!(owed(&mut office, &case), "2026-12-04", "set by hand after it");
    // Put in other words later and signed, the review agreed its date when it was first written.
    office.submit(&held);
    office.it_is("2026-11-17").as_person(MANAGER).sign_off(&held, "medium").unwrap();
    let mut again = review("16 11 2026", "medium", "27 11 2026");
    again["changed_by_views"] = json!("The place and the time were changed.");
    let change = json!({"reference": case, "item_id": held["item_id"], "based_on": held["hash"], "content": again});
    let second = office.as_person(PRACTITIONER).ask("record_item", change);
    office.submit(&second);
    office.as_person(MANAGER).sign_off(&second, "medium").unwrap();
    assert_eq!(owed(&mut office, &case), "2026-12-04");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn what_a_review_written_on_a_later_day_agreed_beats_a_date_set_on_its_day() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    office.the_clock_says("2026-11-16T16:00:00Z").ask("set_review_date", set(&case, "14 12 2026", "The chair asks for it."));
    office.it_is("2026-11-17");
    office.write(&case, review("16 11 2026", "medium", "27 11 2026"));
    assert_eq!(owed(&mut office, &case), "2026-11-27");
    // Of two reviews of one day the earlier date counts, whichever was written first: the other would hide that it is missed.
    office.write(&case, review("16 11 2026", "medium", "11 12 2026"));
    assert_eq!(owed(&mut office, &case), "2026-11-27");
    office.write(&case, review("16 11 2026", "medium", "20 11 2026"));
    assert_eq!(owed(&mut office, &case), "2026-11-20");
    assert_eq!(office.ask("list_cases", json!({}))["rows"][0]["next_review_on"], "2026-11-20");
    // A date set since then counts.
    office.ask("set_review_date", set(&case, "4 12 2026", "The school asks."));
    assert_eq!(owed(&mut office, &case), "2026-12-04");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn what_a_tracker_says_is_shown_as_reported() {
    let mut office = Office::on("2026-11-02");
    let path = office.path().join("tracker.csv");
    let text = "Child ID,Date of referral,Risk level,Last review,Next review due\n90001,01/06/2026,Low,12/10/2026,07/12/2026\n";
    std::fs::write(&path, text).unwrap();
    let done = office.as_person(MANAGER).ask("import_tracker", json!({"path": path}));
    let case = done["rows"][0]["reference"].as_str().unwrap().to_owned();
    let reported =
        json!([{"next_review_on": "2026-12-07", "set_on": "2026-10-12", "by": "", "source": "reported", "reason": ""}]);
    let seen = dates(&mut office, &case);
    assert_eq!((&seen["by_hand"], &seen["computed"]), (&reported, &json!("2027-01-04")));
}

#[test]
fn it_is_refused_in_a_sentence_and_nothing_changes() {
    let mut office = Office::on("2027-03-01");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 3 2027", "low");
    let events = office.ask("verify_register", json!({}))["events"].clone();
    let mut check = |next: &str, reason: &str, says: &str| {
        let refused = office.refused("set_review_date", set(&case, next, reason));
        assert!(refused.contains(says), "{refused}");
    };
    check("", "Because.", "next_review_on: Enter a date, for example 27 3 2026.");
    check("soon", "Because.", "next_review_on: Enter a date as day, month and year, for example 27 3 2026.");
    check("28 2 2027", "Because.", "next_review_on: This date has passed. Enter today or a later day.");
    check("29 2 2027", "Because.", "next_review_on: That date does not exist. Check the day and the month.");
    check("2 3 2028", "Because.", "next_review_on: This date is more than 366 days ahead. Enter an earlier day.");
    check("1 4 2027", "", "reason: Say why this date is set by hand.");
    check("1 4 2027", "Ask mum on 07700 900123.", "reason: This seems to hold");
    for person in [ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("set_review_date", set(&case, "1 4 2027", "Because."));
        assert!(refused.starts_with("not_allowed: Your role does not allow this."), "{refused}");
    }
    assert_eq!(office.ask("verify_register", json!({}))["events"], events);
    office.as_person(PRACTITIONER);
    for (at, next) in ["1 3 2027", "29 2 2028", "1 3 2028"].into_iter().enumerate() {
        office.ask("set_review_date", set(&case, next, "Because."));
        assert_eq!(office.ask("verify_register", json!({}))["events"], json!(events.as_u64().unwrap() + at as u64 + 1), "{next}");
    }
}

#[test]
fn a_closed_case_has_no_next_review() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    let written = office.write(&case, closure("2 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    assert_eq!(
        office.refused("set_review_date", set(&case, "1 12 2026", "Because.")),
        "refused: This case closed on 2 November 2026, so it cannot be changed. Open it again if work on it goes on."
    );
    assert_eq!(dates(&mut office, &case), json!({"computed": null, "computed_says": "", "by_hand": []}));
}

#[test]
fn a_date_set_before_a_case_closed_is_no_date_after_it_is_opened_again() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    office.ask("set_review_date", set(&case, "4 12 2026", "Before the end of term."));
    let written = office.write(&case, closure("2 11 2026"));
    let sent = office.submit(&written);
    office.as_person(MANAGER).it_is("2026-11-09").sign_off(&sent, "medium").unwrap();
    let reopen = json!({"reference": case, "version": 2, "reopened_on": "9 11 2026", "reason": "Closed by mistake."});
    office.ask("reopen_case", reopen);
    let seen = dates(&mut office, &case);
    assert_eq!((&seen["computed"], &seen["by_hand"]), (&json!("2026-12-21"), &json!([])));
    assert_eq!(owed(&mut office, &case), "2026-12-21");
}
