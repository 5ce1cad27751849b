//! What would fall due under a policy before it is saved.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::verb::RecordPolicy;
use caseward_domain::duty::Rule;
use caseward_domain::reference::CaseReference;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What would fall due under a policy before it is saved.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PolicyPreview {
    #[ts(type = "string")]
    pub effective_from: NaiveDate,
    /// The last day that was looked at: 90 days after it takes effect.
    #[ts(type = "string")]
    pub to: NaiveDate,
    pub open_cases: u32,
    /// “17 cases become overdue on 1 January 2027.”
    pub finding: String,
    /// Days on which cases become overdue under this policy that would not be under the present one.
    pub days: Vec<PreviewDay>,
    /// Flags on the day it takes effect, by rule, as things stand and under this policy.
    pub rules: Vec<PreviewRule>,
    /// The cases that become overdue sooner: the first 50, soonest first.
    pub cases: Vec<PreviewCase>,
    /// How many become overdue sooner in all, and how many later.
    pub sooner: u32,
    pub later: u32,
    /// Children whose level in force lies below a floor of this policy.
    pub below_floor: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewDay {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub cases: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewRule {
    pub rule: Rule,
    pub says: String,
    pub now: u32,
    pub then: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewCase {
    pub reference: CaseReference,
    pub rule: Rule,
    pub says: String,
    #[ts(type = "string | null")]
    pub due_now: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub due_then: Option<NaiveDate>,
}

pub fn preview_policy(desk: &mut Desk, request: RecordPolicy) -> Result<PolicyPreview, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
