//! What a form may offer: code lists, levels, teams, people.

use serde::Deserialize;
use ts_rs::TS;

/// What a form may offer: code lists, levels, teams, people.
#[derive(Deserialize, TS)]
pub struct ListChoices {}
