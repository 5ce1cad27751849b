//! HMAC-SHA-256 (RFC 2104) under the register's own secret.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A keyed hash of `bytes`; `purpose` keeps hashes of different things apart.
pub fn keyed_hash(secret: &[u8; 32], purpose: &str, bytes: &[u8]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return [0; 32] };
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}
