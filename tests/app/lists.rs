//! The lists of a period: children's voice, missing children, changes of worker. Their numbers are those of a plain recount
//! of the rows that `export-all` writes, which shares nothing with the program.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use caseward_casework::terminal::export_all;
use chrono::{Days, NaiveDate, NaiveDateTime};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PRACTITIONER, copy, review};

const TODAY: &str = "2027-01-22";
const LISTS: [&str; 3] = ["list_voice", "list_missing", "list_worker_changes"];
const NORTH: &str = "North locality";

#[test]
fn rates_and_totals_are_those_of_a_plain_recount() {
    let mut office = busy();
    let tables = tables(office.as_person(ADMINISTRATOR));
    office.as_person(MANAGER);
    let teams: Vec<String> = tables["team"].iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert!(teams.len() > 1, "{teams:?}");
    let asked = [None].into_iter().chain(teams.iter().map(|name| Some(name.as_str())));
    let mut counted = 0;
    for team in asked {
        for (from, to) in
            [("2026-10-23", TODAY), ("2026-11-23", "2026-12-24"), ("2026-01-01", "2026-10-31"), ("2026-12-01", "2026-12-01")]
        {
            let recount = Recount { tables: &tables, from: day(from), to: day(to), team };
            for (verb, plain) in [
                ("list_voice", recount.voice()),
                ("list_missing", recount.missing()),
                ("list_worker_changes", recount.worker_changes()),
            ] {
                let page = office.ask(verb, json!({"from": from, "to": to, "team": team}));
                for (name, number) in plain {
                    assert_eq!(found(&page, name), number, "{verb} {name} of {team:?} from {from} to {to}");
                    counted += number;
                }
            }
        }
    }
    assert!(counted > 1_000, "{counted}");
}

/// Every per cent is of whole numbers beside it, and nothing is left out of them.
#[test]
fn in_any_period_what_is_counted_adds_up_to_the_list() {
    let mut office = busy();
    office.as_person(ANALYST);
    let (first, last) = (day("2026-06-01"), day(TODAY));
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).step_by(9).collect();
    let mut periods = 0;
    for (place, from) in days.iter().enumerate() {
        for to in days.iter().skip(place).step_by(2) {
            let asked = json!({"from": from, "to": to});
            let voice = office.ask("list_voice", asked.clone());
            assert_eq!(of(&voice["heard"]) + number(&voice["under_four"]), number(&voice["total"]), "{from} {to}");
            assert_eq!(of(&voice["changed"]), number(&voice["heard"]["hits"]), "{from} {to}");
            let missing = office.ask("list_missing", asked.clone());
            assert_eq!(of(&missing["in_time"]), number(&missing["total"]), "{from} {to}");
            assert_eq!(of(&missing["offered"]), number(&missing["total"]), "{from} {to}");
            let changes = office.ask("list_worker_changes", asked);
            assert_eq!(of(&changes["reasoned"]), number(&changes["total"]), "{from} {to}");
            for rate in [&voice["heard"], &voice["changed"], &missing["in_time"], &missing["offered"], &changes["stable"]] {
                assert!(rate["worst"].as_f64() <= rate["share"].as_f64() || rate["share"].is_null(), "{rate}");
            }
            periods += 1;
        }
    }
    assert!(periods > 100, "{periods}");
}

#[test]
fn the_voice_is_that_of_the_summary_of_the_same_period() {
    let mut office = busy();
    office.as_person(MANAGER);
    for (from, to) in [("2026-01-01", TODAY), ("2026-10-01", "2026-12-31"), ("2026-11-23", "2026-11-30")] {
        let voice = office.ask("list_voice", json!({"from": from, "to": to}));
        let summary = office.ask("view_summary", json!({"from": from, "to": to}));
        let table = summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "child-voice").unwrap();
        let shown: Vec<&Value> = table["rows"].as_array().unwrap().iter().map(|row| &row["cells"][0]["value"]).collect();
        let heard = &voice["heard"];
        let ours = [
            &voice["total"],
            &heard["hits"],
            &heard["misses"],
            &voice["under_four"],
            &heard["not_recorded"],
            &heard["share"],
            &heard["worst"],
        ];
        assert!(number(&voice["total"]) > 0);
        assert_eq!(shown[..ours.len()], ours, "{from} {to}: {table}");
    }
}

