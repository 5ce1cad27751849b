//! Samples for audit: the same cases for anybody who draws again, and what was found in them.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PRACTITIONER, review};

const FORMULA: &str = "=cmd|'/c calc'!A1";

/// Twenty open cases: ten high, six medium, four low; ages 12 to 16; the first five in no team.
fn with_cases() -> (Office, Vec<String>) {
    let mut office = Office::on("2026-11-02");
    office.as_person(PRACTITIONER);
    let levels = [("high", 10), ("medium", 6), ("low", 4)];
    let all = levels.iter().flat_map(|(level, cases)| std::iter::repeat_n(*level, *cases));
    let references = all
        .enumerate()
        .map(|(place, level)| {
            let team = if place < 5 { "" } else { "North locality" };
            let age = (12 + place % 5).to_string();
            let request =
                json!({"opened_on": "1 10 2026", "level": level, "facts": {"sex": "F", "age_at_referral": age}, "team": team});
            office.ask("open_case", request)["reference"].as_str().unwrap().to_owned()
        })
        .collect();
    office.it_is("2026-11-23");
    (office, references)
}

fn of_open_cases(size: &str) -> Value {
    json!({"title": "Quality of plans", "cases": "open_on", "on": "20 11 2026", "stratify_by": ["level"], "allocation": "proportionate",
        "size": size, "seed": "inspection 2026"})
}

fn with(mut request: Value, field: &str, value: Value) -> Value {
    request[field] = value;
    request
}

fn drawn(sample: &Value) -> BTreeSet<String> {
    sample["cases"].as_array().unwrap().iter().map(|case| case["reference"].as_str().unwrap().to_owned()).collect()
}

fn found(sample: &Value, reference: &Value, finding: &str, heard: &str) -> Value {
    json!({"sample_id": sample["id"], "reference": reference, "looked_at": "The plan of October and the last review.", "finding": finding,
        "child_heard": heard, "note": "The goal about school has no date."})
}

fn exported(office: &mut Office, sample: &Value, folder: &str) -> (Vec<String>, String) {
    let directory = office.path().join(folder);
    let answer = office.ask("export_sample", json!({"id": sample["id"], "directory": directory}));
    let files: Vec<String> = answer["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned()).collect();
    let page = std::fs::read_to_string(files.iter().find(|file| file.ends_with(".html")).unwrap()).unwrap();
    (files, page)
}

#[test]
fn a_sample_is_shared_among_strata_and_drawn_again_the_same() {
    let (mut office, references) = with_cases();
    office.as_person(ANALYST);
    let sample = office.ask("draw_sample", of_open_cases("10"));
    assert_eq!((sample["in_population"].as_u64(), sample["eligible"].as_u64()), (Some(20), Some(20)));
    let strata: Vec<Value> = sample["strata"].as_array().unwrap().clone();
    let expected = json!([
        {"name": "Level: High", "eligible": 10, "drawn": 5},
        {"name": "Level: Low", "eligible": 4, "drawn": 2},
        {"name": "Level: Medium", "eligible": 6, "drawn": 3},
    ]);
    assert_eq!(json!(strata), expected);
    let again = office.ask("draw_sample", of_open_cases("10"));
    assert_eq!(drawn(&again), drawn(&sample));
    let bigger = office.ask("draw_sample", of_open_cases("14"));
    assert!(drawn(&sample).is_subset(&drawn(&bigger)));
    let all = office.ask("draw_sample", of_open_cases("20"));
    assert_eq!(drawn(&all), references.into_iter().collect(), "every case can be drawn");
    let other = office.ask("draw_sample", with(of_open_cases("10"), "seed", json!("another seed")));
    assert_ne!(drawn(&other), drawn(&sample));
    assert_eq!(office.ask("list_samples", json!({}))["samples"].as_array().unwrap().len(), 5, "every draw is listed");
}

#[test]
fn what_was_entered_after_the_draw_does_not_change_a_sample() {
    let (mut office, _) = with_cases();
    office.as_person(ANALYST);
    let sample = office.ask("draw_sample", of_open_cases("10"));
    office.as_person(PRACTITIONER).open_case("1 10 2026", "high");
    office.as_person(ANALYST);
    let view = office.ask("view_sample", json!({"id": sample["id"]}));
    assert_eq!(view, sample);
    assert_eq!(office.ask("draw_sample", of_open_cases("10"))["eligible"], 21);
}

#[test]
fn python_draws_the_same_sample_from_the_exported_list() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("There is no python3 here, so the sample is not drawn again.");
        return;
    }
    let (mut office, references) = with_cases();
    office.as_person(MANAGER);
    for (place, allocation) in ["proportionate", "equal"].into_iter().enumerate() {
        let mut request = with(of_open_cases("9"), "allocation", json!(allocation));
        request["stratify_by"] = json!(["level", "team", "age_band"]);
        request["left_out"] = json!([{"reference": references[7], "reason": "Read by the inspectors last week."}]);
        let sample = office.ask("draw_sample", request);
        let (files, _) = exported(&mut office, &sample, &format!("out {place}"));
        let list = files.iter().find(|file| file.ends_with("-list.csv")).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/redraw_sample.py");
        let ran = Command::new("python3")
            .args([script.to_str().unwrap(), list, "--seed", "inspection 2026", "--size", "9", "--allocation", allocation])
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let printed: BTreeSet<String> = String::from_utf8(ran.stdout).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(printed, drawn(&sample));
    }
}

