//! The list of bank holidays, which an authority keeps for as long as it uses the program: the years to come, and a day more
//! in a year that is known.

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, MANAGER, Office, PRACTITIONER, assessment};

/// The list that comes with the program ends with 2028.
const YEAR_2029: [(&str, &str); 8] = [
    ("1 1 2029", "New Year’s Day"),
    ("30 3 2029", "Good Friday"),
    ("2 4 2029", "Easter Monday"),
    ("7 5 2029", "Early May bank holiday"),
    ("28 5 2029", "Spring bank holiday"),
    ("27 8 2029", "Summer bank holiday"),
    ("25 12 2029", "Christmas Day"),
    ("26 12 2029", "Boxing Day"),
];

fn list(known_to: &str, holidays: &[(&str, &str)]) -> Value {
    let days: Vec<Value> = holidays.iter().map(|(day, title)| json!({"day": day, "title": title})).collect();
    json!({"known_to": known_to, "holidays": days})
}

fn titles(view: &Value, day: &str) -> Vec<String> {
    let holidays = view["bank_holidays"].as_array().unwrap().iter();
    holidays.filter(|holiday| holiday["day"] == day).map(|holiday| holiday["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_years_to_come_are_added_and_working_days_are_counted_in_them() {
    let mut office = Office::on("2028-12-20");
    office.as_person(PRACTITIONER);
    let case = office.open_case("20 12 2028", "medium");
    let sent = {
        let written = office.write(&case, assessment("medium", "20 12 2028", "Seen at school."));
        office.submit(&written)
    };
    let due = |office: &mut Office| {
        let seen = office.ask("view_case", json!({"reference": case}));
        let ahead = seen["ahead"].as_array().unwrap().iter();
        ahead.filter(|duty| duty["rule"] == "assessment_not_signed").map(|duty| duty["due_on"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(due(&mut office), [Value::Null], "past the end of the list nothing is guessed: {sent}");
    office.as_person(ADMINISTRATOR);
    let view = office.ask("record_bank_holidays", list("31 12 2029", &YEAR_2029));
    assert_eq!((&view["bank_holidays_known_to"], &view["bank_holidays_end_soon"]), (&json!("2029-12-31"), &json!(false)));
    assert_eq!(titles(&view, "2029-03-30"), ["Good Friday"]);
    office.as_person(PRACTITIONER);
    // 45 working days: five in December but for Christmas and Boxing Day, and from January on all but New Year’s Day.
    assert_eq!(due(&mut office), [json!("2029-02-26")]);
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_special_day_is_added_to_a_year_that_is_known_and_moves_only_what_is_due_from_it_on() {
    let mut office = Office::on("2026-05-01");
    office.as_person(PRACTITIONER);
    let (early, late) = (office.open_case("1 4 2026", "medium"), office.open_case("29 4 2026", "medium"));
    let due = |office: &mut Office, case: &str| {
        let seen = office.ask("view_case", json!({"reference": case}));
        let ahead = seen["ahead"].as_array().unwrap().iter();
        ahead.filter(|duty| duty["rule"] == "assessment_not_signed").map(|duty| duty["due_on"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((due(&mut office, &early), due(&mut office, &late)), (vec![json!("2026-06-09")], vec![json!("2026-07-03")]));
    office.as_person(ADMINISTRATOR);
    let view = office.ask("record_bank_holidays", list("31 12 2028", &[("15 6 2026", "A day of celebration")]));
    assert_eq!(
        (titles(&view, "2026-06-15"), &view["bank_holidays_known_to"]),
        (vec!["A day of celebration".to_owned()], &json!("2028-12-31"))
    );
    office.as_person(PRACTITIONER);
    assert_eq!((due(&mut office, &early), due(&mut office, &late)), (vec![json!("2026-06-09")], vec![json!("2026-07-06")]));
    let seen = office.ask("view_case", json!({"reference": late}));
    assert!(seen["ahead"].to_string().contains("A day of celebration, 15 June 2026"), "the explanation names it");
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn a_list_that_cannot_be_right_is_refused_and_nothing_changes() {
    let mut office = Office::on("2026-05-01");
    office.as_person(ADMINISTRATOR);
    let before = office.ask("view_policy", json!({}));
    let mut check = |request: Value, says: &str| {
        let refused = office.refused("record_bank_holidays", request);
        assert!(refused.contains(says), "{refused}");
    };
    check(
        list("31 12 2028", &[("30 4 2026", "Yesterday")]),
        "holidays.0.day: This day is past, and what was due then stays as it was.",
    );
    check(list("31 12 2028", &[("1 1 2029", "New Year’s Day")]), "holidays.0.day: This day is after the last day of the list.");
    check(list("30 12 2028", &[("15 6 2026", "Sooner")]), "known_to: This date is before the end of the list that is there,");
    check(list("31 12 2028", &[("15 6 2026", " ")]), "holidays.0.title: Enter the name of the bank holiday.");
    check(list("31 12 2028", &[("31 6 2026", "None")]), "holidays.0.day: That date does not exist.");
    check(list("31 12 2028", &[]), "holidays: Enter the bank holidays from gov.uk/bank-holidays, England and Wales.");
    check(list("31 12 2029", &YEAR_2029[..7]), "holidays: Only 7 of these are in 2029, and every year has at least 8.");
    check(list("31 12 2030", &YEAR_2029), "holidays: Only 0 of these are in 2030");
    check(list("", &YEAR_2029), "known_to: Enter a date");
    assert_eq!(office.ask("view_policy", json!({})), before);
}

#[test]
fn six_months_before_the_list_ends_the_start_page_says_so_until_it_is_longer() {
    let mut office = Office::on("2028-06-29");
    office.as_person(MANAGER);
    assert_eq!(office.ask("start_page", json!({}))["bank_holidays_end"], Value::Null);
    office.it_is("2028-06-30").as_person(ADMINISTRATOR);
    assert_eq!(office.ask("start_page", json!({}))["bank_holidays_end"], "2028-12-31");
    assert_eq!(office.ask("view_policy", json!({}))["bank_holidays_end_soon"], true);
    office.ask("record_bank_holidays", list("31 12 2029", &YEAR_2029));
    assert_eq!(office.ask("start_page", json!({}))["bank_holidays_end"], Value::Null);
    // A register that nobody opened for a year is given the days that passed meanwhile.
    office.it_is("2031-02-03");
    let days_of = |year: &str| YEAR_2029.iter().map(|(day, title)| (day.replace("2029", year), *title)).collect::<Vec<_>>();
    let days = days_of("2030");
    let days: Vec<(&str, &str)> = days.iter().map(|(day, title)| (day.as_str(), *title)).collect();
    let view = office.ask("record_bank_holidays", list("31 12 2030", &days));
    assert_eq!((&view["bank_holidays_known_to"], &view["bank_holidays_end_soon"]), (&json!("2030-12-31"), &json!(true)));
}
