//! The inspection pack: every case, as at any day, by reference only.

use std::collections::BTreeMap;

use calamine::{Data, Reader, Xlsx, open_workbook};
use caseward_casework::{ErrorCode, ExportInspectionPack, export_inspection_pack};
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PRACTITIONER, assessment, closure, review};

const MARKED: &str = "Marmaladefalcon";
const FORMULA: &str = "=cmd|'/c calc'!A1";

type Row = BTreeMap<String, String>;

struct Pack {
    answer: Value,
    cases: Vec<Row>,
    reviews: Vec<Row>,
    levels: Vec<Row>,
    files: Vec<String>,
}

/// The rows of a CSV file whose fields hold no line breaks.
fn rows(path: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(fields);
    let heads = lines.next().unwrap();
    lines.map(|line| heads.iter().cloned().zip(line).collect()).collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

fn exported(office: &mut Office, as_at: &str, folder: &str) -> Pack {
    let directory = office.path().join(folder);
    let answer = office.ask("export_inspection_pack", json!({"as_at": as_at, "directory": directory}));
    let files: Vec<String> = answer["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned()).collect();
    let part = |end: &str| rows(files.iter().find(|file| file.ends_with(end)).unwrap());
    Pack { cases: part("cases.csv"), reviews: part("reviews.csv"), levels: part("levels.csv"), files, answer }
}

fn of<'a>(rows: &'a [Row], reference: &str) -> Vec<&'a Row> {
    rows.iter().filter(|row| row["reference"] == reference).collect()
}

fn shown(row: &Row, columns: &[&str]) -> String {
    columns.iter().map(|column| row[*column].as_str()).collect::<Vec<_>>().join(" | ")
}

/// One case assessed, signed high and reviewed; one closed; one that nobody did anything about.
fn with_cases() -> (Office, [String; 3]) {
    let mut office = Office::on("2026-09-01");
    office.as_person(PRACTITIONER);
    let worked = office.open_case("1 9 2026", "medium");
    let closed = office.open_case("1 9 2026", "low");
    let left = office.open_case("1 9 2026", "high");
    office.it_is("2026-09-10");
    let written = office.write(&worked, assessment("medium", "10 9 2026", MARKED));
    let sent = office.submit(&written);
    office.it_is("2026-09-14").as_person(MANAGER);
    office.sign_off(&sent, "high").unwrap();
    office.it_is("2026-10-05").as_person(PRACTITIONER);
    let written = office.write(&worked, review("5 10 2026", "high", "2 11 2026"));
    let sent = office.submit(&written);
    let ending = office.write(&closed, closure("5 10 2026"));
    let ending = office.submit(&ending);
    office.it_is("2026-10-12").as_person(MANAGER);
    office.sign_off(&sent, "high").unwrap();
    office.sign_off(&ending, "low").unwrap();
    office.it_is("2026-11-23");
    (office, [worked, closed, left])
}

