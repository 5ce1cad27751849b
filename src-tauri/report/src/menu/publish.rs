//! Handing the menu to the disclosure rules, together with everything that was released before.
//!
//! What a number is for the attack is its population and edition. Cases open on a day are one population with an edition for each
//! day; events have one edition, because time is one of their dimensions. Where a day or a quarter that was released is counted otherwise now,
//! because something was entered late, it gets a further edition: the change is attacked as a count of its own, and what was hidden before
//! stays hidden.

use std::collections::BTreeSet;

use caseward_disclosure::{
    Audience, Balance, Cost, Narrowed, Population, Profile, Refusal, Release, Seed, Series, Shown, Table as Counts, TableError,
    Why, publish,
};
use chrono::{Datelike, NaiveDate};

use super::cross::Cross;
use super::{CLOSED, Item, Menu, OPEN_CASES, OPENED};
use crate::period::Period;

/// Releases for periods that lie further than this from a new one are not attacked together with it.
pub const EARLIER_MATTERS_FOR_DAYS: i64 = 400;

/// Editions of one day: the first count, and what was put right since.
const EDITIONS_OF_A_DAY: u32 = 100;
/// How often something released may have to be counted again within one pack.
const MOST_ATTEMPTS: usize = 16;

/// A table that was released, and the period of its pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub period: Period,
    pub release: Release,
}

/// How a pack is published.
#[derive(Clone, Copy)]
pub struct Publishing<'a> {
    pub profile: &'a Profile,
    /// The register of everything that was ever released.
    pub earlier: &'a [Earlier],
    pub seed: &'a Seed,
    /// Tables of the menu to leave out, by their ids.
    pub leave_out: &'a [String],
    /// The one table of the menu that is asked for; all of those that stand in a pack where `None`.
    pub only: Option<&'a str>,
}

/// Why a pack is not published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPublished {
    /// Said by title, with the id under which the table can be left out.
    #[error(
        "“{title}” cannot be in this pack: a number in it could be worked out whatever else is hidden. Make the pack without this table."
    )]
    TooFine { id: String, title: String },
    #[error("“{title}” does not agree with what was released before. Make the pack without this table, and report this.")]
    Contradicts { id: String, title: String },
    #[error("The tables could not be counted. Nothing was written. Report this.")]
    NotCounted(#[from] TableError),
    #[error("Stopped. Nothing was written.")]
    Stopped,
}

impl Menu {
    /// The cross-tables as they may be shown. `step` is called with each group of tables that is done, and says whether to go on.
    pub fn publish(&self, how: Publishing<'_>, step: &mut dyn FnMut() -> bool) -> Result<Vec<Release>, NotPublished> {
        let earlier = self.that_matter(how.earlier);
        let is_asked = |item: &&Item| match how.only {
            Some(only) => item.printing.id == only,
            None => !item.is_for_questions && !is_left_out(item.printing.id, how.leave_out),
        };
        let items: Vec<&Item> = self.items().filter(is_asked).collect();
        let mut releases = Vec::new();
        for populations in groups() {
            let belongs = |cross: &&Cross| populations.contains(&cross.population);
            let crosses: Vec<&Cross> = items.iter().flat_map(|item| item.crosses()).filter(belongs).collect();
            let of_group = |release: &&&Release| populations.contains(&release.population.name.as_str());
            let earlier: Vec<Release> = earlier.iter().filter(of_group).map(|release| (*release).clone()).collect();
            if !crosses.is_empty() {
                releases.extend(self.publish_group(how, &crosses, &earlier)?);
            }
            if !step() {
                return Err(NotPublished::Stopped);
            }
        }
        Ok(releases)
    }

    /// How many steps `publish` takes.
    pub fn steps() -> usize {
        groups().len()
    }

