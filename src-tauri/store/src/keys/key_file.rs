//! The key file as a whole: made once with a register, then opened by a person or with the recovery code.

use caseward_domain::id::PersonId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hex::Hex;
use super::register_key::{RegisterKey, RegisterKeys};
use super::seed::Seed;
use super::slot::{Holder, Place, Slot};
use super::{Entropy, KeyError, Passphrase, RecoveryCode, Unlocked};

/// The format that this code writes, and the newest that it reads.
pub(super) const FORMAT: u32 = 1;

/// What `keys.json` holds. Nothing in it is a secret to anyone but a guesser of passphrases.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    pub(super) format: u32,
    pub(super) register_id: Uuid,
    /// How many register keys this register has had.
    pub(super) generation: u64,
    pub(super) roster: Roster,
    pub(super) slots: Vec<PersonSlot>,
    pub(super) recovery: Slot,
    /// SHA-256 of the file on disk that this was read from or last written to; `None` if it is in memory only.
    #[serde(skip)]
    pub(super) on_disk: Option<[u8; 32]>,
}

/// Keyed hashes over whose slots there are: under the register key, and under the next one during a rotation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Roster {
    pub(super) tag: Hex<32>,
    pub(super) pending_tag: Option<Hex<32>>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonSlot {
    pub(super) person_id: PersonId,
    pub(super) person_name: String,
    pub(super) slot: Slot,
}

impl KeyFile {
    /// The keys of a new register with its first person. The recovery code is in nobody's memory but the caller's:
    /// print it and drop it.
    pub fn create(
        register_id: Uuid,
        person_id: PersonId,
        person_name: &str,
        passphrase: &Passphrase,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Unlocked, RecoveryCode), KeyError> {
        passphrase.long_enough()?;
        let register_keys = RegisterKeys { generation: 1, current: RegisterKey::random(entropy)?, pending: None };
        let place = Place { register_id, holder: Holder::Person(person_id), name: person_name };
        let seed = Seed::random(entropy)?;
        let slot = Slot::make(place, passphrase.as_bytes(), &seed, &register_keys, entropy)?;
        let (recovery, code) = Self::make_recovery(register_id, &register_keys, entropy)?;
        let unlocked = Unlocked::new(register_id, place.holder, seed, register_keys)?;
        let mut file = Self {
            format: FORMAT,
            register_id,
            generation: 1,
            roster: Roster { tag: Hex([0; 32]), pending_tag: None },
            slots: vec![PersonSlot { person_id, person_name: person_name.to_owned(), slot }],
            recovery,
            on_disk: None,
        };
        file.tag_roster(&unlocked)?;
        Ok((file, unlocked, code))
    }

    /// Opens the register for a person. One Argon2id run: call it where nothing waits for a screen.
    pub fn unlock(&self, person_id: PersonId, passphrase: &Passphrase) -> Result<Unlocked, KeyError> {
        self.unlock_slot(Holder::Person(person_id), passphrase.as_bytes())
    }

    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<Unlocked, KeyError> {
        self.unlock_slot(Holder::Recovery, code.as_bytes())
    }

    /// The same person's keys as the file has them now, after a rotation, without asking for the passphrase again.
    pub fn reopen(&self, unlocked: &Unlocked) -> Result<Unlocked, KeyError> {
        let (place, slot) = self.slot(unlocked.holder)?;
        let own = unlocked.verifying_key().0.to_bytes();
        if self.register_id != unlocked.register_id || slot.ed25519_public_key.0 != own {
            return Err(KeyError::Outdated);
        }
        let register_keys = slot.open(place, &unlocked.seed, self.generation)?;
        Unlocked::new(self.register_id, unlocked.holder, unlocked.seed.clone(), register_keys)
    }

    pub fn register_id(&self) -> Uuid {
        self.register_id
    }

    /// Everyone who has a slot, in the order in which they were added. Anyone who can read the folder can read
    /// this list, and only [`KeyFile::verify_roster`] tells whether it was altered.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &str)> {
        self.slots.iter().map(|slot| (slot.person_id, slot.person_name.as_str()))
    }

    fn unlock_slot(&self, holder: Holder, secret: &[u8]) -> Result<Unlocked, KeyError> {
        let (place, slot) = self.slot(holder)?;
        let seed = slot.unwrap_seed(place, secret)?;
        let register_keys = slot.open(place, &seed, self.generation)?;
        Unlocked::new(self.register_id, holder, seed, register_keys)
    }

    pub(super) fn make_recovery(
        register_id: Uuid,
        register_keys: &RegisterKeys,
        entropy: &mut dyn Entropy,
    ) -> Result<(Slot, RecoveryCode), KeyError> {
        let place = Place { register_id, holder: Holder::Recovery, name: "" };
        let code = RecoveryCode::random(entropy)?;
        let seed = Seed::random(entropy)?;
        let slot = Slot::make(place, code.as_bytes(), &seed, register_keys, entropy)?;
        Ok((slot, code))
    }

    pub(super) fn slot(&self, holder: Holder) -> Result<(Place<'_>, &Slot), KeyError> {
        let register_id = self.register_id;
        let (name, slot) = match holder {
            Holder::Recovery => ("", &self.recovery),
            Holder::Person(person_id) => {
                let found = self.slots.iter().find(|slot| slot.person_id == person_id);
                let found = found.ok_or(KeyError::NoSuchPerson)?;
                (found.person_name.as_str(), &found.slot)
            }
        };
        Ok((Place { register_id, holder, name }, slot))
    }

    /// Every slot with its place, the recovery slot last.
    pub(super) fn slots_mut(&mut self) -> impl Iterator<Item = (Place<'_>, &mut Slot)> {
        let register_id = self.register_id;
        let recovery = Place { register_id, holder: Holder::Recovery, name: "" };
        self.slots
            .iter_mut()
            .map(move |slot| {
                let holder = Holder::Person(slot.person_id);
                (Place { register_id, holder, name: &slot.person_name }, &mut slot.slot)
            })
            .chain([(recovery, &mut self.recovery)])
    }
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyFile")
            .field("register_id", &self.register_id)
            .field("generation", &self.generation)
            .field("people", &self.slots.len())
            .finish_non_exhaustive()
    }
}
