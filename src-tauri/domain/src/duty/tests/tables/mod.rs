//! Every rule of the design (section 4) against every day and turn that could trip it: a table for each family, a column
//! for each rule.
//!
//! A column is a case that owes the rule from a given day. [`starts`] moves that day over weekends, Easter 2026, Christmas
//! 2027, 29 February 2028 and past the last known bank holiday; [`turns`] changes the level or the policy the day before,
//! on the day and the day after; [`closings`] closes the case around the due date and opens it again.

mod missing;
mod no_review;
mod progress;
mod risk;
mod sign_off;

use chrono::{Days, NaiveDate};
use expect_test::Expect;

use super::builders::{Case, after, day, level, opened, policy};
use crate::date::say_date;
use crate::duty::{Duty, Rule};
use crate::level::StatedBy::Manager;
use crate::policy::Policy;

/// A rule, and a case that owes it from a day.
type Column = (Rule, fn(NaiveDate) -> Case);

/// A case at medium, confirmed by a manager, that opened on a day.
fn opened_on(day: NaiveDate) -> Case {
    opened(&say_date(day)).stated(day, "medium", Manager)
}

/// The same, open for ten days.
fn open_on(day: NaiveDate) -> Case {
    opened_on(before(day, 10))
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day - Days::new(days)
}

const STARTS: [&str; 23] = [
    // Any Monday, and a weekend.
    "2 March 2026",
    "7 March 2026",
    "8 March 2026",
    // Easter: Good Friday is 3 April, Easter Monday 6 April.
    "1 April 2026",
    "2 April 2026",
    "3 April 2026",
    "4 April 2026",
    "6 April 2026",
    // Christmas Day is a Saturday: 27 and 28 December and 3 January are the substitute days.
    "17 December 2027",
    "24 December 2027",
    "25 December 2027",
    "27 December 2027",
    "31 December 2027",
    "3 January 2028",
    // A leap year.
    "31 January 2028",
    "28 February 2028",
    "29 February 2028",
    // The last working day of the list of bank holidays is 29 December 2028.
    "25 October 2028",
    "26 October 2028",
    "13 December 2028",
    "14 December 2028",
    "20 December 2028",
    "21 December 2028",
];

/// The due date of what is owed from each of the days above; and the flag stands from the day after it, and from no day
/// where no due date is known.
fn starts(columns: &[Column], expected: Expect) {
    let rows = STARTS.map(|start| {
        let start = day(start);
        let cells = columns.iter().map(|(rule, case)| match owed_from(&case(start), *rule, start).due_on {
            Some(due) => short(due),
            None => "not known".to_owned(),
        });
        (short(start), cells.collect())
    });
    expected.assert_eq(&table("from", columns, &rows));
    for (rule, case) in columns {
        for start in STARTS.map(day) {
            let duty = owed_from(&case(start), *rule, start);
            let flagged = (0..200).map(|days| after(start, days)).find(|day| duty.is_flag_on(*day));
            assert_eq!(flagged, duty.due_on.map(|due| after(due, 1)), "{rule:?} from {start}");
        }
    }
}

