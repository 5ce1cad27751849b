//! Trackers of other authorities: other headings, sheets, header rows, dates and codes; and files that are none.

use super::*;
use crate::testing::in_context;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};
use std::fmt::Write;

/// What came of a file: the cases, the refusals and the notes, in a few words each.
fn outcome(bytes: &[u8], name: &str, mapping: Option<&str>) -> String {
    in_context(|ctx| {
        let mapping = mapping.map(|m| Mapping::parse(m).unwrap());
        match read(bytes, name, mapping.as_ref(), ctx) {
            Ok(reading) => describe(&reading),
            Err(error) => format!("{error}\n"),
        }
    })
}

fn describe(reading: &Reading<TrackerRow>) -> String {
    let mut out = String::new();
    for row in &reading.rows {
        let mut said = vec![format!("opened {}", row.opened_on)];
        let mut say = |what: &str, value: Option<String>| said.extend(value.map(|v| format!("{what} {v}")));
        let reported = |r: Reported| (r != Reported::Blank).then(|| format!("{r:?}").to_lowercase());
        say("id", row.child_id.as_ref().map(|i| i.expose().to_owned()));
        say("age", row.age_at_referral.map(|n| n.to_string()));
        say("sex", row.sex.clone());
        say("ethnicity", row.ethnicity.clone());
        say("source", row.referral_source.clone());
        say("team", row.team.clone());
        say("practitioner", row.practitioner.clone());
        say("manager", row.manager.clone());
        say("level", row.level.clone());
        say("missing", row.missing_episodes.map(|n| n.to_string()));
        say("interview", reported(row.return_interview));
        say("assessment", reported(row.assessment_signed_off));
        say("plan", reported(row.plan_signed_off));
        say("reviewed", row.last_review_on.map(|d| d.to_string()));
        say("next", row.next_review_on.map(|d| d.to_string()));
        say("participation", row.participation.clone());
        say("closed", row.closed_on.map(|d| d.to_string()));
        say("comment", row.comment.clone());
        say("comment", row.comment_withheld.then(|| "withheld".to_owned()));
        writeln!(out, "{}: {}", row.row, said.join(", ")).unwrap();
    }
    for refused in &reading.refused {
        for cell in &refused.cells {
            writeln!(out, "{} refused, {}: {}", refused.row, cell.column, cell.reason).unwrap();
        }
    }
    for note in &reading.notes {
        writeln!(out, "note, {} {:?}: {}", note.column.as_deref().unwrap_or("file"), note.rows, note.text).unwrap();
    }
    out
}

fn check_csv(text: &str, expected: Expect) {
    expected.assert_eq(&outcome(text.as_bytes(), "tracker.csv", None));
}

