//! Prints invented releases as JSON lines, for `tests/disclosure_attack.py`: what was published, and apart from it the truth.
//!
//! `cargo run -p caseward-disclosure --example releases -- --tables 1000 --series 50 --registers 50 --seed 7 > releases.jsonl`.
//! `--first 3548 --tables 1 --series 0 --registers 0` makes one of them again.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "it ships nowhere")]

mod invent;
#[path = "invent/register.rs"]
mod register;

use caseward_disclosure::{Cost, Profile, Refusal, Release, Seed, Shown, Table, Why, publish};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::Range;

fn main() {
    let mut asked: BTreeMap<String, u64> = BTreeMap::new();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for pair in arguments.chunks(2) {
        match pair.get(1).and_then(|number| number.parse().ok()) {
            Some(number) if ["--tables", "--series", "--registers", "--seed", "--first"].contains(&pair[0].as_str()) => {
                asked.insert(pair[0].clone(), number);
            }
            _ => panic!(
                "Usage: releases [--tables NUMBER] [--series NUMBER] [--registers NUMBER] [--seed NUMBER] [--first NUMBER]"
            ),
        }
    }
    let number = |name: &str, otherwise: u64| asked.get(name).copied().unwrap_or(otherwise);
    let (seed, first) = (number("--seed", 1), number("--first", 0));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let all = |many: u64| first..first + many;
    let refused = two_at_a_time(all(number("--tables", 1_000)), &mut out, |at| tables(seed, at))
        + two_at_a_time(all(number("--series", 50)), &mut out, |at| series(seed, at))
        + two_at_a_time(all(number("--registers", 50)), &mut out, |at| register(seed, at));
    out.flush().unwrap();
    eprintln!("{refused} packs refused");
}

/// What came of one number: lines to print, and packs that were refused.
type Made = (String, Vec<Refusal>);

/// Prints in the order of the numbers, whichever is made first.
fn two_at_a_time(numbers: Range<u64>, out: &mut impl Write, make: impl Fn(u64) -> Made + Sync) -> usize {
    let mut refused = 0;
    for start in numbers.clone().step_by(32) {
        let end = numbers.end.min(start + 32);
        let half = |odd: u64| (start..end).filter(|at| at % 2 == odd).map(|at| (at, make(at))).collect::<Vec<_>>();
        let mut made = std::thread::scope(|scope| {
            let odd = scope.spawn(|| half(1));
            [half(0), odd.join().unwrap()].concat()
        });
        made.sort_by_key(|(at, _)| *at);
        for (_, (lines, refusals)) in made {
            out.write_all(lines.as_bytes()).unwrap();
            refusals.iter().for_each(|refusal| eprintln!("{refusal}"));
            refused += refusals.len();
        }
    }
    refused
}

fn profile(at: u64) -> Profile {
    if at.is_multiple_of(2) { Profile::PARTNERS } else { Profile::PUBLIC }
}

fn tables(seed: u64, at: u64) -> Made {
    let mut random = fastrand::Rng::with_seed(seed << 32 | at);
    let name = format!("table {at}");
    let tables = if at % 5 == 4 { invent::linked(&mut random, &name) } else { vec![invent::table(&mut random, &name)] };
    match publish(&tables, &profile(at), &[], &secret(seed, at), Cost::Cells) {
        Ok(releases) => (lines(&name, &releases, &tables), Vec::new()),
        Err(refusal) => (String::new(), vec![refusal]),
    }
}

fn series(seed: u64, at: u64) -> Made {
    let mut random = fastrand::Rng::with_seed(seed << 32 | 1 << 31 | at);
    let name = format!("series {at}");
    let packs = invent::series(&mut random, &name).into_iter().map(|table| vec![table]);
    one_after_another(&name, packs, seed, at)
}

fn register(seed: u64, at: u64) -> Made {
    let mut random = fastrand::Rng::with_seed(seed << 32 | 1 << 30 | at);
    let name = format!("register {at}");
    let packs = register::register(&mut random, &name, &profile(at));
    one_after_another(&name, packs.into_iter(), seed, at)
}

/// Each pack together with those before it. A refused pack is not released, as its maker would leave it.
fn one_after_another(name: &str, packs: impl Iterator<Item = Vec<Table>>, seed: u64, at: u64) -> Made {
    let (mut register, mut truths, mut refusals) = (Vec::new(), Vec::new(), Vec::new());
    for pack in packs {
        match publish(&pack, &profile(at), &register, &secret(seed, at), Cost::Cells) {
            Ok(releases) => {
                register.extend(releases);
                truths.extend(pack);
            }
            Err(refusal) => refusals.push(refusal),
        }
    }
    (lines(name, &register, &truths), refusals)
}

fn secret(seed: u64, at: u64) -> Seed {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&at.to_le_bytes());
    Seed::new(bytes)
}

/// What a reader has: shown numbers, `[c]`, headings and how they add up. Why a cell is hidden stays behind.
fn lines(name: &str, releases: &[Release], truths: &[Table]) -> String {
    let published: Vec<Value> = releases
        .iter()
        .map(|release| {
            json!({
                "title": release.title,
                "population": release.population,
                "hidden_to": release.profile.hidden_to(),
                "rounded_to": release.profile.rounded_to(),
                "dimensions": release.dimensions,
                "balances": release.balances,
                "cells": release.cells.iter().map(Shown::to_string).collect::<Vec<_>>(),
            })
        })
        .collect();
    // Small, and guarded as any hidden number is, because what was released before left no other way.
    let untold = |(release, truth): (&Release, &Table)| -> Vec<usize> {
        let cells = release.cells.iter().zip(truth.counts()).enumerate();
        let is_untold = |shown: &Shown, count: u32| *shown == Shown::Hidden(Why::Cover) && count <= release.profile.hidden_to();
        cells.filter(|(_, (shown, count))| is_untold(shown, **count)).map(|(at, _)| at).collect()
    };
    let untold: Vec<_> = releases.iter().zip(truths).map(untold).collect();
    let counts: Vec<_> = truths.iter().map(Table::counts).collect();
    let opened = json!({ "truth": name, "counts": counts, "untold": untold });
    format!("{}\n{opened}\n", json!({ "release": name, "tables": published }))
}
