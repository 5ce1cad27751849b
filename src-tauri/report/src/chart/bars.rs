//! Horizontal bars in one colour, with the name before and the number behind each: for one column of a table, or for its last row.

use super::Named;
use super::canvas::{Anchor, Area, BLACK, Canvas, TEXT, WIDTH, colour, room_for, scaled};
use super::say;
use super::shown::{A_HUNDRED, Row, Shown, headings, is_share, most, rows};
use super::wrap::wrap;
use crate::summary::{Cell, Chart, Table, TableRow};

const BAR: usize = 26;
const STEP: usize = 42;
const TOP: usize = 40;
/// Room behind the longest bar for its number.
const ROOM_FOR_NUMBER: usize = 90;
/// Letters in a line of a name before its bar.
const NAME: usize = 38;

/// Draws one column of a table. `None` where there is no row to draw.
pub(crate) fn bars(table: &Table, column: usize, named: Named<'_>) -> Option<Chart> {
    let rows = rows(table, &[column]);
    if rows.is_empty() {
        return None;
    }
    let heading = headings(table, &[column]).concat();
    let description = say::each_row("Bar chart of the column", &[&heading], table, &rows);
    let top = if is_share(table, &[column]) { A_HUNDRED } else { most(&rows) };
    let svg = draw(named, &description, &heading, &rows, top);
    Some(named.chart(table, &[column], say::longest_bar(&rows), description, svg))
}

/// Draws the last row of a table, the sum of those above it, with a bar for each column but the last, the sum of those before it.
pub(crate) fn bars_of_last_row(table: &Table, named: Named<'_>) -> Option<Chart> {
    let row = table.rows.last()?;
    let parts = row.cells.len().checked_sub(1)?;
    let bar = |(heading, cell): (&String, &Cell)| TableRow { label: heading.clone(), total: false, cells: vec![cell.clone()] };
    let turned = Table {
        columns: vec![String::new(), row.label.clone()],
        rows: table.columns.iter().skip(1).zip(&row.cells).take(parts).map(bar).collect(),
        ..table.clone()
    };
    let rows = rows(&turned, &[0]);
    if rows.is_empty() {
        return None;
    }
    let description = say::each_row("Bar chart of the row", &[&row.label], &turned, &rows);
    let svg = draw(named, &description, &row.label, &rows, most(&rows));
    let columns: Vec<usize> = (0..parts).collect();
    Some(named.chart(table, &columns, say::longest_bar(&rows), description, svg))
}

fn draw(named: Named<'_>, description: &str, heading: &str, rows: &[Row<'_>], most: u64) -> String {
    let names: Vec<Vec<String>> = rows.iter().map(|row| wrap(row.label, NAME, 2)).collect();
    let left = room_for(&names);
    let span = WIDTH - left - ROOM_FOR_NUMBER;
    let height = TOP + rows.len() * STEP;
    let mut canvas = Canvas::new(named.id, named.title, description, height);
    canvas.bold(left, 22, Anchor::Start, heading);
    for (place, (row, name)) in rows.iter().zip(&names).enumerate() {
        let y = TOP + place * STEP;
        let middle = y + BAR / 2;
        canvas.name(left - 10, middle, Anchor::End, name);
        let Some(cell) = row.cells.first() else { continue };
        let length = match cell {
            Shown::Number { tenths, .. } => scaled(*tenths, most, span),
            Shown::Sign(_) => 0,
        };
        canvas.fill(Area { x: left, y, width: length, height: BAR }, colour(0).0);
        canvas.bold(left + 8 + length, middle + TEXT / 3 + 1, Anchor::Start, cell.said());
    }
    let bottom = height.saturating_sub(STEP - BAR - 6);
    canvas.line(&format!("M{left} {}V{bottom}", TOP - 6), BLACK, 2);
    canvas.finish()
}
