//! What is named to the manager before a closure is signed, and in the summary: a case that leaves the list at the most
//! serious level, with open flags, or soon after a missing episode.
//!
//! A child whose case closes is on no list from that day on, so what is still open must be seen by the person who signs
//! (DESIGN, section 2: the children who fall through the net). Naming it refuses nothing: a closure may be right all the same.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::date::{say_date, say_days};
use crate::duty::{Duty, Rule, flags_at_closing};
use crate::history::{CaseHistory, EpisodeHistory};
use crate::item::ItemKind;
use crate::level::{RiskLevel, level_in_force};
use crate::policy::PolicyHistory;

/// The days before a closing day in which a missing episode is named. No guidance sets a number: these are the days
/// between two reviews at the most serious level of the suggested policy.
pub const NAMED_AFTER_MISSING_DAYS: i64 = 28;

/// One thing that is named of a case that closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "concern", rename_all = "snake_case")]
pub enum LeavingConcern {
    MostSeriousLevel {
        level: RiskLevel,
        /// The first day of the policy whose most serious level it is.
        #[ts(type = "string")]
        policy_from: NaiveDate,
    },
    OpenFlags {
        /// The closing day.
        #[ts(type = "string")]
        on: NaiveDate,
        flags: Vec<OpenFlag>,
    },
    RecentlyMissing {
        #[ts(type = "string")]
        missing_from: NaiveDate,
        /// `None`: no return by the closing day is recorded.
        #[ts(type = "string | null")]
        returned_on: Option<NaiveDate>,
        #[ts(type = "string")]
        closing_on: NaiveDate,
    },
}

/// The flags of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenFlag {
    pub rule: Rule,
    pub count: u32,
    /// The earliest of their due dates.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
}

/// What is to be named of a case that closes on a day, or would close on it if a closure were signed then. `stated` is the
/// level at closure where the closure states one; otherwise the level in force on the closing day counts.
pub fn leaving_concerns(
    history: &CaseHistory,
    policies: &PolicyHistory,
    calendar: &Calendar,
    stated: Option<&RiskLevel>,
    closing_on: NaiveDate,
) -> Vec<LeavingConcern> {
    let level = stated.or_else(|| level_in_force(&history.levels, closing_on).map(|found| found.level));
    let policy = policies.on(closing_on);
    let most_serious = level
        .filter(|level| policy.rank(Some(level)) == 1)
        .map(|level| LeavingConcern::MostSeriousLevel { level: level.clone(), policy_from: policy.effective_from });
    let mut episodes: Vec<&EpisodeHistory> = history.episodes.iter().collect();
    episodes.sort_by_key(|episode| (episode.missing_from, episode.returned, episode.id.0));
    let missing = episodes.into_iter().filter_map(|episode| recently_missing(episode, closing_on));
    most_serious.into_iter().chain(open_flags(history, policies, calendar, closing_on)).chain(missing).collect()
}

fn open_flags(
    history: &CaseHistory,
    policies: &PolicyHistory,
    calendar: &Calendar,
    closing_on: NaiveDate,
) -> Option<LeavingConcern> {
    let is_closed = history.periods.iter().any(|period| period.closed_on == Some(closing_on));
    let mut by_rule: BTreeMap<Rule, OpenFlag> = BTreeMap::new();
    for duty in flags_at_closing(history, policies, calendar, closing_on) {
        if !is_closed && is_settled_by_signing(history, &duty) {
            continue;
        }
        let Some(due_on) = duty.due_on else { continue };
        let flag = by_rule.entry(duty.rule).or_insert(OpenFlag { rule: duty.rule, count: 0, due_on });
        flag.count += 1;
        flag.due_on = flag.due_on.min(due_on);
    }
    let flags: Vec<OpenFlag> = by_rule.into_values().collect();
    (!flags.is_empty()).then_some(LeavingConcern::OpenFlags { on: closing_on, flags })
}

/// A closure no longer waits once it is signed, and the signature states a level.
fn is_settled_by_signing(history: &CaseHistory, duty: &Duty) -> bool {
    let is_closure = || history.items_of(ItemKind::Closure).any(|item| Some(item.id.0) == duty.subject);
    duty.rule == Rule::LevelMissing || (duty.rule == Rule::DecisionWaiting && is_closure())
}

