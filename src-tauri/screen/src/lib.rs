//! Finds personal data in free text, so that a comment which names a child never enters the register.
//!
//! The screen leans towards finding too much: a comment wrongly withheld can be read in the file it came from, a name
//! wrongly let in cannot be taken back. It reads no clock and no files; the day and the names are arguments.
//!
//! Each finder cites the format it follows in its own module.
#![cfg_attr(test, allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod address;
mod birth;
mod digits;
mod email;
mod fold;
mod insurance;
mod names;
mod nhs;
mod people;
mod postcode;
mod pupil;
mod telephone;

use chrono::NaiveDate;
use std::ops::Range;

pub use fold::{Word, words};
pub use names::name_parts;

/// What kind of personal data was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A ten-digit NHS number.
    NhsNumber,
    /// A National Insurance number.
    NationalInsuranceNumber,
    /// A unique pupil number, permanent or temporary.
    UniquePupilNumber,
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// A name on a social network, written with an at sign.
    OnlineName,
    /// A full postcode.
    Postcode,
    /// A house number and street, or a street somebody is said to live in.
    Address,
    /// A date of birth, or a full date more than three years old.
    DateOfBirth,
    /// One of the names that the caller gave.
    Name,
    /// A person named by title or by how they are related to the child.
    NamedPerson,
}

impl Kind {
    /// The kind in plain words, to follow "holds": "a telephone number".
    pub fn label(self) -> &'static str {
        match self {
            Kind::NhsNumber => "an NHS number",
            Kind::NationalInsuranceNumber => "a National Insurance number",
            Kind::UniquePupilNumber => "a unique pupil number",
            Kind::Telephone => "a telephone number",
            Kind::Email => "an e-mail address",
            Kind::OnlineName => "a name used online",
            Kind::Postcode => "a postcode",
            Kind::Address => "an address",
            Kind::DateOfBirth => "a date of birth",
            Kind::Name => "a name",
            Kind::NamedPerson => "a named person",
        }
    }
}

/// One piece of personal data and where it stands, in bytes of the text that was read.
///
/// It holds no text, so that it may be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: Kind,
    /// Where, on character boundaries of the text.
    pub range: Range<usize>,
}

/// Finds the personal data in `text`, in the order of the text. Findings may overlap.
///
/// `names` are full names or parts of them, in any form; `today` tells which full dates are old enough to be a
/// date of birth.
pub fn find(text: &str, names: &[&str], today: NaiveDate) -> Vec<Finding> {
    let text = fold::Folded::new(text);
    let words = text.words();
    let groups = digits::groups(&text);
    let mut spans = Vec::new();
    nhs::find(&text, &groups, &mut spans);
    telephone::find(&text, &groups, &mut spans);
    pupil::find(&text, &groups, &mut spans);
    insurance::find(&text, &mut spans);
    email::find(&text, &mut spans);
    postcode::find(&text, &mut spans);
    birth::find(&text, today, &mut spans);
    address::find(&text, &words, &mut spans);
    people::find(&text, &words, &mut spans);
    names::find(&words, names, &mut spans);

    let mut findings: Vec<Finding> = spans.into_iter().map(|(kind, span)| Finding { kind, range: text.range(span) }).collect();
    findings.sort_by_key(|f| (f.range.start, f.range.end, f.kind));
    findings.dedup();
    findings
}

/// Where a finder found something, in folded characters.
type Spans = Vec<(Kind, Range<usize>)>;

#[cfg(test)]
mod tests;
