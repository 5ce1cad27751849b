//! Adds a policy from a day on, or replaces one that has not yet taken effect.

use super::view_policy::{PolicyView, policy_view};
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::floor::FloorRule;
use caseward_domain::policy::{Clocks, LevelRule};
use caseward_domain::policy::{Policy, PolicyHistory};
use caseward_domain::role::Role;
use caseward_store::{Rules, StoreError};
use serde::Deserialize;
use ts_rs::TS;

/// Adds a policy from a day on, or replaces one that has not yet taken effect.
#[derive(Deserialize, TS)]
pub struct RecordPolicy {
    /// As typed; today or later.
    pub effective_from: String,
    pub levels: Vec<LevelRule>,
    pub clocks: Clocks,
    #[serde(default)]
    pub floors: Vec<FloorRule>,
}

pub fn record_policy(desk: &mut Desk, request: RecordPolicy) -> Result<PolicyView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator, Role::Manager])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let effective_from = form.date("effective_from", &request.effective_from);
    if effective_from.is_some_and(|day| day <= session.today()) {
        form.wrong("effective_from", "A policy takes effect tomorrow or later, so that nothing that was due before it changes.");
    }
    form.finish()?;
    let Some(effective_from) = effective_from else { return Err(CommandError::invalid("effective_from", "Enter a date.")) };
    let policy = Policy { effective_from, levels: request.levels, clocks: request.clocks, floors: request.floors };
    policy.check().map_err(|error| CommandError::invalid("levels", error.to_string()))?;
    let others = session.rules().policies.all().filter(|other| other.effective_from != effective_from).cloned();
    let policies = others.chain([policy.clone()]).collect();
    let policies = PolicyHistory::new(policies).map_err(|error| CommandError::invalid("effective_from", error.to_string()))?;
    session.transact("record_policy", |records, rules, at| {
        records.save_policy(&policy)?;
        let rules = Rules { policies, calendar: rules.calendar.clone() };
        // What is owed from that day on changes for every open case.
        let mut cases = Vec::new();
        records.each_case(|case| {
            if case.closed_on.is_none() {
                cases.push(case);
            }
            Ok::<(), StoreError>(())
        })?;
        for case in &cases {
            records.rewrite_duties(case, &rules, at.today)?;
        }
        Ok(on_register((), serde_json::json!({ "effective_from": effective_from, "cases": cases.len() })))
    })?;
    session.register.reload_rules()?;
    Ok(policy_view(session))
}
