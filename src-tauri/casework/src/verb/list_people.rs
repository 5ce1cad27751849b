//! The people of the register and their roles.

use serde::Deserialize;
use ts_rs::TS;

/// The people of the register and their roles.
#[derive(Deserialize, TS)]
pub struct ListPeople {}
