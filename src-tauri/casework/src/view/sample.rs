use caseward_domain::reference::CaseReference;
use caseward_domain::sample::{Allocation, ChildHeard};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// Samples for audit, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SamplesView {
    pub samples: Vec<SampleRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleRow {
    pub id: Uuid,
    /// By which the action plan and the files name it.
    pub reference: String,
    pub title: String,
    /// `Cases open on 30 September 2026`.
    pub population: String,
    #[ts(type = "string")]
    pub drawn_on: NaiveDate,
    pub drawn_by: String,
    pub drawn: u32,
    pub looked_at: u32,
}

/// One sample: how it was drawn, from what, and what was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleView {
    pub id: Uuid,
    /// By which the action plan and the files name it.
    pub reference: String,
    pub title: String,
    pub population: String,
    pub in_population: u32,
    /// By reason.
    pub left_out: Vec<SampleCountView>,
    pub eligible: u32,
    pub seed: String,
    pub size: u32,
    pub allocation: Allocation,
    #[ts(type = "string")]
    pub drawn_on: NaiveDate,
    pub drawn_by: String,
    /// Those that were drawn, by stratum and place.
    pub cases: Vec<SampleCaseView>,
    /// By finding, those not looked at yet last.
    pub findings: Vec<SampleCountView>,
    /// Drawn, looked at, and the child was not heard or not reachable.
    pub not_heard: Vec<CaseReference>,
    pub strata: Vec<SampleStratumView>,
    /// Strata that might have had a case and had none.
    pub unreached: Vec<String>,
    /// How it was drawn, in sentences.
    pub method: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleCountView {
    pub what: String,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleStratumView {
    pub name: String,
    pub eligible: u32,
    pub drawn: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleCaseView {
    pub reference: CaseReference,
    pub stratum: String,
    /// 1 for the lowest rank of its stratum.
    pub place: u32,
    /// `None`: nobody has looked at it yet.
    pub found: Option<SampleFindingView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleFindingView {
    /// `sample_finding` code.
    pub finding: String,
    pub finding_says: String,
    pub child_heard: ChildHeard,
    /// Empty for those who may not read case text.
    pub looked_at: String,
    pub note: String,
    pub found_by: String,
    #[ts(type = "string")]
    pub found_on: NaiveDate,
    /// Whoever looked was the case’s own manager.
    pub own_case: bool,
}
