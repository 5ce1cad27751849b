//! Which charts a summary has: for each table of the menu that has one, which columns, drawn how. They are drawn from the tables as
//! they will be read, so after small numbers were hidden.

use caseward_domain::date::say_date;
use chrono::NaiveDate;

use super::Named;
use super::bars::{bars, bars_of_last_row};
use super::months::months;
use super::stacked::stacked;
use crate::summary::{Chart, Table, TableRow};
use crate::tables::{cases, no_review};

/// The charts of these tables, in their order; `to` is the last day of the period.
pub fn charts(tables: &[Table], to: NaiveDate) -> Vec<Chart> {
    let is_drawn = |id: &str| tables.iter().any(|table| table.id == id);
    let is_second = |table: &&Table| drawn_from(&table.id).is_some_and(is_drawn);
    tables.iter().filter(|table| !is_second(table)).filter_map(|table| chart(table, &say_date(to))).collect()
}

/// The table of exact numbers that has the same picture, where it stands in the summary too: inside the authority.
fn drawn_from(cross_table: &str) -> Option<&'static str> {
    match cross_table {
        DECISIONS => Some(SIGN_OFFS),
        LATE_BY_CAUSE => Some(CAUSES),
        _ => None,
    }
}

const SIGN_OFFS: &str = "sign-offs";
const DECISIONS: &str = "decisions";
const CAUSES: &str = "causes";
const LATE_BY_CAUSE: &str = "late-by-cause";

fn chart(table: &Table, end: &str) -> Option<Chart> {
    match table.id.as_str() {
        cases::ID => {
            let title = format!("Open cases on {end}, by level of risk");
            bars(table, cases::OPEN_AT_END, Named { id: "chart-cases", title: &title })
        }
        "open-by-review" => {
            let title = format!("Open cases on {end}, with and without a no-review flag, by level of risk");
            let columns = [headed(table, "No such flag")?, headed(table, "At least one")?];
            stacked(table, &columns, Named { id: "chart-open-cases", title: &title })
        }
        "reviews-in-time" => {
            let columns = [headed(table, "In time")?, headed(table, "Late")?];
            months(table, &columns, Named { id: "chart-reviews", title: "Reviews held in time and late, by month" })
        }
        no_review::ID => {
            let title = format!("No-review flags on {end}, by rule and by how late");
            stacked(table, &no_review::BY_LATENESS, Named { id: "chart-no-review-flags", title: &title })
        }
        SIGN_OFFS => stacked(table, &[2, 3, 4], Named { id: "chart-sign-offs", title: SIGNED }),
        DECISIONS => {
            let whole = of_the_whole(table);
            let headings = ["Signed off in time", "Signed off late", "Signed off, time limit not known"];
            let columns: Option<Vec<usize>> = headings.into_iter().map(|heading| headed(&whole, heading)).collect();
            stacked(&whole, &columns?, Named { id: "chart-sign-offs", title: SIGNED })
        }
        CAUSES => bars(table, 0, WHY),
        LATE_BY_CAUSE if table.columns.len() == 2 => bars(table, 0, WHY),
        LATE_BY_CAUSE => bars_of_last_row(table, WHY),
        "action-plan" => {
            let title = format!("Actions of the plan on {end}, by theme and status");
            stacked(table, &[1, 2, 3, 4, 5, 6], Named { id: "chart-action-plan", title: &title })
        }
        _ => None,
    }
}

const SIGNED: &str = "Signed off in time and late, by kind of item";
const WHY: Named<'_> = Named { id: "chart-causes", title: "Why things were late" };

/// The rows of the whole period, where a table has them for each quarter too: `July to December 2026: Assessment`, under the label of the
/// last row, which sums up all.
fn of_the_whole(table: &Table) -> Table {
    let prefix = table.rows.last().and_then(|last| last.label.split_once(": ")).map(|(period, _)| format!("{period}: "));
    let Some(prefix) = prefix else { return table.clone() };
    let own = |row: &TableRow| {
        row.label.strip_prefix(&prefix).map(|label| TableRow { label: label.to_owned(), total: false, ..row.clone() })
    };
    let mut rows: Vec<TableRow> = table.rows.iter().filter_map(own).collect();
    rows.pop();
    Table { rows, ..table.clone() }
}

/// The first column whose heading begins so.
fn headed(table: &Table, heading: &str) -> Option<usize> {
    table.columns.iter().skip(1).position(|found| found.starts_with(heading))
}
