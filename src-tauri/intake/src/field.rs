//! The fields of a tracker, and the headings by which authorities call them (`synonyms.csv`).
//!
//! Headings are compared without case, accents, punctuation, order or filler words, so that "Date of referral", "Referral
//! date" and "DATE REFERRAL:" are one.

use caseward_screen::words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column of a tracker can hold. The snake-case name is what a mapping file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `child_id`: the authority's own id.
    ChildId,
    /// `name`: anybody's name; used to screen comments and never returned. Several columns may hold one.
    Name,
    /// `date_of_birth`: used for the age at referral and never returned.
    DateOfBirth,
    /// `age`: in years, where there is no date of birth.
    Age,
    /// `sex`
    Sex,
    /// `ethnicity`
    Ethnicity,
    /// `opened_on`: the date of referral.
    OpenedOn,
    /// `referral_source`
    ReferralSource,
    /// `team`
    Team,
    /// `practitioner`
    Practitioner,
    /// `manager`
    Manager,
    /// `level`: the level of risk.
    Level,
    /// `missing_episodes`: how many.
    MissingEpisodes,
    /// `return_interview`: yes or no.
    ReturnInterview,
    /// `assessment_signed_off`: yes or no, or the date.
    AssessmentSignedOff,
    /// `plan_signed_off`: yes or no, or the date.
    PlanSignedOff,
    /// `last_review_on`
    LastReviewOn,
    /// `next_review_on`
    NextReviewOn,
    /// `participation`: PN0 to PN7.
    Participation,
    /// `status`: open or closed.
    Status,
    /// `closed_on`
    ClosedOn,
    /// `comment`
    Comment,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 22] = [
        Field::ChildId,
        Field::Name,
        Field::DateOfBirth,
        Field::Age,
        Field::Sex,
        Field::Ethnicity,
        Field::OpenedOn,
        Field::ReferralSource,
        Field::Team,
        Field::Practitioner,
        Field::Manager,
        Field::Level,
        Field::MissingEpisodes,
        Field::ReturnInterview,
        Field::AssessmentSignedOff,
        Field::PlanSignedOff,
        Field::LastReviewOn,
        Field::NextReviewOn,
        Field::Participation,
        Field::Status,
        Field::ClosedOn,
        Field::Comment,
    ];

    /// The name in a mapping file.
    pub fn name(self) -> &'static str {
        match self {
            Field::ChildId => "child_id",
            Field::Name => "name",
            Field::DateOfBirth => "date_of_birth",
            Field::Age => "age",
            Field::Sex => "sex",
            Field::Ethnicity => "ethnicity",
            Field::OpenedOn => "opened_on",
            Field::ReferralSource => "referral_source",
            Field::Team => "team",
            Field::Practitioner => "practitioner",
            Field::Manager => "manager",
            Field::Level => "level",
            Field::MissingEpisodes => "missing_episodes",
            Field::ReturnInterview => "return_interview",
            Field::AssessmentSignedOff => "assessment_signed_off",
            Field::PlanSignedOff => "plan_signed_off",
            Field::LastReviewOn => "last_review_on",
            Field::NextReviewOn => "next_review_on",
            Field::Participation => "participation",
            Field::Status => "status",
            Field::ClosedOn => "closed_on",
            Field::Comment => "comment",
        }
    }

    /// The field of this name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|f| f.name() == name)
    }

    /// The names of all fields, for a sentence.
    pub(crate) fn names() -> String {
        Field::ALL.map(Field::name).join(", ")
    }
}

/// What a heading is taken for, and its rank among the headings of that field: the lowest is the likeliest.
pub(crate) fn guess(heading: &str) -> Option<(Field, u32)> {
    let outside = without_brackets(heading);
    let tries = [key(heading, &[]), key(&outside, &[]), key(&outside, SUBJECTS)];
    tries.iter().zip(0..).find_map(|(key, attempt)| SYNONYMS.get(key).map(|(field, line)| (*field, attempt * 100_000 + line)))
}

/// A heading reduced to what it is compared by.
pub(crate) fn heading_key(heading: &str) -> String {
    key(heading, &[])
}

static SYNONYMS: LazyLock<HashMap<String, (Field, u32)>> =
    LazyLock::new(|| synonyms().zip(0..).map(|((field, synonym), line)| (key(synonym, &[]), (field, line))).collect());

fn synonyms() -> impl Iterator<Item = (Field, &'static str)> {
    include_str!("synonyms.csv").lines().skip(1).filter_map(|line| {
        let (field, synonym) = line.split_once(',')?;
        Some((Field::named(field)?, synonym))
    })
}

/// Words that carry nothing in a heading.
const FILLERS: &[&str] =
    &["the", "a", "an", "of", "for", "is", "was", "has", "been", "please", "yn", "y", "n", "dd", "mm", "yy", "yyyy", "ddmmyyyy"];

/// Words for whom a tracker is about: left out where a heading is not known with them.
const SUBJECTS: &[&str] = &[
    "child",
    "childs",
    "children",
    "young",
    "person",
    "persons",
    "yp",
    "yps",
    "cyp",
    "client",
    "clients",
    "cse",
    "ce",
    "case",
    "exploitation",
];

fn key(heading: &str, without: &[&str]) -> String {
    let mut tokens: Vec<String> = words(heading)
        .into_iter()
        .map(|w| w.folded)
        .filter(|w| !FILLERS.contains(&w.as_str()) && !without.contains(&w.as_str()))
        .collect();
    tokens.sort();
    tokens.dedup();
    tokens.join(" ")
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0u32;
    let mut kept = String::new();
    for c in heading.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn check(field: Field, headings: &[&str]) {
        for heading in headings {
            assert_eq!(guess(heading).map(|g| g.0), Some(field), "{heading}");
        }
    }

    #[test]
    fn headings_are_known_in_any_case_order_and_punctuation() {
        check(
            Field::OpenedOn,
            &["Date of referral", "REFERRAL DATE", "Referral\nDate:", "Date of CSE Referral", "Date referred (dd/mm/yyyy)"],
        );
        check(Field::ChildId, &["Child ID", "Child Unique ID", "LAchildID", "Mosaic ID", "ID", "Young person's ID"]);
        check(Field::MissingEpisodes, &["Missing episodes (12m)", "No. of missing episodes"]);
        check(Field::ReturnInterview, &["RHI done?", "Return Home Interview completed (Y/N)"]);
        check(Field::Participation, &["Child's participation", "Child’s participation code"]);
        check(Field::NextReviewOn, &["Next review due", "Date of next review"]);
        check(Field::Practitioner, &["Allocated Worker", "Social worker"]);
        check(Field::Sex, &["Gender", "Sex (M/F)", "GenderCurrent"]);
    }

    #[test]
    fn other_headings_are_not_guessed() {
        for heading in ["", "Review date", "UPN", "Vehicle", "Action", "Date", "Assessment signed off by"] {
            assert_eq!(guess(heading), None, "{heading}");
        }
    }

    #[test]
    fn every_line_of_the_table_names_a_field_and_no_heading_has_two() {
        let lines = include_str!("synonyms.csv").lines().skip(1).count();
        assert_eq!(synonyms().count(), lines);
        let mut seen: BTreeMap<String, Field> = BTreeMap::new();
        for (field, synonym) in synonyms() {
            let before = seen.insert(key(synonym, &[]), field);
            assert!(before.is_none(), "{synonym} is in the table twice");
        }
        assert!(Field::ALL.into_iter().all(|f| seen.values().any(|s| *s == f)));
    }
}
