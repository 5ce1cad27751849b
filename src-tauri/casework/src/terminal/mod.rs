//! What only the command line does: whole lists as JSON, a demonstration register, everything out, everything in.

mod demo;
mod everything;
mod lists;

pub use demo::{DEMONSTRATION_PASSPHRASE, demo};
pub use everything::{export_all, import_all};
pub use lists::{CaseLine, ReviewLine, all_cases, all_flags, all_waiting};