#[test]
fn a_plain_csv_is_read() {
    check_csv(
        "Child ID,Referral date,Risk,Last reviewed,Next review,Comment\n 101 ,1/2/2026,M,3/4/26,4 June 2026,No change\n102,2026-02-01,h,tbc,n/a,\n",
        expect![[r#"
            2: opened 2026-02-01, id 101, level medium, reviewed 2026-04-03, next 2026-06-04, comment No change
            3: opened 2026-02-01, id 102, level high
            note, Last reviewed [3]: "tbc" was read as blank.
            note, Next review [3]: "n/a" was read as blank.
        "#]],
    );
}

#[test]
fn semicolons_tabs_and_other_encodings_are_found_out() {
    let semicolons = "Child ID;Name;Date of referral;Risk level;Notes\r\n101;Siân;01.02.2026;Low;with sian, at school\r\n";
    let tabs = semicolons.replace(';', "\t");
    let expected = outcome(semicolons.as_bytes(), "a.csv", None);
    expect![[r#"
        2: opened 2026-02-01, id 101, level low, comment withheld
    "#]].assert_eq(&expected);
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = semicolons.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for bytes in [tabs.as_bytes(), &utf16, &latin, format!("\u{feff}{tabs}").as_bytes()] {
        assert_eq!(outcome(bytes, "a.txt", None), expected);
    }
    // Some systems write text under the name of a workbook.
    assert_eq!(outcome(tabs.as_bytes(), "a.xls", None), expected);
}

#[test]
fn every_contradiction_of_a_row_is_named() {
    check_csv(
        "ID,DOB,Age,Date of referral,Last review,Next review,Status,Date closed,Missing episodes\n\
         1,01/01/2027,,01/02/2026,,,Open,,\n\
         2,01/03/2026,14,01/02/2026,01/01/2026,01/12/2025,,01/01/2026,x\n\
         3,,40,May 2026,,,Closed,,-3\n\
         4,01/01/2012,,01/02/2026,01/05/2026,,Closed,01/04/2026,1.5\n\
         5,01/01/2012,,01/02/2026,,,Open,01/04/2026,none\n\
         6,01/01/2012,,,,,Paused,,\n\
         1,01/01/2012,,01/02/2026,,,,,\n",
        expect![[r#"
            2 refused, DOB: This date lies in the future. Correct it.
            3 refused, DOB: The date of birth is after the date of referral. Check both dates.
            3 refused, Last review: The last review is before the date of referral. Check both dates.
            3 refused, Next review: The next review is before the date of referral. Check both dates.
            3 refused, Date closed: The case closes before the date of referral. Check both dates.
            3 refused, Missing episodes: "x" is not a number of episodes. Correct it, or say in a mapping file what it stands for.
            4 refused, Age: This is not an age in whole years from 0 to 25. Correct it, or say in a mapping file what it stands for.
            4 refused, Date of referral: This names a month without a day. Write the whole date, for example 27/03/2026.
            4 refused, Date closed: The status says closed, and there is no date closed. Give the date, or correct the status.
            4 refused, Missing episodes: "-3" is not a number of episodes. Correct it, or say in a mapping file what it stands for.
            5 refused, Last review: The last review is after the case closed. Check both dates.
            5 refused, Missing episodes: "1.5" is not a number of episodes. Correct it, or say in a mapping file what it stands for.
            6 refused, Status: The status says open, and there is a date closed. Correct one of them.
            7 refused, Date of referral: There is no date of referral. Every case needs the day it was referred.
            7 refused, Status: "Paused" is neither open nor closed. Correct it, or say in a mapping file what it stands for.
            8 refused, ID: Row 2 already has this child. Keep one of the two rows.
        "#]],
    );
}

#[test]
fn a_next_review_that_the_last_one_overtook_is_no_date_arranged() {
    check_csv(
        "ID,Date of referral,Last review,Next review due\n1,01/02/2026,01/05/2026,01/05/2026\n2,01/02/2026,01/05/2026,20/06/2026\n",
        expect![[r#"
            2: opened 2026-02-01, id 1, reviewed 2026-05-01
            3: opened 2026-02-01, id 2, reviewed 2026-05-01, next 2026-06-20
            note, Next review due [2]: On or before the last review: read as no date arranged.
        "#]],
    );
}

#[test]
fn rows_without_an_id_totals_and_repeated_headings_are_told_apart_from_cases() {
    check_csv(
        "Child ID,Date of referral,Risk level,Team\n\n1,01/02/2026,Low,North\n,02/02/2026,Low,North\nChild ID,Date of referral,Risk level,Team\nn/a,,High,\nTotal,,2,\nTotally new,01/02/2026,Low,\n",
        expect![[r#"
            3: opened 2026-02-01, id 1, team North, level low
            4: opened 2026-02-02, team North, level low
            8: opened 2026-02-01, id Totallynew, level low
            6 refused, Date of referral: There is no date of referral. Every case needs the day it was referred.
            note, Child ID [4]: Without a child id this case can never be matched with another list or a second import.
            note, file [5]: This row repeats the headings and was not read.
            note, file [7]: This row looks like a line under the table and was not read.
        "#]],
    );
}

#[test]
fn a_comment_that_names_any_child_of_the_file_is_withheld() {
    check_csv(
        "Child ID,Name,Parent name,Date of referral,Comments,Social worker\n\
         90001,Ava Smith,Jo Fry,01/02/2026,ava seen twice,SW1\n\
         90002,Will Grey,,01/02/2026,They will meet in a grey car,SW2\n\
         90003,Nia Ali,,01/02/2026,Friend of Ava; see 90001,SW3 07700 900123\n\
         90004,Tia Roe,,01/02/2026,sibling of 90001,SW4\n\
         90005,Zed Poe,,01/02/2026,mum JO worried,SW5\n\
         90006,Kim Lee,,01/02/2026,Nothing to add,SW6\n",
        expect![[r#"
            2: opened 2026-02-01, id 90001, practitioner SW1, comment withheld
            3: opened 2026-02-01, id 90002, practitioner SW2, comment withheld
            4: opened 2026-02-01, id 90003, comment withheld
            5: opened 2026-02-01, id 90004, practitioner SW4, comment withheld
            6: opened 2026-02-01, id 90005, practitioner SW5, comment withheld
            7: opened 2026-02-01, id 90006, practitioner SW6, comment Nothing to add
            note, Social worker [4]: Holds personal data, or more than a name: left out.
        "#]],
    );
}

#[test]
fn a_value_that_may_be_a_name_is_not_quoted() {
    let text = "Child ID,Name,Date of referral,Risk level,Gender\n1,Ava Smith,01/02/2026,Smith,see Ava Smith's file\n2,Lou Fox,01/02/2026,Severe,\n";
    let outcome = outcome(text.as_bytes(), "a.csv", None);
    expect![[r#"
        2 refused, Risk level: This value is not a level of risk of this register (high, medium, low). Correct it, or say in a mapping file what it stands for.
        2 refused, Gender: This value is not in the list of codes for sex (F, M, U). Correct it, or say in a mapping file what it stands for.
        3 refused, Risk level: "Severe" is not a level of risk of this register (high, medium, low). Correct it, or say in a mapping file what it stands for.
    "#]].assert_eq(&outcome);
    assert!(!outcome.contains("Smith"));
}

#[test]
fn a_file_without_a_date_of_referral_says_what_it_found() {
    check_csv("Child ID,Began,Risk level,Team\n1,01/02/2026,Low,North\n", expect![[r#"
        No column holds the date of referral. The headings found are: Child ID; Began; Risk level; Team. Name the right one in a mapping file, for example {"columns": {"Date started": "opened_on"}}.
    "#]]);
    check_csv("Date,Amount,Payee\n1,2,3\n", expect![[r#"
        No sheet has a row of headings that looks like a tracker (child id, date of referral, risk level, last review and so on) in its first 30 rows. Name the sheet and the header row in a mapping file.
    "#]]);
}

#[test]
fn a_mapping_file_says_what_cannot_be_guessed() {
    let text = "Ours,Began,Colour,Team,Vehicle,When looked at\n1,01/02/2026,Red,North,none,?\n2,01/02/2026,Blue,North,,2026\n";
    let mapping = r#"{"columns":{"Ours":"child_id","began":"opened_on","Colour":"level","When looked at":"last_review_on"},
        "values":{"level":{"RED":"high"},"last_review_on":{"?":""}},"ignore":["Vehicle"]}"#;
    expect![[r#"
        2: opened 2026-02-01, id 1, team North, level high
        3 refused, Colour: "Blue" is not a level of risk of this register (high, medium, low). Correct it, or say in a mapping file what it stands for.
        3 refused, When looked at: This is not a date. Write it day first, for example 27/03/2026.
        note, Vehicle []: This column was not read, as the mapping file says.
    "#]].assert_eq(&outcome(text.as_bytes(), "a.csv", Some(mapping)));
    expect![[r#"
        The mapping file names the column "Start", which the sheet does not have. Write the heading as it stands in the file.
    "#]].assert_eq(&outcome(text.as_bytes(), "a.csv", Some(r#"{"columns":{"Start":"opened_on"}}"#)));
    expect![[r#"
        The mapping file says that the headings are in row 9, which is empty. Correct "header_row".
    "#]].assert_eq(&outcome(text.as_bytes(), "a.csv", Some(r#"{"header_row":9}"#)));
}

/// A workbook as another authority might keep one: a cover sheet, a merged title, headings in row 7, formulas.
fn other_authority() -> Vec<u8> {
    let mut writer = Writer::new();
    let cover = writer.add_worksheet();
    cover.set_name("Read me").unwrap();
    cover.write(0, 0, "Name").unwrap();
    cover.write(1, 0, "Date of referral").unwrap();
    let sheet = writer.add_worksheet();
    sheet.set_name("Live 2026").unwrap();
    sheet.merge_range(0, 0, 2, 8, "Exploitation list: Name, DOB and risk of every child", &Format::new()).unwrap();
    let headings = ["Child Unique ID", "Date of Birth", "Case opened", "Gender", "Ethnicity", "RISK\nRATING", "Next MACE", "Days open", "Age (years)", "Comments"];
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write(6, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd mmm yyyy");
    let when = |y, m, d| ExcelDateTime::from_ymd(y, m, d).unwrap();
    sheet.write(7, 0, 12345.0).unwrap();
    sheet.write_with_format(7, 1, when(2011, 9, 2), &date).unwrap();
    sheet.write_with_format(7, 2, when(2026, 3, 1), &date).unwrap();
    sheet.write(7, 3, "b) Female").unwrap();
    sheet.write(7, 4, "a) WBRI").unwrap();
    sheet.write(7, 5, "High risk").unwrap();
    sheet.write_formula_with_format(7, 6, Formula::new("=C8+42").set_result("46124"), &date).unwrap();
    sheet.write_formula(7, 7, Formula::new("=TODAY()-C8").set_result("")).unwrap();
    sheet.write_formula(7, 8, Formula::new("=DATEDIF(B8,C8,\"y\")").set_result("14")).unwrap();
    sheet.write(7, 9, "No change").unwrap();
    // Row 10: a date as a bare number, an error, a formula without a result.
    sheet.write(9, 0, "AB-77").unwrap();
    sheet.write(9, 2, 46082.0).unwrap();
    sheet.write(9, 3, 2.0).unwrap();
    sheet.write_formula(9, 4, Formula::new("=VLOOKUP(A10,X:Y,2)").set_result("#N/A")).unwrap();
    sheet.write(9, 8, 13.9).unwrap();
    // A formula copied down in advance makes no case.
    for row in 10..14 {
        sheet.write_formula(row, 8, Formula::new("=IF(B11=\"\",\"\",1)").set_result("")).unwrap();
    }
    let old = writer.add_worksheet();
    old.set_name("Closed 2025").unwrap();
    for (column, heading) in (0u16..).zip(["Child Unique ID", "Case opened", "Date closed"]) {
        old.write(0, column, heading).unwrap();
    }
    writer.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_of_another_authority_is_read() {
    expect![[r#"
        8: opened 2026-03-01, id 12345, age 14, sex F, ethnicity WBRI, level high, next 2026-04-12, comment No change
        10 refused, Ethnicity: This cell shows the error #N/A instead of a value. Correct its formula, or clear it.
        note, file []: The sheet "Closed 2025" also looks like a tracker and was not read. To bring it in, name it in a mapping file.
        note, Days open []: This column was not read: no field of the register goes by this heading. A mapping file can name one.
    "#]].assert_eq(&outcome(&other_authority(), "Exploitation.xlsx", None));
}

#[test]
fn a_mapping_file_chooses_the_sheet() {
    expect![[r#"
        note, file []: There are no rows under the headings.
    "#]].assert_eq(&outcome(&other_authority(), "a.xlsx", Some(r#"{"sheet":"closed 2025"}"#)));
    expect![[r#"
        The mapping file names the sheet "Archive", which the workbook does not have. Its sheets are: Read me; Live 2026; Closed 2025.
    "#]].assert_eq(&outcome(&other_authority(), "a.xlsx", Some(r#"{"sheet":"Archive"}"#)));
}

#[test]
fn what_is_no_workbook_is_refused_in_its_own_words() {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let encrypted: Vec<u8> = ole.iter().copied().chain([0; 600]).chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut broken = other_authority();
    broken.truncate(broken.len() / 2);
    let html = b"<html><table><tr><td>Child ID</td></tr></table></html>".to_vec();
    let cases = [ole, encrypted, broken, html, b"PK\x03\x04rubbish".to_vec(), vec![0, 1, 2, 3], b"\n\n".to_vec()];
    let said = cases.iter().fold(String::new(), |said, bytes| said + &outcome(bytes, "tracker.xls", None));
    expect![[r#"
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The workbook is protected with a password. Save a copy without the password and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The file is a web page or XML under a spreadsheet's name. Open it in a spreadsheet program, save it as .xlsx, and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        No sheet has a row of headings that looks like a tracker (child id, date of referral, risk level, last review and so on) in its first 30 rows. Name the sheet and the header row in a mapping file.
    "#]].assert_eq(&said);
}

#[test]
fn a_sheet_past_the_limits_is_refused() {
    let mut rows = "ID,Date of referral,Risk level\n".to_owned();
    rows.push_str(&"1,01/02/2026,Low\n".repeat(200_001));
    let wide = format!("ID,Date of referral,Risk level\n1,01/02/2026,Low{}x\n", ",".repeat(600));
    let said = outcome(rows.as_bytes(), "a.csv", None) + &outcome(wide.as_bytes(), "a.csv", None);
    expect![[r#"
        The sheet has values below row 200000. Delete the rows that are not part of the tracker and try again.
        The sheet has values to the right of column 500. Delete the columns that are not part of the tracker and try again.
    "#]].assert_eq(&said);
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Live\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    crate::testing::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|c| format!("<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>")).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn an_open_document_is_read_and_its_empty_million_rows_are_not() {
    let rows = [
        ods_row(&["Child ID", "Date of referral", "Risk level"]),
        ods_row(&["7", "01/02/2026", "Low"]),
        "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    expect![[r#"
        2: opened 2026-02-01, id 7, level low
    "#]].assert_eq(&outcome(&ods(&rows.concat()), "a.ods", None));
    let bomb = "<table:table-row table:number-rows-repeated=\"9000\"><table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    expect![[r#"
        The sheet has values to the right of column 500. Delete the columns that are not part of the tracker and try again.
    "#]].assert_eq(&outcome(&ods(bomb), "a.ods", None));
}

/// A cell as a tracker might hold it.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}",
        prop::sample::select(vec!["", "TBC", "High", "m", "Low", "Yes", "N", "PN1", "PN9", "F", "WBRI", "Open", "Closed", "3", "-1", "01/02/2026", "2026-03-04", "=A1", "#N/A", "ok"]).prop_map(str::to_owned),
        "[ -~]{0,12}",
    ]
}

const HEADINGS: [&str; 12] = ["Child ID", "Name", "DOB", "Date of referral", "Gender", "Risk level", "Last review", "Next review due", "Plan signed off", "Status", "Date closed", "Comments"];

fn csv_text(headings: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(headings).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(vec!["a.csv", "a.xlsx", "a.xls", "a", "a.ods"])) {
        outcome(&bytes, name, None);
    }

    #[test]
    fn no_damage_to_a_workbook_makes_the_reader_fail(at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut bytes = ods(&ods_row(&["Child ID", "Date of referral", "Risk level"]));
        let at = at.index(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        outcome(&bytes, "a.ods", None);
    }

    #[test]
    fn the_order_of_the_columns_never_matters(
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 0..6),
        order in Just((0..HEADINGS.len()).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let headings: Vec<&str> = order.iter().map(|&i| HEADINGS[i]).collect();
        let shuffled: Vec<Vec<String>> = rows.iter().map(|row| order.iter().map(|&i| row[i].clone()).collect()).collect();
        in_context(|ctx| {
            let straight = read(&csv_text(&HEADINGS, &rows), "a.csv", None, ctx).unwrap();
            let other = read(&csv_text(&headings, &shuffled), "a.csv", None, ctx).unwrap();
            assert!(straight.rows == other.rows, "the rows differ");
            let sorted = |r: Reading<TrackerRow>| r.refused.into_iter().map(|mut row| {
                row.cells.sort_by(|a, b| a.column.cmp(&b.column));
                row
            }).collect::<Vec<_>>();
            assert_eq!(sorted(straight), sorted(other));
        });
    }

    #[test]
    fn a_marked_word_never_shows_in_a_reason_a_note_or_a_debug(rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 1..4), columns in prop::collection::vec(any::<prop::sample::Index>(), 1..4)) {
        let marked: Vec<Vec<String>> = rows.into_iter().map(|mut row| {
            row[1] = "Zyxwvut".to_owned();
            for column in &columns {
                let at = column.index(row.len());
                if !["Comments"].contains(&HEADINGS[at]) {
                    row[at] = "Zyxwvut".to_owned();
                }
            }
            row
        }).collect();
        in_context(|ctx| {
            let reading = read(&csv_text(&HEADINGS, &marked), "a.csv", None, ctx).unwrap();
            assert!(!format!("{:?}{:?}{:?}", reading.rows, reading.refused, reading.notes).contains("Zyxwvut"));
            assert!(reading.rows.iter().all(|r| r.comment.as_deref().is_none_or(|c| !c.contains("Zyxwvut"))));
        });
    }
}
