//! A sheet as the readers see it: rows by the number that the spreadsheet shows, with the cells that hold something.

use chrono::NaiveDate;

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    Date(NaiveDate),
    Bool(bool),
    /// What the spreadsheet shows in place of a value: "#N/A", "#REF!".
    Fault(&'static str),
    /// A formula whose result was never saved.
    Uncalculated,
}

impl Cell {
    /// A cell of a text file, or a text cell of a workbook. `None` where there is nothing but space.
    pub(crate) fn text(text: &str) -> Option<Cell> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        let fault = FAULTS.iter().find(|f| **f == trimmed);
        Some(fault.map_or_else(|| Cell::Text(trimmed.to_owned()), |f| Cell::Fault(f)))
    }

    /// What the cell says, for a field that is text. `None` where it says nothing that can be read.
    pub(crate) fn shown(&self) -> Option<String> {
        match self {
            Cell::Text(text) => Some(text.clone()),
            Cell::Number(n) if n.fract() == 0.0 && n.abs() < 1e15 => Some(format!("{n:.0}")),
            Cell::Number(n) => Some(n.to_string()),
            Cell::Date(date) => Some(date.format("%d/%m/%Y").to_string()),
            Cell::Bool(true) => Some("yes".to_owned()),
            Cell::Bool(false) => Some("no".to_owned()),
            Cell::Fault(_) | Cell::Uncalculated => None,
        }
    }
}

const FAULTS: [&str; 9] = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

/// Cells that were merged into one: the column of its value, and its rows, both in it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) first_row: u32,
    pub(crate) last_row: u32,
    pub(crate) column: u32,
}

/// A row with at least one filled cell.
#[derive(Debug)]
pub(crate) struct Row {
    /// As the spreadsheet shows it, from 1.
    pub(crate) number: u32,
    /// The filled cells by column, from 0, in order.
    pub(crate) cells: Vec<(u32, Cell)>,
    /// The columns, in order, whose cells hold a formula.
    computed: Vec<u32>,
}

impl Row {
    pub(crate) fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(c, _)| *c).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }

    /// Writes a cell where there is none, and says whether it did.
    pub(crate) fn put(&mut self, column: u32, cell: Cell) -> bool {
        match self.cells.binary_search_by_key(&column, |(c, _)| *c) {
            Ok(_) => false,
            Err(at) => {
                self.cells.insert(at, (column, cell));
                true
            }
        }
    }

    /// Whether the cell of a column is worked out by a formula.
    pub(crate) fn is_computed(&self, column: u32) -> bool {
        self.computed.binary_search(&column).is_ok()
    }
}

/// A sheet, or the first rows of one.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// In order; rows with nothing in them are left out.
    pub(crate) rows: Vec<Row>,
}

impl Sheet {
    /// Adds a cell; `row` counts from 1. Cells come in any order until [`Sheet::settle`].
    pub(crate) fn push(&mut self, row: u32, column: u32, cell: Cell, computed: bool) {
        let computed = computed.then_some(column);
        match self.rows.last_mut() {
            Some(last) if last.number == row => {
                last.cells.push((column, cell));
                last.computed.extend(computed);
            }
            _ => self.rows.push(Row { number: row, cells: vec![(column, cell)], computed: computed.into_iter().collect() }),
        }
    }

    /// Puts rows and cells in order.
    pub(crate) fn settle(mut self) -> Sheet {
        self.rows.sort_by_key(|r| r.number);
        self.rows.dedup_by(|next, kept| {
            let same = next.number == kept.number;
            if same {
                kept.cells.append(&mut next.cells);
                kept.computed.append(&mut next.computed);
            }
            same
        });
        for row in &mut self.rows {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
            row.computed.sort_unstable();
        }
        self
    }
}

/// A file with one or more sheets, or ways to read it as one.
pub(crate) trait Book {
    /// The sheets, by name; a text file has one candidate for each delimiter, without a name.
    fn sheets(&self) -> Vec<Option<String>>;

    /// Reads the sheet at `index` of [`Book::sheets`], down to row `until`.
    fn read(&mut self, index: usize, until: u32) -> Result<Sheet, crate::FileError>;

    /// Cells of a sheet that were merged into one. A text file has none.
    fn merged(&mut self, _index: usize) -> Result<Vec<Merged>, crate::FileError> {
        Ok(Vec::new())
    }
}