#[test]
fn every_case_stands_with_its_last_sign_off_its_reviews_and_its_levels() {
    let (mut office, [worked, closed, left]) = with_cases();
    office.as_person(MANAGER);
    let pack = exported(&mut office, "", "out");
    assert_eq!((pack.answer["cases"].as_u64(), pack.answer["workbook"].as_bool()), (Some(3), Some(true)));
    let columns = [
        "opened_on",
        "closed_on",
        "level",
        "level_confirmed",
        "last_signed_off_on",
        "last_signed_off_what",
        "last_signed_off_by",
        "level_at_last_sign_off",
        "last_review_on",
        "last_review_signed_off_on",
        "next_review_arranged_for",
    ];
    let line = |reference: &str| shown(of(&pack.cases, reference)[0], &columns);
    assert_eq!(
        line(&worked),
        "2026-09-01 |  | high | yes | 2026-10-12 | review | Maria Osei | high | 2026-10-05 | 2026-10-12 | 2026-11-02"
    );
    assert_eq!(line(&closed), "2026-09-01 | 2026-10-12 | low | yes | 2026-10-12 | closure | Maria Osei | low |  |  | ");
    assert_eq!(line(&left), "2026-09-01 |  | high | no |  |  |  |  |  |  | ");
    let late = shown(of(&pack.cases, &left)[0], &["what_was_late"]);
    assert!(late.contains("Never reviewed") && late.contains("Assessment not signed off"), "{late}");
    assert_eq!(of(&pack.cases, &closed)[0]["late_on_the_day"], "0");
    let held: Vec<String> = of(&pack.reviews, &worked)
        .iter()
        .map(|row| shown(row, &["held_on", "participation", "child_heard", "signed_off_on", "source"]))
        .collect();
    assert_eq!(held, ["2026-10-05 | PN1 | yes | 2026-10-12 | recorded"]);
    let levels: Vec<String> = of(&pack.levels, &worked).iter().map(|row| shown(row, &["from", "level", "stated_by"])).collect();
    assert_eq!(
        levels,
        [
            "2026-09-01 | medium | practitioner",
            "2026-09-10 | medium | practitioner",
            "2026-09-14 | high | manager, at a sign-off",
            "2026-10-05 | high | practitioner",
            "2026-10-12 | high | manager, at a sign-off",
        ]
    );
}

#[test]
fn a_past_day_is_shown_as_it_was() {
    let (mut office, [worked, closed, left]) = with_cases();
    office.as_person(PRACTITIONER);
    office.open_case("20 11 2026", "low");
    office.as_person(MANAGER);
    let pack = exported(&mut office, "11 10 2026", "october");
    assert_eq!(pack.cases.len(), 3, "one opened later");
    let columns = ["closed_on", "level", "last_signed_off_what", "last_review_on", "last_review_signed_off_on"];
    assert_eq!(shown(of(&pack.cases, &worked)[0], &columns), " | high | assessment | 2026-10-05 | ");
    // Its closure was written, and signed a day later.
    assert_eq!(shown(of(&pack.cases, &closed)[0], &columns), " | low |  |  | ");
    let pack = exported(&mut office, "1 9 2026", "september");
    assert_eq!(shown(of(&pack.cases, &worked)[0], &columns), " | medium |  |  | ");
    // Owed every 28 days at the strictest level.
    assert_eq!(shown(of(&pack.cases, &left)[0], &["late_on_the_day", "review_due_by"]), "0 | 2026-09-29");
}

#[test]
fn the_flags_of_the_pack_are_the_flags_of_the_day() {
    let (mut office, _) = with_cases();
    office.as_person(MANAGER);
    for day in ["2026-09-20", "2026-10-12", "2026-11-23"] {
        let pack = exported(&mut office, day, day);
        let late: usize = pack.cases.iter().map(|row| row["late_on_the_day"].parse::<usize>().unwrap()).sum();
        assert_eq!(json!(late), office.ask("list_flags", json!({"as_at": day}))["total"], "{day}");
    }
}

