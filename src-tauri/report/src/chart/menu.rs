//! Which charts a summary has: for each table of the menu that has one, which columns, drawn how. They are drawn from the tables as
//! they will be read, so after small numbers were hidden.

use caseward_domain::date::say_date;
use chrono::NaiveDate;

use super::Named;
use super::bars::bars;
use super::months::months;
use super::stacked::stacked;
use crate::summary::{Chart, Table};
use crate::tables::{cases, no_review};

/// The charts of these tables, in their order; `to` is the last day of the period.
pub fn charts(tables: &[Table], to: NaiveDate) -> Vec<Chart> {
    tables.iter().filter_map(|table| chart(table, &say_date(to))).collect()
}

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
        "sign-offs" => {
            stacked(table, &[2, 3, 4], Named { id: "chart-sign-offs", title: "Signed off in time and late, by kind of item" })
        }
        "causes" => bars(table, 0, Named { id: "chart-causes", title: "Why things were late" }),
        "action-plan" => {
            let title = format!("Actions of the plan on {end}, by theme and status");
            stacked(table, &[1, 2, 3, 4, 5, 6], Named { id: "chart-action-plan", title: &title })
        }
        _ => None,
    }
}

/// The first column whose heading begins so.
fn headed(table: &Table, heading: &str) -> Option<usize> {
    table.columns.iter().skip(1).position(|found| found.starts_with(heading))
}