#[test]
fn strata_without_a_case_and_strata_without_a_place_are_named() {
    let (mut office, _) = with_cases();
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": "South locality"}));
    office.as_person(ANALYST);
    let request = with(of_open_cases("2"), "stratify_by", json!(["team", "level"]));
    let sample = office.ask("draw_sample", request);
    let unreached: Vec<&str> = sample["unreached"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    // The five cases in no team are all high, and nobody works in the south.
    assert_eq!(
        unreached,
        ["Level: High; team: South locality", "Level: Medium; team: South locality", "Level: Low; team: South locality"]
    );
    let method = sample["method"].to_string();
    assert!(method.contains("In these strata there was no case to draw: Level: High; team: South locality / "), "{method}");
    assert!(method.contains("no case was drawn, because the sample is too small for them: Level: "), "{method}");
}

#[test]
fn cases_are_left_out_with_a_reason_and_those_sampled_before_where_that_is_asked() {
    let (mut office, references) = with_cases();
    office.as_person(MANAGER);
    let reason = "Read by the inspectors last week.";
    let request = with(
        of_open_cases("8"),
        "left_out",
        json!([{"reference": references[0], "reason": reason}, {"reference": "", "reason": ""}]),
    );
    let first = office.ask("draw_sample", request);
    assert_eq!((first["eligible"].as_u64(), drawn(&first).contains(&references[0])), (Some(19), false));
    assert_eq!(first["left_out"], json!([{"what": reason, "count": 1}]));
    let second = office.ask("draw_sample", with(of_open_cases("12"), "not_sampled_since", json!("1 11 2026")));
    assert_eq!(second["left_out"], json!([{"what": "It was drawn in an earlier sample.", "count": 8}]));
    assert!(drawn(&first).is_disjoint(&drawn(&second)));
    let refused = office.refused("draw_sample", with(of_open_cases("1"), "not_sampled_since", json!("1 11 2026")));
    assert!(refused.contains("there are none that may be drawn"), "{refused}");
    let (_, page) = exported(&mut office, &first, "out");
    assert!(page.contains(reason));
    office.as_person(ANALYST);
    let (files, page) = exported(&mut office, &first, "for an analyst");
    assert!(!page.contains(reason), "an analyst sees no free text");
    assert!(!std::fs::read_to_string(&files[0]).unwrap().contains(reason));
}

#[test]
fn each_population_is_the_cases_of_its_days() {
    let (mut office, references) = with_cases();
    office.as_person(PRACTITIONER);
    let later = office.open_case("20 11 2026", "low");
    office.write(&references[3], review("18 11 2026", "high", "1 12 2026"));
    office.as_person(ANALYST);
    let mut one = |cases: &str, from: &str, to: &str| {
        let request =
            json!({"title": "One", "cases": cases, "from": from, "to": to, "allocation": "equal", "size": "1", "seed": "x"});
        office.try_to("draw_sample", request).map(|sample| (sample["in_population"].clone(), drawn(&sample)))
    };
    assert_eq!(one("opened_in", "2 10 2026", "20 11 2026").unwrap(), (json!(1), BTreeSet::from([later])));
    assert_eq!(one("reviewed_in", "18 11 2026", "18 11 2026").unwrap(), (json!(1), BTreeSet::from([references[3].clone()])));
    assert!(one("closed_in", "1 10 2026", "20 11 2026").is_err(), "none was closed");
    assert!(one("reviewed_in", "1 10 2026", "17 11 2026").is_err());
    assert_eq!(office.ask("draw_sample", with(of_open_cases("1"), "on", json!("19 11 2026")))["in_population"], 20);
}

#[test]
fn a_request_that_will_not_do_is_refused_at_its_field_and_nothing_is_drawn() {
    let (mut office, references) = with_cases();
    office.as_person(MANAGER);
    let tries = [
        ("size", json!("0"), "size: Enter how many cases to draw: a whole number from 1."),
        ("size", json!("many"), "size: Enter how many cases to draw: a whole number from 1."),
        ("size", json!("-3"), "size: Enter how many cases to draw"),
        ("size", json!("21"), "size: Only 20 may be drawn. Enter 20 or fewer."),
        ("seed", json!("  "), "seed: Enter a seed:"),
        ("seed", json!("two\nlines"), "seed: A seed is 100 characters at most, on one line."),
        ("title", json!(""), "title: Name the sample"),
        ("title", json!("Plans of 12 High Street, S1 2AB"), "title: This seems to hold"),
        ("on", json!("24 11 2026"), "on: This date is in the future."),
        ("on", json!(""), "on: Enter a date"),
        ("on", json!("1 9 2026"), "Cases open on 1 September 2026: there are none that may be drawn. Choose other days."),
        ("not_sampled_since", json!("1 1 2027"), "not_sampled_since: This date is in the future."),
        ("left_out", json!([{"reference": references[0], "reason": ""}]), "left_out.0.reason: Say why this case is left out."),
        ("left_out", json!([{"reference": "CW-7K3M", "reason": "x"}]), "left_out.0.reference: A case reference looks like"),
        (
            "left_out",
            json!([{"reference": "CW-0000-0000", "reason": "x"}]),
            "left_out.0.reference: This case is not one of those",
        ),
        ("cases", json!("closed_in"), "from: Enter a date"),
    ];
    for (field, value, says) in tries {
        let refused = office.refused("draw_sample", with(of_open_cases("5"), field, value));
        assert!(refused.contains(says), "{field}: {refused}");
    }
    let period = json!({"title": "x", "cases": "closed_in", "from": "20 11 2026", "to": "1 11 2026", "allocation": "equal", "size": "1", "seed": "x"});
    let refused = office.refused("draw_sample", period);
    assert!(refused.contains("to: This date is before the period begins"), "{refused}");
    assert_eq!(office.ask("list_samples", json!({}))["samples"], json!([]));
}

#[test]
fn what_was_found_is_counted_and_children_not_heard_are_named() {
    let (mut office, _) = with_cases();
    office.as_person(ANALYST);
    let sample = office.ask("draw_sample", of_open_cases("4"));
    let cases: Vec<Value> = sample["cases"].as_array().unwrap().iter().map(|case| case["reference"].clone()).collect();
    office.as_person(MANAGER);
    office.ask("record_sample_finding", found(&sample, &cases[0], "good", "yes"));
    office.ask("record_sample_finding", found(&sample, &cases[1], "serious_gaps", "no"));
    let view = office.ask("record_sample_finding", found(&sample, &cases[2], "good", "not_reachable"));
    let said = json!([
        {"what": "Good: what should be there is there", "count": 2},
        {"what": "Serious gaps: the child may be less safe for them", "count": 1},
        {"what": "Not looked at yet", "count": 1},
    ]);
    assert_eq!(view["findings"], said);
    assert_eq!(view["not_heard"], json!([cases[1], cases[2]]));
    // Looked at again: the later counts, and the earlier stays in the register.
    office.as_person(OTHER_MANAGER);
    let view = office.ask("record_sample_finding", found(&sample, &cases[1], "some_gaps", "yes"));
    assert_eq!(view["not_heard"], json!([cases[2]]));
    assert_eq!(view["cases"][1]["found"]["found_by"], OTHER_MANAGER);
    let listed = office.ask("list_samples", json!({}))["samples"][0].clone();
    assert_eq!((listed["looked_at"].as_u64(), &listed["reference"]), (Some(3), &sample["reference"]));
    assert!(sample["reference"].as_str().unwrap().starts_with("S-2026-11-23-"), "{}", sample["reference"]);
    let (files, page) = exported(&mut office, &sample, "out");
    assert!(page.contains(&format!("Looked at without hearing the child: {}.", cases[2].as_str().unwrap())));
    assert!(page.contains("The goal about school has no date."));
    let rows = std::fs::read_to_string(files.iter().find(|file| file.ends_with("-found.csv")).unwrap()).unwrap();
    assert!(rows.contains("Not looked at yet") && rows.lines().count() == 5, "{rows}");
    office.as_person(ANALYST);
    let view = office.ask("view_sample", json!({"id": sample["id"]}));
    assert_eq!(
        (view["cases"][0]["found"]["note"].as_str(), view["cases"][0]["found"]["looked_at"].as_str()),
        (Some(""), Some(""))
    );
    let (_, page) = exported(&mut office, &sample, "for an analyst");
    assert!(!page.contains("The goal about school"));
}

#[test]
fn a_finding_that_will_not_do_is_refused() {
    let (mut office, references) = with_cases();
    office.as_person(MANAGER);
    let sample = office.ask("draw_sample", of_open_cases("4"));
    let drawn = drawn(&sample);
    let other = references.iter().find(|reference| !drawn.contains(*reference)).unwrap();
    let refused = office.refused("record_sample_finding", found(&sample, &json!(other), "good", "yes"));
    assert_eq!(refused, "refused: This case was not drawn in this sample. Choose one of its cases.");
    let case = &sample["cases"][0]["reference"];
    let whole = found(&sample, case, "some_gaps", "no");
    for (field, value, says) in [
        ("looked_at", "", "looked_at: Say what you looked at."),
        ("finding", "", "finding: Choose one."),
        ("finding", "excellent", "finding: This is not a code of the list."),
        ("child_heard", "maybe", "child_heard: Say whether the child was heard"),
        ("note", "", "note: Say what is missing, and what follows from it."),
        ("note", "Ring 07700 900123.", "note: This seems to hold"),
    ] {
        let refused = office.refused("record_sample_finding", with(whole.clone(), field, json!(value)));
        assert!(refused.contains(says), "{field}: {refused}");
    }
    let refused = office.refused("view_sample", json!({"id": crate::audit::uuid()}));
    assert_eq!(refused, "not_found: There is no such sample. Open the list of samples and choose one.");
    office.as_person(PRACTITIONER);
    assert!(office.refused("list_samples", json!({})).contains("Your role does not allow this."));
}

#[test]
fn the_public_is_told_how_many_case_files_were_audited_each_once_with_what_was_found_first() {
    let (mut office, _) = with_cases();
    office.as_person(MANAGER);
    let sample = office.ask("draw_sample", of_open_cases("20"));
    for (place, case) in sample["cases"].as_array().unwrap().iter().enumerate() {
        let finding = if place < 12 { "good" } else { "some_gaps" };
        office.ask("record_sample_finding", found(&sample, &case["reference"], finding, "yes"));
    }
    // Looked at again in the next quarter: it counts where it was looked at first.
    office.it_is("2027-01-11");
    office.ask("record_sample_finding", found(&sample, &sample["cases"][0]["reference"], "serious_gaps", "yes"));
    let question = |from: &str, to: &str| json!({"question": "audits_made", "from": from, "to": to, "preview": true});
    let answer = office.ask("answer_question", question("1 10 2026", "31 12 2026"))["answer"].clone();
    assert_eq!(answer["title"], "How many case files of child sexual exploitation were audited?");
    let table = &answer["tables"][0];
    assert_eq!(
        table["finding"],
        "About 20 case files were looked at in audits in the period. The largest number shown is that of “Good: what should be there is there” and “Some gaps, none that leaves the child less safe”, about 10."
    );
    assert_eq!(table["notes"][0], "1 sample was drawn for audit in the period.");
    let rows: Vec<&str> = table["rows"].as_array().unwrap().iter().map(|row| row["label"].as_str().unwrap()).collect();
    let (last, listed) = rows.split_last().unwrap();
    assert!(
        listed.contains(&"Serious gaps: the child may be less safe for them"),
        "what was found in none stands there too: {rows:?}"
    );
    assert_eq!(*last, "All case files");
    office.it_is("2027-04-05");
    let answer = office.ask("answer_question", question("1 1 2027", "31 3 2027"))["answer"].clone();
    assert_eq!(answer["tables"][0]["finding"], "No case files were looked at in audits in the period.");
    assert_eq!(answer["tables"][0]["notes"][0], "No samples were drawn for audit in the period.");
}

#[test]
fn whoever_looks_at_a_case_that_they_manage_is_named_as_its_manager() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let maria = office.person(MANAGER);
    let request = json!({"opened_on": "1 11 2026", "level": "high", "facts": {}, "team": "", "manager": maria});
    office.ask("open_case", request);
    let sample = office.ask("draw_sample", of_open_cases("1"));
    let view = office.ask("record_sample_finding", found(&sample, &sample["cases"][0]["reference"], "good", "yes"));
    assert_eq!(view["cases"][0]["found"]["own_case"], true);
    let (_, page) = exported(&mut office, &sample, "out");
    assert!(page.contains("Maria Osei, the case’s own manager, 23 November 2026"));
}

