//! What was settled late in a period, and why it was late.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::SettledView;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was settled late in a period, and why it was late.
#[derive(Deserialize, TS)]
pub struct ListSettled {
    /// Days as typed or ISO, both included; absent: the last 28 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub team: Option<String>,
    /// Only the cases of the person who is signed in.
    #[serde(default)]
    pub mine: bool,
    /// Only what nobody gave a cause for yet.
    #[serde(default)]
    pub without_cause: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SettledPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    pub total: u32,
    /// Of these, how many have no cause yet.
    pub without_cause: u32,
    pub offset: u32,
    /// Settled last first.
    pub rows: Vec<SettledView>,
}

pub fn list_settled(desk: &mut Desk, request: ListSettled) -> Result<SettledPage, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
