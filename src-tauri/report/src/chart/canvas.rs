//! The SVG itself: texts, boxes, lines, in whole units. At its own width these are pixels.

use std::fmt::Write as _;

use super::wrap::longest;
use crate::html::Escaped;

pub(super) const WIDTH: usize = 760;
/// The height of all text.
pub(super) const TEXT: usize = 16;
/// What a letter takes on average, with room to spare.
pub(super) const LETTER: usize = 9;
/// From one line of a name to the next.
pub(super) const LINE: usize = 18;
pub(super) const BLACK: &str = "#0b0c0c";
pub(super) const WHITE: &str = "#ffffff";
pub(super) const GRID: &str = "#b1b4b6";

/// The Analysis Function's colours for kinds, in its order, each with the text that can be read on it (4.5 to 1 and more).
const COLOURS: [(&str, &str); 6] =
    [("#12436D", WHITE), ("#28A197", BLACK), ("#801650", WHITE), ("#F46A25", BLACK), ("#3D3D3D", WHITE), ("#A285D1", BLACK)];
/// Drawn in white upon the colour, on a square of 8: plain, slanted, dotted, upright, level, crossed.
const PATTERNS: [&str; 6] =
    ["", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M2 2h2v2h-2zM6 6h2v2h-2z", "M4 -1V9", "M-1 4H9", "M0 0L8 8M8 0L0 8"];

/// The colour of a part, and of text upon it.
pub(super) fn colour(place: usize) -> (&'static str, &'static str) {
    COLOURS.get(place % COLOURS.len()).copied().unwrap_or((BLACK, WHITE))
}

#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

pub(super) struct Canvas<'a> {
    id: &'a str,
    svg: String,
}

impl<'a> Canvas<'a> {
    pub fn new(id: &'a str, title: &str, description: &str, height: usize) -> Self {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{id}-title {id}-desc" font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="{TEXT}" fill="{BLACK}"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            Escaped(title),
            Escaped(description)
        );
        Self { id, svg }
    }

    /// The patterns of so many parts. Each chart has its own, so that many can stand on one page.
    pub fn patterns(&mut self, parts: usize) {
        self.push("<defs>");
        for place in 0..parts {
            let id = self.id;
            let lines = PATTERNS.get((place + place / PATTERNS.len()) % PATTERNS.len()).copied().unwrap_or("");
            let _ = write!(
                self.svg,
                r#"<pattern id="{id}-{place}" width="8" height="8" patternUnits="userSpaceOnUse"><path d="{lines}" stroke="{WHITE}" stroke-width="1.5" fill="none"/></pattern>"#
            );
        }
        self.push("</defs>");
    }

    pub fn text(&mut self, x: usize, y: usize, anchor: Anchor, text: &str) {
        self.write(x, y, anchor, "", text);
    }

    pub fn bold(&mut self, x: usize, y: usize, anchor: Anchor, text: &str) {
        self.write(x, y, anchor, r#" font-weight="bold""#, text);
    }

    /// A name of some lines, the middle of which is at `y`.
    pub fn name(&mut self, x: usize, y: usize, anchor: Anchor, lines: &[String]) {
        let first = (y + TEXT / 3 + 1).saturating_sub((lines.len().saturating_sub(1)) * LINE / 2);
        for (place, line) in lines.iter().enumerate() {
            self.text(x, first + place * LINE, anchor, line);
        }
    }

    fn write(&mut self, x: usize, y: usize, anchor: Anchor, look: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let _ = write!(self.svg, r#"<text x="{x}" y="{y}"{anchor}{look}>{}</text>"#, Escaped(text));
    }

    pub fn fill(&mut self, area: Area, fill: &str) {
        let Area { x, y, width, height } = area;
        let _ = write!(self.svg, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>"#);
    }

    /// A box in the colour of a part, and its pattern upon it: a pattern alone would show its seams on paper.
    pub fn part(&mut self, area: Area, place: usize) {
        self.fill(area, colour(place).0);
        let fill = format!("url(#{}-{place})", self.id);
        self.fill(area, &fill);
    }

    /// A number in the middle of a part, on its plain colour so that it can be read.
    pub fn number_in(&mut self, area: Area, place: usize, said: &str) {
        let (back, ink) = colour(place);
        let width = (said.chars().count() * LETTER + 4).min(area.width);
        let middle = area.x + area.width / 2;
        let behind = Area { x: middle - width / 2, y: area.y + area.height / 2 - 10, width, height: 20 };
        self.fill(behind, back);
        let y = area.y + area.height / 2 + TEXT / 3 + 1;
        let look = format!(r#" font-weight="bold" fill="{ink}""#);
        self.write(middle, y, Anchor::Middle, &look, said);
    }

    pub fn line(&mut self, path: &str, colour: &str, width: usize) {
        let _ = write!(self.svg, r#"<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>"#);
    }

    /// A filled shape.
    pub fn shape(&mut self, path: &str, colour: &str) {
        let _ = write!(self.svg, r#"<path d="{path}" fill="{colour}"/>"#);
    }

    fn push(&mut self, text: &str) {
        self.svg.push_str(text);
    }

    pub fn finish(mut self) -> String {
        self.push("</svg>");
        self.svg
    }
}

/// The room that names take before the bars: as much as the longest needs, within reason.
pub(super) fn room_for(names: &[Vec<String>]) -> usize {
    let letters = names.iter().map(|lines| longest(lines)).max().unwrap_or(0);
    (letters * LETTER + 16).clamp(100, WIDTH / 2)
}

/// The length of a number on a scale whose end is at `most`. What is not nought can be seen.
pub(super) fn scaled(tenths: u64, most: u64, span: usize) -> usize {
    let length = u128::from(tenths) * u128::try_from(span).unwrap_or(0) / u128::from(most.max(1));
    usize::try_from(length).unwrap_or(span).min(span).max(if tenths > 0 { 2 } else { 0 })
}
