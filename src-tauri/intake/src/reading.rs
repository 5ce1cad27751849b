//! What a reader hands back: the rows that can be used, the rows that cannot and why, and what was understood on the way.

use crate::field::Field;

/// The outcome of reading one file.
#[derive(Debug)]
pub struct Reading<T> {
    /// The rows that can be brought in, in the order of the file.
    pub rows: Vec<T>,
    /// The rows that cannot, each with every wrong cell.
    pub refused: Vec<RefusedRow>,
    /// What was read in a way that somebody should know of.
    pub notes: Vec<Note>,
    /// How many of `rows` had a comment that holds personal data and was left behind.
    pub withheld_comments: u32,
    /// Where in the file the rows stood.
    pub source: Source,
}

/// A row that cannot be brought in as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// The row as the spreadsheet shows it; in a census, which child it is, counted from 1.
    pub row: u32,
    /// Every wrong cell, in the order of the columns.
    pub cells: Vec<RefusedCell>,
}

/// A cell that cannot be read, or that contradicts another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedCell {
    /// The heading as in the file; in a census, the name of the element.
    pub column: String,
    /// What is wrong and what to do, without what the cell holds about the child.
    pub reason: String,
}

/// Something that was read in a way that somebody should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The heading, where it is about one column.
    pub column: Option<String>,
    /// What was done.
    pub text: String,
    /// The rows it is about; empty where it is about the whole column or file.
    pub rows: Vec<u32>,
}

/// Where the rows came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The sheet, in a workbook that names its sheets.
    pub sheet: Option<String>,
    /// The row of the headings, as the spreadsheet shows it.
    pub header_row: Option<u32>,
    /// Which column was read as which field.
    pub columns: Vec<ReadColumn>,
}

/// A column that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadColumn {
    /// The heading as in the file.
    pub heading: String,
    /// What it was read as.
    pub field: Field,
}

/// Notes as they are gathered: one per column and text, with its rows.
#[derive(Default)]
pub(crate) struct Notes(Vec<Note>);

impl Notes {
    /// Adds a note about the file or a whole column.
    pub(crate) fn about(&mut self, column: Option<&str>, text: impl Into<String>) {
        self.0.push(Note { column: column.map(str::to_owned), text: text.into(), rows: Vec::new() });
    }

    /// Adds a row to the note with this column and text.
    pub(crate) fn row(&mut self, row: u32, column: Option<&str>, text: &str) {
        let known = self.0.iter_mut().find(|n| n.column.as_deref() == column && n.text == text && !n.rows.is_empty());
        match known {
            Some(note) if note.rows.last() == Some(&row) => {}
            Some(note) => note.rows.push(row),
            None => self.0.push(Note { column: column.map(str::to_owned), text: text.to_owned(), rows: vec![row] }),
        }
    }

    /// Adds the notes of a row that is kept.
    pub(crate) fn keep(&mut self, of_row: Notes) {
        for note in of_row.0 {
            for row in note.rows {
                self.row(row, note.column.as_deref(), &note.text);
            }
        }
    }

    pub(crate) fn finish(self) -> Vec<Note> {
        self.0
    }
}
