//! The sample tracker of `tests/data`: mixed dates, personal data in comments, a duplicate, a row in which everything is wrong.

use super::*;
use crate::reading::Note;
use crate::testing::{in_context, sample};
use expect_test::expect;
use std::collections::BTreeMap;
use std::fmt::Write;

fn reading() -> Reading<TrackerRow> {
    in_context(|ctx| read(&sample("cse_tracker.xlsx"), "cse_tracker.xlsx", None, ctx).unwrap())
}

fn notes(notes: &[Note]) -> String {
    notes.iter().fold(String::new(), |mut out, n| {
        writeln!(out, "{}: {} ({} rows)", n.column.as_deref().unwrap_or("file"), n.text, n.rows.len()).unwrap();
        out
    })
}

#[test]
fn the_sample_is_read_whole_but_for_the_duplicate_and_the_bad_row() {
    let reading = reading();
    assert_eq!(reading.rows.len(), 240);
    assert_eq!(reading.source.sheet.as_deref(), Some("CSE Tracker"));
    assert_eq!(reading.source.header_row, Some(4));
    let refused = reading.refused.iter().fold(String::new(), |mut out, row| {
        for cell in &row.cells {
            writeln!(out, "{} {}: {}", row.row, cell.column, cell.reason).unwrap();
        }
        out
    });
    expect![[r#"
        245 Child ID: Row 8 already has this child. Keep one of the two rows.
        246 DOB: There is no such day. Check the day and the month; they are read day first.
        246 Age: This is not an age in whole years from 0 to 25. Correct it, or say in a mapping file what it stands for.
        246 Date of referral: There is no such day. Check the day and the month; they are read day first.
        246 Risk level: "Severe" is not a level of risk of this register (high, medium, low). Correct it, or say in a mapping file what it stands for.
        246 Missing episodes (12m): "-1" is not a number of episodes. Correct it, or say in a mapping file what it stands for.
        246 RHI done?: "?" is neither yes nor no. Correct it, or say in a mapping file what it stands for.
        246 Last review: This date lies in the future. Correct it.
        246 Next review due: The next review is not after the last review. Check both dates.
        246 Child's participation: "PN9" is not in the list of codes for participation (PN0, PN1, PN2, PN3, PN4, PN5, PN6, PN7). Correct it, or say in a mapping file what it stands for.
        246 Comments: This cell holds a formula whose result was never saved. Open the file in a spreadsheet program and save it, or type the value.
    "#]].assert_eq(&refused);
    expect![[r#"
        Last review: "none" was read as blank. (21 rows)
        Assessment signed off: Still to come: read as no. (23 rows)
        Next review due: "tbc" was read as blank. (55 rows)
        Last review: "tbc" was read as blank. (22 rows)
    "#]]
    .assert_eq(&notes(&reading.notes));
    expect!["100"].assert_eq(&reading.withheld_comments.to_string());
}

#[test]
fn the_sample_gives_these_cases() {
    let reading = reading();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut count = |what: &str, value: String| *counts.entry(format!("{what} {value}")).or_default() += 1;
    for row in &reading.rows {
        count("level", format!("{:?}", row.level));
        count("sex", format!("{:?}", row.sex));
        count("assessment", format!("{:?}", row.assessment_signed_off));
        count("plan", format!("{:?}", row.plan_signed_off));
        count("interview", format!("{:?}", row.return_interview));
        count("participation", format!("{:?}", row.participation));
        count("closed", row.closed_on.is_some().to_string());
        count("last review", row.last_review_on.is_some().to_string());
        count("next review", row.next_review_on.is_some().to_string());
        count("comment", format!("{:?}", row.comment));
    }
    let shown = counts.iter().fold(String::new(), |mut out, (what, n)| {
        writeln!(out, "{n} {what}").unwrap();
        out
    });
    expect![[r#"
        18 assessment Blank
        51 assessment No
        171 assessment Yes
        185 closed false
        55 closed true
        100 comment None
        21 comment Some("Missing twice this month, returned with new phone.")
        37 comment Some("No new information.")
        16 comment Some("Online contact, images shared. School aware.")
        37 comment Some("Peer group overlaps with two other open cases.")
        29 comment Some("Reluctant to engage; trusted youth worker involved.")
        102 interview Blank
        47 interview No
        91 interview Yes
        57 last review false
        183 last review true
        8 level None
        58 level Some("high")
        77 level Some("low")
        97 level Some("medium")
        111 next review false
        129 next review true
        40 participation None
        33 participation Some("PN1")
        30 participation Some("PN2")
        39 participation Some("PN4")
        36 participation Some("PN6")
        62 participation Some("PN7")
        56 plan Blank
        51 plan No
        133 plan Yes
        153 sex Some("F")
        84 sex Some("M")
        3 sex Some("U")
    "#]]
    .assert_eq(&shown);
}
