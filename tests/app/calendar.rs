//! The calendar file of review dates: what stands in it, whose it is, and what is refused.

use std::path::{Path, PathBuf};

use caseward_casework::terminal::export_all;
use serde_json::{Value, json};

use crate::bad_input::SmallDisk;
use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PRACTITIONER, closure, id_in, review};

#[test]
fn an_open_case_has_one_event_on_the_day_of_its_next_review() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    // Owed every 42 days at medium: by 14 December.
    let owed = office.open_case("2 11 2026", "medium");
    let sooner = office.open_case("2 11 2026", "medium");
    arrange(&mut office, &sooner, "20 11 2026");
    let later = office.open_case("2 11 2026", "medium");
    arrange(&mut office, &later, "1 2 2027");
    let reviewed = office.open_case("2 11 2026", "medium");
    office.it_is("2026-11-23");
    office.write(&reviewed, review("23 11 2026", "medium", "7 12 2026"));
    let closed = close(&mut office);
    office.as_person(PRACTITIONER);
    let (answer, events) = exported(&mut office, "all");
    assert_eq!(answer["reviews"], 4);
    assert_eq!(answer["file"], office.path().join("all.ics").display().to_string());
    let day = |case: &str| events.iter().find(|event| event.uid == format!("{case}@caseward")).map(|event| event.on.as_str());
    assert_eq!(day(&sooner), Some("20261120"), "overdue, and still its day");
    assert_eq!(day(&owed), Some("20261214"));
    assert_eq!(day(&later), Some("20261214"), "a date too late does not put off what is owed");
    assert_eq!(day(&reviewed), Some("20261207"));
    assert_eq!(day(&closed), None);
    assert!(events.is_sorted_by(|a, b| a.on <= b.on), "soonest first");
}

#[test]
fn the_file_says_the_reference_and_nothing_else_of_the_child() {
    const MARKED: &str = "Marmaladefalcon";
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let tom = office.person(PRACTITIONER);
    let request =
        json!({"opened_on": "1 11 2026", "level": "high", "facts": {"sex": "F"}, "team": "North locality", "practitioner": tom});
    let case = office.ask("open_case", request)["reference"].as_str().unwrap().to_owned();
    let mut held = review("20 11 2026", "high", "1 12 2026");
    held["changed_by_views"] = json!(MARKED);
    office.write(&case, held);
    exported(&mut office, "mine");
    let file = std::fs::read_to_string(office.path().join("mine.ics")).unwrap();
    let lines: Vec<&str> = file.split("\r\n").collect();
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Caseward//Review dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "DTEND;VALUE=DATE:20261202",
        lines.iter().find(|line| line.starts_with("DTSTAMP:20261123T12")).unwrap(),
        "DTSTART;VALUE=DATE:20261201",
        &format!("SUMMARY:Review {case}"),
        "TRANSP:TRANSPARENT",
        &format!("UID:{case}@caseward"),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_case_keeps_its_uid_when_its_day_moves() {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "medium");
    let before = exported(&mut office, "all").1;
    arrange(&mut office, &case, "20 11 2026");
    let after = exported(&mut office, "all").1;
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_eq!(before[0].uid, after[0].uid);
    assert_ne!(before[0].on, after[0].on);
    assert!(before[0].stamp < after[0].stamp);
}

