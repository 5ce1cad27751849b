//! How the register is kept: one SQLCipher file, its key file, its audit chain, its backups.
//!
//! The only crate that names rusqlite, and the only SQL. It decides nothing: rules are the domain's.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod keys;

mod action_plan;
mod audit;
mod case;
mod database;
mod draft;
mod dump;
mod duty;
mod episode;
mod error;
mod folder;
mod history;
mod item;
mod keyed_hash;
mod listing;
mod lists;
mod people;
mod records;
mod register;
mod review_date;
mod saved_filter;
mod seed;
mod snooze;
mod sql;
mod worklist;

pub use action_plan::{Action, ActionUpdate, Objective};
pub use audit::{About, Event, Head};
pub use case::{CareStatus, CaseFacts, CaseRecord, Reported, ReportedArrangement, ReportedReview, Source, WorkerChange};
pub use draft::Draft;
pub use duty::{DutyRow, Owed, duty_rows};
pub use episode::{Episode, PlanUpdate, moment_text};
pub use error::StoreError;
pub use folder::{Folder, Lock};
pub use history::CaseFile;
pub use item::{SignOffRecord, Submission, VersionRecord, civil};
pub use keyed_hash::keyed_hash;
pub use listing::{CaseFilter, CaseListed, CaseOrder};
pub use lists::{CodeRow, RequirementRow};
pub use people::{Person, Team};
pub use records::Records;
pub use review_date::{EarlierPeriod, ReviewDate};
pub use register::{Register, Rules, Written};
pub use seed::NewRegister;
pub use snooze::{Snooze, snooze_of};
pub use worklist::{Borders, DutyListed, OwedCounts, OwedFilter};

#[cfg(test)]
mod tests;
