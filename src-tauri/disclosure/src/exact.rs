//! The least cost itself, for small packs.
//!
//! The method of Fischetti and Salazar-González (*Solving the cell suppression problem on tabular data with linear constraints*,
//! Management Science 47, 2001): a programme in noughts and ones chooses what to hide; the attack looks at the choice; each cell that
//! is still known too closely gives a cut, an inequality that every safe choice meets and this one does not; and again, until the
//! attack finds nothing. The first choice that is safe is the cheapest that there is.

use crate::attack::{Attack, Lacks, Unmet};
use crate::model::Groups;
use crate::secondary::Candidate;
use crate::world::{OPEN, Pack, Range, Status, Want, World, meet};
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

/// The cheapest safe choice, if it costs less than `best` and can be found; `None` means that `best` stands.
pub(crate) fn least(
    world: &World,
    pack: &Pack,
    primary: &[Status],
    candidates: &BTreeMap<usize, Candidate>,
    witnesses: &[Vec<i64>],
    best: f64,
) -> Option<Vec<Status>> {
    let free: Vec<usize> = candidates.keys().copied().filter(|cell| primary.get(*cell) == Some(&Status::Shown)).collect();
    let series = world.wants.values().any(|want| matches!(want, Want::Difference { .. }));
    if free.is_empty() || free.len() > MOST_CANDIDATES || series {
        return None;
    }
    let shown = world.bounds(primary);
    let mut wide = shown.clone();
    for (cell, bound) in free.iter().filter_map(|cell| Some((cell, candidates.get(cell)?))).map(|(cell, candidate)| (*cell, candidate.hidden)) {
        let known = world.known.get(cell).copied()?;
        let slot = wide.get_mut(cell)?;
        *slot = meet(known, (bound.0.min(slot.0), bound.1.max(slot.1)));
    }
    let proof = Proof { world, groups: Groups::new(&wide, &world.rows), shown, wide };
    let mut cuts = Vec::new();
    let mut work = 0;
    for _ in 0..MOST_ROUNDS {
        let chosen = choose(&free, candidates, &cuts)?;
        let cost: f64 = chosen.iter().filter_map(|cell| candidates.get(cell)).map(|candidate| candidate.cost).sum();
        if cost > best - 1e-6 {
            return None;
        }
        let mut statuses = primary.to_vec();
        for cell in &chosen {
            if let Some(status) = statuses.get_mut(*cell) {
                *status = Status::Hidden(pack.why(*cell, &world.profile));
            }
        }
        let bounds = world.bounds(&statuses);
        let mut attack = Attack::new(world, bounds.clone(), world.all_wants(&statuses), witnesses.to_vec());
        let unmet = attack.unmet(false);
        if unmet.is_empty() {
            return Some(statuses);
        }
        let before = cuts.len();
        for lacking in &unmet {
            add_cuts(&proof, primary, &statuses, &bounds, &free, lacking, &mut cuts, &mut work);
        }
        if cuts.len() == before || work > MOST_WORK {
            return None;
        }
    }
    None
}

fn choose(free: &[usize], candidates: &BTreeMap<usize, Candidate>, cuts: &[Cut]) -> Option<Vec<usize>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let columns: BTreeMap<usize, Variable> = free
        .iter()
        .map(|cell| (*cell, problem.add_binary_var(candidates.get(cell).map_or(1.0, |candidate| candidate.cost))))
        .collect();
    for cut in cuts {
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

#[allow(clippy::too_many_arguments)]
fn add_cuts(
    proof: &Proof<'_>,
    primary: &[Status],
    statuses: &[Status],
    bounds: &[Range],
    free: &[usize],
    lacking: &Unmet,
    cuts: &mut Vec<Cut>,
    work: &mut usize,
) {
    let chosen = primary.get(lacking.cell) == Some(&Status::Shown);
    if let (Lacks::All(values), false) = (&lacking.lacks, chosen) {
        let before = cuts.len();
        cuts.extend(values.iter().filter_map(|value| proof.cut(bounds, lacking.cell, *value, work)));
        if cuts.len() > before {
            return;
        }
    }
    // Hiding less never opens a cell: so with this cell hidden, some cell that is now shown must be hidden too.
    let mut factors: BTreeMap<usize, f64> =
        free.iter().filter(|cell| statuses.get(**cell) == Some(&Status::Shown)).map(|cell| (*cell, 1.0)).collect();
    if chosen {
        factors.insert(lacking.cell, -1.0);
    }
    cuts.push(Cut { constant: if chosen { 0.0 } else { -1.0 }, factors });
}

/// Proofs that a cell cannot have a value: multipliers of the sums (Farkas), read as an inequality in what is hidden.
struct Proof<'a> {
    world: &'a World,
    /// With only the primary cells hidden, and with everything hidden that may be.
    shown: Vec<Range>,
    wide: Vec<Range>,
    groups: Groups,
}

impl Proof<'_> {
    fn cut(&self, bounds: &[Range], cell: usize, value: i64, work: &mut usize) -> Option<Cut> {
        let group = self.groups.group_of(cell)?;
        let (cells, rows) = (self.groups.members.get(group)?, self.groups.rows.get(group)?);
        *work += cells.len();
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut pulls: BTreeMap<usize, LinearExpr> = cells.iter().map(|cell| (*cell, LinearExpr::empty())).collect();
        let mut fixed = Vec::new();
        for row in rows.iter().filter_map(|row| self.world.rows.get(*row)) {
            let here: f64 = row
                .terms
                .iter()
                .filter(|(place, _)| !pulls.contains_key(place))
                .map(|(place, by)| (by * self.wide.get(*place).map_or(0, |bound| bound.0)) as f64)
                .sum();
            let multiplier = problem.add_var(-here, (-1.0, 1.0));
            fixed.push((multiplier, here));
            for (place, by) in &row.terms {
                if let Some(pull) = pulls.get_mut(place) {
                    pull.add(multiplier, *by as f64);
                }
            }
        }
        // What the sums pull a cell up is bounded by its upper end, and down by its lower: where an end is open there is no such proof.
        let mut slopes = Vec::new();
        for (place, mut pull) in pulls {
            let (low, high) = if place == cell { (value, value) } else { bounds.get(place).copied()? };
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
        let mut needed: f64 = fixed.iter().map(|(multiplier, here)| -here * solution.var_value(*multiplier)).sum();
        let mut gains = Vec::new();
        for (place, up, down) in slopes {
            let (up, down) = (solution.var_value(up).max(0.0), solution.var_value(down).max(0.0));
            let (low, high) = if place == cell { (value, value) } else { self.shown.get(place).copied()? };
            let wide = if place == cell { (value, value) } else { self.wide.get(place).copied()? };
            needed += down * low as f64 - if up > 1e-9 { up * high as f64 } else { 0.0 };
            let gain = up * (wide.1 - high) as f64 + down * (low - wide.0) as f64;
            if gain > 1e-9 {
                gains.push((place, gain));
            }
        }
        // No cell need count for more than all that is needed.
        let factors = gains.into_iter().map(|(place, gain)| (place, (gain / needed).min(1.0))).collect();
        (needed > 1e-6).then_some(Cut { constant: -1.0, factors })
    }
}