    /// Releases of periods near enough, each once.
    fn that_matter<'e>(&self, earlier: &'e [Earlier]) -> Vec<&'e Release> {
        let is_near = |earlier: &&Earlier| {
            let apart = |first: NaiveDate, second: NaiveDate| second.signed_duration_since(first).num_days();
            apart(earlier.period.to, self.period.from) <= EARLIER_MATTERS_FOR_DAYS
                && apart(self.period.to, earlier.period.from) <= EARLIER_MATTERS_FOR_DAYS
        };
        let mut found: Vec<&Release> = Vec::new();
        for Earlier { release, .. } in earlier.iter().filter(is_near) {
            // Several recipients have been given the same.
            if !found.contains(&release) {
                found.push(release);
            }
        }
        found
    }

    fn publish_group(&self, how: Publishing<'_>, crosses: &[&Cross], earlier: &[Release]) -> Result<Vec<Release>, NotPublished> {
        let mut editions = Editions::new(self.period, earlier);
        for _ in 0..MOST_ATTEMPTS {
            let tables = self.tables(how.profile, crosses, &editions, earlier)?;
            let (refusal, title) = match publish(&tables, how.profile, earlier, how.seed, Cost::Cells) {
                Ok(releases) => return Ok(releases),
                Err(Refusal::Contradicts { table, .. }) => (false, table),
                Err(
                    Refusal::TooFine { table, .. } | Refusal::KnownTooClosely { table, .. } | Refusal::Disagrees { table, .. },
                ) => (true, table),
            };
            if refusal {
                let (id, title) = self.named(&title);
                return Err(NotPublished::TooFine { id, title });
            }
            // Where something was entered late for the day before the period, it is the sum that does not come out for any reader.
            if std::mem::take(&mut editions.is_balanced) {
                continue;
            }
            editions.is_balanced = true;
            // Counted otherwise than it was: the population that says so, or all of them, are counted anew.
            let named = crosses.iter().find(|cross| cross.title == title).map(|cross| cross.population);
            if !editions.count_again(named) {
                break;
            }
        }
        let (id, title) = self.named(crosses.first().map_or("", |cross| cross.title.as_str()));
        Err(NotPublished::Contradicts { id, title })
    }

    /// The id and the title of the table of the menu that the rules call so.
    fn named(&self, title: &str) -> (String, String) {
        let holds = |item: &&Item| item.crosses().iter().any(|cross| cross.title == title);
        let found = self.items().find(holds);
        found.map_or_else(|| (String::new(), title.to_owned()), |item| (item.printing.id.to_owned(), item.printing.title.clone()))
    }

    fn tables(
        &self,
        profile: &Profile,
        crosses: &[&Cross],
        editions: &Editions,
        earlier: &[Release],
    ) -> Result<Vec<Counts>, TableError> {
        let balances = if editions.is_balanced { self.balances(crosses, editions, earlier) } else { self.inequalities(editions) };
        let table = |cross: &&Cross| {
            let population = editions.population(cross.population, profile.audience());
            let kept = kept_hidden(&population, profile.audience(), earlier);
            let table = cross.counted(population)?.keeping_hidden(kept);
            let stands_in = |balance: &&Balance| balance.terms.iter().any(|term| term.population == cross.population);
            Ok(balances.iter().filter(stands_in).fold(table, |table, balance| table.balancing(balance.clone())))
        };
        crosses.iter().map(table).collect()
    }
}

/// What opened and what closed are left out together: with what was open before and after, one of them tells the other.
const FLOWS: [&str; 2] = ["opened", "closed"];

fn is_left_out(id: &str, leave_out: &[String]) -> bool {
    let names = |id: &str| leave_out.iter().any(|left| left == id);
    names(id) || (FLOWS.contains(&id) && FLOWS.iter().any(|flow| names(flow)))
}

/// Populations of which something can be worked out together.
fn groups() -> Vec<Vec<&'static str>> {
    let mut groups = vec![vec![OPEN_CASES, OPENED, CLOSED]];
    groups.extend(super::events::ALONE.iter().map(|name| vec![*name]));
    groups
}

