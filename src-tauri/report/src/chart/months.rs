//! Time from left to right, a month in each row of the table: columns for one column of numbers, lines for several. A line has a mark
//! of its own at each month and its name and last number at its end. Where a number is not shown, a line is broken.

use super::Named;
use super::canvas::{Anchor, Area, BLACK, Canvas, GRID, LETTER, LINE, TEXT, WIDTH, colour, scaled};
use super::say;
use super::shown::{A_HUNDRED, Row, Shown, headings, is_share, most, rows};
use super::wrap::{longest, wrap};
use crate::summary::{Chart, Table};
use crate::words::number;

const TOP: usize = 44;
const PLOT: usize = 240;
/// Room below for the names of the months, on two lines.
const BELOW: usize = 52;
/// Letters in a line of a name behind its line.
const NAME: usize = 22;

/// Draws some columns of a table whose rows are months, in order. `None` where there is no row to draw.
pub(crate) fn months(table: &Table, columns: &[usize], named: Named<'_>) -> Option<Chart> {
    let rows = rows(table, columns);
    if rows.is_empty() {
        return None;
    }
    let headings = headings(table, columns);
    let kind = if headings.len() == 1 { "Column chart of the column" } else { "Line chart of the columns" };
    let description = say::each_row(kind, &headings, table, &rows);
    let finding = say::course(&headings, &rows);
    let svg = draw(named, &description, &headings, &rows, Axis::of(table, columns, &rows));
    Some(named.chart(table, columns, finding, description, svg))
}

/// The scale at the left: its end and its steps, in tenths.
struct Axis {
    top: u64,
    step: u64,
    share: bool,
}

impl Axis {
    fn of(table: &Table, columns: &[usize], rows: &[Row<'_>]) -> Self {
        if is_share(table, columns) {
            return Self { top: A_HUNDRED, step: 200, share: true };
        }
        let most = most(rows).max(10);
        // 1, 2, 5, 10, 20, 50 …: the first that needs no more than five steps.
        let powers = std::iter::successors(Some(10_u64), |power| power.checked_mul(10));
        let mut steps = powers.flat_map(|power| [power, power.saturating_mul(2), power.saturating_mul(5)]);
        let step = steps.find(|step| most.div_ceil(*step) <= 5).unwrap_or(u64::MAX);
        Self { top: most.div_ceil(step).saturating_mul(step), step, share: false }
    }

    fn ticks(&self) -> impl Iterator<Item = u64> {
        let (step, top) = (self.step, self.top);
        (0..=top.checked_div(step).unwrap_or(0)).map(move |place| place.saturating_mul(step))
    }

    fn say(&self, tenths: u64) -> String {
        format!("{}{}", number(tenths / 10), if self.share { "%" } else { "" })
    }
}

/// Where the months stand, and how high a number is.
struct Plot {
    left: usize,
    width: usize,
    months: usize,
    top: u64,
}

impl Plot {
    fn x(&self, month: usize) -> usize {
        self.left + self.width * (2 * month + 1) / (2 * self.months)
    }

    fn y(&self, tenths: u64) -> usize {
        TOP + PLOT - scaled(tenths, self.top, PLOT)
    }

    fn slot(&self) -> usize {
        self.width / self.months
    }
}

fn draw(named: Named<'_>, description: &str, headings: &[&str], rows: &[Row<'_>], axis: Axis) -> String {
    let lines = headings.len() > 1;
    let names: Vec<Vec<String>> = headings.iter().map(|heading| wrap(heading, NAME, 2)).collect();
    let behind = if lines { names.iter().map(|name| longest(name)).max().unwrap_or(0).max(8) * LETTER + 24 } else { 4 };
    let left = axis.say(axis.top).chars().count() * LETTER + 14;
    let plot = Plot { left, width: WIDTH - left - behind, months: rows.len(), top: axis.top };
    let mut canvas = Canvas::new(named.id, named.title, description, TOP + PLOT + BELOW);
    if let ([heading], false) = (headings, lines) {
        canvas.bold(0, 18, Anchor::Start, heading);
    }
    for tick in axis.ticks() {
        let y = plot.y_of_tick(tick);
        canvas.line(
            &format!("M{left} {y}H{}", left + plot.width),
            if tick == 0 { BLACK } else { GRID },
            1 + usize::from(tick == 0),
        );
        canvas.text(left - 8, y + TEXT / 3, Anchor::End, &axis.say(tick));
    }
    month_names(&mut canvas, &plot, rows);
    signs(&mut canvas, &plot, rows);
    if lines {
        for place in 0..headings.len() {
            line(&mut canvas, &plot, rows, place);
        }
        ends(&mut canvas, &plot, rows, &names);
    } else {
        columns(&mut canvas, &plot, rows);
    }
    canvas.finish()
}

impl Plot {
    /// A tick stands exactly; a number that is not nought stands at least a little above it.
    fn y_of_tick(&self, tenths: u64) -> usize {
        if tenths == 0 { TOP + PLOT } else { self.y(tenths) }
    }
}