#[test]
fn pages_follow_one_another_newest_first_and_hold_every_row_once() {
    let mut office = busy();
    office.as_person(PRACTITIONER);
    for (verb, by) in LISTS.into_iter().zip(["held_on", "missing_from", "on"]) {
        let asked = |offset: usize, limit: u32| json!({"from": "2026-01-01", "to": TODAY, "offset": offset, "limit": limit});
        let whole = office.ask(verb, asked(0, 500));
        let rows = whole["rows"].as_array().unwrap();
        assert!(rows.len() > 20 && rows.len() as u64 == number(&whole["total"]), "{verb}: {}", rows.len());
        let days: Vec<&str> = rows.iter().map(|row| row[by].as_str().unwrap()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{verb}: {days:?}");
        let mut paged: Vec<Value> = Vec::new();
        loop {
            let page = office.ask(verb, asked(paged.len(), 7));
            let found = page["rows"].as_array().unwrap().clone();
            assert_eq!(page["total"], whole["total"]);
            if found.is_empty() {
                break;
            }
            paged.extend(found);
        }
        assert_eq!(&paged, rows, "{verb}");
        assert_eq!(office.ask(verb, asked(0, 0))["rows"].as_array().unwrap().len(), 1, "{verb}: a page has a row at the least");
    }
}

#[test]
fn a_period_that_cannot_be_is_named_at_its_field_and_without_one_it_is_the_last_92_days() {
    let mut office = Office::on("2026-11-23");
    for verb in LISTS {
        office.as_person(ANALYST);
        let page = office.ask(verb, json!({}));
        assert_eq!((&page["from"], &page["to"]), (&json!("2026-08-24"), &json!("2026-11-23")), "{verb}");
        let page = office.ask(verb, json!({"to": "31 3 2026"}));
        assert_eq!((&page["from"], &page["to"]), (&json!("2025-12-30"), &json!("2026-03-31")), "{verb}");
        let page = office.ask(verb, json!({"from": "29 2 2024"}));
        assert_eq!((&page["from"], &page["to"]), (&json!("2024-02-29"), &json!("2026-11-23")), "{verb}");
        for (from, to, says) in [
            ("soon", "", "from: Enter a date as day, month and year"),
            ("", "31 2 2026", "to: "),
            ("29 2 2026", "", "from: "),
            ("24 11 2026", "", "from: This date is in the future."),
            ("", "24 11 2026", "to: This date is in the future."),
            ("2 10 2026", "1 10 2026", "to: This date is before the period begins on 2 October 2026."),
            ("1 1 1066", "", "from: This date is before 1990."),
            ("soon", "later", "to: Enter a date as day, month and year"),
        ] {
            let refused = office.refused(verb, json!({"from": from, "to": to}));
            assert!(refused.starts_with("invalid: ") && refused.contains(says), "{verb} {from} {to}: {refused}");
        }
        let refused = office.as_person(ADMINISTRATOR).refused(verb, json!({}));
        assert!(refused.starts_with("not_allowed: Your role does not allow this."), "{verb}: {refused}");
    }
}

#[test]
fn an_analyst_sees_the_lists_without_their_words() {
    const MARKED: &str = "Marmaladefalcon";
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    let mut held = review("20 11 2026", "medium", "1 12 2026");
    held["changed_by_views"] = json!(format!("{MARKED} was chosen."));
    office.write(&case, held);
    let themes = format!("Met {MARKED} by the river.");
    office.ask("record_missing_episode", json!({"reference": case, "missing_from": "2 11 2026 20:00", "themes": themes}));
    for (person, reads) in [(PRACTITIONER, true), (MANAGER, true), (ANALYST, false)] {
        office.as_person(person);
        for verb in ["list_voice", "list_missing"] {
            let page = office.ask(verb, json!({}));
            assert_eq!(page["total"], 1, "{person} {verb}");
            assert_eq!(page.to_string().contains(MARKED), reads, "{person} {verb}");
        }
        let voice = office.ask("list_voice", json!({}));
        assert_eq!(voice["changed"]["hits"], 1, "{person}: the number is the same for everybody");
    }
}

#[test]
fn a_review_is_heard_by_its_code_and_the_version_signed_last_is_the_one_that_counts() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    let hold = |office: &mut Office, code: &str, changed: &str, on: &str| {
        let mut held = review(on, "medium", "");
        (held["participation"], held["changed_by_views"]) = (json!(code), json!(changed));
        office.write(&case, held)
    };
    for (code, heard) in [
        ("PN0", json!(null)),
        ("PN1", json!(true)),
        ("PN2", json!(true)),
        ("PN3", json!(true)),
        ("PN4", json!(false)),
        ("PN5", json!(true)),
        ("PN6", json!(true)),
        ("PN7", json!(false)),
    ] {
        hold(&mut office, code, " ", "20 11 2026");
        let rows = office.ask("list_voice", json!({}))["rows"].clone();
        let row = rows.as_array().unwrap().iter().find(|row| row["participation"] == code).unwrap();
        assert_eq!(row["heard"], heard, "{code}");
    }
    let voice = office.ask("list_voice", json!({}));
    let rate = |hits, misses, not_recorded, share, worst| json!({"hits": hits, "misses": misses, "not_recorded": not_recorded, "share": share, "worst": worst});
    assert_eq!(voice["heard"], rate(5, 2, 0, Some(71.4), Some(71.4)));
    assert_eq!(voice["changed"], rate(0, 0, 5, None, Some(0.0)));
    assert_eq!((&voice["under_four"], &voice["children_never_heard"], &voice["total"]), (&json!(1), &json!(0), &json!(8)));

    let signed = hold(&mut office, "PN7", "", "2 11 2026");
    let sent = office.submit(&signed);
    office.as_person(MANAGER).sign_off(&sent, "medium").unwrap();
    office.as_person(PRACTITIONER);
    let mut better = review("30 8 2026", "medium", "");
    better["held_on"] = json!("3 11 2026");
    let change = json!({"reference": case, "item_id": signed["item_id"], "based_on": signed["hash"], "content": better});
    let changed = office.ask("record_item", change);
    let on = |office: &mut Office, day: &str| office.ask("list_voice", json!({"from": day, "to": day}))["rows"].clone();
    assert_eq!(
        on(&mut office, "2 11 2026").as_array().unwrap().len(),
        1,
        "what was signed counts until the change of it is signed"
    );
    assert_eq!(on(&mut office, "3 11 2026"), json!([]));
    office.submit(&changed);
    office.as_person(MANAGER).sign_off(&changed, "medium").unwrap();
    assert_eq!(on(&mut office, "2 11 2026"), json!([]), "the version that was signed is no longer what it says");
    assert_eq!(on(&mut office, "3 11 2026")[0]["changed_by_views"], "The place was changed.");
}

