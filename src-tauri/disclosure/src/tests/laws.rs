//! Laws over random packs.

use super::{made, seed};
use crate::table::{identity, lines};
use crate::{Audience, Cost, Profile, Release, Shown, Table, audit, publish};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[path = "../../examples/invent/mod.rs"]
mod invent;

fn profile() -> impl Strategy<Value = Profile> {
    prop_oneof![
        Just(Profile::PARTNERS),
        Just(Profile::PUBLIC),
        Just(Profile::new(Audience::Partners, 9, 1).unwrap()),
        Just(Profile::new(Audience::Public, 4, 10).unwrap())
    ]
}

/// A pack of one table or two that share a margin.
fn pack() -> impl Strategy<Value = Vec<Table>> {
    (any::<u64>(), any::<bool>()).prop_map(|(number, linked)| {
        let mut random = fastrand::Rng::with_seed(number);
        if linked { invent::linked(&mut random, "Cases") } else { vec![invent::table(&mut random, "Cases")] }
    })
}

/// The first quarter's larger hidden cells are open to just five values: asking for four more on one side was once taken for hopeless.
#[test]
fn a_series_is_not_refused_where_single_steps_open_it() {
    let number: u64 = 2014;
    let bytes = [number.to_le_bytes(), 40_u64.to_le_bytes(), [0; 8], [0; 8]].concat();
    let secret = crate::Seed::new(bytes.try_into().unwrap());
    let mut register = Vec::new();
    for table in invent::series(&mut fastrand::Rng::with_seed(number << 32 | 1 << 31 | 40), "series 40") {
        register.extend(publish(&[table], &Profile::PARTNERS, &register, &secret, Cost::Cells).unwrap());
    }
    assert_eq!(register.len(), 4);
}

/// Every way in which the finest cells of a small table could be filled, as the attacker would try them.
fn every_line(length: usize, most: u32) -> Vec<Vec<u32>> {
    (0..length).fold(vec![Vec::new()], |lines, _| {
        lines.into_iter().flat_map(|line| (0..=most).map(move |count| [line.clone(), vec![count]].concat())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_hidden_is_known_too_closely(tables in pack(), profile in profile()) {
        if let Ok(releases) = made(&tables, &profile, &[]) {
            prop_assert_eq!(audit(&releases, profile.audience()), Ok(()));
        }
    }

    #[test]
    fn every_small_count_is_hidden_and_every_shown_number_is_true(tables in pack(), profile in profile()) {
        for (release, table) in made(&tables, &profile, &[]).unwrap_or_default().iter().zip(&tables) {
            for (shown, count) in release.cells.iter().zip(table.counts()) {
                if let Shown::Number(number) = shown {
                    prop_assert!(*count == 0 || *count > profile.hidden_to());
                    prop_assert_eq!(*number, profile.printed(*count));
                }
            }
        }
    }

    #[test]
    fn shown_totals_are_the_sums_of_shown_parts(tables in pack()) {
        for release in made(&tables, &Profile::PARTNERS, &[]).unwrap_or_default() {
            let number = |cell: usize| match release.cells[cell] { Shown::Number(number) => Some(number), Shown::Hidden(_) => None };
            for line in lines(&release.dimensions) {
                let parts: Option<Vec<u32>> = line.parts.iter().map(|part| number(*part)).collect();
                if let (Some(total), Some(parts)) = (number(line.total), parts) {
                    prop_assert_eq!(total, parts.iter().sum::<u32>());
                }
            }
        }
    }

    #[test]
    fn what_is_hidden_does_not_depend_on_the_order_of_tables(number in any::<u64>(), profile in profile()) {
        let tables = invent::linked(&mut fastrand::Rng::with_seed(number), "Cases");
        let turned: Vec<Table> = tables.iter().rev().cloned().collect();
        let one = made(&tables, &profile, &[]);
        let other = made(&turned, &profile, &[]).map(|releases| releases.into_iter().rev().collect::<Vec<Release>>());
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_same_seed_gives_the_same_releases(tables in pack(), byte in any::<u8>()) {
        let make = || publish(&tables, &Profile::PARTNERS, &[], &seed(byte), Cost::Cells);
        prop_assert_eq!(make(), make());
    }

    #[test]
    fn a_shared_cell_is_printed_alike_everywhere(number in any::<u64>(), profile in profile()) {
        let tables = invent::linked(&mut fastrand::Rng::with_seed(number), "Cases");
        let mut printed = BTreeMap::new();
        for release in made(&tables, &profile, &[]).unwrap_or_default() {
            for (cell, shown) in release.cells.iter().enumerate() {
                let before = printed.insert(identity(&release.dimensions, cell), *shown);
                prop_assert!(before.is_none_or(|before| before == *shown));
            }
        }
    }

    /// No solver: every line of counts that would be printed alike is tried, and the hidden cells must take both ends among them.
    #[test]
    fn a_short_line_survives_trying_every_table(counts in prop::collection::vec(0_u32..=14, 2..=4)) {
        let table = super::line("Cases", super::people("Cases", 1, crate::Series::Apart), &counts);
        let Ok(releases) = made(&[table], &Profile::PARTNERS, &[]) else { return Ok(()) };
        let cells = &releases[0].cells;
        let agrees = |line: &Vec<u32>| {
            let all = std::iter::once(line.iter().sum()).chain(line.iter().copied());
            all.zip(cells).all(|(count, shown)| !matches!(shown, Shown::Number(number) if *number != count))
        };
        let fitting: Vec<Vec<u32>> = every_line(counts.len(), 20).into_iter().filter(agrees).collect();
        for (at, count) in counts.iter().enumerate() {
            if matches!(cells[at + 1], Shown::Hidden(_)) && *count <= 5 {
                prop_assert!(fitting.iter().any(|line| line[at] <= 1) && fitting.iter().any(|line| line[at] == 5));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_series_never_opens_what_was_hidden(number in any::<u64>(), public in any::<bool>()) {
        let profile = if public { Profile::PUBLIC } else { Profile::PARTNERS };
        let mut register = Vec::new();
        for table in invent::series(&mut fastrand::Rng::with_seed(number), "Cases") {
            if let Ok(releases) = made(&[table], &profile, &register) {
                register.extend(releases);
                prop_assert_eq!(audit(&register, profile.audience()), Ok(()));
            }
        }
    }
}
