//! Charts, drawn here once for the window, the HTML and the paper.
//!
//! As the Government Analysis Function asks (Data visualisation: charts; colours in charts): bars for kinds, columns and lines for
//! time, no more than a few parts, names beside what they name, a finding for a title. Nothing is told by colour alone: parts have
//! patterns, lines have marks. No script, no font from elsewhere; presentation attributes and no `style`, so that a strict content
//! security policy lets it be shown. The title and what it shows stand in it for people who do not see it; all numbers stand in the
//! table beside it.
//!
//! A chart is drawn from a [`Table`] as it will be read. A hidden number is not in it, so it cannot come into a length, an axis or a
//! tick; where it would stand, the picture says `[c]`, at a place that no number decides.

mod bars;
mod canvas;
mod menu;
mod months;
mod say;
mod shown;
mod stacked;
mod wrap;

#[cfg(test)]
mod tests;

pub use self::menu::charts;

use crate::summary::{Chart, Table};

/// What a chart is called, and how it is found.
#[derive(Clone, Copy)]
pub(crate) struct Named<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

impl Named<'_> {
    fn chart(&self, table: &Table, columns: &[usize], finding: String, description: String, svg: String) -> Chart {
        Chart {
            id: self.id.to_owned(),
            title: self.title.to_owned(),
            finding,
            description,
            table: table.id.clone(),
            columns: columns.to_vec(),
            svg,
        }
    }
}
