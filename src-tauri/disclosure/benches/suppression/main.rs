//! Time for a table, what is hidden beyond the small counts, and the same of the hand rule with what it leaks.
//!
//! `cargo bench -p caseward-disclosure`, or with a number of tables: `cargo bench -p caseward-disclosure -- 2000`.
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "it ships nowhere")]

mod hand;
#[allow(dead_code, reason = "the example uses all of it")]
#[path = "../../examples/invent/mod.rs"]
mod invent;

use caseward_disclosure::{Cost, Profile, Release, Seed, Shown, Table, Why, attack, publish};
use std::time::{Duration, Instant};

#[derive(Default)]
struct Figures {
    tables: usize,
    cells: usize,
    small: usize,
    zeros: usize,
    extra: usize,
    refused: usize,
    hand: usize,
    hand_exact: usize,
    hand_close: usize,
    hand_tables: usize,
    times: Vec<Duration>,
}

fn main() {
    let asked = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(300);
    println!(
        "{:9} {:>14}  {:>6} {:>7} {:>7} {:>7} {:>7}  {:>8} {:>8} {:>8}",
        "", "", "tables", "cells", "small", "as none", "cover", "median", "95%", "most"
    );
    for (name, profile) in [("partners", Profile::PARTNERS), ("public", Profile::PUBLIC)] {
        for (kind, most) in [("to 30 cells", 30), ("to 100 cells", 100), ("to 300 cells", 300)] {
            let mut random = fastrand::Rng::with_seed(2014);
            let mut figures = Figures::default();
            while figures.tables < asked / 3 {
                let table = invent::table(&mut random, "table");
                let few = most / 4;
                if (few..=most).contains(&table.counts().len()) {
                    one(&table, &profile, &mut figures);
                }
            }
            figures.print(name, kind);
        }
    }
}

fn one(table: &Table, profile: &Profile, figures: &mut Figures) {
    let started = Instant::now();
    let published = publish(std::slice::from_ref(table), profile, &[], &Seed::new([7; 32]), Cost::Cells);
    figures.times.push(started.elapsed());
    figures.tables += 1;
    figures.cells += table.counts().len();
    let Ok(releases) = published else {
        figures.refused += 1;
        return;
    };
    let is_small = |count: u32| (1..=profile.hidden_to()).contains(&count);
    for (shown, count) in releases[0].cells.iter().zip(table.counts()) {
        match shown {
            Shown::Hidden(_) if is_small(*count) => figures.small += 1,
            Shown::Hidden(_) if *count == 0 => figures.zeros += 1,
            Shown::Hidden(_) => figures.extra += 1,
            Shown::Number(_) => {}
        }
    }
    by_hand(&hand::publish(table, profile), profile, figures);
}

fn by_hand(release: &Release, profile: &Profile, figures: &mut Figures) {
    figures.hand += release.cells.iter().filter(|cell| **cell == Shown::Hidden(Why::Cover)).count();
    let known = attack(std::slice::from_ref(release), profile.audience()).unwrap();
    let exact = known.iter().filter(|known| known.highest == Some(known.lowest)).count();
    let close = known.iter().filter(|known| known.too_close).count();
    figures.hand_exact += exact;
    figures.hand_close += close;
    figures.hand_tables += usize::from(close > 0);
}

impl Figures {
    fn print(mut self, name: &str, kind: &str) {
        self.times.sort();
        let at = |share: f64| self.times[((self.times.len() - 1) as f64 * share) as usize];
        let milliseconds = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
        println!(
            "{name:9} {kind:>14}  {:>6} {:>7} {:>7} {:>7} {:>7}  {:>8} {:>8} {:>8}   refused {}",
            self.tables,
            self.cells,
            self.small,
            self.zeros,
            self.extra,
            milliseconds(at(0.5)),
            milliseconds(at(0.95)),
            milliseconds(at(1.0)),
            self.refused
        );
        println!(
            "{:9} {:>14}  hides {} beyond the small; of all that it hides {} are known exactly, {} more closely than the rule; {} tables leak",
            "", "hand rule", self.hand, self.hand_exact, self.hand_close, self.hand_tables
        );
    }
}
