//! What each manager signed off, returned, and changed the level of, in a period.
//!
//! Inspectors asked in 2014 that managers sign off all work *to assess the level of risk*: how often a manager states another
//! level than the one that they met says whether that happens.

use std::collections::BTreeMap;

use super::list_settled::first_of_28_days;
use super::view_summary::SUMMARISERS;
use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::Form;
use crate::names::Names;
use caseward_domain::id::{PersonId, VersionId};
use caseward_domain::item::ItemKind;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_domain::sign_off::Outcome;
use caseward_report::Period;
use caseward_store::{Decided, DecidedFilter, DecisionListed, civil};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What each manager signed off, returned, and changed the level of, in a period.
#[derive(Deserialize, TS)]
pub struct ListDecisions {
    /// Days as typed or ISO, both included; absent: the last 28 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub manager: Option<PersonId>,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Only those whose level differs from the one that the manager met.
    #[serde(default)]
    pub level_changed: bool,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionsPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Every manager who decided something in the period, by name, whatever else was filtered.
    pub managers: Vec<ManagerDecisions>,
    /// How many decisions match.
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<DecisionRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ManagerDecisions {
    pub manager_id: PersonId,
    pub manager: String,
    pub signed_off: u32,
    pub returned: u32,
    /// Signed off at another level than the one that the manager met.
    pub level_changed: u32,
    /// Decided for another manager, as a deputy.
    pub as_deputy: u32,
    /// Calendar days from sending to deciding; the middle one.
    pub median_days: Option<f64>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionRow {
    pub version_id: VersionId,
    pub reference: CaseReference,
    pub kind: ItemKind,
    pub number: u32,
    pub outcome: Outcome,
    pub by: String,
    /// The manager for whom a deputy decided.
    pub deputy_for: Option<String>,
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// The author's level, or where the author states none the level in force.
    pub level_before: Option<RiskLevel>,
    pub level: Option<RiskLevel>,
    pub level_changed: bool,
    /// Empty for an analyst, who sees no free text.
    pub reason: String,
}

pub fn list_decisions(desk: &mut Desk, request: ListDecisions) -> Result<DecisionsPage, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let Period { from, to } = period(session, &request)?;
    let (records, names) = (session.read(), session.names()?);
    let filter =
        DecidedFilter { from, to, manager: request.manager, outcome: request.outcome, level_changed: request.level_changed };
    let limit = request.limit.unwrap_or(50).clamp(1, super::list_flags::LONGEST_PAGE);
    let found = records.decided(&filter, limit, request.offset)?;
    Ok(DecisionsPage {
        from,
        to,
        managers: managers(session, from, to, &names)?,
        total: records.count_decided(&filter)?,
        offset: request.offset,
        rows: found.into_iter().map(|decision| row(session, decision, &names)).collect(),
    })
}

/// What is not asked for is today, and the 28 days that end on the last day.
fn period(session: &Session, request: &ListDecisions) -> Result<Period, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let (from, to) = form.period(&request.from, &request.to, first_of_28_days);
    form.finish()?;
    Ok(Period { from, to })
}

/// What one manager did, while it is counted.
#[derive(Default)]
struct Tally {
    signed_off: u32,
    returned: u32,
    level_changed: u32,
    as_deputy: u32,
    days: Vec<i64>,
}

impl Tally {
    fn count(&mut self, decided: &Decided) {
        match decided.outcome {
            Outcome::SignedOff => self.signed_off += 1,
            Outcome::Returned => self.returned += 1,
        }
        self.level_changed += u32::from(decided.level_changed());
        self.as_deputy += u32::from(decided.deputy_for.is_some());
        let sent = decided.submitted_at.map(civil);
        self.days.extend(sent.map(|sent| civil(decided.at).signed_duration_since(sent).num_days()));
    }
}

fn managers(session: &Session, from: NaiveDate, to: NaiveDate, names: &Names) -> Result<Vec<ManagerDecisions>, CommandError> {
    let mut tallies: BTreeMap<PersonId, Tally> = BTreeMap::new();
    session.read().each_decided(from, to, |decided| tallies.entry(decided.by).or_default().count(&decided))?;
    let mut managers: Vec<ManagerDecisions> = tallies
        .into_iter()
        .map(|(manager_id, tally)| ManagerDecisions {
            manager_id,
            manager: names.person(manager_id),
            signed_off: tally.signed_off,
            returned: tally.returned,
            level_changed: tally.level_changed,
            as_deputy: tally.as_deputy,
            median_days: median(tally.days),
        })
        .collect();
    managers.sort_by(|a, b| (&a.manager, a.manager_id).cmp(&(&b.manager, b.manager_id)));
    Ok(managers)
}

/// The middle one; of an even number, half way between the two in the middle.
fn median(mut days: Vec<i64>) -> Option<f64> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    let lower = *days.get(days.len().checked_sub(1)? / 2)?;
    i32::try_from(lower + upper).ok().map(|both| f64::from(both) / 2.0)
}

fn row(session: &Session, listed: DecisionListed, names: &Names) -> DecisionRow {
    let level_changed = listed.decided.level_changed();
    DecisionRow {
        version_id: listed.version,
        reference: listed.reference,
        kind: listed.kind,
        number: listed.number,
        outcome: listed.decided.outcome,
        by: names.person(listed.decided.by),
        deputy_for: names.maybe_person(listed.decided.deputy_for),
        at: listed.decided.at,
        level_before: listed.decided.level_before,
        level: listed.decided.level,
        level_changed,
        reason: session.case_text(listed.reason.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one_or_half_way_between_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![4]), Some(4.0));
        assert_eq!(median(vec![9, 1, 2]), Some(2.0));
        assert_eq!(median(vec![1, 8, 3, 2]), Some(2.5));
    }
}
