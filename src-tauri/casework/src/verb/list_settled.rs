//! What was settled late in a period, and why it was late.

use crate::desk::{Desk, READERS_OF_LISTS};
use crate::error::CommandError;
use crate::form::Form;
use crate::names::Names;
use crate::view::SettledView;
use caseward_store::{Records, SettledFilter, SettledLate, StoreError};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was settled late in a period, and why it was late.
#[derive(Deserialize, TS)]
pub struct ListSettled {
    /// Days as typed or ISO, both included; absent: the last 28 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub team: Option<String>,
    /// Only the cases of the person who is signed in.
    #[serde(default)]
    pub mine: bool,
    /// Only what nobody gave a cause for yet.
    #[serde(default)]
    pub without_cause: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SettledPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    pub total: u32,
    /// Of these, how many have no cause yet.
    pub without_cause: u32,
    pub offset: u32,
    /// Settled last first.
    pub rows: Vec<SettledView>,
}

pub fn list_settled(desk: &mut Desk, request: ListSettled) -> Result<SettledPage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let (from, to) = form.period(&request.from, &request.to, first_of_28_days);
    form.finish()?;
    let filter = SettledFilter {
        from,
        to,
        team_id: super::list_flags::team_id(session, request.team.as_deref())?,
        mine: request.mine.then_some(session.person.id),
        without_cause: request.without_cause,
    };
    let limit = request.limit.unwrap_or(50).clamp(1, super::list_flags::LONGEST_PAGE);
    let records = session.read();
    let counts = records.count_settled_late(&filter)?;
    Ok(SettledPage {
        from,
        to,
        total: if request.without_cause { counts.without_cause } else { counts.settled },
        without_cause: counts.without_cause,
        offset: request.offset,
        rows: settled_views(&records, records.settled_late(&filter, limit, request.offset)?)?,
    })
}

/// The first of the 28 days that end on this one.
pub(crate) fn first_of_28_days(last: NaiveDate) -> NaiveDate {
    last.checked_sub_days(Days::new(27)).unwrap_or(last)
}

pub(crate) fn settled_views(records: &Records<'_>, settled: Vec<SettledLate>) -> Result<Vec<SettledView>, StoreError> {
    let (names, labels) = (Names::of(records)?, records.labels("cause")?);
    let say = |cause: &str| match labels.iter().find(|(code, _)| code.as_str() == cause) {
        Some((_, label)) => label.clone(),
        None if cause.is_empty() => "Not known".to_owned(),
        None => cause.to_owned(),
    };
    let view = |settled: SettledLate| SettledView {
        reference: settled.reference,
        rule: settled.rule,
        says: settled.rule.say().to_owned(),
        family: settled.rule.family(),
        subject: settled.subject,
        start_on: settled.start_on,
        due_on: settled.due_on,
        met_on: settled.met_on,
        days_late: settled.met_on.signed_duration_since(settled.due_on).num_days(),
        cause_says: settled.cause.as_deref().map(say),
        cause: settled.cause,
        team: names.team(settled.team_id),
    };
    Ok(settled.into_iter().map(view).collect())
}
