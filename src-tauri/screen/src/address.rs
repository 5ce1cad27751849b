//! Addresses: a number, a few words and a kind of street ("14 Hawthorn Road"), or the street that somebody is said to
//! live in. A street without either is a place, and a place is what a note about exploitation is for.

use crate::fold::{Folded, Word};
use crate::{Kind, Spans};

/// Words that end a street and mean little else, in any case.
const STREETS: &[&str] = &[
    "road",
    "rd",
    "street",
    "avenue",
    "ave",
    "lane",
    "ln",
    "crescent",
    "cres",
    "terrace",
    "gardens",
    "gdns",
    "mews",
    "grove",
    "drive",
    "boulevard",
];

/// Words that end a street and mean other things too: only as capitals after a capital.
const OTHER_STREETS: &[&str] = &[
    "close",
    "court",
    "way",
    "place",
    "park",
    "hill",
    "view",
    "rise",
    "green",
    "walk",
    "row",
    "end",
    "bank",
    "square",
    "house",
    "st",
    "dr",
    "ct",
    "croft",
    "fold",
    "garth",
    "mount",
    "parade",
    "villas",
    "heights",
    "fields",
    "meadow",
    "meadows",
    "approach",
    "wharf",
    "yard",
    "gate",
    "broadway",
    "lodge",
    "cottage",
    "cottages",
    "buildings",
    "mansions",
    "estate",
];

/// Words that no street holds between its number and its kind.
const NOT_STREET: &[&str] = &[
    "in", "on", "at", "to", "from", "by", "with", "near", "off", "of", "and", "or", "a", "an", "was", "is", "days", "weeks",
    "months", "years", "times", "visits", "men", "males", "girls", "boys", "children", "episodes", "cases", "down", "into",
];

const LIVING: &[&str] = &["live", "lives", "lived", "living", "stays", "staying", "resides", "residing", "address", "addresses"];

pub(crate) fn find(text: &Folded, words: &[Word], spans: &mut Spans) {
    for (i, word) in words.iter().enumerate() {
        let reach = if is_house_number(&word.folded) {
            4
        } else if LIVING.contains(&word.folded.as_str()) {
            8
        } else {
            continue;
        };
        let numbered = reach == 4;
        let rest = words.get(i + 1..).unwrap_or_default();
        let mut before = word;
        for (place, next) in rest.iter().take(reach).enumerate() {
            if !joined(text, before, next) {
                break;
            }
            let named = before.capital && next.capital;
            let street = place > 0
                && (STREETS.contains(&next.folded.as_str()) && (numbered || before.capital)
                    || OTHER_STREETS.contains(&next.folded.as_str()) && named);
            if street {
                spans.push((Kind::Address, word.span.start..next.span.end));
                break;
            }
            if numbered && NOT_STREET.contains(&next.folded.as_str()) {
                break;
            }
            before = next;
        }
    }
}

/// 14, 14a, 1402.
fn is_house_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    word.len() - digits.len() <= 1 && (1..=4).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit())
}

/// Whether two words stand in one phrase: no full stop, colon or bracket between them.
fn joined(text: &Folded, before: &Word, next: &Word) -> bool {
    let gap = before.span.end..next.span.start;
    gap.len() <= 3 && gap.into_iter().all(|i| matches!(text.at(i), ' ' | ',' | '-' | '/' | ':' | '\''))
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn a_number_and_a_street_are_an_address() {
        for text in [
            "at 14 Hawthorn Road",
            "14a hawthorn rd",
            "Flat 3, 22-24 St Mary's Avenue",
            "9 The Close",
            "101 Upper Mill Court",
            "7, O'Connell Street",
        ] {
            check(text, &["an address"]);
        }
    }

    #[test]
    fn a_street_where_somebody_lives_is_an_address() {
        check("Lives with aunt on Hawthorn Road", &["an address"]);
        check("address: Elm Grove", &["an address"]);
    }

    #[test]
    fn places_and_counts_are_not_addresses() {
        check("seen at a hotel on Kirkstall Road", &[]);
        check("3 men in street", &[]);
        check("2 weeks each way", &[]);
        check("45 days. Road closed", &[]);
        check("living situation under review, place of safety", &[]);
    }
}
