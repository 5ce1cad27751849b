use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// How it stands with each recipient, and every pack that was shared, the latest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SharingView {
    pub recipients: Vec<RecipientStanding>,
    pub shared: Vec<SharingRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RecipientStanding {
    pub code: String,
    pub name: String,
    pub organisation: String,
    pub interval_months: u32,
    /// `internal`, `partners`, `public`: how much they are usually shown.
    pub profile: String,
    #[ts(type = "string")]
    pub since: NaiveDate,
    /// The first day on which they are no recipient any more.
    #[ts(type = "string | null")]
    pub ended_on: Option<NaiveDate>,
    pub times_shared: u32,
    #[ts(type = "string | null")]
    pub last_shared: Option<NaiveDate>,
    /// The days before the first sharing and since the last included.
    #[ts(type = "number")]
    pub longest_gap_days: i64,
    /// `None` once it has ended.
    #[ts(type = "string | null")]
    pub next_due: Option<NaiveDate>,
    /// 0: not overdue.
    #[ts(type = "number")]
    pub overdue_days: i64,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SharingRow {
    pub id: Uuid,
    pub recipient: String,
    pub recipient_name: String,
    pub pack_id: Uuid,
    #[ts(type = "string | null")]
    pub pack_from: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub pack_to: Option<NaiveDate>,
    /// Of the pack.
    pub profile: String,
    /// It shows more than the recipient is usually shown; then `reason` says why.
    pub wider: bool,
    pub reason: String,
    #[ts(type = "string")]
    pub shared_on: NaiveDate,
    pub to_role: String,
    /// In words.
    pub means: String,
    pub shared_by: String,
}
