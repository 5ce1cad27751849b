//! Opens the case of a child whose own id at the authority is known. The id is hashed and not kept.

use crate::desk::{CASEWORKERS, Desk};
use crate::error::CommandError;
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

pub fn find_child(desk: &mut Desk, request: FindChild) -> Result<ChildFound, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let Some(key) = crate::link_key::of_child_id(&session.link_secret, &request.child_id) else {
        return Err(CommandError::invalid("child_id", "Enter the authority’s own id for the child."));
    };
    let found = session.read().case_by_link_key(&key)?;
    Ok(ChildFound { reference: found.map(|case| case.reference) })
}
