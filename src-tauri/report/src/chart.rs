//! Bar charts, drawn here once for the window, the HTML and the paper.
//!
//! Horizontal bars in one colour with the name before and the number behind each, as the Government Analysis Function asks
//! (Data visualisation: charts; colours): nothing is told by colour alone, no axis needs to be read, no script, no font
//! from elsewhere. Presentation attributes and no `style`, so that a strict content security policy lets it be shown.
//! The title and what it shows stand in it for people who do not see it; all numbers stand in the table beside it.

use std::fmt::Write as _;

use crate::html::Escaped;
use crate::summary::{Cell, Chart, Table, TableRow};
use crate::words::{list, sentence};

/// Dark blue, the first of the Analysis Function's colours: 10.2 to 1 on white.
const DARK_BLUE: &str = "#12436D";
const BLACK: &str = "#0b0c0c";
const WIDTH: usize = 760;
/// All text, in units of the drawing: at its own width these are pixels.
const TEXT: usize = 16;
/// What a letter of Arial takes on average, with room to spare.
const LETTER: usize = 9;
const BAR: usize = 26;
const STEP: usize = 42;
const TOP: usize = 40;
/// Room behind the longest bar for its number.
const ROOM_FOR_NUMBER: usize = 90;

struct Bar<'a> {
    label: &'a str,
    value: u64,
    said: String,
}

/// Draws one column of counts of a table, its totals left out. The finding is the table's.
pub(crate) fn bar_chart(table: &Table, column: usize, id: &str, title: &str) -> Chart {
    let bars: Vec<Bar<'_>> = table.rows.iter().filter(|row| !row.total).filter_map(|row| bar(row, column)).collect();
    let heading = table.columns.get(column + 1).map_or("", String::as_str);
    let each: Vec<String> = bars.iter().map(|bar| format!("{}, {}", bar.label, bar.said)).collect();
    let description = format!("Bar chart of the column “{heading}” of the table “{}”: {}.", table.title, each.join("; "));
    Chart {
        id: id.to_owned(),
        title: title.to_owned(),
        finding: finding(&bars),
        svg: draw(id, title, &description, heading, &bars),
        description,
        table: table.id.clone(),
        column,
    }
}

fn bar(row: &TableRow, column: usize) -> Option<Bar<'_>> {
    match row.cells.get(column)? {
        cell @ Cell::Count { value } => Some(Bar { label: &row.label, value: *value, said: cell.say() }),
        Cell::Percent { .. } | Cell::Days { .. } | Cell::Hidden | Cell::Blank => None,
    }
}

/// Which bar is the longest, or which are.
fn finding(bars: &[Bar<'_>]) -> String {
    let Some(most) = bars.iter().map(|bar| bar.value).max().filter(|most| *most > 0) else {
        return "Every bar is at zero.".to_owned();
    };
    let longest: Vec<&Bar<'_>> = bars.iter().filter(|bar| bar.value == most).collect();
    let names: Vec<String> = longest.iter().map(|bar| format!("“{}”", bar.label)).collect();
    let said = longest.first().map_or("", |bar| bar.said.as_str());
    match names.len() {
        1 => sentence(&format!("the longest bar is {}, with {said}.", list(&names))),
        _ => sentence(&format!("the longest bars are {}, with {said} each.", list(&names))),
    }
}

fn draw(id: &str, title: &str, description: &str, heading: &str, bars: &[Bar<'_>]) -> String {
    let letters = bars.iter().map(|bar| bar.label.chars().count()).max().unwrap_or(0);
    let left = (letters * LETTER + 16).clamp(100, WIDTH / 2);
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let span = WIDTH - left - ROOM_FOR_NUMBER;
    let height = TOP + bars.len() * STEP;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{id}-title {id}-desc" font-family="Arial, Helvetica, sans-serif" font-size="{TEXT}" fill="{BLACK}"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
        Escaped(title),
        Escaped(description)
    );
    let _ = write!(svg, r#"<text x="{left}" y="22" font-weight="bold">{}</text>"#, Escaped(heading));
    for (place, bar) in bars.iter().enumerate() {
        let top = TOP + place * STEP;
        let middle = top + BAR / 2 + TEXT / 3 + 1;
        let (before, behind) = (left - 10, left + 8);
        let length = scaled(bar.value, most, span);
        let _ = write!(svg, r#"<text x="{before}" y="{middle}" text-anchor="end">{}</text>"#, Escaped(bar.label));
        let _ = write!(svg, r#"<rect x="{left}" y="{top}" width="{length}" height="{BAR}" fill="{DARK_BLUE}"/>"#);
        let _ = write!(svg, r#"<text x="{}" y="{middle}" font-weight="bold">{}</text>"#, behind + length, Escaped(&bar.said));
    }
    let bottom = height.saturating_sub(STEP - BAR - 6);
    let _ = write!(svg, r#"<path d="M{left} {}V{bottom}" stroke="{BLACK}" stroke-width="2" fill="none"/></svg>"#, TOP - 6);
    svg
}

/// The length of a bar. What is not nought can be seen.
fn scaled(value: u64, most: u64, span: usize) -> usize {
    let length = u128::from(value) * u128::try_from(span).unwrap_or(0) / u128::from(most);
    usize::try_from(length).unwrap_or(span).max(if value > 0 { 2 } else { 0 })
}
