//! A table as it leaves: each cell shown, rounded or hidden. The register of releases keeps these.

use crate::dimension::Dimension;
use crate::profile::Profile;
use crate::table::{Balance, Narrowed, PartEditions, Population, edition_of, identity};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One printed table and the profile under which it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// How it was shown.
    pub profile: Profile,
    /// Its title.
    pub title: String,
    /// Who is counted.
    pub population: Population,
    /// What it counts by.
    pub dimensions: Vec<Dimension>,
    /// All cells with margins, the last dimension running fastest.
    pub cells: Vec<Shown>,
    /// Sums between its cells and those of other populations that anybody can make.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balances: Vec<Balance>,
    /// Categories whose cells are of another edition than `population` says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: PartEditions,
}

impl Release {
    /// Every cell by what narrows it, as it is shown, with its edition.
    pub fn printed(&self) -> impl Iterator<Item = (Narrowed, Shown, u32)> {
        self.cells.iter().enumerate().map(|(cell, shown)| {
            let narrowed = identity(&self.dimensions, cell);
            let edition = edition_of(&self.population, &self.editions, &narrowed);
            (narrowed, *shown, edition)
        })
    }

    /// The cells that it hides.
    pub fn hidden(&self) -> impl Iterator<Item = Narrowed> {
        self.printed().filter(|(_, shown, _)| matches!(shown, Shown::Hidden(_))).map(|(narrowed, ..)| narrowed)
    }
}

/// What a reader sees of a cell. `Display` prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The number, rounded where the profile rounds.
    Number(u32),
    /// `[c]`. Why is for the register only: it is never printed, and the attack is told it all the same.
    Hidden(Why),
}

/// Why a cell is hidden, which says between which counts it lies. With `hidden_to` 5:
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is 1 to 5.
    Small,
    /// It is 0 to 5 for all that the attack is told: part of a total of 1 to 5, whose parts are all hidden alike.
    SmallOrNone,
    /// It is none, and told as 0 to 5: such a part, or a zero that gives cover.
    None,
    /// It covers for another. The attack takes it for any number, because `[c]` says no more of it.
    Cover,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Number(number) => write!(f, "{number}"),
            Shown::Hidden(_) => f.write_str("[c]"),
        }
    }
}

impl Shown {
    /// The share of a whole in tenths of a per cent, rounded half up, from what both cells show: `None` where either is hidden or the
    /// whole is none. A share made this way tells nothing that the two cells do not.
    pub fn share_of(self, whole: Shown) -> Option<u32> {
        let (Shown::Number(part), Shown::Number(whole)) = (self, whole) else { return None };
        let tenths = (u64::from(part) * 2_000 + u64::from(whole)).checked_div(u64::from(whole) * 2)?;
        u32::try_from(tenths).ok()
    }
}
