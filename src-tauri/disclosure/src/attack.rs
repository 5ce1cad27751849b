//! The attack: how closely each hidden cell is known to somebody who has read everything.
//!
//! The attacker has every shown number, every sum between cells, every earlier release, the difference between editions, and is told
//! more than is printed: of each hidden cell, whether it is small or larger (Fischetti and Salazar-González, *Models and algorithms
//! for optimizing cell suppression in tabular data*, JASA 95, 2000, set out the attacker's problem; telling the kind is ours).
//!
//! A cell is safe at an end of its interval when a **witness** is held: a whole-number table that agrees with all that was published
//! and has the cell there. So safety never rests on the solver's word or on fractions that no table of people can have.

use crate::model::{Groups, Model};
use crate::profile::Audience;
use crate::refusal::Refusal;
use crate::release::Release;
use crate::world::{OPEN, Pack, Place, Range, Row, Want, World, meet};
use std::collections::BTreeMap;

/// What is known of one hidden cell, or of the difference of a cell from an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The table's title.
    pub table: String,
    /// The cell's headings.
    pub cell: String,
    /// It is the change since an earlier edition that is known so, not the cell.
    pub change: bool,
    /// The least that it can be.
    pub lowest: i64,
    /// The most that it can be; `None` where nothing bounds it below a thousand million.
    pub highest: Option<i64>,
    /// The interval is narrower than the rule allows.
    pub too_close: bool,
}

/// Attacks releases that stand together, as `audience` reads them: every cell hidden from it and every change between editions.
/// An answer is for the authority's eyes: it is what the releases were meant to keep.
pub fn attack(releases: &[Release], audience: Audience) -> Result<Vec<Known>, Refusal> {
    let Some(profile) = releases.iter().rev().map(|release| release.profile).find(|profile| profile.audience() == audience) else {
        return Ok(Vec::new());
    };
    let world = World::new(&Pack::default(), &profile, releases, audience)?;
    let start = base(&world).map_err(|cell| contradicts(&world, cell))?;
    let mut attack = Attack::new(&world, &world.known, &world.wants, vec![start]);
    let mut found = Vec::new();
    for (cell, want) in &world.wants {
        let too_close = attack.check(*cell, *want).is_some();
        let (lowest, high) = attack.interval(*cell);
        let Place { table, cell } = world.places.get(*cell).cloned().unwrap_or_default();
        let highest = (high < FAR).then_some(high);
        found.push(Known { table, cell, change: matches!(want, Want::Difference { .. }), lowest, highest, too_close });
    }
    Ok(found)
}

/// Refuses releases in which a hidden cell, or a change between editions, is known too closely.
pub fn audit(releases: &[Release], audience: Audience) -> Result<(), Refusal> {
    let Some(profile) = releases.iter().rev().map(|release| release.profile).find(|profile| profile.audience() == audience) else {
        return Ok(());
    };
    let world = World::new(&Pack::default(), &profile, releases, audience)?;
    let start = base(&world).map_err(|cell| contradicts(&world, cell))?;
    match Attack::new(&world, &world.known, &world.wants, vec![start]).unmet(true).first() {
        Some(unmet) => {
            let Place { table, cell } = world.places.get(unmet.cell).cloned().unwrap_or_default();
            Err(Refusal::KnownTooClosely { table, cell })
        }
        None => Ok(()),
    }
}

pub(crate) fn contradicts(world: &World, cell: usize) -> Refusal {
    let Place { table, cell } = world.places.get(cell).cloned().unwrap_or_default();
    Refusal::Contradicts { table, cell }
}

/// Beyond this an interval is called open.
const FAR: i64 = OPEN / 2;

/// The attack on one way of printing a pack.
pub(crate) struct Attack<'a> {
    world: &'a World,
    bounds: &'a [Range],
    wants: &'a BTreeMap<usize, Want>,
    groups: Groups,
    /// Whole tables that agree with all that is published.
    pub witnesses: Vec<Vec<i64>>,
    seen: Vec<Range>,
}

/// What is still too closely known, and the values that would open it: reaching all of one list is enough.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unmet {
    pub cell: usize,
    pub reach: Vec<Range>,
}

