//! How a summary is set: the same bytes each time, whatever text it holds.

use super::reading::{squeezed, text_of};
use super::sample::{count, of_an_empty_register, summary, table, with_everywhere};
use crate::{letters, pdf, set};
use caseward_report::summary::{Cell, Summary, TableRow};

/// The file, or what Typst says against it.
fn made(summary: &Summary) -> Vec<u8> {
    set(summary).unwrap_or_else(|errors| panic!("{:?}", errors.iter().map(|error| error.message.clone()).collect::<Vec<_>>()))
}

#[test]
fn the_same_summary_makes_the_same_bytes() {
    let first = pdf(&summary()).unwrap();
    assert!(first == pdf(&summary()).unwrap());
    let raw = String::from_utf8_lossy(&first);
    assert!(raw.contains("20261005093007"), "the day and time at which the summary was made");
    assert!(raw.contains("pdfuaid:part>1<") && raw.contains("Fenmoor Council"));
}

#[test]
fn no_text_of_a_summary_is_read_as_markup() {
    for odd in [
        "#panic()",
        "*bold* _lean_",
        "$x^2$ @label <label>",
        "=cmd|'/c calc'!A1",
        "= Heading",
        "\\#\\ // `raw` [c] ~ --- \"q\" 'q'",
        "#{1/0}",
    ] {
        let read = squeezed(&text_of(&made(&with_everywhere(odd))));
        assert!(read.matches(&squeezed(odd)).count() > 20, "{odd}: {read}");
    }
}

#[test]
fn a_letter_without_a_shape_is_shown_as_a_box_and_the_file_says_so() {
    let said = squeezed(letters::SAID_OF_MISSING);
    let read = squeezed(&text_of(&made(&with_everywhere("東 \u{1}\tЖ é 🙂"))));
    assert!(read.contains("□Жé□") && read.contains(&said), "{read}");
    assert!(!squeezed(&text_of(&made(&summary()))).contains(&said));
}

#[test]
fn every_table_of_the_menu_is_set() {
    let all = of_an_empty_register();
    assert!(all.tables.len() > 15 && all.charts.len() > 4);
    let read = squeezed(&text_of(&made(&all)));
    for table in &all.tables {
        assert!(read.contains(&squeezed(&table.title)) && table.notes.iter().all(|note| read.contains(&squeezed(note))));
    }
}

#[test]
fn what_holds_nothing_is_set_too() {
    let mut empty = summary();
    (empty.tables, empty.charts) = (Vec::new(), Vec::new());
    (empty.method, empty.suppression, empty.recipient) = (Vec::new(), Vec::new(), None);
    made(&empty);
    let mut bare = summary();
    bare.tables = vec![table("bare", "A table without rows", &["Name", "Number"], Vec::new())];
    bare.tables.iter_mut().for_each(|table| table.notes.clear());
    bare.charts.clear();
    made(&bare);
}

#[test]
fn a_long_and_wide_table_goes_on_from_page_to_page() {
    let mut long = summary();
    let columns: Vec<String> = (0..15).map(|place| format!("Column {place}")).collect();
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let rows = (0..150).map(|place| TableRow {
        label: format!("Row {place} with a name"),
        total: false,
        cells: (0..14).map(|cell| if cell == 3 { Cell::Hidden } else { count(place * cell) }).collect(),
    });
    long.tables = vec![table("long", "A long table", &names, rows.collect())];
    long.charts.clear();
    let read = text_of(&made(&long));
    assert!(squeezed(&read).contains("Row149withaname"));
}
