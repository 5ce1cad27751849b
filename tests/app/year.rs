//! The flags of every day of a year, as the program answers on that day, against a slow reckoning of the same facts that
//! was written apart from it.
//!
//! `CASEWARD_YEAR_CASES` is how many cases the demonstration has, 300 unless it says otherwise; `CASEWARD_YEAR_SEED` another
//! seed for the work done by chance.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use caseward_casework::terminal::{all_flags, demo, export_all};
use caseward_casework::{Desk, call};
use chrono::{Days, NaiveDate, TimeZone, Utc};
use serde_json::json;

use crate::office::{ADMINISTRATOR, MANAGER, Office, PASSPHRASE, at};
use crate::reckoning::{Facts, Worked, flags_of_all, flags_on, read, work_by_chance};
use crate::tracker::import;

const TODAY: &str = "2026-11-23";

#[test]
fn on_every_day_of_a_year_the_flags_of_the_demonstration_are_those_of_the_slow_reckoning() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(|| at(TODAY)));
    demo(&mut desk, asked("CASEWARD_YEAR_CASES", 300), 1, &mut |_, _| {}).unwrap();
    let facts = facts_of(&mut desk, folder.path());
    let days: Vec<NaiveDate> = the_year().collect();
    assert_eq!((days.len(), days[365]), (366, TODAY.parse().unwrap()));
    let agreed = compare(&mut desk, &facts, &days);
    // What the demonstration never does is left to chance, below.
    for rule in RULES.iter().filter(|rule| **rule != "changed_since_signed") {
        assert!(agreed.contains_key(*rule), "no case of the demonstration had {rule}");
    }
}

#[test]
fn a_policy_that_tightens_and_one_that_loosens_are_reckoned_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(AtomicI64::new(at("2026-03-02").timestamp()));
    let ticking = Arc::clone(&clock);
    let now = move || Utc.timestamp_opt(ticking.fetch_add(1, Ordering::SeqCst), 0).unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(now));
    let made = json!({"authority": "Test Council", "person_name": ADMINISTRATOR, "passphrase": PASSPHRASE});
    call(&mut desk, "create_register", made).unwrap();
    record_policy(&mut desk, "1 5 2026", [("high", 21, 2), ("medium", 28, 2), ("low", 56, 2)], [30, 5, 3, 3, 3, 48, 21]);
    clock.store(at("2026-06-01").timestamp(), Ordering::SeqCst);
    record_policy(&mut desk, "1 9 2026", [("high", 35, 4), ("medium", 56, 4), ("low", 112, 4)], [60, 15, 10, 8, 8, 96, 42]);
    clock.store(at(TODAY).timestamp(), Ordering::SeqCst);
    demo(&mut desk, 150, 2, &mut |_, _| {}).unwrap();
    let facts = facts_of(&mut desk, folder.path());
    let near =
        |day: &NaiveDate| ["2026-04", "2026-05-0", "2026-08-3", "2026-09-0"].iter().any(|near| day.to_string().starts_with(near));
    let days: Vec<NaiveDate> =
        the_year().enumerate().filter(|(place, day)| place % 6 == 0 || near(day)).map(|(_, day)| day).collect();
    compare(&mut desk, &facts, &days);
}

/// A policy from a day on: for each level its interval in days and its ceiling in months; and the clocks.
fn record_policy(desk: &mut Desk, from: &str, levels: [(&str, u32, u32); 3], clocks: [u32; 7]) {
    let mut policy = call(desk, "view_policy", json!({})).unwrap()["policies"][0].clone();
    policy["effective_from"] = json!(from);
    for (rule, (level, days, months)) in policy["levels"].as_array_mut().unwrap().iter_mut().zip(levels) {
        assert_eq!(rule["level"], level);
        (rule["review_every_days"], rule["ceiling_months"]) = (json!(days), json!(months));
    }
    let names = ["assessment_authorised", "plan_in_place", "sign_off_decided", "review_signed", "change_resubmitted"];
    for (name, limit) in names.iter().chain(&["return_interview_hours", "plan_update_days"]).zip(clocks) {
        policy["clocks"][name] = json!(limit);
    }
    call(desk, "record_policy", policy).unwrap();
}

#[test]
fn what_a_tracker_reports_is_reckoned_the_same() {
    let mut office = Office::on(TODAY);
    office.as_person(MANAGER);
    import(&mut office, true);
    let facts = facts_of_office(&mut office);
    // And the weeks to come, in which a plan falls due after an assessment that was reported as signed.
    let days: Vec<NaiveDate> = the_year().next().unwrap().iter_days().step_by(8).take(60).collect();
    compare(&mut office.desk, &facts, &days);
}

