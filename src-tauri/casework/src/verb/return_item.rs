//! A manager returns a version and says what to do instead.

use caseward_domain::id::VersionId;
use caseward_domain::item::VersionHash;
use serde::Deserialize;
use ts_rs::TS;

/// A manager returns a version and says what to do instead.
#[derive(Deserialize, TS)]
pub struct ReturnItem {
    pub version_id: VersionId,
    pub hash: VersionHash,
    pub reason: String,
}
