//! A manager on leave names another manager to decide for a period.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::view::DeputiesView;
use caseward_domain::id::PersonId;
use serde::Deserialize;
use ts_rs::TS;

/// A manager on leave names another manager to decide for a period.
#[derive(Deserialize, TS)]
pub struct NameDeputy {
    /// Absent: the person who is signed in. An administrator names one for a manager who cannot.
    #[serde(default)]
    pub manager: Option<PersonId>,
    pub deputy: PersonId,
    /// The first and last day, as typed; today or later.
    pub from: String,
    pub to: String,
}

pub fn name_deputy(desk: &mut Desk, request: NameDeputy) -> Result<DeputiesView, CommandError> {
    let _ = (desk, request);
    Err(CommandError::refused("This is not built yet."))
}
