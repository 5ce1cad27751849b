//! A person's one secret, from which both key pairs follow. A new passphrase wraps the same seed again, so the
//! person's earlier signatures stay theirs.

use ed25519_dalek::SigningKey;
use x25519_dalek::StaticSecret;
use zeroize::Zeroizing;

use super::derive::derive;
use super::entropy::draw;
use super::{Entropy, EntropyError, KeyError};

const SIGNING: &[u8] = b"caseward keys 1: Ed25519 signing key";
const EXCHANGE: &[u8] = b"caseward keys 1: X25519 static secret";

/// 256 random bits, wiped when dropped and never printed.
#[derive(Clone)]
pub(super) struct Seed(Zeroizing<[u8; 32]>);

impl Seed {
    pub(super) fn random(entropy: &mut dyn Entropy) -> Result<Self, EntropyError> {
        draw(entropy).map(Self)
    }

    pub(super) fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(super) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) fn signing_key(&self) -> Result<SigningKey, KeyError> {
        Ok(SigningKey::from_bytes(&*derive(&self.0, SIGNING)?))
    }

    pub(super) fn exchange_secret(&self) -> Result<StaticSecret, KeyError> {
        Ok(StaticSecret::from(*derive(&self.0, EXCHANGE)?))
    }
}
