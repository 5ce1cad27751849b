//! The least cost itself, for small packs.
//!
//! The method of Fischetti and Salazar-González (*Solving the cell suppression problem on tabular data with linear constraints*,
//! Management Science 47, 2001): a programme in noughts and ones chooses what to hide; the attack looks at the choice; each cell that
//! is still known too closely gives a cut, an inequality that every safe choice meets and this one does not; and again, until the
//! attack finds nothing. The first choice that is safe is the cheapest that there is.

use crate::attack::{Attack, Unmet};
use crate::secondary::Candidate;
use crate::world::{OPEN, Pack, Range, Row, Status, Want, World, meet};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::BTreeMap;

/// Beyond so many cells that could be hidden, the search is left to the cheaper method.
const MOST_CANDIDATES: usize = 40;
/// How often a choice is looked at before the search is given up.
const MOST_ROUNDS: usize = 40;
/// How far branch and bound may look for a choice, in steps.
const MOST_NODES: u64 = 2_000;

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
    let mut cuts = Vec::new();
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
            add_cuts(world, primary, &statuses, &bounds, &free, candidates, lacking, &mut cuts);
        }
        if cuts.len() == before {
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
    world: &World,
    primary: &[Status],
    statuses: &[Status],
    bounds: &[Range],
    free: &[usize],
    candidates: &BTreeMap<usize, Candidate>,
    lacking: &Unmet,
    cuts: &mut Vec<Cut>,
) {
    let chosen = primary.get(lacking.cell) == Some(&Status::Shown);
    if !chosen {
        let before = cuts.len();
        let shown = world.bounds(primary);
        cuts.extend(lacking.values.iter().filter_map(|value| farkas(world, &shown, bounds, free, candidates, lacking.cell, *value)));
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

/// Multipliers of the sums that prove that `cell` cannot have the value (Farkas), read as an inequality in what is hidden.
fn farkas(
    world: &World,
    shown: &[Range],
    bounds: &[Range],
    free: &[usize],
    candidates: &BTreeMap<usize, Candidate>,
    cell: usize,
    value: i64,
) -> Option<Cut> {
    let mut now = bounds.to_vec();
    let mut least = shown.to_vec();
    for place in [&mut now, &mut least] {
        *place.get_mut(cell)? = (value, value);
    }
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let multipliers: Vec<Variable> = world.rows.iter().map(|_| problem.add_var(0.0, (-1.0, 1.0))).collect();
    let mut slopes = Vec::new();
    let mut pulls: Vec<LinearExpr> = now.iter().map(|_| LinearExpr::empty()).collect();
    for (row, multiplier) in world.rows.iter().zip(&multipliers) {
        for (place, by) in &row.terms {
            pulls.get_mut(*place)?.add(*multiplier, *by as f64);
        }
    }
    // What the sums pull a cell up is bounded by its upper end, and down by its lower: where an end is open there is no such proof.
    for ((low, high), mut pull) in now.iter().zip(pulls) {
        let up = problem.add_var(-(*high as f64).min(OPEN as f64), (0.0, if *high >= OPEN / 2 { 0.0 } else { f64::INFINITY }));
        let down = problem.add_var(*low as f64, (0.0, if *low <= -OPEN / 2 { 0.0 } else { f64::INFINITY }));
        pull.add(up, -1.0);
        pull.add(down, 1.0);
        problem.add_constraint(pull, ComparisonOp::Eq, 0.0);
        slopes.push((up, down));
    }
    let mut options = SolveOptions::default();
    options.presolve = false;
    let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
    if solution.objective() < 1e-6 {
        return None;
    }
    let mut needed = 0.0;
    let mut factors = BTreeMap::new();
    for ((place, (up, down)), (low, high)) in slopes.iter().enumerate().zip(&least) {
        let (up, down) = (solution.var_value(*up), solution.var_value(*down));
        if up > 1e-9 {
            needed -= up * *high as f64;
        }
        if down > 1e-9 {
            needed += down * *low as f64;
        }
        if let (Some(candidate), true) = (candidates.get(&place), free.contains(&place)) {
            let known = world.known.get(place).copied()?;
            let hidden = meet(known, (candidate.hidden.0.min(*low), candidate.hidden.1.max(*high)));
            let gain = up * (hidden.1 - high) as f64 + down * (low - hidden.0) as f64;
            if gain > 1e-9 {
                factors.insert(place, gain);
            }
        }
    }
    if needed < 1e-6 {
        return None;
    }
    // No cell need count for more than all that is needed.
    let factors = factors.into_iter().map(|(place, gain)| (place, (gain / needed).min(1.0))).collect();
    Some(Cut { constant: -1.0, factors })
}