#[test]
fn a_child_whose_view_reached_no_review_is_counted_once_and_one_under_four_is_not() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    for codes in [&["PN4", "PN7"][..], &["PN0"], &["PN4", "PN1"]] {
        let case = office.open_case("1 9 2026", "medium");
        for code in codes {
            let mut held = review("20 11 2026", "medium", "");
            held["participation"] = json!(code);
            office.write(&case, held);
        }
    }
    assert_eq!(office.ask("list_voice", json!({}))["children_never_heard"], 1);
}

#[test]
fn the_clock_of_an_episode_is_judged_by_what_is_known_of_its_times() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    let mut check = |returned: &str, held: &str, declined: &str, in_time: Value, hours: Value| {
        let episode = json!({
            "reference": case, "missing_from": "2026-11-02 20:00", "returned": returned, "interview_held": held,
            "interview_declined": declined,
        });
        let id = office.ask("record_missing_episode", episode)["episode_id"].clone();
        let rows = office.ask("list_missing", json!({"limit": 500}))["rows"].clone();
        let row = rows.as_array().unwrap().iter().find(|row| row["episode_id"] == id).unwrap();
        assert_eq!((&row["in_time"], &row["hours"]), (&in_time, &hours), "{returned}, {held}, {declined}");
    };
    check("", "", "", json!(null), json!(null));
    check("2026-11-03 10:00", "2026-11-06 10:00", "", json!(true), json!(72));
    check("2026-11-03 10:00", "2026-11-06 10:01", "", json!(false), json!(73));
    check("2026-11-03", "2026-11-05", "", json!(true), json!(25));
    check("2026-11-03", "2026-11-06", "", json!(null), json!(49));
    check("2026-11-03 10:00", "2026-11-06", "", json!(null), json!(62));
    check("2026-11-03", "2026-11-06 09:00", "", json!(null), json!(58));
    check("2026-11-03", "2026-11-07", "", json!(false), json!(73));
    check("2026-11-03 10:00", "", "", json!(false), json!(482));
    check("2026-11-19 10:00", "", "2026-11-19 12:00", json!(false), json!(98));
    // Its last day is today: there is time until the day ends.
    check("2026-11-20 10:00", "", "", json!(null), json!(74));
    check("2026-11-22 10:00", "", "2026-11-22 12:00", json!(null), json!(26));
    let page = office.ask("list_missing", json!({}));
    let rate = |hits, misses, not_recorded, share, worst| json!({"hits": hits, "misses": misses, "not_recorded": not_recorded, "share": share, "worst": worst});
    assert_eq!(page["in_time"], rate(2, 4, 6, 33.3, 16.7));
    // Held or declined, it was offered; after its time without a word of it, it was not.
    assert_eq!(page["offered"], rate(9, 1, 2, 90.0, 75.0));
    assert_eq!((&page["declined"], &page["hours"], &page["children_more_than_once"]), (&json!(2), &json!(72), &json!(1)));
}

