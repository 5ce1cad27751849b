//! What waits for the person who is signed in.

use super::read_draft::DraftView;
use crate::view::SeverityCounts;
use caseward_domain::id::ItemId;
use caseward_domain::item::ItemKind;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// What waits for the person who is signed in.
#[derive(Deserialize, TS)]
pub struct StartPage {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct StartPageView {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    /// Duties on the cases of the person who is signed in.
    pub mine: SeverityCounts,
    pub all: SeverityCounts,
    pub open_cases: u32,
    /// Open cases with at least one flag of the family *no review*.
    pub cases_without_review: u32,
    /// Waiting for a decision that this person may take.
    pub to_decide: u32,
    pub waiting: u32,
    /// Returned to this person as an author, newest first.
    pub returned: Vec<ReturnedView>,
    /// Unfinished forms of this person, newest first.
    pub drafts: Vec<DraftView>,
    pub actions_late: u32,
    pub actions: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedView {
    pub reference: CaseReference,
    pub item_id: ItemId,
    pub kind: ItemKind,
    pub reason: String,
    pub by: String,
    #[ts(type = "string")]
    pub on: NaiveDate,
}