impl<'a> Attack<'a> {
    /// `witnesses` may come from an attack on another way of printing; those that no longer agree are dropped. The first is kept
    /// whatever it says: it is the base, which agrees with all.
    pub fn new(world: &'a World, bounds: &'a [Range], wants: &'a BTreeMap<usize, Want>, witnesses: Vec<Vec<i64>>) -> Attack<'a> {
        let mut attack = Attack { world, bounds, wants, groups: Groups::new(bounds, &world.rows), witnesses: Vec::new(), seen: Vec::new() };
        for witness in witnesses {
            let agrees = witness.iter().zip(bounds).all(|(value, (low, high))| low <= value && value <= high);
            if agrees {
                attack.keep(witness);
            }
        }
        attack
    }

    fn keep(&mut self, witness: Vec<i64>) {
        if self.seen.is_empty() {
            self.seen = witness.iter().map(|value| (*value, *value)).collect();
        }
        for (seen, value) in self.seen.iter_mut().zip(&witness) {
            *seen = (seen.0.min(*value), seen.1.max(*value));
        }
        self.witnesses.push(witness);
    }

    fn seen(&self, cell: usize) -> Range {
        self.seen.get(cell).copied().unwrap_or((0, 0))
    }

    fn bound(&self, cell: usize) -> Range {
        self.bounds.get(cell).copied().unwrap_or((0, 0))
    }

    /// Whether a table agrees with all that is published and has the cell in the range; it is kept as a witness.
    fn reach(&mut self, cell: usize, range: Range, lean: f64) -> bool {
        let seen = self.seen(cell);
        if self.witnesses.is_empty() {
            return false;
        }
        if range.0 <= seen.0 && seen.0 <= range.1 || range.0 <= seen.1 && seen.1 <= range.1 {
            return true;
        }
        let Some(group) = self.groups.group_of(cell) else { return false };
        let (Some(cells), Some(joined)) = (self.groups.members.get(group), self.groups.rows.get(group)) else { return false };
        let mut leaning = BTreeMap::from([(cell, lean)]);
        for (other, want) in self.wants.iter().filter(|(other, _)| **other != cell && self.groups.group_of(**other) == Some(group)) {
            let (low, high) = self.seen(*other);
            if let Want::Cover(limit) = want {
                if high < *limit && lean > 0.0 {
                    leaning.insert(*other, 1.0);
                } else if low > 1 {
                    leaning.insert(*other, -1.0);
                }
            }
        }
        let range = meet(range, self.bound(cell));
        let model = Model { bounds: self.bounds, rows: &self.world.rows, cells, joined };
        let Some(point) = model.point(cell, range, &leaning) else { return false };
        let mut witness = self.witnesses.first().cloned().unwrap_or_default();
        for (cell, value) in point {
            if let Some(slot) = witness.get_mut(cell) {
                *slot = value;
            }
        }
        self.keep(witness);
        true
    }

    /// Widens what has been seen of a cell until it has `width` values or can go no further.
    fn widen(&mut self, cell: usize, width: i64) -> Range {
        loop {
            let (low, high) = self.seen(cell);
            let more = width - (high - low + 1);
            if more <= 0 || !(self.reach(cell, (high + 1, high + more), 1.0) || self.reach(cell, (low - more, low - 1), -1.0)) {
                return (low, high);
            }
        }
    }

    /// What a want still lacks, if anything.
    pub fn check(&mut self, cell: usize, want: Want) -> Option<Unmet> {
        match want {
            Want::Cover(limit) => {
                let low = self.reach(cell, (0, 1), -1.0);
                let high = self.reach(cell, (limit, limit), 1.0);
                let reach = [(!low).then_some((0, 1)), (!high).then_some((limit, limit))];
                let reach: Vec<Range> = reach.into_iter().flatten().collect();
                (!reach.is_empty()).then_some(Unmet { cell, reach })
            }
            Want::Width(width) => {
                let (low, high) = self.widen(cell, width);
                let more = width - (high - low + 1);
                (more > 0).then(|| Unmet { cell, reach: vec![(high + more, high + more)] })
            }
            Want::Difference { small, open } => {
                let (low, high) = self.seen(cell);
                let fixed = self.bound(cell).0 == self.bound(cell).1 || self.groups.group_of(cell).is_none();
                let (low, high) = if fixed { (low, high) } else { self.widen(cell, open) };
                let more = open - (high - low + 1);
                let telling = (low, high) != (0, 0) && low <= small && high >= -small;
                let reach = if high + more > 0 || low <= 0 { (high + more, high + more) } else { (low - more, low - more) };
                (more > 0 && telling).then(|| Unmet { cell, reach: vec![reach] })
            }
        }
    }

    /// Everything that is known more closely than the rule allows; or only the first.
    pub fn unmet(&mut self, only_first: bool) -> Vec<Unmet> {
        let mut unmet = Vec::new();
        let wants = self.wants;
        for (cell, want) in wants {
            unmet.extend(self.check(*cell, *want));
            if only_first && !unmet.is_empty() {
                break;
            }
        }
        unmet
    }

    /// The interval in which a cell is known to lie, each end attained by a whole table.
    fn interval(&mut self, cell: usize) -> Range {
        for way in [1.0, -1.0] {
            let mut step = 1;
            while step > 0 {
                let (low, high) = self.seen(cell);
                let (bound, end) = if way > 0.0 { (self.bound(cell).1, high) } else { (self.bound(cell).0, low) };
                let ahead = if way > 0.0 { (high + step, bound.min(FAR)) } else { (bound.max(-FAR), low - step) };
                let found = end.abs() < FAR && self.reach(cell, ahead, way);
                // Twice as far while that succeeds, and half as far when it fails, until a step of one fails.
                step = if found { (step * 2).min(FAR) } else { step / 2 };
            }
        }
        self.seen(cell)
    }
}

/// A whole table that agrees with the bounds and every sum, with which each attack begins: the true counts of the fresh cells, and for
/// cells whose count is not remembered any that fits.
pub(crate) fn base(world: &World) -> Result<Vec<i64>, usize> {
    let mut bounds = world.known.clone();
    for (place, (bound, truth)) in bounds.iter_mut().zip(&world.truths).enumerate() {
        if *truth < bound.0 || *truth > bound.1 {
            return Err(place);
        }
        *bound = (*truth, *truth);
    }
    settle(&mut bounds, world)?;
    let groups = Groups::new(&bounds, &world.rows);
    let mut point: Vec<i64> = bounds.iter().map(|(low, _)| *low).collect();
    for (cells, joined) in groups.members.iter().zip(&groups.rows) {
        let Some(first) = cells.first().copied() else { continue };
        let range = bounds.get(first).copied().unwrap_or((0, 0));
        let model = Model { bounds: &bounds, rows: &world.rows, cells, joined };
        for (cell, value) in model.point(first, range, &BTreeMap::new()).ok_or(first)? {
            if let Some(slot) = point.get_mut(cell) {
                *slot = value;
            }
        }
    }
    let adds_up = |row: &&Row| row.terms.iter().map(|(cell, by)| by * point.get(*cell).copied().unwrap_or(0)).sum::<i64>() == 0;
    match world.rows.iter().find(|row| !adds_up(row)) {
        Some(row) => Err(row.terms.first().map_or(0, |(cell, _)| *cell)),
        None => Ok(point),
    }
}

/// Fixes each cell that is the only one left open in a sum, so that differences between known cells need no solver.
pub(crate) fn settle(bounds: &mut [Range], world: &World) -> Result<(), usize> {
    loop {
        let mut moved = false;
        for row in &world.rows {
            let free = |cell: usize| bounds.get(cell).is_some_and(|(low, high)| low < high);
            let mut open = row.terms.iter().filter(|(cell, _)| free(*cell));
            let (Some((cell, by)), None) = (open.next(), open.next()) else { continue };
            let rest: i64 = row.terms.iter().filter(|(other, _)| other != cell).map(|(other, by)| by * bounds.get(*other).map_or(0, |(low, _)| *low)).sum();
            if let Some(bound) = bounds.get_mut(*cell) {
                let value = -rest / by;
                if value < bound.0 || value > bound.1 {
                    return Err(*cell);
                }
                *bound = (value, value);
                moved = true;
            }
        }
        if !moved {
            return Ok(());
        }
    }
}
