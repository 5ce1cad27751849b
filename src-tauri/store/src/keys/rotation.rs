//! A new register key for everyone who still has a slot, in steps that may be cut off anywhere.
//!
//! 1. `rotate`, then write the file: every slot holds the old key and the new one.
//! 2. Rekey the database.
//! 3. `finish_rotation`, then write the file: the old key is gone.
//!
//! Cut off before 2 ends, the database opens with the old key; after, with the new one; the file holds both. So
//! whoever opens a register with a pending key tries both. If the new one opens it, finish; if the old one, rekey
//! and finish, or abandon.

use super::slot::next;
use super::{Entropy, KeyError, KeyFile, RegisterKey, Unlocked};

impl KeyFile {
    /// Seals a new register key to every slot, beside the one in use, and returns it.
    pub fn rotate(&mut self, unlocked: &Unlocked, entropy: &mut dyn Entropy) -> Result<RegisterKey, KeyError> {
        self.may_change(unlocked)?;
        let key = RegisterKey::random(entropy)?;
        let generation = next(self.generation)?;
        let mut rotating = self.clone();
        for (place, slot) in rotating.slots_mut() {
            slot.seal_pending(place, &key, generation, entropy)?;
        }
        rotating.roster.pending_tag = Some(rotating.roster_tag(&key, generation)?);
        *self = rotating;
        Ok(key)
    }

    /// Drops the old key. Only for a database that is known to open with the new one. What was unlocked before is
    /// then outdated; [`KeyFile::reopen`] renews it.
    pub fn finish_rotation(&mut self) -> Result<(), KeyError> {
        let mut finished = self.clone();
        finished.roster.tag = finished.roster.pending_tag.take().ok_or(KeyError::NoRotation)?;
        finished.generation = next(self.generation)?;
        for (place, slot) in finished.slots_mut() {
            slot.promote_pending(place)?;
        }
        *self = finished;
        Ok(())
    }

    /// Drops the new key. Only for a database that is known to open with the old one.
    pub fn abandon_rotation(&mut self) -> Result<(), KeyError> {
        self.roster.pending_tag.take().ok_or(KeyError::NoRotation)?;
        for (place, slot) in self.slots_mut() {
            slot.drop_pending(place);
        }
        Ok(())
    }

    /// Whether a rotation was begun and neither finished nor abandoned.
    pub fn is_rotating(&self) -> bool {
        self.roster.pending_tag.is_some()
    }
}
