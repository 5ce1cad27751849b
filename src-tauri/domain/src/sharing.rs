//! Progress shared regularly with those who answer for it: when it was, when it is due, how long it is overdue.
//!
//! Inspectors asked in 2014 that progress on the plan be shared regularly with the Chief Executive, the safeguarding board, the
//! Community Safety Partnership and the Police and Crime Commissioner. "Regularly" is an interval in months for each of them. Who
//! has never been told yet is owed it one interval after the day on which they became a recipient.

use chrono::{Months, NaiveDate};

/// The profiles of what is shared, from the one that shows most.
pub const PROFILES: [&str; 3] = ["internal", "partners", "public"];

/// Whether a pack shows more than somebody is usually shown. What is not known counts as showing most.
pub fn shows_more(pack: &str, usual: &str) -> bool {
    let place = |profile: &str| PROFILES.iter().position(|known| *known == profile);
    place(pack).unwrap_or(0) < place(usual).unwrap_or(PROFILES.len())
}

/// How it stands with one recipient on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub last_shared: Option<NaiveDate>,
    /// Days from one sharing to the next, the days before the first and since the last included.
    pub longest_gap: i64,
    /// `None` once sharing has ended.
    pub next_due: Option<NaiveDate>,
    /// Days past that date; 0 on the date itself and before.
    pub overdue: i64,
}

/// How it stands today with somebody who is a recipient from `since` on, and until the day before `ended`. Days of sharing that
/// lie after `today` or before `since` are kept out of the gaps, not out of the last.
pub fn standing(
    since: NaiveDate,
    ended: Option<NaiveDate>,
    interval_months: u32,
    shared: &[NaiveDate],
    today: NaiveDate,
) -> Standing {
    let until = ended.map_or(today, |ended| ended.min(today));
    let mut days: Vec<NaiveDate> = shared.iter().copied().filter(|day| *day <= today).collect();
    let last_shared = days.iter().max().copied();
    days.retain(|day| since <= *day && *day <= until);
    days.extend([since, until.max(since)]);
    days.sort_unstable();
    let gaps = days.iter().zip(days.iter().skip(1)).map(|(one, next)| next.signed_duration_since(*one).num_days());
    let is_over = ended.is_some_and(|ended| ended <= today);
    let next_due = (!is_over).then(|| due_after(last_shared.map_or(since, |last| last.max(since)), interval_months));
    Standing {
        last_shared,
        longest_gap: gaps.max().unwrap_or(0),
        next_due,
        overdue: next_due.map_or(0, |due| today.signed_duration_since(due).num_days().max(0)),
    }
}

/// The same day of a later month, or the last day of that month where it has no such day: 31 January and a month is the last of
/// February.
pub fn due_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn check(
        since: &str,
        ended: Option<&str>,
        months: u32,
        shared: &[&str],
        today: &str,
        expected: (Option<&str>, i64, Option<&str>, i64),
    ) {
        let shared: Vec<NaiveDate> = shared.iter().map(|text| day(text)).collect();
        let found = standing(day(since), ended.map(day), months, &shared, day(today));
        let (last, gap, due, overdue) = expected;
        let wanted = Standing { last_shared: last.map(day), longest_gap: gap, next_due: due.map(day), overdue };
        assert_eq!(found, wanted, "every {months} months from {since}, shared {shared:?}, on {today}");
    }

    #[test]
    fn sharing_is_due_an_interval_after_the_last_or_after_the_first_day() {
        // Never shared yet.
        check("2026-01-01", None, 3, &[], "2026-01-01", (None, 0, Some("2026-04-01"), 0));
        check("2026-01-01", None, 3, &[], "2026-04-01", (None, 90, Some("2026-04-01"), 0));
        check("2026-01-01", None, 3, &[], "2026-04-02", (None, 91, Some("2026-04-01"), 1));
        // The months' ends.
        check("2026-01-31", None, 1, &[], "2026-02-28", (None, 28, Some("2026-02-28"), 0));
        check("2026-01-31", None, 1, &[], "2026-03-01", (None, 29, Some("2026-02-28"), 1));
        check("2027-01-01", None, 1, &["2028-01-31"], "2028-03-01", (Some("2028-01-31"), 395, Some("2028-02-29"), 1));
        check("2026-01-01", None, 3, &["2026-11-30"], "2026-11-30", (Some("2026-11-30"), 333, Some("2027-02-28"), 0));
        check("2026-01-01", None, 12, &["2028-02-29"], "2029-02-28", (Some("2028-02-29"), 789, Some("2029-02-28"), 0));
        // The longest gap lies before the first, between two, or since the last; the order does not matter.
        check(
            "2026-01-01",
            None,
            3,
            &["2026-05-01", "2026-03-01"],
            "2026-06-01",
            (Some("2026-05-01"), 61, Some("2026-08-01"), 0),
        );
        check("2026-01-01", None, 3, &["2026-01-02"], "2026-06-01", (Some("2026-01-02"), 150, Some("2026-04-02"), 60));
        check("2026-01-01", None, 3, &["2026-01-02", "2026-01-02"], "2026-01-03", (Some("2026-01-02"), 1, Some("2026-04-02"), 0));
        // A recipient that ended is owed nothing more; one that ends later still is.
        check("2026-01-01", Some("2026-03-01"), 1, &["2026-02-01"], "2026-06-01", (Some("2026-02-01"), 31, None, 0));
        check(
            "2026-01-01",
            Some("2026-07-01"),
            1,
            &["2026-02-01"],
            "2026-06-01",
            (Some("2026-02-01"), 120, Some("2026-03-01"), 92),
        );
        // What was shared before they were a recipient here counts as the last, and does not bring the next forward.
        check("2026-03-01", None, 3, &["2026-01-01"], "2026-03-02", (Some("2026-01-01"), 1, Some("2026-06-01"), 0));
    }

    #[test]
    fn a_pack_may_show_less_than_usual_and_needs_a_reason_to_show_more() {
        let more: Vec<(&str, &str)> = PROFILES
            .iter()
            .flat_map(|pack| PROFILES.iter().map(move |usual| (*pack, *usual)))
            .filter(|(pack, usual)| shows_more(pack, usual))
            .collect();
        assert_eq!(more, [("internal", "partners"), ("internal", "public"), ("partners", "public")]);
        assert!(shows_more("unknown", "partners") && shows_more("public", "unknown"));
    }

    proptest! {
        #[test]
        fn sharing_today_is_never_overdue_and_a_longer_interval_never_sooner(since in 0u64..800, months in 1u32..24, days in proptest::collection::vec(0u64..800, 0..8)) {
            let first = day("2025-01-01");
            let today = first + chrono::Days::new(800);
            let mut shared: Vec<NaiveDate> = days.iter().map(|n| first + chrono::Days::new(*n)).collect();
            let since = first + chrono::Days::new(since);
            let before = standing(since, None, months, &shared, today);
            let longer = standing(since, None, months + 1, &shared, today);
            prop_assert!(longer.next_due >= before.next_due && longer.overdue <= before.overdue);
            shared.push(today);
            let after = standing(since, None, months, &shared, today);
            prop_assert_eq!((after.overdue, after.last_shared), (0, Some(today)));
            prop_assert!(after.longest_gap <= before.longest_gap);
        }
    }
}
