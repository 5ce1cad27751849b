//! What else to hide, at least cost.
//!
//! For each cell that is known too closely, a linear programme moves the published table as cheaply as it can to one in which the
//! cell has the value that must stay possible; the shown cells that it moves are hidden. This is the way of Kelly, Golden and Assad
//! (*Cell suppression: disclosure protection for sensitive tabular data*, Networks 22, 1992) and Castro. Then each cell so hidden is
//! shown again where the attack allows it, the dearest first.

use crate::model::{Groups, add_rows};
use crate::world::{Pack, Range, Status, World, meet};
use microlp::{OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::{BTreeMap, BTreeSet};

/// A cell that may be hidden to cover for another.
pub(crate) struct Candidate {
    /// What it can be when hidden.
    pub hidden: Range,
    pub cost: f64,
}

/// The shown cells to hide so that `cell` can lie in `range`; `None` if none will do.
pub(crate) fn cover(
    world: &World,
    pack: &Pack,
    statuses: &[Status],
    bounds: &[Range],
    candidates: &BTreeMap<usize, Candidate>,
    cell: usize,
    range: Range,
) -> Option<BTreeSet<usize>> {
    let mut wide = bounds.to_vec();
    for (place, candidate) in candidates {
        if let (Some(bound), Some(Status::Shown)) = (wide.get_mut(*place), statuses.get(*place)) {
            let known = world.known.get(*place).copied()?;
            *bound = meet(known, (candidate.hidden.0.min(bound.0), candidate.hidden.1.max(bound.1)));
        }
    }
    let groups = Groups::new(&wide, &world.rows);
    let group = groups.group_of(cell)?;
    let (cells, joined) = (groups.members.get(group)?, groups.rows.get(group)?);
    let mut dear: BTreeMap<usize, f64> = BTreeMap::new();
    let mut moved = BTreeSet::new();
    // The first answer counts each unit moved; the second holds dear what the first hardly moved, so that fewer cells move more.
    for _ in 0..2 {
        let by = moves(world, bounds, &wide, cells, joined, candidates, &dear, cell, range)?;
        moved = by.keys().copied().filter(|place| pack.cells.get(*place).is_some()).collect();
        dear = by.into_iter().map(|(place, by)| (place, 1.0 / (by + 0.1))).collect();
    }
    Some(moved)
}

#[allow(clippy::too_many_arguments)]
fn moves(
    world: &World,
    bounds: &[Range],
    wide: &[Range],
    cells: &[usize],
    joined: &[usize],
    candidates: &BTreeMap<usize, Candidate>,
    dear: &BTreeMap<usize, f64>,
    cell: usize,
    range: Range,
) -> Option<BTreeMap<usize, f64>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut columns: BTreeMap<usize, Vec<(Variable, f64)>> = BTreeMap::new();
    for member in cells {
        let narrow = bounds.get(*member).copied()?;
        let wide = wide.get(*member).copied()?;
        let target = *member == cell;
        let narrow = if target { meet(wide, range) } else { narrow };
        if narrow.0 > narrow.1 {
            return None;
        }
        let mut parts = vec![(problem.add_var(0.0, ends(narrow)), 1.0)];
        if let Some(candidate) = candidates.get(member).filter(|_| !target && wide != narrow) {
            let cost = candidate.cost * if dear.is_empty() { 1.0 } else { dear.get(member).copied().unwrap_or(10.0) };
            parts.push((problem.add_var(cost, ends((0, wide.1 - narrow.1))), 1.0));
            parts.push((problem.add_var(cost, ends((0, narrow.0 - wide.0))), -1.0));
        }
        columns.insert(*member, parts);
    }
    add_rows(&mut problem, &world.rows, joined, wide, |member| columns.get(&member).cloned())?;
    let solution = problem.solve_with(SolveOptions::default()).ok()?.into_solution().ok()?;
    let moved = columns.into_iter().filter_map(|(member, parts)| {
        let by: f64 = parts.iter().skip(1).map(|(variable, _)| solution.var_value(*variable)).sum();
        (by > 1e-6).then_some((member, by))
    });
    Some(moved.collect())
}

fn ends((low, high): Range) -> (f64, f64) {
    let far = crate::world::OPEN / 2;
    (if low < -far { f64::NEG_INFINITY } else { low as f64 }, if high > far { f64::INFINITY } else { high as f64 })
}
