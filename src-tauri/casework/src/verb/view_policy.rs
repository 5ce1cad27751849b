//! The review intervals and clocks, past, present and to come.

use caseward_domain::policy::Policy;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// The review intervals and clocks, past, present and to come.
#[derive(Deserialize, TS)]
pub struct ViewPolicy {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PolicyView {
    pub policies: Vec<Policy>,
    /// The first day of the one in force today.
    #[ts(type = "string")]
    pub in_force: NaiveDate,
    #[ts(type = "string")]
    pub bank_holidays_known_to: NaiveDate,
}
