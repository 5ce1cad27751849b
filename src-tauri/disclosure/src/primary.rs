//! What is hidden on its own account.
//!
//! Three rules, each a known disclosure risk (Hundepool and others, *Statistical Disclosure Control*, 2012, chapters 4 and 5):
//!
//! - **Small counts**, from 1 to the threshold.
//! - **The parts of a small total**, zeros among them: five `[c]` under a total of `[c]` would each be 1. Hidden alike, whether
//!   none or few, they only say "0 to 5". The same holds below a hidden zero.
//! - **Full rows** (class disclosure): where everybody in a group has one category, whoever is known to be in the group is known to
//!   have it, however large the group. The full cell is hidden with one of its zeros, drawn in secret, so that nobody can tell
//!   whether the row is full. A dimension that tells nothing private is let be.
//!
//! A zero elsewhere is shown, and what lies below a shown zero is shown too: it can be nothing else.

use crate::profile::Profile;
use crate::release::Why;
use crate::world::{Pack, Status, Sum};
use std::collections::BTreeSet;

/// What stands fixed before any cover is sought.
pub(crate) struct Primary {
    pub statuses: Vec<Status>,
    /// Zeros that must be shown, because their total is.
    pub dead: BTreeSet<usize>,
}

/// The fresh cells to be hidden on their own account. `out` says which have been shown to this audience before, and cannot be hidden;
/// `held` which were hidden from it, and stay so.
pub(crate) fn primary(pack: &Pack, profile: &Profile, out: &BTreeSet<usize>, held: &BTreeSet<usize>) -> Primary {
    let mut statuses: Vec<Status> = (0..pack.cells.len())
        .map(|cell| match pack.why(cell, profile) {
            why if held.contains(&cell) => Status::Hidden(why),
            Why::Small if !out.contains(&cell) => Status::Hidden(Why::Small),
            _ => Status::Shown,
        })
        .collect();
    hide_above(pack, held, out, &mut statuses);
    let mut below: Vec<Vec<&Sum>> = vec![Vec::new(); pack.cells.len()];
    for sum in &pack.sums {
        if let Some(sums) = below.get_mut(sum.total) {
            sums.push(sum);
        }
    }
    let mut dead = BTreeSet::new();
    loop {
        let before = (statuses.clone(), dead.len());
        bury(pack, &statuses, &below, &mut dead);
        for sum in &pack.sums {
            small_total(pack, sum, &dead, out, &mut statuses);
        }
        for sum in pack.sums.iter().filter(|sum| !sum.harmless) {
            full_row(pack, profile, sum, &below, &dead, out, &mut statuses);
        }
        if before == (statuses.clone(), dead.len()) {
            return Primary { statuses, dead };
        }
        // A zero hidden since was counted as shown: begin again with what is now hidden.
        dead.clear();
        bury(pack, &statuses, &below, &mut dead);
    }
}

/// A total of none would tell of each part that was hidden before: the year of a quarter that hid a zero.
fn hide_above(pack: &Pack, held: &BTreeSet<usize>, out: &BTreeSet<usize>, statuses: &mut [Status]) {
    let mut hidden = held.clone();
    loop {
        let before = hidden.len();
        for sum in pack.sums.iter().filter(|sum| truth(pack, sum.total) == 0) {
            if sum.parts.iter().any(|part| hidden.contains(part)) {
                hide(statuses, sum.total, Why::None, out);
                hidden.insert(sum.total);
            }
        }
        if before == hidden.len() {
            return;
        }
    }
}

fn truth(pack: &Pack, cell: usize) -> u32 {
    pack.cells.get(cell).map_or(0, |fresh| fresh.truth)
}

fn is_shown(statuses: &[Status], cell: usize) -> bool {
    statuses.get(cell) == Some(&Status::Shown)
}

fn hide(statuses: &mut [Status], cell: usize, why: Why, out: &BTreeSet<usize>) {
    if let Some(status) = statuses.get_mut(cell).filter(|_| !out.contains(&cell)) {
        *status = Status::Hidden(why);
    }
}

/// Marks every part of a shown zero, and theirs.
fn bury(pack: &Pack, statuses: &[Status], below: &[Vec<&Sum>], dead: &mut BTreeSet<usize>) {
    let mut next: Vec<usize> = (0..statuses.len()).filter(|cell| truth(pack, *cell) == 0 && is_shown(statuses, *cell)).collect();
    while let Some(zero) = next.pop() {
        for part in below.get(zero).into_iter().flatten().flat_map(|sum| &sum.parts) {
            if dead.insert(*part) {
                next.push(*part);
            }
        }
    }
}

fn small_total(pack: &Pack, sum: &Sum, dead: &BTreeSet<usize>, out: &BTreeSet<usize>, statuses: &mut [Status]) {
    let small = matches!(statuses.get(sum.total), Some(Status::Hidden(Why::Small | Why::SmallOrNone | Why::None)));
    let is_none = |part: &usize| dead.contains(part) || (out.contains(part) && truth(pack, *part) == 0);
    let live: Vec<usize> = sum.parts.iter().copied().filter(|part| !is_none(part)).collect();
    let alone = live.len() < 2 && truth(pack, sum.total) > 0;
    if small && !alone {
        for part in live {
            let why = if truth(pack, part) == 0 { Why::None } else { Why::SmallOrNone };
            hide(statuses, part, why, out);
        }
    }
}

fn full_row(
    pack: &Pack,
    profile: &Profile,
    sum: &Sum,
    below: &[Vec<&Sum>],
    dead: &BTreeSet<usize>,
    out: &BTreeSet<usize>,
    statuses: &mut [Status],
) {
    let total = truth(pack, sum.total);
    let Some(full) = sum.parts.iter().copied().find(|part| total > 0 && truth(pack, *part) == total) else { return };
    let open = |part: &usize| *part != full && !is_known_none(*part, pack, below, dead, out);
    let zeros: Vec<usize> = sum.parts.iter().copied().filter(open).collect();
    if total <= profile.hidden_to() || zeros.is_empty() {
        return;
    }
    hide(statuses, full, Why::Cover, out);
    if zeros.iter().all(|zero| is_shown(statuses, *zero)) {
        let depth = |zero: usize| descendants(zero, below, &mut BTreeSet::new());
        let drawn = zeros.into_iter().min_by_key(|zero| (depth(*zero), pack.cells.get(*zero).map(|fresh| fresh.draw)));
        if let Some(zero) = drawn {
            hide(statuses, zero, Why::None, out);
        }
    }
}

/// A zero that nothing can hide: below a shown zero, shown before, or the sum of such.
fn is_known_none(cell: usize, pack: &Pack, below: &[Vec<&Sum>], dead: &BTreeSet<usize>, out: &BTreeSet<usize>) -> bool {
    let known = |part: &usize| is_known_none(*part, pack, below, dead, out);
    let sums = || below.get(cell).into_iter().flatten();
    truth(pack, cell) == 0 && (dead.contains(&cell) || out.contains(&cell) || sums().any(|sum| sum.parts.iter().all(known)))
}

/// How many cells lie below one: a zero with few is hidden at least cost.
fn descendants(cell: usize, below: &[Vec<&Sum>], seen: &mut BTreeSet<usize>) -> usize {
    for part in below.get(cell).into_iter().flatten().flat_map(|sum| &sum.parts) {
        if seen.insert(*part) {
            descendants(*part, below, seen);
        }
    }
    seen.len()
}
