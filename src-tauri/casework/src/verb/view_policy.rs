//! The review intervals and clocks, past, present and to come.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
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

pub fn view_policy(desk: &mut Desk, _request: ViewPolicy) -> Result<PolicyView, CommandError> {
    Ok(policy_view(desk.signed_in()?))
}

pub(crate) fn policy_view(session: &Session) -> PolicyView {
    PolicyView {
        policies: session.rules().policies.all().cloned().collect(),
        in_force: session.policy().effective_from,
        bank_holidays_known_to: session.rules().calendar.known_to,
    }
}
