//! What packs say together, in whatever order they are made and whatever is entered late between them.

use std::collections::BTreeSet;

use caseward_disclosure::{Audience, Balance, Narrowed, Profile, Release, Series, Term, audit};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::builders::{Case, day, opened};
use super::menu::{about_children, everything, office, released};
use crate::summary::Cell;
use crate::{Earlier, Period};

/// Quarters of the year to September 2026, with a day in each.
const QUARTERS: [(&str, &str, &str, &str); 4] = [
    ("2025-10-01", "2025-12-31", "2025-11-10", "October to December 2025"),
    ("2026-01-01", "2026-03-31", "2026-02-10", "January to March 2026"),
    ("2026-04-01", "2026-06-30", "2026-05-20", "April to June 2026"),
    ("2026-07-01", "2026-09-30", "2026-08-12", "July to September 2026"),
];
const LEVELS: [&str; 3] = ["high", "medium", "low"];

fn quarter(place: usize) -> Period {
    let (from, to, ..) = QUARTERS[place];
    Period { from: day(from), to: day(to) }
}

fn span(first: usize, last: usize) -> Period {
    Period { from: quarter(first).from, to: quarter(last).to }
}

/// So many cases opened before the year or in a quarter of it, and closed in another or not.
fn cases(number: u32, opened_in: Option<usize>, closed_in: Option<usize>, level: &str) -> impl Iterator<Item = Case> {
    let from = opened_in.map_or("2025-06-02", |place| QUARTERS[place].2);
    let case = opened(from).of(14, "F", &["peer"]).practitioner_says(from, level).manager_says(from, level);
    let case = match closed_in {
        Some(place) => case.closed_at(if opened_in == closed_in { QUARTERS[place].1 } else { QUARTERS[place].2 }, level),
        None => case,
    };
    std::iter::repeat_n(case, number as usize)
}

/// What anybody knows who has every pack: in each quarter what was open, and opened, less what closed, is open after.
fn with_every_sum(releases: &[Release]) -> Vec<Release> {
    let edition = |on: NaiveDate| u32::try_from(on.num_days_from_ce()).unwrap() * 100;
    let term = |population: &str, edition, narrowed: Narrowed, times| Term {
        population: population.to_owned(),
        edition,
        narrowed,
        times,
    };
    let sum = |place: usize| {
        let during = || vec![("Period".to_owned(), QUARTERS[place].3.to_owned())];
        let (eve, end) = (edition(quarter(place).from.pred_opt().unwrap()), edition(quarter(place).to));
        Balance {
            terms: vec![
                term("Open cases", eve, Vec::new(), 1),
                term("Cases opened", 0, during(), 1),
                term("Cases closed", 0, during(), -1),
                term("Open cases", end, Vec::new(), -1),
            ],
        }
    };
    let of_a_case =
        |release: &&Release| ["Open cases", "Cases opened", "Cases closed"].contains(&release.population.name.as_str());
    let mut all: Vec<Release> = releases.iter().filter(of_a_case).cloned().collect();
    if let Some(last) = all.last_mut() {
        last.balances.extend((0..QUARTERS.len()).map(sum));
    }
    all
}

/// One closed of few: with the year, the quarter before it and nothing else, April to June is what is left over.
#[test]
fn a_quarter_that_was_never_printed_alone_is_not_what_the_year_leaves_over() {
    let mut town: Vec<Case> = Vec::new();
    for (number, opened_in, closed_in, level) in [
        (100, None, None, "high"),
        (30, None, None, "low"),
        (4, None, Some(0), "high"),
        (3, None, Some(1), "low"),
        (3, Some(0), Some(2), "medium"),
        (20, Some(0), None, "medium"),
        (18, Some(1), None, "high"),
        (47, Some(2), None, "low"),
        (36, Some(3), None, "medium"),
    ] {
        town.extend(cases(number, opened_in, closed_in, level));
    }
    let mut register = Vec::new();
    released(&town, quarter(1), &Profile::PARTNERS, &mut register).unwrap();
    released(&town, span(0, 3), &Profile::PARTNERS, &mut register).unwrap();
    audit(&with_every_sum(&everything(&register)), Audience::Partners).unwrap();
}

#[derive(Clone, Debug)]
struct Stay {
    opened_in: Option<usize>,
    closed_in: Option<usize>,
    level: &'static str,
}

fn stay() -> impl Strategy<Value = Stay> {
    let opened_in = prop_oneof![3 => Just(None), 1 => (0..4_usize).prop_map(Some)];
    let closed_in = prop_oneof![5 => Just(None), 1 => (0..4_usize).prop_map(Some)];
    (opened_in, closed_in, prop::sample::select(&LEVELS[..])).prop_map(|(opened_in, closed_in, level)| Stay {
        opened_in,
        closed_in: closed_in.filter(|closed| opened_in.is_none_or(|opened| opened <= *closed)),
        level,
    })
}

fn of(stay: &Stay) -> Case {
    cases(1, stay.opened_in, stay.closed_in, stay.level).next().unwrap()
}

