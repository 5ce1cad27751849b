//! What a child's plan owes on each day: the version in force, its actions, and whether each was done.
//!
//! A child has one plan at a time, the one that was sent for sign-off last. A draft counts for nothing, so it neither clears
//! what is owed nor buys time. A version that was taken back or returned gives way to the one before that waits or is
//! signed; where there is none, what was last sent goes on being owed. What a day owed is never rewritten: an action whose date moves, and one
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
    sent: Vec<(&'a PlanVersion, Stood)>,
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
        let is_here = |stood: &&Stood| stood.from >= period.opened_on || stood.until.is_none_or(|until| until > period.opened_on);
        let within = |stood: &Stood| Stood { from: stood.from.max(period.opened_on), ..*stood };
        let sent: Vec<(&PlanVersion, Stood)> = versions
            .iter()
            .filter(|version| !is_earlier(version))
            .flat_map(|version| version.stood.iter().filter(is_here).map(move |stood| (version, within(stood))))
            .filter(|(_, stood)| period.holds(stood.from))
            .collect();
        let turns = sent.iter().flat_map(|(_, stood)| [Some(stood.from), stood.until]).flatten();
        let days = turns.chain(updates.iter().map(|update| update.on)).filter(|day| period.holds(*day)).collect();
        Self { sent, updates, days, in_plan_since: BTreeMap::new(), owed: BTreeMap::new(), over: Vec::new() }
    }

    fn told(mut self) -> Vec<PlanActionHistory> {
        for day in std::mem::take(&mut self.days) {
            let stands = |stood: &Stood| stood.until.is_none_or(|until| day < until);
            let by_then = self.sent.iter().filter(|(_, stood)| stood.from <= day);
            let in_force = by_then.max_by_key(|(_, stood)| (stands(stood), stood.at)).map(|(version, _)| *version);
            self.on(day, in_force);
        }
        self.over.extend(self.owed.into_values());
        self.over
    }

    /// What the end of a day makes of each action, under the version then in force.
    fn on(&mut self, day: NaiveDate, in_force: Option<&PlanVersion>) {
        let planned: BTreeMap<PlanActionId, NaiveDate> =
            in_force.map(|plan| plan.actions.iter().copied().collect()).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use chrono::Days;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Days::new(number - 1)
    }

    fn action(number: u128) -> PlanActionId {
        PlanActionId(Uuid::from_u128(number))
    }

    /// Sent on a day and not taken back, with actions and the days on which they are due.
    fn sent(on: u64, actions: &[(u128, u64)]) -> PlanVersion {
        let at = day(on).and_hms_opt(9, 0, 0).unwrap().and_utc();
        PlanVersion {
            actions: actions.iter().map(|(id, due)| (action(*id), day(*due))).collect(),
            stood: vec![Stood { from: day(on), at, until: None }],
            signed_on: None,
        }
    }

    fn until(mut version: PlanVersion, on: u64) -> PlanVersion {
        version.stood[0].until = Some(day(on));
        version
    }

    fn update(on: u64, id: u128, state: ActionState) -> ActionUpdate {
        ActionUpdate { action: action(id), on: day(on), at: day(on).and_hms_opt(12, 0, 0).unwrap().and_utc(), state }
    }

    /// Days as they are counted from 1 March.
    fn check(versions: &[PlanVersion], updates: &[ActionUpdate], expected: Expect) {
        let open = [Period { opened_on: day(1), closed_on: None }];
        let number = |on: NaiveDate| on.signed_duration_since(day(1)).num_days() + 1;
        let told = action_histories(versions, updates, &open).into_iter().map(|entry| {
            let done = entry.done_on.map_or(String::new(), |on| format!(", done {}", number(on)));
            let dropped = entry.dropped_on.map_or(String::new(), |on| format!(", dropped {}", number(on)));
            let (since, set) = (number(entry.in_plan_since), number(entry.set_on));
            format!(
                "{}: in the plan since {since}, from {set} due {}{done}{dropped}\n",
                entry.id.0.as_u128(),
                number(entry.due_on)
            )
        });
        expected.assert_eq(&told.collect::<String>());
    }

    #[test]
    fn a_date_that_is_moved_leaves_the_old_one_behind_and_what_stays_goes_on() {
        check(
            &[sent(2, &[(1, 9), (2, 9)]), sent(5, &[(1, 9), (2, 20)])],
            &[],
            expect![[r#"
            2: in the plan since 2, from 2 due 9, dropped 5
            1: in the plan since 2, from 2 due 9
            2: in the plan since 2, from 5 due 20
        "#]],
        );
    }

    #[test]
    fn a_draft_counts_for_nothing() {
        let draft = PlanVersion { stood: Vec::new(), ..sent(5, &[(2, 20)]) };
        check(
            &[sent(2, &[(1, 9)]), draft],
            &[],
            expect![[r#"
            1: in the plan since 2, from 2 due 9
        "#]],
        );
    }

    #[test]
    fn what_is_taken_back_gives_way_to_what_stood_before_and_is_owed_on_where_nothing_did() {
        check(
            &[sent(2, &[(1, 9)]), until(sent(5, &[(1, 20)]), 7)],
            &[],
            expect![[r#"
            1: in the plan since 2, from 2 due 9, dropped 5
            1: in the plan since 2, from 5 due 20, dropped 7
            1: in the plan since 2, from 7 due 9
        "#]],
        );
        check(
            &[until(sent(2, &[(1, 9)]), 4)],
            &[],
            expect![[r#"
            1: in the plan since 2, from 2 due 9
        "#]],
        );
        check(
            &[until(sent(2, &[(1, 9)]), 2)],
            &[],
            expect![[r#"
            1: in the plan since 2, from 2 due 9
        "#]],
        );
    }

    #[test]
    fn an_action_that_is_opened_again_begins_anew_with_its_old_date() {
        use ActionState::{Cancelled, Done, Open};
        let plan = [sent(2, &[(1, 9)])];
        check(
            &plan,
            &[update(12, 1, Done), update(15, 1, Open), update(18, 1, Done)],
            expect![[r#"
            1: in the plan since 2, from 2 due 9, done 12
            1: in the plan since 2, from 15 due 9, done 18
        "#]],
        );
        check(
            &plan,
            &[update(12, 1, Cancelled), update(15, 1, Open)],
            expect![[r#"
            1: in the plan since 2, from 2 due 9, dropped 12
            1: in the plan since 2, from 15 due 9
        "#]],
        );
        // A second time done changes nothing.
        check(
            &plan,
            &[update(12, 1, Done), update(15, 1, Done)],
            expect![[r#"
            1: in the plan since 2, from 2 due 9, done 12
        "#]],
        );
    }

    #[test]
    fn what_was_done_before_the_plan_was_sent_counts_as_done_and_what_was_cancelled_is_not_owed() {
        let updates = [update(1, 1, ActionState::Done), update(1, 2, ActionState::Cancelled)];
        check(
            &[sent(2, &[(1, 9), (2, 9)])],
            &updates,
            expect![[r#"
            1: in the plan since 2, from 2 due 9, done 1
        "#]],
        );
    }

    #[test]
    fn a_case_that_is_opened_again_owes_what_still_waits_and_nothing_of_a_plan_that_was_signed_before() {
        let periods = [Period { opened_on: day(1), closed_on: Some(day(10)) }, Period { opened_on: day(20), closed_on: None }];
        let entries = |version: PlanVersion| -> Vec<(NaiveDate, NaiveDate)> {
            let entries = action_histories(&[version], &[], &periods);
            entries.iter().map(|entry| (entry.in_plan_since, entry.set_on)).collect()
        };
        let signed = PlanVersion { signed_on: Some(day(4)), ..sent(2, &[(1, 9)]) };
        assert_eq!(entries(signed), [(day(2), day(2))]);
        assert_eq!(entries(sent(2, &[(1, 9)])), [(day(2), day(2)), (day(20), day(20))]);
        assert_eq!(entries(until(sent(2, &[(1, 9)]), 9)), [(day(2), day(2))]);
    }

    fn any_version() -> impl Strategy<Value = PlanVersion> {
        let stood = (1..60_u64, proptest::option::of(0..20_u64), any::<u16>());
        let actions = proptest::collection::btree_map(0..4_u128, 1..90_u64, 0..4);
        (actions, proptest::collection::vec(stood, 0..3), any::<bool>()).prop_map(|(actions, stood, is_signed)| {
            let stood: Vec<Stood> = stood
                .into_iter()
                .map(|(from, lasts, second)| Stood {
                    from: day(from),
                    at: day(from).and_hms_opt(0, 0, 0).unwrap().and_utc() + chrono::TimeDelta::seconds(second.into()),
                    until: lasts.map(|lasts| day(from + lasts)),
                })
                .collect();
            let signed_on = stood.iter().filter(|stood| is_signed && stood.until.is_none()).map(|stood| stood.from).max();
            PlanVersion { actions: actions.into_iter().map(|(id, due)| (action(id), day(due))).collect(), stood, signed_on }
        })
    }

    fn any_update() -> impl Strategy<Value = ActionUpdate> {
        let state = prop_oneof![Just(ActionState::Open), Just(ActionState::Done), Just(ActionState::Cancelled)];
        (1..90_u64, 0..4_u128, state).prop_map(|(on, id, state)| update(on, id, state))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is sent, taken back, signed or recorded after a day changes nothing of what was owed at its end.
        #[test]
        fn what_is_owed_on_a_day_follows_from_what_was_known_on_it(
            versions in proptest::collection::vec(any_version(), 0..4),
            updates in proptest::collection::vec(any_update(), 0..8),
            on in 1..90_u64, closed in proptest::option::of(2..60_u64),
        ) {
            let on = day(on);
            let mut periods = vec![Period { opened_on: day(1), closed_on: closed.map(day) }];
            periods.extend(closed.map(|closed| Period { opened_on: day(closed + 5), closed_on: None }));
            let mut known = versions.clone();
            for version in &mut known {
                version.stood.retain(|stood| stood.from <= on);
                for stood in &mut version.stood {
                    stood.until = stood.until.filter(|until| *until <= on);
                }
                version.signed_on = version.signed_on.filter(|signed| *signed <= on);
            }
            let known_updates: Vec<ActionUpdate> = updates.iter().filter(|update| update.on <= on).copied().collect();
            let owed = |entries: Vec<PlanActionHistory>| {
                let is_owed = |entry: &PlanActionHistory| {
                    entry.set_on <= on && [entry.done_on, entry.dropped_on].into_iter().flatten().all(|over| on < over)
                };
                let mut owed: Vec<_> = entries.into_iter().filter(is_owed).map(|e| (e.id.0, e.in_plan_since, e.set_on, e.due_on)).collect();
                owed.sort();
                owed
            };
            let told = owed(action_histories(&versions, &updates, &periods));
            prop_assert_eq!(told, owed(action_histories(&known, &known_updates, &periods)));
        }

        #[test]
        fn the_order_in_which_versions_and_progress_come_changes_nothing(
            versions in proptest::collection::vec(any_version(), 0..4),
            updates in proptest::collection::vec(any_update(), 0..8),
        ) {
            let periods = [Period { opened_on: day(1), closed_on: None }];
            let told = |versions: &[PlanVersion], updates: &[ActionUpdate]| {
                let mut told = action_histories(versions, updates, &periods);
                told.sort_by_key(|e| (e.id.0, e.set_on, e.due_on, e.done_on, e.dropped_on));
                told
            };
            let (mut other_versions, mut other_updates) = (versions.clone(), updates.clone());
            other_versions.reverse();
            other_updates.reverse();
            // Two that were sent at the same instant are of no one's making.
            let mut instants: Vec<_> = versions.iter().flat_map(|version| &version.stood).map(|stood| stood.at).collect();
            instants.sort();
            prop_assume!(instants.windows(2).all(|pair| pair[0] != pair[1]));
            prop_assert_eq!(told(&versions, &updates), told(&other_versions, &other_updates));
        }
    }
}
