//! Where the tracker is in a file: the sheet and the row whose cells are most like headings of one, and which column is which.

use crate::error::FileError;
use crate::field::{Field, guess};
use crate::limits;
use crate::mapping::{Column as Told, Mapping};
use crate::reading::{Notes, ReadColumn};
use crate::sheet::{Book, Cell, Row, Sheet};
use caseward_screen::find;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Rows of each sheet that are searched for the headings.
const SEARCHED: u32 = 30;
/// A row with fewer known headings is not taken for one of a tracker.
const FEWEST: usize = 3;

/// The table that was found.
#[derive(Debug)]
pub(crate) struct Table {
    /// Which of [`Book::sheets`].
    pub(crate) index: usize,
    pub(crate) sheet: Option<String>,
    /// As the spreadsheet shows it.
    pub(crate) header_row: u32,
    pub(crate) columns: Columns,
    headings: Headings,
}

/// Which column holds which field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    by_field: BTreeMap<Field, Vec<Column>>,
}

/// A column that is read.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// From 0.
    pub(crate) index: u32,
    pub(crate) heading: String,
}

impl Columns {
    /// The column of a field that has one.
    pub(crate) fn one(&self, field: Field) -> Option<&Column> {
        self.all(field).first()
    }

    /// The columns of a field that may have several.
    pub(crate) fn all(&self, field: Field) -> &[Column] {
        self.by_field.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Every column that is read, in the order of the fields.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Field, &Column)> {
        self.by_field.iter().flat_map(|(field, columns)| columns.iter().map(|c| (*field, c)))
    }

    /// The columns as they are told to whoever brings the file in, from left to right.
    pub(crate) fn told(&self) -> Vec<ReadColumn> {
        let mut columns: Vec<_> = self.iter().collect();
        columns.sort_by_key(|(_, column)| column.index);
        columns.into_iter().map(|(field, column)| ReadColumn { heading: column.heading.clone(), field }).collect()
    }
}

/// A row as headings: each with its column and what it is taken for.
type Headings = Vec<(Column, Meaning)>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// The mapping file says so.
    Told(Field),
    /// A heading that is known; the lower the rank, the likelier.
    Guessed(Field, u32),
    /// The mapping file says to leave it out.
    Ignored,
    Unknown,
}

/// Finds the tracker in a file.
pub(crate) fn find_table(
    book: &mut dyn Book,
    mapping: &Mapping,
    today: NaiveDate,
    notes: &mut Notes,
) -> Result<Table, FileError> {
    let mut tables = candidates(book, mapping)?;
    // The first of the best: `max_by_key` would take the last.
    let best = tables.iter().map(Table::score).max();
    let Some(place) = tables.iter().position(|t| Some(t.score()) == best) else {
        return Err(FileError::NoHeaderRow { searched: SEARCHED });
    };
    let table = tables.swap_remove(place);
    let has = |told: &Told| table.headings.iter().any(|(c, _)| mapping.column(&c.heading) == Some(told));
    if let Some(told) = mapping.columns().find(|c| c.field.is_some() && !has(c)) {
        return Err(FileError::NoSuchColumn { heading: told.heading.clone() });
    }
    if table.columns.one(Field::OpenedOn).is_none() {
        return Err(FileError::NoOpeningDate { headings: quotable(&table.headings, today) });
    }
    for other in tables.iter().filter(|t| t.columns.one(Field::OpenedOn).is_some()) {
        if let Some(name) = &other.sheet {
            notes.about(
                None,
                format!(
                    "The sheet \"{name}\" also looks like a tracker and was not read. To bring it in, name it in a mapping file."
                ),
            );
        }
    }
    table.tell_unread(notes);
    Ok(table)
}

