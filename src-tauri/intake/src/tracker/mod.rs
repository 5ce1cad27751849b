//! The CSE tracker: the spreadsheet, one row for each child, that most authorities keep instead of a register.
//!
//! A row is read whole or refused whole, with every wrong cell named. Names and dates of birth are used on the way (to screen
//! the comment, to work out the age) and go no further.

mod answers;
mod comment;
mod row;
mod rules;
#[cfg(test)]
mod sample_tests;
#[cfg(test)]
mod tests;

use crate::error::FileError;
use crate::field::Field;
use crate::header::{Table, find_table};
use crate::limits;
use crate::mapping::Mapping;
use crate::reading::{Notes, Reading, RefusedCell, RefusedRow, Source};
use crate::sheet::{Book, Cell, Row};
use crate::text_file::TextFile;
use crate::workbook::Workbook;
use crate::{ChildId, Context};
use chrono::NaiveDate;
use comment::Others;
use row::RowReader;
use std::collections::HashMap;
use std::fmt;

/// One case as the tracker reports it.
#[derive(Clone, PartialEq, Eq)]
pub struct TrackerRow {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// The authority's own id. Without one the case cannot be matched later.
    pub child_id: Option<ChildId>,
    /// The date of referral.
    pub opened_on: NaiveDate,
    /// Whole years at the date of referral.
    pub age_at_referral: Option<u8>,
    /// A code of the list `sex`.
    pub sex: Option<String>,
    /// A code of the list `ethnicity`.
    pub ethnicity: Option<String>,
    /// A code of the list `referral_source`.
    pub referral_source: Option<String>,
    /// The team, as the tracker calls it.
    pub team: Option<String>,
    /// The practitioner, as the tracker calls them.
    pub practitioner: Option<String>,
    /// The manager, as the tracker calls them.
    pub manager: Option<String>,
    /// One of the levels of the context.
    pub level: Option<String>,
    /// How many missing episodes.
    pub missing_episodes: Option<u32>,
    /// Whether a return interview is reported as held.
    pub return_interview: Reported,
    /// Whether the assessment is reported as signed off.
    pub assessment_signed_off: Reported,
    /// Whether the plan is reported as signed off.
    pub plan_signed_off: Reported,
    /// The last review that is reported.
    pub last_review_on: Option<NaiveDate>,
    /// The date arranged for the next review, where one is arranged.
    pub next_review_on: Option<NaiveDate>,
    /// A code of the list `participation`.
    pub participation: Option<String>,
    /// The date closed; none while the case is open.
    pub closed_on: Option<NaiveDate>,
    /// The comment, where the screen found nothing in it.
    pub comment: Option<String>,
    /// Whether there was a comment that was left behind.
    pub comment_withheld: bool,
}

/// What a tracker says of something that is either done or not. It is never a sign-off: only a manager makes one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reported {
    /// Reported as done.
    Yes,
    /// Reported as not done.
    No,
    /// Nothing reported.
    #[default]
    Blank,
}

impl fmt::Debug for TrackerRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrackerRow").field("row", &self.row).finish_non_exhaustive()
    }
}

/// Reads a tracker: .xlsx, .xlsm, .xls, .ods, or text with commas, semicolons or tabs.
///
/// What the file is, is told by its first bytes and not by its name; `file_name` decides only where the bytes do not.
pub fn read(bytes: &[u8], file_name: &str, mapping: Option<&Mapping>, ctx: &Context) -> Result<Reading<TrackerRow>, FileError> {
    limits::check_size(bytes.len())?;
    let none = Mapping::default();
    let mapping = mapping.unwrap_or(&none);
    if is_workbook(bytes, file_name) {
        read_book(&mut Workbook::open(bytes)?, mapping, ctx)
    } else {
        read_book(&mut TextFile::new(bytes)?, mapping, ctx)
    }
}

/// A zip or an OLE container is a workbook; so is whatever calls itself one and is not text.
fn is_workbook(bytes: &[u8], file_name: &str) -> bool {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let named = file_name
        .rsplit_once('.')
        .is_some_and(|(_, e)| ["xlsx", "xlsm", "xls", "ods", "xlsb"].iter().any(|w| e.eq_ignore_ascii_case(w)));
    bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(OLE)
        || (named && !bytes.starts_with(b"\xef\xbb\xbf") && !is_texty(bytes))
}

