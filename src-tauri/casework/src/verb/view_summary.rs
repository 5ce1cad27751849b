//! The progress summary for a period, as tables, as one profile lets it be shown.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::Form;
use crate::packs;
use caseward_domain::role::Role;
use caseward_report::Period;
use caseward_report::summary::{Profile, Summary};
use serde::Deserialize;
use ts_rs::TS;

/// The progress summary for a period, as tables. Looking at it releases nothing.
#[derive(Deserialize, TS)]
pub struct ViewSummary {
    pub from: String,
    pub to: String,
    /// Absent: internal.
    #[serde(default)]
    pub profile: Profile,
    /// Tables to leave out, by their ids; only of those for partners or the public.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

pub fn view_summary(desk: &mut Desk, request: ViewSummary) -> Result<Summary, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let period = read_pack_period(session, &request.from, &request.to, request.profile)?;
    let counted = packs::count(session, period)?;
    Ok(packs::show(session, &counted, period, request.profile, None, &request.leave_out)?.summary)
}

/// Those who make summaries.
pub(crate) const SUMMARISERS: &[Role] = &[Role::Manager, Role::Analyst];

pub(crate) fn read_period(session: &Session, from: &str, to: &str) -> Result<Period, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let from = form.past_date("from", from, None);
    let to = form.past_date("to", to, from.map(|day| (day, "the period begins")));
    form.finish()?;
    let (Some(from), Some(to)) = (from, to) else { return Err(CommandError::invalid("from", "Enter a date.")) };
    Ok(Period { from, to })
}

/// A period for a profile. What leaves covers whole quarters, so that no two packs differ by a few days' worth of children.
pub(crate) fn read_pack_period(session: &Session, from: &str, to: &str, profile: Profile) -> Result<Period, CommandError> {
    let period = read_period(session, from, to)?;
    if profile != Profile::Internal && !period.is_of_whole_quarters() {
        return Err(CommandError::invalid(
            "to",
            "Numbers for partners or the public cover whole quarters, for example 1 7 2026 to 30 9 2026: packs that overlap by other days would show the few children between them.",
        ));
    }
    Ok(period)
}
