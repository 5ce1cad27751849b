//! The linear programmes, solved by microlp (pure Rust; simplex, branch and bound).
//!
//! No answer of the solver is believed. A point is taken only if, rounded to whole numbers, it meets every sum and every bound
//! in whole-number arithmetic; anything else counts as "none found", which makes the publisher hide more or refuse.

use crate::world::{OPEN, Range, Row};
use microlp::{ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, Solution, SolveOptions, SolveOutcome, Variable};
use std::collections::BTreeMap;
use std::rc::Rc;

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

pub(crate) fn open(range: Range) -> (f64, f64) {
    let low = if range.0 <= -OPEN / 2 { f64::NEG_INFINITY } else { range.0 as f64 };
    let high = if range.1 >= OPEN / 2 { f64::INFINITY } else { range.1 as f64 };
    (low, high)
}

/// The solver's whole numbers are of 32 bits; no bound that matters is beyond them.
fn within_i32(bound: i64) -> i32 {
    i32::try_from(bound).unwrap_or(if bound < 0 { i32::MIN } else { i32::MAX })
}

/// Why no table was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotFound {
    /// The solver proved that there is none.
    Impossible,
    /// It gave up.
    Unknown,
}

impl From<Error> for NotFound {
    fn from(error: Error) -> NotFound {
        if error == Error::Infeasible { NotFound::Impossible } else { NotFound::Unknown }
    }
}

fn answer(outcome: Result<SolveOutcome, Error>) -> Result<Solution, NotFound> {
    outcome?.into_solution().map_err(|_| NotFound::Unknown)
}

/// One group of cells with the sums that join them; every other cell stands at its only value.
pub(crate) struct Model<'a> {
    pub bounds: &'a [Range],
    pub rows: &'a [Row],
    pub cells: &'a [usize],
    pub joined: &'a [usize],
}

/// A solved programme, from which others that fix or narrow a cell are solved in a fraction of the time.
#[derive(Clone)]
pub(crate) struct Prepared {
    solution: Solution,
    columns: Rc<BTreeMap<usize, Variable>>,
}

impl Prepared {
    pub fn new(solution: Solution, columns: Rc<BTreeMap<usize, Variable>>) -> Prepared {
        Prepared { solution, columns }
    }

    /// The same with a cell at one value.
    pub fn fixed(&self, cell: usize, value: i64) -> Result<Prepared, NotFound> {
        let column = self.columns.get(&cell).copied().ok_or(NotFound::Unknown)?;
        let solution = answer(self.solution.clone().fix_var(column, value as f64))?;
        Ok(Prepared { solution, columns: Rc::clone(&self.columns) })
    }

    /// The same with a cell in a narrower range.
    pub fn narrowed(&self, cell: usize, (low, high): Range) -> Result<Prepared, NotFound> {
        if low == high {
            return self.fixed(cell, low);
        }
        let column = self.columns.get(&cell).copied().ok_or(NotFound::Unknown)?;
        let solution = self.solution.clone();
        let solution = answer(solution.add_constraint([(column, 1.0)], ComparisonOp::Ge, low as f64))?;
        let solution = answer(solution.add_constraint([(column, 1.0)], ComparisonOp::Le, high as f64))?;
        Ok(Prepared { solution, columns: Rc::clone(&self.columns) })
    }

    /// The value of a column of the programme.
    pub fn value(&self, column: Variable) -> f64 {
        self.solution.var_value(column)
    }
}

impl Model<'_> {
    /// The group with cells leaning up (or down, where less than nought) as far as they go together.
    pub fn prepare(&self, leaning: &BTreeMap<usize, f64>) -> Result<Prepared, NotFound> {
        self.solve(leaning, None)
    }

    /// A whole table near an answer with fractions: each is fixed at a neighbouring whole number in turn, while that can be.
    pub fn dive(&self, answer: &Prepared) -> Option<Vec<(usize, i64)>> {
        let mut at = answer.clone();
        for _ in 0..self.cells.len() {
            let off = |value: f64| (value - value.round()).abs() > 1e-6;
            let fraction = at.columns.iter().map(|(cell, column)| (*cell, at.value(*column))).find(|(_, value)| off(*value));
            let Some((cell, value)) = fraction else { break };
            let (near, other) = (value.round(), if value.round() > value { value.floor() } else { value.ceil() });
            at = at.fixed(cell, near as i64).or_else(|_| at.fixed(cell, other as i64)).ok()?;
        }
        self.whole(&at)
    }

    /// A whole table with the cell at a value, if one is asked for, found by branch and bound.
    pub fn search(&self, fixed: Option<(usize, i64)>) -> Result<Vec<(usize, i64)>, NotFound> {
        self.whole(&self.solve(&BTreeMap::new(), Some(fixed))?).ok_or(NotFound::Unknown)
    }

    fn solve(&self, leaning: &BTreeMap<usize, f64>, whole: Option<Option<(usize, i64)>>) -> Result<Prepared, NotFound> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut columns = BTreeMap::new();
        for member in self.cells {
            let bound = self.bounds.get(*member).copied().ok_or(NotFound::Unknown)?;
            let lean = leaning.get(member).copied().unwrap_or(0.0);
            let column = match whole {
                None => problem.add_var(lean, open(bound)),
                Some(fixed) => {
                    let (low, high) = fixed.filter(|(cell, _)| cell == member).map_or(bound, |(_, value)| (value, value));
                    problem.add_integer_var(lean, (within_i32(low), within_i32(high)))
                }
            };
            columns.insert(*member, column);
        }
        add_rows(&mut problem, self.rows, self.joined, self.bounds, |member| {
            columns.get(&member).map(|column| vec![(*column, 1.0)])
        })
        .ok_or(NotFound::Unknown)?;
        let mut options = SolveOptions::default();
        options.node_limit = Some(MOST_NODES);
        options.presolve = whole.is_some();
        let solution = answer(problem.solve_with(options))?;
        Ok(Prepared::new(solution, Rc::new(columns)))
    }

    /// The answer in whole numbers, if every bound and sum holds of it exactly.
    pub fn whole(&self, answer: &Prepared) -> Option<Vec<(usize, i64)>> {
        let rounded = |(cell, column): (&usize, &Variable)| (*cell, answer.value(*column).round() as i64);
        let point: BTreeMap<usize, i64> = answer.columns.iter().map(rounded).collect();
        let within =
            |(cell, value): (&usize, &i64)| self.bounds.get(*cell).is_some_and(|(low, high)| low <= value && value <= high);
        let adds_up = |row: &Row| {
            let term = |(cell, by): &(usize, i64)| {
                let fixed = || self.bounds.get(*cell).filter(|(low, high)| low == high).map(|(low, _)| *low);
                Some(by * point.get(cell).copied().or_else(fixed)?)
            };
            row.terms.iter().map(term).sum::<Option<i64>>() == Some(0)
        };
        let holds = point.iter().all(within) && self.joined.iter().filter_map(|row| self.rows.get(*row)).all(adds_up);
        holds.then(|| point.into_iter().collect())
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
