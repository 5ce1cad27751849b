//! The summary as a workbook, laid out as the Government Statistical Service asks (Releasing statistics in spreadsheets):
//! a cover, a list of contents, one table on each sheet from its first column on and marked up as a table, notes on a
//! sheet of their own, no merged cells, no blank rows, real dates, a title in the properties.
//!
//! Text is written as plain strings, never as formulas. The time of creation is the time the summary was made, so that the
//! same summary makes the same bytes.

mod page;

use chrono::{NaiveDate, NaiveTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use self::page::{Holds, Looks, Page};
use crate::about::{Value, about};
use crate::error::ReportError;
use crate::summary::{Summary, Table};

/// The row of a table sheet, counted from 0, on which its headings stand.
pub(crate) const HEADINGS: u32 = 3;
const NOTES: &str = "notes";
/// The first row of the cover, counted from 0, that says something about the summary.
const FACTS: u32 = 3;

/// The bytes of the file.
pub fn xlsx(summary: &Summary) -> Result<Vec<u8>, ReportError> {
    let made_at = ExcelDateTime::from_timestamp(summary.made_at.timestamp())?;
    let properties = DocProperties::new()
        .set_title(&summary.title)
        .set_subject(&summary.marking)
        .set_author("Caseward")
        .set_company(&summary.authority)
        .set_creation_datetime(&made_at);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    let looks = Looks::new();
    let book = &mut workbook;
    cover(Page::new(book, summary, &looks, "cover", &[50, 75])?, summary)?;
    contents(Page::new(book, summary, &looks, "contents", &[30, 65])?, summary)?;
    for table in &summary.tables {
        numbers(Page::new(book, summary, &looks, &table.id, &widths(table))?, table)?;
    }
    notes(Page::new(book, summary, &looks, NOTES, &[30, 110])?, summary)?;
    Ok(workbook.save_to_buffer()?)
}

fn cover(mut page: Page<'_>, summary: &Summary) -> Result<(), ReportError> {
    page.title(&summary.title)?;
    page.text(1, 0, "This workbook holds the tables of one progress summary, one on each worksheet, and notes on all of them.")?;
    let mut row = FACTS;
    for fact in about(summary) {
        page.text(row, 0, fact.name)?;
        match fact.value {
            Value::Text(text) => page.text(row, 1, text)?,
            Value::On(date) => page.date(row, 1, &day(date)?)?,
            Value::At(at) => page.instant(row, 1, &ExcelDateTime::from_timestamp(at.timestamp())?)?,
        }
        row += 1;
    }
    for (place, text) in (1..).zip(&summary.suppression) {
        page.text(row, 0, &format!("Suppression rule {place}"))?;
        page.text(row, 1, text)?;
        row += 1;
    }
    let facts = usize::try_from(row - FACTS).unwrap_or(usize::MAX);
    page.mark_up("about", FACTS - 1, facts, &["About this summary", "Value"], Holds::Text)
}

fn contents(mut page: Page<'_>, summary: &Summary) -> Result<(), ReportError> {
    page.title("Contents")?;
    let tables = summary.tables.iter().map(|table| (table.id.as_str(), table.title.as_str()));
    let listed: Vec<(&str, &str)> = tables.chain([(NOTES, "How this summary was made, and notes on each table")]).collect();
    for (row, (id, title)) in (2..).zip(&listed) {
        page.link(row, id, id)?;
        page.text(row, 1, title)?;
    }
    page.mark_up("contents", 1, listed.len(), &["Worksheet", "What stands on it"], Holds::Text)
}

/// A wide table gets narrow columns, so that a sheet of paper holds it.
fn widths(table: &Table) -> Vec<u16> {
    let (labels, numbers) = if table.columns.len() > 3 { (46, 15) } else { (62, 20) };
    std::iter::once(labels).chain(table.columns.iter().skip(1).map(|_| numbers)).collect()
}

fn numbers(mut page: Page<'_>, table: &Table) -> Result<(), ReportError> {
    page.title(&table.title)?;
    page.text(1, 0, &table.finding)?;
    page.link(2, NOTES, "Notes on this table are on the worksheet “notes”.")?;
    for (number, row) in (HEADINGS + 1..).zip(&table.rows) {
        page.text(number, 0, &row.label)?;
        for (column, cell) in (1..).zip(&row.cells) {
            page.number(number, column, cell)?;
        }
    }
    let columns: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    page.mark_up(&table.id, HEADINGS, table.rows.len(), &columns, Holds::Numbers)
}

fn notes(mut page: Page<'_>, summary: &Summary) -> Result<(), ReportError> {
    page.title("Notes")?;
    let method = summary.suppression.iter().chain(&summary.method).map(|note| ("all tables", note));
    let tables = summary.tables.iter().flat_map(|table| table.notes.iter().map(|note| (table.id.as_str(), note)));
    let listed: Vec<(&str, &String)> = method.chain(tables).collect();
    for (row, (about, note)) in (2..).zip(&listed) {
        page.text(row, 0, about)?;
        page.text(row, 1, note)?;
    }
    page.mark_up(NOTES, 1, listed.len(), &["Worksheet", "Note"], Holds::Text)
}

fn day(date: NaiveDate) -> Result<ExcelDateTime, ReportError> {
    Ok(ExcelDateTime::from_timestamp(date.and_time(NaiveTime::MIN).and_utc().timestamp())?)
}