#[test]
fn the_page_of_a_case_judges_an_interview_as_the_list_does() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    for (returned, held, in_time) in [
        // 80 hours, and yet on the last day.
        ("2026-11-13 09:00", "2026-11-16 17:00", json!(false)),
        ("2026-11-13 09:00", "2026-11-16 09:00", json!(true)),
        ("2026-11-13 09:00", "2026-11-16", json!(null)),
        ("2026-11-13 09:00", "", json!(false)),
        ("2026-11-22 09:00", "", json!(null)),
    ] {
        let episode =
            json!({"reference": case, "missing_from": "2026-11-12 20:00", "returned": returned, "interview_held": held});
        let id = office.ask("record_missing_episode", episode)["episode_id"].clone();
        let listed = office.ask("list_missing", json!({}))["rows"].clone();
        let seen = office.ask("view_case", json!({"reference": case}))["episodes"].clone();
        for found in [listed, seen] {
            let episodes = found.as_array().unwrap();
            let told = episodes.iter().find(|row| row["episode_id"] == id || row["id"] == id).unwrap();
            assert_eq!(told["in_time"], in_time, "{returned}, {held}");
        }
    }
}

#[test]
fn times_of_an_episode_that_cannot_be_are_refused_at_their_field() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    let mut record = |parts: &[(&str, &str)]| {
        let mut episode = json!({"reference": case, "missing_from": "20 11 2026 22:00"});
        parts.iter().for_each(|(part, at)| episode[*part] = json!(at));
        office.try_to("record_missing_episode", episode).map_err(|error| error.to_string())
    };
    let mut refused = |parts: &[(&str, &str)], says: &str| {
        let refused = record(parts).unwrap_err();
        assert!(refused.ends_with(says), "{parts:?}: {refused}");
    };
    refused(&[("returned", "20 11 2026 09:00")], "returned: This is before the child went missing. Check both times.");
    refused(&[("returned", "19 11 2026")], "returned: This is before the child went missing. Check both times.");
    let early = [("returned", "21 11 2026 12:00"), ("interview_held", "21 11 2026 08:00")];
    refused(&early, "interview_held: This is before the child returned. Check both times.");
    let early = [("returned", "21 11 2026 12:00"), ("interview_declined", "21 11 2026 11:59")];
    refused(&early, "interview_declined: This is before the child returned. Check both times.");
    refused(
        &[("interview_offered", "20 11 2026 21:00")],
        "interview_offered: This is before the child went missing. Check both times.",
    );
    // The office's clock stands at noon.
    let to_come = "returned: This time is still to come. Enter the time at which it was.";
    refused(&[("returned", "23 11 2026 14:00")], to_come);
    for parts in [
        &[("returned", "20 11 2026")][..],
        &[("returned", "20 11 2026 22:00"), ("interview_held", "20 11 2026 22:00")],
        &[("returned", "21 11 2026"), ("interview_held", "21 11 2026 08:00")],
        &[("returned", "23 11 2026 11:30")],
    ] {
        record(parts).unwrap();
    }
}

#[test]
fn the_clock_is_that_of_the_policy_on_the_day_of_the_return() {
    let mut office = Office::on("2026-08-01");
    office.as_person(MANAGER);
    let mut policy = office.ask("view_policy", json!({}))["policies"][0].clone();
    policy["effective_from"] = json!("1 10 2026");
    policy["clocks"]["return_interview_hours"] = json!(24);
    office.ask("record_policy", policy);
    office.it_is("2026-11-23");
    let case = office.open_case("1 9 2026", "medium");
    for day in ["2026-09-30", "2026-10-01"] {
        let held = day.parse::<NaiveDate>().unwrap() + Days::new(2);
        let episode = json!({
            "reference": case, "missing_from": day, "returned": format!("{day} 10:00"), "interview_held": format!("{held} 10:00"),
        });
        office.ask("record_missing_episode", episode);
    }
    let page = office.ask("list_missing", json!({}));
    assert_eq!(page["hours"], 24);
    let judged: Vec<(&str, &Value)> =
        page["rows"].as_array().unwrap().iter().map(|row| (row["missing_from"].as_str().unwrap(), &row["in_time"])).collect();
    assert_eq!(judged, [("2026-10-01", &json!(false)), ("2026-09-30", &json!(true))]);
}

