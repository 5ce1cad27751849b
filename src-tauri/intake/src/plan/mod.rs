//! The action plan that an authority keeps as a workbook: objective, action, outcome, when, lead, progress at a month, status, in
//! whatever order and under whatever headings. What cannot be read is refused row by row, each with a sentence that says what to
//! do; what was read in one way of several is told.

mod heading;
mod lead;
mod progress;
mod row;
mod state;
mod table;
mod when;

#[cfg(test)]
mod tests;

use caseward_domain::action_plan::ActionState;
use chrono::NaiveDate;

pub use heading::About;
pub use lead::{is_person, personal_data};
pub use progress::{CHECKED_BY, EVIDENCE, NOW, PlanUpdate, SAMPLE};

use crate::error::FileError;
use crate::limits::check_size;
use crate::reading::RefusedCell;
use crate::sheet::Book;
use crate::text_file::TextFile;
use crate::workbook::Workbook;

/// An action answers at most so many lines of guidance.
const MOST_REQUIREMENTS: usize = 100;

/// Why an action cannot name so many lines of guidance; nothing where it can.
pub fn too_many_requirements(names: usize) -> Option<String> {
    (names > MOST_REQUIREMENTS).then(|| {
        format!(
            "This names {names} lines of guidance; an action answers at most {MOST_REQUIREMENTS}. Make several actions of it."
        )
    })
}

/// Rows of a sheet: no plan has so many actions.
const LONGEST_SHEET: u32 = 5_000;
/// Characters of a text of a plan.
pub const LONGEST: usize = 4_000;
/// Characters of an objective or an action.
pub const LONGEST_TITLE: usize = 500;

/// What a reader needs to know of the register.
#[derive(Clone, Copy, Debug)]
pub struct PlanContext<'a> {
    /// The ids of the lines of guidance that there are.
    pub requirements: &'a [String],
    pub today: NaiveDate,
}

/// A plan that was read.
#[derive(Debug, Default)]
pub struct PlanReading {
    /// In the order of the file.
    pub rows: Vec<PlanRow>,
    pub refused: Vec<RefusedPlanRow>,
    pub notes: Vec<PlanNote>,
    /// How many tables of actions there were.
    pub tables: u32,
}

/// One action as the workbook has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub place: Place,
    pub number: String,
    pub theme: String,
    pub objective: String,
    pub title: String,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub now: String,
    pub requirements: Vec<String>,
    pub start_on: Option<NaiveDate>,
    /// `None`: the workbook has no date for it, and a note says so.
    pub due_on: Option<NaiveDate>,
    pub owner_role: String,
    pub organisation: String,
    pub partners: String,
    /// By the day that they are about.
    pub updates: Vec<PlanUpdate>,
    /// How the workbook says that it stands, as at `status_about`.
    pub status: Option<ActionState>,
    /// What the status column is headed and says, such as "RAG: Amber".
    pub status_said: String,
    pub status_about: About,
    pub withdrawn_on: Option<NaiveDate>,
}

/// Where in the file a row stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Empty in a text file.
    pub sheet: String,
    /// As the spreadsheet shows it.
    pub row: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPlanRow {
    pub place: Place,
    pub cells: Vec<RefusedCell>,
}

/// Something that was read in a way that somebody should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// A row of 0: the whole sheet or file.
    pub place: Place,
    /// The heading; empty where it is about no column.
    pub column: String,
    pub text: String,
}

/// Reads a plan: .xlsx, .xlsm, .xls, .ods, or CSV.
pub fn read(bytes: &[u8], context: &PlanContext<'_>) -> Result<PlanReading, FileError> {
    check_size(bytes.len())?;
    let is_workbook = bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    let mut book: Box<dyn Book + '_> =
        if is_workbook { Box::new(Workbook::open(bytes)?) } else { Box::new(TextFile::new(bytes)?) };
    let mut reading = PlanReading::default();
    for (index, name) in book.sheets().into_iter().enumerate() {
        let is_text = name.is_none();
        let merged = book.merged(index)?;
        let sheet = book.read(index, LONGEST_SHEET + 1)?;
        let is_too_long = sheet.rows.last().is_some_and(|row| row.number > LONGEST_SHEET);
        let tables = table::find(sheet, &merged, context.today);
        if is_too_long && !tables.is_empty() {
            return Err(FileError::PlanTooLong { limit: LONGEST_SHEET });
        }
        for found in tables {
            reading.tables += 1;
            row::read_table(found, name.as_deref().unwrap_or_default(), context, &mut reading);
        }
        // A text file is tried with one delimiter after another until one of them gives a table.
        if is_text && reading.tables > 0 {
            break;
        }
    }
    if reading.tables == 0 {
        return Err(FileError::NotAPlan);
    }
    row::refuse_twice(&mut reading);
    Ok(reading)
}
