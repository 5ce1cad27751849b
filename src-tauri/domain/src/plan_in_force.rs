//! What a child's plan owes on each day: the version in force, its actions, and whether each was done.
//!
//! A child has one plan at a time, the one that was sent for sign-off last. A draft counts for nothing, so it neither clears
//! what is owed nor buys time. A version that was taken back or returned gives way to the one before; where none other
//! stands, what was last sent goes on being owed. What a day owed is never rewritten: an action whose date moves, and one
//! that is opened again, begins a new entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::history::{Period, PlanActionHistory};
use crate::id::PlanActionId;

/// One version of a plan: the actions in it with their dates, and each time that it stood before a manager.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanVersion {
    pub actions: Vec<(PlanActionId, NaiveDate)>,
    pub stood: Vec<Stood>,
    pub signed_on: Option<NaiveDate>,
}

/// From the day on which it was sent until the day on which it was taken back or returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    pub from: NaiveDate,
    /// When it was sent, to order two that were sent on one day.
    pub at: DateTime<Utc>,
    pub until: Option<NaiveDate>,
}

/// Progress that was recorded on an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionUpdate {
    pub action: PlanActionId,
    pub on: NaiveDate,
    /// When it was recorded, to order two of one day.
    pub at: DateTime<Utc>,
    pub state: ActionState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionState {
    Open,
    Done,
    Cancelled,
}

/// Every entry of every action, in each span in which the case was open.
pub fn action_histories(versions: &[PlanVersion], updates: &[ActionUpdate], periods: &[Period]) -> Vec<PlanActionHistory> {
    let mut updates: Vec<&ActionUpdate> = updates.iter().collect();
    updates.sort_by_key(|update| (update.on, update.at, update.state));
    periods.iter().flat_map(|period| Span::new(versions, &updates, period).told()).collect()
}

/// One open span of a case, told day by day from one change to the next.
struct Span<'a> {
    versions: Vec<(&'a PlanVersion, Vec<Stood>)>,
    updates: &'a [&'a ActionUpdate],
    days: BTreeSet<NaiveDate>,
    in_plan_since: BTreeMap<PlanActionId, NaiveDate>,
    owed: BTreeMap<PlanActionId, PlanActionHistory>,
    over: Vec<PlanActionHistory>,
}

impl<'a> Span<'a> {
    fn new(versions: &'a [PlanVersion], updates: &'a [&'a ActionUpdate], period: &Period) -> Self {
        // What was signed in an earlier span stays there; what still waited when the case was opened again counts from then.
        let is_earlier = |version: &PlanVersion| version.signed_on.is_some_and(|signed| signed < period.opened_on);
        let within = |stood: &Stood| Stood { from: stood.from.max(period.opened_on), ..*stood };
        let is_day = |stood: &Stood| period.holds(stood.from) && stood.until.is_none_or(|until| stood.from < until);
        let versions: Vec<(&PlanVersion, Vec<Stood>)> = versions
            .iter()
            .filter(|version| !is_earlier(version))
            .map(|version| (version, version.stood.iter().map(within).filter(is_day).collect()))
            .collect();
        let turns = versions.iter().flat_map(|(_, stood)| stood).flat_map(|stood| [Some(stood.from), stood.until]).flatten();
        let days = turns.chain(updates.iter().map(|update| update.on)).filter(|day| period.holds(*day)).collect();
        Self { versions, updates, days, in_plan_since: BTreeMap::new(), owed: BTreeMap::new(), over: Vec::new() }
    }

    fn told(mut self) -> Vec<PlanActionHistory> {
        let mut in_force: Option<&PlanVersion> = None;
        for day in std::mem::take(&mut self.days) {
            let stands = |stood: &&Stood| stood.from <= day && stood.until.is_none_or(|until| day < until);
            let sent_last = |(version, stood): &(&'a PlanVersion, Vec<Stood>)| {
                stood.iter().filter(stands).map(|stood| stood.at).max().map(|at| (at, *version))
            };
            in_force = self.versions.iter().filter_map(sent_last).max_by_key(|(at, _)| *at).map(|(_, version)| version).or(in_force);
            self.on(day, in_force);
        }
        self.over.extend(self.owed.into_values());
        self.over
    }

    /// What the end of a day makes of each action, under the version then in force.
    fn on(&mut self, day: NaiveDate, in_force: Option<&PlanVersion>) {
        let planned: BTreeMap<PlanActionId, NaiveDate> = in_force.map(|plan| plan.actions.iter().copied().collect()).unwrap_or_default();
        let left_out: Vec<PlanActionId> = self.owed.keys().filter(|id| !planned.contains_key(*id)).copied().collect();
        for id in left_out {
            self.close(id, None, Some(day));
        }
        for (id, due_on) in planned {
            let enters = !self.in_plan_since.contains_key(&id);
            let in_plan_since = *self.in_plan_since.entry(id).or_insert(day);
            let entry = PlanActionHistory { id, in_plan_since, set_on: day, due_on, done_on: None, dropped_on: None };
            let latest = self.updates.iter().rfind(|update| update.action == id && update.on <= day);
            match latest.map_or((ActionState::Open, day), |update| (update.state, update.on)) {
                (ActionState::Open, _) => {
                    if self.owed.get(&id).is_some_and(|owed| owed.due_on != due_on) {
                        self.close(id, None, Some(day));
                    }
                    self.owed.entry(id).or_insert(entry);
                }
                // Done before the plan was sent: it counts as done, and was never owed.
                (ActionState::Done, on) if enters => self.over.push(PlanActionHistory { done_on: Some(on), ..entry }),
                (ActionState::Done, on) => self.close(id, Some(on), None),
                (ActionState::Cancelled, _) => self.close(id, None, Some(day)),
            }
        }
    }

    fn close(&mut self, id: PlanActionId, done_on: Option<NaiveDate>, dropped_on: Option<NaiveDate>) {
        if let Some(owed) = self.owed.remove(&id) {
            self.over.push(PlanActionHistory { done_on, dropped_on, ..owed });
        }
    }
}
