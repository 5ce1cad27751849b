//! Trackers of other authorities: other headings, sheets, header rows, dates and codes; and files that are none.

use super::*;
use crate::testing::in_context;
use expect_test::{Expect, expect};
use std::fmt::Write;

mod laws;
mod workbooks;

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
    "#]]
    .assert_eq(&expected);
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
    check_csv(
        "Child ID,Began,Risk level,Team\n1,01/02/2026,Low,North\n",
        expect![[r#"
        No column holds the date of referral. The headings found are: Child ID; Began; Risk level; Team. Name the right one in a mapping file, for example {"columns": {"Date started": "opened_on"}}.
    "#]],
    );
    check_csv(
        "Date,Amount,Payee\n1,2,3\n",
        expect![[r#"
        No sheet has a row of headings that looks like a tracker (child id, date of referral, risk level, last review and so on) in its first 30 rows. Name the sheet and the header row in a mapping file.
    "#]],
    );
}

#[test]
fn a_mapping_file_says_what_cannot_be_guessed() {
    let text = "Ours,Began,Colour,Team,Vehicle,When looked at\n1,01/02/2026,Red,North,none,?\n2,01/02/2026,Blue,North,,2026\n";
    let mapping = r#"{"columns":{"Ours":"child_id","began":"opened_on","Colour":"level","When looked at":"last_review_on"},
        "values":{"level":{"RED":"high"},"last_review_on":{"?":""}},"ignore":["Vehicle"]}"#;
    expect![[r#"
        2: opened 2026-02-01, id 1, team North, level high
        3 refused, Colour: This value is not a level of risk of this register (high, medium, low). Correct it, or say in a mapping file what it stands for.
        3 refused, When looked at: This is not a date. Write it day first, for example 27/03/2026.
        note, Vehicle []: This column was not read, as the mapping file says.
    "#]].assert_eq(&outcome(text.as_bytes(), "a.csv", Some(mapping)));
    expect![[r#"
        The mapping file names the column "Start", which the sheet does not have. Write the heading as it stands in the file.
    "#]]
    .assert_eq(&outcome(text.as_bytes(), "a.csv", Some(r#"{"columns":{"Start":"opened_on"}}"#)));
    expect![[r#"
        The mapping file says that the headings are in row 9, which is empty. Correct "header_row".
    "#]]
    .assert_eq(&outcome(text.as_bytes(), "a.csv", Some(r#"{"header_row":9}"#)));
}
