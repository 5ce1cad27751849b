//! Sums between tables of the menu that anybody can make, stated so that the attack makes them too.
//!
//! What was open on the day before a quarter, and opened in it, less what closed, is open on its last day: one sum for each quarter, so that a
//! pack of a year meets every quarter that was released before it. A count that is printed nowhere stands in a sum all the same.

use caseward_disclosure::{Balance, Narrowed, Release, Term};

use super::axis::{TIME, Time};
use super::cross::Cross;
use super::editions::Editions;
use super::{CLOSED, Menu, OPEN_CASES, OPENED};

/// Confirmed, without a plan that was signed off here. Never printed.
const NO_PLAN: &str = "Open cases confirmed without a plan";

impl Menu {
    /// Every sum and inequality of a pack.
    pub(super) fn balances(&self, crosses: &[&Cross], editions: &Editions, earlier: &[Release]) -> Vec<Balance> {
        let is_printed = crosses.iter().any(|cross| cross.population == OPEN_CASES);
        let last = self.time.quarters().last().map_or(self.period.to, |quarter| quarter.to);
        let at_end = self.open.items.first().and_then(|item| item.crosses().first()).map_or(0, Cross::total);
        let ends = self.open_before.iter().skip(1).copied().chain([at_end]);
        let open = |day: chrono::NaiveDate, count: u32| match is_printed && day == last {
            true => editions.of_cell(OPEN_CASES, &Vec::new()),
            false => editions.open_on(day, count, earlier),
        };
        let quarters = self.time.quarters().iter().zip(self.open_before.iter().copied().zip(ends));
        let sums = quarters.map(|(quarter, (before, after))| {
            let during = || vec![(TIME.to_owned(), Time::name_of(*quarter))];
            Balance {
                terms: vec![
                    term(OPEN_CASES, open(quarter.eve(), before), Vec::new(), 1),
                    term(OPENED, editions.of_cell(OPENED, &during()), during(), 1),
                    term(CLOSED, editions.of_cell(CLOSED, &during()), during(), -1),
                    term(OPEN_CASES, open(quarter.to, after), Vec::new(), -1),
                ],
            }
        });
        sums.chain(self.inequalities(editions)).collect()
    }

    /// What is never more than something else, as a sum with the rest.
    pub(super) fn inequalities(&self, editions: &Editions) -> Vec<Balance> {
        let edition = editions.of_cell(OPEN_CASES, &Vec::new());
        let within = |[signed, confirmed]: [Narrowed; 2]| Balance {
            terms: vec![
                term(OPEN_CASES, edition, confirmed, 1),
                term(OPEN_CASES, edition, signed.clone(), -1),
                term(NO_PLAN, edition, signed, -1),
            ],
        };
        self.open.signed_within_confirmed().into_iter().map(within).collect()
    }
}

fn term(population: &str, edition: u32, narrowed: Narrowed, times: i64) -> Term {
    Term { population: population.to_owned(), edition, narrowed, times }
}
