//! Text as the finders read it: lower case, without accents, with one kind of space, dash and apostrophe.
//!
//! Each folded character remembers the bytes it came from, so that what is found there can be shown in the text.
//! Folding follows Unicode NFKD with the marks left out, and the letters that NFKD leaves whole (ø, ł, ß and others).

use std::ops::Range;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A word of a text: letters and digits, without accents, apostrophes or a possessive 's.
#[derive(Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded word.
    pub folded: String,
    /// Whether it began with a capital letter.
    pub capital: bool,
    /// Where it stands, in folded characters.
    pub(crate) span: Range<usize>,
}

/// The words of a text, folded. Hyphens part words; apostrophes do not.
pub fn words(text: &str) -> Vec<Word> {
    Folded::new(text).words()
}

struct Letter {
    folded: char,
    capital: bool,
    bytes: Range<usize>,
}

/// A folded text.
pub(crate) struct Folded {
    letters: Vec<Letter>,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Folded {
        let mut letters = Vec::with_capacity(text.len());
        for (start, original) in text.char_indices() {
            let bytes = start..start + original.len_utf8();
            let capital = original.is_uppercase();
            decompose_compatible(original, |c| {
                if is_combining_mark(c) || is_invisible(c) {
                    return;
                }
                for c in c.to_lowercase() {
                    if is_combining_mark(c) {
                        continue;
                    }
                    for &folded in plain(c).unwrap_or(&[c]) {
                        letters.push(Letter { folded, capital, bytes: bytes.clone() });
                    }
                }
            });
        }
        Folded { letters }
    }

    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The character at `i`, or NUL before the start and past the end.
    pub(crate) fn at(&self, i: usize) -> char {
        self.letters.get(i).map_or('\0', |l| l.folded)
    }

    /// The character before `i`, or NUL at the start.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    /// Whether the character at `i` was a capital letter.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.letters.get(i).is_some_and(|l| l.capital)
    }

    /// Whether a letter or digit stands at `i` and none before it.
    pub(crate) fn starts_word(&self, i: usize) -> bool {
        self.at(i).is_alphanumeric() && !self.before(i).is_alphanumeric()
    }

    /// The folded characters of a span.
    pub(crate) fn text(&self, span: Range<usize>) -> String {
        span.map(|i| self.at(i)).filter(|&c| c != '\0').collect()
    }

    /// The bytes of a span in the original text.
    pub(crate) fn range(&self, span: Range<usize>) -> Range<usize> {
        let start = self.letters.get(span.start).map_or(0, |l| l.bytes.start);
        let end = span.end.checked_sub(1).and_then(|i| self.letters.get(i)).map_or(start, |l| l.bytes.end);
        start..end.max(start)
    }

    pub(crate) fn words(&self) -> Vec<Word> {
        let mut words = Vec::new();
        let mut i = 0;
        while i < self.len() {
            if !self.at(i).is_alphanumeric() {
                i += 1;
                continue;
            }
            let start = i;
            while self.at(i).is_alphanumeric() || (self.at(i) == '\'' && self.at(i + 1).is_alphanumeric()) {
                i += 1;
            }
            let raw = self.text(start..i);
            let raw = raw.strip_suffix("'s").unwrap_or(&raw);
            words.push(Word { folded: raw.replace('\'', ""), capital: self.capital(start), span: start..i });
        }
        words
    }
}

/// Characters that a copied text may hide inside a number or a name.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// What a character is read as, where it is read as another.
fn plain(c: char) -> Option<&'static [char]> {
    Some(match c {
        '‘' | '’' | 'ʼ' | '`' | '´' | '′' => &['\''],
        '‐' | '‑' | '‒' | '–' | '—' | '−' => &['-'],
        'ø' => &['o'],
        'ł' => &['l'],
        'đ' | 'ð' => &['d'],
        'ħ' => &['h'],
        'ı' => &['i'],
        'ŧ' => &['t'],
        'ß' => &['s', 's'],
        'æ' => &['a', 'e'],
        'œ' => &['o', 'e'],
        'þ' => &['t', 'h'],
        c if c.is_whitespace() => &[' '],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let folded: Vec<String> = words(text).into_iter().map(|w| w.folded).collect();
        assert_eq!(folded, expected);
    }

    #[test]
    fn words_lose_accents_apostrophes_and_the_possessive() {
        check("Siân’s brother O'Brien", &["sian", "brother", "obrien"]);
        check("Łukasz Żółć, Ellie-Mae", &["lukasz", "zolc", "ellie", "mae"]);
        check("James' phone", &["james", "phone"]);
        check("", &[]);
    }

    #[test]
    fn a_span_points_at_the_bytes_it_came_from() {
        let text = "x Siân’s y";
        let folded = Folded::new(text);
        let word = &folded.words()[1];
        assert_eq!(&text[folded.range(word.span.clone())], "Siân’s");
    }

    #[test]
    fn hidden_characters_do_not_part_a_number() {
        assert_eq!(Folded::new("07\u{200b}50\u{ad}4").text(0..9), "07504".to_string());
    }
}
