//! Unique pupil numbers: a check letter and twelve digits; the last is a letter while the number is temporary
//! (Department for Education, "Unique pupil numbers: guidance for local authorities"). The check letter is not worked
//! out: a mistyped number still points at the child.

use crate::digits::{Group, stretches};
use crate::fold::Folded;
use crate::{Kind, Spans};

pub(crate) fn find(text: &Folded, groups: &[Group], spans: &mut Spans) {
    for (first, group) in groups.iter().enumerate() {
        let Some(letter) = group.span.start.checked_sub(1) else {
            continue;
        };
        if !(text.at(letter).is_ascii_alphabetic() && text.starts_with_letter(letter)) {
            continue;
        }
        for (digits, span) in stretches(groups, first, 12) {
            let temporary = text.at(span.end).is_ascii_alphabetic() && !text.at(span.end + 1).is_alphanumeric();
            match digits.len() {
                12 => spans.push((Kind::UniquePupilNumber, letter..span.end)),
                11 if temporary => spans.push((Kind::UniquePupilNumber, letter..span.end + 1)),
                _ => {}
            }
        }
    }
}

impl Folded {
    fn starts_with_letter(&self, i: usize) -> bool {
        self.starts_word(i) && !self.at(i).is_ascii_digit()
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn permanent_and_temporary_numbers_are_found() {
        check("UPN A123456789012.", &["a unique pupil number"]);
        check("a123 4567 89012", &["a unique pupil number"]);
        check("T12345678901B", &["a unique pupil number"]);
    }

    #[test]
    fn other_codes_are_not_pupil_numbers() {
        check("A12345678901", &[]);
        check("ref AB123456789012", &[]);
    }
}