#[test]
fn a_formula_in_any_text_is_harmless_in_the_files() {
    let (mut office, references) = with_cases();
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": FORMULA}));
    office.as_person(MANAGER);
    office.ask("open_case", json!({"opened_on": "1 11 2026", "level": "high", "facts": {}, "team": FORMULA}));
    let mut request = with(of_open_cases("20"), "title", json!(FORMULA));
    request["seed"] = json!(FORMULA);
    request["stratify_by"] = json!(["team"]);
    request["left_out"] = json!([{"reference": references[0], "reason": FORMULA}]);
    let sample = office.ask("draw_sample", request);
    let case = &sample["cases"][0]["reference"];
    let mut finding = found(&sample, case, "some_gaps", "no");
    finding["note"] = json!(FORMULA);
    finding["looked_at"] = json!(FORMULA);
    office.ask("record_sample_finding", finding);
    let (files, _) = exported(&mut office, &sample, "out");
    let mut cells = 0;
    for file in files.iter().filter(|file| file.ends_with(".csv")) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains("'=cmd"), "{file}");
        for cell in text.replace('"', "").split([',', '\n']) {
            cells += 1;
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    assert!(cells > 150);
}

#[test]
fn a_link_in_the_way_is_not_written_through_and_a_refusal_records_nothing() {
    let (mut office, _) = with_cases();
    office.as_person(MANAGER);
    let sample = office.ask("draw_sample", of_open_cases("2"));
    let (files, _) = exported(&mut office, &sample, "out");
    let untouched = office.path().join("untouched");
    std::fs::write(&untouched, "mine").unwrap();
    std::fs::remove_file(&files[0]).unwrap();
    std::os::unix::fs::symlink(&untouched, &files[0]).unwrap();
    let directory = office.path().join("out");
    let before = office.ask("verify_register", json!({}))["head"].clone();
    let refused = office.refused("export_sample", json!({"id": sample["id"], "directory": directory}));
    assert_eq!(refused, "refused: There is a link where the file should go. Choose another folder or name.");
    assert_eq!(std::fs::read_to_string(&untouched).unwrap(), "mine");
    assert_eq!(office.ask("verify_register", json!({}))["head"], before);
    let refused = office.refused("export_sample", json!({"id": sample["id"], "directory": " "}));
    assert!(refused.contains("directory: Choose the folder to write to."), "{refused}");
}
