//! The verbs. One file per verb: parse, load, decide, write, view.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod error;
pub mod typescript;
mod verb;
mod view;

pub use caseward_report::summary::Summary;
pub use error::{CommandError, ErrorCode, FieldError};
pub use verb::*;
pub use view::*;
