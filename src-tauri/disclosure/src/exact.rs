//! The least cost itself, for small packs.
//!
//! The method of Fischetti and Salazar-González (*Solving the cell suppression problem on tabular data with linear constraints*,
//! Management Science 47, 2001): a programme in noughts and ones chooses what to hide; the attack looks at the choice; each cell that
//! is still known too closely gives a cut, an inequality that every safe choice meets and this one does not; and again, until the
//! attack finds nothing. The first choice that is safe is the cheapest that there is.

use crate::attack::{Attack, Lacks, Unmet};
use crate::model::Groups;
use crate::secondary::{Candidate, widened};
use crate::world::{OPEN, Pack, Range, Status, Want, World};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::BTreeMap;

/// Beyond so many cells that could be hidden, the search is left to the cheaper method.
const MOST_CANDIDATES: usize = 40;
/// How often a choice is looked at before the search is given up.
const MOST_ROUNDS: usize = 40;
/// How far branch and bound may look for a choice, in steps.
const MOST_NODES: u64 = 500;
/// How many cells may stand in all the proofs of one search together.
const MOST_WORK: usize = 10_000;

/// `constant` and the sum of the factors of the cells that are hidden are together at least nought.
struct Cut {
    constant: f64,
    factors: BTreeMap<usize, f64>,
}

/// The search for the cheapest choice. Proofs are sought in the groups that form with everything hidden that may be.
struct Exact<'a> {
    world: &'a World,
    candidates: &'a BTreeMap<usize, Candidate>,
    primary: &'a [Status],
    /// The cells that may be chosen.
    free: Vec<usize>,
    /// What is known with only the primary cells hidden, and with all that may be.
    shown: Vec<Range>,
    wide: Vec<Range>,
    groups: Groups,
    cuts: Vec<Cut>,
    work: usize,
}

/// The cheapest safe choice, if it costs less than `best` and can be found; `None` means that `best` stands.
pub(crate) fn least(
    world: &World,
    pack: &Pack,
    primary: &[Status],
    candidates: &BTreeMap<usize, Candidate>,
    witnesses: &[Vec<i64>],
    best: f64,
) -> Option<Vec<Status>> {
    let mut exact = Exact::new(world, primary, candidates)?;
    for _ in 0..MOST_ROUNDS {
        let chosen = exact.choose()?;
        let cost: f64 = chosen.iter().filter_map(|cell| candidates.get(cell)).map(|candidate| candidate.cost).sum();
        if cost > best - 1e-6 {
            return None;
        }
        let mut statuses = primary.to_vec();
        for cell in &chosen {
            *statuses.get_mut(*cell)? = Status::Hidden(pack.why(*cell, &world.profile));
        }
        let bounds = world.bounds(&statuses);
        let unmet = Attack::new(world, bounds.clone(), world.all_wants(&statuses), witnesses.to_vec()).unmet(false);
        if unmet.is_empty() {
            return Some(statuses);
        }
        for lacking in &unmet {
            exact.cut_off(&statuses, &bounds, lacking);
        }
        if exact.work > MOST_WORK {
            return None;
        }
    }
    None
}

