//! National Insurance numbers: two letters, six digits and a letter from A to D (HM Revenue and Customs, NIM39110). The
//! letters D, F, I, Q, U and V stand in neither place, O not in the second, and six pairs are never given out.

use crate::fold::Folded;
use crate::{Kind, Spans};
use std::ops::Range;

pub(crate) fn find(text: &Folded, spans: &mut Spans) {
    for start in 0..text.len() {
        if text.starts_word(start)
            && let Some(span) = number(text, start)
        {
            spans.push((Kind::NationalInsuranceNumber, span));
        }
    }
}

fn number(text: &Folded, start: usize) -> Option<Range<usize>> {
    let pair = (text.at(start), text.at(start + 1));
    if !(pair.0.is_ascii_alphabetic() && pair.1.is_ascii_alphabetic()) {
        return None;
    }
    let capitals = text.capital(start) && text.capital(start + 1);
    let mut i = start + 2;
    let apart = is_gap(text.at(i));
    // "on 12 05 26 a" is a date; "on120526a" and "AB 12 05 26 A" are not.
    if apart && !capitals {
        return None;
    }
    if !(is_given_out(pair) || capitals) {
        return None;
    }
    for _ in 0..6 {
        i += usize::from(is_gap(text.at(i)));
        if !text.at(i).is_ascii_digit() {
            return None;
        }
        i += 1;
    }
    i += usize::from(is_gap(text.at(i)));
    let ends = matches!(text.at(i), 'a'..='d') && !text.at(i + 1).is_alphanumeric();
    ends.then_some(start..i + 1)
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '-' | '.')
}

fn is_given_out((first, second): (char, char)) -> bool {
    let barred = "dfiquv";
    !barred.contains(first)
        && !barred.contains(second)
        && second != 'o'
        && !matches!((first, second), ('b', 'g') | ('g', 'b') | ('k', 'n') | ('n', 'k') | ('n', 't') | ('t', 'n') | ('z', 'z'))
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn numbers_are_found_with_and_without_spaces() {
        for text in ["AB123456C", "ab123456c", "AB 12 34 56 C", "AB-12-34-56-C", "QQ 12 34 56 C"] {
            check(text, &["a National Insurance number"]);
        }
    }

    #[test]
    fn words_and_dates_are_not_numbers() {
        check("on 12 05 26 a visit", &[]);
        check("AB123456X", &[]);
        check("AB12345C", &[]);
    }
}
