//! One `Summary` for a period: a fixed menu of tables. It has no field for text about a child, so no writer of it
//! can let any out.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who a summary is for, and so what it may show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Exact numbers, marked OFFICIAL-SENSITIVE.
    #[default]
    Internal,
    /// For organisations that work on the same cases: small numbers hidden.
    Partners,
    /// For anybody: small numbers hidden, the rest rounded.
    Public,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Summary {
    pub title: String,
    pub authority: String,
    pub profile: Profile,
    /// What stands at the top of every page: `OFFICIAL-SENSITIVE`.
    pub marking: String,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    #[ts(type = "string")]
    pub made_at: DateTime<Utc>,
    /// The head of the audit chain when it was made.
    pub audit_head: String,
    /// For whom it was made; `None` where nobody is named.
    pub recipient: Option<String>,
    /// How it was made: which cases, which dates, what each count means.
    pub method: Vec<String>,
    /// What is hidden, why, and how that was checked; empty where every number is shown.
    pub suppression: Vec<String>,
    pub tables: Vec<Table>,
    pub charts: Vec<Chart>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Table {
    /// Letters and hyphens; the name of its CSV part and its sheet.
    pub id: String,
    pub title: String,
    /// A sentence that says the finding.
    pub finding: String,
    /// Headings, the first for the row labels.
    pub columns: Vec<String>,
    pub rows: Vec<TableRow>,
    /// What is not recorded, what is counted, what the worst case is.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TableRow {
    pub label: String,
    /// Sums up the rows above it; charts leave it out.
    pub total: bool,
    pub cells: Vec<Cell>,
}

/// One number of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "cell", rename_all = "snake_case")]
pub enum Cell {
    Count {
        #[ts(type = "number")]
        value: u64,
    },
    /// Per cent, from shown numbers, to one decimal place. `None` where nothing is counted.
    Percent { value: Option<f64> },
    /// Days, such as a median.
    Days { value: Option<f64> },
    /// A number that is not shown, so that nobody can be told from it: `[c]`, *confidential*.
    Hidden,
    /// Does not apply.
    Blank,
}

/// A picture of some columns of one table: its sentence, its description and its numbers stand in the table too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Chart {
    pub id: String,
    pub title: String,
    pub finding: String,
    /// What the picture shows, for people who do not see it.
    pub description: String,
    /// The table and the columns (0 for the first after the labels) that it draws.
    pub table: String,
    #[ts(type = "Array<number>")]
    pub columns: Vec<usize>,
    /// Drawn in Rust: one SVG for the window, the HTML and the paper.
    pub svg: String,
}
