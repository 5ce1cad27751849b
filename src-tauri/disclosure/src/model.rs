//! The linear programmes, solved by microlp (pure Rust; simplex, branch and bound).
//!
//! No answer of the solver is believed. A point is taken only if, rounded to whole numbers, it meets every sum and every bound
//! in whole-number arithmetic; anything else counts as "none found", which makes the publisher hide more or refuse.

use crate::world::{OPEN, Range, Row};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::BTreeMap;

/// How far branch and bound may search for one whole-number point. Counted in steps, so that the same pack gives the same result on every
/// machine.
const MOST_NODES: u64 = 400;

/// Cells that still may vary, grouped so that no sum joins two groups.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    pub of: Vec<Option<usize>>,
    pub members: Vec<Vec<usize>>,
    pub rows: Vec<Vec<usize>>,
}

impl Groups {
    pub fn new(bounds: &[Range], rows: &[Row]) -> Groups {
        let free = |cell: usize| bounds.get(cell).is_some_and(|(low, high)| low < high);
        let mut parent: Vec<usize> = (0..bounds.len()).collect();
        for row in rows {
            let mut cells = row.terms.iter().map(|(cell, _)| *cell).filter(|cell| free(*cell));
            if let Some(first) = cells.next() {
                let root = find(&mut parent, first);
                for cell in cells {
                    let other = find(&mut parent, cell);
                    if let Some(slot) = parent.get_mut(other) {
                        *slot = root;
                    }
                }
            }
        }
        let mut names = BTreeMap::new();
        let mut groups = Groups { of: vec![None; bounds.len()], members: Vec::new(), rows: Vec::new() };
        for cell in (0..bounds.len()).filter(|cell| free(*cell)) {
            let root = find(&mut parent, cell);
            let group = *names.entry(root).or_insert_with(|| {
                groups.members.push(Vec::new());
                groups.rows.push(Vec::new());
                groups.members.len() - 1
            });
            if let (Some(of), Some(members)) = (groups.of.get_mut(cell), groups.members.get_mut(group)) {
                *of = Some(group);
                members.push(cell);
            }
        }
        for (place, row) in rows.iter().enumerate() {
            let group = row.terms.iter().find_map(|(cell, _)| groups.of.get(*cell).copied().flatten());
            if let Some(rows) = group.and_then(|group| groups.rows.get_mut(group)) {
                rows.push(place);
            }
        }
        groups
    }

    pub fn group_of(&self, cell: usize) -> Option<usize> {
        self.of.get(cell).copied().flatten()
    }
}

fn find(parent: &mut [usize], cell: usize) -> usize {
    let mut at = cell;
    while let Some(up) = parent.get(at).copied().filter(|up| *up != at) {
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(at) {
            *slot = above;
        }
        at = up;
    }
    at
}

fn open(range: Range) -> (f64, f64) {
    let low = if range.0 <= -OPEN { f64::NEG_INFINITY } else { range.0 as f64 };
    let high = if range.1 >= OPEN { f64::INFINITY } else { range.1 as f64 };
    (low, high)
}

/// One group of cells with the sums that join them; every other cell stands at its only value.
pub(crate) struct Model<'a> {
    pub bounds: &'a [Range],
    pub rows: &'a [Row],
    pub cells: &'a [usize],
    pub joined: &'a [usize],
}

impl Model<'_> {
    /// A point in whole numbers with `cell` within `range`, leaning upwards along `leaning`; `None` if none was found.
    pub fn point(&self, cell: usize, range: Range, leaning: &BTreeMap<usize, f64>) -> Option<Vec<(usize, i64)>> {
        if range.0 > range.1 {
            return None;
        }
        let loose = self.solve(cell, range, leaning, false)?;
        self.checked(&loose, cell, range).or_else(|| {
            let whole = self.solve(cell, range, &BTreeMap::new(), true)?;
            self.checked(&whole, cell, range)
        })
    }

    fn solve(&self, cell: usize, range: Range, leaning: &BTreeMap<usize, f64>, whole: bool) -> Option<Vec<(usize, f64)>> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut variables = BTreeMap::new();
        for member in self.cells {
            let bound = self.bounds.get(*member).copied()?;
            let bound = if *member == cell { range } else { bound };
            let lean = leaning.get(member).copied().unwrap_or(0.0);
            let variable = if whole {
                problem.add_integer_var(lean, (i32::try_from(bound.0).ok()?, i32::try_from(bound.1).ok()?))
            } else {
                problem.add_var(lean, open(bound))
            };
            variables.insert(*member, variable);
        }
        add_rows(&mut problem, self.rows, self.joined, self.bounds, |member| {
            variables.get(&member).map(|variable| vec![(*variable, 1.0)])
        })?;
        let mut options = SolveOptions::default();
        options.node_limit = Some(MOST_NODES);
        let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
        Some(variables.into_iter().map(|(member, variable)| (member, solution.var_value(variable))).collect())
    }

    fn checked(&self, values: &[(usize, f64)], cell: usize, range: Range) -> Option<Vec<(usize, i64)>> {
        let point: BTreeMap<usize, i64> = values.iter().map(|(member, value)| (*member, value.round() as i64)).collect();
        let within = point.iter().all(|(member, value)| {
            let bound = if *member == cell { Some(range) } else { self.bounds.get(*member).copied() };
            bound.is_some_and(|(low, high)| low <= *value && *value <= high)
        });
        let sums = self.joined.iter().filter_map(|row| self.rows.get(*row)).all(|row| {
            let term = |(cell, by): &(usize, i64)| {
                let fixed = || self.bounds.get(*cell).filter(|(low, high)| low == high).map(|(low, _)| *low);
                Some(by * point.get(cell).copied().or_else(fixed)?)
            };
            row.terms.iter().map(term).sum::<Option<i64>>() == Some(0)
        });
        (within && sums).then(|| point.into_iter().collect())
    }
}

/// Adds each sum to the problem, with fixed cells moved to the right-hand side. `columns` gives what stands for a free cell.
pub(crate) fn add_rows(
    problem: &mut Problem,
    rows: &[Row],
    joined: &[usize],
    bounds: &[Range],
    columns: impl Fn(usize) -> Option<Vec<(Variable, f64)>>,
) -> Option<()> {
    for row in joined.iter().filter_map(|row| rows.get(*row)) {
        let mut left = LinearExpr::empty();
        let mut right = 0.0;
        for (cell, by) in &row.terms {
            match columns(*cell) {
                Some(columns) => columns.into_iter().for_each(|(variable, times)| left.add(variable, times * *by as f64)),
                None => right -= (*by * bounds.get(*cell)?.0) as f64,
            }
        }
        problem.add_constraint(left, ComparisonOp::Eq, right);
    }
    Some(())
}
