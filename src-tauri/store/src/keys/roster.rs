//! Whose slots there are, under a keyed hash that only somebody who has opened the register can make.
//!
//! Public keys lie in the open, and rotation seals the next register key to them. Without this hash, whoever can
//! write to the folder could put their own public key in the file and wait for the next rotation.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::derive::derive;
use super::hex::Hex;
use super::slot::{Slot, next};
use super::{KeyError, KeyFile, RegisterKey, Unlocked};

const PURPOSE: &[u8] = b"caseward keys 1: roster";

impl KeyFile {
    /// Whether the people, their names and public keys are those that Caseward wrote. Every verb that changes
    /// whose slots there are asks this first.
    pub fn verify_roster(&self, unlocked: &Unlocked) -> Result<(), KeyError> {
        let keys = &unlocked.register_keys;
        if self.register_id != unlocked.register_id
            || self.generation != keys.generation
            || self.is_rotating() != keys.pending.is_some()
        {
            return Err(KeyError::Outdated);
        }
        self.check_tag(&keys.current, self.generation, self.roster.tag)?;
        match (&keys.pending, self.roster.pending_tag) {
            (Some(key), Some(tag)) => self.check_tag(key, next(self.generation)?, tag),
            _ => Ok(()),
        }
    }

    /// Tags the roster again after a change that `unlocked` was allowed to make.
    pub(super) fn tag_roster(&mut self, unlocked: &Unlocked) -> Result<(), KeyError> {
        self.roster.tag = self.roster_tag(unlocked.register_key(), self.generation)?;
        Ok(())
    }

    pub(super) fn roster_tag(&self, key: &RegisterKey, generation: u64) -> Result<Hex<32>, KeyError> {
        Ok(Hex(self.roster_mac(key, generation)?.finalize().into_bytes().into()))
    }

    /// In constant time.
    fn check_tag(&self, key: &RegisterKey, generation: u64, tag: Hex<32>) -> Result<(), KeyError> {
        let mac = self.roster_mac(key, generation)?;
        mac.verify_slice(&tag.0).map_err(|_| KeyError::RosterAltered)
    }

    /// The two parts of no fixed length, the list and each name, come after their lengths.
    fn roster_mac(&self, key: &RegisterKey, generation: u64) -> Result<Hmac<Sha256>, KeyError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(derive(key.as_bytes(), PURPOSE)?.as_slice())
            .map_err(|_| KeyError::Calculation("HMAC"))?;
        mac.update(self.register_id.as_bytes());
        mac.update(&generation.to_be_bytes());
        add_public_keys(&mut mac, &self.recovery);
        mac.update(&length(self.slots.len()));
        for person in &self.slots {
            mac.update(person.person_id.0.as_bytes());
            mac.update(&length(person.person_name.len()));
            mac.update(person.person_name.as_bytes());
            add_public_keys(&mut mac, &person.slot);
        }
        Ok(mac)
    }
}

fn add_public_keys(mac: &mut Hmac<Sha256>, slot: &Slot) {
    mac.update(&slot.x25519_public_key.0);
    mac.update(&slot.ed25519_public_key.0);
}

fn length(length: usize) -> [u8; 8] {
    (length as u64).to_be_bytes()
}