/// A child who has not come back is missing on the closing day itself, however long ago they went.
fn recently_missing(episode: &EpisodeHistory, closing_on: NaiveDate) -> Option<LeavingConcern> {
    let missing_from = episode.missing_from.on;
    let returned_on = episode.returned.map(|returned| returned.on).filter(|returned| *returned <= closing_on);
    let last = returned_on.map_or(closing_on, |returned| returned.max(missing_from));
    let is_recent = missing_from <= closing_on && closing_on.signed_duration_since(last).num_days() <= NAMED_AFTER_MISSING_DAYS;
    is_recent.then_some(LeavingConcern::RecentlyMissing { missing_from, returned_on, closing_on })
}

impl LeavingConcern {
    /// The concern as a sentence.
    pub fn says(&self) -> String {
        match self {
            Self::MostSeriousLevel { level, policy_from } => {
                let (level, policy_from) = (level.as_str(), say_date(*policy_from));
                format!("Closes at {level}, the most serious level of the policy of {policy_from}.")
            }
            Self::OpenFlags { on, flags } => {
                let count: u32 = flags.iter().map(|flag| flag.count).sum();
                let open = if count == 1 { "1 open flag".to_owned() } else { format!("{count} open flags") };
                let rules: Vec<String> = flags.iter().map(OpenFlag::say).collect();
                format!("Closes with {open} on {}: {}.", say_date(*on), rules.join("; "))
            }
            Self::RecentlyMissing { missing_from, returned_on: None, closing_on } => format!(
                "Missing from {}, and no return is recorded by the closing day, {}.",
                say_date(*missing_from),
                say_date(*closing_on)
            ),
            Self::RecentlyMissing { missing_from, returned_on: Some(returned_on), closing_on } => {
                let when = match closing_on.signed_duration_since(*returned_on).num_days() {
                    0 => "on the closing day".to_owned(),
                    days => format!("{} before the closing day, {}", say_days(days), say_date(*closing_on)),
                };
                format!("Missing from {}, returned {}, {when}.", say_date(*missing_from), say_date(*returned_on))
            }
        }
    }
}

