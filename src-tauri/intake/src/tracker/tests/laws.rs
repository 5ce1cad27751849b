//! What holds for any tracker: no bytes make the reader fail, the order of columns never matters, nothing about a child shows.

use super::workbooks::{ods, ods_row};
use super::*;
use proptest::prelude::*;

/// A cell as a tracker might hold it.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}",
        prop::sample::select(vec![
            "",
            "TBC",
            "High",
            "m",
            "Low",
            "Yes",
            "N",
            "PN1",
            "PN9",
            "F",
            "WBRI",
            "Open",
            "Closed",
            "3",
            "-1",
            "01/02/2026",
            "2026-03-04",
            "=A1",
            "#N/A",
            "ok"
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,12}",
    ]
}

const HEADINGS: [&str; 12] = [
    "Child ID",
    "Name",
    "DOB",
    "Date of referral",
    "Gender",
    "Risk level",
    "Last review",
    "Next review due",
    "Plan signed off",
    "Status",
    "Date closed",
    "Comments",
];

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
    fn a_marked_word_never_shows_in_a_reason_a_note_or_a_debug(
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 1..4),
        columns in prop::collection::vec(any::<prop::sample::Index>(), 1..HEADINGS.len()),
    ) {
        let marked: Vec<Vec<String>> = rows.into_iter().map(|mut row| {
            for column in &columns {
                let at = column.index(row.len());
                row[at] = "Zyxwvut".to_owned();
            }
            row
        }).collect();
        in_context(|ctx| {
            let reading = read(&csv_text(&HEADINGS, &marked), "a.csv", None, ctx).unwrap();
            assert!(!format!("{reading:?}").contains("Zyxwvut"));
        });
    }
}
