//! Two ways to keep 32 secret bytes: under a key (`encrypt`), and to somebody's public key (`SealedKey`).
//!
//! A sealed key is an ephemeral X25519 exchange with the owner's public key, HKDF over the shared secret and both
//! public keys, then ChaCha20-Poly1305: anyone can seal, only the owner opens. The owner's public key has to come
//! from a roster that was verified, or the key would be sealed to whoever altered the file.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};
use zeroize::Zeroizing;

use super::entropy::draw;
use super::hex::Hex;
use super::{Entropy, KeyError, RegisterKey};

const PURPOSE: &[u8] = b"caseward keys 1: seal of the register key";

/// A register key that only the owner of one X25519 secret can open.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedKey {
    pub(super) ephemeral_public_key: Hex<32>,
    pub(super) ciphertext: Hex<48>,
}

impl SealedKey {
    pub(super) fn seal(
        key: &RegisterKey,
        owner: &PublicKey,
        associated_data: &[u8],
        entropy: &mut dyn Entropy,
    ) -> Result<Self, KeyError> {
        let ephemeral = StaticSecret::from(*draw(entropy)?);
        let ephemeral_public_key = PublicKey::from(&ephemeral);
        let shared = ephemeral.diffie_hellman(owner);
        let (key_of_seal, nonce) = key_of_seal(&shared, &ephemeral_public_key, owner)?;
        Ok(Self {
            ephemeral_public_key: Hex(ephemeral_public_key.to_bytes()),
            ciphertext: Hex(encrypt(&key_of_seal, &nonce, key.as_bytes(), associated_data)?),
        })
    }

    /// The register key, or `SlotDamaged`: whoever has the secret typed the right passphrase.
    pub(super) fn open(&self, secret: &StaticSecret, associated_data: &[u8]) -> Result<RegisterKey, KeyError> {
        let ephemeral = PublicKey::from(self.ephemeral_public_key.0);
        let shared = secret.diffie_hellman(&ephemeral);
        let (key_of_seal, nonce) = key_of_seal(&shared, &ephemeral, &PublicKey::from(secret))?;
        decrypt(&key_of_seal, &nonce, &self.ciphertext.0, associated_data)
            .map(RegisterKey::from_bytes)
            .ok_or(KeyError::SlotDamaged)
    }
}

/// 32 bytes and their tag. The pair of key and nonce must never have been used before.
pub(super) fn encrypt(
    key: &[u8; 32],
    nonce: &[u8; 12],
    plaintext: &[u8; 32],
    associated_data: &[u8],
) -> Result<[u8; 48], KeyError> {
    let payload = Payload { msg: plaintext, aad: associated_data };
    ChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(&Nonce::from(*nonce), payload)
        .ok()
        .and_then(|ciphertext| ciphertext.try_into().ok())
        .ok_or(KeyError::Calculation("ChaCha20-Poly1305"))
}

/// `None` if the key, the nonce, the associated data or a bit of the ciphertext is another than when it was made.
pub(super) fn decrypt(
    key: &[u8; 32],
    nonce: &[u8; 12],
    ciphertext: &[u8; 48],
    associated_data: &[u8],
) -> Option<Zeroizing<[u8; 32]>> {
    let payload = Payload { msg: ciphertext, aad: associated_data };
    let plaintext = ChaCha20Poly1305::new(&Key::from(*key)).decrypt(&Nonce::from(*nonce), payload).map(Zeroizing::new).ok()?;
    plaintext.as_slice().try_into().map(Zeroizing::new).ok()
}

type KeyAndNonce = (Zeroizing<[u8; 32]>, [u8; 12]);

/// A public key of low order makes a shared secret that anyone can know; it is refused.
fn key_of_seal(shared: &SharedSecret, ephemeral: &PublicKey, owner: &PublicKey) -> Result<KeyAndNonce, KeyError> {
    if !shared.was_contributory() {
        return Err(KeyError::SlotDamaged);
    }
    let salt = [ephemeral.to_bytes(), owner.to_bytes()].concat();
    let hkdf = Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes());
    let (mut key, mut nonce) = (Zeroizing::new([0; 32]), [0; 12]);
    hkdf.expand_multi_info(&[PURPOSE, b", key"], key.as_mut_slice())
        .and_then(|()| hkdf.expand_multi_info(&[PURPOSE, b", nonce"], &mut nonce))
        .map_err(|_| KeyError::Calculation("HKDF"))?;
    Ok((key, nonce))
}