/// What changes the level or the policy on a day.
type Turn = (&'static str, fn(Case, NaiveDate) -> Case);

const TURNS: [Turn; 5] = [
    ("level rises", |case, on| case.stated(on, "high", Manager)),
    ("level falls", |case, on| case.stated(on, "low", Manager)),
    ("policy tighter", |case, on| case.then_under(scaled(on, |number| number.div_ceil(2)))),
    ("policy looser", |case, on| case.then_under(scaled(on, |number| number * 2))),
    ("level renamed", |case, on| case.then_under(renamed(on))),
];

/// What is owed from Monday 2 March 2026 where nothing changes, and where it does.
fn turns(columns: &[Column], expected: Expect) {
    let start = day("2 March 2026");
    let cells = |turned: &dyn Fn(Case) -> Case| -> Vec<String> {
        let owed = |(rule, case): &Column| due(&turned(case(start)).owed(*rule), start);
        columns.iter().map(owed).collect()
    };
    let mut rows = vec![("nothing changes".to_owned(), cells(&|case| case))];
    for (name, turn) in TURNS {
        for (when, on) in [("day before", before(start, 1)), ("same day", start), ("day after", after(start, 1))] {
            rows.push((format!("{name}, {when}"), cells(&|case| turn(case, on))));
        }
    }
    expected.assert_eq(&table("from Mon 2 Mar 2026", columns, &rows));
}

/// The flag of a case that closes on the due date, or on either of the two days after it, ends on the day before the
/// closing day; and what is owed anew when the case opens again 30 days later.
fn closings(columns: &[Column], expected: Expect) {
    let start = day("2 March 2026");
    let mut cells = Vec::new();
    for (rule, case) in columns {
        let due = owed_from(&case(start), *rule, start).due_on.unwrap();
        for (days, flags) in [(0, 0), (1, 0), (2, 1), (3, 2)] {
            let closed_on = after(due, days);
            let closed = case(start).closed(&say_date(closed_on));
            let flagged = |day: &NaiveDate| closed.owed(*rule).iter().any(|duty| duty.is_flag_on(*day));
            let stood = (0..300).map(|days| after(start, days)).filter(flagged).count();
            assert_eq!(stood, flags, "{rule:?} closed on {closed_on}");
        }
        let again_on = after(due, 32);
        let again = case(start).closed(&say_date(after(due, 2))).opened_again(&say_date(again_on));
        let anew: Vec<Duty> = again.owed(*rule).into_iter().filter(|duty| duty.start_on >= again_on).collect();
        let said = anew.first().map_or("nothing".to_owned(), |duty| format!("{} days on", days_between(again_on, duty.due_on)));
        assert!(anew.len() <= 1, "{rule:?}");
        cells.push(said);
    }
    expected.assert_eq(&table("opened again", columns, &[("due".to_owned(), cells)]));
}

fn days_between(from: NaiveDate, to: Option<NaiveDate>) -> i64 {
    to.unwrap().signed_duration_since(from).num_days()
}

/// The duty under a rule that starts on a day.
fn owed_from(case: &Case, rule: Rule, start: NaiveDate) -> Duty {
    case.owed(rule).into_iter().find(|duty| duty.start_on == start).unwrap()
}

/// The due dates of the duties of one rule, those that start on another day with that day.
fn due(owed: &[Duty], start: NaiveDate) -> String {
    let said = owed.iter().map(|duty| {
        let due = duty.due_on.map_or("not known".to_owned(), short);
        if duty.start_on == start { due } else { format!("from {}: {due}", duty.start_on.format("%-d %b")) }
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { "nothing".to_owned() } else { said.join(" + ") }
}

/// Every number of the policy made larger or smaller, from a day on.
fn scaled(from: NaiveDate, to: fn(u32) -> u32) -> Policy {
    let mut policy = policy(&say_date(from));
    for rule in &mut policy.levels {
        rule.review_every_days = to(rule.review_every_days);
        rule.ceiling_months = to(rule.ceiling_months);
    }
    let clocks = &mut policy.clocks;
    for clock in [
        &mut clocks.assessment_authorised,
        &mut clocks.plan_in_place,
        &mut clocks.sign_off_decided,
        &mut clocks.review_signed,
        &mut clocks.change_resubmitted,
        &mut clocks.return_interview_hours,
        &mut clocks.plan_update_days,
    ] {
        *clock = to(*clock);
    }
    policy
}

/// The same numbers from a day on, with another name for medium.
fn renamed(from: NaiveDate) -> Policy {
    let mut policy = policy(&say_date(from));
    policy.levels.iter_mut().find(|rule| rule.level == level("medium")).unwrap().level = level("raised");
    policy
}

/// `Mon 2 Mar 2026`.
fn short(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}

/// A heading and rows in columns wide enough for what stands in them.
fn table(corner: &str, columns: &[Column], rows: &[(String, Vec<String>)]) -> String {
    let heading = (corner.to_owned(), columns.iter().map(|(rule, _)| rule.as_str().to_owned()).collect());
    let rows: Vec<Vec<String>> =
        std::iter::once(&heading).chain(rows).map(|(first, rest)| [std::slice::from_ref(first), rest].concat()).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().enumerate().map(|(place, cell)| format!("{cell:<0$}", width(place))).collect();
        format!("{}\n", cells.join(" | ").trim_end())
    };
    rows.iter().map(line).collect()
}

#[test]
fn each_rule_stands_in_a_table() {
    let families = [no_review::RULES, sign_off::RULES, progress::RULES, missing::RULES, risk::RULES];
    let rules: Vec<Rule> = families.concat().into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, Rule::ALL);
}
