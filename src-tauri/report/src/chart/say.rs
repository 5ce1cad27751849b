//! What a chart says in words: its finding, and its description for people who do not see it. Both are told from shown numbers only.

use super::shown::{Row, Shown};
use crate::summary::Table;
use crate::words::list;

/// `Bar chart of the column “Flags” of the table “Flags by rule”: Never reviewed, 2; Review overdue, [c].` With several columns:
/// `Never reviewed: “1 to 7 days late” 2, “8 to 28 days late” 0; …`.
pub(super) fn each_row(kind: &str, headings: &[&str], table: &Table, rows: &[Row<'_>]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("“{heading}”")).collect();
    let numbers = |row: &Row<'_>| match headings {
        [_] => row.cells.iter().map(|cell| cell.said().to_owned()).collect::<Vec<_>>().join(", "),
        _ => headings
            .iter()
            .zip(&row.cells)
            .map(|(heading, cell)| format!("“{heading}” {}", cell.said()))
            .collect::<Vec<_>>()
            .join(", "),
    };
    let after_name = if headings.len() == 1 { "," } else { ":" };
    let each: Vec<String> = rows.iter().map(|row| format!("{}{after_name} {}", row.label, numbers(row))).collect();
    format!("{kind} {} of the table “{}”: {}.", list(&quoted), table.title, each.join("; "))
}

/// Which bar is the longest, or which are.
pub(super) fn longest_bar(rows: &[Row<'_>]) -> String {
    let cells = rows.iter().filter_map(|row| Some((row.label, row.cells.first()?)));
    let (longest, said) = largest(cells);
    let names: Vec<String> = longest.iter().map(|label| format!("“{label}”")).collect();
    match longest.len() {
        0 => nothing_to_see(rows),
        _ if !all_shown(rows) => between(rows),
        1 => format!("The longest bar is {}, with {said}.", list(&names)),
        _ => format!("The longest bars are {}, with {said} each.", list(&names)),
    }
}

/// Which part of which bar is the largest, or which are.
pub(super) fn largest_part(headings: &[&str], rows: &[Row<'_>]) -> String {
    let parts = rows.iter().flat_map(|row| headings.iter().zip(&row.cells).map(|(heading, cell)| ((row.label, *heading), cell)));
    let (largest, said) = largest(parts);
    let names: Vec<String> = largest.iter().map(|(label, heading)| format!("“{heading}” of “{label}”")).collect();
    match largest.len() {
        0 => nothing_to_see(rows),
        _ if !all_shown(rows) => between(rows),
        1 => format!("The largest part is {}, with {said}.", list(&names)),
        2 | 3 => format!("The largest parts are {}, with {said} each.", list(&names)),
        many => format!("No part is larger than {said}; {many} parts are that large."),
    }
}

/// From where to where each line went.
pub(super) fn course(headings: &[&str], rows: &[Row<'_>]) -> String {
    let said: Vec<String> = headings.iter().enumerate().filter_map(|(place, heading)| course_of(heading, place, rows)).collect();
    if said.is_empty() { nothing_to_see(rows) } else { said.join(" ") }
}

fn course_of(heading: &str, place: usize, rows: &[Row<'_>]) -> Option<String> {
    let cells = || rows.iter().filter_map(|row| Some((row.label, row.cells.get(place)?)));
    let mut shown = cells().filter(|(_, cell)| cell.tenths().is_some());
    let (first_label, first) = shown.next()?;
    let Some((last_label, last)) = shown.next_back() else {
        return Some(format!("“{heading}” is shown for {first_label} only, with {}.", first.said()));
    };
    let (highest, said) = largest(cells());
    let high = match highest.as_slice() {
        _ if cells().any(|(_, cell)| cell.tenths().is_none()) => "not every month is shown".to_owned(),
        [only] => format!("it was highest in {only}, with {said}"),
        [] => "it was never above nought".to_owned(),
        _ => format!("the highest was {said}"),
    };
    Some(format!("“{heading}” was {} in {first_label} and {} in {last_label}; {high}.", first.said(), last.said()))
}

/// Whatever has the largest number shown, and that number as it is said. Nothing where that is nought.
fn largest<'a, T>(cells: impl Iterator<Item = (T, &'a Shown)>) -> (Vec<T>, &'a str) {
    let mut found = (Vec::new(), "");
    let mut most = 0;
    for (what, cell) in cells {
        let Some(tenths) = cell.tenths().filter(|tenths| *tenths > 0 && *tenths >= most) else { continue };
        if tenths > most {
            found = (Vec::new(), cell.said());
            most = tenths;
        }
        found.0.push(what);
    }
    found
}

fn all_shown(rows: &[Row<'_>]) -> bool {
    rows.iter().flat_map(|row| &row.cells).all(|cell| cell.tenths().is_some())
}

/// Where some numbers are not shown, one of them can be larger than every one that is: then the largest has no name.
fn between(rows: &[Row<'_>]) -> String {
    let shown = || rows.iter().flat_map(|row| &row.cells).filter_map(|cell| Some((cell.tenths()?, cell.said())));
    let ends = shown().min_by_key(|(tenths, _)| *tenths).zip(shown().max_by_key(|(tenths, _)| *tenths));
    match ends {
        Some(((least, from), (most, to))) if least < most => {
            format!("Not every number is shown; those shown go from {from} to {to}.")
        }
        Some((_, (_, most))) => format!("Not every number is shown; none of those shown is larger than {most}."),
        None => nothing_to_see(rows),
    }
}

fn nothing_to_see(rows: &[Row<'_>]) -> String {
    let any = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.tenths().is_some());
    match (any, all_shown(rows)) {
        (false, _) => "No number can be shown.".to_owned(),
        (true, true) => "Every number shown is nought.".to_owned(),
        (true, false) => "Not every number is shown; those shown are all nought.".to_owned(),
    }
}
