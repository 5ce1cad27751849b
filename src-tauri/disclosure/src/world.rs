//! Everything that one audience will have read, as cells with bounds and sums that hold between them.
//!
//! A cell is the same cell wherever it is printed: its population, its edition and the categories that narrow it. So tables of a
//! pack, and releases before it, meet in the cells that they share. Between two editions of a series stands a difference, a cell
//! that is never printed and that anybody can subtract.

use crate::dimension::Dimension;
use crate::profile::{Audience, Profile};
use crate::publish::Cost;
use crate::refusal::Refusal;
use crate::release::{Release, Shown, Why};
use crate::seed::Seed;
use crate::table::{Balance, Narrowed, PartEditions, Population, Series, Table, edition_of, identity, label, lines};
use std::collections::{BTreeMap, BTreeSet};

/// Beyond any count, so that a bound there is none.
pub(crate) const OPEN: i64 = 2_000_000_000;

/// First and last count that a cell can have.
pub(crate) type Range = (i64, i64);

pub(crate) fn meet(a: Range, b: Range) -> Range {
    (a.0.max(b.0), a.1.min(b.1))
}

/// What a cell is, whichever table it stands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub population: String,
    pub edition: u32,
    pub narrowed: Narrowed,
}

impl Key {
    fn new(population: &Population, editions: &PartEditions, narrowed: Narrowed) -> Key {
        Key { population: population.name.clone(), edition: edition_of(population, editions, &narrowed), narrowed }
    }
}

/// Where a cell is printed, for an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub table: String,
    pub cell: String,
}

/// A cell of the pack that is being made.
#[derive(Clone, Debug)]
pub(crate) struct Fresh {
    pub truth: u32,
    /// What hiding it costs, before the draw among equals.
    pub weight: u64,
    /// The secret draw.
    pub draw: u64,
}

/// How a fresh cell is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Shown,
    Hidden(Why),
}

/// A sum that holds: coefficients times cells make nought.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub terms: Vec<(usize, i64)>,
}

/// A total and its parts among the fresh cells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
    pub harmless: bool,
}

/// The cells of the pack being made, in the order of their keys, whatever the order of the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pack {
    pub keys: BTreeMap<Key, usize>,
    pub places: Vec<Place>,
    pub cells: Vec<Fresh>,
    pub sums: Vec<Sum>,
    pub series: BTreeMap<(String, u32), Series>,
    pub balances: BTreeSet<Balance>,
    /// Cells that stay hidden where they can.
    pub kept: BTreeSet<usize>,
    /// Cells that everybody knows to be none.
    pub none: BTreeSet<usize>,
    /// Some table adds up with others whose totals are parts of its own, such as a year with quarters.
    pub has_parts: bool,
}

impl Pack {
    pub fn new(tables: &[Table], seed: &Seed, cost: Cost) -> Result<Pack, Refusal> {
        let mut found: BTreeMap<Key, (Place, u32, u64)> = BTreeMap::new();
        let mut pack = Pack::default();
        for table in tables {
            let population = table.population();
            pack.series.insert((population.name.clone(), population.edition), population.series);
            for (cell, count) in table.counts().iter().enumerate() {
                let place = Place { table: table.title().to_owned(), cell: label(table.dimensions(), cell) };
                let narrowed = identity(table.dimensions(), cell);
                let margins = table.dimensions().len().saturating_sub(narrowed.len()) as u64;
                let entry = found
                    .entry(Key::new(population, table.editions(), narrowed))
                    .or_insert_with(|| (place.clone(), *count, cost.of(*count, margins)));
                if entry.1 != *count {
                    return Err(Refusal::Disagrees { table: place.table, cell: place.cell });
                }
                entry.0 = place.min(entry.0.clone());
                entry.2 = entry.2.max(cost.of(*count, margins));
            }
        }
        for (key, (place, truth, weight)) in found {
            // Of all editions alike, so that what covers for a cell once covers for it again.
            let words = format!("{}\n{:?}", key.population, key.narrowed);
            pack.cells.push(Fresh { truth, weight, draw: seed.draw(&words) });
            pack.places.push(place);
            pack.keys.insert(key, pack.keys.len());
        }
        let mut sums = BTreeSet::new();
        for table in tables {
            let places = pack.places_of(table);
            pack.has_parts |= table.dimensions().iter().any(Dimension::is_part_of_a_whole);
            pack.balances.extend(table.balances().iter().cloned());
            for (cell, place) in places.iter().enumerate() {
                let narrowed = identity(table.dimensions(), cell);
                if table.is_kept_hidden(&narrowed) {
                    pack.kept.insert(*place);
                }
                if table.is_known_none(&narrowed) && table.counts().get(cell) == Some(&0) {
                    pack.none.insert(*place);
                }
            }
            for line in lines(table.dimensions()) {
                let at = |cell: usize| places.get(cell).copied();
                let mut parts: Vec<usize> = line.parts.iter().filter_map(|part| at(*part)).collect();
                parts.sort_unstable();
                sums.extend(at(line.total).map(|total| Sum { total, parts, harmless: line.harmless }));
            }
        }
        pack.sums = sums.into_iter().collect();
        Ok(pack)
    }

