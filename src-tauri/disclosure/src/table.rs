//! A table of counts before anything is hidden: every cell with its margins, in the order of printing.

use crate::dimension::Dimension;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use thiserror::Error;

/// The most cells that one table may have. More would be a database, not a table.
const MOST_CELLS: usize = 20_000;
/// The most people that one cell may count.
const MOST_PEOPLE: u32 = 1_000_000_000;

/// Who is counted. Tables of one population and edition that are broken down by the same categories share those cells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Population {
    /// Such as "Open cases" or "Reviews held since April".
    pub name: String,
    /// Which of the editions that follow one another, from the first: the quarter's place in the year, for example.
    pub edition: u32,
    /// How editions hang together.
    pub series: Series,
}

/// What one edition of a population says about the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// Each edition counts something of its own: reviews held in a quarter. Nothing follows from one to the next.
    Apart,
    /// Each edition adds to the last: the year so far. No cell ever falls, and what was added is as telling as a count.
    Cumulative,
    /// The same list counted again on another day: open cases. Cells rise and fall, and a small change points at somebody.
    Snapshot,
}

/// Counts by one or more dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    title: String,
    population: Population,
    dimensions: Vec<Dimension>,
    counts: Vec<u32>,
    balances: Vec<Balance>,
    kept_hidden: BTreeSet<Narrowed>,
    known_none: BTreeSet<Narrowed>,
    editions: PartEditions,
}

/// What makes a cell the one that it is, whichever table it stands in: the categories that narrow it, each as dimension and heading, sorted;
/// none for everybody.
pub type Narrowed = Vec<(String, String)>;

/// Categories whose cells are of another edition than the rest of their table, each with that edition: a quarter that is counted as it was
/// before, in a year of which something else was counted anew.
pub type PartEditions = Vec<((String, String), u32)>;

/// A sum that anybody can make between cells of different populations, and that comes to nothing: open before, and opened, less
/// closed, less open after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Balance {
    /// The cells, each with how many times it counts. A sum of which one is printed nowhere tells nothing.
    pub terms: Vec<Term>,
}

/// One cell of a balance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Term {
    /// The name of its population.
    pub population: String,
    /// Its edition.
    pub edition: u32,
    /// The categories that narrow it.
    pub narrowed: Narrowed,
    /// How many times it counts; less than nothing where it is taken away.
    pub times: i64,
}

/// Why a table cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// Two categories have one name, so that a reader could not tell them apart.
    #[error("{dimension} has two categories of the same name: rename one")]
    CategoryTwice {
        /// The dimension.
        dimension: String,
    },
    /// A table that counts by the same thing twice.
    #[error("{table} counts by {dimension} twice: take one away")]
    DimensionTwice {
        /// The table's title.
        table: String,
        /// The dimension.
        dimension: String,
    },
    /// A table with no dimension.
    #[error("{table} counts by nothing: give it at least one dimension")]
    NoDimension {
        /// The table's title.
        table: String,
    },
    /// More cells than a table may have, or other than the dimensions make.
    #[error("{table} must have as many cells as its dimensions make, and no more than 20,000")]
    Cells {
        /// The table's title.
        table: String,
    },
    /// A count beyond a thousand million.
    #[error("{table} has a count above 1,000,000,000: count something smaller")]
    TooMany {
        /// The table's title.
        table: String,
    },
    /// A total that is not the sum of its parts.
    #[error("{table}: the parts of {cell} do not add up to it")]
    DoesNotAddUp {
        /// The table's title.
        table: String,
        /// The cell's headings.
        cell: String,
    },
}

impl Table {
    /// A table from all its cells with margins, the last dimension running fastest, each in the order of `headings`.
    pub fn new(title: &str, population: Population, dimensions: Vec<Dimension>, counts: Vec<u32>) -> Result<Table, TableError> {
        let shape = Shape::new(title, &dimensions)?;
        if shape.cells != counts.len() {
            return Err(TableError::Cells { table: title.to_owned() });
        }
        if counts.iter().any(|count| *count > MOST_PEOPLE) {
            return Err(TableError::TooMany { table: title.to_owned() });
        }
        let title_owned = title.to_owned();
        let table = Table {
            title: title_owned,
            population,
            dimensions,
            counts,
            balances: Vec::new(),
            kept_hidden: BTreeSet::new(),
            known_none: BTreeSet::new(),
            editions: Vec::new(),
        };
        for line in lines(&table.dimensions) {
            let sum: u64 = line.parts.iter().map(|part| u64::from(table.count(*part))).sum();
            if sum != u64::from(table.count(line.total)) {
                return Err(TableError::DoesNotAddUp { table: title.to_owned(), cell: label(&table.dimensions, line.total) });
            }
        }
        Ok(table)
    }

    /// A table from its finest cells: `count` is asked for each of them by its categories, one for each dimension, and the
    /// margins are added up.
    pub fn from_finest(
        title: &str,
        population: Population,
        dimensions: Vec<Dimension>,
        mut count: impl FnMut(&[&str]) -> u32,
    ) -> Result<Table, TableError> {
        let shape = Shape::new(title, &dimensions)?;
        let mut counts: Vec<u32> = (0..shape.cells)
            .map(|cell| {
                let nodes = coordinates(&dimensions, cell);
                let finest = nodes.iter().all(|node| node.parts.is_empty());
                let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
                if finest { count(&names) } else { 0 }
            })
            .collect();
        // A parent stands before its parts, so that from the last cell back the parts are always there first.
        let mut filled = BTreeSet::new();
        let mut lines = lines(&dimensions);
        lines.sort_by_key(|line| std::cmp::Reverse(line.total));
        for line in lines {
            if filled.insert(line.total) {
                let sum = line.parts.iter().map(|part| counts.get(*part).copied().unwrap_or(0)).fold(0, u32::saturating_add);
                if let Some(total) = counts.get_mut(line.total) {
                    *total = sum;
                }
            }
        }
        Table::new(title, population, dimensions, counts)
    }

