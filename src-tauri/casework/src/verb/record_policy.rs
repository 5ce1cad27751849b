//! Adds a policy from a day on, or replaces one that has not yet taken effect.

use super::view_policy::{PolicyView, policy_view};
use crate::desk::{Desk, Session, on_register};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::floor::{FloorRule, FloorWhen};
use caseward_domain::policy::{Clocks, LevelRule, Policy, PolicyHistory, PolicyRefused};
use caseward_domain::role::Role;
use caseward_store::{Counted, Rules, StoreError};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::Arc;
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
    /// The first day of the policy to come in whose place it stands; empty: of none.
    #[serde(default)]
    pub replaces: String,
}

pub fn record_policy(desk: &mut Desk, request: RecordPolicy) -> Result<PolicyView, CommandError> {
    let session = desk.signed_in_as(POLICY_MAKERS)?;
    let (policy, policies, replaced) = read_policy(session, request)?;
    let progress = Arc::clone(&session.progress);
    session.transact("record_policy", |records, rules, at| {
        if let Some(replaced) = replaced {
            records.discard_policy(replaced)?;
        }
        records.save_policy(&policy)?;
        let rules = Rules { policies, calendar: rules.calendar.clone() };
        // What is owed from that day on changes for every open case.
        let open = records.open_case_ids()?;
        progress.begin(Counted::Cases, u64::try_from(open.len()).unwrap_or(u64::MAX));
        for id in &open {
            progress.step()?;
            let case = records.case_by_id(*id)?.ok_or(StoreError::Unreadable)?;
            records.rewrite_duties(&case, &rules, at.today)?;
        }
        Ok(on_register((), serde_json::json!({ "effective_from": policy.effective_from, "cases": open.len() })))
    })?;
    session.register.reload_rules()?;
    Ok(policy_view(session))
}

/// Those who set the authority's rules.
pub(crate) const POLICY_MAKERS: &[Role] = &[Role::Administrator, Role::Manager];

/// The policy of a request, every policy of the authority with it in its place, and the first day of the one that it replaces.
pub(crate) fn read_policy(
    session: &Session,
    request: RecordPolicy,
) -> Result<(Policy, PolicyHistory, Option<NaiveDate>), CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let effective_from = form.date("effective_from", &request.effective_from);
    if effective_from.is_some_and(|day| day <= session.today()) {
        form.wrong("effective_from", "A policy takes effect tomorrow or later, so that nothing that was due before it changes.");
    }
    for (place, floor) in request.floors.iter().enumerate() {
        if let FloorWhen::EvidenceOfHarm { code } = &floor.when {
            form.code(&format!("floors.{place}.code"), "evidence_of_harm", code.as_str());
        }
    }
    let replaced = form.optional_date("replaces", &request.replaces);
    let policies = &session.rules().policies;
    if replaced.is_some_and(|day| day <= session.today() || !policies.all().any(|policy| policy.effective_from == day)) {
        form.wrong("effective_from", "The policy that you are changing is no longer to come. Open the page again.");
    }
    form.finish()?;
    let Some(effective_from) = effective_from else { return Err(CommandError::invalid("effective_from", "Enter a date.")) };
    let policy = Policy { effective_from, levels: request.levels, clocks: request.clocks, floors: request.floors };
    policy.check().map_err(|error| CommandError::invalid(&field_of(error), error.to_string()))?;
    let others = policies.all().filter(|other| Some(other.effective_from) != replaced).cloned();
    let policies = PolicyHistory::new(others.chain([policy.clone()]).collect())
        .map_err(|error| CommandError::invalid(&field_of(error), error.to_string()))?;
    Ok((policy, policies, replaced))
}

/// Where on the form a refusal belongs.
fn field_of(refused: PolicyRefused) -> String {
    match refused {
        PolicyRefused::LevelTwice { level } => format!("levels.{level}.level"),
        PolicyRefused::Interval { level } => format!("levels.{level}.review_every_days"),
        PolicyRefused::Ceiling { level } => format!("levels.{level}.ceiling_months"),
        PolicyRefused::Critical { level } => format!("levels.{level}.critical_after_days"),
        PolicyRefused::Clock { name } => format!("clocks.{name}"),
        PolicyRefused::FloorLevel { floor } => format!("floors.{floor}.at_least"),
        PolicyRefused::FloorAge { floor } | PolicyRefused::FloorDays { floor } => format!("floors.{floor}.number"),
        PolicyRefused::SameDay => "effective_from".to_owned(),
        PolicyRefused::NoLevels | PolicyRefused::NoPolicy => "levels".to_owned(),
    }
}