    /// Where each cell of a table stands among the cells of the pack.
    pub fn places_of(&self, table: &Table) -> Vec<usize> {
        (0..table.counts().len())
            .filter_map(|cell| {
                self.keys.get(&Key::new(table.population(), table.editions(), identity(table.dimensions(), cell))).copied()
            })
            .collect()
    }

    /// The least that is known of a cell once it is hidden.
    pub fn why(&self, cell: usize, profile: &Profile) -> Why {
        match self.cells.get(cell).map_or(0, |fresh| fresh.truth) {
            0 => Why::None,
            count if count <= profile.hidden_to() => Why::Small,
            _ => Why::Cover,
        }
    }
}

pub(crate) fn range_of(why: Why, hidden_to: u32) -> Range {
    let limit = i64::from(hidden_to);
    match why {
        Why::Small => (1, limit),
        Why::SmallOrNone | Why::None => (0, limit),
        Why::Cover => (0, OPEN),
    }
}

/// What must stay open about a hidden cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Want {
    /// It may be as low as 1 and as high as this.
    Cover(i64),
    /// It may have at least this many values.
    Width(i64),
    /// A difference: none, or beyond `small` either way, or at least `open` values.
    Difference { small: i64, open: i64 },
}

/// What one audience knows. The fresh cells come first, in the order of the pack.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub places: Vec<Place>,
    /// What releases that are out say of each cell; anything for one that is only fresh.
    pub known: Vec<Range>,
    pub rows: Vec<Row>,
    /// What earlier releases hid from this audience, and the differences to guard.
    pub wants: BTreeMap<usize, Want>,
    /// The pack is made for this audience, so that its hidden cells must hold here.
    pub own: bool,
    pub profile: Profile,
    /// The true counts of the fresh cells.
    pub truths: Vec<i64>,
    /// This audience has read something before.
    pub has_read: bool,
}

impl World {
    pub fn new(pack: &Pack, profile: &Profile, earlier: &[Release], audience: Audience) -> Result<World, Refusal> {
        let mut keys = pack.keys.clone();
        let own = profile.audience() == audience;
        let readable = || earlier.iter().filter(|release| release.profile.audience() >= audience);
        // How editions hang together is as this audience was told, and else as the others were.
        let mut series = if own { pack.series.clone() } else { BTreeMap::new() };
        let theirs = readable().filter(|release| release.profile.audience() == audience);
        for Release { population, .. } in theirs.chain(readable()) {
            series.entry((population.name.clone(), population.edition)).or_insert(population.series);
        }
        for (edition, kind) in &pack.series {
            series.entry(edition.clone()).or_insert(*kind);
        }
        let mut balances = pack.balances.clone();
        let mut world = World {
            places: pack.places.clone(),
            known: (0..pack.cells.len()).map(|cell| if pack.none.contains(&cell) { (0, 0) } else { (0, OPEN) }).collect(),
            rows: pack.sums.iter().map(|sum| sum_row(sum.total, &sum.parts)).collect(),
            wants: BTreeMap::new(),
            own,
            profile: *profile,
            truths: pack.cells.iter().map(|fresh| i64::from(fresh.truth)).collect(),
            has_read: readable().next().is_some(),
        };
        let mut rows = BTreeSet::new();
        for release in readable() {
            balances.extend(release.balances.iter().cloned());
            let mut places = Vec::new();
            for (cell, shown) in release.cells.iter().enumerate() {
                let key = Key::new(&release.population, &release.editions, identity(&release.dimensions, cell));
                let place = *keys.entry(key).or_insert_with(|| {
                    world.places.push(Place { table: release.title.clone(), cell: label(&release.dimensions, cell) });
                    world.known.push((0, OPEN));
                    world.known.len() - 1
                });
                places.push(place);
                let range = match shown {
                    Shown::Number(number) => release.profile.stands_for(*number),
                    Shown::Hidden(why) => range_of(*why, release.profile.hidden_to()),
                };
                if let Some(known) = world.known.get_mut(place) {
                    *known = meet(*known, range);
                }
                if let (Shown::Hidden(why), true) = (shown, release.profile.audience() == audience) {
                    world.wants.insert(place, want_of(*why, release.profile.hidden_to()));
                }
            }
            for line in lines(&release.dimensions) {
                let at = |cell: usize| places.get(cell).copied();
                let mut parts: Vec<usize> = line.parts.iter().filter_map(|part| at(*part)).collect();
                parts.sort_unstable();
                rows.extend(at(line.total).map(|total| sum_row(total, &parts)));
            }
        }
        world.rows.extend(rows);
        // A count that is printed nowhere is in the sum all the same: two sums with one such count say what the rest of them is.
        let mut unprinted: BTreeMap<Key, usize> = BTreeMap::new();
        for balance in &balances {
            let row = balance_row(balance, |key| {
                keys.get(&key).copied().unwrap_or_else(|| {
                    *unprinted.entry(key).or_insert_with(|| {
                        world.places.push(Place::default());
                        world.known.push((0, OPEN));
                        world.known.len() - 1
                    })
                })
            });
            world.rows.push(row);
        }
        world.rows.sort();
        world.rows.dedup();
        // Changes are guarded as this audience's own tables are.
        let theirs = earlier.iter().rev().map(|release| release.profile).find(|earlier| earlier.audience() == audience);
        let guard = if world.own { *profile } else { theirs.unwrap_or(*profile) };
        world.differences(&keys, &series, guard);
        Ok(world)
    }

