//! One cross-table: counted case by case, handed to the disclosure rules, and taken back as they let it be shown.

use caseward_disclosure::{Dimension, Narrowed, Population, Release, Shown, Table as Counts, TableError};

use super::axis::Axis;

/// Counts by one to three axes.
#[derive(Clone, Debug)]
pub(crate) struct Cross {
    /// What the disclosure rules call it, in errors and in the register of releases: without a date, so that editions share it.
    pub title: String,
    pub population: &'static str,
    axes: Vec<Axis>,
    counts: Vec<u32>,
    /// Cells that are none whatever is counted, each by the headings of all its axes.
    none: Vec<Vec<String>>,
}

impl Cross {
    pub fn new(title: &str, population: &'static str, axes: Vec<Axis>) -> Self {
        let cells = axes.iter().map(|axis| axis.finest().len()).product();
        Self { title: title.to_owned(), population, axes, counts: vec![0; cells], none: Vec::new() }
    }

    /// Says which cells every reader knows to be none, each by its headings, one for each axis.
    pub fn known_none<'a>(mut self, cells: impl IntoIterator<Item = Vec<&'a str>>) -> Self {
        self.none.extend(cells.into_iter().map(|headings| headings.into_iter().map(str::to_owned).collect()));
        self
    }

    /// Counts one, at the places of its categories among the finest of each axis.
    pub fn add(&mut self, places: &[usize]) {
        self.add_times(places, 1);
    }

    pub fn add_times(&mut self, places: &[usize], times: u32) {
        if let Some(count) = self.place(places).and_then(|place| self.counts.get_mut(place)) {
            *count = count.saturating_add(times);
        }
    }

    fn place(&self, places: &[usize]) -> Option<usize> {
        let within = |(axis, place): (&Axis, &usize)| *place < axis.finest().len();
        if places.len() != self.axes.len() || !self.axes.iter().zip(places).all(within) {
            return None;
        }
        Some(self.axes.iter().zip(places).fold(0, |sum, (axis, place)| sum * axis.finest().len() + place))
    }

    /// How many are counted at these places of the finest of each axis.
    pub fn count(&self, places: &[usize]) -> u32 {
        self.place(places).and_then(|place| self.counts.get(place)).copied().unwrap_or(0)
    }

    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// With its margins, for the disclosure rules.
    pub fn counted(&self, population: Population) -> Result<Counts, TableError> {
        let dimensions = self.dimensions();
        let table = Counts::from_finest(&self.title, population, dimensions, |names| {
            let place = |(axis, name): (&Axis, &&str)| axis.finest().iter().position(|finest| finest == name);
            let places: Option<Vec<usize>> = self.axes.iter().zip(names).map(place).collect();
            places.map_or(0, |places| self.count(&places))
        })?;
        Ok(table.known_none(self.none.iter().map(|headings| self.narrowed(headings))))
    }

    /// A cell by the headings of all its axes, as the disclosure rules name it.
    fn narrowed(&self, headings: &[String]) -> Narrowed {
        let narrows = |(axis, heading): &(&Axis, &String)| axis.is_time() || axis.total() != heading.as_str();
        let cells = self.axes.iter().zip(headings).filter(narrows);
        let mut narrowed: Narrowed = cells.map(|(axis, heading)| (axis.name().to_owned(), heading.clone())).collect();
        narrowed.sort();
        narrowed
    }

    pub fn dimensions(&self) -> Vec<Dimension> {
        self.axes.iter().filter_map(Axis::dimension).collect()
    }

    /// Every number as it is, for inside the authority.
    pub fn exact(&self) -> Vec<Shown> {
        let population = Population { name: String::new(), edition: 0, series: caseward_disclosure::Series::Apart };
        let counts = self.counted(population).map(|table| table.counts().to_vec()).unwrap_or_default();
        counts.into_iter().map(Shown::Number).collect()
    }

    /// Its cells as they were released; nothing where it was left out.
    pub fn shown_in(&self, releases: &[Release]) -> Option<Vec<Shown>> {
        releases.iter().find(|release| release.title == self.title).map(|release| release.cells.clone())
    }

    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }
}
