//! What holds of every case, whatever is recorded on it and in whatever order.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::builders::{CALENDAR, Case, after, level};
use super::histories::{LEVELS, any_case, any_case_from, any_policy, known_on, policies_by};
use crate::calendar::say_holidays;
use crate::date::say_date;
use crate::duty::{Duty, Rule, duties};
use crate::history::Period;
use crate::level::{StatedBy, level_in_force};
use crate::policy::{Limits, PolicyHistory};

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..600_u64).prop_map(|days| after(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), days))
}

/// By when a review is owed, and whether the date for it is soon enough.
fn is_about_reviews(duty: &Duty) -> bool {
    matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue | Rule::NextReviewTooLate)
}

/// A case's own policies.
fn policies(case: &Case) -> PolicyHistory {
    PolicyHistory::new(case.policies.clone()).unwrap()
}

/// What a level asks for under each policy; a level that a policy does not know asks for its strictest.
fn limits(case: &Case, name: Option<&str>) -> Vec<Limits> {
    case.policies.iter().map(|policy| policy.limits_for(name.map(level).as_ref())).collect()
}

/// Whether a level is at least as strict as another under every policy, in its interval and in its ceiling.
fn is_as_strict(case: &Case, one: Option<&str>, other: Option<&str>) -> bool {
    let asks = |(a, b): (Limits, Limits)| a.review_every_days <= b.review_every_days && a.ceiling_months <= b.ceiling_months;
    limits(case, one).into_iter().zip(limits(case, other)).all(asks)
}

fn in_force(case: &Case, day: NaiveDate) -> Option<String> {
    level_in_force(&case.history.levels, day).map(|found| found.level.as_str().to_owned())
}

/// A statement that counts on this day: the manager's where a manager has stated one, otherwise either's.
fn state(case: &Case, day: NaiveDate, name: &str, choice: usize) -> Case {
    let confirmed = case.history.levels.iter().any(|said| said.by == StatedBy::Manager && said.on <= day);
    let by = if confirmed || choice.is_multiple_of(2) { StatedBy::Manager } else { StatedBy::Practitioner };
    let mut case = case.clone();
    case.history.levels.push(crate::level::LevelStatement {
        on: day,
        at: day.and_hms_opt(23, 0, 0).unwrap().and_utc(),
        level: level(name),
        by,
    });
    case
}

/// The same duty in another list: the same rule from the same day.
fn same<'a>(duty: &Duty, others: &'a [Duty]) -> Option<&'a Duty> {
    others.iter().find(|other| (other.rule, other.subject, other.start_on) == (duty.rule, duty.subject, duty.start_on))
}

