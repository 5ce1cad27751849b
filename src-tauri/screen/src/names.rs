//! Names that the caller knows: every part of each, as a whole word, whatever its case, accents, apostrophes or possessive.

use crate::fold::{Word, words};
use crate::{Kind, Spans};
use std::collections::HashSet;

/// Words that stand in a name column and are nobody's name.
const NOT_NAMES: &[&str] = &[
    "aka",
    "known",
    "as",
    "nee",
    "mr",
    "mrs",
    "miss",
    "ms",
    "mx",
    "unknown",
    "unborn",
    "not",
    "name",
    "names",
    "child",
    "children",
    "baby",
    "male",
    "female",
    "the",
    "of",
    "and",
    "or",
    "na",
    "tbc",
    "none",
    "nk",
    "dob",
    "confidential",
    "restricted",
    "withheld",
];

/// Parts of names that are also common words; they count where nothing else is left of the name.
const PARTICLES: &[&str] = &["van", "von", "de", "der", "den", "del", "da", "di", "du", "la", "le", "el", "al", "bin", "st"];

/// The parts of a name that point at its bearer, folded, of two letters or more: "Ellie-Mae O'Brien" gives "ellie", "mae",
/// "elliemae", "obrien" and "brien".
pub fn name_parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = words(name).into_iter().map(|w| w.folded).collect();
    for token in name.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '(' | ')')) {
        if token.contains('-') {
            parts.push(words(token).into_iter().map(|w| w.folded).collect());
        }
        if let Some((_, rest)) = token.split_once(['\'', '’'])
            && rest.chars().count() >= 4
        {
            parts.extend(words(rest).into_iter().map(|w| w.folded));
        }
    }
    parts.retain(|p| p.chars().count() >= 2 && !NOT_NAMES.contains(&p.as_str()) && !p.chars().all(|c| c.is_ascii_digit()));
    parts.sort();
    parts.dedup();
    let telling: Vec<String> = parts.iter().filter(|p| !PARTICLES.contains(&p.as_str())).cloned().collect();
    if telling.is_empty() { parts } else { telling }
}

pub(crate) fn find(words: &[Word], names: &[&str], spans: &mut Spans) {
    let parts: HashSet<String> = names.iter().flat_map(|name| name_parts(name)).collect();
    if parts.is_empty() {
        return;
    }
    for word in words {
        // "Avas phone": the apostrophe of a possessive is often left out.
        let bare = word.folded.strip_suffix('s').filter(|w| w.chars().count() >= 3);
        if parts.contains(&word.folded) || bare.is_some_and(|w| parts.contains(w)) {
            spans.push((Kind::Name, word.span.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name_parts;
    use crate::tests::check_named;

    #[test]
    fn a_part_of_a_name_is_found_in_any_form() {
        for text in ["Siân is missing", "SIAN's mum", "sians phone", "met o’brien", "OBrien family", "the O Brien house"] {
            check_named(text, &["Siân O'Brien"], &["a name"]);
        }
        check_named("with Ellie", &["Ellie-Mae Li"], &["a name"]);
        check_named("EllieMae called", &["Ellie-Mae Li"], &["a name"]);
        check_named("Li, returned", &["Li, Ellie-Mae"], &["a name"]);
    }

    #[test]
    fn a_name_inside_a_word_is_not_a_name() {
        check_named("believes the alibi", &["Eve Ali"], &[]);
        check_named("white van seen", &["Jan van Dijk"], &[]);
        check_named("not known to services", &["Jay Smith (known as JJ)"], &[]);
    }

    #[test]
    fn the_parts_of_a_name_are_what_points_at_its_bearer() {
        assert_eq!(name_parts("Ellie-Mae O'Brien"), ["brien", "ellie", "elliemae", "mae", "obrien"]);
        assert_eq!(name_parts("Van"), ["van"]);
        assert_eq!(name_parts("A"), Vec::<String>::new());
    }
}
