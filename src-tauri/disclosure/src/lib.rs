//! Small numbers in tables: what to hide, what else to hide so that it stays hidden, and the attack that checks it.
//!
//! For any publisher of tables of counts of people. Pure: no files, clock, chance, environment or hash order; the secret seed, the
//! register of earlier releases and the thresholds are arguments, and the same arguments give the same releases.
//!
//! ```
//! use caseward_disclosure::{Cost, Dimension, Population, Profile, Seed, Series, Table, publish};
//!
//! let people = Population { name: "Open cases".into(), edition: 1, series: Series::Snapshot };
//! let level = Dimension::flat("Level", "All levels", &["High", "Medium", "Low"])?;
//! let sex = Dimension::flat("Sex", "All", &["Girls", "Boys"])?;
//! // All cells with margins: all levels first, and of each level all first.
//! let counts = vec![88, 50, 38, 32, 30, 2, 26, 12, 14, 30, 8, 22];
//! let table = Table::new("Open cases by level and sex", people, vec![level, sex], counts)?;
//!
//! let seed = Seed::new([0; 32]);
//! let releases = publish(&[table], &Profile::PARTNERS, &[], &seed, Cost::Cells)?;
//! let printed: Vec<String> = releases[0].cells.iter().map(|cell| cell.to_string()).collect();
//! assert_eq!(printed[5], "[c]");
//! assert_eq!(printed.iter().filter(|cell| *cell == "[c]").count(), 4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The rule
//!
//! With a threshold of T (5 for partners, 7 for the public), somebody who has read everything that was ever released to them
//!
//! 1. must hold it possible that a hidden cell of 1 to T is 1, and that it is T: the whole of what `[c]` means;
//! 2. must hold at least T values possible for any other hidden cell, one that is none too, so that nothing printed `[c]` can be
//!    worked out;
//! 3. must hold at least T values possible for the change of a cell between two editions of a series (as many as the base of the
//!    rounding, where there is one), unless the change is known to be none or to be larger than T.
//!
//! Rule 1 is protection by intervals, as set out by Hundepool and others (*Statistical Disclosure Control*, Wiley 2012, chapter 4) and
//! by Fischetti and Salazar-González (2000, 2001), with the protection levels chosen so that the interval that is safe is the very
//! one that readers are told. Rule 3 treats a difference of two published counts as the count that it is (disclosure by
//! differencing: GSS and ONS guidance for tables from administrative sources).
//!
//! # What the attacker has
//!
//! Every printed number and what rounding lets it stand for; every sum between cells; cells that tables share, by their population,
//! edition and categories; every sum between populations that the publisher states ([`Balance`]); every zero that anybody can know
//! ([`Table::known_none`]); every earlier release that the audience can read, and for the public's tables also partners, who read both;
//! that counts are whole and not less than none, and that cumulative series never fall. The attacker is also told what is not
//! printed: which hidden cells are small. That covers whatever might be guessed from the pattern of what is hidden, and from knowing this
//! rule. Percentages are made from shown numbers ([`Shown::share_of`]), so that they tell nothing more.
//!
//! # How
//!
//! [`publish`] hides on their own account small counts, the parts of small totals, and full rows (`primary`); looks by linear programming
//! for the cheapest other cells that give cover (`secondary`), and for small packs for the cheapest of all (`exact`); attacks the
//! result (`attack`), hides more while anything is known too closely, and shows again what need not be hidden. Where equals cost the
//! same, a draw with the secret seed decides, so that the rule cannot be run backwards. At last it attacks what would be printed, from
//! the print alone. If hiding everything would not do, it refuses, and names the table and the cell.
//!
//! No answer of the solver is trusted: that a cell may have a value is believed only when a whole-number table that agrees with
//! everything published has been found and added up. (The other way round, that a change is known to be none or large, rests on
//! its proof.)
//!
//! # What it does not cover
//!
//! - Sums between tables that share no cell but cannot move apart: three tables by pairs of three dimensions say something about the
//!   table by all three. A publisher who fears that puts the larger table into the pack instead.
//! - Populations that contain one another (all cases, cases reviewed): make the smaller one a category of a dimension, or state the
//!   sum between them as a [`Balance`].
//! - Periods that overlap: make time a dimension ([`Dimension::part_of_a_whole`]), so that a year and its quarters share cells.
//! - A reader who takes numbers for unchanged since an earlier edition: say which cells stay hidden ([`Table::keeping_hidden`]).
//! - A small number whose parts were released as small before: a year of two, made of quarters of one, cannot be one. Where earlier
//!   releases leave no other way, it is guarded by rule 2, and so is a number for the public that partners would know from it.
//! - What a reader knows of the children from elsewhere.
//! - Cells that give cover are taken for any number. Somebody who were told that they are all above T as well would know some small
//!   cells more closely; holding against that too was tried, and refused one in ten of the invented packs.
//! - A zero in a row that is not full says that nobody there has that category. It is shown, as in the official returns.
#![cfg_attr(test, allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

// The invented tables of the bench and the example serve the tests too, and name this crate from outside.
#[cfg(test)]
extern crate self as caseward_disclosure;

mod attack;
mod dimension;
mod exact;
mod model;
mod primary;
mod profile;
mod publish;
mod refusal;
mod release;
mod search;
mod secondary;
mod seed;
mod table;
#[cfg(test)]
mod tests;
mod world;

pub use attack::{Known, attack, audit};
pub use dimension::{Category, Dimension};
pub use profile::{Audience, Profile, ProfileError};
pub use publish::{Cost, publish};
pub use refusal::Refusal;
pub use release::{Release, Shown, Why};
pub use seed::Seed;
pub use table::{Balance, Narrowed, PartEditions, Population, Series, Table, TableError, Term};
