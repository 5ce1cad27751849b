//! Opens the case of a child whose own id at the authority is known. The id is hashed and not kept.

use caseward_domain::reference::CaseReference;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Opens the case of a child whose own id at the authority is known. The id is hashed and not kept.
#[derive(Deserialize, TS)]
pub struct FindChild {
    pub child_id: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ChildFound {
    pub reference: Option<CaseReference>,
}
