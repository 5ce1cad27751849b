//! Deputies: a manager on leave names another manager to decide for a period.
//!
//! Inspectors asked in 2014 that managers oversee every case; a case whose manager is away must not wait for them. A deputy
//! gains no right: any manager may decide what they did not write. It says on whose desk the decision stands meanwhile,
//! and the decision says for whom it was taken. A deputy who is away too hands on what they hold for others: whoever decides
//! for them decides for those as well.

use chrono::NaiveDate;

use crate::id::PersonId;

/// The longest period, both days in it: a year, and a day for a leap year.
pub const LONGEST_PERIOD: i64 = 366;

/// One manager decides for another from one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeputyPeriod {
    pub manager: PersonId,
    pub deputy: PersonId,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    /// The first day on which it no longer holds, where it was ended early.
    pub ended_on: Option<NaiveDate>,
}

impl DeputyPeriod {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from_on <= day && day <= self.to_on && self.ended_on.is_none_or(|ended| day < ended)
    }

    pub fn is_over(&self, day: NaiveDate) -> bool {
        day > self.to_on || self.ended_on.is_some_and(|ended| day >= ended)
    }

    /// Whether there is a day on which both hold.
    pub fn meets(&self, other: &DeputyPeriod) -> bool {
        let first = self.from_on.max(other.from_on);
        self.holds(first) && other.holds(first)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeputyRefused {
    OwnDeputy,
    /// It begins before today.
    Begun,
    EndsBeforeItBegins,
    TooLong,
    /// The manager has a deputy already on some of these days.
    Overlaps(DeputyPeriod),
    /// On some of these days the manager decides for the person who would decide for them, or for somebody on whom it falls
    /// through others. The last link of the ring: everybody in it would be away.
    Ring(DeputyPeriod),
}

/// For whom a person decides on a day: those who named them, and those for whom these would decide. `named_by` answers who
/// named a person for that day.
pub fn deputises_for<E>(
    person: PersonId,
    mut named_by: impl FnMut(PersonId) -> Result<Vec<PersonId>, E>,
) -> Result<Vec<PersonId>, E> {
    let mut found = Vec::new();
    let mut to_ask = vec![person];
    while let Some(asked) = to_ask.pop() {
        for manager in named_by(asked)? {
            if manager != person && !found.contains(&manager) {
                found.push(manager);
                to_ask.push(manager);
            }
        }
    }
    Ok(found)
}

/// Whether a period may stand beside those that there are, of everybody.
pub fn may_name(new: &DeputyPeriod, there: &[DeputyPeriod], today: NaiveDate) -> Result<(), DeputyRefused> {
    if new.manager == new.deputy {
        return Err(DeputyRefused::OwnDeputy);
    }
    if new.from_on < today {
        return Err(DeputyRefused::Begun);
    }
    match new.to_on.signed_duration_since(new.from_on).num_days() + 1 {
        days if days < 1 => return Err(DeputyRefused::EndsBeforeItBegins),
        days if days > LONGEST_PERIOD => return Err(DeputyRefused::TooLong),
        _ => {}
    }
    let on_the_same_days: Vec<&DeputyPeriod> = there.iter().filter(|other| other.meets(new)).collect();
    if let Some(other) = on_the_same_days.iter().find(|other| other.manager == new.manager) {
        return Err(DeputyRefused::Overlaps(**other));
    }
    let days = new.from_on.iter_days().take_while(|day| *day <= new.to_on);
    match days.into_iter().find_map(|day| ring(new, &on_the_same_days, day)) {
        Some(last) => Err(DeputyRefused::Ring(last)),
        None => Ok(()),
    }
}

/// The link by which a period, handed on from deputy to deputy on a day, comes back to its manager.
fn ring(new: &DeputyPeriod, there: &[&DeputyPeriod], day: NaiveDate) -> Option<DeputyPeriod> {
    let mut seen = Vec::new();
    let mut person = new.deputy;
    // Another ring may have been let in by an earlier version.
    while !seen.contains(&person) {
        seen.push(person);
        let next = there.iter().find(|next| next.manager == person && next.holds(day))?;
        if next.deputy == new.manager {
            return Some(**next);
        }
        person = next.deputy;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const MARIA: PersonId = PersonId(Uuid::from_u128(1));
    const GRACE: PersonId = PersonId(Uuid::from_u128(2));
    const OMAR: PersonId = PersonId(Uuid::from_u128(3));
    const RUTH: PersonId = PersonId(Uuid::from_u128(4));

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(manager: PersonId, deputy: PersonId, from: &str, to: &str) -> DeputyPeriod {
        DeputyPeriod { manager, deputy, from_on: day(from), to_on: day(to), ended_on: None }
    }

    fn asked(new: DeputyPeriod, there: &[DeputyPeriod]) -> Result<(), DeputyRefused> {
        may_name(&new, there, day("2026-11-25"))
    }

    #[test]
    fn a_period_holds_on_its_first_and_its_last_day_and_not_from_the_day_it_was_ended() {
        let whole = period(MARIA, GRACE, "2026-11-25", "2026-12-04");
        let ended = DeputyPeriod { ended_on: Some(day("2026-12-01")), ..whole };
        let holds = |period: &DeputyPeriod, text: &str| (period.holds(day(text)), period.is_over(day(text)));
        assert_eq!(holds(&whole, "2026-11-24"), (false, false));
        assert_eq!(holds(&whole, "2026-11-25"), (true, false));
        assert_eq!(holds(&whole, "2026-12-04"), (true, false));
        assert_eq!(holds(&whole, "2026-12-05"), (false, true));
        assert_eq!(holds(&ended, "2026-11-30"), (true, false));
        assert_eq!(holds(&ended, "2026-12-01"), (false, true));
    }

    #[test]
    fn a_period_begins_today_or_later_and_is_a_year_at_most() {
        assert_eq!(asked(period(MARIA, GRACE, "2026-11-25", "2026-11-25"), &[]), Ok(()));
        assert_eq!(asked(period(MARIA, GRACE, "2026-11-24", "2026-11-30"), &[]), Err(DeputyRefused::Begun));
        assert_eq!(asked(period(MARIA, GRACE, "2026-11-26", "2026-11-25"), &[]), Err(DeputyRefused::EndsBeforeItBegins));
        assert_eq!(asked(period(MARIA, MARIA, "2026-11-25", "2026-11-30"), &[]), Err(DeputyRefused::OwnDeputy));
        // From 1 January 2028 to 31 December of that leap year is 366 days.
        assert_eq!(asked(period(MARIA, GRACE, "2028-01-01", "2028-12-31"), &[]), Ok(()));
        assert_eq!(asked(period(MARIA, GRACE, "2028-01-01", "2029-01-01"), &[]), Err(DeputyRefused::TooLong));
    }

    #[test]
    fn one_deputy_at_a_time_and_the_next_may_begin_the_day_after() {
        let there = period(MARIA, GRACE, "2026-12-01", "2026-12-10");
        let overlap = Err(DeputyRefused::Overlaps(there));
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-10", "2026-12-12"), &[there]), overlap);
        assert_eq!(asked(period(MARIA, OMAR, "2026-11-25", "2026-12-01"), &[there]), overlap);
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-03", "2026-12-04"), &[there]), overlap);
        assert_eq!(asked(period(MARIA, OMAR, "2026-11-25", "2026-12-31"), &[there]), overlap);
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-11", "2026-12-12"), &[there]), Ok(()));
        assert_eq!(asked(period(MARIA, OMAR, "2026-11-25", "2026-11-30"), &[there]), Ok(()));
        assert_eq!(asked(period(OMAR, GRACE, "2026-12-01", "2026-12-10"), &[there]), Ok(()), "one may decide for two");
    }

    #[test]
    fn what_was_ended_leaves_its_days_free() {
        let there = DeputyPeriod { ended_on: Some(day("2026-12-05")), ..period(MARIA, GRACE, "2026-12-01", "2026-12-10") };
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-05", "2026-12-08"), &[there]), Ok(()));
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-04", "2026-12-08"), &[there]), Err(DeputyRefused::Overlaps(there)));
        let never_began = DeputyPeriod { ended_on: Some(day("2026-11-25")), ..there };
        assert_eq!(asked(period(MARIA, OMAR, "2026-12-01", "2026-12-08"), &[never_began]), Ok(()));
    }

    #[test]
    fn a_deputy_may_be_away_too_but_two_do_not_decide_for_each_other_on_the_same_day() {
        let there = period(GRACE, OMAR, "2026-12-01", "2026-12-10");
        assert_eq!(asked(period(MARIA, GRACE, "2026-12-05", "2026-12-12"), &[there]), Ok(()));
        let back = period(GRACE, MARIA, "2026-12-01", "2026-12-10");
        assert_eq!(asked(period(MARIA, GRACE, "2026-12-10", "2026-12-12"), &[back]), Err(DeputyRefused::Ring(back)));
        assert_eq!(asked(period(MARIA, GRACE, "2026-12-11", "2026-12-12"), &[back]), Ok(()));
    }

    #[test]
    fn three_do_not_decide_for_one_another_in_a_ring_on_any_day() {
        let (first, second) = (period(MARIA, GRACE, "2026-12-01", "2026-12-10"), period(GRACE, OMAR, "2026-12-08", "2026-12-20"));
        let there = [first, second];
        // Grace decides for Maria until the 10th, Omar for Grace from the 8th.
        assert_eq!(asked(period(OMAR, MARIA, "2026-12-10", "2026-12-12"), &there), Err(DeputyRefused::Ring(second)));
        assert_eq!(asked(period(OMAR, MARIA, "2026-12-01", "2026-12-08"), &there), Err(DeputyRefused::Ring(second)));
        assert_eq!(asked(period(OMAR, MARIA, "2026-12-01", "2026-12-07"), &there), Ok(()));
        assert_eq!(asked(period(OMAR, MARIA, "2026-12-11", "2026-12-20"), &there), Ok(()));
        // A ring of others is no reason to refuse, and is walked once.
        let ring = [first, second, period(OMAR, MARIA, "2026-12-08", "2026-12-10")];
        assert_eq!(asked(period(RUTH, GRACE, "2026-12-08", "2026-12-10"), &ring), Ok(()));
    }

    #[test]
    fn whoever_decides_for_a_deputy_who_is_away_decides_for_those_who_named_that_deputy() {
        let decides_for = |person: PersonId, there: &[DeputyPeriod]| {
            let named_by = |asked: PersonId| -> Result<Vec<PersonId>, std::convert::Infallible> {
                let named = there.iter().filter(|period| period.deputy == asked && period.holds(day("2026-12-08")));
                Ok(named.map(|period| period.manager).collect())
            };
            let Ok(mut found) = deputises_for(person, named_by);
            found.sort();
            found
        };
        let first = period(MARIA, GRACE, "2026-12-01", "2026-12-10");
        let second = period(GRACE, OMAR, "2026-12-08", "2026-12-20");
        assert_eq!(decides_for(GRACE, &[first]), [MARIA]);
        assert_eq!(decides_for(OMAR, &[first]), []);
        assert_eq!(decides_for(OMAR, &[first, second]), [MARIA, GRACE]);
        assert_eq!(decides_for(OMAR, &[second, period(RUTH, GRACE, "2026-12-08", "2026-12-08"), first]), [MARIA, GRACE, RUTH]);
        let ring = [first, second, period(OMAR, MARIA, "2026-12-08", "2026-12-10")];
        assert_eq!(decides_for(OMAR, &ring), [MARIA, GRACE], "an earlier version let rings of three in");
    }

    fn any_period() -> impl Strategy<Value = DeputyPeriod> {
        let ended = proptest::option::of(0u64..60);
        (0u128..5, 0u128..5, 0u64..60, 0u64..20, ended).prop_map(|(manager, deputy, from, length, ended)| {
            let after = |days: u64| day("2026-11-25") + chrono::Days::new(days);
            DeputyPeriod {
                manager: PersonId(Uuid::from_u128(manager)),
                deputy: PersonId(Uuid::from_u128(deputy)),
                from_on: after(from),
                to_on: after(from + length),
                ended_on: ended.map(after),
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn two_periods_meet_where_a_day_is_in_both(one in any_period(), other in any_period()) {
            let shared = day("2026-11-25").iter_days().take(120).any(|day| one.holds(day) && other.holds(day));
            prop_assert_eq!(one.meets(&other), shared);
            prop_assert_eq!(other.meets(&one), shared);
        }

        #[test]
        fn on_no_day_has_anybody_two_deputies_and_what_is_handed_on_reaches_somebody_who_is_there(asked in proptest::collection::vec(any_period(), 0..30)) {
            let mut there: Vec<DeputyPeriod> = Vec::new();
            for new in asked {
                if may_name(&new, &there, day("2026-11-25")).is_ok() {
                    there.push(new);
                }
            }
            for day in day("2026-11-25").iter_days().take(90) {
                let today: Vec<&DeputyPeriod> = there.iter().filter(|period| period.holds(day)).collect();
                for one in &today {
                    prop_assert!(one.manager != one.deputy);
                    prop_assert_eq!(today.iter().filter(|other| other.manager == one.manager).count(), 1);
                    let (mut person, mut links) = (one.deputy, 1);
                    while let Some(next) = today.iter().find(|next| next.manager == person) {
                        (person, links) = (next.deputy, links + 1);
                        prop_assert!(links <= today.len(), "a ring on {}", day);
                    }
                    let named_by = |asked: PersonId| -> Result<Vec<PersonId>, std::convert::Infallible> {
                        Ok(today.iter().filter(|period| period.deputy == asked).map(|period| period.manager).collect())
                    };
                    let Ok(held) = deputises_for(person, named_by);
                    prop_assert!(held.contains(&one.manager));
                }
            }
        }
    }
}
