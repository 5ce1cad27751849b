//! How records come in: the CSE tracker that an authority keeps today, as a workbook or CSV, and the children-in-need
//! census that it sends to the Department for Education.
//!
//! Everything here reads and returns typed rows or refusals; it writes nothing and keeps nothing. Names, dates of birth and
//! other identifiers are used while a row is read (age, screening of its comment) and then dropped; the authority's own
//! child id leaves only as a [`ChildId`], which prints nothing. No reason and no error quotes what a cell says about a
//! child.
#![cfg_attr(test, allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod blank;
pub mod census;
mod child_id;
mod codes;
mod dates;
mod error;
mod field;
mod header;
mod limits;
mod mapping;
mod ods;
pub mod plan;
mod reading;
mod sheet;
mod text_file;
pub mod tracker;
mod workbook;

#[cfg(test)]
mod testing;

use chrono::NaiveDate;

pub use child_id::ChildId;
pub use codes::CodeLists;
pub use error::FileError;
pub use field::Field;
pub use mapping::Mapping;
pub use reading::{Note, ReadColumn, Reading, RefusedCell, RefusedRow, Source};

/// What a reader needs to know of the register: its code lists, its levels of risk, and the day.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The code lists in force.
    pub codes: &'a CodeLists,
    /// The levels of risk that the policy knows, by name, highest first.
    pub levels: &'a [String],
    /// The day of the import. A date after it is refused where only the past can be.
    pub today: NaiveDate,
}
