//! Records why something that was settled late was late.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::Done;
use caseward_domain::duty::Rule;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Records why something that was settled late was late.
#[derive(Deserialize, TS)]
pub struct RecordCause {
    pub reference: String,
    pub rule: Rule,
    #[serde(default)]
    pub subject: Option<Uuid>,
    /// As the list showed it.
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    /// `cause` code; empty: not known.
    pub cause: String,
    /// Needed with the code `other`.
    #[serde(default)]
    pub note: String,
}

pub fn record_cause(desk: &mut Desk, request: RecordCause) -> Result<Done, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