/// `July` above `2026`; the year only where it begins. Where months stand too close, three letters, or only some of them.
fn month_names(canvas: &mut Canvas<'_>, plot: &Plot, rows: &[Row<'_>]) {
    let parts: Vec<(&str, &str)> = rows.iter().map(|row| row.label.rsplit_once(' ').unwrap_or((row.label, ""))).collect();
    let letters = parts.iter().map(|(month, _)| month.chars().count()).max().unwrap_or(0);
    let kept = if letters * LETTER <= plot.slot() { letters } else { 3 };
    let every = ((kept.max(4) + 1) * LETTER).div_ceil(plot.slot().max(1)).max(1);
    let mut last_year = "";
    for (place, (month, year)) in parts.iter().enumerate().filter(|(place, _)| place % every == 0) {
        let short: String = month.chars().take(kept).collect();
        canvas.text(plot.x(place), TOP + PLOT + 20, Anchor::Middle, &short);
        if *year != last_year {
            canvas.text(plot.x(place), TOP + PLOT + 20 + LINE, Anchor::Middle, year);
            last_year = year;
        }
    }
}

/// `[c]` on the ground line of a month in which a number is not shown.
fn signs(canvas: &mut Canvas<'_>, plot: &Plot, rows: &[Row<'_>]) {
    for (month, row) in rows.iter().enumerate() {
        if let Some(Shown::Sign(sign)) = row.cells.iter().find(|cell| cell.tenths().is_none()) {
            canvas.bold(plot.x(month), TOP + PLOT - 8, Anchor::Middle, sign);
        }
    }
}

fn columns(canvas: &mut Canvas<'_>, plot: &Plot, rows: &[Row<'_>]) {
    let width = (plot.slot() * 2 / 3).clamp(2, 60);
    for (month, row) in rows.iter().enumerate() {
        let Some(Shown::Number { tenths, said }) = row.cells.first() else { continue };
        let y = plot.y(*tenths);
        canvas.fill(Area { x: plot.x(month).saturating_sub(width / 2), y, width, height: TOP + PLOT - y }, colour(0).0);
        if said.chars().count() * LETTER <= plot.slot() {
            canvas.bold(plot.x(month), y - 6, Anchor::Middle, said);
        }
    }
}

fn line(canvas: &mut Canvas<'_>, plot: &Plot, rows: &[Row<'_>], place: usize) {
    let mut path = String::new();
    let mut marks = Vec::new();
    let mut broken = true;
    for (month, row) in rows.iter().enumerate() {
        let Some(tenths) = row.cells.get(place).and_then(Shown::tenths) else {
            broken = true;
            continue;
        };
        let (x, y) = (plot.x(month), plot.y(tenths));
        path.push_str(&format!("{}{x} {y}", if broken { 'M' } else { 'L' }));
        marks.push(mark(place, x, y));
        broken = false;
    }
    let (colour, _) = colour(place);
    canvas.line(&path, colour, 3);
    canvas.shape(&marks.concat(), colour);
}

/// A round, square, pointed or lying mark, so that lines can be told without their colours.
fn mark(place: usize, x: usize, y: usize) -> String {
    match place % 4 {
        0 => format!("M{} {y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", x.saturating_sub(6)),
        1 => format!("M{} {}h12v12h-12z", x.saturating_sub(6), y.saturating_sub(6)),
        2 => format!("M{x} {}l8 14h-16z", y.saturating_sub(9)),
        _ => format!("M{x} {}l8 8l-8 8l-8 -8z", y.saturating_sub(8)),
    }
}

/// The name and the last shown number of each line behind it, moved apart where they would touch.
fn ends(canvas: &mut Canvas<'_>, plot: &Plot, rows: &[Row<'_>], names: &[Vec<String>]) {
    let last = |place: usize| rows.iter().rev().find_map(|row| row.cells.get(place).filter(|cell| cell.tenths().is_some()));
    let mut ends: Vec<(usize, usize, Vec<String>)> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let Some(cell) = last(place) else { continue };
        let mut lines = name.clone();
        lines.push(cell.said().to_owned());
        ends.push((plot.y(cell.tenths().unwrap_or(0)), place, lines));
    }
    ends.sort_by_key(|(y, place, _)| (*y, *place));
    let x = plot.left + plot.width + 6;
    let room: usize = ends.iter().map(|(_, _, lines)| lines.len() * LINE + 6).sum();
    let mut free = 0;
    let mut left_over = room;
    for (y, place, lines) in &ends {
        let height = lines.len() * LINE + 6;
        // As near to the end of its line as those above and below it let it be.
        let lowest = (TOP + PLOT + BELOW).saturating_sub(left_over);
        let top = y.saturating_sub(height / 2).min(lowest).max(free);
        canvas.shape(&mark(*place, x + 6, top + LINE / 2), colour(*place).0);
        for (line, text) in lines.iter().enumerate() {
            canvas.text(x + 20, top + LINE * line + LINE - 4, Anchor::Start, text);
        }
        free = top + height;
        left_over -= height;
    }
}
