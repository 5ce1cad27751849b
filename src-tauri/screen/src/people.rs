//! People whom the caller does not know by name: "Mr Jones", "boyfriend Kyle", "known as Jay". Only words with a capital
//! count, so that "mum worried" and "friends in school" pass.

use crate::fold::{Folded, Word};
use crate::{Kind, Spans};

const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr"];

const RELATIONS: &[&str] = &[
    "mum",
    "mam",
    "mother",
    "dad",
    "father",
    "brother",
    "sister",
    "stepbrother",
    "stepsister",
    "stepdad",
    "stepmum",
    "stepfather",
    "stepmother",
    "boyfriend",
    "girlfriend",
    "partner",
    "uncle",
    "aunt",
    "auntie",
    "aunty",
    "cousin",
    "nan",
    "grandma",
    "grandad",
    "grandmother",
    "grandfather",
    "called",
    "named",
    "nicknamed",
    "aka",
];

/// Words that begin with a capital after a relation and are nobody's name.
const NOT_PEOPLE: &[&str] = &[
    "police",
    "school",
    "social",
    "care",
    "children",
    "tel",
    "mob",
    "nhs",
    "gp",
    "cse",
    "dob",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "i",
    "english",
    "maths",
    "the",
];

pub(crate) fn find(text: &Folded, words: &[Word], spans: &mut Spans) {
    for pair in words.windows(2) {
        let [first, second] = pair else { continue };
        let titled = TITLES.contains(&first.folded.as_str()) && first.capital && gap_is(text, first, second, &[' ', '.']);
        let known = first.folded == "as" && text.text(first.span.start.saturating_sub(6)..first.span.start) == "known ";
        let related =
            (RELATIONS.contains(&first.folded.as_str()) || known) && gap_is(text, first, second, &[' ', ',', '(', '"', '\'']);
        if (titled || related) && is_person(text, second) {
            spans.push((Kind::NamedPerson, first.span.start..second.span.end));
        }
    }
}

fn gap_is(text: &Folded, first: &Word, second: &Word, allowed: &[char]) -> bool {
    let gap = first.span.end..second.span.start;
    gap.len() <= 2 && gap.into_iter().all(|i| allowed.contains(&text.at(i)))
}

/// A capital, then a small letter: not an abbreviation such as "CAMHS".
fn is_person(text: &Folded, word: &Word) -> bool {
    word.capital && !text.capital(word.span.start + 1) && !NOT_PEOPLE.contains(&word.folded.as_str())
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn people_named_by_title_or_relation_are_found() {
        for text in
            ["spoke to Mr Jones", "Dr. Okafor rang", "boyfriend Kyle waits", "older male known as Jay", "her sister, Priya"]
        {
            check(text, &["a named person"]);
        }
    }

    #[test]
    fn relations_without_a_name_are_not_people() {
        for text in [
            "Mum worried",
            "Dad, CAMHS and school",
            "known as missing",
            "mum (tel unknown)",
            "tends to miss Maths",
            "called Police",
        ] {
            check(text, &[]);
        }
    }
}
