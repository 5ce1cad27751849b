//! What somebody holds while the register is open: the register key, and their own signing key.

use caseward_domain::id::PersonId;
use ed25519_dalek::{Signer, SigningKey};
use uuid::Uuid;

use super::register_key::RegisterKeys;
use super::seed::Seed;
use super::{Holder, KeyError, RegisterKey, VerifyingKey, hex};

/// The keys of one person, or of whoever typed the recovery code. All are wiped when dropped.
pub struct Unlocked {
    pub(super) register_id: Uuid,
    pub(super) holder: Holder,
    pub(super) seed: Seed,
    pub(super) register_keys: RegisterKeys,
    signing_key: SigningKey,
}

impl Unlocked {
    pub(super) fn new(register_id: Uuid, holder: Holder, seed: Seed, register_keys: RegisterKeys) -> Result<Self, KeyError> {
        let signing_key = seed.signing_key()?;
        Ok(Self { register_id, holder, seed, register_keys, signing_key })
    }

    pub fn holder(&self) -> Holder {
        self.holder
    }

    /// Nobody in particular, after the recovery code.
    pub fn person_id(&self) -> Option<PersonId> {
        match self.holder {
            Holder::Person(person_id) => Some(person_id),
            Holder::Recovery => None,
        }
    }

    pub fn register_key(&self) -> &RegisterKey {
        &self.register_keys.current
    }

    /// The next register key, if a rotation was begun and not finished. The database then opens with this key or
    /// with [`Unlocked::register_key`], depending on where it was cut off.
    pub fn pending_register_key(&self) -> Option<&RegisterKey> {
        self.register_keys.pending.as_ref()
    }

    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.signing_key.verifying_key())
    }

    /// The person's Ed25519 signature. The message must itself say what kind of thing is signed, so that a
    /// signature over one kind never fits another.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing_key.sign(message).to_bytes()
    }

    /// [`Unlocked::sign`] as 128 hexadecimal digits, the form that [`super::verify`] takes.
    pub fn sign_hex(&self, message: &[u8]) -> String {
        hex::encode(&self.sign(message))
    }
}

impl std::fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unlocked").field("register_id", &self.register_id).field("holder", &self.holder).finish_non_exhaustive()
    }
}
