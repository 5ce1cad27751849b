//! What is named to the manager before a closure is signed, and in the summary: a case that leaves the list at the most
//! serious level, with open flags, or soon after a missing episode.
//!
//! A child whose case closes is on no list from that day on, so what is still open must be seen by the person who signs
//! (DESIGN, section 2: the children who fall through the net). Naming it refuses nothing: a closure may be right all the same.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::{say_date, say_days};
use crate::duty::{Duty, Rule};
use crate::history::{CaseHistory, EpisodeHistory};
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
        /// The day before the case closed: from the closing day on nothing is owed.
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

/// What is to be named of a case that closes on a day. `duties` are those of this history, and `stated` is the level at
/// closure where the closure states one; otherwise the level in force on the closing day counts.
pub fn leaving_concerns(
    history: &CaseHistory,
    duties: &[Duty],
    policies: &PolicyHistory,
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
    most_serious.into_iter().chain(open_flags(duties, closing_on)).chain(missing).collect()
}

fn open_flags(duties: &[Duty], closing_on: NaiveDate) -> Option<LeavingConcern> {
    let on = closing_on.pred_opt()?;
    let mut by_rule: BTreeMap<Rule, OpenFlag> = BTreeMap::new();
    for duty in duties.iter().filter(|duty| duty.is_flag_on(on)) {
        let Some(due_on) = duty.due_on else { continue };
        let flag = by_rule.entry(duty.rule).or_insert(OpenFlag { rule: duty.rule, count: 0, due_on });
        flag.count += 1;
        flag.due_on = flag.due_on.min(due_on);
    }
    let flags: Vec<OpenFlag> = by_rule.into_values().collect();
    (!flags.is_empty()).then_some(LeavingConcern::OpenFlags { on, flags })
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
    use crate::duty::tests::builders::{Case, day, level, opened, policy, without};
    use crate::history::Moment;
    use crate::item::ItemKind::{Assessment, Plan, ReviewArrangement};

    /// What is named of a case that closes on a day, told before it is closed and again once it is.
    fn check(case: Case, closing: &str, expected: Expect) {
        check_at(case, None, closing, expected);
    }

    fn check_at(case: Case, stated: Option<&str>, closing: &str, expected: Expect) {
        let stated = stated.map(level);
        let policies = PolicyHistory::new(case.policies.clone()).unwrap();
        let named = |case: &Case| leaving_concerns(&case.history, &case.duties(), &policies, stated.as_ref(), day(closing));
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
    fn the_flags_named_are_those_of_the_day_before_the_closing_day() {
        // An update on the plan was due on 2 June.
        check(in_order(), "3 June 2026", expect![[""]]);
        check(
            in_order(),
            "4 June 2026",
            expect![[r#"
            Closes with 1 open flag on 3 June 2026: Plan not updated, due 2 June 2026.
        "#]],
        );
        // What is settled on the closing day was open the day before.
        check(
            in_order().updated(day("4 June 2026")),
            "4 June 2026",
            expect![[r#"
            Closes with 1 open flag on 3 June 2026: Plan not updated, due 2 June 2026.
        "#]],
        );
        check(in_order().updated(day("3 June 2026")), "4 June 2026", expect![[""]]);
    }

    #[test]
    fn flags_of_one_rule_are_counted_together() {
        let case = in_order().action("20 April 2026", "22 May 2026").action("20 April 2026", "15 May 2026");
        check(
            case.action("20 April 2026", "3 June 2026"),
            "4 June 2026",
            expect![[r#"
            Closes with 3 open flags on 3 June 2026: Plan action overdue, 2 times, first due 15 May 2026; Plan not updated, due 2 June 2026.
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
                Closes with 2 open flags on 3 June 2026: Next review is too late, due 1 June 2026; Plan not updated, due 2 June 2026.
                Missing from 20 May 2026, returned 21 May 2026, 14 days before the closing day, 4 June 2026.
                Missing from 1 June 2026, returned 1 June 2026, 3 days before the closing day, 4 June 2026.
            "#]],
            );
        }
    }
}
