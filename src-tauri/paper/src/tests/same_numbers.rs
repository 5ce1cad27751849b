//! The four files of one summary, read back as strangers would read them: every cell of every table is the same in each.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use caseward_report::summary::Summary;
use caseward_report::{csv, html, xlsx};

use super::reading::{squeezed, tags_of, text_of};
use super::sample::summary;
use crate::pdf;

/// Table, row and place in the row, and the number or the sign there. Labels without spaces: a reader of PDF may lose one where a
/// line ends.
type Cells = BTreeMap<(String, String, usize), String>;

/// `1204` of `1,204`, `66.7` of `66.7%` and `41` of `41.0`.
fn plain(text: &str) -> String {
    let bare = text.trim().replace(',', "");
    let bare = bare.trim_end_matches('%');
    bare.parse::<f64>().map_or_else(|_| bare.to_owned(), |number| number.to_string())
}

fn of_summary(summary: &Summary) -> Cells {
    let mut found = Cells::new();
    for table in &summary.tables {
        for row in &table.rows {
            for (place, cell) in row.cells.iter().enumerate() {
                found.insert((table.id.clone(), squeezed(&row.label), place), plain(&cell.say()));
            }
        }
    }
    found
}

fn of_pdf(summary: &Summary) -> Cells {
    let read = tags_of(&pdf(summary).unwrap());
    let mut found = Cells::new();
    // The table of facts at the beginning has no row of headings.
    for (table, tag) in summary.tables.iter().zip(read.all("Table").into_iter().skip(1)) {
        let rows = tag.all("TR");
        let headings: Vec<String> = rows[0].all("TH").iter().map(|cell| squeezed(&cell.words())).collect();
        assert_eq!(headings, table.columns.iter().map(|column| squeezed(column)).collect::<Vec<_>>());
        for row in &rows[1..] {
            assert_eq!(row.all("TH").len(), 1, "the label is the heading of its row");
            let label = squeezed(&row.all("TH")[0].words());
            for (place, cell) in row.all("TD").iter().enumerate() {
                found.insert((table.id.clone(), label.clone(), place), plain(&cell.words()));
            }
        }
    }
    found
}

fn of_xlsx(summary: &Summary) -> Cells {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(summary).unwrap())).unwrap();
    let mut found = Cells::new();
    for table in &summary.tables {
        let sheet = book.worksheet_range(&table.id).unwrap();
        for row in sheet.rows().filter(|row| table.rows.iter().any(|known| row[0] == known.label.as_str())) {
            for (place, cell) in row.iter().skip(1).enumerate() {
                found.insert((table.id.clone(), squeezed(&row[0].to_string()), place), plain(&cell.to_string()));
            }
        }
    }
    found
}

fn of_csv(summary: &Summary) -> Cells {
    let bytes = csv(summary).unwrap();
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let mut found = Cells::new();
    for row in reader.records() {
        let row = row.unwrap();
        let Some(table) = summary.tables.iter().find(|table| table.id == row[0] && !row[4].is_empty()) else { continue };
        let place = table.columns.iter().skip(1).position(|column| *column == row[3]).unwrap();
        found.insert((table.id.clone(), squeezed(&row[2]), place), plain(&row[4]));
    }
    found
}

fn of_html(summary: &Summary) -> Cells {
    let page = html(summary);
    let mut found = Cells::new();
    for table in &summary.tables {
        let start = format!("<section aria-labelledby=\"{}\">", table.id);
        let section = page.split_once(&start).unwrap().1.split_once("</section>").unwrap().0;
        for row in section.split("<tr").filter(|row| row.contains("scope=\"row\"")) {
            let label = row.split_once("scope=\"row\">").unwrap().1.split_once("</th>").unwrap().0.replace("&amp;", "&");
            for (place, cell) in row.split("<td>").skip(1).enumerate() {
                let cell = cell.split_once("</td>").unwrap().0;
                found.insert((table.id.clone(), squeezed(&label), place), plain(cell));
            }
        }
    }
    found
}

#[test]
fn the_four_files_hold_the_same_cells() {
    let summary = summary();
    let wanted = of_summary(&summary);
    assert!(wanted.len() > 45 && wanted.values().any(|cell| cell == "[c]") && wanted.values().any(|cell| cell == "[z]"));
    assert_eq!(of_pdf(&summary), wanted);
    assert_eq!(of_xlsx(&summary), wanted);
    assert_eq!(of_csv(&summary), wanted);
    assert_eq!(of_html(&summary), wanted);
}

#[test]
fn the_four_files_say_the_same_of_the_summary() {
    let summary = summary();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&summary).unwrap())).unwrap();
    let sheets = book.sheet_names();
    let mut words = String::new();
    for sheet in sheets {
        let range = book.worksheet_range(&sheet).unwrap();
        range.rows().flatten().for_each(|cell| words.push_str(&cell.to_string()));
    }
    let csv = String::from_utf8(csv(&summary).unwrap()).unwrap();
    let files = [text_of(&pdf(&summary).unwrap()), words, csv, html(&summary)];
    let mut said = vec![summary.profile.say().to_owned(), summary.audit_head.clone(), summary.marking.clone()];
    said.extend(summary.recipient.clone());
    said.extend(summary.method.iter().chain(&summary.suppression).cloned());
    for (file, text) in ["PDF", "XLSX", "CSV", "HTML"].into_iter().zip(files) {
        for wanted in &said {
            assert!(squeezed(&text).contains(&squeezed(wanted)), "{file}: {wanted}");
        }
    }
}
