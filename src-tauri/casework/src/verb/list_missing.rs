//! Missing children: each episode of a period, with the clock for the return interview and its themes.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::RateView;
use caseward_domain::id::EpisodeId;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Missing children: each episode of a period, with the clock for the return interview and its themes.
#[derive(Deserialize, TS)]
pub struct ListMissing {
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
pub struct MissingPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Returns with an interview held within the clock. Not recorded: no return, or times that cannot tell.
    pub in_time: RateView,
    /// Returns with an interview offered, whether or not it was taken up.
    pub offered: RateView,
    /// Returns whose interview the child declined.
    pub declined: u32,
    /// Hours of the clock under the policy at the end of the period.
    pub hours: u32,
    /// Children with two episodes or more in the period.
    pub children_more_than_once: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<MissingRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingRow {
    pub reference: CaseReference,
    pub episode_id: EpisodeId,
    /// A day, and a time where it is known: `2026-03-27` or `2026-03-27 14:05`.
    pub missing_from: String,
    pub returned: Option<String>,
    pub interview_offered: Option<String>,
    pub interview_held: Option<String>,
    pub interview_declined: Option<String>,
    /// Held within the clock; `None` while it may still be, or where times do not tell.
    pub in_time: Option<bool>,
    /// Whole hours from the return to the interview, or to now while it is not held; `None` without a return.
    #[ts(type = "number | null")]
    pub hours: Option<i64>,
    /// Empty: nothing recorded; always empty for an analyst, who sees no free text.
    pub themes: String,
    pub team: Option<String>,
}

pub fn list_missing(desk: &mut Desk, request: ListMissing) -> Result<MissingPage, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
