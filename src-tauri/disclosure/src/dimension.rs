//! What a table counts by: a named tree of categories, from the total down.

use crate::table::TableError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One category and the categories that it is the sum of, if any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its heading, which no other category of the dimension has.
    pub name: String,
    /// What it is the sum of; empty for the finest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Category>,
}

impl Category {
    /// A category that is not broken down.
    pub fn new(name: &str) -> Category {
        Category { name: name.to_owned(), parts: Vec::new() }
    }

    /// The sum of its parts.
    pub fn of(name: &str, parts: impl IntoIterator<Item = Category>) -> Category {
        Category { name: name.to_owned(), parts: parts.into_iter().collect() }
    }
}

/// A dimension: its categories in the order in which they are printed, each parent before its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Dimension {
    name: String,
    total: Category,
    nodes: Vec<Node>,
    harmless: bool,
    part: bool,
}

/// A category in the order of printing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub name: String,
    /// Places of its parts in the same list.
    pub parts: Vec<usize>,
}

impl Dimension {
    /// A dimension from its total down. Two tables that use the same name for a dimension mean the same by the same category.
    pub fn new(name: &str, total: Category) -> Result<Dimension, TableError> {
        let mut nodes = Vec::new();
        flatten(&total, &mut nodes);
        let names: BTreeSet<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
        if names.len() < nodes.len() {
            return Err(TableError::CategoryTwice { dimension: name.to_owned() });
        }
        Ok(Dimension { name: name.to_owned(), total, nodes, harmless: false, part: false })
    }

    /// A total and its categories, with nothing between.
    pub fn flat(name: &str, total: &str, categories: &[&str]) -> Result<Dimension, TableError> {
        Dimension::new(name, Category::of(total, categories.iter().map(|category| Category::new(category))))
    }

    /// Says that learning somebody's category tells nothing private about them, so that a full row need not be hidden: the
    /// quarter in which a plan was signed, for example.
    pub fn harmless(mut self) -> Dimension {
        self.harmless = true;
        self
    }

    /// Says that the total is itself a part of something larger, such as a quarter of all time: its name then narrows a cell as any
    /// category does, so that a year whose parts are quarters adds up with the tables of each quarter.
    pub fn part_of_a_whole(mut self) -> Dimension {
        self.part = true;
        self
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The headings in the order of printing, the total first.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().map(|node| node.name.as_str())
    }

    /// Places in `headings` of the parts of a category; empty for the finest.
    pub fn parts(&self, place: usize) -> &[usize] {
        self.nodes.get(place).map_or(&[], |node| &node.parts)
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub(crate) fn is_harmless(&self) -> bool {
        self.harmless
    }

    pub(crate) fn is_part_of_a_whole(&self) -> bool {
        self.part
    }
}

fn flatten(category: &Category, nodes: &mut Vec<Node>) -> usize {
    let place = nodes.len();
    nodes.push(Node { name: category.name.clone(), parts: Vec::new() });
    let parts = category.parts.iter().map(|part| flatten(part, nodes)).collect();
    if let Some(node) = nodes.get_mut(place) {
        node.parts = parts;
    }
    place
}

#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    total: Category,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    harmless: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    part: bool,
}

impl From<Dimension> for Written {
    fn from(Dimension { name, total, harmless, part, .. }: Dimension) -> Written {
        Written { name, total, harmless, part }
    }
}

impl TryFrom<Written> for Dimension {
    type Error = TableError;

    fn try_from(Written { name, total, harmless, part }: Written) -> Result<Dimension, TableError> {
        Ok(Dimension { harmless, part, ..Dimension::new(&name, total)? })
    }
}
