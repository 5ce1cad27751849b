//! A sample for audit as files: a page that states the method by itself, the whole ranked list so that anybody can draw it again,
//! and what was found.

mod page;

use std::collections::BTreeMap;

use caseward_domain::date::say_date;
use caseward_domain::item::hex;
use caseward_domain::reference::CaseReference;
use caseward_domain::sample::{Allocation, ChildHeard, Design, StratifyBy};
use chrono::{DateTime, NaiveDate, Utc};

use crate::csv::Csv;
use crate::error::ReportError;
use crate::words::{count, list, say_instant};

pub use self::page::sample_html;

/// Everything that leaves the register with a sample. Of children it holds references and, for those who may read them, the
/// words of whoever looked.
#[derive(Clone, Debug)]
pub struct SampleReport {
    /// By which other records name it.
    pub reference: String,
    pub title: String,
    pub authority: String,
    pub made_at: DateTime<Utc>,
    pub audit_head: String,
    pub drawn_at: DateTime<Utc>,
    pub drawn_by: String,
    pub design: Design,
    pub unreached: Vec<String>,
    /// Every case of the population, once.
    pub lines: Vec<SampleLine>,
    pub found: Vec<SampleFound>,
}

#[derive(Clone, Debug)]
pub struct SampleLine {
    pub reference: CaseReference,
    pub state: SampleLineState,
}

#[derive(Clone, Debug)]
pub enum SampleLineState {
    /// Why.
    LeftOut(String),
    Ranked {
        stratum: String,
        /// From 1.
        place: u32,
        drawn: bool,
    },
}

#[derive(Clone, Debug)]
pub struct SampleFound {
    pub reference: CaseReference,
    /// Code and label.
    pub finding: String,
    pub finding_says: String,
    pub child_heard: ChildHeard,
    pub looked_at: String,
    pub note: String,
    pub found_by: String,
    pub found_on: NaiveDate,
    /// Whoever looked was the case's own manager.
    pub own_case: bool,
}

/// A stratum in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StratumCount {
    pub name: String,
    pub eligible: usize,
    pub drawn: usize,
}

const NO_WORDS: &str = "left out (the reason is for those who work cases)";
const NOT_LOOKED_AT: &str = "Not looked at yet";

impl SampleReport {
    /// By name, as places are given out.
    pub fn strata(&self) -> Vec<StratumCount> {
        let mut strata: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for line in &self.lines {
            if let SampleLineState::Ranked { stratum, drawn, .. } = &line.state {
                let (eligible, places) = strata.entry(stratum).or_default();
                *eligible += 1;
                *places += usize::from(*drawn);
            }
        }
        let counted = |(name, (eligible, drawn)): (&str, _)| StratumCount { name: name.to_owned(), eligible, drawn };
        strata.into_iter().map(counted).collect()
    }

    /// Reasons for which cases were left out, with how many.
    pub fn left_out(&self) -> Vec<(String, usize)> {
        let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
        for line in &self.lines {
            if let SampleLineState::LeftOut(why) = &line.state {
                *reasons.entry(if why.is_empty() { NO_WORDS } else { why }).or_default() += 1;
            }
        }
        reasons.into_iter().map(|(why, number)| (why.to_owned(), number)).collect()
    }

    /// What was found with how many cases, and last those that nobody looked at yet.
    pub fn findings(&self) -> Vec<(String, usize)> {
        let mut findings: BTreeMap<&str, usize> = BTreeMap::new();
        for found in &self.found {
            *findings.entry(&found.finding_says).or_default() += 1;
        }
        let mut counted: Vec<_> = findings.into_iter().map(|(says, number)| (says.to_owned(), number)).collect();
        counted.push((NOT_LOOKED_AT.to_owned(), self.drawn().len() - self.found.len()));
        counted
    }

    /// Looked at, and the child was not heard.
    pub fn not_heard(&self) -> Vec<CaseReference> {
        self.found.iter().filter(|found| found.child_heard != ChildHeard::Yes).map(|found| found.reference.clone()).collect()
    }

    fn drawn(&self) -> Vec<&CaseReference> {
        let drawn = |line: &&SampleLine| matches!(line.state, SampleLineState::Ranked { drawn: true, .. });
        self.lines.iter().filter(drawn).map(|line| &line.reference).collect()
    }