#[test]
fn the_first_worker_is_no_change_and_each_change_says_who_and_why() {
    let mut office = Office::on("2026-09-01");
    office.as_person(MANAGER);
    let [tom, maria, grace] = [PRACTITIONER, MANAGER, OTHER_MANAGER].map(|name| office.person(name));
    let open = |office: &mut Office, practitioner: &Value, manager: &Value| {
        let request =
            json!({"opened_on": "1 9 2026", "level": "low", "facts": {}, "practitioner": practitioner, "manager": manager});
        office.ask("open_case", request)["reference"].as_str().unwrap().to_owned()
    };
    let (kept, moved, nobody, led) = (
        open(&mut office, &tom, &maria),
        open(&mut office, &tom, &maria),
        open(&mut office, &json!(null), &json!(null)),
        open(&mut office, &json!(null), &maria),
    );
    let rates = |office: &mut Office, from: &str| {
        let page = office.ask("list_worker_changes", json!({"from": from}));
        let three = |rate: &Value| [number(&rate["hits"]), number(&rate["misses"]), number(&rate["not_recorded"])];
        (number(&page["total"]), three(&page["stable"]), number(&page["cases_more_than_once"]))
    };
    assert_eq!(rates(&mut office, "1 9 2026"), (0, [2, 0, 2], 0), "nobody took over from anybody");
    office.it_is("2026-10-01");
    assign(&mut office, &nobody, &tom, &json!(null), "");
    assign(&mut office, &led, &tom, &maria, "MANAGE");
    assign(&mut office, &kept, &tom, &grace, "MANAGE");
    assign(&mut office, &moved, &json!(null), &maria, "LEFTRL");
    assert_eq!(rates(&mut office, "1 9 2026"), (3, [3, 1, 0], 0), "lost a worker, and has none yet");
    office.it_is("2026-10-02");
    assign(&mut office, &moved, &tom, &maria, "OTHERS");
    assert_eq!(rates(&mut office, "1 9 2026"), (4, [3, 1, 0], 0), "the gap is part of one loss");
    assert_eq!(rates(&mut office, "2 10 2026"), (1, [4, 0, 0], 0));
    office.it_is("2026-10-03");
    assign(&mut office, &moved, &grace, &maria, "OTHERS");
    assert_eq!(rates(&mut office, "1 9 2026"), (5, [3, 1, 0], 1));

    let page = office.ask("list_worker_changes", json!({"from": "1 9 2026", "to": "1 10 2026"}));
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["reference"] == moved.as_str()).unwrap();
    assert_eq!(
        *row,
        json!({
            "reference": moved, "on": "2026-10-01", "from_practitioner": PRACTITIONER, "to_practitioner": null,
            "from_manager": MANAGER, "to_manager": MANAGER, "reason": "LEFTRL", "team": null,
        })
    );
}

fn assign(office: &mut Office, case: &str, practitioner: &Value, manager: &Value, reason: &str) {
    let shown = office.ask("view_case", json!({"reference": case}));
    let request = json!({
        "reference": case, "version": shown["version"], "facts": {}, "team": shown["team"].as_str().unwrap_or_default(),
        "practitioner": practitioner, "manager": manager, "worker_change_reason": reason,
    });
    office.ask("change_case", request);
}

/// An office two months after its tracker was brought in: reviews, episodes and changes of worker of every kind. Made once.
fn busy() -> Office {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let mut office = Office::on("2026-11-23");
        fill(&mut office);
        let kept = tempfile::tempdir().unwrap();
        copy(&office.register(), kept.path());
        kept
    });
    let mut office = Office::on(TODAY);
    copy(made.path(), &office.register());
    office.it_is(TODAY);
    office
}

