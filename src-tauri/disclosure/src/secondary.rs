//! What else to hide, at least cost.
//!
//! For each cell that is known too closely, a linear programme moves the published table as cheaply as it can to one in which the
//! cell has the value that must stay possible; the shown cells that it moves are hidden. This is the way of Kelly, Golden and Assad
//! (*Cell suppression: disclosure protection for sensitive tabular data*, Networks 22, 1992) and of Castro. Afterwards each cell so
//! hidden is shown again where the attack allows it, the dearest first.

use crate::model::{Groups, NotFound, Prepared, add_rows, open};
use crate::world::{Range, Status, World, meet};
use microlp::{OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A cell that may be hidden to cover for another.
pub(crate) struct Candidate {
    /// What it can be when hidden.
    pub hidden: Range,
    pub cost: f64,
}

/// What would be known if every candidate were hidden.
pub(crate) fn widened(
    world: &World,
    statuses: &[Status],
    bounds: &[Range],
    candidates: &BTreeMap<usize, Candidate>,
) -> Vec<Range> {
    let mut wide = bounds.to_vec();
    for (place, candidate) in candidates {
        let parts = (wide.get_mut(*place), statuses.get(*place), world.known.get(*place));
        if let (Some(bound), Some(Status::Shown), Some(known)) = parts {
            *bound = meet(*known, (candidate.hidden.0.min(bound.0), candidate.hidden.1.max(bound.1)));
        }
    }
    wide
}

/// The programme of one group, ready for any of its cells.
pub(crate) struct Covers {
    groups: Groups,
    prepared: BTreeMap<usize, Option<Group>>,
}

struct Group {
    prepared: Prepared,
    /// How far each shown cell is moved up, and down.
    moves: BTreeMap<usize, [Variable; 2]>,
}

impl Covers {
    /// `wide` is what would be known with every candidate hidden.
    pub fn new(world: &World, wide: &[Range]) -> Covers {
        Covers { groups: Groups::new(wide, &world.rows), prepared: BTreeMap::new() }
    }

    /// The shown cells to hide so that `cell` can have the value, itself hidden or never printed. Impossible where not even hiding
    /// every candidate would do.
    pub fn cover(
        &mut self,
        world: &World,
        (bounds, wide): (&[Range], &[Range]),
        candidates: &BTreeMap<usize, Candidate>,
        cell: usize,
        value: i64,
    ) -> Result<BTreeSet<usize>, NotFound> {
        let place = self.groups.group_of(cell).ok_or(NotFound::Impossible)?;
        if !self.prepared.contains_key(&place) {
            let group = self.prepare(world, (bounds, wide), candidates, place);
            self.prepared.insert(place, group);
        }
        let group = self.prepared.get(&place).and_then(Option::as_ref).ok_or(NotFound::Unknown)?;
        let moved = group.prepared.fixed(cell, value)?;
        let far = |columns: &[Variable; 2]| columns.iter().map(|column| moved.value(*column)).sum::<f64>() > 1e-6;
        Ok(group.moves.iter().filter(|(_, columns)| far(columns)).map(|(place, _)| *place).collect())
    }

    fn prepare(
        &self,
        world: &World,
        (bounds, wide): (&[Range], &[Range]),
        candidates: &BTreeMap<usize, Candidate>,
        group: usize,
    ) -> Option<Group> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let (mut columns, mut moves) = (BTreeMap::new(), BTreeMap::new());
        for member in self.groups.members.get(group)? {
            let (narrow, wide) = (bounds.get(*member).copied()?, wide.get(*member).copied()?);
            columns.insert(*member, problem.add_var(0.0, open(narrow)));
            if let Some(candidate) = candidates.get(member).filter(|_| wide != narrow) {
                let up = problem.add_var(candidate.cost, open((0, wide.1 - narrow.1)));
                let down = problem.add_var(candidate.cost, open((0, narrow.0 - wide.0)));
                moves.insert(*member, [up, down]);
            }
        }
        add_rows(&mut problem, &world.rows, self.groups.rows.get(group)?, wide, |member| {
            let mut terms = vec![(columns.get(&member).copied()?, 1.0)];
            terms.extend(moves.get(&member).into_iter().flat_map(|[up, down]| [(*up, 1.0), (*down, -1.0)]));
            Some(terms)
        })?;
        let mut options = SolveOptions::default();
        options.presolve = false;
        let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
        Some(Group { prepared: Prepared::new(solution, Rc::new(columns)), moves })
    }
}
