//! Changes the facts of an open case, or who works it and why.

use super::open_case::CaseFactsForm;
use caseward_domain::id::PersonId;
use serde::Deserialize;
use ts_rs::TS;

/// Changes the facts of an open case, or who works it and why.
#[derive(Deserialize, TS)]
pub struct ChangeCase {
    pub reference: String,
    /// The version that was on the page.
    pub version: u32,
    pub facts: CaseFactsForm,
    #[serde(default)]
    pub team: String,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub manager: Option<PersonId>,
    /// `worker_change_reason` code: needed when the practitioner or manager changes.
    #[serde(default)]
    pub worker_change_reason: String,
}
