//! What must hold of published tables.

mod examples;
mod laws;
mod series;

use crate::{Category, Cost, Dimension, Population, Profile, Refusal, Release, Seed, Series, Table, publish};
use std::fmt::Write;

pub(crate) fn people(name: &str, edition: u32, series: Series) -> Population {
    Population { name: name.to_owned(), edition, series }
}

/// A table of rows and columns from its finest cells.
pub(crate) fn rows(title: &str, population: Population, counts: &[&[u32]]) -> Table {
    let category = |letter: char, number: usize| (0..number).map(|at| format!("{letter}{at}")).collect::<Vec<_>>();
    let dimension = |name: &str, letter: char, number: usize| {
        let names = category(letter, number);
        Dimension::flat(name, "All", &names.iter().map(String::as_str).collect::<Vec<_>>()).unwrap()
    };
    let dimensions = vec![dimension("Row", 'r', counts.len()), dimension("Column", 'c', counts[0].len())];
    let place = |name: &str| name[1..].parse::<usize>().unwrap();
    Table::from_finest(title, population, dimensions, |names| counts[place(names[0])][place(names[1])]).unwrap()
}

/// One line of counts.
pub(crate) fn line(title: &str, population: Population, counts: &[u32]) -> Table {
    let parts: Vec<Category> = (0..counts.len()).map(|at| Category::new(&format!("c{at}"))).collect();
    let dimension = Dimension::new("Column", Category::of("All", parts)).unwrap();
    Table::from_finest(title, population, vec![dimension], |names| counts[names[0][1..].parse::<usize>().unwrap()]).unwrap()
}

pub(crate) fn seed(byte: u8) -> Seed {
    Seed::new([byte; 32])
}

pub(crate) fn made(tables: &[Table], profile: &Profile, earlier: &[Release]) -> Result<Vec<Release>, Refusal> {
    publish(tables, profile, earlier, &seed(1), Cost::Cells)
}

/// A release as printed, a row of the last dimension to a line.
pub(crate) fn printed(release: &Release) -> String {
    let width = release.dimensions.last().unwrap().headings().count();
    release.cells.chunks(width).fold(String::new(), |mut text, row| {
        let cells: Vec<String> = row.iter().map(|cell| format!("{:<5}", cell.to_string())).collect();
        writeln!(text, "{}", cells.join("").trim_end()).unwrap();
        text
    })
}
