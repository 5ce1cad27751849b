//! The search for what to hide: attack, hide more, attack again; then show what need not be hidden.

use crate::attack::{Attack, Lacks, base, contradicts};
use crate::exact::least;
use crate::model::NotFound;
use crate::primary::primary;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::release::Why;
use crate::secondary::{Candidate, Covers, widened};
use crate::world::{Pack, Place, Status, World, range_of};
use std::collections::{BTreeMap, BTreeSet};

/// How many cells are covered for before the attack is made again.
const MOST_AT_ONCE: usize = 6;

/// The search for what to hide, in every world that will read it.
pub(crate) struct Search<'a> {
    pack: &'a Pack,
    worlds: &'a [World],
    witnesses: Vec<Vec<Vec<i64>>>,
    statuses: Vec<Status>,
    primary: BTreeSet<usize>,
    /// Hidden for readers' guesses, and let go where they cannot be safe.
    kept: BTreeSet<usize>,
    candidates: BTreeMap<usize, Candidate>,
}

impl<'a> Search<'a> {
    pub fn new(pack: &'a Pack, profile: &Profile, worlds: &'a [World]) -> Result<Search<'a>, Refusal> {
        let mut witnesses = Vec::new();
        for world in worlds {
            let start = base(world).map_err(|cell| contradicts(world, cell))?;
            witnesses.push(vec![start]);
        }
        // A number that this audience has seen stays shown: hiding it now would only say that it is telling.
        let out: BTreeSet<usize> = (0..pack.cells.len())
            .filter(|cell| worlds.first().and_then(|world| world.known.get(*cell)).is_some_and(|(low, high)| low == high))
            .collect();
        let held: BTreeSet<usize> = match worlds.first() {
            Some(world) => world.wants.keys().copied().filter(|cell| *cell < pack.cells.len()).collect(),
            None => BTreeSet::new(),
        };
        // What is to stay hidden is hidden as what was hidden before is, with the zeros above it, but may be let go.
        let first = primary(pack, profile, &out, &held.union(&pack.kept).copied().filter(|cell| !out.contains(cell)).collect());
        let on_its_own = primary(pack, profile, &out, &held);
        let is_total: BTreeSet<usize> = pack.sums.iter().map(|sum| sum.total).collect();
        let candidates = pack.cells.iter().enumerate().filter(|(cell, fresh)| {
            let zero = fresh.truth == 0 && (first.dead.contains(cell) || is_total.contains(cell));
            !zero && !out.contains(cell)
        });
        let candidates = candidates
            .map(|(cell, fresh)| {
                // The draw decides only among what costs the same.
                let draw = fresh.draw as f64 / u64::MAX as f64;
                let cost = fresh.weight as f64 * (1.0 + draw / 64.0);
                (cell, Candidate { hidden: range_of(pack.why(cell, profile), profile.hidden_to()), cost })
            })
            .collect();
        let is_kept = |cell: &usize| {
            first.statuses.get(*cell) != Some(&Status::Shown) && on_its_own.statuses.get(*cell) == Some(&Status::Shown)
        };
        let kept: BTreeSet<usize> = (0..pack.cells.len()).filter(|cell| is_kept(cell) && !held.contains(cell)).collect();
        let primary = BTreeSet::new();
        let mut search = Search { pack, worlds, witnesses, statuses: first.statuses, primary, kept, candidates };
        for cell in held {
            search.hide(cell);
        }
        search.primary = (0..search.statuses.len()).filter(|cell| search.statuses.get(*cell) != Some(&Status::Shown)).collect();
        Ok(search)
    }

    fn hide(&mut self, cell: usize) {
        let Some(profile) = self.worlds.first().map(|world| world.profile) else { return };
        let why = self.pack.why(cell, &profile);
        if let Some(status) = self.statuses.get_mut(cell).filter(|status| **status == Status::Shown) {
            *status = Status::Hidden(why);
        }
    }

    /// What to print of each cell.
    pub fn run(mut self) -> Result<Vec<Status>, Refusal> {
        let primary = self.statuses.clone();
        self.add()?;
        self.clean();
        if let ([world], Some(witnesses)) = (self.worlds, self.witnesses.first()) {
            let extra: Vec<usize> =
                (0..self.statuses.len()).filter(|cell| self.statuses.get(*cell) != primary.get(*cell)).collect();
            let best = self.cost(&extra);
            if let Some(least) = least(world, self.pack, &primary, &self.candidates, witnesses, best) {
                self.statuses = least;
            }
        }
        Ok(self.statuses)
    }

    /// Hides more until every world's attack fails.
    fn add(&mut self) -> Result<(), Refusal> {
        loop {
            let mut changed = false;
            for place in 0..self.worlds.len() {
                changed |= self.add_in(place)?;
            }
            if !changed {
                return Ok(());
            }
        }
    }

    fn add_in(&mut self, place: usize) -> Result<bool, Refusal> {
        let mut changed = false;
        while let Some(world) = self.worlds.get(place) {
            let bounds = world.bounds(&self.statuses);
            let held = self.witnesses.get_mut(place).map(std::mem::take).unwrap_or_default();
            let mut attack = Attack::new(world, bounds.clone(), world.all_wants(&self.statuses), held);
            let unmet = attack.unmet(false);
            let witnesses = std::mem::take(&mut attack.witnesses);
            if let Some(slot) = self.witnesses.get_mut(place) {
                *slot = witnesses;
            }
            if unmet.is_empty() {
                break;
            }
            let wide = widened(world, &self.statuses, &bounds, &self.candidates);
            let mut covers = Covers::new(world, &wide);
            let (mut more, mut useless, mut told_less) = (BTreeSet::new(), BTreeSet::new(), false);
            // A few at a time: what covers for one often covers for the next, which the next attack will show.
            for lacking in unmet.iter().take(MOST_AT_ONCE) {
                // What others were not told, and this pack would tell: hidden here too.
                if self.statuses.get(lacking.cell) == Some(&Status::Shown) && self.candidates.contains_key(&lacking.cell) {
                    more.insert(lacking.cell);
                    continue;
                }
                let mut cover = |value: &i64| covers.cover(world, (&bounds, &wide), &self.candidates, lacking.cell, *value);
                let found: Vec<_> = match &lacking.lacks {
                    Lacks::All(values) => values.iter().map(cover).collect(),
                    Lacks::More { now: (low, high), values } => {
                        // All in one step where that can be, and otherwise by one.
                        let mut way = |far: i64, near: i64| cover(&far).or_else(|_| cover(&near));
                        let mut ways = vec![way(high + values, high + 1), way(low - values, low - 1)];
                        // Only the cheaper way is taken; one that costs nothing has been tried by the attack, and was no way.
                        let cost = |way: &Result<BTreeSet<usize>, NotFound>| match way {
                            Ok(cells) if !cells.is_empty() => self.cost(cells),
                            _ => f64::INFINITY,
                        };
                        ways.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
                        ways.truncate(if ways.iter().any(Result::is_ok) { 1 } else { 2 });
                        ways
                    }
                };
                let hopeless = match &lacking.lacks {
                    Lacks::All(_) => found.contains(&Err(NotFound::Impossible)),
                    Lacks::More { .. } => found.iter().all(|way| *way == Err(NotFound::Impossible)),
                };
                let bound = self.primary.contains(&lacking.cell) && !self.kept.contains(&lacking.cell);
                if hopeless && (bound || lacking.cell >= self.pack.cells.len()) {
                    if !self.tell_less(world, lacking.cell) {
                        return Err(too_fine(world, lacking.cell));
                    }
                    told_less = true;
                } else if hopeless {
                    useless.insert(lacking.cell);
                }
                more.extend(found.into_iter().flatten().flatten());
            }
            // A cell that cannot be safe however much is hidden is no cover: it is shown, and not hidden again.
            for cell in &useless {
                self.candidates.remove(cell);
                if let Some(status) = self.statuses.get_mut(*cell) {
                    *status = Status::Shown;
                }
            }
            if more.is_empty() && useless.is_empty() && !told_less {
                let cell = unmet.first().map_or(0, |lacking| lacking.cell);
                more = self.neighbour(world, cell);
                if more.is_empty() && !self.tell_less(world, cell) {
                    return Err(too_fine(world, cell));
                }
            }
            for cell in more.difference(&useless) {
                self.hide(*cell);
            }
            changed = true;
        }
        Ok(changed)
    }

    /// Where what was released before leaves no other way, a small number is guarded as any hidden number is, and the attack no
    /// longer told that it is small: a year of two, whose quarters were each printed `[c]` for one, can no longer be one. First
    /// the cell itself, then those that stand in a sum with it. Says whether any was told before.
    fn tell_less(&mut self, world: &World, cell: usize) -> bool {
        let is_told = |status: Option<&Status>| matches!(status, Some(Status::Hidden(Why::Small | Why::SmallOrNone | Why::None)));
        let near = world.rows.iter().filter(|row| row.terms.iter().any(|(other, _)| *other == cell));
        let near: BTreeSet<usize> = near.flat_map(|row| row.terms.iter().map(|(other, _)| *other)).collect();
        let told: Vec<usize> = if is_told(self.statuses.get(cell)) {
            vec![cell]
        } else {
            near.into_iter().filter(|other| is_told(self.statuses.get(*other))).collect()
        };
        // Within one audience only where years are made of quarters: a series of editions keeps to the whole rule, or is refused.
        let may = world.has_read && (!world.own || self.pack.has_parts);
        for other in told.iter().filter(|_| may) {
            if let Some(status) = self.statuses.get_mut(*other) {
                *status = Status::Hidden(Why::Cover);
            }
        }
        may && !told.is_empty()
    }

    fn cost<'c>(&self, cells: impl IntoIterator<Item = &'c usize>) -> f64 {
        cells.into_iter().filter_map(|cell| self.candidates.get(cell)).map(|candidate| candidate.cost).sum()
    }

    /// Where fractions open a cell but no whole table does, or one end needs another way: the cheapest shown cell in a sum with it, or
    /// failing that the cheapest of all.
    fn neighbour(&self, world: &World, cell: usize) -> BTreeSet<usize> {
        let shown = |place: &usize| self.statuses.get(*place) == Some(&Status::Shown);
        let cost = |place: &usize| self.candidates.get(place).map(|candidate| candidate.cost);
        let near = world.rows.iter().filter(|row| row.terms.iter().any(|(other, _)| *other == cell));
        let near: BTreeSet<usize> = near.flat_map(|row| row.terms.iter().map(|(other, _)| *other)).collect();
        let cheapest = |places: &mut dyn Iterator<Item = usize>| {
            places
                .filter(|place| shown(place))
                .filter_map(|place| cost(&place).map(|cost| (place, cost)))
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .map(|(place, _)| place)
        };
        cheapest(&mut near.into_iter()).or_else(|| cheapest(&mut self.candidates.keys().copied())).into_iter().collect()
    }

    /// Shows again, the dearest first, what need not have been hidden.
    fn clean(&mut self) {
        let worlds = self.worlds;
        let mut extra: Vec<usize> = (0..self.statuses.len())
            .filter(|cell| !self.primary.contains(cell) && self.statuses.get(*cell) != Some(&Status::Shown))
            .collect();
        let cost = |cell: &usize| self.candidates.get(cell).map_or(0.0, |candidate| candidate.cost);
        extra.sort_by(|a, b| cost(b).total_cmp(&cost(a)));
        let attack = |(world, witnesses): (&'a World, &Vec<Vec<i64>>), statuses: &[Status]| {
            Attack::new(world, world.bounds(statuses), world.all_wants(statuses), witnesses.clone())
        };
        let mut attacks: Vec<Attack<'_>> = worlds.iter().zip(&self.witnesses).map(|both| attack(both, &self.statuses)).collect();
        for cell in extra {
            let truth = self.pack.cells.get(cell).map_or(0, |fresh| i64::from(fresh.truth));
            let mut trials: Vec<Attack<'_>> = worlds
                .iter()
                .zip(&attacks)
                .map(|(world, attack)| attack.narrowed(cell, world.printed(Status::Shown, truth)))
                .collect();
            if trials.iter_mut().all(|trial| trial.unmet(true).is_empty()) {
                attacks = trials;
                if let Some(status) = self.statuses.get_mut(cell) {
                    *status = Status::Shown;
                }
            }
        }
    }
}

fn too_fine(world: &World, cell: usize) -> Refusal {
    let Place { table, cell } = world.places.get(cell).cloned().unwrap_or_default();
    Refusal::TooFine { table, cell }
}
