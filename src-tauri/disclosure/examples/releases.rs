//! Prints invented releases as JSON lines, for `tests/disclosure_attack.py`: what was published, and apart from it the truth.
//!
//! `cargo run -p caseward-disclosure --example releases -- --tables 1000 --series 50 --seed 7 > releases.jsonl`
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "it ships nowhere")]

mod invent;

use caseward_disclosure::{Cost, Profile, Refusal, Release, Seed, Shown, Table, publish};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;

fn main() {
    let mut asked: BTreeMap<String, u64> =
        BTreeMap::from([("--tables".into(), 1_000), ("--series".into(), 50), ("--seed".into(), 1)]);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for pair in arguments.chunks(2) {
        let number = pair.get(1).and_then(|number| number.parse().ok());
        match (asked.get_mut(&pair[0]), number) {
            (Some(slot), Some(number)) => *slot = number,
            _ => panic!("Usage: releases --tables NUMBER --series NUMBER --seed NUMBER"),
        }
    }
    let seed = asked["--seed"];
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut refused = 0;
    for at in 0..asked["--tables"] {
        let mut random = fastrand::Rng::with_seed(seed << 32 | at);
        let name = format!("table {at}");
        let tables = if at % 5 == 4 { invent::linked(&mut random, &name) } else { vec![invent::table(&mut random, &name)] };
        let profile = if at % 2 == 0 { Profile::PARTNERS } else { Profile::PUBLIC };
        match publish(&tables, &profile, &[], &secret(seed, at), Cost::Cells) {
            Ok(releases) => write(&mut out, &name, &releases, &tables),
            Err(refusal) => refused += note(&refusal),
        }
    }
    for at in 0..asked["--series"] {
        let mut random = fastrand::Rng::with_seed(seed << 32 | 1 << 31 | at);
        let name = format!("series {at}");
        let profile = if at % 2 == 0 { Profile::PARTNERS } else { Profile::PUBLIC };
        let (mut register, mut truths) = (Vec::new(), Vec::new());
        for table in invent::series(&mut random, &name) {
            match publish(std::slice::from_ref(&table), &profile, &register, &secret(seed, at), Cost::Cells) {
                Ok(releases) => {
                    register.extend(releases);
                    truths.push(table);
                }
                Err(refusal) => refused += note(&refusal),
            }
        }
        write(&mut out, &name, &register, &truths);
    }
    out.flush().unwrap();
    eprintln!("{refused} releases refused");
}

fn note(refusal: &Refusal) -> u32 {
    eprintln!("{refusal}");
    1
}

fn secret(seed: u64, at: u64) -> Seed {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&at.to_le_bytes());
    Seed::new(bytes)
}

/// What a reader has: shown numbers, `[c]`, headings and how they add up. `Why` a cell is hidden stays behind.
fn write(out: &mut impl Write, name: &str, releases: &[Release], truths: &[Table]) {
    let published: Vec<Value> = releases
        .iter()
        .map(|release| {
            json!({
                "title": release.title,
                "population": release.population,
                "hidden_to": release.profile.hidden_to(),
                "rounded_to": release.profile.rounded_to(),
                "dimensions": release.dimensions,
                "cells": release.cells.iter().map(Shown::to_string).collect::<Vec<_>>(),
            })
        })
        .collect();
    let truths: Vec<_> = truths.iter().map(Table::counts).collect();
    writeln!(out, "{}", json!({ "release": name, "tables": published })).unwrap();
    writeln!(out, "{}", json!({ "truth": name, "counts": truths })).unwrap();
}
