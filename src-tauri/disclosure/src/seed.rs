//! The secret draw among equals.
//!
//! Somebody who knows the rule can try every table that it might have been given and keep those for which it hides just what
//! was hidden. A choice drawn with a secret spoils that. The draw is SHA-256 over the seed and the cell's own words, so that it
//! depends on neither the order of the tables nor anything else in the pack.

use sha2::{Digest, Sha256};

/// Thirty-two secret bytes, kept with the register and never published.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// The bytes must come from the system's random source; this crate reads none.
    pub fn new(bytes: [u8; 32]) -> Seed {
        Seed(bytes)
    }

    /// A number drawn evenly from all 64-bit numbers, the same for the same seed and words.
    pub(crate) fn draw(&self, words: &str) -> u64 {
        let digest = Sha256::new().chain_update(self.0).chain_update(words.as_bytes()).finalize();
        digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}
