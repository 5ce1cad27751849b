//! How slow a passphrase is to guess: Argon2id and its three costs.
//!
//! The costs lie in the file, so they are checked before any memory is spent: below the floor somebody has made
//! guessing cheap, above the ceiling somebody has made opening the register impossible.

use std::ops::RangeInclusive;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::KeyError;

const MEMORY_KIB: RangeInclusive<u32> = 64 * 1024..=1024 * 1024;
const PASSES: RangeInclusive<u32> = 3..=16;
const LANES: RangeInclusive<u32> = 1..=8;

/// The costs, by the letters of RFC 9106.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Argon2id {
    /// Memory in KiB.
    pub(super) m: u32,
    /// Passes over it.
    pub(super) t: u32,
    /// Lanes.
    pub(super) p: u32,
}

impl Argon2id {
    /// What new slots get: about a fifth of a second on an office computer.
    pub(super) const DEFAULT: Self = Self { m: 64 * 1024, t: 3, p: 1 };

    pub(super) fn in_range(self) -> Result<(), KeyError> {
        if MEMORY_KIB.contains(&self.m) && PASSES.contains(&self.t) && LANES.contains(&self.p) {
            return Ok(());
        }
        Err(KeyError::Argon2OutOfRange)
    }

    /// The key that wraps a seed. Costs out of range are refused first.
    pub(super) fn derive(self, secret: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, KeyError> {
        self.in_range()?;
        let mut key = Zeroizing::new([0; 32]);
        Params::new(self.m, self.t, self.p, Some(key.len()))
            .and_then(|params| {
                Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(secret, salt, key.as_mut_slice())
            })
            .map_err(|error| match error {
                argon2::Error::OutOfMemory => KeyError::OutOfMemory,
                _ => KeyError::Calculation("Argon2id"),
            })?;
        Ok(key)
    }
}