/// The editions of one attempt.
pub(super) struct Editions {
    period: Period,
    /// Whether what was open before is stated with what is open now.
    is_balanced: bool,
    /// Each with the latest that was released, and how often it is to be counted anew.
    latest: Vec<(&'static str, u32, u32)>,
}

impl Editions {
    fn new(period: Period, earlier: &[Release]) -> Self {
        let latest = |name: &str, first: u32| {
            let of_first = |edition: &u32| *edition >= first && *edition - first < EDITIONS_OF_A_DAY;
            let editions =
                earlier.iter().filter(|release| release.population.name == name).map(|release| release.population.edition);
            editions.filter(of_first).max().unwrap_or(first)
        };
        let names = groups().into_iter().flatten();
        let latest =
            names.map(|name| (name, latest(name, if name == OPEN_CASES { first_of(period.to) } else { 0 }), 0)).collect();
        Self { period, is_balanced: true, latest }
    }

    pub fn of(&self, name: &str) -> u32 {
        self.latest.iter().find(|(known, ..)| *known == name).map_or(0, |(_, edition, again)| edition + again)
    }

    /// The population that contradicts what was released; all of them where none is named, or it was counted anew already. Says
    /// whether any was left.
    fn count_again(&mut self, named: Option<&str>) -> bool {
        let is_first = |name: &str| self.latest.iter().any(|(known, _, again)| *known == name && *again == 0);
        let named = named.filter(|name| is_first(name)).map(str::to_owned);
        let mut changed = false;
        for (name, _, again) in &mut self.latest {
            if *again == 0 && named.as_ref().is_none_or(|named| named == name) {
                *again = 1;
                changed = true;
            }
        }
        changed
    }

    /// Partners are given exact numbers of what is open: that it is two more than three months ago is no count of anybody. For the
    /// public, to whom rounding gives the room, every change is guarded. What was put right is guarded for both.
    fn population(&self, name: &'static str, audience: Audience) -> Population {
        let edition = self.of(name);
        let first = if name == OPEN_CASES { first_of(self.period.to) } else { 0 };
        let is_first = edition == first;
        let guarded = !is_first || (name == OPEN_CASES && audience == Audience::Public);
        Population { name: name.to_owned(), edition, series: if guarded { Series::Snapshot } else { Series::Apart } }
    }

    /// The edition of the cases open on a day that agrees with what is counted of it now, or that may still be released; `None` where what
    /// was released of that day is counted otherwise now.
    pub fn open_on(&self, day: NaiveDate, count: u32, earlier: &[Release]) -> Option<u32> {
        let first = first_of(day);
        let released = earlier.iter().filter(|release| {
            let edition = release.population.edition;
            release.population.name == OPEN_CASES && edition >= first && edition - first < EDITIONS_OF_A_DAY
        });
        let Some(latest) = released.clone().map(|release| release.population.edition).max() else { return Some(first) };
        let mut of_latest = released.filter(|release| release.population.edition == latest);
        of_latest
            .all(|release| release.cells.first().is_some_and(|cell| agrees(&release.profile, *cell, count)))
            .then_some(latest)
    }
}

pub(super) fn first_of(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0).saturating_mul(EDITIONS_OF_A_DAY)
}

/// Whether a cell would be printed so today.
fn agrees(profile: &Profile, shown: Shown, count: u32) -> bool {
    let base = profile.rounded_to().max(1);
    match shown {
        Shown::Number(number) => number == (count + base / 2) / base * base,
        Shown::Hidden(Why::Small) => (1..=profile.hidden_to()).contains(&count),
        Shown::Hidden(Why::SmallOrNone | Why::None) => count <= profile.hidden_to(),
        Shown::Hidden(Why::Cover) => true,
    }
}

/// The cells that earlier editions of the same list hid from those who will read this one, in whatever table: a reader takes them for
/// unchanged. The public's tables are read by partners too.
fn kept_hidden(population: &Population, audience: Audience, earlier: &[Release]) -> BTreeSet<Narrowed> {
    let is_before = |release: &&Release| {
        let before = &release.population;
        before.name == population.name
            && before.edition < population.edition
            && before.edition / EDITIONS_OF_A_DAY == population.edition / EDITIONS_OF_A_DAY
            && release.profile.audience() <= audience
    };
    earlier.iter().filter(is_before).flat_map(Release::hidden).collect()
}
