//! Journeys through the key file. One register is made for all of them, because each Argon2id run takes a fifth of
//! a second.

mod people;
mod rotating;
mod storing;
mod tampering;
mod unlocking;

use std::sync::OnceLock;

use caseward_domain::id::PersonId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const REGISTER: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_00aa);
const MANAGER: PersonId = PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
const WORKER: PersonId = PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002));
const STRANGER: PersonId = PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003));

/// A register with a manager and a worker, both of whom have it open.
struct Register {
    file: KeyFile,
    manager: Unlocked,
    worker: Unlocked,
    code: RecoveryCode,
}

fn register() -> Result<&'static Register, KeyError> {
    static REGISTER: OnceLock<Result<Register, KeyError>> = OnceLock::new();
    REGISTER.get_or_init(made).as_ref().map_err(|error| *error)
}

fn made() -> Result<Register, KeyError> {
    let mut entropy = Drawn(0);
    let (mut file, manager, code) = KeyFile::create(REGISTER, MANAGER, "Asha Patel", &managers_passphrase(), &mut entropy)?;
    file.add_person(&manager, WORKER, "Tom Reed", &workers_passphrase(), &mut entropy)?;
    let worker = file.unlock(WORKER, &workers_passphrase())?;
    Ok(Register { file, manager, worker, code })
}

fn managers_passphrase() -> Passphrase {
    Passphrase::new("kettle orbit marmalade".to_owned())
}

fn workers_passphrase() -> Passphrase {
    Passphrase::new("gravel piano thursday".to_owned())
}

fn key_of(unlocked: &Unlocked) -> String {
    unlocked.register_key().to_pragma().to_string()
}

fn pending_key_of(unlocked: &Unlocked) -> Option<String> {
    unlocked.pending_register_key().map(|key| key.to_pragma().to_string())
}

/// The same bytes in every run, and never the same twice in one.
struct Drawn(u64);

impl Entropy for Drawn {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        for chunk in bytes.chunks_mut(32) {
            self.0 += 1;
            let drawn = Sha256::digest(self.0.to_be_bytes());
            chunk.iter_mut().zip(drawn).for_each(|(byte, new)| *byte = new);
        }
        Ok(())
    }
}

/// A source that gives a number of draws and then fails.
struct RunsDry(u64);

impl Entropy for RunsDry {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        self.0 = self.0.checked_sub(1).ok_or(EntropyError)?;
        Drawn(1_000 + self.0).fill(bytes)
    }
}
