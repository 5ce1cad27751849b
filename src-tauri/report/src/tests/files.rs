//! The three files: the same numbers in each, the same bytes each time.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use expect_test::expect_file;

use super::register::small_register;
use crate::summary::{Cell, Profile, Summary};
use crate::xlsx::HEADINGS;
use crate::{charts, csv, csv_metadata, html, xlsx};

/// Table, row and column, and the number or the symbol there.
type Numbers = BTreeMap<(String, String, String), String>;

fn numbers_of(summary: &Summary) -> Numbers {
    let mut found = Numbers::new();
    for table in &summary.tables {
        for row in &table.rows {
            assert_eq!(row.cells.len() + 1, table.columns.len(), "{}: {}", table.id, row.label);
            for (column, cell) in table.columns.iter().skip(1).zip(&row.cells) {
                found.insert((table.id.clone(), row.label.clone(), column.clone()), plain(&cell.plain()));
            }
        }
    }
    found
}

/// `66.7` and `100`, however the format writes them.
fn plain(text: &str) -> String {
    let bare = text.replace(',', "");
    let bare = bare.trim_end_matches('%');
    bare.parse::<f64>().map_or_else(|_| bare.to_owned(), |number| number.to_string())
}

fn numbers_in_csv(bytes: &[u8]) -> Numbers {
    let mut reader = ::csv::Reader::from_reader(bytes);
    assert_eq!(reader.headers().unwrap(), vec!["table_id", "table", "row", "column", "value", "unit", "text"]);
    let rows = reader.records().map(Result::unwrap);
    let numbers = rows.filter(|row| matches!(&row[5], "count" | "per cent" | "days" | "none"));
    numbers.map(|row| ((row[0].to_owned(), row[2].to_owned(), row[3].to_owned()), plain(&row[4]))).collect()
}

fn numbers_in_xlsx(bytes: &[u8], summary: &Summary) -> Numbers {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut found = Numbers::new();
    for table in &summary.tables {
        let sheet = book.worksheet_range(&table.id).unwrap();
        let mut rows = sheet.rows().skip(HEADINGS as usize);
        let headings: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        for row in rows {
            for (column, cell) in headings.iter().zip(row).skip(1) {
                assert!(matches!(cell, Data::Float(_) | Data::Int(_)) || *cell == "[z]" || *cell == "[c]", "{cell:?}");
                found.insert((table.id.clone(), row[0].to_string(), column.clone()), plain(&cell.to_string()));
            }
        }
    }
    found
}

/// The text between a mark and the end tag, each time that it stands in the page.
fn between<'a>(page: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    page.split(start).skip(1).map(|rest| rest.split_once(end).unwrap().0).collect()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn numbers_in_html(page: &str) -> Numbers {
    let mut found = Numbers::new();
    for section in between(page, "<section aria-labelledby=\"", "</section>").into_iter().filter(|s| s.contains("<table>")) {
        let id = section.split_once('"').unwrap().0;
        let columns = between(section, "<th scope=\"col\">", "</th>");
        for row in section.split("<tr").filter(|row| row.contains("scope=\"row\"")) {
            let label = unescape(between(row, "<th scope=\"row\">", "</th>")[0]);
            for (column, cell) in columns.iter().skip(1).zip(between(row, "<td>", "</td>")) {
                found.insert((id.to_owned(), label.clone(), unescape(column)), plain(cell));
            }
        }
    }
    found
}

#[test]
fn all_three_files_hold_the_numbers_of_the_summary() {
    let summary = small_register();
    let numbers = numbers_of(&summary);
    assert!(numbers.len() > 200, "{}", numbers.len());
    assert_eq!(numbers_in_csv(&csv(&summary).unwrap()), numbers);
    assert_eq!(numbers_in_xlsx(&xlsx(&summary).unwrap(), &summary), numbers);
    assert_eq!(numbers_in_html(&html(&summary)), numbers);
}

/// The summary as a pack for a partner: some numbers hidden, for whom, by which rule.
fn for_a_partner() -> Summary {
    let mut summary = small_register();
    summary.profile = Profile::Partners;
    summary.marking = Profile::Partners.marking().to_owned();
    summary.recipient = Some("Fenmoor Safeguarding Board".to_owned());
    summary.suppression = vec!["Numbers from 1 to 5 are hidden and shown as [c].".to_owned(), "They were attacked.".to_owned()];
    for row in summary.tables.iter_mut().flat_map(|table| &mut table.rows) {
        for cell in &mut row.cells {
            if matches!(cell, Cell::Count { value: 1..=5 } | Cell::Percent { .. }) {
                *cell = Cell::Hidden;
            }
        }
    }
    summary.charts = charts(&summary.tables, summary.to);
    summary
}

#[test]
fn a_hidden_number_is_hidden_in_every_file_and_each_says_for_whom_and_why() {
    let summary = for_a_partner();
    let numbers = numbers_of(&summary);
    assert!(numbers.values().filter(|value| *value == "[c]").count() > 50);
    let (csv, page) = (csv(&summary).unwrap(), html(&summary));
    assert_eq!(numbers_in_csv(&csv), numbers);
    assert_eq!(numbers_in_xlsx(&xlsx(&summary).unwrap(), &summary), numbers);
    assert_eq!(numbers_in_html(&page), numbers);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&summary).unwrap())).unwrap();
    let cover: Vec<String> = book.worksheet_range("cover").unwrap().rows().map(|row| row[1].to_string()).collect();
    let csv = String::from_utf8(csv).unwrap();
    let said = ["Partners: small numbers hidden", "Fenmoor Safeguarding Board", &summary.audit_head].map(str::to_owned);
    for text in said.iter().chain(&summary.suppression) {
        assert!(csv.contains(text.as_str()) && page.contains(text.as_str()) && cover.contains(text), "{text}");
    }
    assert!(summary.method.iter().all(|text| page.contains(&html_text(text)) && csv.contains(&text.replace('"', "\"\""))));
}

