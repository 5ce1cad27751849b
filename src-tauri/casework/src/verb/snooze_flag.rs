//! A manager lets a flag rest until a day, with the cause and a reason.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use caseward_domain::duty::Rule;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// A manager lets a flag rest until a day, with the cause and a reason.
#[derive(Deserialize, TS)]
pub struct SnoozeFlag {
    pub reference: String,
    pub rule: Rule,
    #[serde(default)]
    pub subject: Option<Uuid>,
    /// As the list showed it.
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    /// The last day on which it rests, as typed: tomorrow to 92 days ahead.
    pub until: String,
    /// `cause` code; empty: not known.
    #[serde(default)]
    pub cause: String,
    pub reason: String,
}

pub fn snooze_flag(desk: &mut Desk, request: SnoozeFlag) -> Result<Done, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
