//! The children-in-need census: one XML file a year, from each authority to the Department for Education ("Children in need
//! census: guide", with the names and codes of its elements). Factor 11A in an assessment is child sexual exploitation.
//!
//! Children with that factor become rows; of the others nothing is looked at. Dates of birth are used for the age at
//! referral and go no further; UPNs are never read.

mod child;
#[cfg(test)]
mod tests;
mod tree;

use crate::error::FileError;
use crate::reading::{Notes, Reading, RefusedCell, RefusedRow, Source};
use crate::{ChildId, Context};
use child::has_factor;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::fmt;
use std::io::BufRead;
use tree::Children;

/// The factor that makes a child's record a case: child sexual exploitation.
pub const FACTOR: &str = "11A";

/// A child with factor 11A, as the census reports the episode in which it was found.
#[derive(Clone, PartialEq, Eq)]
pub struct CensusChild {
    /// Which Child of the file, counted from 1.
    pub row: u32,
    /// The authority's own id (LAchildID).
    pub child_id: ChildId,
    /// Whole years at the referral; none for a child who was not born yet.
    pub age_at_referral: Option<u8>,
    /// A code of the list `sex`.
    pub sex: Option<String>,
    /// A code of the list `ethnicity`.
    pub ethnicity: Option<String>,
    /// Codes of the list `disability`.
    pub disabilities: Vec<String>,
    /// The referral that began the episode (CINreferralDate).
    pub opened_on: NaiveDate,
    /// A code of the list `referral_source`.
    pub referral_source: Option<String>,
    /// Codes of the list `assessment_factor`, of all assessments of the episode, without repeats.
    pub factors: Vec<String>,
    /// When the latest assessment with factor 11A was authorised.
    pub assessment_authorised_on: Option<NaiveDate>,
    /// When the episode closed (CINclosureDate).
    pub closed_on: Option<NaiveDate>,
    /// A code of the list `closure_reason`.
    pub closure_reason: Option<String>,
    /// The latest child-in-need plan of the episode.
    pub cin_plan: Option<Period>,
    /// The latest child protection plan of the episode.
    pub cp_plan: Option<Period>,
}

/// From a day, to a day where it has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl fmt::Debug for CensusChild {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CensusChild").field("row", &self.row).finish_non_exhaustive()
    }
}

/// Reads a census as a stream; no more than one child is held at a time.
pub fn read(reader: impl BufRead, ctx: &Context) -> Result<Reading<CensusChild>, FileError> {
    let mut reading =
        Reading { rows: Vec::new(), refused: Vec::new(), notes: Vec::new(), withheld_comments: 0, source: Source::default() };
    let mut notes = Notes::default();
    let mut first_rows: HashMap<ChildId, u32> = HashMap::new();
    let mut children = Children::new(reader);
    let mut row = 0u32;
    while let Some(element) = children.next_child()? {
        row = row.saturating_add(1);
        if !has_factor(&element) {
            continue;
        }
        let mut row_notes = Notes::default();
        match child::read(row, &element, ctx, &mut row_notes) {
            Ok(found) => {
                let first = *first_rows.entry(found.child_id.clone()).or_insert(row);
                if first == row {
                    notes.keep(row_notes);
                    reading.rows.push(found);
                } else {
                    let reason = format!("Child {first} of the file already has this id. Keep one of the two.");
                    reading.refused.push(RefusedRow { row, cells: vec![RefusedCell { column: "LAchildID".to_owned(), reason }] });
                }
            }
            Err(cells) => reading.refused.push(RefusedRow { row, cells }),
        }
    }
    reading.notes = notes.finish();
    Ok(reading)
}