#[test]
fn it_is_mine_my_teams_or_everybodys() {
    let mut office = Office::on("2026-11-23");
    office.as_person(ADMINISTRATOR);
    office.ask("record_team", json!({"name": "South locality"}));
    let people = office.ask("list_people", json!({}));
    let ids = [PRACTITIONER, MANAGER, OTHER_MANAGER].map(|name| id_in(&people, name));
    office.as_person(PRACTITIONER);
    let mut open = |team: &str, practitioner: &Value, manager: &Value| {
        let request = json!({"opened_on": "2 11 2026", "level": "low", "facts": {}, "team": team, "practitioner": practitioner, "manager": manager});
        office.ask("open_case", request);
    };
    open("North locality", &ids[0], &ids[1]);
    open("North locality", &json!(null), &ids[2]);
    open("South locality", &ids[0], &json!(null));
    open("", &json!(null), &ids[1]);
    let events = |office: &mut Office, person: &str, whose: &str| exported(office.as_person(person), whose).1.len();
    assert_eq!(events(&mut office, PRACTITIONER, "mine"), 2);
    assert_eq!(events(&mut office, MANAGER, "mine"), 2, "as practitioner or as manager");
    assert_eq!(events(&mut office, OTHER_MANAGER, "all"), 4);
    let path = office.path().join("team.ics");
    let refused = office.refused("export_calendar", json!({"whose": "my_team", "path": path}));
    assert_eq!(refused, "refused: You have no team yet. Ask your administrator to say which team is yours.");
    office.as_person(ADMINISTRATOR);
    let change = json!({"id": ids[2], "name": OTHER_MANAGER, "roles": ["manager"], "active": true, "team": "North locality"});
    office.ask("change_person", change);
    assert_eq!(events(&mut office, OTHER_MANAGER, "my_team"), 2);
}

#[test]
fn a_path_that_will_not_do_is_refused_and_nothing_is_written_or_recorded() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let path = office.path().join("reviews.ics");
    let refused = office.refused("export_calendar", json!({"whose": "all", "path": path}));
    assert_eq!(refused, "refused: None of these cases is open and has a next review, so there is nothing to save.");
    assert!(!path.exists());
    office.open_case("2 11 2026", "medium");
    let kept = office.path().join("kept.txt");
    std::fs::write(&kept, "untouched").unwrap();
    std::os::unix::fs::symlink(&kept, office.path().join("link.ics")).unwrap();
    std::fs::create_dir(office.path().join("folder.ics")).unwrap();
    let head = office.ask("verify_register", json!({}))["head"].clone();
    let before = names_in(office.path());
    for (name, says) in [
        ("", "path: Choose where to save the calendar file."),
        ("reviews", "path: The name of a calendar file ends in .ics."),
        ("reviews.csv", "path: The name of a calendar file ends in .ics."),
        (".ics", "path: The name of a calendar file ends in .ics."),
        ("none/reviews.ics", "There is no such folder."),
        ("kept.txt/reviews.ics", "NotADirectory"),
        ("link.ics", "There is a link where the file should go."),
        ("folder.ics", "There is a folder of this name."),
    ] {
        let path = if name.is_empty() { PathBuf::new() } else { office.path().join(name) };
        let refused = office.refused("export_calendar", json!({"whose": "all", "path": path}));
        assert!(refused.contains(says), "{name}: {refused}");
    }
    assert_eq!(names_in(office.path()), before);
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "untouched");
    assert_eq!(office.ask("verify_register", json!({}))["head"], head, "a refusal is no export");
    for person in [ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("export_calendar", json!({"whose": "all", "path": path}));
        assert!(refused.starts_with("not_allowed: "), "{refused}");
    }
}

#[test]
fn a_full_disk_leaves_the_earlier_file_as_it_was() {
    let Some(disk) = SmallDisk::of("64k") else { return };
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let path = disk.0.path().join("reviews.ics");
    for _ in 0..20 {
        office.open_case("2 11 2026", "medium");
    }
    office.ask("export_calendar", json!({"whose": "all", "path": path}));
    let earlier = std::fs::read(&path).unwrap();
    let mut filler = std::fs::File::create(disk.0.path().join("filler")).unwrap();
    while std::io::Write::write(&mut filler, &[0; 512]).is_ok_and(|written| written > 0) {}
    let refused = office.refused("export_calendar", json!({"whose": "all", "path": path}));
    assert!(refused.contains("The disk is full. Nothing was saved."), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), earlier);
    assert_eq!(names_in(disk.0.path()), ["filler", "reviews.ics"]);
}