    /// Adds the difference between any two editions of a series, cell by cell, as a cell that is never printed: far ones may differ by
    /// few where neighbours are hidden, and a new edition can narrow what was known of the change between two earlier.
    fn differences(&mut self, keys: &BTreeMap<Key, usize>, series: &BTreeMap<(String, u32), Series>, guard: Profile) {
        type Categories = [(String, String)];
        let mut editions: BTreeMap<(&str, &Categories), Vec<(u32, usize)>> = BTreeMap::new();
        for (key, cell) in keys {
            editions.entry((&key.population, &key.narrowed)).or_default().push((key.edition, *cell));
        }
        let want = Want::Difference { small: i64::from(guard.hidden_to()), open: guard.open_difference() };
        for ((population, _), cells) in editions {
            for (at, (edition, cell)) in cells.iter().enumerate() {
                let kind = series.get(&(population.to_owned(), *edition)).copied().unwrap_or(Series::Apart);
                for (_, before) in cells.iter().take(at).filter(|_| kind != Series::Apart) {
                    let difference = self.known.len();
                    self.known.push((if kind == Series::Cumulative { 0 } else { -OPEN }, OPEN));
                    self.rows.push(Row { terms: vec![(*before, -1), (*cell, 1), (difference, -1)] });
                    self.places.push(self.places.get(*cell).cloned().unwrap_or_default());
                    self.wants.insert(difference, want);
                }
            }
        }
    }

    /// What the audience knows of each cell by itself, once the pack is printed so.
    pub fn bounds(&self, statuses: &[Status]) -> Vec<Range> {
        let mut bounds = self.known.clone();
        for ((bound, status), truth) in bounds.iter_mut().zip(statuses).zip(&self.truths) {
            *bound = meet(*bound, self.printed(*status, *truth));
        }
        bounds
    }

    /// What one printed cell says.
    pub fn printed(&self, status: Status, truth: i64) -> Range {
        match status {
            Status::Shown => self.profile.stands_for(self.profile.printed(u32::try_from(truth).unwrap_or(0))),
            Status::Hidden(why) => range_of(why, self.profile.hidden_to()),
        }
    }

    /// What must stay open, given what the pack hides.
    pub fn all_wants(&self, statuses: &[Status]) -> BTreeMap<usize, Want> {
        let mut wants = self.wants.clone();
        if self.own {
            for (cell, status) in statuses.iter().enumerate() {
                if let Status::Hidden(why) = status {
                    wants.entry(cell).or_insert(want_of(*why, self.profile.hidden_to()));
                }
            }
        }
        wants
    }
}

fn want_of(why: Why, hidden_to: u32) -> Want {
    match why {
        Why::Small | Why::SmallOrNone => Want::Cover(i64::from(hidden_to)),
        Why::None | Why::Cover => Want::Width(i64::from(hidden_to)),
    }
}

fn balance_row(balance: &Balance, mut cell_of: impl FnMut(Key) -> usize) -> Row {
    let term = |term: &crate::table::Term| {
        let mut narrowed = term.narrowed.clone();
        narrowed.sort();
        let key = Key { population: term.population.clone(), edition: term.edition, narrowed };
        (cell_of(key), term.times)
    };
    Row { terms: balance.terms.iter().map(term).collect() }
}

fn sum_row(total: usize, parts: &[usize]) -> Row {
    let mut terms: Vec<(usize, i64)> = parts.iter().map(|part| (*part, 1)).collect();
    terms.push((total, -1));
    Row { terms }
}
