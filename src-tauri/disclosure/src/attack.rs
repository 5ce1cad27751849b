//! The attack: how closely each hidden cell is known to somebody who has read everything.
//!
//! The attacker has every shown number, every sum between cells, every earlier release, the difference between editions, and is told
//! more than is printed: which hidden cells are small. (Fischetti and Salazar-González, *Models and algorithms for optimizing cell
//! suppression in tabular data*, JASA 95, 2000, set out the attacker's problem; telling the kind is ours.)
//!
//! A cell is safe at an end of its interval when a **witness** is held: a whole-number table that agrees with all that was published
//! and has the cell there. So safety never rests on the solver's word or on fractions that no table of people can have. Only that a change
//! is none, or large, rests on the solver's proof that it can be nothing else.

use crate::model::{Groups, Model, NotFound, Prepared};
use crate::profile::Audience;
use crate::refusal::Refusal;
use crate::release::Release;
use crate::world::{OPEN, Pack, Place, Range, Row, Want, World, meet};
use std::collections::BTreeMap;
use std::rc::Rc;

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
    let Some(profile) = releases.iter().rev().map(|release| release.profile).find(|profile| profile.audience() == audience)
    else {
        return Ok(Vec::new());
    };
    let world = World::new(&Pack::default(), &profile, releases, audience)?;
    let start = base(&world).map_err(|cell| contradicts(&world, cell))?;
    let mut attack = Attack::new(&world, world.known.clone(), world.wants.clone(), vec![start]);
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
    let Some(profile) = releases.iter().rev().map(|release| release.profile).find(|profile| profile.audience() == audience)
    else {
        return Ok(());
    };
    let world = World::new(&Pack::default(), &profile, releases, audience)?;
    let start = base(&world).map_err(|cell| contradicts(&world, cell))?;
    match Attack::new(&world, world.known.clone(), world.wants.clone(), vec![start]).unmet(true).first() {
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
#[derive(Clone)]
pub(crate) struct Attack<'a> {
    world: &'a World,
    bounds: Vec<Range>,
    wants: BTreeMap<usize, Want>,
    groups: Rc<Groups>,
    /// For each group, solved with its small cells leaning up, and leaning down.
    prepared: BTreeMap<(usize, Way), Result<Prepared, NotFound>>,
    /// Whole tables that agree with all that is published. The first is the base.
    pub witnesses: Vec<Vec<i64>>,
    seen: Vec<Range>,
    /// The solver gave up on something since this was last cleared.
    unsure: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Up,
    Down,
}

/// What is still too closely known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unmet {
    pub cell: usize,
    pub lacks: Lacks,
}

/// What must become possible to open a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lacks {
    /// Each of these values.
    All(Vec<i64>),
    /// So many more values, above or below those that are possible now.
    More { now: Range, values: i64 },
}

impl<'a> Attack<'a> {
    /// `witnesses` may come from an attack on another way of printing; those that no longer agree are dropped. The first agrees always.
    pub fn new(world: &'a World, mut bounds: Vec<Range>, wants: BTreeMap<usize, Want>, witnesses: Vec<Vec<i64>>) -> Attack<'a> {
        // There is a witness, so that no sum can be at odds with the bounds.
        settle(&mut bounds, world).ok();
        let groups = Rc::new(Groups::new(&bounds, &world.rows));
        let mut attack = Attack {
            world,
            bounds,
            wants,
            groups,
            prepared: BTreeMap::new(),
            witnesses: Vec::new(),
            seen: Vec::new(),
            unsure: false,
        };
        attack.keep_agreeing(witnesses);
        attack
    }

    /// The same with one cell printed more closely, and nothing wanted of it any more.
    pub fn narrowed(&self, cell: usize, range: Range) -> Attack<'a> {
        let mut attack = self.clone();
        if let Some(bound) = attack.bounds.get_mut(cell) {
            *bound = meet(*bound, range);
        }
        attack.wants.remove(&cell);
        if let Some(group) = self.groups.group_of(cell) {
            for way in [Way::Up, Way::Down] {
                if let Some(prepared) = attack.prepared.get_mut(&(group, way)) {
                    *prepared = prepared.as_ref().map_err(|reason| *reason).and_then(|prepared| prepared.narrowed(cell, range));
                }
            }
        }
        let witnesses = std::mem::take(&mut attack.witnesses);
        attack.keep_agreeing(witnesses);
        attack
    }

