//! The printed way in, for when nobody remembers a passphrase: 160 random bits in an envelope in a safe.
//!
//! `7K3M-9QXD-…`, nine groups of four in Crockford's base 32: eight groups of secret, one of checksum, so that a
//! slip in typing is told at once from a code of another register.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::entropy::draw;
use super::{Entropy, EntropyError};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_DIGITS: usize = 32;
const CHECK_DIGITS: usize = 4;
const DIGITS: usize = SECRET_DIGITS + CHECK_DIGITS;

/// The code, wiped when dropped and printed only by [`RecoveryCode::to_text`].
pub struct RecoveryCode(Zeroizing<[u8; 20]>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    #[error("A recovery code has 36 letters and digits, and this has {typed}. Check it and type it again.")]
    Length { typed: usize },
    #[error("Character {place} cannot be in a recovery code. Check it and type it again.")]
    Character { place: usize },
    #[error("One of the characters is wrong. Check each group against the printed code.")]
    Checksum,
}

impl RecoveryCode {
    /// Reads a code as people type it: case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeError> {
        let mut digits = Zeroizing::new(Vec::with_capacity(DIGITS));
        let mut count = 0;
        for character in typed.chars().filter(|character| character.is_alphanumeric()) {
            count += 1;
            let digit = digit(character).ok_or(RecoveryCodeError::Character { place: count })?;
            if count <= DIGITS {
                digits.push(digit);
            }
        }
        if count != DIGITS {
            return Err(RecoveryCodeError::Length { typed: count });
        }
        let (groups, check) = digits.as_chunks::<8>();
        let mut secret = Zeroizing::new([0; 20]);
        for (bytes, group) in secret.as_chunks_mut::<5>().0.iter_mut().zip(groups) {
            let number = group.iter().fold(0, |number, digit| number << 5 | u64::from(*digit));
            let [_, _, _, rest @ ..] = number.to_be_bytes();
            *bytes = rest;
        }
        if check != checksum(&secret) {
            return Err(RecoveryCodeError::Checksum);
        }
        Ok(Self(secret))
    }

    /// The code as it is printed.
    pub fn to_text(&self) -> Zeroizing<String> {
        let groups = self.0.as_chunks::<5>().0.iter();
        let secret = groups.flat_map(|[a, b, c, d, e]| {
            let number = u64::from_be_bytes([0, 0, 0, *a, *b, *c, *d, *e]);
            (0..8).rev().map(move |place| low_digit(number >> (5 * place)))
        });
        let check = checksum(&self.0);
        // Room for all of it at once: growing would leave a copy behind that nothing wipes.
        let mut text = Zeroizing::new(String::with_capacity(DIGITS + DIGITS / 4));
        for (place, digit) in secret.chain(check).enumerate() {
            if place > 0 && place % 4 == 0 {
                text.push('-');
            }
            text.extend(ALPHABET.get(usize::from(digit)).map(|byte| char::from(*byte)));
        }
        text
    }

    pub(super) fn random(entropy: &mut dyn Entropy) -> Result<Self, EntropyError> {
        draw(entropy).map(Self)
    }

    pub(super) fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// 20 bits of a hash. They leave 140 bits to guess to somebody who has seen the last group only.
fn checksum(secret: &[u8; 20]) -> [u8; CHECK_DIGITS] {
    let hash = Sha256::new().chain_update(b"caseward keys 1: recovery code").chain_update(secret).finalize();
    let [a, b, c, ..] = <[u8; 32]>::from(hash);
    let number = u64::from_be_bytes([0, 0, 0, 0, 0, a, b, c]);
    [19, 14, 9, 4].map(|shift| low_digit(number >> shift))
}

fn low_digit(number: u64) -> u8 {
    u8::try_from(number & 31).unwrap_or(0)
}

fn digit(typed: char) -> Option<u8> {
    let read = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|byte| char::from(*byte) == read)?;
    u8::try_from(place).ok()
}
