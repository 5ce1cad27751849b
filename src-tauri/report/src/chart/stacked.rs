//! Bars made of parts: the columns of a table beside one another in each row. Each part has a colour and a pattern, a name in the
//! key above, and its number where there is room.

use super::Named;
use super::canvas::{Anchor, Area, BLACK, Canvas, LETTER, TEXT, WIDTH, room_for, scaled};
use super::say;
use super::shown::{Row, Shown, headings, rows};
use super::wrap::wrap;
use crate::summary::{Chart, Table};

const BAR: usize = 30;
const STEP: usize = 46;
/// The side of a sample in the key, and the height of a line of it.
const SAMPLE: usize = 18;
const KEY_LINE: usize = 28;
/// Between two parts.
const GAP: usize = 2;
/// What stands for a part that is hidden, whatever its number: `[c]` and room around it.
const SIGN: usize = 34;
const NAME: usize = 38;

/// Draws some columns of a table as the parts of its rows. `None` where there is no row to draw.
pub(crate) fn stacked(table: &Table, columns: &[usize], named: Named<'_>) -> Option<Chart> {
    let rows = rows(table, columns);
    if rows.is_empty() {
        return None;
    }
    let headings = headings(table, columns);
    let description = say::each_row("Stacked bar chart of the columns", &headings, table, &rows);
    let finding = say::largest_part(&headings, &rows);
    let svg = draw(named, &description, &headings, &rows);
    Some(named.chart(table, columns, finding, description, svg))
}

fn draw(named: Named<'_>, description: &str, headings: &[&str], rows: &[Row<'_>]) -> String {
    let names: Vec<Vec<String>> = rows.iter().map(|row| wrap(row.label, NAME, 2)).collect();
    let left = room_for(&names);
    let key = key(headings);
    let top = key.last().map_or(0, |sample| sample.y) + KEY_LINE + 14;
    // Gaps and signs take the same room in every drawing, so that the scale is that of the shown numbers alone.
    let span = (WIDTH - left).saturating_sub(headings.len() * SIGN + 4).max(60);
    let most = rows.iter().map(|row| row.cells.iter().filter_map(Shown::tenths).fold(0, u64::saturating_add)).max().unwrap_or(0);
    let height = top + rows.len() * STEP;
    let mut canvas = Canvas::new(named.id, named.title, description, height);
    canvas.patterns(headings.len());
    for (place, (sample, heading)) in key.iter().zip(headings).enumerate() {
        canvas.part(*sample, place);
        canvas.text(sample.x + SAMPLE + 8, sample.y + SAMPLE / 2 + TEXT / 3 + 1, Anchor::Start, heading);
    }
    for (place, (row, name)) in rows.iter().zip(&names).enumerate() {
        let y = top + place * STEP;
        canvas.name(left - 10, y + BAR / 2, Anchor::End, name);
        bar(&mut canvas, row, left, y, |tenths| scaled(tenths, most, span));
    }
    let bottom = height.saturating_sub(STEP - BAR - 6);
    canvas.line(&format!("M{left} {}V{bottom}", top - 6), BLACK, 2);
    canvas.finish()
}

fn bar(canvas: &mut Canvas<'_>, row: &Row<'_>, left: usize, y: usize, length: impl Fn(u64) -> usize) {
    let mut x = left + 1;
    for (place, cell) in row.cells.iter().enumerate() {
        match cell {
            Shown::Number { tenths: 0, .. } => {}
            Shown::Number { tenths, said } => {
                let area = Area { x, y, width: length(*tenths), height: BAR };
                canvas.part(area, place);
                if said.chars().count() * LETTER + 4 <= area.width {
                    canvas.number_in(area, place, said);
                }
                x += area.width + GAP;
            }
            Shown::Sign(sign) => {
                canvas.bold(x + SIGN / 2, y + BAR / 2 + TEXT / 3 + 1, Anchor::Middle, sign);
                x += SIGN;
            }
        }
    }
}

/// Where the samples of the key stand: from left to right, on as many lines as they need.
fn key(headings: &[&str]) -> Vec<Area> {
    let mut samples = Vec::new();
    let (mut x, mut y) = (0, 6);
    for heading in headings {
        let width = SAMPLE + 8 + heading.chars().count() * LETTER + 16;
        if x > 0 && x + width > WIDTH {
            (x, y) = (0, y + KEY_LINE);
        }
        samples.push(Area { x, y, width: SAMPLE, height: SAMPLE });
        x += width;
    }
    samples
}