fn fill(office: &mut Office) {
    office.as_person(MANAGER);
    crate::tracker::import(office, true);
    let people: Vec<Value> =
        [PRACTITIONER, MANAGER, OTHER_MANAGER].map(|name| office.person(name)).into_iter().chain([json!(null)]).collect();
    for number in 0..12 {
        let who =
            json!({"opened_on": "1 9 2026", "level": "high", "facts": {}, "team": NORTH, "practitioner": people[number % 4]});
        office.ask("open_case", who);
    }
    let closed = office.ask("list_cases", json!({"status": "closed", "limit": 500}))["rows"].clone();
    let open = office.ask("list_cases", json!({"limit": 500}))["rows"].clone();
    let (open, closed) = (open.as_array().unwrap(), closed.as_array().unwrap());
    assert!(open.len() > 40 && closed.len() > 2, "{} {}", open.len(), closed.len());
    let mut chance = Chance(7);
    for (place, day) in day("2026-11-24").iter_days().take(58).enumerate() {
        office.it_is(&day.to_string());
        for _ in 0..4 {
            let case = &open[chance.below(open.len().min(60))];
            let reference = case["reference"].as_str().unwrap();
            match chance.below(3) {
                0 => hold(office, reference, case["opened_on"].as_str().unwrap(), day, &mut chance),
                1 => go_missing(office, reference, day, &mut chance),
                _ => {
                    let (practitioner, manager) = (people[chance.below(4)].clone(), people[chance.below(4)].clone());
                    assign(office, reference, &practitioner, &manager, chance.of(&["MANAGE", "ABSENC", "OTHERS"]));
                }
            }
        }
        if let Some(case) = closed.get(place).filter(|_| place < 3) {
            let shown = office.ask("view_case", json!({"reference": case["reference"]}));
            let reason = "A new concern was reported.";
            let again =
                json!({"reference": case["reference"], "version": shown["version"], "reopened_on": day, "reason": reason});
            office.ask("reopen_case", again);
        }
    }
    office.it_is("2027-01-21").as_person(PRACTITIONER);
    let signed = office.write(open[0]["reference"].as_str().unwrap(), review("2026-12-01", "high", ""));
    let sent = office.submit(&signed);
    office.as_person(MANAGER).sign_off(&sent, "high").unwrap();
    office.as_person(PRACTITIONER);
    let mut later = review("2026-12-20", "high", "");
    later["participation"] = json!("PN4");
    let change =
        json!({"reference": open[0]["reference"], "item_id": signed["item_id"], "based_on": signed["hash"], "content": later});
    office.ask("record_item", change);
    office.ask("sign_out", json!({}));
}

fn hold(office: &mut Office, case: &str, opened_on: &str, on: NaiveDate, chance: &mut Chance) {
    let held = (on - Days::new(chance.below(40) as u64)).max(day(opened_on));
    let mut content = review(&held.to_string(), "high", "");
    content["participation"] = json!(chance.of(&["PN0", "PN1", "PN2", "PN4", "PN5", "PN7", "PN7"]));
    content["changed_by_views"] = json!(chance.of(&["", "The place was changed."]));
    office.write(case, content);
}

/// Each part may be missing; what is there stands in its order.
fn go_missing(office: &mut Office, case: &str, today: NaiveDate, chance: &mut Chance) {
    let from = today - Days::new(chance.below(12) as u64);
    // Two on one day are told without their times, and so is what was today.
    let moment = |on: NaiveDate, before: NaiveDate, chance: &mut Chance| match chance.below(3) {
        _ if on == before || on == today => on.to_string(),
        0 => on.to_string(),
        hour => format!("{on} {:02}:{:02}", 6 * hour, 30 * chance.below(2)),
    };
    let after = |on: NaiveDate, days: usize, chance: &mut Chance| {
        Some(on + Days::new(chance.below(days) as u64)).filter(|on| *on <= today)
    };
    let returned = after(from, 4, chance).filter(|_| chance.below(6) > 0);
    let answered = returned.and_then(|on| after(on, 5, chance)).filter(|_| chance.below(4) > 0);
    let declined = chance.below(5) == 0;
    let text = |on: Option<NaiveDate>, before: Option<NaiveDate>, chance: &mut Chance| {
        on.map(|on| moment(on, before.unwrap_or(from), chance)).unwrap_or_default()
    };
    let (held, declined) = if declined { (None, answered) } else { (answered, None) };
    let episode = json!({
        "reference": case, "missing_from": moment(from, from - Days::new(1), chance), "returned": text(returned, None, chance),
        "interview_offered": text(returned.filter(|_| chance.below(2) > 0), None, chance),
        "interview_held": text(held, returned, chance), "interview_declined": text(declined, returned, chance), "themes": "Stayed with older friends.",
    });
    office.ask("record_missing_episode", episode);
}

/// The same draws in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

type Tables = BTreeMap<String, Vec<Value>>;

fn tables(office: &mut Office) -> Tables {
    let out = office.path().join("export.jsonl");
    export_all(&mut office.desk, &out).unwrap();
    read(&out)
}

fn read(export: &Path) -> Tables {
    let mut tables = Tables::new();
    for line in std::fs::read_to_string(export).unwrap().lines().skip(1) {
        let row: Value = serde_json::from_str(line).unwrap();
        tables.entry(row["table"].as_str().unwrap().to_owned()).or_default().push(row);
    }
    tables
}

