//! Which edition each count of a pack belongs to.
//!
//! Cases open on a day are one population with an edition for each day. Events have an edition for each quarter, month and longer span, of
//! which the first is 0. A quarter that is counted as it was released is of the edition that was released, so that its cells are the same
//! for the attack, shown ones and hidden ones. One that is counted otherwise now, because something was entered late, gets a further
//! edition: the change is attacked as a count of its own.

use std::collections::{BTreeMap, BTreeSet};

use caseward_disclosure::{
    Audience, Narrowed, PartEditions, Population, Profile, Refusal, Release, Series, Shown, TableError, Why, audit,
};
use chrono::{Datelike, NaiveDate};

use super::OPEN_CASES;
use super::axis::TIME;
use super::cross::Cross;
use crate::period::Period;

/// Editions of one day: the first count, and what was put right since.
pub(super) const EDITIONS_OF_A_DAY: u32 = 100;

/// A population, and of events the span of time.
type Part = (String, String);

/// What is counted anew in an attempt, though each number agrees with what was released, because all of them together do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anew {
    Nothing,
    /// The cases open at the end.
    Stock,
    /// What a release hid the total of, so that nobody can say whether it changed.
    Hidden,
    Everything,
}

/// The editions of one attempt.
pub(super) struct Editions {
    period: Period,
    /// Whether what was open before is stated with what is open now.
    pub is_balanced: bool,
    pub anew: Anew,
    parts: BTreeMap<Part, u32>,
    hidden: BTreeSet<Part>,
    /// How many of the earlier releases were made before something was entered late: the last of them says otherwise than is counted now.
    before_late: usize,
}

impl Editions {
    /// `crosses` are all tables that are counted of the populations in question, in this pack or not.
    pub fn new<'a>(period: Period, crosses: impl Iterator<Item = &'a Cross>, earlier: &[Release]) -> Result<Self, TableError> {
        let mut counts: BTreeMap<(String, Narrowed), u32> = BTreeMap::new();
        for cross in crosses {
            let population = Population { name: cross.population.to_owned(), edition: 0, series: Series::Apart };
            let cells = cross.counted(population)?;
            counts.extend(cells.cells().map(|(narrowed, count)| ((cross.population.to_owned(), narrowed), count)));
        }
        let is_of_the_end = |release: &&Release| {
            release.population.name != OPEN_CASES || is_of_day(release.population.edition, first_of(period.to))
        };
        let mut parts: BTreeMap<Part, u32> = BTreeMap::new();
        for release in earlier.iter().filter(is_of_the_end) {
            for (narrowed, _, edition) in release.printed() {
                let latest = parts.entry(part(&release.population.name, &narrowed)).or_insert(edition);
                *latest = edition.max(*latest);
            }
        }
        let mut counted_otherwise: BTreeSet<Part> = BTreeSet::new();
        for release in earlier.iter().filter(is_of_the_end) {
            for (narrowed, shown, edition) in release.printed() {
                let part = part(&release.population.name, &narrowed);
                let count = counts.get(&(release.population.name.clone(), narrowed));
                if parts.get(&part) == Some(&edition) && count.is_some_and(|count| !agrees(&release.profile, shown, *count)) {
                    counted_otherwise.insert(part);
                }
            }
        }
        let is_total = |narrowed: &Narrowed| narrowed.iter().all(|(dimension, _)| dimension == TIME);
        let totals = earlier.iter().filter(is_of_the_end).flat_map(|release| {
            let hidden = release.printed().filter(|(narrowed, shown, _)| is_total(narrowed) && matches!(shown, Shown::Hidden(_)));
            hidden.map(|(narrowed, ..)| part(&release.population.name, &narrowed))
        });
        let hidden = totals.collect();
        for part in counted_otherwise {
            parts.entry(part).and_modify(|edition| *edition += 1);
        }
        Ok(Self { period, is_balanced: true, anew: Anew::Nothing, parts, hidden, before_late: 0 }.with_late(&counts, earlier))
    }

    /// Tells what was open on days that may have been released, so that it is known whether something was entered late.
    pub fn compare(&mut self, open: impl Iterator<Item = (NaiveDate, u32)>, earlier: &[Release]) {
        for (day, count) in open {
            let says_otherwise = |release: &Release| {
                release.population.name == OPEN_CASES
                    && is_of_day(release.population.edition, first_of(day))
                    && release.cells.first().is_some_and(|cell| !agrees(&release.profile, *cell, count))
            };
            self.before_late = self.before_late.max(earlier.iter().rposition(says_otherwise).map_or(0, |last| last + 1));
        }
    }

    fn with_late(mut self, counts: &BTreeMap<(String, Narrowed), u32>, earlier: &[Release]) -> Self {
        let is_of_the_end = |name: &str, edition: u32| name != OPEN_CASES || is_of_day(edition, first_of(self.period.to));
        let says_otherwise = |release: &Release| {
            let name = &release.population.name;
            release.printed().any(|(narrowed, shown, edition)| {
                let count = counts.get(&(name.clone(), narrowed)).filter(|_| is_of_the_end(name, edition));
                count.is_some_and(|count| !agrees(&release.profile, shown, *count))
            })
        };
        self.before_late = earlier.iter().rposition(says_otherwise).map_or(0, |last| last + 1);
        self
    }

    /// Whoever knows that nothing was entered since reads all packs since as one: each day and each span of time is counted once. The title
    /// of a table that then tells too much.
    pub fn since_late(&self, earlier: &[Release], releases: &[Release]) -> Result<(), String> {
        if self.before_late == 0 && self.anew == Anew::Nothing && self.is_balanced {
            return Ok(());
        }
        let since = earlier.iter().skip(self.before_late).chain(releases).cloned();
        let all: Vec<Release> = since.map(of_first_editions).collect();
        for audience in [Audience::Partners, Audience::Public] {
            let is_theirs = releases.iter().any(|release| release.profile.audience() >= audience);
            match audit(&all, audience) {
                Err(Refusal::KnownTooClosely { table, .. } | Refusal::TooFine { table, .. }) if is_theirs => return Err(table),
                // Packs that contradict one another were not all made since: what was entered late shows in no printed number.
                _ => {}
            }
        }
        Ok(())
    }

    /// The edition of a cell of this pack.
    pub fn of_cell(&self, population: &str, narrowed: &Narrowed) -> u32 {
        let first = if population == OPEN_CASES { first_of(self.period.to) } else { 0 };
        let part = part(population, narrowed);
        let is_anew = match self.anew {
            Anew::Nothing => false,
            Anew::Stock => population == OPEN_CASES,
            Anew::Hidden => self.hidden.contains(&part),
            Anew::Everything => true,
        };
        self.parts.get(&part).copied().unwrap_or(first) + u32::from(is_anew)
    }

    /// The edition of a table, and of those of its spans of time that are of an earlier one.
    pub fn of_table(&self, cross: &Cross) -> (u32, PartEditions) {
        let dimensions = cross.dimensions();
        let time = dimensions.iter().find(|dimension| dimension.name() == TIME);
        let Some(time) = time else { return (self.of_cell(cross.population, &Vec::new()), Vec::new()) };
        let span = |heading: &str| (TIME.to_owned(), heading.to_owned());
        let of_span = |heading: &str| self.of_cell(cross.population, &vec![span(heading)]);
        let latest = time.headings().map(of_span).max().unwrap_or(0);
        let earlier = time.headings().filter(|heading| of_span(heading) < latest);
        (latest, earlier.map(|heading| (span(heading), of_span(heading))).collect())
    }

    /// Partners are given exact numbers of what is open: that it is two more than three months ago is no count of anybody. For the
    /// public, to whom rounding gives the room, every change is guarded. What was put right is guarded for both.
    pub fn series(&self, population: &str, edition: u32, audience: Audience) -> Series {
        let first = if population == OPEN_CASES { first_of(self.period.to) } else { 0 };
        let is_first = edition == first;
        let guarded = !is_first || (population == OPEN_CASES && audience == Audience::Public);
        if guarded { Series::Snapshot } else { Series::Apart }
    }

    /// The edition of the cases open on a day that agrees with what is counted of it now: the one that was released, or the one that
    /// would be next.
    pub fn open_on(&self, day: NaiveDate, count: u32, earlier: &[Release]) -> u32 {
        let first = first_of(day);
        let said = earlier.iter().enumerate().flat_map(|(place, release)| said_open(release).map(move |said| (place, said)));
        let said = said.filter(|(_, (edition, _))| is_of_day(*edition, first));
        let Some(latest) = said.clone().map(|(_, (edition, _))| edition).max() else { return first };
        // Of what was not printed before something was entered late nobody can say whether it is what it was.
        let agrees = |(place, (_, shown)): (usize, (u32, Option<(Profile, Shown)>))| match shown {
            Some((profile, shown @ Shown::Number(_))) => agrees(&profile, shown, count),
            _ => place >= self.before_late,
        };
        if said.filter(|(_, (edition, _))| *edition == latest).all(agrees) { latest } else { latest + 1 }
    }
}

