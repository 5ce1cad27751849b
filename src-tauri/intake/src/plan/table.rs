//! Where the tables of a plan are: on every sheet, one below the other or side by side, each with its own headings. Merged cells
//! and an objective that stands once above several actions are filled in; a row of one cell is a heading over what follows.

use chrono::NaiveDate;

use super::heading::{About, Field, guess};
use crate::limits;
use crate::sheet::{Cell, Merged, Row, Sheet};

/// A column that is read.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// From 0.
    pub(crate) index: u32,
    pub(crate) heading: String,
    pub(crate) field: Field,
    pub(crate) about: About,
}

/// A table that was found, with its rows.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) header_row: u32,
    pub(crate) columns: Vec<Column>,
    /// Headings that no field goes by, and columns of a field that another column was taken for.
    pub(crate) unread: Vec<String>,
    pub(crate) entries: Vec<Entry>,
}

/// A row of a table with what stands above it.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) number: u32,
    /// The filled cells of the row that are read, by column.
    pub(crate) cells: Vec<(Column, Cell)>,
    /// The last row of one cell above it.
    pub(crate) banner: Option<String>,
    /// The row whose merged cell holds this row's action, where it is not this row's own.
    pub(crate) continues: Option<u32>,
}

impl Entry {
    pub(crate) fn of(&self, field: Field) -> impl Iterator<Item = (&Column, &Cell)> {
        self.cells.iter().filter(move |(column, _)| column.field == field).map(|(column, cell)| (column, cell))
    }
}

/// A row needs so many different known headings to be taken for the headings of a plan.
const FEWEST: usize = 3;

/// The tables of a sheet, from the top and from the left.
pub(crate) fn find(mut sheet: Sheet, merged: &[Merged], today: NaiveDate) -> Vec<Table> {
    let carried = fill(&mut sheet, merged);
    let mut tables: Vec<Table> = Vec::new();
    // The places, in `tables`, of those that the rows now read belong to.
    let mut open = 0..0;
    let mut banners: Vec<Option<String>> = Vec::new();
    for row in &sheet.rows {
        let found = headings(row, today);
        if !found.is_empty() {
            let before = open.clone();
            let above = banners.first().cloned().flatten().filter(|_| before.len() <= 1);
            open = tables.len()..tables.len() + found.len();
            banners = vec![above; found.len()];
            tables.extend(found);
            continue;
        }
        for (table, banner) in tables.get_mut(open.clone()).unwrap_or_default().iter_mut().zip(&mut banners) {
            add(table, row, banner, &carried);
        }
    }
    tables
}

fn add(table: &mut Table, row: &Row, banner: &mut Option<String>, carried: &[(u32, u32, u32)]) {
    let mut cells: Vec<(Column, Cell)> =
        table.columns.iter().filter_map(|column| Some((column.clone(), row.cell(column.index)?.clone()))).collect();
    match cells.as_slice() {
        [] => return,
        [(column, cell)] if !matches!(column.field, Field::Action | Field::Objective | Field::Theme) => {
            *banner = cell.shown().filter(|text| text.len() <= limits::HEADING);
            return;
        }
        [(column, cell)] if column.field == Field::Action && !table.columns.iter().any(|c| c.field == Field::Objective) => {
            *banner = cell.shown().filter(|text| text.len() <= limits::HEADING);
            return;
        }
        _ => {}
    }
    for field in [Field::Theme, Field::Objective] {
        let above = table.entries.last().and_then(|last| last.of(field).next());
        let has = cells.iter().any(|(column, _)| column.field == field);
        if let (false, Some((column, cell))) = (has, above) {
            cells.push((column.clone(), cell.clone()));
        }
    }
    let own = table.columns.iter().find(|column| column.field == Field::Action);
    let continues = own.and_then(|column| {
        carried.iter().find(|(number, index, _)| *number == row.number && *index == column.index).map(|(.., from)| *from)
    });
    table.entries.push(Entry { number: row.number, cells, banner: banner.clone(), continues });
}

/// Writes the value of a merged cell into every row that it covers. What was written: row, column, and the row it came from.
fn fill(sheet: &mut Sheet, merged: &[Merged]) -> Vec<(u32, u32, u32)> {
    let mut carried = Vec::new();
    for area in merged.iter().filter(|area| area.last_row > area.first_row) {
        let top = sheet.rows.iter().find(|row| row.number == area.first_row).and_then(|row| row.cell(area.column)).cloned();
        let Some(value) = top else { continue };
        for row in sheet.rows.iter_mut().filter(|row| row.number > area.first_row && row.number <= area.last_row) {
            if row.put(area.column, value.clone()) {
                carried.push((row.number, area.column, area.first_row));
            }
        }
    }
    carried
}

/// The tables whose headings this row holds: none where it is no row of headings, two where tables stand side by side.
fn headings(row: &Row, today: NaiveDate) -> Vec<Table> {
    let mut blocks: Vec<Vec<(Column, bool)>> = Vec::new();
    let mut last: Option<u32> = None;
    for (index, cell) in &row.cells {
        let Some(heading) = cell.shown().filter(|text| text.len() <= limits::HEADING) else { continue };
        let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let guessed = guess(&heading, today);
        let is_apart = last.is_none_or(|last| *index > last + 1);
        let begins = guessed.is_some() && is_apart && blocks.last().is_some_and(|block| holds(block, Field::Action));
        if blocks.is_empty() || begins {
            blocks.push(Vec::new());
        }
        let (field, about) = guessed.unwrap_or((Field::Number, About::Undated));
        if let Some(block) = blocks.last_mut() {
            block.push((Column { index: *index, heading, field, about }, guessed.is_some()));
        }
        last = Some(*index);
    }
    // A block without an action belongs to the table on its left.
    let mut tables: Vec<Vec<(Column, bool)>> = Vec::new();
    for block in blocks {
        match tables.last_mut() {
            Some(left) if !holds(&block, Field::Action) => left.extend(block),
            _ => tables.push(block),
        }
    }
    let is_table = |block: &Vec<(Column, bool)>| {
        let mut fields: Vec<Field> = block.iter().filter(|(_, known)| *known).map(|(column, _)| column.field).collect();
        fields.sort();
        fields.dedup();
        fields.len() >= FEWEST && fields.contains(&Field::Action)
    };
    tables.retain(is_table);
    tables.into_iter().map(|block| table(row.number, block)).collect()
}

fn holds(block: &[(Column, bool)], field: Field) -> bool {
    block.iter().any(|(column, known)| *known && column.field == field)
}

/// One column a field, the first; of progress, dated states, outcomes and partners all are read.
fn table(header_row: u32, block: Vec<(Column, bool)>) -> Table {
    let mut table = Table { header_row, columns: Vec::new(), unread: Vec::new(), entries: Vec::new() };
    for (column, known) in block {
        let many = matches!(column.field, Field::Progress | Field::Status | Field::Now | Field::Measure | Field::Partners);
        let taken = table.columns.iter().any(|c| {
            c.field == column.field
                && (!many || c.about == column.about && !matches!(c.field, Field::Measure | Field::Partners | Field::Progress))
        });
        if known && !taken { table.columns.push(column) } else { table.unread.push(column.heading) }
    }
    table
}
