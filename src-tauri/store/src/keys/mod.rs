//! Who can open the register, and with what: the key file, `keys.json`, that lies beside the database.
//!
//! The database is encrypted under one random 256-bit register key, which nobody knows or types. Each person has
//! a slot: a random seed, wrapped under Argon2id of that person's passphrase. From the seed come two key pairs:
//! Ed25519, with which the person signs, and X25519, to whose public half the register key is sealed. That is why
//! - a new passphrase rewrites one slot and keeps the person's signing key, and
//! - after someone leaves, a new register key can be sealed to everyone else without asking for their passphrases.
//!
//! What it withstands: someone who holds the folder but no passphrase learns names and public keys only. If they
//! alter the file, the slot does not open, or the roster (a keyed hash over whose slots there are) does not match
//! and no key is sealed to anyone. What it does not: a person who can open the register knows the register key
//! until the next rotation, and an old copy of the file still opens with the passphrase of its day.
//!
//! Source: RFC 9106 (Argon2id; 64 MiB and 3 passes is its second recommended choice), RFC 5869 (HKDF), RFC 7748
//! (X25519), RFC 8032 (Ed25519), RFC 8439 (ChaCha20-Poly1305).

mod argon2id;
mod derive;
mod entropy;
mod error;
mod file;
mod hex;
mod key_file;
mod passphrase;
mod people;
mod recovery_code;
mod register_key;
mod roster;
mod rotation;
mod seal;
mod seed;
mod slot;
mod unlocked;
mod verifying_key;

#[cfg(test)]
mod tests;

pub use entropy::{Entropy, EntropyError};
pub use error::{KeyError, KeyFileError};
pub use file::FILE_NAME;
pub use key_file::KeyFile;
pub use passphrase::Passphrase;
pub use recovery_code::{RecoveryCode, RecoveryCodeError};
pub use register_key::RegisterKey;
pub use slot::Holder;
pub use unlocked::Unlocked;
pub use verifying_key::{VerifyingKey, verify};
