//! NHS numbers: ten digits, the last a check digit (NHS Data Dictionary, "NHS NUMBER": weights 10 to 2, modulus 11).
//!
//! Ten digits after the letters "NHS" are taken for one whatever the check digit says: a mistyped number still points at
//! the child.

use crate::digits::{Group, preceded_by, stretches};
use crate::fold::Folded;
use crate::{Kind, Spans};

pub(crate) fn find(text: &Folded, groups: &[Group], spans: &mut Spans) {
    for first in 0..groups.len() {
        for (digits, span) in stretches(groups, first, 10) {
            if digits.len() == 10 && (checks(&digits) || preceded_by(text, span.start, 24, &["nhs"])) {
                spans.push((Kind::NhsNumber, span));
            }
        }
    }
}

/// Whether the tenth digit is the check digit of the nine before it.
fn checks(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((check, body)) = values.split_last() else {
        return false;
    };
    let sum: u32 = body.iter().zip((2..=10).rev()).map(|(d, w)| d * w).sum();
    (11 - sum % 11) % 11 == *check && values.iter().any(|&d| d != 0)
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn a_valid_number_is_found_in_any_grouping() {
        for text in ["9434765919", "943 476 5919", "943-476-5919", "94 34 76 59 19", "ref(943.476.5919)"] {
            check(text, &["an NHS number"]);
        }
    }

    #[test]
    fn a_wrong_check_digit_is_found_only_beside_the_letters() {
        check("serial 9434765918", &[]);
        check("NHS no 943 476 5918", &["an NHS number"]);
        check("nhs number: 9434765918", &["an NHS number"]);
    }

    #[test]
    fn other_lengths_are_not_nhs_numbers() {
        check("943476591", &[]);
        check("94347659190", &[]);
        check("NHS trust seen on 3 dates", &[]);
    }
}
