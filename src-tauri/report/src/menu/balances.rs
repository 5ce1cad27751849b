//! Sums between tables of the menu that anybody can make, stated so that the attack makes them too.
//!
//! What was open on the day before a quarter, and opened in it, less what closed, is open on its last day: one sum for each quarter, so that a
//! pack of a year meets every quarter that was released before it. A count that is printed nowhere stands in a sum all the same.

use caseward_disclosure::{Balance, Narrowed, Release, Term};

use super::axis::{TIME, Time};
use super::cross::Cross;
use super::publish::{Editions, first_of};
use super::{CLOSED, Menu, OPEN_CASES, OPENED};

/// What was open on a day of which something else was released than is counted now. Never printed, and of one pack alone.
const COUNTED_OTHERWISE: &str = "Open cases, counted otherwise than released";
/// Confirmed, without a plan that was signed off here. Never printed.
const NO_PLAN: &str = "Open cases confirmed without a plan";

impl Menu {
    /// Every sum and inequality of a pack.
    pub(super) fn balances(&self, crosses: &[&Cross], editions: &Editions, earlier: &[Release]) -> Vec<Balance> {
        let is_printed = crosses.iter().any(|cross| cross.population == OPEN_CASES);
        let last = self.time.quarters().last().map_or(self.period.to, |quarter| quarter.to);
        let at_end = self.open.items.first().and_then(|item| item.crosses().first()).map_or(0, Cross::total);
        let ends = self.open_before.iter().skip(1).copied().chain([at_end]);
        let open = |day: chrono::NaiveDate, count: u32| match editions.open_on(day, count, earlier) {
            _ if day == last && is_printed => (OPEN_CASES.to_owned(), editions.of(OPEN_CASES)),
            Some(edition) => (OPEN_CASES.to_owned(), edition),
            None => (format!("{COUNTED_OTHERWISE} ({})", earlier.len()), first_of(day)),
        };
        let quarters = self.time.quarters().iter().zip(self.open_before.iter().copied().zip(ends));
        let sums = quarters.map(|(quarter, (before, after))| {
            let during = || vec![(TIME.to_owned(), Time::name_of(*quarter))];
            let ((before, before_edition), (after, after_edition)) = (open(quarter.eve(), before), open(quarter.to, after));
            Balance {
                terms: vec![
                    term(&before, before_edition, Vec::new(), 1),
                    term(OPENED, editions.of(OPENED), during(), 1),
                    term(CLOSED, editions.of(CLOSED), during(), -1),
                    term(&after, after_edition, Vec::new(), -1),
                ],
            }
        });
        sums.chain(self.inequalities(editions)).collect()
    }

    /// What is never more than something else, as a sum with the rest.
    pub(super) fn inequalities(&self, editions: &Editions) -> Vec<Balance> {
        let edition = editions.of(OPEN_CASES);
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
