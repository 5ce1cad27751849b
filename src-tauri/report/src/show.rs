//! One cell as each format shows it. The shorthand `[z]`, *not applicable*, is the Government Statistical Service's
//! (Using symbols in tables), so that a spreadsheet has no empty cell that could be read as nought.

use crate::summary::{Cell, Profile, TableRow};
use crate::words::number;

/// Stands where a number does not apply, or where there is nothing to reckon it from.
pub(crate) const NOT_APPLICABLE: &str = "[z]";
/// Stands where a number is hidden, so that nobody can be told from it.
pub(crate) const CONFIDENTIAL: &str = "[c]";

impl Profile {
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Internal => "internal",
            Profile::Partners => "partners",
            Profile::Public => "public",
        }
    }

    /// The marking that its paper carries (Government Security Classifications policy, 2024).
    pub fn marking(self) -> &'static str {
        match self {
            Profile::Internal => "OFFICIAL-SENSITIVE",
            Profile::Partners | Profile::Public => "OFFICIAL",
        }
    }
}

impl Cell {
    /// As people read it: `1,204`, `66.7%`, `41`, `[z]`.
    pub fn say(&self) -> String {
        match self {
            Cell::Count { value } => number(*value),
            Cell::Percent { value: Some(value) } => format!("{value:.1}%"),
            Cell::Days { value: Some(value) } => value.to_string(),
            Cell::Hidden => CONFIDENTIAL.to_owned(),
            Cell::Percent { value: None } | Cell::Days { value: None } | Cell::Blank => NOT_APPLICABLE.to_owned(),
        }
    }

    /// As a machine reads it: `1204`, `66.7`, `41`, `[z]`.
    pub(crate) fn plain(&self) -> String {
        match self {
            Cell::Count { value } => value.to_string(),
            Cell::Percent { value: Some(value) } => format!("{value:.1}"),
            other => other.say(),
        }
    }

    fn unit(&self) -> Option<&'static str> {
        match self {
            Cell::Count { .. } => Some("count"),
            Cell::Percent { .. } => Some("per cent"),
            Cell::Days { .. } => Some("days"),
            Cell::Blank => Some("none"),
            Cell::Hidden => None,
        }
    }
}

/// How the heading of a per cent ends, whether it stands over a column or before a row.
const PER_CENT: &str = "(per cent)";

impl TableRow {
    /// What a cell of this row counts, under the heading of its column. A hidden number has the unit that it would have if it were shown.
    pub(crate) fn unit(&self, cell: &Cell, column: &str) -> &'static str {
        let is_share = column.ends_with(PER_CENT) || self.label.ends_with(PER_CENT);
        cell.unit().unwrap_or(if is_share { "per cent" } else { "count" })
    }
}