#[test]
fn an_export_is_one_event_that_says_how_many_and_for_whom() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let tom = office.person(PRACTITIONER);
    for _ in 0..3 {
        office.ask("open_case", json!({"opened_on": "2 11 2026", "level": "low", "facts": {}, "practitioner": tom}));
    }
    let before = events_of(office.as_person(ADMINISTRATOR)).len();
    exported(office.as_person(PRACTITIONER), "mine");
    let events = events_of(office.as_person(ADMINISTRATOR));
    // To leave with everything is an event too.
    let since: Vec<_> = events[before..].iter().filter(|(op, _)| op != "export_all").collect();
    assert_eq!(since, [&("export_calendar".to_owned(), json!({"whose": "mine", "reviews": 3}))]);
}

fn arrange(office: &mut Office, case: &str, next: &str) {
    let content =
        json!({"kind": "review_arrangement", "next_review_on": next, "chair_role": "Team manager", "agencies": ["Police"]});
    let written = office.write(case, content);
    office.submit(&written);
}

/// A case that was closed with a signed closure.
fn close(office: &mut Office) -> String {
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 11 2026", "low");
    let sent = office.write(&case, closure("23 11 2026"));
    let sent = office.submit(&sent);
    office.as_person(MANAGER).sign_off(&sent, "low").unwrap();
    case
}

/// What a calendar program reads of one event.
#[derive(Debug, PartialEq, Eq)]
struct Event {
    uid: String,
    on: String,
    stamp: String,
}

/// The answer of the verb, and the events of its file.
fn exported(office: &mut Office, whose: &str) -> (Value, Vec<Event>) {
    let path = office.path().join(format!("{whose}.ics"));
    let answer = office.ask("export_calendar", json!({"whose": whose, "path": path}));
    // RFC 5545, 3.1: a line that begins with a space goes on from the one before.
    let file = std::fs::read_to_string(&path).unwrap().replace("\r\n ", "");
    let events: Vec<Event> = file
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|event| {
            let value = |name: &str| {
                let line = event.split("\r\n").find_map(|line| line.strip_prefix(name));
                line.unwrap_or_else(|| panic!("{name} in {event}")).to_owned()
            };
            let reference = value("SUMMARY:Review ");
            assert_eq!(value("UID:"), format!("{reference}@caseward"));
            Event { uid: value("UID:"), on: value("DTSTART;VALUE=DATE:"), stamp: value("DTSTAMP:") }
        })
        .collect();
    assert_eq!(answer["reviews"], events.len());
    (answer, events)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Each event of the audit with its payload, in order.
fn events_of(office: &mut Office) -> Vec<(String, Value)> {
    let out = office.path().join("export.jsonl");
    export_all(&mut office.desk, &out).unwrap();
    let rows: Vec<Value> =
        std::fs::read_to_string(&out).unwrap().lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    std::fs::remove_file(&out).unwrap();
    let payload = |sequence: &Value| {
        let row = rows.iter().find(|row| row["table"] == "event_payload" && row["sequence"] == *sequence).unwrap();
        serde_json::from_str(row["payload"].as_str().unwrap()).unwrap()
    };
    let events = rows.iter().filter(|row| row["table"] == "event");
    events.map(|row| (row["op"].as_str().unwrap().to_owned(), payload(&row["sequence"]))).collect()
}

#[test]
fn a_file_whose_export_the_register_cannot_record_is_not_left_behind() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    office.open_case("2 11 2026", "medium");
    let path = office.path().join("reviews.ics");
    office.it_is("2026-10-01");
    let refused = office.refused("export_calendar", json!({"whose": "all", "path": path}));
    assert!(refused.starts_with("register: This machine’s clock says"), "{refused}");
    assert!(!path.exists() && !office.path().join("reviews.ics.part").exists());
}
