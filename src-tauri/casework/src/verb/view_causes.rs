//! Why things were late in a period: by cause, by team and by month. “Not known” and “not yet asked” are counted apart.

use crate::desk::Desk;
use crate::error::CommandError;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why things were late in a period: by cause, by team and by month. “Not known” and “not yet asked” are counted apart.
#[derive(Deserialize, TS)]
pub struct ViewCauses {
    /// Days as typed or ISO, both included; absent: the last 12 months up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CausesView {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Settled late, or snoozed, in the period.
    pub late: u32,
    pub not_known: u32,
    /// Settled late, and nobody has said why yet.
    pub not_asked: u32,
    /// In the order of the list `cause`; those that were never given are there with 0.
    pub causes: Vec<CauseCount>,
    /// By team, in the order of names; cases without a team last. `counts` follow `causes`.
    pub teams: Vec<CausesOf>,
    /// By month, oldest first, from the first to the last of the period.
    pub months: Vec<CausesOf>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CauseCount {
    pub cause: String,
    pub label: String,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CausesOf {
    /// A team's name, or a month as `2026-03`.
    pub of: String,
    /// One number for each of `causes`, in their order.
    pub counts: Vec<u32>,
    pub not_known: u32,
    pub not_asked: u32,
}

pub fn view_causes(desk: &mut Desk, request: ViewCauses) -> Result<CausesView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
