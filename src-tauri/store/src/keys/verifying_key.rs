//! The public half of a person's signing key: who signed, checked by anyone, without the key file.

use ed25519_dalek::Signature;

use super::hex;

/// Someone's Ed25519 public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey(pub(super) ed25519_dalek::VerifyingKey);

impl VerifyingKey {
    /// 64 lower-case hexadecimal digits, as the register keeps them.
    pub fn to_hex(&self) -> String {
        hex::encode(self.0.as_bytes())
    }

    pub fn from_hex(text: &str) -> Option<Self> {
        ed25519_dalek::VerifyingKey::from_bytes(&hex::decode(text)?).ok().map(Self)
    }

    /// Whether this key signed exactly these bytes. Strict: a key or signature that could fit a second message
    /// does not count.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// As [`VerifyingKey::verify`], from text; text that is no key or no signature verifies nothing.
pub fn verify(public_key_hex: &str, message: &[u8], signature_hex: &str) -> bool {
    match (VerifyingKey::from_hex(public_key_hex), hex::decode(signature_hex)) {
        (Some(key), Some(signature)) => key.verify(message, &signature),
        _ => false,
    }
}
