//! Who may open the register. These verbs change the file in memory, all or nothing; the caller writes it.

use caseward_domain::id::PersonId;

use super::key_file::PersonSlot;
use super::seed::Seed;
use super::slot::{Holder, Place, Slot};
use super::{Entropy, KeyError, KeyFile, Passphrase, RecoveryCode, Unlocked, VerifyingKey};

impl KeyFile {
    /// Gives a person a slot, in place of the one they may have: that is how an administrator resets a forgotten
    /// passphrase. The person then signs with a new key, which this returns. The old passphrase still opens an old
    /// copy of the file, so if somebody else knows it, rotate.
    pub fn add_person(
        &mut self,
        unlocked: &Unlocked,
        person_id: PersonId,
        person_name: &str,
        passphrase: &Passphrase,
        entropy: &mut dyn Entropy,
    ) -> Result<VerifyingKey, KeyError> {
        passphrase.long_enough()?;
        self.may_change(unlocked)?;
        let place = Place { register_id: self.register_id, holder: Holder::Person(person_id), name: person_name };
        let seed = Seed::random(entropy)?;
        let keys = &unlocked.register_keys;
        let slot = Slot::make(place, passphrase.as_bytes(), &seed, keys, entropy)?;
        let slot = PersonSlot { person_id, person_name: person_name.to_owned(), slot };
        self.change(unlocked, |next| match next.slots.iter_mut().find(|old| old.person_id == person_id) {
            Some(old) => *old = slot,
            None => next.slots.push(slot),
        })?;
        Ok(VerifyingKey(seed.signing_key()?.verifying_key()))
    }

    /// A person's own change: the same seed under a new passphrase, so the same signing key. No other slot changes.
    pub fn change_passphrase(
        &mut self,
        person_id: PersonId,
        old: &Passphrase,
        new: &Passphrase,
        entropy: &mut dyn Entropy,
    ) -> Result<(), KeyError> {
        new.long_enough()?;
        let unlocked = self.unlock(person_id, old)?;
        let (place, _) = self.slot(unlocked.holder)?;
        let slot = Slot::make(place, new.as_bytes(), &unlocked.seed, &unlocked.register_keys, entropy)?;
        if let Some(person) = self.slots.iter_mut().find(|slot| slot.person_id == person_id) {
            person.slot = slot;
        }
        Ok(())
    }

    /// Takes a person's slot away. They may hold a copy of the file and know the register key: rotate it next.
    pub fn remove_person(&mut self, unlocked: &Unlocked, person_id: PersonId) -> Result<(), KeyError> {
        self.may_change(unlocked)?;
        self.slot(Holder::Person(person_id))?;
        if self.slots.len() == 1 {
            return Err(KeyError::LastPerson);
        }
        self.change(unlocked, |next| next.slots.retain(|slot| slot.person_id != person_id))
    }

    /// A new recovery code to print. The old one no longer opens this file.
    pub fn replace_recovery(&mut self, unlocked: &Unlocked, entropy: &mut dyn Entropy) -> Result<RecoveryCode, KeyError> {
        self.may_change(unlocked)?;
        let (slot, code) = Self::make_recovery(self.register_id, &unlocked.register_keys, entropy)?;
        self.change(unlocked, |next| next.recovery = slot)?;
        Ok(code)
    }

    /// Nobody is added or removed during a rotation: the next key is already sealed to those who were there.
    pub(super) fn may_change(&self, unlocked: &Unlocked) -> Result<(), KeyError> {
        if self.is_rotating() {
            return Err(KeyError::RotationUnfinished);
        }
        self.verify_roster(unlocked)
    }

    fn change(&mut self, unlocked: &Unlocked, edit: impl FnOnce(&mut Self)) -> Result<(), KeyError> {
        let mut next = self.clone();
        edit(&mut next);
        next.tag_roster(unlocked)?;
        *self = next;
        Ok(())
    }
}
