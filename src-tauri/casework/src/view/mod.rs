//! Views: the list of what may leave Rust. Dates are ISO text; the window says them in words.

mod action_plan;
mod case;
mod flag;
mod item;
mod oversight;
mod people;
mod sample;
mod sharing;

pub use action_plan::*;
pub use case::*;
pub use flag::*;
pub use item::*;
pub use oversight::*;
pub use people::*;
pub use sample::*;
pub use sharing::*;

use serde::Serialize;
use ts_rs::TS;

/// It is done; there is nothing to show.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Done {}