/// Any span of quarters, in any order.
fn spans() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let span = (0..4_usize, 0..4_usize).prop_map(|(a, b)| (a.min(b), a.max(b)));
    proptest::collection::vec(span, 2..5)
}

/// As whoever knows that nothing was entered between these packs reads them: each day and each span is counted once.
fn read_as_one(register: &[Earlier]) -> Vec<Release> {
    let one = |earlier: &Earlier| {
        let mut release = Release { editions: Vec::new(), balances: Vec::new(), ..earlier.release.clone() };
        release.population.edition -= release.population.edition % 100;
        let is_guarded = release.population.name == "Open cases" && release.profile.audience() == Audience::Public;
        release.population.series = if is_guarded { Series::Snapshot } else { Series::Apart };
        release
    };
    register.iter().map(one).collect()
}

/// Packs of two quarters that follow one another, one more case, and packs of these spans: what was released before it, and since. A pack that
/// is refused is not made.
fn around_a_late_entry(
    stays: &[Stay],
    late: &Stay,
    before: usize,
    spans: &[(usize, usize)],
    rules: &Profile,
) -> (Vec<Earlier>, Vec<Earlier>) {
    let mut town: Vec<Case> = stays.iter().map(of).collect();
    let mut register = Vec::new();
    for place in [before, (before + 1) % QUARTERS.len()] {
        let _refused = released(&town, quarter(place), rules, &mut register);
    }
    let first = register.len();
    town.push(of(late));
    for (from, to) in spans {
        let _refused = released(&town, span(*from, *to), rules, &mut register);
    }
    let since = register.split_off(first);
    (register, since)
}

/// Which cells of a population were hidden, whichever table they stood in.
fn hidden(register: &[Earlier], population: &str) -> BTreeSet<Narrowed> {
    let of_population = register.iter().filter(|earlier| earlier.release.population.name == population);
    of_population.flat_map(|earlier| earlier.release.hidden()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// A pack that is refused is not made; those that are made hold together against every sum.
    #[test]
    fn in_whatever_order_quarters_and_longer_spans_come_nothing_is_left_over(
        stays in proptest::collection::vec(stay(), 40..160), spans in spans(), for_partners in any::<bool>(),
    ) {
        let (rules, audience) = if for_partners { (Profile::PARTNERS, Audience::Partners) } else { (Profile::PUBLIC, Audience::Public) };
        let town: Vec<Case> = stays.iter().map(of).collect();
        let mut register = Vec::new();
        for (first, last) in spans {
            let _refused = released(&town, span(first, last), &rules, &mut register);
        }
        prop_assert_eq!(audit(&with_every_sum(&everything(&register)), audience), Ok(()));
    }

    /// After a late entry a quarter that it does not touch is what it was, and every pack since holds together with all others since.
    #[test]
    fn packs_made_since_a_late_entry_leave_nothing_over(
        stays in proptest::collection::vec(stay(), 40..160), late in stay(), before in 0..4_usize, spans in spans(), for_partners in any::<bool>(),
    ) {
        let (rules, audience) = if for_partners { (Profile::PARTNERS, Audience::Partners) } else { (Profile::PUBLIC, Audience::Public) };
        let (_, since) = around_a_late_entry(&stays, &late, before, &spans, &rules);
        prop_assert_eq!(audit(&with_every_sum(&read_as_one(&since)), audience), Ok(()));
    }

    /// One more is entered late: what was hidden of opened and closed is not shown by a later pack of whatever length.
    #[test]
    fn what_was_hidden_stays_hidden_after_a_late_entry(
        stays in proptest::collection::vec(stay(), 60..160), late in stay(), before in 0..4_usize, for_partners in any::<bool>(),
    ) {
        let rules = if for_partners { Profile::PARTNERS } else { Profile::PUBLIC };
        let (earlier, later) = around_a_late_entry(&stays, &late, before, &[(0, 3)], &rules);
        for population in ["Cases opened", "Cases closed"] {
            let were = hidden(&earlier, population);
            let are = hidden(&later, population);
            prop_assert!(later.is_empty() || were.is_subset(&are), "{population}: {:?}", were.difference(&are).collect::<Vec<_>>());
        }
    }
}

/// A case without a level has none that a manager confirmed, and no plan that was signed off here: every reader knows, and the note says so.
#[test]
fn a_zero_that_everybody_knows_covers_for_nothing() {
    for without in 1..=4 {
        let mut town = office(90);
        town.extend(std::iter::repeat_n(opened("2026-06-02").of(14, "F", &["peer"]), without));
        let mut register = Vec::new();
        let summary = released(&town, quarter(3), &Profile::PARTNERS, &mut register).unwrap();
        for id in ["open-by-level", "open-by-plan"] {
            let table = about_children(&summary).find(|table| table.id == id).unwrap();
            let row = table.rows.iter().find(|row| row.label == "Not recorded").unwrap();
            assert_eq!(row.cells[0], Cell::Count { value: 0 }, "{id}, {without} without a level");
            assert!(row.cells[1..].contains(&Cell::Hidden), "{row:?}");
        }
        audit(&everything(&register), Audience::Partners).unwrap();
    }
}