/// What a release says of how many cases were open on some day: the edition with what is printed, or with nothing where it stands in a sum.
fn said_open(release: &Release) -> impl Iterator<Item = (u32, Option<(Profile, Shown)>)> + Clone {
    let printed = release.cells.first().filter(|_| release.population.name == OPEN_CASES);
    let printed = printed.map(|shown| (release.population.edition, Some((release.profile, *shown))));
    let terms = release.balances.iter().flat_map(|balance| &balance.terms);
    let in_sums = terms.filter(|term| term.population == OPEN_CASES && term.narrowed.is_empty()).map(|term| (term.edition, None));
    printed.into_iter().chain(in_sums.filter(move |(edition, _)| printed.is_none_or(|(own, _)| own != *edition)))
}

fn of_first_editions(mut release: Release) -> Release {
    let first = |edition: u32| edition - edition % EDITIONS_OF_A_DAY;
    let is_guarded = release.population.name == OPEN_CASES && release.profile.audience() == Audience::Public;
    release.population.series = if is_guarded { Series::Snapshot } else { Series::Apart };
    release.population.edition = first(release.population.edition);
    release.editions.clear();
    for term in release.balances.iter_mut().flat_map(|balance| &mut balance.terms) {
        term.edition = first(term.edition);
    }
    release
}

fn part(population: &str, narrowed: &Narrowed) -> Part {
    let span = narrowed.iter().find(|(dimension, _)| dimension == TIME).map(|(_, heading)| heading.clone());
    (population.to_owned(), span.unwrap_or_default())
}

fn is_of_day(edition: u32, first: u32) -> bool {
    edition >= first && edition - first < EDITIONS_OF_A_DAY
}

fn first_of(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0).saturating_mul(EDITIONS_OF_A_DAY)
}

/// Whether a cell would be printed so today.
fn agrees(profile: &Profile, shown: Shown, count: u32) -> bool {
    match shown {
        Shown::Number(number) => number == profile.printed(count),
        Shown::Hidden(Why::Small) => (1..=profile.hidden_to()).contains(&count),
        Shown::Hidden(Why::SmallOrNone | Why::None) => count <= profile.hidden_to(),
        Shown::Hidden(Why::Cover) => true,
    }
}