/// What a clerk would count with the rows on paper.
struct Recount<'a> {
    tables: &'a Tables,
    from: NaiveDate,
    to: NaiveDate,
    team: Option<&'a str>,
}

impl Recount<'_> {
    fn rows(&self, table: &str) -> &[Value] {
        self.tables.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    fn holds(&self, on: NaiveDate) -> bool {
        (self.from..=self.to).contains(&on)
    }

    /// The cases of the team, by id.
    fn cases(&self) -> BTreeMap<String, &Value> {
        let team = self.team.map(|name| self.rows("team").iter().find(|row| row["name"] == name).map(|row| &row["id"]));
        let in_team = |row: &&Value| team.is_none_or(|id| id == Some(&row["team_id"]));
        self.rows("case_record").iter().filter(in_team).map(|row| (row["id"].to_string(), row)).collect()
    }

    fn voice(&self) -> Vec<(&'static str, u64)> {
        let cases = self.cases();
        let items: BTreeMap<String, String> =
            self.rows("item").iter().map(|row| (row["id"].to_string(), row["case_id"].to_string())).collect();
        let signed: Vec<String> = self
            .rows("sign_off")
            .iter()
            .filter(|row| row["outcome"] == "signed_off")
            .map(|row| row["version_id"].to_string())
            .collect();
        // What was signed last counts; while nothing is, what was written last.
        let mut latest: BTreeMap<String, ((bool, u64), Value)> = BTreeMap::new();
        for row in self.rows("item_version") {
            let number = (signed.contains(&row["id"].to_string()), row["number"].as_u64().unwrap());
            let entry = latest.entry(row["item_id"].to_string()).or_default();
            if number > entry.0 {
                *entry = (number, serde_json::from_str(row["content"].as_str().unwrap()).unwrap());
            }
        }
        // Case, day, code, and whether it says what changed.
        let mut held: Vec<(String, NaiveDate, String, bool)> = Vec::new();
        for (item, (_, content)) in latest.into_iter().filter(|(_, (_, content))| content["kind"] == "review") {
            let says = content["changed_by_views"] != "";
            held.push((items[&item].clone(), date(&content["held_on"]), text(&content["participation"]), says));
        }
        for (id, case) in &cases {
            let reported: Value = serde_json::from_str(case["reported"].as_str().unwrap()).unwrap();
            for review in reported["reviews"].as_array().unwrap() {
                held.push((id.clone(), date(&review["on"]), text(&review["participation"]), false));
            }
        }
        let mut counts = Counts::default();
        let mut children: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (case, _, code, says) in held.iter().filter(|(case, on, ..)| cases.contains_key(case) && self.holds(*on)) {
            counts.add("total");
            match code.as_str() {
                "PN0" => counts.add("under_four"),
                "PN4" | "PN7" => counts.add("heard misses"),
                "" => counts.add("heard not_recorded"),
                _ => {
                    counts.add("heard hits");
                    counts.add(if *says { "changed hits" } else { "changed not_recorded" });
                }
            }
            children.entry(case.clone()).or_default().push(code);
        }
        let silent = |code: &&str| matches!(*code, "PN4" | "PN7" | "");
        let never = children.values().filter(|codes| {
            let expected: Vec<&&str> = codes.iter().filter(|code| **code != "PN0").collect();
            !expected.is_empty() && expected.into_iter().all(silent)
        });
        counts.put("children_never_heard", never.count());
        counts.finish(&[
            "total",
            "under_four",
            "heard hits",
            "heard misses",
            "heard not_recorded",
            "changed hits",
            "changed not_recorded",
        ])
    }

    fn missing(&self) -> Vec<(&'static str, u64)> {
        let cases = self.cases();
        let mut counts = Counts::default();
        let mut children: BTreeMap<String, usize> = BTreeMap::new();
        for row in self.rows("episode") {
            let case = row["case_id"].to_string();
            if !cases.contains_key(&case) || !self.holds(date_of(&row["missing_from"]).unwrap()) {
                continue;
            }
            counts.add("total");
            *children.entry(case).or_default() += 1;
            let was = |column: &str| row[column] != "";
            if was("interview_declined") {
                counts.add("declined");
            }
            // By the clock of 72 hours: until the end of the day on which it runs out.
            let over = was("returned") && day(TODAY) > (span(&row["returned"]).0 + chrono::TimeDelta::hours(72)).date();
            counts.add(match (was("returned"), was("interview_held")) {
                (false, _) => "in_time not_recorded",
                (true, true) => judged(&row["returned"], &row["interview_held"]),
                (true, false) if over => "in_time misses",
                (true, false) => "in_time not_recorded",
            });
            let asked = ["interview_offered", "interview_held", "interview_declined"].into_iter().any(was);
            counts.add(match (was("returned"), asked) {
                (true, true) => "offered hits",
                (true, false) if over => "offered misses",
                _ => "offered not_recorded",
            });
        }
        counts.put("children_more_than_once", children.values().filter(|episodes| **episodes > 1).count());
        let names = [
            "total",
            "declined",
            "in_time hits",
            "in_time misses",
            "in_time not_recorded",
            "offered hits",
            "offered misses",
            "offered not_recorded",
        ];
        counts.finish(&names)
    }

    fn worker_changes(&self) -> Vec<(&'static str, u64)> {
        let mut counts = Counts::default();
        let mut more_than_once = 0;
        let mut of_case: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
        for row in self.rows("worker_change") {
            of_case.entry(row["case_id"].to_string()).or_default().push(row);
        }
        for (id, case) in self.cases() {
            let mut rows = of_case.remove(&id).unwrap_or_default();
            rows.sort_by_key(|row| text(&row["at"]));
            let mut lost = 0;
            for (before, after) in rows.iter().zip(rows.iter().skip(1)) {
                let people = |row: &Value| (row["practitioner_id"].clone(), row["manager_id"].clone());
                let (was, is) = (people(before), people(after));
                if !self.holds(date(&after["from_on"])) || was == (Value::Null, Value::Null) || was == is {
                    continue;
                }
                counts.add("total");
                counts.add(if after["reason"] == "" { "reasoned not_recorded" } else { "reasoned hits" });
                lost += usize::from(!was.0.is_null() && was.0 != is.0);
            }
            more_than_once += usize::from(lost > 1);
            let spell = |row: &Value| date(&row["opened_on"]) <= self.to && self.to < date(&row["closed_on"]);
            let earlier = self.rows("earlier_period").iter().filter(|row| row["case_id"] == case["id"]);
            if !spell(case) && !earlier.into_iter().any(spell) {
                continue;
            }
            let at_end = rows.iter().rfind(|row| date(&row["from_on"]) <= self.to);
            counts.add(match at_end.map(|row| row["practitioner_id"].is_null()) {
                _ if lost > 0 => "stable misses",
                Some(false) => "stable hits",
                _ => "stable not_recorded",
            });
        }
        counts.put("cases_more_than_once", more_than_once);
        counts.finish(&["total", "reasoned hits", "reasoned not_recorded", "stable hits", "stable misses", "stable not_recorded"])
    }
}

