//! One person's way in: the seed wrapped under the passphrase, its two public keys, the register key sealed to it.
//!
//! Everything encrypted in a slot is bound, as associated data, to the register, the owner and the Argon2id costs:
//! a slot that was moved to another person, or made cheaper to guess, does not open. The checksum has no key and
//! stops nobody; it is there so that a damaged disk is not reported as a wrong passphrase.

use caseward_domain::id::PersonId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use x25519_dalek::PublicKey;

use super::argon2id::Argon2id;
use super::entropy::draw;
use super::hex::Hex;
use super::register_key::{RegisterKey, RegisterKeys};
use super::seal::{SealedKey, decrypt, encrypt};
use super::seed::Seed;
use super::{Entropy, KeyError};

/// Whose a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Person(PersonId),
    /// Whoever has the printed recovery code.
    Recovery,
}

/// Where a slot belongs.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) register_id: Uuid,
    pub(super) holder: Holder,
    /// The person's name; empty for the recovery slot.
    pub(super) name: &'a str,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) argon2id: Argon2id,
    pub(super) salt: Hex<16>,
    pub(super) nonce: Hex<12>,
    /// The seed, encrypted under Argon2id of the passphrase.
    pub(super) wrapped_seed: Hex<48>,
    pub(super) x25519_public_key: Hex<32>,
    pub(super) ed25519_public_key: Hex<32>,
    pub(super) register_key: SealedKey,
    /// The next register key, from the beginning of a rotation to its end.
    pub(super) pending_register_key: Option<SealedKey>,
    pub(super) checksum: Hex<32>,
}