impl OpenFlag {
    fn say(&self) -> String {
        let (rule, due) = (self.rule.say(), say_date(self.due_on));
        match self.count {
            1 => format!("{rule}, due {due}"),
            count => format!("{rule}, {count} times, first due {due}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::duty::tests::builders::{CALENDAR, Case, day, level, opened, policy, without, written};
    use crate::history::Moment;
    use crate::item::ItemKind::{Assessment, Plan, ReviewArrangement};

    /// What is named of a case that closes on a day, told before it is closed and again once it is.
    fn check(case: Case, closing: &str, expected: Expect) {
        check_at(case, None, closing, expected);
    }

    fn check_at(case: Case, stated: Option<&str>, closing: &str, expected: Expect) {
        let stated = stated.map(level);
        let policies = PolicyHistory::new(case.policies.clone()).unwrap();
        let named = |case: &Case| leaving_concerns(&case.history, &policies, &CALENDAR, stated.as_ref(), day(closing));
        let before = named(&case);
        assert_eq!(named(&case.closed(closing)), before, "closing the case changes nothing of what was named before it");
        let said: Vec<String> = before.iter().map(|concern| concern.says() + "\n").collect();
        expected.assert_eq(&said.concat());
    }

    /// A case in order on 1 June 2026: signed, reviewed, with a date for the next review, at medium.
    fn in_order() -> Case {
        let case = opened("2 March 2026").manager_says("2 March 2026", "medium").signed(Assessment, "9 March 2026");
        let case = case.signed(Plan, "10 March 2026").signed(ReviewArrangement, "10 March 2026");
        let case = case.arranged("2 March 2026", "13 April 2026").reviewed("13 April 2026").review_signed(day("14 April 2026"));
        let case = case.arranged("13 April 2026", "20 May 2026").reviewed("20 May 2026").review_signed(day("21 May 2026"));
        case.arranged("20 May 2026", "1 July 2026").updated(day("7 April 2026")).updated(day("5 May 2026"))
    }

    fn on(day: NaiveDate) -> Moment {
        Moment { on: day, at: None }
    }

    fn missing(from: &str, returned: Option<&str>) -> Case {
        let case = in_order().missing(on(day(from)), returned.map(|returned| on(day(returned))));
        case.interviewed(day(returned.unwrap_or(from)))
    }

    #[test]
    fn nothing_is_named_of_a_case_in_order() {
        check(in_order(), "1 June 2026", expect![[""]]);
    }

    #[test]
    fn the_level_at_closure_is_the_one_stated_and_else_the_one_in_force() {
        check_at(
            in_order(),
            Some("high"),
            "1 June 2026",
            expect![[r#"
            Closes at high, the most serious level of the policy of 1 January 2026.
        "#]],
        );
        check(
            in_order().manager_says("1 June 2026", "high"),
            "1 June 2026",
            expect![[r#"
            Closes at high, the most serious level of the policy of 1 January 2026.
        "#]],
        );
        check(in_order().manager_says("2 June 2026", "high"), "1 June 2026", expect![[""]]);
        check_at(in_order().manager_says("1 June 2026", "high"), Some("medium"), "1 June 2026", expect![[""]]);
    }

    #[test]
    fn the_most_serious_level_is_that_of_the_policy_on_the_closing_day() {
        let case = in_order().then_under(without(policy("1 June 2026"), "high"));
        check(case.clone(), "31 May 2026", expect![[""]]);
        check(
            case.clone(),
            "1 June 2026",
            expect![[r#"
            Closes at medium, the most serious level of the policy of 1 June 2026.
        "#]],
        );
        // A level that the policy does not know has a flag of its own.
        check_at(case, Some("high"), "1 June 2026", expect![[""]]);
    }

    #[test]
    fn the_flags_named_are_those_that_stand_on_the_closing_day_as_if_the_case_stayed_open() {
        // An update on the plan was due on 2 June.
        check(in_order(), "2 June 2026", expect![[""]]);
        check(
            in_order(),
            "3 June 2026",
            expect![[r#"
            Closes with 1 open flag on 3 June 2026: Plan not updated, due 2 June 2026.
        "#]],
        );
        // What is settled on the closing day is left undone no more.
        check(in_order().updated(day("3 June 2026")), "3 June 2026", expect![[""]]);
        check(
            in_order().updated(day("4 June 2026")),
            "3 June 2026",
            expect![[r#"
            Closes with 1 open flag on 3 June 2026: Plan not updated, due 2 June 2026.
        "#]],
        );
    }

    #[test]
    fn what_was_due_the_day_before_is_named_and_what_was_signed_that_day_is_not() {
        // Opened on 2 March at medium: a first review by 13 April.
        let case = || opened("2 March 2026").manager_says("2 March 2026", "medium").arranged("2 March 2026", "13 April 2026");
        check(case(), "13 April 2026", expect![[""]]);
        check(
            case(),
            "14 April 2026",
            expect![[r#"
            Closes with 1 open flag on 14 April 2026: Never reviewed, due 13 April 2026.
        "#]],
        );
        check(
            case().signed(Assessment, "8 May 2026"),
            "8 May 2026",
            expect![[r#"
            Closes with 1 open flag on 8 May 2026: Never reviewed, due 13 April 2026.
        "#]],
        );
        // Held on the closing day, it is met; moved to another date that day, it is owed by that.
        let reviewed = case().signed(Assessment, "8 May 2026").reviewed("8 May 2026");
        check(reviewed, "8 May 2026", expect![[""]]);
        let case = opened("2 March 2026").manager_says("2 March 2026", "medium").arranged("2 March 2026", "16 March 2026");
        check(
            case.clone(),
            "20 March 2026",
            expect![[r#"
            Closes with 1 open flag on 20 March 2026: Never reviewed, due 16 March 2026.
        "#]],
        );
        check(case.arranged("20 March 2026", "27 March 2026"), "20 March 2026", expect![[""]]);
    }

    #[test]
    fn what_signing_the_closure_settles_is_not_named_before_it_and_a_closing_without_one_names_it() {
        let waits = |case: Case| case.item(ItemKind::Closure, [written("10 March 2026").sent("10 March 2026")]);
        let named = |case: &Case| {
            let policies = PolicyHistory::new(case.policies.clone()).unwrap();
            leaving_concerns(&case.history, &policies, &CALENDAR, None, day("20 March 2026"))
        };
        let case = waits(opened("2 March 2026").arranged("2 March 2026", "23 March 2026"));
        assert_eq!(named(&case), []);
        let signed = opened("2 March 2026").arranged("2 March 2026", "23 March 2026");
        let signed = signed.item(ItemKind::Closure, [written("10 March 2026").sent("10 March 2026").signed("20 March 2026")]);
        assert_eq!(named(&signed.manager_says("20 March 2026", "low").closed("20 March 2026")), []);
        // As a file may close it.
        let said: Vec<String> = named(&case.closed("20 March 2026")).iter().map(LeavingConcern::says).collect();
        expect![["Closes with 2 open flags on 20 March 2026: Waiting for a manager’s decision, due 17 March 2026; No level of risk, due 2 March 2026."]].assert_eq(&said.concat());
    }

    #[test]
    fn a_case_that_had_ended_before_it_was_brought_in_closes_with_nothing_left_unsigned() {
        let case = opened("2 March 2026").manager_says("2 March 2026", "medium").reported_review("1 June 2026", "PN1");
        let case = case.arranged("1 June 2026", "13 July 2026").brought_in("1 July 2026").closed("8 June 2026");
        check(case, "8 June 2026", expect![[""]]);
    }

    #[test]
    fn flags_of_one_rule_are_counted_together() {
        let case = in_order().action("20 April 2026", "22 May 2026").action("20 April 2026", "15 May 2026");
        check(
            case.action("20 April 2026", "3 June 2026"),
            "4 June 2026",
            expect![[r#"
                Closes with 4 open flags on 4 June 2026: Plan action overdue, 3 times, first due 15 May 2026; Plan not updated, due 2 June 2026.
            "#]],
        );
    }

    #[test]
    fn a_case_that_closes_on_the_day_it_opened_has_no_flags() {
        check(opened("2 March 2026"), "2 March 2026", expect![[""]]);
    }

    #[test]
    fn an_episode_is_named_for_28_days_after_the_return() {
        check(
            missing("1 May 2026", Some("3 May 2026")),
            "31 May 2026",
            expect![[r#"
            Missing from 1 May 2026, returned 3 May 2026, 28 days before the closing day, 31 May 2026.
        "#]],
        );
        check(missing("1 May 2026", Some("3 May 2026")), "1 June 2026", expect![[""]]);
        check(
            missing("30 May 2026", Some("31 May 2026")),
            "1 June 2026",
            expect![[r#"
            Missing from 30 May 2026, returned 31 May 2026, 1 day before the closing day, 1 June 2026.
        "#]],
        );
        check(
            missing("31 May 2026", Some("1 June 2026")),
            "1 June 2026",
            expect![[r#"
            Missing from 31 May 2026, returned 1 June 2026, on the closing day.
        "#]],
        );
    }

    #[test]
    fn a_child_who_is_missing_on_the_closing_day_is_named_however_long_ago_they_went() {
        check(
            missing("20 March 2026", None),
            "1 June 2026",
            expect![[r#"
            Missing from 20 March 2026, and no return is recorded by the closing day, 1 June 2026.
        "#]],
        );
        check(
            missing("20 May 2026", Some("2 June 2026")),
            "1 June 2026",
            expect![[r#"
            Missing from 20 May 2026, and no return is recorded by the closing day, 1 June 2026.
        "#]],
        );
        check(missing("2 June 2026", None), "1 June 2026", expect![[""]]);
    }

    #[test]
    fn everything_is_named_in_one_order_whichever_was_recorded_first() {
        let (may, june) = ((on(day("20 May 2026")), on(day("21 May 2026"))), (on(day("1 June 2026")), on(day("1 June 2026"))));
        let case = |first: (Moment, Moment), second: (Moment, Moment)| {
            let case = in_order().missing(first.0, Some(first.1)).declined(first.1.on);
            case.missing(second.0, Some(second.1)).declined(second.1.on).manager_says("1 June 2026", "high")
        };
        for (first, second) in [(may, june), (june, may)] {
            check(
                case(first, second),
                "4 June 2026",
                expect![[r#"
                    Closes at high, the most serious level of the policy of 1 January 2026.
                    Closes with 2 open flags on 4 June 2026: Next review is too late, due 1 June 2026; Plan not updated, due 2 June 2026.
                    Missing from 20 May 2026, returned 21 May 2026, 14 days before the closing day, 4 June 2026.
                    Missing from 1 June 2026, returned 1 June 2026, 3 days before the closing day, 4 June 2026.
                "#]],
            );
        }
    }
}
