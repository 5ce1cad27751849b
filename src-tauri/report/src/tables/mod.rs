//! The fixed menu: one file per table, each with what it counts of a case and how it says it.

pub(crate) mod action_plan;
pub(crate) mod cases;
pub(crate) mod causes;
pub(crate) mod interviews;
pub(crate) mod leaving;
pub(crate) mod no_review;
pub(crate) mod plan_actions;
pub(crate) mod plan_updates;
pub(crate) mod reported;
pub(crate) mod sign_offs;
pub(crate) mod voice;

use crate::rate::Rate;
use crate::summary::{Cell, Table, TableRow};

/// What every table is made of, before its rows.
pub(crate) fn table(id: &str, title: &str, columns: &[&str], rows: Vec<TableRow>, finding: String, notes: &[&str]) -> Table {
    Table {
        id: id.to_owned(),
        title: title.to_owned(),
        finding,
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
        rows,
        notes: notes.iter().map(|&note| note.to_owned()).collect(),
    }
}

pub(crate) fn row(label: &str, cells: Vec<Cell>) -> TableRow {
    TableRow { label: label.to_owned(), total: false, cells }
}

pub(crate) fn total(label: &str, cells: Vec<Cell>) -> TableRow {
    TableRow { label: label.to_owned(), total: true, cells }
}

/// A row of a table that has one column of numbers.
pub(crate) fn measure(label: &str, value: u64) -> TableRow {
    row(label, vec![count(value)])
}

pub(crate) fn count(value: u64) -> Cell {
    Cell::Count { value }
}

/// The last rows of a table that is a rate: the rate, and what it is at worst.
pub(crate) fn rate_rows(label: &str, rate: Rate) -> [TableRow; 2] {
    let percent = |label: String, value| row(&label, vec![Cell::Percent { value }]);
    [percent(format!("{label} (per cent)"), rate.share()), percent(format!("{label}, worst case (per cent)"), rate.worst())]
}