    fn keep_agreeing(&mut self, witnesses: Vec<Vec<i64>>) {
        self.seen.clear();
        for witness in witnesses {
            if witness.iter().zip(&self.bounds).all(|(value, (low, high))| low <= value && value <= high) {
                self.keep(witness);
            }
        }
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

    /// Whether a table agrees with all that is published and has the cell that low or that high; it is kept as a witness.
    fn reach(&mut self, cell: usize, value: i64) -> bool {
        let ((low, high), bound) = (self.seen(cell), self.bound(cell));
        if low <= value && value <= high {
            return true;
        }
        let Some(group) = self.groups.group_of(cell).filter(|_| bound.0 <= value && value <= bound.1) else { return false };
        let way = if value > high { Way::Up } else { Way::Down };
        match self.find(group, way, cell, value) {
            Ok(point) => {
                self.keep_point(&point);
                true
            }
            Err(reason) => {
                self.unsure |= reason == NotFound::Unknown;
                false
            }
        }
    }

    fn find(&mut self, group: usize, way: Way, cell: usize, value: i64) -> Result<Vec<(usize, i64)>, NotFound> {
        let groups = Rc::clone(&self.groups);
        let (Some(cells), Some(joined)) = (groups.members.get(group), groups.rows.get(group)) else {
            return Err(NotFound::Unknown);
        };
        if !self.prepared.contains_key(&(group, way)) {
            let lean = if way == Way::Up { 1.0 } else { -1.0 };
            let leaning = self
                .wants
                .iter()
                .filter(|(other, want)| matches!(want, Want::Cover(_)) && groups.group_of(**other) == Some(group));
            let leaning = leaning.map(|(other, _)| (*other, lean)).collect();
            let model = Model { bounds: &self.bounds, rows: &self.world.rows, cells, joined };
            let prepared = model.prepare(&leaning);
            let all_at_once = prepared.as_ref().ok().and_then(|prepared| model.whole(prepared));
            self.prepared.insert((group, way), prepared);
            if let Some(point) = all_at_once {
                self.keep_point(&point);
            }
        }
        let model = Model { bounds: &self.bounds, rows: &self.world.rows, cells, joined };
        let prepared = self.prepared.get(&(group, way)).ok_or(NotFound::Unknown)?;
        let loose = prepared.as_ref().map_err(|reason| *reason)?.fixed(cell, value)?;
        let found = model.whole(&loose).or_else(|| model.dive(&loose));
        found.map_or_else(|| model.search(Some((cell, value))), Ok)
    }

    fn keep_point(&mut self, point: &[(usize, i64)]) {
        let mut witness = self.witnesses.first().cloned().unwrap_or_default();
        for (cell, value) in point {
            if let Some(slot) = witness.get_mut(*cell) {
                *slot = *value;
            }
        }
        self.keep(witness);
    }

    /// Widens what has been seen of a cell until it has `width` values or can go no further.
    fn widen(&mut self, cell: usize, width: i64) -> Range {
        loop {
            let (low, high) = self.seen(cell);
            let more = width - (high - low + 1);
            let steps = [more, 1];
            if more <= 0 || !steps.iter().any(|step| self.reach(cell, high + step) || self.reach(cell, low - step)) {
                return (low, high);
            }
        }
    }

    /// What a want still lacks, if anything.
    pub fn check(&mut self, cell: usize, want: Want) -> Option<Unmet> {
        match want {
            Want::Cover(limit) => {
                let low = self.seen(cell).0 <= 1 || self.reach(cell, 1);
                let high = self.seen(cell).1 >= limit || self.reach(cell, limit);
                let values: Vec<i64> = [(!low).then_some(1), (!high).then_some(limit)].into_iter().flatten().collect();
                (!values.is_empty()).then_some(Unmet { cell, lacks: Lacks::All(values) })
            }
            Want::Width(width) => {
                let (low, high) = self.widen(cell, width);
                let more = width - (high - low + 1);
                (more > 0).then_some(Unmet { cell, lacks: Lacks::More { now: (low, high), values: more } })
            }
            Want::Difference { small, open } => {
                self.unsure = false;
                let (low, high) = self.widen(cell, open);
                let more = open - (high - low + 1);
                // That a change is none, or large, must have been proved: here it is what is not found that lets it pass.
                let telling = self.unsure || (low, high) != (0, 0) && low <= small && high >= -small;
                (more > 0 && telling).then_some(Unmet { cell, lacks: Lacks::More { now: (low, high), values: more } })
            }
        }
    }

    /// Everything that is known more closely than the rule allows; or only the first.
    pub fn unmet(&mut self, only_first: bool) -> Vec<Unmet> {
        let mut unmet = Vec::new();
        for (cell, want) in self.wants.clone() {
            unmet.extend(self.check(cell, want));
            if only_first && !unmet.is_empty() {
                break;
            }
        }
        unmet
    }

    /// The interval in which a cell is known to lie, each end attained by a whole table.
    fn interval(&mut self, cell: usize) -> Range {
        for way in [1, -1] {
            let mut step = 1;
            while step > 0 {
                let (low, high) = self.seen(cell);
                let end = if way > 0 { high } else { low };
                let found = end.abs() < FAR && self.reach(cell, end + way * step);
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
        let model = Model { bounds: &bounds, rows: &world.rows, cells, joined };
        let loose = model.prepare(&BTreeMap::new()).map_err(|_| first)?;
        let found = model.whole(&loose).or_else(|| model.dive(&loose)).or_else(|| model.search(None).ok());
        for (cell, value) in found.ok_or(first)? {
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
            let rest: i64 = row
                .terms
                .iter()
                .filter(|(other, _)| other != cell)
                .map(|(other, by)| by * bounds.get(*other).map_or(0, |(low, _)| *low))
                .sum();
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