    /// States a balance that one of its cells is part of, so that the attack knows it too.
    pub fn balancing(mut self, balance: Balance) -> Table {
        self.balances.push(balance);
        self
    }

    /// Keeps cells hidden wherever they can be: those that an earlier edition hid ([`crate::Release::hidden`]) whose counts readers
    /// will guess to be the same, as in a list that was put right.
    pub fn keeping_hidden(mut self, cells: impl IntoIterator<Item = Narrowed>) -> Table {
        self.kept_hidden.extend(cells);
        self
    }

    /// Says of cells that every reader knows them to be none whatever is counted: nobody without a level has a level confirmed. Such a
    /// zero is always shown, and never gives cover to another cell.
    pub fn known_none(mut self, cells: impl IntoIterator<Item = Narrowed>) -> Table {
        self.known_none.extend(cells);
        self
    }

    /// Says that the cells of some categories are of another edition than the table: they are counted as they were in it.
    pub fn of_editions(mut self, editions: PartEditions) -> Table {
        self.editions = editions;
        self
    }

    /// Every cell by what narrows it, with its count.
    pub fn cells(&self) -> impl Iterator<Item = (Narrowed, u32)> {
        self.counts.iter().enumerate().map(|(cell, count)| (identity(&self.dimensions, cell), *count))
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Who is counted.
    pub fn population(&self) -> &Population {
        &self.population
    }

    /// What it counts by.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// All cells with margins, the last dimension running fastest.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    pub(crate) fn balances(&self) -> &[Balance] {
        &self.balances
    }

    pub(crate) fn editions(&self) -> &PartEditions {
        &self.editions
    }

    pub(crate) fn is_kept_hidden(&self, narrowed: &Narrowed) -> bool {
        self.kept_hidden.contains(narrowed)
    }

    pub(crate) fn is_known_none(&self, narrowed: &Narrowed) -> bool {
        self.known_none.contains(narrowed)
    }

    fn count(&self, cell: usize) -> u32 {
        self.counts.get(cell).copied().unwrap_or(0)
    }
}

/// How many cells the dimensions make.
struct Shape {
    cells: usize,
}

impl Shape {
    fn new(title: &str, dimensions: &[Dimension]) -> Result<Shape, TableError> {
        let table = title.to_owned();
        if dimensions.is_empty() {
            return Err(TableError::NoDimension { table });
        }
        let mut names = BTreeSet::new();
        if let Some(twice) = dimensions.iter().find(|dimension| !names.insert(dimension.name())) {
            return Err(TableError::DimensionTwice { table, dimension: twice.name().to_owned() });
        }
        let cells = dimensions.iter().fold(1_usize, |cells, dimension| cells.saturating_mul(dimension.nodes().len()));
        if cells > MOST_CELLS { Err(TableError::Cells { table }) } else { Ok(Shape { cells }) }
    }
}

/// A total and what it is the sum of, along one dimension; cells by their place.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub total: usize,
    pub parts: Vec<usize>,
    /// The dimension along which it adds up tells nothing private.
    pub harmless: bool,
}

/// Every sum that the margins of a table make.
pub(crate) fn lines(dimensions: &[Dimension]) -> Vec<Line> {
    let cells: usize = dimensions.iter().map(|dimension| dimension.nodes().len()).product();
    let mut found = Vec::new();
    let mut step = cells;
    for dimension in dimensions {
        let nodes = dimension.nodes().len();
        step /= nodes.max(1);
        for cell in 0..cells {
            let place = cell / step % nodes;
            let parts = dimension.nodes().get(place).map_or(&[][..], |node| &node.parts);
            if !parts.is_empty() {
                let start = cell - place * step;
                let parts = parts.iter().map(|part| start + part * step).collect();
                found.push(Line { total: cell, parts, harmless: dimension.is_harmless() });
            }
        }
    }
    found
}

/// The category of a cell in each dimension.
pub(crate) fn coordinates(dimensions: &[Dimension], cell: usize) -> Vec<&crate::dimension::Node> {
    let mut rest = cell;
    let mut nodes: Vec<_> = dimensions
        .iter()
        .rev()
        .filter_map(|dimension| {
            let place = rest % dimension.nodes().len().max(1);
            rest /= dimension.nodes().len().max(1);
            dimension.nodes().get(place)
        })
        .collect();
    nodes.reverse();
    nodes
}

/// A cell in words: its headings, never its number.
pub(crate) fn label(dimensions: &[Dimension], cell: usize) -> String {
    let names: Vec<&str> = coordinates(dimensions, cell).iter().map(|node| node.name.as_str()).collect();
    names.join(", ")
}

/// What a cell is whichever table it stands in: the categories that narrow it, totals left out.
pub(crate) fn identity(dimensions: &[Dimension], cell: usize) -> Narrowed {
    let mut narrowed: Narrowed = dimensions
        .iter()
        .zip(coordinates(dimensions, cell))
        .filter(|(dimension, node)| {
            dimension.is_part_of_a_whole() || dimension.nodes().first().is_none_or(|total| total.name != node.name)
        })
        .map(|(dimension, node)| (dimension.name().to_owned(), node.name.clone()))
        .collect();
    narrowed.sort();
    narrowed
}

/// The edition to which a cell belongs.
pub(crate) fn edition_of(population: &Population, editions: &PartEditions, narrowed: &Narrowed) -> u32 {
    editions.iter().find(|(category, _)| narrowed.contains(category)).map_or(population.edition, |(_, edition)| *edition)
}
