//! Handing the menu to the disclosure rules, together with everything that was released before.
//!
//! What a number is for the attack is its population and edition (`editions`). What was hidden in an edition before stays hidden.

use std::collections::BTreeSet;

use caseward_disclosure::{
    Audience, Balance, Cost, Narrowed, Population, Profile, Refusal, Release, Seed, Shown, Table as Counts, TableError, publish,
};
use chrono::NaiveDate;

use super::cross::Cross;
use super::editions::{Anew, EDITIONS_OF_A_DAY, Editions};
use super::{CLOSED, Item, Menu, OPEN_CASES, OPENED};
use crate::period::Period;

/// Releases for periods that lie further than this from a new one are not attacked together with it.
pub const EARLIER_MATTERS_FOR_DAYS: i64 = 400;

/// What is counted anew, and whether the sums are stated: as little as agrees with what was released. Where something was entered late it
/// may be the sum that does not come out for any reader.
const ATTEMPTS: [(Anew, bool); 6] = [
    (Anew::Nothing, true),
    (Anew::Stock, true),
    (Anew::Hidden, true),
    (Anew::Nothing, false),
    (Anew::Everything, true),
    (Anew::Everything, false),
];

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
        let populations: Vec<&str> = crosses.iter().map(|cross| cross.population).collect();
        let together = groups().into_iter().filter(|group| group.iter().any(|name| populations.contains(name))).flatten();
        let together: Vec<&str> = together.collect();
        let all = self.items().flat_map(|item| item.crosses()).filter(|cross| together.contains(&cross.population));
        let mut editions = Editions::new(self.period, all, earlier)?;
        let quarters = self.time.quarters().iter().zip(&self.open_before);
        editions.compare(quarters.map(|(quarter, open)| (quarter.eve(), *open)), earlier);
        let mut too_fine = None;
        for (anew, is_balanced) in ATTEMPTS {
            (editions.anew, editions.is_balanced) = (anew, is_balanced);
            let tables = self.tables(how.profile, crosses, &editions, earlier)?;
            let refused = match publish(&tables, how.profile, earlier, how.seed, Cost::Cells) {
                Ok(releases) => match editions.since_late(earlier, &releases) {
                    Ok(()) => return Ok(releases),
                    Err(title) => {
                        too_fine = Some(title);
                        None
                    }
                },
                Err(Refusal::Contradicts { .. }) => None,
                Err(
                    Refusal::TooFine { table, .. } | Refusal::KnownTooClosely { table, .. } | Refusal::Disagrees { table, .. },
                ) => Some(table),
            };
            if let Some(title) = refused {
                let (id, title) = self.named(&title, crosses);
                return Err(NotPublished::TooFine { id, title });
            }
        }
        let (id, title) = self.named(too_fine.as_deref().unwrap_or_default(), crosses);
        if too_fine.is_some() {
            return Err(NotPublished::TooFine { id, title });
        }
        Err(NotPublished::Contradicts { id, title })
    }

    /// The id and the title of the table of this pack that the rules call so. Where it is one of an earlier pack that could be worked out,
    /// it is the first table of this one that can tell of it.
    fn named(&self, title: &str, crosses: &[&Cross]) -> (String, String) {
        let named = crosses.iter().find(|cross| cross.title == title).or(crosses.first());
        let title = named.map_or("", |cross| cross.title.as_str());
        let found = self.items().find(|item| item.crosses().iter().any(|cross| cross.title == title));
        found.map_or_else(Default::default, |item| (item.printing.id.to_owned(), item.printing.title.clone()))
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
            let (edition, parts) = editions.of_table(cross);
            let series = editions.series(cross.population, edition, profile.audience());
            let population = Population { name: cross.population.to_owned(), edition, series };
            let kept = kept_hidden(cross, editions, profile.audience(), earlier);
            let table = cross.counted(population)?.of_editions(parts).keeping_hidden(kept);
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

/// The cells that earlier editions hid from those who will read this one, in whatever table: a reader takes them for unchanged. The
/// public's tables are read by partners too.
fn kept_hidden(cross: &Cross, editions: &Editions, audience: Audience, earlier: &[Release]) -> BTreeSet<Narrowed> {
    let read = earlier.iter().filter(|release| {
        let before = &release.population;
        before.name == cross.population
            && before.edition / EDITIONS_OF_A_DAY == editions.of_table(cross).0 / EDITIONS_OF_A_DAY
            && release.profile.audience() <= audience
    });
    let is_before = |(narrowed, shown, edition): &(Narrowed, Shown, u32)| {
        matches!(shown, Shown::Hidden(_)) && *edition < editions.of_cell(cross.population, narrowed)
    };
    read.flat_map(|release| release.printed().filter(is_before)).map(|(narrowed, ..)| narrowed).collect()
}