fn mix<T>(list: &mut [T], seed: &mut u64) {
    for place in (1..list.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(place, usize::try_from(*seed >> 33).unwrap() % (place + 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn duties_do_not_depend_on_the_order_in_which_facts_were_entered(case in any_case(), seed in any::<u64>()) {
        let mut mixed = case.clone();
        let (history, mut seed) = (&mut mixed.history, seed);
        mix(&mut history.periods, &mut seed);
        mix(&mut history.levels, &mut seed);
        mix(&mut history.reviews, &mut seed);
        mix(&mut history.arranged, &mut seed);
        mix(&mut history.items, &mut seed);
        for item in &mut history.items {
            mix(&mut item.versions, &mut seed);
            for version in &mut item.versions {
                mix(&mut version.withdrawn, &mut seed);
            }
        }
        mix(&mut history.actions, &mut seed);
        mix(&mut history.plan_updates, &mut seed);
        mix(&mut history.episodes, &mut seed);
        mix(&mut mixed.policies, &mut seed);
        prop_assert_eq!(mixed.duties(), case.duties());
    }

    /// Stated on a day on which nothing else was stated, no review was held, no policy took effect and the case did not
    /// open: the level of a day is the last one stated on it, a policy and a level of one day count together, and a review
    /// starts the interval anew.
    #[test]
    fn a_lower_level_never_postpones_a_review_already_owed(case in any_case(), day in a_day(), choice in 0..4_usize) {
        let mut case = case;
        case.history.levels.retain(|said| said.on != day);
        case.history.reviews.retain(|review| review.on != day);
        prop_assume!(case.history.periods.iter().all(|period| period.opened_on != day));
        prop_assume!(case.policies.iter().all(|policy| policy.effective_from != day));
        let mut before = case.clone();
        before.history = known_on(&case.history, day);
        before.policies = policies_by(&case.policies, day).all().cloned().collect();
        let current = in_force(&before, day);
        let lower: Vec<&str> =
            LEVELS.into_iter().filter(|name| is_as_strict(&before, current.as_deref(), Some(name))).collect();
        let name = lower[choice % lower.len()];

        // With all that was known on the day, the statement moves nothing.
        let owed = before.duties();
        let with: Vec<Duty> = state(&before, day, name, choice).duties();
        // The words may name the new level; what is owed, from when and by when may not change.
        let silent = |duty: &Duty| Duty { explanation: String::new(), ..duty.clone() };
        let reviews = |duties: &[Duty]| duties.iter().filter(|duty| duty.rule != Rule::LevelMissing).map(silent).collect::<Vec<_>>();
        prop_assert_eq!(reviews(&with), reviews(&owed));

        // And whatever happens later, the review is owed by the same day or sooner.
        let later = state(&case, day, name, choice).duties();
        for duty in owed.iter().filter(|duty| is_about_reviews(duty) && duty.is_owed_on(day)) {
            let found = same(duty, &later);
            prop_assert!(found.is_some_and(|found| found.due_on <= duty.due_on), "{:?}\n{:?}", duty, found);
        }
    }

    /// Where nothing is stated after it. A manager's level that is stated only later may still take back what a
    /// practitioner's would have brought forward.
    #[test]
    fn a_higher_level_never_makes_a_review_due_later(case in any_case(), day in a_day(), choice in 0..4_usize) {
        let mut case = case;
        case.history.levels.retain(|said| said.on <= day);
        let current = in_force(&case, day);
        let higher: Vec<&str> =
            LEVELS.into_iter().filter(|name| is_as_strict(&case, Some(name), current.as_deref())).collect();
        let owed = case.duties();
        let with = state(&case, day, higher[choice % higher.len()], choice).duties();
        for duty in owed.iter().filter(|duty| duty.rule != Rule::LevelMissing) {
            if duty.rule == Rule::NextReviewTooLate {
                // It may be found too late on an earlier day, and stays so as long.
                let sooner = |other: &&Duty| other.rule == duty.rule && other.until() == duty.until() && other.start_on <= duty.start_on;
                prop_assert!(with.iter().any(|other| sooner(&other)), "{:?}", duty);
            } else {
                let found = same(duty, &with);
                prop_assert!(found.is_some_and(|found| found.due_on <= duty.due_on), "{:?}\n{:?}", duty, found);
            }
        }
    }

    /// So a higher level brings a review forward on the day on which it is stated, and so does a stricter policy on the day on
    /// which it takes effect: no date arranged, and no level or policy of an earlier day, allows more than they do.
    #[test]
    fn on_every_day_the_review_owed_is_due_within_the_interval_of_the_level_then_in_force(case in any_case(), day in a_day()) {
        let rules = policies(&case);
        let level = level_in_force(&case.history.levels, day).map(|found| found.level);
        let latest = after(day, rules.on(day).limits_for(level).review_every_days.into());
        let owed = case.duties();
        let reviews = owed.iter().filter(|duty| matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue));
        for duty in reviews.filter(|duty| duty.is_owed_on(day)) {
            prop_assert!(duty.due_on.is_some_and(|due| due <= latest), "by {}: {:?}", latest, duty);
        }
    }

    /// After the first policy: what lies before the first is judged by the first.
    #[test]
    fn a_policy_never_changes_what_was_due_or_flagged_before_it_takes_effect(
        case in any_case(), on in a_day(), says in any::<u32>(), back in 1..400_u64,
    ) {
        prop_assume!(case.policies.iter().all(|policy| policy.effective_from != on));
        let mut changed = case.clone();
        changed.policies.push(any_policy(on, says));
        let (before, after) = (case.duties(), changed.duties());
        let due = |duties: &[Duty]| -> Vec<_> {
            let due = duties.iter().filter(|duty| duty.due_on.is_some_and(|due| due < on));
            due.map(|duty| (duty.rule, duty.start_on, duty.due_on, duty.subject)).collect()
        };
        prop_assert_eq!(due(&after), due(&before));
        for day in [on - Days::new(1), on - Days::new(back)] {
            let flags = |duties: &[Duty]| -> Vec<_> {
                let flags = duties.iter().filter(|duty| duty.is_flag_on(day));
                flags.map(|duty| (duty.rule, duty.start_on, duty.due_on, duty.subject)).collect()
            };
            prop_assert_eq!(flags(&after), flags(&before), "on {}", day);
        }
    }

    /// Asked again years later, a day has the flags that it had at its end. Everything dated after the day is taken away: what
    /// happened later, what was met, ended, signed, taken back or closed later, and policies that took effect later. Nothing
    /// that is left could tell a later question from one asked on the day, so two cases that differ only in facts dated after a
    /// day have the same flags on it and on every day before.
    #[test]
    fn the_flags_of_a_day_follow_from_what_was_known_on_it(case in any_case(), day in a_day()) {
        let known = duties(&known_on(&case.history, day), &policies_by(&case.policies, day), &CALENDAR);
        let flags = |duties: &[Duty]| -> Vec<_> {
            let flags = duties.iter().filter(|duty| duty.is_flag_on(day));
            flags.map(|duty| (duty.rule, duty.start_on, duty.due_on, duty.subject)).collect()
        };
        prop_assert_eq!(flags(&case.duties()), flags(&known));
    }

    /// Whatever is recorded before it, between and after: everything that was ever owed in the period that ended is the same.
    #[test]
    fn opening_a_case_again_never_changes_its_earlier_period(
        case in any_case(), length in 1..500_u64, gap in 0..200_u64, again_for in 0..300_u64,
    ) {
        let opened_on = case.history.periods[0].opened_on;
        let closed_on = after(opened_on, length);
        let mut once = case;
        once.history.periods = vec![Period { opened_on, closed_on: Some(closed_on) }];
        let again_on = after(closed_on, gap);
        let closed_again_on = (!again_for.is_multiple_of(3)).then(|| after(again_on, again_for));
        let mut again = once.clone();
        again.history.periods.push(Period { opened_on: again_on, closed_on: closed_again_on });
        let mut earlier = again.duties();
        earlier.retain(|duty| duty.start_on < again_on);
        prop_assert_eq!(earlier, once.duties());
    }

    #[test]
    fn a_flag_stands_on_exactly_the_days_after_its_due_date_until_it_is_met_or_ended(case in any_case()) {
        for duty in case.duties() {
            let Some(due) = duty.due_on else {
                prop_assert!((0..900).all(|days| !duty.is_flag_on(after(duty.start_on, days))));
                continue;
            };
            let first = (due + Days::new(1)).max(duty.start_on);
            let last = duty.until().unwrap_or(first + Days::new(900));
            for day in [first, first + Days::new(1), last - Days::new(1), last] {
                let stands = first <= day && duty.until().is_none_or(|until| day < until);
                prop_assert_eq!(duty.is_flag_on(day), stands, "{} {:?}", day, duty);
            }
            prop_assert!(!duty.is_flag_on(first - Days::new(1)) && !duty.is_flag_on(due));
        }
    }

    #[test]
    fn a_duty_starts_while_the_case_is_open_and_ends_at_the_latest_when_it_closes(case in any_case(), day in a_day()) {
        for duty in case.duties() {
            let until = duty.until();
            prop_assert!(until.is_none_or(|until| until > duty.start_on) || duty.met_on.is_some(), "{:?}", duty);
            let period = case.history.periods.iter().find(|period| period.holds(duty.start_on));
            prop_assert!(period.is_some(), "{:?}", duty);
            let closed = period.unwrap().closed_on;
            prop_assert!(closed.is_none_or(|closed| until.is_some_and(|until| until <= closed)), "{:?}", duty);
            prop_assert!(case.history.is_open_on(day) || !duty.is_owed_on(day), "{:?}", duty);
        }
    }

    /// One of each is enough: an open case waits for its next review under exactly one duty, and that duty has a date.
    #[test]
    fn an_open_case_is_owed_exactly_one_next_review_on_every_day(case in any_case(), day in a_day()) {
        let owed = case.duties();
        let reviews = owed.iter().filter(|duty| matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue));
        let on_day: Vec<&Duty> = reviews.filter(|duty| duty.is_owed_on(day)).collect();
        prop_assert_eq!(on_day.len(), usize::from(case.history.is_open_on(day)));
        prop_assert!(on_day.iter().all(|duty| duty.due_on.is_some()));
    }

    #[test]
    fn every_explanation_is_one_sentence_that_names_its_due_date_and_ends_in_a_full_stop(case in any_case()) {
        let immediate: BTreeSet<Rule> =
            [Rule::NoNextReviewDate, Rule::NextReviewTooLate, Rule::ReviewWithoutVoice, Rule::LevelMissing].into();
        for duty in case.duties() {
            let said = &duty.explanation;
            prop_assert!(said.ends_with('.') && said.matches('.').count() == 1, "{}", said);
            prop_assert!(said.chars().next().is_some_and(char::is_uppercase), "{}", said);
            prop_assert!(!said.contains("  ") && !said.contains(" ;") && !said.contains(";;"), "{}", said);
            match duty.due_on {
                Some(_) if immediate.contains(&duty.rule) => {}
                Some(due) => prop_assert!(said.contains(&format!("due {}", say_date(due))), "{}", said),
                None => prop_assert!(said.contains("no due date can be given"), "{}", said),
            }
        }
    }

    #[test]
    fn every_explanation_names_the_policy_the_start_and_the_bank_holidays_crossed(case in any_case()) {
        let by_no_policy = [Rule::NoNextReviewDate, Rule::ReviewWithoutVoice, Rule::ActionOverdue];
        let in_working_days = [
            Rule::ReviewNotSigned,
            Rule::AssessmentNotSigned,
            Rule::PlanNotSigned,
            Rule::ArrangementNotSigned,
            Rule::DecisionWaiting,
            Rule::ChangedSinceSigned,
        ];
        for duty in case.duties() {
            let said = &duty.explanation;
            let named = case.policies.iter().any(|policy| said.contains(&format!("the policy of {}", say_date(policy.effective_from))));
            prop_assert!(named || by_no_policy.contains(&duty.rule), "{}", said);
            // A review is counted from the opening or the last review, or from the change since.
            let counted_from = said.contains("; opened ") || said.contains("; last review ");
            prop_assert!(if is_about_reviews(&duty) { counted_from } else { said.contains(&say_date(duty.start_on)) }, "{}", said);
            let Some(due) = duty.due_on.filter(|_| in_working_days.contains(&duty.rule)) else { continue };
            prop_assert!(said.contains(" working day"), "{}", said);
            // What was taken back is still counted from the day it was written.
            if !said.contains("taken back") {
                let crossed = say_holidays(&CALENDAR.holidays_crossed(duty.start_on, due));
                let ends = if crossed.is_empty() { format!("due {}.", say_date(due)) } else { format!(", crossing {crossed}.") };
                prop_assert!(said.ends_with(&ends), "{} should end in {}", said, ends);
            }
        }
    }

    /// On the days for which bank holidays are known, and long before and after them.
    #[test]
    fn no_dates_between_1990_and_2099_make_it_panic(
        case in any_case_from(NaiveDate::from_ymd_opt(1990, 1, 1).unwrap(), 40_000), day in 0..41_000_u64,
    ) {
        let day = after(NaiveDate::from_ymd_opt(1990, 1, 1).unwrap(), day);
        let rules = policies(&case);
        for duty in duties(&case.history, &rules, &CALENDAR) {
            prop_assert!(!duty.is_flag_on(day) || duty.is_owed_on(day));
        }
    }
}
