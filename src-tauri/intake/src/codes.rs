//! Values of the code lists, as other authorities write them: the code, the code with its label ("6 - Police"), Ofsted's
//! Annex A form ("a) WBRI"), the label, or a usual word for it (`values.csv`).

use caseward_screen::words;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The code lists in force, by name: `sex`, `ethnicity`, `referral_source`, `participation`, `disability`,
/// `assessment_factor`, `closure_reason`. Each is a list of codes and labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeLists {
    /// Code and label, by the name of the list.
    pub lists: BTreeMap<String, Vec<(String, String)>>,
}

impl CodeLists {
    /// The codes and labels of a list; empty where there is none of that name.
    pub fn list(&self, name: &str) -> &[(String, String)] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// The code that `text` stands for in the list.
    pub(crate) fn resolve(&self, list: &str, text: &str) -> Option<&str> {
        let codes = self.list(list);
        let text = without_letter(text);
        let exact = |t: &str| codes.iter().find(|(code, _)| code.eq_ignore_ascii_case(t.trim()));
        let folded = fold(text);
        let found = exact(text)
            .or_else(|| exact(leading_code(text)?))
            .or_else(|| codes.iter().find(|(_, label)| !folded.is_empty() && fold(label) == folded))
            .or_else(|| USUAL.get(&(list, folded.as_str())).and_then(|code| exact(code)));
        found.map(|(code, _)| code.as_str())
    }

    /// The codes of a list for a sentence: all of a short list, the first of a long one.
    pub(crate) fn examples(&self, list: &str) -> String {
        let codes: Vec<&str> = self.list(list).iter().map(|(code, _)| code.as_str()).collect();
        match codes.get(..6).filter(|_| codes.len() > 12) {
            Some(first) => format!("{} and so on", first.join(", ")),
            None => codes.join(", "),
        }
    }
}

/// Annex A writes "a) WBRI": the letter is a place in a menu.
fn without_letter(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(')') {
        Some((letter, rest))
            if (1..=2).contains(&letter.len()) && letter.chars().all(|c| c.is_ascii_lowercase()) && !rest.trim().is_empty() =>
        {
            rest.trim()
        }
        _ => text,
    }
}

/// "6 - Police", "1A: Individual", "PN1 attends": what may be a code and stands first.
fn leading_code(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '=' | ',' | '/' | '.'))?;
    // "8 weeks" is not the code 8: a single digit needs a mark after it.
    let marked = text.get(first.len()..).is_some_and(|t| t.trim_start().starts_with([':', '-', '–', '=']));
    (!rest.trim().is_empty() && (marked || (first.len() >= 2 && first.chars().any(|c| c.is_ascii_digit())))).then_some(first)
}

/// Text reduced to what labels are compared by.
pub(crate) fn fold(text: &str) -> String {
    words(text).into_iter().map(|w| w.folded).collect::<Vec<_>>().join(" ")
}

/// A value as a reason may quote it. Only what looks like a code, or is a word of the trade, is quoted: anything else may be
/// what somebody typed into the wrong column.
pub(crate) fn quoted(text: &str) -> String {
    const WORDS: &[&str] = &[
        "severe",
        "critical",
        "extreme",
        "serious",
        "significant",
        "moderate",
        "standard",
        "substantial",
        "emerging",
        "minimal",
        "none",
        "very high",
        "very low",
        "medium high",
        "medium low",
        "low medium",
        "high medium",
        "red",
        "amber",
        "green",
        "yellow",
        "paused",
        "on hold",
        "transferred",
        "suspended",
        "white",
        "asian",
        "black",
        "mixed",
        "british",
        "maybe",
        "partly",
        "partial",
        "yes",
        "no",
    ];
    let text = text.trim();
    let short = text.chars().count() <= 4 && !text.chars().any(char::is_whitespace);
    let code = short && (text.chars().count() == 1 || text.chars().any(|c| c.is_ascii_digit()));
    if code || WORDS.contains(&fold(text).as_str()) { format!("\"{text}\"") } else { "This value".to_owned() }
}

static USUAL: LazyLock<BTreeMap<(&'static str, &'static str), &'static str>> =
    LazyLock::new(|| usual().map(|(list, value, code)| ((list, value), code)).collect());

fn usual() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("values.csv").lines().skip(1).filter_map(|line| {
        let (list, rest) = line.split_once(',')?;
        let (value, code) = rest.split_once(',')?;
        Some((list, value, code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::codes;

    fn check(list: &str, code: &str, texts: &[&str]) {
        for text in texts {
            assert_eq!(codes().resolve(list, text), Some(code), "{text}");
        }
    }

    #[test]
    fn codes_are_read_as_code_label_annex_a_and_usual_word() {
        check("sex", "F", &["F", "f", "Female", "b) Female", "Girl", "2"]);
        check("sex", "M", &["M", "Male", "a) Male", "boy", "1"]);
        check("sex", "U", &["U", "Not known", "c) Not stated/recorded (or unborn)", "9", "0", "Unknown"]);
        check("ethnicity", "WBRI", &["WBRI", "a) WBRI", "wbri", "WBRI - White British", "White British", "White - British"]);
        check("ethnicity", "NOBT", &["s) NOBT", "Not stated"]);
        check("referral_source", "1A", &["1A", "1a", "a) 1A: Individual", "1A Individual"]);
        check("referral_source", "6", &["6", "6 - Police", "q) 6: Police", "Police"]);
        check("participation", "PN1", &["PN1", "pn1", "PN1 - attends & speaks"]);
    }

    #[test]
    fn other_values_are_not_guessed() {
        for (list, text) in [
            ("participation", "PN9"),
            ("referral_source", "8 weeks ago"),
            ("ethnicity", "White"),
            ("sex", ""),
            ("no_such_list", "1"),
        ] {
            assert_eq!(codes().resolve(list, text), None, "{text}");
        }
    }

    #[test]
    fn only_codes_and_words_of_the_trade_are_quoted() {
        for text in ["PN9", "99Z", "?", "-1", "Severe", "Medium/High"] {
            assert_eq!(quoted(text), format!("\"{text}\""));
        }
        for text in ["Smith", "Ava", "07700 900123", "14/06/2012", "seen on 3rd"] {
            assert_eq!(quoted(text), "This value", "{text}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_folded_and_names_a_code() {
        let lines = include_str!("values.csv").lines().skip(1).count();
        assert_eq!(usual().count(), lines);
        for (list, value, code) in usual() {
            assert_eq!(fold(value), value);
            assert!(codes().list(list).iter().any(|(c, _)| c == code), "{list} {code}");
        }
    }
}