fn html_text(text: &str) -> String {
    crate::html::Escaped(text).to_string()
}

#[test]
fn no_cell_of_the_workbook_is_a_formula() {
    let odd = "=cmd|'/c calc'!A1";
    let mut summary = for_a_partner();
    for text in [&mut summary.title, &mut summary.authority, &mut summary.marking, &mut summary.audit_head] {
        *text = odd.to_owned();
    }
    summary.recipient = Some(odd.to_owned());
    summary.method.push(odd.to_owned());
    summary.suppression.push(odd.to_owned());
    for table in &mut summary.tables {
        (table.title, table.finding) = (odd.to_owned(), odd.to_owned());
        table.notes.push(odd.to_owned());
        table.columns.iter_mut().for_each(|column| *column = format!("{odd} {column}"));
        table.rows.iter_mut().for_each(|row| row.label = format!("{odd} {}", row.label));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&summary).unwrap())).unwrap();
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "{sheet}");
    }
    let csv = csv(&summary).unwrap();
    let mut reader = ::csv::Reader::from_reader(csv.as_slice());
    assert!(reader.records().all(|row| row.unwrap().iter().all(|field| !field.starts_with(crate::csv::BEGINS_A_FORMULA))));
}

#[test]
fn the_same_summary_makes_the_same_bytes() {
    let made = || {
        let summary = small_register();
        (xlsx(&summary).unwrap(), csv(&summary).unwrap(), html(&summary))
    };
    let first = made();
    // A zip file and a document keep time by the second.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert!(first == made());
}

#[test]
fn the_csv_and_the_html_are_as_they_were_agreed() {
    let summary = small_register();
    let csv = String::from_utf8(csv(&summary).unwrap()).unwrap();
    expect_file!["../../goldens/summary.csv"].assert_eq(&csv.replace("\r\n", "\n"));
    expect_file!["../../goldens/summary.html"].assert_eq(&html(&summary));
    let metadata = String::from_utf8(csv_metadata(&summary).unwrap()).unwrap();
    expect_file!["../../goldens/summary.csv-metadata.json"].assert_eq(&metadata);
}

#[test]
fn the_workbook_has_real_dates_and_one_table_on_each_sheet() {
    let summary = small_register();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&summary).unwrap())).unwrap();
    let mut sheets = vec!["cover", "contents"];
    sheets.extend(summary.tables.iter().map(|table| table.id.as_str()));
    sheets.push("notes");
    assert_eq!(book.sheet_names(), sheets);
    let cover = book.worksheet_range("cover").unwrap();
    let fact = |name: &str| cover.rows().find(|row| row[0] == *name).unwrap()[1].clone();
    assert_eq!(fact("First day of the period").as_date(), Some(summary.from));
    assert_eq!(fact("Last day of the period").as_date(), Some(summary.to));
    assert_eq!(fact("Made at").as_datetime(), Some(summary.made_at.naive_utc()));
    assert_eq!(fact("Marking"), "OFFICIAL-SENSITIVE");
    assert_eq!(fact("Audit head"), summary.audit_head.as_str());
    book.load_tables().unwrap();
    for sheet in sheets {
        assert_eq!(book.table_names_in_sheet(sheet).len(), 1, "{sheet}");
    }
}

#[test]
fn the_html_needs_nothing_else_and_is_marked() {
    let page = html(&small_register());
    for fetched in ["<script", "<link", "<img", "src=", "url(h", "url(d", "url(/", "@import", "http://www.w3.org/1999"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    let links = between(&page, "href=\"", "\"");
    assert!(!links.is_empty() && links.iter().all(|link| link.starts_with('#')));
    assert!(links.iter().all(|link| page.contains(&format!("id=\"{}\"", &link[1..]))));
    assert_eq!(page.matches("<p class=\"marking\">OFFICIAL-SENSITIVE</p>").count(), 2);
}

#[test]
fn ids_and_headings_are_fit_for_sheets_tables_and_anchors() {
    let summary = small_register();
    let mut ids: Vec<&str> = summary.tables.iter().map(|table| table.id.as_str()).collect();
    ids.extend(["cover", "contents", "notes", "about", "method"]);
    assert!(ids.iter().all(|id| id.len() <= 31 && id.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for table in &summary.tables {
        let mut columns: Vec<String> = table.columns.iter().map(|column| column.to_lowercase()).collect();
        columns.sort_unstable();
        columns.dedup();
        assert_eq!(columns.len(), table.columns.len(), "{}", table.id);
    }
    for chart in &summary.charts {
        let table = summary.tables.iter().find(|table| table.id == chart.table).unwrap();
        assert!(chart.columns.iter().all(|column| matches!(table.rows[0].cells[*column], Cell::Count { .. })));
    }
}
