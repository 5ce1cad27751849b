//! What a chart may know of a table: the numbers that are shown, as tenths, and the words that stand for them.

use crate::summary::{Cell, Table, TableRow};

/// One cell, as a picture takes it.
pub(super) enum Shown {
    /// In tenths, so that a per cent to one decimal place is whole.
    Number { tenths: u64, said: String },
    /// A sign in place of a number: `[c]` or `[z]`.
    Sign(String),
}

impl Shown {
    fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Count { value } => Shown::Number { tenths: value.saturating_mul(10), said: cell.say() },
            Cell::Percent { value: Some(value) } | Cell::Days { value: Some(value) } => {
                // A cast from a float stops at nought and at the largest number.
                Shown::Number { tenths: (value * 10.0).round() as u64, said: cell.say() }
            }
            Cell::Percent { value: None } | Cell::Days { value: None } | Cell::Hidden | Cell::Blank => Shown::Sign(cell.say()),
        }
    }

    pub fn said(&self) -> &str {
        match self {
            Shown::Number { said, .. } | Shown::Sign(said) => said,
        }
    }

    pub fn tenths(&self) -> Option<u64> {
        match self {
            Shown::Number { tenths, .. } => Some(*tenths),
            Shown::Sign(_) => None,
        }
    }
}

/// The rows of a table that a chart draws, each with the cells of some columns. Totals are left out.
pub(super) struct Row<'a> {
    pub label: &'a str,
    pub cells: Vec<Shown>,
}

pub(super) fn rows<'a>(table: &'a Table, columns: &[usize]) -> Vec<Row<'a>> {
    let row = |row: &'a TableRow| Row {
        label: &row.label,
        cells: columns.iter().map(|&column| row.cells.get(column).map_or(Shown::of(&Cell::Blank), Shown::of)).collect(),
    };
    table.rows.iter().filter(|row| !row.total).map(row).collect()
}

/// The headings of some columns, of which 0 is the first after the labels.
pub(super) fn headings<'a>(table: &'a Table, columns: &[usize]) -> Vec<&'a str> {
    columns.iter().map(|column| table.columns.get(column + 1).map_or("", String::as_str)).collect()
}

/// The largest number shown.
pub(super) fn most(rows: &[Row<'_>]) -> u64 {
    rows.iter().flat_map(|row| &row.cells).filter_map(Shown::tenths).max().unwrap_or(0)
}

/// Whether what is shown is a share of a hundred, whose scale ends there whatever is shown.
pub(super) fn is_share(table: &Table, columns: &[usize]) -> bool {
    let mut cells =
        table.rows.iter().filter(|row| !row.total).flat_map(|row| columns.iter().filter_map(|&column| row.cells.get(column)));
    cells.any(|cell| matches!(cell, Cell::Percent { value: Some(_) }))
}

pub(super) const A_HUNDRED: u64 = 1_000;
