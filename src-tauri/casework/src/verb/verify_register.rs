//! Checks the audit chain, every signed version, the stored duties and the file itself.

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Checks the audit chain, every signed version, the stored duties and the file itself.
#[derive(Deserialize, TS)]
pub struct VerifyRegister {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VerifyView {
    pub ok: bool,
    #[ts(type = "number")]
    pub events: i64,
    pub head: String,
    /// The first event that does not hold.
    #[ts(type = "number | null")]
    pub first_bad_event: Option<i64>,
    /// Whole sentences; empty when all is well.
    pub problems: Vec<String>,
}
