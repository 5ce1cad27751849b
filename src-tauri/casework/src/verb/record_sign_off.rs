//! A manager signs off the version that they read, states the level and says whether the plan progresses.

use caseward_domain::id::VersionId;
use caseward_domain::item::VersionHash;
use caseward_domain::reference::CaseReference;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// A manager signs off the version that they read, states the level and says whether the plan progresses.
#[derive(Deserialize, TS)]
pub struct RecordSignOff {
    pub version_id: VersionId,
    /// The hash of the version that was on the page.
    pub hash: VersionHash,
    pub level: String,
    /// `yes`, `partly` or `no`.
    pub plan_progressing: String,
    /// Needed where the level differs from the practitioner's.
    #[serde(default)]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionRecorded {
    pub reference: CaseReference,
    /// Flags that stand on the case now.
    pub flags: u32,
}
