//! The reference by which a case is known: `CW-7K3M-9QXD`.
//!
//! Random, never derived from anything about the child. Eight characters of Crockford's base 32 (no I, L, O or U):
//! seven drawn, and a check character that is a weighted sum over the field GF(2^5). Because every weight is
//! different and none is zero, any one wrong character and any two swapped characters are found.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DRAWN: usize = 7;

/// A case's reference, check character and all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CaseReference(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    #[error("A case reference looks like CW-7K3M-9QXD. Check it and type it again.")]
    Shape,
    #[error("This case reference has a wrong or swapped character. Check it and type it again.")]
    Check,
}

impl CaseReference {
    /// The reference for 35 random bits (the low bits of `random`).
    pub fn from_random(random: u64) -> Self {
        let digit = |place: usize| u8::try_from((random >> (5 * place)) & 31).unwrap_or(0);
        let digits: Vec<u8> = (0..DRAWN).map(digit).collect();
        let check = check_digit(&digits);
        let text: String =
            digits.iter().chain([&check]).filter_map(|d| ALPHABET.get(usize::from(*d))).map(|b| char::from(*b)).collect();
        let (left, right) = text.split_at(4);
        Self(format!("CW-{left}-{right}"))
    }

    /// Reads a reference as people type it: case, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        let typed: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_uppercase();
        // One reference in a thousand has these two letters in its own characters.
        let body = typed.strip_prefix("CW").filter(|body| body.len() > DRAWN).unwrap_or(&typed);
        let digits: Vec<u8> = body.chars().map(digit_of).collect::<Option<_>>().ok_or(NotAReference::Shape)?;
        let (Some(drawn), Some(check), true) = (digits.get(..DRAWN), digits.get(DRAWN), digits.len() == DRAWN + 1) else {
            return Err(NotAReference::Shape);
        };
        if check_digit(drawn) != *check {
            return Err(NotAReference::Check);
        }
        let random = drawn.iter().rev().fold(0, |sum: u64, digit| (sum << 5) | u64::from(*digit));
        Ok(Self::from_random(random))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CaseReference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for CaseReference {
    type Error = NotAReference;
    fn try_from(text: String) -> Result<Self, NotAReference> {
        Self::parse(&text)
    }
}

impl From<CaseReference> for String {
    fn from(reference: CaseReference) -> String {
        reference.0
    }
}

fn digit_of(typed: char) -> Option<u8> {
    let read = match typed {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|b| char::from(*b) == read).and_then(|place| u8::try_from(place).ok())
}

/// The sum of each digit times a weight of its own (2, 4, 8, … in GF(32)).
fn check_digit(digits: &[u8]) -> u8 {
    let mut weight = 1;
    digits.iter().fold(0, |sum, digit| {
        weight = times(weight, 2);
        sum ^ times(weight, *digit)
    })
}

/// Multiplication in GF(2^5) modulo x^5 + x^2 + 1.
fn times(a: u8, b: u8) -> u8 {
    let mut shifted = a;
    (0..5).fold(0, |product, bit| {
        let product = if b >> bit & 1 == 1 { product ^ shifted } else { product };
        shifted <<= 1;
        if shifted & 0b10_0000 != 0 {
            shifted ^= 0b10_0101;
        }
        product
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_reference_is_read_however_it_is_typed() {
        let reference = CaseReference::from_random(0x5_1234_5678);
        let text = reference.to_string();
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', ""), text.replace("CW-", ""), format!(" {text} ")] {
            assert_eq!(CaseReference::parse(&typed), Ok(reference.clone()), "{typed}");
        }
        let with_cw = CaseReference::from_random(28 << 5 | 12);
        assert_eq!(with_cw.as_str().get(..7), Some("CW-CW00"));
        assert_eq!(CaseReference::parse(with_cw.as_str().trim_start_matches("CW-")), Ok(with_cw));
        for typed in ["", "CW", "CW-7K3M", "CW-7K3M-9QXDD", "CW-7K3M-9QX!", "Chloe Evans"] {
            assert_eq!(CaseReference::parse(typed), Err(NotAReference::Shape), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(random in any::<u64>()) {
            let reference = CaseReference::from_random(random);
            prop_assert_eq!(CaseReference::parse(reference.as_str()), Ok(reference));
        }

        #[test]
        fn one_wrong_character_or_two_swapped_are_found(random in any::<u64>(), first in 0usize..8, second in 0usize..8, other in 0usize..32) {
            let reference = CaseReference::from_random(random).to_string();
            let reference = reference.trim_start_matches("CW-").replace('-', "");
            let mut wrong: Vec<char> = reference.chars().collect();
            wrong[first] = char::from(ALPHABET[other]);
            let wrong: String = wrong.into_iter().collect();
            prop_assert_eq!(CaseReference::parse(&wrong).is_ok(), wrong == reference);
            let mut swapped: Vec<char> = reference.chars().collect();
            swapped.swap(first, second);
            let swapped: String = swapped.into_iter().collect();
            prop_assert_eq!(CaseReference::parse(&swapped).is_ok(), swapped == reference);
        }
    }
}
