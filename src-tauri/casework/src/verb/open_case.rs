//! Opens a case: one child's CSE concern, under a random reference.

use caseward_domain::id::PersonId;
use caseward_domain::reference::CaseReference;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Opens a case: one child's CSE concern, under a random reference.
#[derive(Deserialize, TS)]
pub struct OpenCase {
    /// The authority's own id for the child: hashed into the link key and not kept. Empty: none.
    #[serde(default)]
    pub child_id: String,
    pub opened_on: String,
    /// The practitioner's level at opening. Empty: not yet judged.
    #[serde(default)]
    pub level: String,
    pub facts: CaseFactsForm,
    #[serde(default)]
    pub team: String,
    #[serde(default)]
    pub practitioner: Option<PersonId>,
    #[serde(default)]
    pub manager: Option<PersonId>,
}

/// The facts of a case as a form sends them: codes, and dates as typed. Empty text: not recorded.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct CaseFactsForm {
    pub referral_source: String,
    pub age_at_referral: String,
    pub sex: String,
    pub ethnicity: String,
    pub disabilities: Vec<String>,
    pub statuses: Vec<StatusForm>,
    pub factors: Vec<String>,
    pub models: Vec<String>,
    pub contexts: Vec<String>,
    pub evidence_of_harm: String,
    /// `yes`, `no` or empty.
    pub placed_out_of_area: String,
    pub school_absence_checked_on: String,
}

#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct StatusForm {
    /// `cin`, `cp`, `looked_after` or `none`.
    pub status: String,
    pub from: String,
    pub to: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseOpened {
    pub reference: CaseReference,
}
