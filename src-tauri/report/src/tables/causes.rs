//! Why things were late in the period, by cause.
//!
//! The sharpest criticism of the report of 2014 was that it never asks why the work was not done (DESIGN, section 2). What
//! nobody knows and what nobody was asked stand apart from the causes.

use super::{count, row, table, total};
use crate::summary::Table;
use crate::words::{count as say_count, how_many};

/// The causes given in the period, each as often as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// In the order of the authority's list, by their labels.
    pub given: Vec<(String, u64)>,
    /// Somebody was asked, and does not know.
    pub not_known: u64,
    /// Nobody has said anything yet.
    pub not_asked: u64,
}

const COLUMNS: [&str; 2] = ["Cause", "Times"];

const NOTES: [&str; 2] = [
    "Counted is everything that was due and was done after its date in the period, and each time in the period that a manager let a flag rest.",
    "Not known means that somebody was asked and does not know. Not asked means that nobody has said anything yet.",
];

impl Causes {
    pub(crate) fn table(&self) -> Table {
        let counted = |(label, times): &(String, u64)| row(label, vec![count(*times)]);
        let mut rows: Vec<_> = self.given.iter().map(counted).collect();
        rows.push(row("Not known", vec![count(self.not_known)]));
        rows.push(row("Not asked", vec![count(self.not_asked)]));
        rows.push(total("In all", vec![count(self.late())]));
        table("causes", "Why things were late", &COLUMNS, rows, self.finding(), &NOTES)
    }

    /// The causes of several spans together, in the order in which each first stands.
    pub(crate) fn sum(spans: &[Causes]) -> Causes {
        let mut sum = Causes::default();
        for span in spans {
            sum.not_known += span.not_known;
            sum.not_asked += span.not_asked;
            for (label, times) in &span.given {
                match sum.given.iter_mut().find(|(known, _)| known == label) {
                    Some((_, counted)) => *counted += times,
                    None => sum.given.push((label.clone(), *times)),
                }
            }
        }
        sum
    }

    fn known(&self) -> u64 {
        self.given.iter().map(|(_, times)| times).sum()
    }

    fn late(&self) -> u64 {
        self.known() + self.not_known + self.not_asked
    }

    fn finding(&self) -> String {
        if self.late() == 0 {
            return "Nothing was settled late or let rest in the period.".to_owned();
        }
        let most = self.given.iter().map(|(_, times)| *times).max().filter(|most| *most > 0);
        // Two that were given as often as each other are named in the order of the list.
        let named = self.given.iter().filter(|(_, times)| Some(*times) == most);
        let named: Vec<String> = named.map(|(label, times)| format!("{label}, {}", say_count(*times, "time", "times"))).collect();
        let most = if named.is_empty() { String::new() } else { format!(" Given most often: {}.", named.join("; ")) };
        format!(
            "Things were settled late or let rest {} in the period. A cause is given for {}; for {} it is not known, and for {} nobody has been asked.{most}",
            say_count(self.late(), "time", "times"),
            how_many(self.known()),
            how_many(self.not_known),
            how_many(self.not_asked)
        )
    }
}