#[test]
fn the_workbook_holds_the_rows_of_the_csv_files_with_real_dates_and_no_formula() {
    let (mut office, _) = with_cases();
    office.as_person(ADMINISTRATOR).ask("record_team", json!({"name": FORMULA}));
    office.as_person(MANAGER);
    office.ask("open_case", json!({"opened_on": "1 11 2026", "level": "high", "facts": {}, "team": FORMULA}));
    let pack = exported(&mut office, "", "out");
    let mut book: Xlsx<_> = open_workbook(pack.files.iter().find(|file| file.ends_with(".xlsx")).unwrap()).unwrap();
    assert_eq!(book.sheet_names(), ["method", "cases", "reviews", "levels"]);
    for (sheet, listed) in [("cases", &pack.cases), ("reviews", &pack.reviews), ("levels", &pack.levels)] {
        assert_eq!(book.worksheet_formula(sheet).unwrap().used_cells().count(), 0);
        let range = book.worksheet_range(sheet).unwrap();
        let all: Vec<&[Data]> = range.rows().collect();
        let heads: Vec<String> = all[2].iter().map(ToString::to_string).collect();
        assert_eq!(all.len() - 3, listed.len(), "{sheet}");
        for (cells, row) in all[3..].iter().zip(listed) {
            for (head, cell) in heads.iter().zip(*cells) {
                let text = match cell {
                    Data::DateTime(at) => at.as_datetime().unwrap().date().to_string(),
                    Data::Empty => String::new(),
                    other => other.to_string(),
                };
                assert_eq!(text, row[head].trim_start_matches('\''), "{sheet}, {head}");
            }
        }
    }
    assert!(pack.cases.iter().any(|row| row["team"] == format!("'{FORMULA}")));
    let method = std::fs::read_to_string(pack.files.iter().find(|file| file.ends_with("method.txt")).unwrap()).unwrap();
    assert!(method.contains("OFFICIAL-SENSITIVE") && method.contains("every 28 days at level High"), "{method}");
    assert!(method.contains(pack.answer["audit_head"].as_str().unwrap()));
}

#[test]
fn no_word_about_a_child_is_in_it() {
    let (mut office, _) = with_cases();
    office.as_person(MANAGER);
    let pack = exported(&mut office, "", "out");
    for file in &pack.files {
        let bytes = std::fs::read(file).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(MARKED), "{file}");
    }
    let mut book: Xlsx<_> = open_workbook(pack.files.iter().find(|file| file.ends_with(".xlsx")).unwrap()).unwrap();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).unwrap();
        assert!(range.cells().all(|(_, _, cell)| !cell.to_string().contains(MARKED)), "{sheet}");
    }
}

#[test]
fn what_will_not_do_is_refused_and_nothing_is_written_or_recorded() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let directory = office.path().join("out");
    let ask = |as_at: &str| json!({"as_at": as_at, "directory": directory});
    let refused = office.refused("export_inspection_pack", ask(""));
    assert_eq!(refused, "refused: No case had opened by this day, so there is nothing to write. Choose a later day.");
    office.open_case("1 11 2026", "high");
    let before = office.ask("verify_register", json!({}))["head"].clone();
    assert!(office.refused("export_inspection_pack", ask("24 11 2026")).contains("as_at: This date is in the future."));
    assert!(office.refused("export_inspection_pack", ask("31 10 2026")).contains("No case had opened by this day"));
    let nowhere = office.refused("export_inspection_pack", json!({"directory": ""}));
    assert!(nowhere.contains("directory: Choose the folder to write to."), "{nowhere}");
    assert!(!directory.exists());
    // A link where a file should go.
    let untouched = office.path().join("untouched");
    std::fs::write(&untouched, "mine").unwrap();
    std::fs::create_dir(&directory).unwrap();
    std::os::unix::fs::symlink(&untouched, directory.join("caseward-inspection-2026-11-23-cases.csv")).unwrap();
    let refused = office.refused("export_inspection_pack", ask(""));
    assert_eq!(refused, "refused: There is a link where the file should go. Choose another folder or name.");
    assert_eq!(std::fs::read_to_string(&untouched).unwrap(), "mine");
    assert_eq!(office.ask("verify_register", json!({}))["head"], before);
    for person in [PRACTITIONER, ANALYST, ADMINISTRATOR] {
        let refused = office.as_person(person).refused("export_inspection_pack", ask(""));
        assert!(refused.contains("Your role does not allow this."), "{person}");
    }
}

#[test]
fn stopped_on_the_way_it_leaves_no_file() {
    let (mut office, _) = with_cases();
    office.as_person(MANAGER);
    let directory = office.path().join("out");
    office.desk.progress().cancel();
    let request = ExportInspectionPack { as_at: String::new(), directory: directory.display().to_string() };
    let stopped = export_inspection_pack(&mut office.desk, request).unwrap_err();
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    assert!(!directory.exists());
}