impl Slot {
    /// A slot that `secret` (a passphrase, or the bits of a recovery code) opens.
    pub(super) fn make(
        place: Place<'_>,
        secret: &[u8],
        seed: &Seed,
        register_keys: &RegisterKeys,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, KeyError> {
        let argon2id = Argon2id::DEFAULT;
        let (salt, nonce) = (draw(entropy)?, draw(entropy)?);
        let key = argon2id.derive(secret, &salt)?;
        let wrapped_seed = encrypt(&key, &nonce, seed.as_bytes(), &seed_data(place, argon2id))?;
        let owner = PublicKey::from(&seed.exchange_secret()?);
        let mut seal = |key: &RegisterKey, generation: u64| {
            let data = register_key_data(place, argon2id, generation);
            SealedKey::seal(key, &owner, &data, &mut *entropy)
        };
        let register_key = seal(&register_keys.current, register_keys.generation)?;
        let pending_register_key = match &register_keys.pending {
            Some(pending) => Some(seal(pending, next(register_keys.generation)?)?),
            None => None,
        };
        let mut slot = Self {
            argon2id,
            salt: Hex(*salt),
            nonce: Hex(*nonce),
            wrapped_seed: Hex(wrapped_seed),
            x25519_public_key: Hex(owner.to_bytes()),
            ed25519_public_key: Hex(seed.signing_key()?.verifying_key().to_bytes()),
            register_key,
            pending_register_key,
            checksum: Hex([0; 32]),
        };
        slot.checksum = slot.sum(place);
        Ok(slot)
    }

    /// The seed that `secret` opens. A slot whose costs are out of range or whose checksum is wrong is refused
    /// before any work is done.
    pub(super) fn unwrap_seed(&self, place: Place<'_>, secret: &[u8]) -> Result<Seed, KeyError> {
        self.argon2id.in_range()?;
        if self.checksum != self.sum(place) {
            return Err(KeyError::SlotDamaged);
        }
        let key = self.argon2id.derive(secret, &self.salt.0)?;
        self.unwrap_seed_with(place, &key)
    }

    pub(super) fn unwrap_seed_with(&self, place: Place<'_>, key: &[u8; 32]) -> Result<Seed, KeyError> {
        let data = seed_data(place, self.argon2id);
        decrypt(key, &self.nonce.0, &self.wrapped_seed.0, &data).map(Seed::from_bytes).ok_or(match place.holder {
            Holder::Person(_) => KeyError::WrongPassphrase,
            Holder::Recovery => KeyError::WrongRecoveryCode,
        })
    }

    /// The register keys, to somebody who has the seed.
    pub(super) fn open(&self, place: Place<'_>, seed: &Seed, generation: u64) -> Result<RegisterKeys, KeyError> {
        let secret = seed.exchange_secret()?;
        let signing = seed.signing_key()?.verifying_key();
        if self.x25519_public_key.0 != PublicKey::from(&secret).to_bytes() || self.ed25519_public_key.0 != signing.to_bytes() {
            return Err(KeyError::SlotDamaged);
        }
        let open =
            |sealed: &SealedKey, generation: u64| sealed.open(&secret, &register_key_data(place, self.argon2id, generation));
        Ok(RegisterKeys {
            generation,
            current: open(&self.register_key, generation)?,
            pending: match &self.pending_register_key {
                Some(sealed) => Some(open(sealed, next(generation)?)?),
                None => None,
            },
        })
    }

    /// Puts the register key of the next generation beside the one in use.
    pub(super) fn seal_pending(
        &mut self,
        place: Place<'_>,
        key: &RegisterKey,
        generation: u64,
        entropy: &mut dyn Entropy,
    ) -> Result<(), KeyError> {
        let owner = PublicKey::from(self.x25519_public_key.0);
        let data = register_key_data(place, self.argon2id, generation);
        self.pending_register_key = Some(SealedKey::seal(key, &owner, &data, entropy)?);
        self.checksum = self.sum(place);
        Ok(())
    }

    /// Takes the pending register key into use.
    pub(super) fn promote_pending(&mut self, place: Place<'_>) -> Result<(), KeyError> {
        self.register_key = self.pending_register_key.take().ok_or(KeyError::NoRotation)?;
        self.checksum = self.sum(place);
        Ok(())
    }

    pub(super) fn drop_pending(&mut self, place: Place<'_>) {
        self.pending_register_key = None;
        self.checksum = self.sum(place);
    }

    /// The checksum that this slot has in this place if no byte of it has changed.
    pub(super) fn sum(&self, place: Place<'_>) -> Hex<32> {
        let mut hash = Sha256::new();
        hash.update(seed_data(place, self.argon2id));
        hash.update(self.salt.0);
        hash.update(self.nonce.0);
        hash.update(self.wrapped_seed.0);
        hash.update(self.x25519_public_key.0);
        hash.update(self.ed25519_public_key.0);
        for sealed in [Some(&self.register_key), self.pending_register_key.as_ref()] {
            hash.update([u8::from(sealed.is_some())]);
            if let Some(sealed) = sealed {
                hash.update(sealed.ephemeral_public_key.0);
                hash.update(sealed.ciphertext.0);
            }
        }
        hash.update(place.name.as_bytes());
        Hex(hash.finalize().into())
    }
}

/// The generation after this one.
pub(super) fn next(generation: u64) -> Result<u64, KeyError> {
    generation.checked_add(1).ok_or(KeyError::Calculation("generation"))
}

fn seed_data(place: Place<'_>, argon2id: Argon2id) -> Vec<u8> {
    associated_data(b"caseward keys 1: seed        ", place, argon2id, 0)
}

/// The generation keeps a sealed key of an earlier rotation from being put back.
fn register_key_data(place: Place<'_>, argon2id: Argon2id, generation: u64) -> Vec<u8> {
    associated_data(b"caseward keys 1: register key", place, argon2id, generation)
}

/// Every part has a fixed length, so no two places have the same bytes.
fn associated_data(label: &[u8; 29], place: Place<'_>, argon2id: Argon2id, generation: u64) -> Vec<u8> {
    let (kind, person) = match place.holder {
        Holder::Person(person_id) => (1, person_id.0),
        Holder::Recovery => (2, Uuid::nil()),
    };
    let mut data = Vec::with_capacity(82);
    data.extend(label);
    data.extend(generation.to_be_bytes());
    data.extend(place.register_id.as_bytes());
    data.push(kind);
    data.extend(person.as_bytes());
    for cost in [argon2id.m, argon2id.t, argon2id.p] {
        data.extend(cost.to_be_bytes());
    }
    data
}