/// Some case systems write HTML or CSV under the name of a workbook.
fn is_texty(bytes: &[u8]) -> bool {
    bytes.iter().take(512).all(|b| !matches!(b, 0..=8 | 14..=31))
}

fn read_book(book: &mut dyn Book, mapping: &Mapping, ctx: &Context) -> Result<Reading<TrackerRow>, FileError> {
    let mut notes = Notes::default();
    let table = find_table(book, mapping, ctx.today, &mut notes)?;
    if table.columns.one(Field::ChildId).is_none() {
        notes.about(
            None,
            "No column holds a child id, so that these cases can never be matched with another list or a second import.",
        );
    }
    if let (Some(age), None) = (table.columns.one(Field::Age), table.columns.one(Field::DateOfBirth)) {
        notes.about(Some(&age.heading), "Without dates of birth this is taken for the age at referral.");
    }
    let sheet = book.read(table.index, u32::MAX)?;
    let rows: Vec<&Row> = sheet.rows.iter().filter(|r| r.number > table.header_row && !is_empty(r, &table)).collect();
    if rows.is_empty() {
        notes.about(None, "There are no rows under the headings.");
    }
    let others = Others::gather(&rows, &table.columns);

    let mut reading = Reading {
        rows: Vec::new(),
        refused: Vec::new(),
        notes: Vec::new(),
        withheld_comments: 0,
        source: Source { sheet: table.sheet.clone(), header_row: Some(table.header_row), columns: table.columns.told() },
    };
    let mut first_rows: HashMap<ChildId, u32> = HashMap::new();
    for row in rows {
        if let Some(why) = furniture(row, &table) {
            notes.row(row.number, None, why);
            continue;
        }
        let mut reader = RowReader::new(row, &table.columns, mapping, ctx);
        let mut row_notes = Notes::default();
        let case = reader.read(&others, &mut row_notes);
        if let Some(id) = reader.child_id() {
            let first = *first_rows.entry(id).or_insert(row.number);
            if first != row.number {
                reader.refuse(Field::ChildId, format!("Row {first} already has this child. Keep one of the two rows."));
            }
        }
        match (case, reader.into_refusals()) {
            (Some(case), cells) if cells.is_empty() => {
                notes.keep(row_notes);
                reading.withheld_comments += u32::from(case.comment_withheld);
                reading.rows.push(case);
            }
            (_, cells) => reading.refused.push(RefusedRow { row: row.number, cells }),
        }
    }
    reading.notes = notes.finish();
    Ok(reading)
}

/// Nothing in any column that is read, but for formulas that were copied down in advance and have nothing to work with.
fn is_empty(row: &Row, table: &Table) -> bool {
    table.columns.iter().all(|(field, column)| match row.cell(column.index) {
        None => true,
        Some(_) if !row.is_computed(column.index) => false,
        Some(Cell::Uncalculated | Cell::Fault(_)) => true,
        Some(Cell::Number(n)) if *n == 0.0 => true,
        Some(_) => !matches!(field, Field::ChildId | Field::Name | Field::DateOfBirth | Field::OpenedOn),
    })
}

/// Why a row is no case: the headings again, or a line under the table.
fn furniture(row: &Row, table: &Table) -> Option<&'static str> {
    const STARTS: [&str; 12] = [
        "total",
        "grand total",
        "count",
        "number of",
        "key",
        "key:",
        "note:",
        "notes:",
        "source:",
        "updated",
        "prepared by",
        "end of",
    ];
    if table.is_header(row) {
        return Some("This row repeats the headings and was not read.");
    }
    let undated = table.columns.one(Field::OpenedOn).is_none_or(|c| row.cell(c.index).is_none());
    let first = row.cells.first().and_then(|(_, cell)| cell.shown()).unwrap_or_default().to_lowercase();
    let starts = STARTS.iter().any(|s| first.strip_prefix(s).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    (undated && starts).then_some("This row looks like a line under the table and was not read.")
}

/// A refused cell.
fn refused(column: &str, reason: impl Into<String>) -> RefusedCell {
    RefusedCell { column: column.to_owned(), reason: reason.into() }
}
