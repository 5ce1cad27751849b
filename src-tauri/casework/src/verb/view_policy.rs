//! The review intervals and clocks, past, present and to come.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use caseward_domain::policy::Policy;
use chrono::{Months, NaiveDate};
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
    /// The list ends in six months or sooner.
    pub bank_holidays_end_soon: bool,
    /// In the order of their days.
    pub bank_holidays: Vec<BankHolidayView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BankHolidayView {
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// As gov.uk has it: `Good Friday`.
    pub title: String,
}

pub fn view_policy(desk: &mut Desk, _request: ViewPolicy) -> Result<PolicyView, CommandError> {
    Ok(policy_view(desk.signed_in()?))
}

pub(crate) fn policy_view(session: &Session) -> PolicyView {
    PolicyView {
        policies: session.rules().policies.all().cloned().collect(),
        in_force: session.policy().effective_from,
        bank_holidays_known_to: session.rules().calendar.known_to,
        bank_holidays_end_soon: bank_holidays_end_soon(session).is_some(),
        bank_holidays: session
            .rules()
            .calendar
            .bank_holidays
            .iter()
            .map(|(day, title)| BankHolidayView { day: *day, title: title.clone() })
            .collect(),
    }
}

/// The last day to which bank holidays are known, from six months before it on: past it no working day can be counted, and
/// gov.uk has the next years by then.
pub(crate) fn bank_holidays_end_soon(session: &Session) -> Option<NaiveDate> {
    let known_to = session.rules().calendar.known_to;
    let from = known_to.checked_sub_months(Months::new(6)).unwrap_or(known_to);
    (from <= session.today()).then_some(known_to)
}