/// The likeliest table of each sheet, or why there is none.
fn candidates(book: &mut dyn Book, mapping: &Mapping) -> Result<Vec<Table>, FileError> {
    let sheets = book.sheets();
    let wanted = wanted_sheet(&sheets, mapping)?;
    let mut tables = Vec::new();
    let mut failure = None;
    let mut nowhere: Vec<&Told> = mapping.columns().filter(|c| c.field.is_some()).collect();
    for (index, name) in sheets.iter().enumerate().filter(|(i, _)| wanted.is_none_or(|w| w == *i)) {
        match book.read(index, mapping.header_row.unwrap_or(SEARCHED)) {
            Ok(top) => {
                let shown =
                    |row: &Row, told: &Told| headings(row, mapping).iter().any(|(c, _)| mapping.column(&c.heading) == Some(told));
                nowhere.retain(|told| !top.rows.iter().any(|row| shown(row, told)));
                tables.extend(best_row(&top, mapping).map(|(row, headings)| table(index, name.clone(), row, headings)));
            }
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    match (tables.is_empty(), failure, mapping.header_row, nowhere.first()) {
        (false, ..) => Ok(tables),
        (true, Some(error), ..) => Err(error),
        (true, None, Some(row), _) => Err(FileError::NoSuchHeaderRow { row }),
        (true, None, None, Some(told)) => Err(FileError::NoSuchColumn { heading: told.heading.clone() }),
        (true, None, None, None) => Err(FileError::NoHeaderRow { searched: SEARCHED }),
    }
}

impl Table {
    /// How like a tracker: the date of referral weighs most, because a case cannot be without it.
    fn score(&self) -> usize {
        self.columns.by_field.len() + 3 * usize::from(self.columns.one(Field::OpenedOn).is_some())
    }

    /// Whether a row repeats the headings, as a printed tracker does on each page.
    pub(crate) fn is_header(&self, row: &Row) -> bool {
        let same = self
            .headings
            .iter()
            .filter(|(c, _)| row.cell(c.index).and_then(|cell| cell.shown()).is_some_and(|t| squeeze(&t) == c.heading))
            .count();
        same >= FEWEST
    }

    fn tell_unread(&self, notes: &mut Notes) {
        for (column, meaning) in &self.headings {
            let read = self.columns.iter().any(|(_, c)| c.index == column.index);
            match meaning {
                Meaning::Unknown => notes.about(
                    Some(&column.heading),
                    "This column was not read: no field of the register goes by this heading. A mapping file can name one.",
                ),
                Meaning::Guessed(field, _) if !read => {
                    let instead = self.columns.one(*field).map_or("", |c| c.heading.as_str());
                    notes.about(Some(&column.heading), format!("This column was not read: \"{instead}\" was taken for the same thing. A mapping file can choose between them."));
                }
                Meaning::Ignored => notes.about(Some(&column.heading), "This column was not read, as the mapping file says."),
                Meaning::Told(_) | Meaning::Guessed(..) => {}
            }
        }
    }
}

fn wanted_sheet(sheets: &[Option<String>], mapping: &Mapping) -> Result<Option<usize>, FileError> {
    let Some(wanted) = &mapping.sheet else {
        return Ok(None);
    };
    let named: Vec<String> = sheets.iter().flatten().cloned().collect();
    if named.is_empty() {
        return Ok(None);
    }
    let same = |name: &Option<String>| name.as_ref().is_some_and(|n| n.trim().eq_ignore_ascii_case(wanted.trim()));
    sheets.iter().position(same).map(Some).ok_or_else(|| FileError::NoSuchSheet { sheet: wanted.clone(), sheets: named })
}

/// The row of a sheet's top that is most like headings.
fn best_row(top: &Sheet, mapping: &Mapping) -> Option<(u32, Headings)> {
    if let Some(told) = mapping.header_row {
        return top.rows.iter().find(|r| r.number == told).map(|r| (told, headings(r, mapping)));
    }
    let scored = top.rows.iter().map(|row| {
        let headings = headings(row, mapping);
        let fields = columns(&headings).by_field.len();
        (fields, row.number, headings)
    });
    let mut best: Option<(usize, u32, Headings)> = None;
    for row in scored.filter(|(fields, ..)| *fields >= FEWEST) {
        if best.as_ref().is_none_or(|b| row.0 > b.0) {
            best = Some(row);
        }
    }
    best.map(|(_, number, headings)| (number, headings))
}

fn headings(row: &Row, mapping: &Mapping) -> Headings {
    let shown = row.cells.iter().filter_map(|(index, cell)| Some((*index, heading(cell)?)));
    shown
        .map(|(index, heading)| {
            let meaning = match mapping.column(&heading) {
                Some(column) => column.field.map_or(Meaning::Ignored, Meaning::Told),
                None => guess(&heading).map_or(Meaning::Unknown, |(field, rank)| Meaning::Guessed(field, rank)),
            };
            (Column { index, heading }, meaning)
        })
        .collect()
}

fn table(index: usize, sheet: Option<String>, header_row: u32, headings: Headings) -> Table {
    Table { index, sheet, header_row, columns: columns(&headings), headings }
}

/// One column for each field: the one that was told, else the likeliest, else the first. Every column of names is kept.
fn columns(headings: &Headings) -> Columns {
    let mut by_field: BTreeMap<Field, Vec<(u64, Column)>> = BTreeMap::new();
    for (column, meaning) in headings {
        let (field, rank) = match meaning {
            Meaning::Told(field) => (*field, 0),
            Meaning::Guessed(field, rank) => (*field, 1 + u64::from(*rank)),
            Meaning::Ignored | Meaning::Unknown => continue,
        };
        by_field.entry(field).or_default().push((rank, column.clone()));
    }
    let choose = |(field, mut columns): (Field, Vec<(u64, Column)>)| {
        columns.sort_by_key(|(rank, column)| (*rank, column.index));
        if field != Field::Name {
            columns.truncate(1);
        }
        (field, columns.into_iter().map(|(_, c)| c).collect())
    };
    Columns { by_field: by_field.into_iter().map(choose).collect() }
}

/// A cell as a heading: short, and on one line.
fn heading(cell: &Cell) -> Option<String> {
    let shown = cell.shown()?;
    (shown.len() <= limits::HEADING).then(|| squeeze(&shown))
}

/// Text on one line.
fn squeeze(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headings that an error may quote: short, and without personal data, in case the row was no row of headings.
fn quotable(headings: &Headings, today: NaiveDate) -> Vec<String> {
    let fit =
        headings.iter().map(|(c, _)| c.heading.clone()).filter(|h| h.chars().count() <= 60 && find(h, &[], today).is_empty());
    fit.take(40).collect()
}
