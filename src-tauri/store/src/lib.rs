//! How the register is kept: one SQLCipher file, its key file, its audit chain, its backups.
//!
//! The only crate that names rusqlite, and the only SQL. It decides nothing: rules are the domain's.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod keys;

mod action_plan;
mod audit;
mod case;
mod case_files;
mod database;
mod decided;
mod deputy;
mod draft;
mod dump;
mod duty;
mod episode;
mod error;
mod folder;
mod history;
mod in_period;
mod item;
mod keyed_hash;
mod lateness;
mod listing;
mod lists;
mod meeting;
mod next_review;
mod pack;
mod people;
mod progress;
mod records;
mod register;
mod review_date;
mod sample;
mod saved_filter;
mod seed;
mod sharing;
mod snooze;
mod sql;
mod waiting;
mod worklist;

pub use action_plan::{Action, Objective};
pub use audit::{ACCEPT_CLOCK, About, Event, Head};
pub use case::{CareStatus, CaseFacts, CaseRecord, Reported, ReportedArrangement, ReportedReview, Source, WorkerChange};
pub use decided::{Decided, DecidedFilter, DecisionListed};
pub use deputy::Deputy;
pub use draft::Draft;
pub use duty::{DutyRow, Owed, Standing, duty_rows, standing};
pub use episode::{Episode, PlanUpdate, moment_text};
pub use error::StoreError;
pub use folder::{Folder, Lock};
pub use history::{ArrangedBy, CaseFile};
pub use in_period::{InPeriod, ReviewInPeriod, WorkerChangeInPeriod};
pub use item::{SignOffRecord, Submission, VersionRecord, civil, civil_time, day_begins};
pub use keyed_hash::keyed_hash;
pub use lateness::{CauseCounted, Lateness, SettledCounts, SettledFilter, SettledLate};
pub use listing::{CaseFilter, CaseListed, CaseOrder};
pub use lists::{CodeRow, RequirementRow};
pub use meeting::{DecidedAtMeeting, Meeting, MeetingCase, MeetingDecision, MeetingListed};
pub use next_review::{NextReview, Whose};
pub use pack::{DisclosureProfile, Pack, PackFile, ReleaseRow};
pub use people::{Person, Team};
pub use progress::{Counted, Progress};
pub use records::Records;
pub use register::{Register, Rules, Written};
pub use review_date::{EarlierPeriod, ReviewDate};
pub use sample::{Sample, SampleCase, SampleFinding, SampleState};
pub use seed::NewRegister;
pub use sharing::{Recipient, Sharing};
pub use snooze::{Ended, Snooze, rest_on, snooze_of};
pub use waiting::{WaitingBy, WaitingFilter, WaitingListed};
pub use worklist::{Borders, DutyListed, OwedCounts, OwedFilter};

#[cfg(test)]
mod tests;
