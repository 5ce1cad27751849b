//! The progress summary for a period, as tables.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::action_plan::is_late;
use caseward_domain::duty::duties;
use caseward_domain::role::Role;
use caseward_report::summary::Summary;
use caseward_report::{ActionPlanLine, Causes, Meta, Period, SummaryFold};
use caseward_store::StoreError;
use serde::Deserialize;
use ts_rs::TS;

/// The progress summary for a period, as tables.
#[derive(Deserialize, TS)]
pub struct ViewSummary {
    pub from: String,
    pub to: String,
}

pub fn view_summary(desk: &mut Desk, request: ViewSummary) -> Result<Summary, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let period = read_period(session, &request.from, &request.to)?;
    summary(session, period)
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

/// One pass over every case: nothing about a child but its history's dates and codes goes in.
pub(crate) fn summary(session: &Session, period: Period) -> Result<Summary, CommandError> {
    let (records, rules) = (session.read(), session.rules());
    let mut fold = SummaryFold::new(period, &rules.policies);
    records.each_case(|case| {
        let file = records.case_file(case)?;
        let history = file.history();
        let duties = duties(&history, &rules.policies, &rules.calendar);
        fold.add(&history, &duties, &crate::leaving::levels_at_closing(&file));
        Ok::<(), StoreError>(())
    })?;
    let late = super::view_causes::causes(session, period.from, period.to)?;
    fold.causes(Causes {
        given: late.causes.into_iter().map(|cause| (cause.label, cause.count.into())).collect(),
        not_known: late.not_known.into(),
        not_asked: late.not_asked.into(),
    });
    let plan = super::view_action_plan::current(session, period.to)?;
    let line = |s: super::view_action_plan::Standing| ActionPlanLine {
        late: is_late(s.due_on, s.state, period.to),
        theme: s.theme,
        state: s.state,
        due_on: s.due_on,
    };
    fold.action_plan(&plan.into_iter().map(line).collect::<Vec<_>>());
    let meta = Meta { authority: session.authority.clone(), made_at: session.now(), audit_head: session.register.head()?.hash };
    Ok(fold.finish(meta))
}
