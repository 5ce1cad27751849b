//! The summary as one tidy CSV: a row for each number (RFC 4180, UTF-8, no byte-order mark). What each column holds stands in
//! [`csv_metadata`], the file beside it.
//!
//! `value` holds a number or one of the signs `[c]` and `[z]`; everything that is text stands in `text`, so that whoever wants numbers
//! reads the rows with a unit. Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
//!
//! [`csv_metadata`]: crate::csv_metadata

use std::borrow::Cow;

use crate::about::{Value, about};
use crate::error::ReportError;
use crate::summary::{Summary, Table};

pub(crate) const COLUMNS: [&str; 7] = ["table_id", "table", "row", "column", "value", "unit", "text"];

/// The bytes of the file.
pub fn csv(summary: &Summary) -> Result<Vec<u8>, ReportError> {
    let writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let mut rows = Rows { writer };
    rows.writer.write_record(COLUMNS)?;
    rows.about(summary)?;
    for table in &summary.tables {
        rows.numbers(table)?;
    }
    for table in &summary.tables {
        rows.words(table)?;
    }
    rows.writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()).into())
}

struct Rows {
    writer: ::csv::Writer<Vec<u8>>,
}

impl Rows {
    fn write(&mut self, fields: [&str; 7]) -> Result<(), ReportError> {
        Ok(self.writer.write_record(fields.map(harmless).iter().map(|field| field.as_bytes()))?)
    }

    fn text(&mut self, table: [&str; 2], row: &str, unit: &str, text: &str) -> Result<(), ReportError> {
        let [id, title] = table;
        self.write([id, title, row, "Text", "", unit, text])
    }

    fn about(&mut self, summary: &Summary) -> Result<(), ReportError> {
        const ABOUT: [&str; 2] = ["about", "About this summary"];
        self.text(ABOUT, "Title", "text", &summary.title)?;
        for fact in about(summary) {
            let (unit, text) = match fact.value {
                Value::Text(text) => ("text", text.to_owned()),
                Value::On(date) => ("date", date.to_string()),
                Value::At(at) => ("datetime", at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
            };
            self.text(ABOUT, fact.name, unit, &text)?;
        }
        self.texts(ABOUT, "Method", &summary.method)?;
        self.texts(ABOUT, "Suppression rule", &summary.suppression)
    }

    fn texts(&mut self, table: [&str; 2], name: &str, texts: &[String]) -> Result<(), ReportError> {
        texts.iter().enumerate().try_for_each(|(place, text)| self.text(table, &format!("{name} {}", place + 1), "text", text))
    }

    fn numbers(&mut self, table: &Table) -> Result<(), ReportError> {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().skip(1).zip(&row.cells) {
                self.write([&table.id, &table.title, &row.label, column, &cell.plain(), row.unit(cell, column), ""])?;
            }
        }
        Ok(())
    }

    fn words(&mut self, table: &Table) -> Result<(), ReportError> {
        let about = [table.id.as_str(), table.title.as_str()];
        self.text(about, "Finding", "text", &table.finding)?;
        self.texts(about, "Note", &table.notes)
    }
}

/// A file of rows under one line of headings, every field harmless.
pub(crate) struct Csv {
    writer: ::csv::Writer<Vec<u8>>,
}

impl Csv {
    pub fn new(headings: &[&str]) -> Result<Self, ReportError> {
        let mut csv = Self { writer: ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new()) };
        csv.row(headings)?;
        Ok(csv)
    }

    pub fn row(&mut self, fields: &[&str]) -> Result<(), ReportError> {
        for field in fields {
            self.writer.write_field(harmless(field).as_bytes())?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    pub fn finish(self) -> Result<Vec<u8>, ReportError> {
        self.writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()).into())
    }
}

/// The text, with an apostrophe before it if a spreadsheet would begin a formula with it.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(BEGINS_A_FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

pub(crate) const BEGINS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
