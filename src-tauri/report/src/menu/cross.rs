//! One cross-table: counted case by case, handed to the disclosure rules, and taken back as they let it be shown.

use caseward_disclosure::{Dimension, Population, Release, Shown, Table as Counts, TableError};

use super::axis::Axis;

/// Counts by one to three axes.
#[derive(Clone, Debug)]
pub(crate) struct Cross {
    /// What the disclosure rules call it, in errors and in the register of releases: without a date, so that editions share it.
    pub title: String,
    pub population: &'static str,
    axes: Vec<Axis>,
    counts: Vec<u32>,
}

impl Cross {
    pub fn new(title: &str, population: &'static str, axes: Vec<Axis>) -> Self {
        let cells = axes.iter().map(|axis| axis.finest().len()).product();
        Self { title: title.to_owned(), population, axes, counts: vec![0; cells] }
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

    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// With its margins, for the disclosure rules.
    pub fn counted(&self, population: Population) -> Result<Counts, TableError> {
        let dimensions = self.dimensions();
        Counts::from_finest(&self.title, population, dimensions, |names| {
            let place = |(axis, name): (&Axis, &&str)| axis.finest().iter().position(|finest| finest == name);
            let places: Option<Vec<usize>> = self.axes.iter().zip(names).map(place).collect();
            let count = places.and_then(|places| self.place(&places)).and_then(|place| self.counts.get(place));
            count.copied().unwrap_or(0)
        })
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