#[test]
fn work_done_by_chance_is_reckoned_the_same() {
    let Worked { mut office, days, done, .. } = work_by_chance("2025-12-01", 9, asked("CASEWARD_YEAR_SEED", 1), false);
    println!("{done:?}");
    let facts = facts_of_office(&mut office);
    let agreed = compare(&mut office.desk, &facts, &days);
    for rule in RULES {
        assert!(agreed.contains_key(rule), "chance never came to {rule}");
    }
}

/// The law itself, without a reckoning: work is recorded as it happens, and each day is asked at its end and once more when
/// all is done.
#[test]
fn what_was_flagged_on_a_day_when_it_was_asked_on_that_day_is_flagged_on_it_ever_after() {
    let Worked { mut office, done, asked, .. } = work_by_chance("2025-12-01", 9, asked("CASEWARD_YEAR_SEED", 1), true);
    println!("{done:?}");
    let (mut stood, mut differ) = (0, 0);
    for (day, then) in &asked {
        let now = flags_of_all(&mut office, *day);
        stood += now.len();
        for lost in then.iter().filter(|flag| !now.contains(flag)) {
            println!("{day}: {lost:?} stood then and is gone");
        }
        for new in now.iter().filter(|flag| !then.contains(flag)) {
            println!("{day}: {new:?} did not stand then");
        }
        differ += usize::from(*then != now);
    }
    assert_eq!(differ, 0, "days of {} that are told otherwise now", asked.len());
    assert!(stood > 5_000, "{stood}");
}

const RULES: [&str; 15] = [
    "never_reviewed",
    "no_next_review_date",
    "next_review_too_late",
    "review_overdue",
    "review_not_signed",
    "review_without_voice",
    "assessment_not_signed",
    "plan_not_signed",
    "arrangement_not_signed",
    "decision_waiting",
    "changed_since_signed",
    "action_overdue",
    "plan_not_updated",
    "return_interview",
    "level_missing",
];

/// The 366 days that end today.
fn the_year() -> impl Iterator<Item = NaiveDate> {
    let today: NaiveDate = TODAY.parse().unwrap();
    (today - Days::new(365)).iter_days().take(366)
}

/// What a variable of the environment says, or the number that holds otherwise.
#[allow(clippy::disallowed_methods, reason = "how much is compared is for whoever runs the tests to say")]
fn asked<T: std::str::FromStr>(variable: &str, otherwise: T) -> T {
    std::env::var(variable).map_or(otherwise, |text| text.parse().ok().unwrap())
}

fn facts_of(desk: &mut Desk, folder: &Path) -> Facts {
    let export = folder.join("export.jsonl");
    export_all(desk, &export).unwrap();
    read(&export)
}

/// Leaves a manager at the desk.
fn facts_of_office(office: &mut Office) -> Facts {
    office.as_person(ADMINISTRATOR);
    let folder = office.path().to_owned();
    let facts = facts_of(&mut office.desk, &folder);
    office.as_person(MANAGER);
    facts
}

/// Compares day by day, prints every difference as a span of days, and gives how many flags of each rule agreed.
fn compare(desk: &mut Desk, facts: &Facts, days: &[NaiveDate]) -> BTreeMap<String, usize> {
    let mut agreed: BTreeMap<String, usize> = BTreeMap::new();
    let mut spans: BTreeMap<(String, String, usize, usize), Vec<NaiveDate>> = BTreeMap::new();
    for day in days {
        let mut answers: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
        for flag in all_flags(desk, Some(&day.to_string()), None).unwrap() {
            answers.entry((flag.reference.to_string(), flag.rule.as_str().to_owned())).or_default().0 += 1;
        }
        for case in &facts.cases {
            for (rule, count) in flags_on(facts, case, *day) {
                answers.entry((case.reference.clone(), rule.to_owned())).or_default().1 = count;
            }
        }
        for ((reference, rule), (program, slow)) in answers {
            if program == slow {
                *agreed.entry(rule).or_default() += program;
            } else {
                spans.entry((rule, reference, program, slow)).or_default().push(*day);
            }
        }
    }
    println!("{} days; flags that agreed: {agreed:?}", days.len());
    for ((rule, reference, program, slow), days) in spans.iter().take(200) {
        let (first, last) = (days[0], days[days.len() - 1]);
        println!("{rule} on {reference}, {} days from {first} to {last}: program {program}, reckoning {slow}", days.len());
    }
    assert!(spans.is_empty(), "the program and the slow reckoning differ on {} cases and rules", spans.len());
    agreed
}
