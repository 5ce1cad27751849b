//! `flags` on a past day, compared with a plain, slow reckoning from the same facts.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Data, Reader, Xlsx, open_workbook};
use caseward_casework::terminal::all_flags;
use chrono::{Days, Months, NaiveDate};
use serde_json::json;

use crate::office::{MANAGER, Office, assessment, data, review};
use crate::tracker::import;

const NO_REVIEW: [&str; 6] = [
    "never_reviewed",
    "no_next_review_date",
    "next_review_too_late",
    "review_overdue",
    "review_not_signed",
    "review_without_voice",
];

type Rules = BTreeSet<String>;

#[test]
fn flags_on_two_days_are_exactly_those_of_a_slow_reckoning() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let done = import(&mut office, true);
    let references: BTreeMap<u64, String> = done["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["reference"].as_str().unwrap().to_owned()))
        .collect();
    for (day, flagged) in [("2026-09-30", 185), ("2026-03-31", 148)] {
        let expected = reckon(day.parse().unwrap(), &references);
        let mut found: BTreeMap<String, Rules> = BTreeMap::new();
        for flag in all_flags(&mut office.desk, Some(day), None).unwrap() {
            if NO_REVIEW.contains(&flag.rule.as_str()) {
                found.entry(flag.reference.to_string()).or_default().insert(flag.rule.as_str().to_owned());
            }
        }
        assert_eq!(found.len(), flagged, "cases flagged on {day}");
        assert_eq!(found, expected, "on {day}");
    }
}

/// The no-review rules of DESIGN section 4, straight from the rows of the workbook, with nothing of the program's own.
fn reckon(day: NaiveDate, references: &BTreeMap<u64, String>) -> BTreeMap<String, Rules> {
    let mut workbook: Xlsx<_> = open_workbook(data("cse_tracker.xlsx")).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let mut flags = BTreeMap::new();
    for (place, row) in sheet.rows().enumerate().filter(|(place, _)| references.contains_key(&(*place as u64 + 1))) {
        let opened = date(&row[6]).unwrap();
        let closed = date(&row[20]);
        if day < opened || closed.is_some_and(|closed| day >= closed) {
            continue;
        }
        let days = match row[11].to_string().to_lowercase().chars().next() {
            Some('m') => 42,
            Some('l') => 84,
            // High; and a blank never buys time.
            _ => 28,
        };
        let reported = date(&row[16]);
        let last = reported.filter(|last| *last <= day);
        // A date in the tracker was arranged at the last review, or at opening where there was none.
        let arranged = date(&row[17]).filter(|_| reported.is_none() || last.is_some());
        let anchor = last.unwrap_or(opened);
        let interval = anchor + Days::new(days);
        let mut rules = Rules::new();
        if day > arranged.map_or(interval, |next| next.min(interval)) {
            rules.insert(if last.is_some() { "review_overdue" } else { "never_reviewed" }.to_owned());
        }
        if arranged.is_none() && day > anchor {
            rules.insert("no_next_review_date".to_owned());
        }
        if arranged.is_some_and(|next| next > interval.min(anchor + Months::new(3))) && day > anchor {
            rules.insert("next_review_too_late".to_owned());
        }
        if last.is_some() && day > anchor && matches!(row[18].to_string().as_str(), "" | "PN4" | "PN7") {
            rules.insert("review_without_voice".to_owned());
        }
        if !rules.is_empty() {
            flags.insert(references[&(place as u64 + 1)].clone(), rules);
        }
    }
    flags
}

fn date(cell: &Data) -> Option<NaiveDate> {
    match cell {
        Data::DateTime(found) => Some(found.as_datetime().unwrap().date()),
        Data::String(text) => NaiveDate::parse_from_str(text, "%d/%m/%Y").ok(),
        _ => None,
    }
}

#[test]
fn the_whole_way_from_a_flag_to_none() {
    let mut office = Office::on("2026-11-23");
    office.as_person(crate::office::PRACTITIONER);
    let case = office.open_case("1 10 2026", "medium");
    assert_eq!(office.flags_of(&case), ["never_reviewed", "no_next_review_date"]);
    let written = office.write(&case, assessment("medium", "20 11 2026", "Seen twice at school."));
    let sent = office.submit(&written);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(crate::office::PRACTITIONER);
    office.write(&case, review("23 11 2026", "medium", "14 12 2026"));
    assert!(office.flags_of(&case).is_empty(), "the review is held and the next one arranged");
    let case_view = office.ask("view_case", json!({"reference": case}));
    assert_eq!(case_view["level"]["confirmed"], true);
}

#[test]
fn what_is_due_on_a_day_may_be_done_on_that_day() {
    let mut office = Office::on("2026-03-02");
    office.as_person(crate::office::PRACTITIONER);
    let case = office.open_case("2 3 2026", "medium");
    office.it_is("2026-04-13");
    assert!(!office.flags_of(&case).contains(&"never_reviewed".to_owned()), "42 days after opening");
    office.it_is("2026-04-14");
    assert!(office.flags_of(&case).contains(&"never_reviewed".to_owned()), "the day after");
}

#[test]
fn the_worklist_of_today_is_the_list_of_flags_of_today() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    let all = all_flags(&mut office.desk, None, None).unwrap();
    let mut paged = Vec::new();
    loop {
        let page = office.ask("list_flags", json!({"offset": paged.len(), "limit": 37}));
        let rows = page["rows"].as_array().unwrap().clone();
        if rows.is_empty() {
            let counts = &page["counts"];
            assert_eq!(counts["critically_overdue"].as_u64().unwrap() + counts["overdue"].as_u64().unwrap(), all.len() as u64);
            break;
        }
        paged.extend(rows);
    }
    let key = |reference: String, rule: String| format!("{reference} {rule}");
    let expected: BTreeSet<String> = all.iter().map(|f| key(f.reference.to_string(), f.rule.as_str().to_owned())).collect();
    let text = |flag: &serde_json::Value, name: &str| flag[name].as_str().unwrap().to_owned();
    let found: BTreeSet<String> = paged.iter().map(|f| key(text(f, "reference"), text(f, "rule"))).collect();
    assert_eq!(paged.len(), all.len());
    assert_eq!(found, expected);
}
