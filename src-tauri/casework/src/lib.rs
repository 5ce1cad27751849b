//! The verbs. One file per verb: parse, load, decide, write, view.
//!
//! The arrows: the window and the command line call verbs; verbs call the store, the files that come in and go out,
//! and the rules. Roles are enforced here.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod bring_in;
mod call;
mod content;
mod decision;
mod desk;
mod error;
mod files;
mod flags;
mod floors;
mod form;
mod in_period;
mod items;
mod leaving;
mod link_key;
mod meetings;
mod merge;
mod names;
mod packs;
mod personal_data;
mod plan_in;
mod review_dates;
mod sampling;
pub mod terminal;
mod timeline;
pub mod typescript;
mod verb;
mod view;

pub use call::{call, verbs};
pub use caseward_report::summary::{Profile, Summary};
pub use caseward_store::Progress;
pub use desk::Desk;
pub use error::{CommandError, ErrorCode, FieldError};
pub use verb::*;
pub use view::*;