#[derive(Default)]
struct Counts(BTreeMap<&'static str, u64>);

impl Counts {
    fn add(&mut self, name: &'static str) {
        *self.0.entry(name).or_default() += 1;
    }

    fn put(&mut self, name: &'static str, number: usize) {
        self.0.insert(name, number as u64);
    }

    /// Every name, also of what was never counted.
    fn finish(mut self, names: &[&'static str]) -> Vec<(&'static str, u64)> {
        for name in names {
            self.0.entry(name).or_default();
        }
        self.0.into_iter().collect()
    }
}

/// Tries the first and the last minute of a day whose time is missing: all agree, or nobody can tell.
fn judged(returned: &Value, held: &Value) -> &'static str {
    let ((first_returned, last_returned), (first_held, last_held)) = (span(returned), span(held));
    let mut kept = Vec::new();
    for returned in [first_returned, last_returned] {
        for held in [first_held, last_held] {
            kept.push(held - returned <= chrono::TimeDelta::hours(72));
        }
    }
    match (kept.contains(&true), kept.contains(&false)) {
        (true, false) => "in_time hits",
        (false, _) => "in_time misses",
        _ => "in_time not_recorded",
    }
}

/// The first and the last minute that a moment can mean.
fn span(moment: &Value) -> (NaiveDateTime, NaiveDateTime) {
    let written = moment.as_str().unwrap();
    let at = |text: String| NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M").unwrap();
    if written.contains(' ') {
        (at(written.to_owned()), at(written.to_owned()))
    } else {
        (at(format!("{written} 00:00")), at(format!("{written} 23:59")))
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn date(value: &Value) -> NaiveDate {
    day(value.as_str().unwrap())
}

/// Of a day, or of a day with its time.
fn date_of(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.get(..10)?.parse().ok()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// All that a rate counts.
fn of(rate: &Value) -> u64 {
    number(&rate["hits"]) + number(&rate["misses"]) + number(&rate["not_recorded"])
}

/// `heard hits` is the field `hits` of `heard`.
fn found(page: &Value, name: &str) -> u64 {
    number(name.split(' ').fold(page, |value, field| &value[field]))
}
