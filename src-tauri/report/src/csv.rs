//! The summary as one tidy CSV: a row for each number (RFC 4180, UTF-8, no byte-order mark).
//!
//! Everything that is text stands in rows of the unit `text`, so that whoever wants numbers filters on the unit. Text that
//! a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).

use std::borrow::Cow;

use crate::error::ReportError;
use crate::summary::{Summary, Table};

const COLUMNS: [&str; 6] = ["table_id", "table", "row", "column", "value", "unit"];

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
    fn write(&mut self, fields: [&str; 6]) -> Result<(), ReportError> {
        Ok(self.writer.write_record(fields.map(harmless).iter().map(|field| field.as_bytes()))?)
    }

    fn about(&mut self, summary: &Summary) -> Result<(), ReportError> {
        let made_at = summary.made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let (from, to) = (summary.from.to_string(), summary.to.to_string());
        let facts = [
            ("Title", summary.title.as_str(), "text"),
            ("Marking", &summary.marking, "text"),
            ("Authority", &summary.authority, "text"),
            ("Profile", summary.profile.as_str(), "text"),
            ("Period from", &from, "date"),
            ("Period to", &to, "date"),
            ("Made at", &made_at, "datetime"),
            ("Audit head", &summary.audit_head, "text"),
        ];
        for (name, value, unit) in facts {
            self.write(["about", "About this summary", name, "Value", value, unit])?;
        }
        for (place, text) in summary.method.iter().enumerate() {
            self.write(["about", "About this summary", &format!("Method {}", place + 1), "Value", text, "text"])?;
        }
        Ok(())
    }

    fn numbers(&mut self, table: &Table) -> Result<(), ReportError> {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().skip(1).zip(&row.cells) {
                self.write([&table.id, &table.title, &row.label, column, &cell.plain(), cell.unit()])?;
            }
        }
        Ok(())
    }

    fn words(&mut self, table: &Table) -> Result<(), ReportError> {
        self.write([&table.id, &table.title, "Finding", "Value", &table.finding, "text"])?;
        for (place, note) in table.notes.iter().enumerate() {
            self.write([&table.id, &table.title, &format!("Note {}", place + 1), "Value", note, "text"])?;
        }
        Ok(())
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
