//! The key of the database. It never reaches the disk unsealed, and rotation replaces it.

use zeroize::Zeroizing;

use super::entropy::draw;
use super::{Entropy, EntropyError, hex};

/// 256 random bits, wiped when dropped and never printed.
pub struct RegisterKey(Zeroizing<[u8; 32]>);

impl RegisterKey {
    /// `x'…'` with 64 hexadecimal digits: the form in which SQLCipher's `PRAGMA key` and `PRAGMA rekey` take a raw
    /// key, without deriving anything from it.
    pub fn to_pragma(&self) -> Zeroizing<String> {
        // Room for all of it at once: growing would leave a copy behind that nothing wipes.
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        hex::push(&mut text, self.0.as_slice());
        text.push('\'');
        text
    }

    pub(super) fn random(entropy: &mut dyn Entropy) -> Result<Self, EntropyError> {
        draw(entropy).map(Self)
    }

    pub(super) fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(super) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for RegisterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RegisterKey(…)")
    }
}

/// The register key of one generation and, while a rotation is under way, that of the next.
#[derive(Debug)]
pub(super) struct RegisterKeys {
    pub(super) generation: u64,
    pub(super) current: RegisterKey,
    pub(super) pending: Option<RegisterKey>,
}
