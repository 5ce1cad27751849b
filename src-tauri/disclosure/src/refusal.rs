//! Why a pack is not published. Each names a table and a cell by its headings, never a number.

use thiserror::Error;

/// What stands in the way of publishing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Hiding everything that may be hidden still leaves the cell known too closely.
    #[error(
        "{table} cannot be published: {cell} could be worked out whatever else is hidden. Join categories or leave the table out"
    )]
    TooFine {
        /// The table's title.
        table: String,
        /// The cell's headings.
        cell: String,
    },
    /// The releases, as they stand, let a hidden cell be known too closely.
    #[error("{table} must not be published as it is: {cell} could be worked out from what is shown")]
    KnownTooClosely {
        /// The table's title.
        table: String,
        /// The cell's headings.
        cell: String,
    },
    /// Two tables of the pack count the same cell differently.
    #[error("{table} and another table of the pack count {cell} differently: count both from the same list")]
    Disagrees {
        /// The table's title.
        table: String,
        /// The cell's headings.
        cell: String,
    },
    /// An earlier release showed something else for the same edition.
    #[error("{table}: {cell} does not fit what was released earlier. Give a new count an edition of its own")]
    Contradicts {
        /// The table's title.
        table: String,
        /// The cell's headings.
        cell: String,
    },
}