impl<'a> Exact<'a> {
    fn new(world: &'a World, primary: &'a [Status], candidates: &'a BTreeMap<usize, Candidate>) -> Option<Exact<'a>> {
        let free: Vec<usize> = candidates.keys().copied().filter(|cell| primary.get(*cell) == Some(&Status::Shown)).collect();
        // Hiding more can make a change between editions telling that was none before, so that cuts would not hold.
        let series = world.wants.values().any(|want| matches!(want, Want::Difference { .. }));
        if free.is_empty() || free.len() > MOST_CANDIDATES || series {
            return None;
        }
        let shown = world.bounds(primary);
        let wide = widened(world, primary, &shown, candidates);
        let groups = Groups::new(&wide, &world.rows);
        Some(Exact { world, candidates, primary, free, shown, wide, groups, cuts: Vec::new(), work: 0 })
    }

    /// The cheapest choice that meets every cut, proved so.
    fn choose(&self) -> Option<Vec<usize>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cost = |cell: &usize| self.candidates.get(cell).map_or(1.0, |candidate| candidate.cost);
        let columns: BTreeMap<usize, Variable> =
            self.free.iter().map(|cell| (*cell, problem.add_binary_var(cost(cell)))).collect();
        for cut in &self.cuts {
            let mut left = LinearExpr::empty();
            for (cell, factor) in &cut.factors {
                left.add(columns.get(cell).copied()?, *factor);
            }
            problem.add_constraint(left, ComparisonOp::Ge, -cut.constant);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(MOST_NODES);
        let outcome = problem.solve_with(options).ok()?;
        if !outcome.is_optimal() {
            return None;
        }
        let solution = outcome.into_solution().ok()?;
        Some(columns.into_iter().filter(|(_, column)| solution.var_value(*column) > 0.5).map(|(cell, _)| cell).collect())
    }

    /// Adds cuts that this choice does not meet and every safe choice does.
    fn cut_off(&mut self, statuses: &[Status], bounds: &[Range], lacking: &Unmet) {
        let chosen = self.primary.get(lacking.cell) == Some(&Status::Shown);
        if let (Lacks::All(values), false) = (&lacking.lacks, chosen) {
            let proofs: Vec<Cut> = values.iter().filter_map(|value| self.proof(bounds, lacking.cell, *value)).collect();
            self.work += values.len()
                * self.groups.group_of(lacking.cell).and_then(|group| self.groups.members.get(group)).map_or(0, Vec::len);
            if !proofs.is_empty() {
                self.cuts.extend(proofs);
                return;
            }
        }
        // Hiding less never opens a cell: so with this cell hidden, some cell that is now shown must be hidden too.
        let shown = self.free.iter().filter(|cell| statuses.get(**cell) == Some(&Status::Shown));
        let mut factors: BTreeMap<usize, f64> = shown.map(|cell| (*cell, 1.0)).collect();
        if chosen {
            factors.insert(lacking.cell, -1.0);
        }
        self.cuts.push(Cut { constant: if chosen { 0.0 } else { -1.0 }, factors });
    }

    /// A proof that a cell cannot have a value, by multipliers of the sums (Farkas), read as an inequality in what is hidden.
    fn proof(&self, bounds: &[Range], cell: usize, value: i64) -> Option<Cut> {
        let group = self.groups.group_of(cell)?;
        let (cells, rows) = (self.groups.members.get(group)?, self.groups.rows.get(group)?);
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut pulls: BTreeMap<usize, LinearExpr> = cells.iter().map(|cell| (*cell, LinearExpr::empty())).collect();
        let mut fixed = Vec::new();
        for row in rows.iter().filter_map(|row| self.world.rows.get(*row)) {
            let outside = row.terms.iter().filter(|(place, _)| !pulls.contains_key(place));
            let here: i64 = outside.map(|(place, by)| by * self.wide.get(*place).map_or(0, |bound| bound.0)).sum();
            let multiplier = problem.add_var(-here as f64, (-1.0, 1.0));
            fixed.push((multiplier, here as f64));
            for (place, by) in &row.terms {
                if let Some(pull) = pulls.get_mut(place) {
                    pull.add(multiplier, *by as f64);
                }
            }
        }
        // What the sums pull a cell up is bounded by its upper end, and down by its lower: where an end is open there is no such proof.
        let at = |place: usize, ranges: &[Range]| if place == cell { Some((value, value)) } else { ranges.get(place).copied() };
        let mut slopes = Vec::new();
        for (place, mut pull) in pulls {
            let (low, high) = at(place, bounds)?;
            let up = problem.add_var(-high as f64, (0.0, if high >= OPEN / 2 { 0.0 } else { f64::INFINITY }));
            let down = problem.add_var(low as f64, (0.0, if low <= -OPEN / 2 { 0.0 } else { f64::INFINITY }));
            pull.add(up, -1.0);
            pull.add(down, 1.0);
            problem.add_constraint(pull, ComparisonOp::Eq, 0.0);
            slopes.push((place, up, down));
        }
        let mut options = SolveOptions::default();
        options.presolve = false;
        let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
        let slope = |column: Variable| Some(solution.var_value(column)).filter(|slope| *slope > 1e-9).unwrap_or(0.0);
        let mut needed: f64 = fixed.iter().map(|(multiplier, here)| -here * solution.var_value(*multiplier)).sum();
        let mut gains = BTreeMap::new();
        for (place, up, down) in slopes {
            let ((low, high), wide) = (at(place, &self.shown)?, at(place, &self.wide)?);
            let (up, down) = (slope(up), slope(down));
            needed += down * low as f64 - up * high as f64;
            gains.insert(place, up * (wide.1 - high) as f64 + down * (low - wide.0) as f64);
        }
        gains.retain(|_, gain| *gain > 1e-9);
        // No cell need count for more than all that is needed.
        let factors = gains.into_iter().map(|(place, gain)| (place, (gain / needed).min(1.0))).collect();
        (needed > 1e-6).then_some(Cut { constant: -1.0, factors })
    }
}