    /// How the sample was drawn, so that somebody who has only the list can draw it again.
    pub fn method(&self) -> Vec<String> {
        let (design, strata) = (&self.design, self.strata());
        let left_out: usize = self.left_out().iter().map(|(_, number)| number).sum();
        let eligible: usize = strata.iter().map(|stratum| stratum.eligible).sum();
        let cases = |number: usize| count(number as u64, "case", "cases");
        let mut said = vec![
            format!(
                "Drawn from: {}. On the day of the draw the register held {} of that description.",
                lower(&design.population.say()),
                cases(self.lines.len())
            ),
            match left_out {
                0 => "No case was left out.".to_owned(),
                _ => format!("{} left out; the list says why for each. That leaves {}.", was(left_out), cases(eligible)),
            },
            match design.not_sampled_since {
                Some(day) => format!("Whatever was drawn in a sample since {} was left out.", say_date(day)),
                None => "Cases of earlier samples could be drawn again.".to_owned(),
            },
            self.strata_said(),
            match design.allocation {
                Allocation::Proportionate => format!(
                    "The {} places were shared in proportion, one at a time: each place went to the stratum for which its cases divided by (twice its places so far, plus 1) was greatest. No stratum got more places than it has cases. Where strata tied, the first by name got the place.",
                    design.size
                ),
                Allocation::Equal => format!(
                    "The {} places were shared equally, one at a time: each place went to the stratum with the fewest places that still had a case. Where strata tied, the first by name got the place.",
                    design.size
                ),
            },
            format!(
                "Within its stratum each case is ranked by the SHA-256 of the seed, one line feed (byte 0A) and the reference as printed, in UTF-8, written in hexadecimal. The lowest are drawn, as many as the stratum has places. The seed is “{}”.",
                design.seed.as_str()
            ),
            "So the order of the list decides nothing, every case on it could be drawn, and a bigger sample with the same seed holds every case of this one. Whoever has the list and the seed draws the same cases.".to_owned(),
            format!(
                "Drawn by {} on {}. The list is as the register stood then. Every draw is kept, and none can be taken away, so nobody draws until a sample pleases.",
                self.drawn_by,
                say_instant(self.drawn_at)
            ),
            "A sample of the register speaks of children who are on the register. It says nothing of those who are on no list.".to_owned(),
        ];
        let without: Vec<String> = strata.iter().filter(|s| s.drawn == 0).map(|s| s.name.clone()).collect();
        if !without.is_empty() {
            said.push(format!(
                "Of these strata no case was drawn, because the sample is too small for them: {}.",
                without.join(" / ")
            ));
        }
        if !self.unreached.is_empty() {
            said.push(format!("In these strata there was no case to draw: {}.", self.unreached.join(" / ")));
        }
        said
    }

    fn strata_said(&self) -> String {
        let design = &self.design;
        if design.stratify_by.is_empty() {
            return "The cases were not divided into strata.".to_owned();
        }
        let by = |by: &StratifyBy| match by {
            StratifyBy::Level => format!("the level of risk in force on {}", say_date(design.population.as_at())),
            StratifyBy::Team => "the team on the day of the draw".to_owned(),
            StratifyBy::AgeBand => "the age at referral".to_owned(),
        };
        let parts: Vec<String> = design.stratify_by.iter().map(by).collect();
        format!("The cases were divided into strata by {}.", list(&parts))
    }
}

fn was(number: usize) -> String {
    if number == 1 { "1 case was".to_owned() } else { format!("{} were", count(number as u64, "case", "cases")) }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Every case of the population: what `tests/redraw_sample.py` and anybody else draws again from.
pub fn sample_list_csv(report: &SampleReport) -> Result<Vec<u8>, ReportError> {
    let mut csv = Csv::new(&["stratum", "place", "sha256", "reference", "drawn", "left_out_because"])?;
    for line in &report.lines {
        let reference = line.reference.as_str();
        match &line.state {
            SampleLineState::LeftOut(why) => {
                csv.row(&["", "", "", reference, "no", if why.is_empty() { NO_WORDS } else { why }])?;
            }
            SampleLineState::Ranked { stratum, place, drawn } => {
                let rank = hex(&report.design.seed.rank(&line.reference));
                csv.row(&[stratum, &place.to_string(), &rank, reference, yes(*drawn), ""])?;
            }
        }
    }
    csv.finish()
}

/// What was found in each case that was drawn, a blank row for those nobody looked at yet.
pub fn sample_found_csv(report: &SampleReport) -> Result<Vec<u8>, ReportError> {
    let heads = ["reference", "finding", "finding_says", "child_heard", "looked_at", "note", "found_by", "found_on", "own_case"];
    let mut csv = Csv::new(&heads)?;
    for reference in report.drawn() {
        match report.found.iter().find(|found| found.reference == *reference) {
            None => csv.row(&[reference.as_str(), "", NOT_LOOKED_AT, "", "", "", "", "", ""])?,
            Some(found) => csv.row(&[
                reference.as_str(),
                &found.finding,
                &found.finding_says,
                found.child_heard.as_str(),
                &found.looked_at,
                &found.note,
                &found.found_by,
                &found.found_on.to_string(),
                yes(found.own_case),
            ])?,
        }
    }
    csv.finish()
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
