//! Children’s voice: how the child took part in each review of a period, and what changed because of it.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::RateView;
use caseward_domain::code::Code;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Children’s voice: how the child took part in each review of a period, and what changed because of it.
#[derive(Deserialize, TS)]
pub struct ListVoice {
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
pub struct VoicePage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Reviews that the child’s view reached. Reviews of a child under 4 (PN0) are left out and counted in `under_four`.
    pub heard: RateView,
    /// Of those, reviews that say what changed because of the child’s views.
    pub changed: RateView,
    pub under_four: u32,
    /// Children with a review in the period whose view reached none of them.
    pub children_never_heard: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<VoiceRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VoiceRow {
    pub reference: CaseReference,
    #[ts(type = "string")]
    pub held_on: NaiveDate,
    pub participation: Option<Code>,
    pub heard: Option<bool>,
    /// Empty: nothing recorded; always empty for an analyst, who sees no free text.
    pub changed_by_views: String,
    pub reported: bool,
    pub team: Option<String>,
}

pub fn list_voice(desk: &mut Desk, request: ListVoice) -> Result<VoicePage, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
