//! Stability: each change of worker in a period, with its reason.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::RateView;
use caseward_domain::code::Code;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Stability: each change of worker in a period, with its reason.
#[derive(Deserialize, TS)]
pub struct ListWorkerChanges {
    /// Days as typed or ISO, both included; absent: the last 92 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkerChangesPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Cases open at the end of the period that kept their practitioner all through it. Not recorded: no practitioner.
    pub stable: RateView,
    /// Changes whose reason is recorded.
    pub reasoned: RateView,
    /// Cases with two changes of practitioner or more in the period.
    pub cases_more_than_once: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<WorkerChangeRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkerChangeRow {
    pub reference: CaseReference,
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub from_practitioner: Option<String>,
    pub to_practitioner: Option<String>,
    pub from_manager: Option<String>,
    pub to_manager: Option<String>,
    pub reason: Option<Code>,
    pub team: Option<String>,
}

pub fn list_worker_changes(desk: &mut Desk, request: ListWorkerChanges) -> Result<WorkerChangesPage, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
