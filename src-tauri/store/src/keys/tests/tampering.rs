use serde_json::Value;

use super::*;
use crate::keys::hex::Hex;
use crate::keys::slot::{Place, Slot};

const HEXADECIMAL: [&str; 9] = [
    "salt",
    "nonce",
    "wrapped_seed",
    "x25519_public_key",
    "ed25519_public_key",
    "register_key/ephemeral_public_key",
    "register_key/ciphertext",
    "pending_register_key/ephemeral_public_key",
    "pending_register_key/ciphertext",
];

const MANAGERS: Place<'_> = Place { register_id: REGISTER, holder: Holder::Person(MANAGER), name: "Asha Patel" };

/// The file in the middle of a rotation, so that every field is there, with one value changed.
fn altered(pointer: &str, alter: impl Fn(&Value) -> Value) -> Result<KeyFile, Box<dyn std::error::Error>> {
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    file.rotate(manager, &mut Drawn(500))?;
    let mut json = serde_json::to_value(&file)?;
    let value = json.pointer_mut(pointer).ok_or("no such field")?;
    *value = alter(value);
    Ok(serde_json::from_value(json)?)
}

/// One bit of the first byte.
fn flipped(value: &Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let digit = text.chars().next().and_then(|digit| digit.to_digit(16)).unwrap_or_default();
    let flipped = char::from_digit(digit ^ 1, 16).unwrap_or_default();
    Value::from(format!("{flipped}{}", text.get(1..).unwrap_or_default()))
}

/// The manager's slot of an altered file, with the checksum that an attacker would give it.
fn mended(file: &KeyFile) -> Result<Slot, KeyError> {
    let (_, slot) = file.slot(MANAGERS.holder)?;
    let mut slot = slot.clone();
    slot.checksum = slot.sum(MANAGERS);
    Ok(slot)
}

#[test]
fn a_changed_byte_anywhere_in_a_slot_is_damage_and_not_a_wrong_passphrase() -> Outcome {
    let damaged = Some(KeyError::SlotDamaged);
    for field in HEXADECIMAL.into_iter().chain(["checksum"]) {
        let file = altered(&format!("/slots/0/slot/{field}"), flipped)?;
        assert_eq!(file.unlock(MANAGER, &managers_passphrase()).err(), damaged, "{field}");
        let file = altered(&format!("/recovery/{field}"), flipped)?;
        assert_eq!(file.unlock_with_recovery(&register()?.code).err(), damaged, "{field}");
    }
    let file = altered("/slots/0/person_name", |_| Value::from("Asha Patil"))?;
    assert_eq!(file.unlock(MANAGER, &managers_passphrase()).err(), damaged);
    let file = altered("/slots/0/person_id", |_| Value::from(STRANGER.to_string()))?;
    assert_eq!(file.unlock(STRANGER, &managers_passphrase()).err(), damaged);
    let file = altered("/register_id", |_| Value::from(STRANGER.to_string()))?;
    assert_eq!(file.unlock(MANAGER, &managers_passphrase()).err(), damaged);
    let file = altered("/slots/0/slot/argon2id/t", |_| Value::from(4))?;
    assert_eq!(file.unlock(MANAGER, &managers_passphrase()).err(), damaged);
    let file = altered("/generation", |_| Value::from(2))?;
    assert_eq!(file.reopen(&register()?.manager).err(), damaged);
    Ok(())
}

#[test]
fn a_changed_byte_is_refused_even_under_a_new_checksum() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let (_, slot) = file.slot(MANAGERS.holder)?;
    let key = slot.argon2id.derive(managers_passphrase().as_bytes(), &slot.salt.0)?;
    for field in HEXADECIMAL.into_iter().filter(|field| *field != "salt") {
        let slot = mended(&altered(&format!("/slots/0/slot/{field}"), flipped)?)?;
        let seed = slot.unwrap_seed_with(MANAGERS, &key);
        if ["nonce", "wrapped_seed"].contains(&field) {
            assert_eq!(seed.err(), Some(KeyError::WrongPassphrase), "{field}");
        } else {
            let keys = slot.open(MANAGERS, &seed?, 1);
            assert_eq!(keys.err(), Some(KeyError::SlotDamaged), "{field}");
        }
    }

    let elsewhere = [
        Place { holder: Holder::Person(WORKER), ..MANAGERS },
        Place { holder: Holder::Recovery, ..MANAGERS },
        Place { register_id: STRANGER.0, ..MANAGERS },
    ];
    for place in elsewhere {
        assert!(slot.unwrap_seed_with(place, &key).is_err());
        assert!(slot.open(place, &manager.seed, 1).is_err());
    }
    let mut costlier = slot.clone();
    costlier.argon2id.t = 4;
    assert!(costlier.unwrap_seed_with(MANAGERS, &key).is_err());
    assert!(costlier.open(MANAGERS, &manager.seed, 1).is_err());
    assert!(slot.open(MANAGERS, &manager.seed, 2).is_err());
    assert!(slot.open(MANAGERS, &manager.seed, 1).is_ok());
    Ok(())
}

#[test]
fn a_changed_salt_under_a_new_checksum_reads_as_a_wrong_passphrase() -> Outcome {
    let slot = mended(&altered("/slots/0/slot/salt", flipped)?)?;
    let seed = slot.unwrap_seed(MANAGERS, managers_passphrase().as_bytes());
    assert_eq!(seed.err(), Some(KeyError::WrongPassphrase));
    Ok(())
}

#[test]
fn a_slot_given_to_another_person_opens_for_nobody() -> Outcome {
    let mut file = register()?.file.clone();
    let managers = file.slot(MANAGERS.holder)?.1.clone();
    for (place, slot) in file.slots_mut().filter(|(place, _)| place.holder == Holder::Person(WORKER)) {
        *slot = managers.clone();
        slot.checksum = slot.sum(place);
    }
    let opened = file.unlock(WORKER, &managers_passphrase());
    assert_eq!(opened.err(), Some(KeyError::WrongPassphrase));
    Ok(())
}

#[test]
fn costs_out_of_range_are_refused_before_any_memory_is_spent() -> Outcome {
    let out_of_range = [
        ("m", 0),
        ("m", 64 * 1024 - 1),
        ("m", 1024 * 1024 + 1),
        ("m", u32::MAX),
        ("t", 0),
        ("t", 2),
        ("t", 17),
        ("t", u32::MAX),
        ("p", 0),
        ("p", 9),
        ("p", u32::MAX),
    ];
    for (cost, value) in out_of_range {
        let file = altered(&format!("/slots/0/slot/argon2id/{cost}"), |_| Value::from(value))?;
        let refused = Some(KeyError::Argon2OutOfRange);
        assert_eq!(file.unlock(MANAGER, &managers_passphrase()).err(), refused, "{cost} = {value}");
        let slot = mended(&file)?;
        assert_eq!(slot.argon2id.derive(b"", &slot.salt.0).err(), refused, "{cost} = {value}");
        assert!(file.reopen(&register()?.worker).is_ok(), "{cost} = {value}");
    }
    Ok(())
}

#[test]
fn no_key_is_sealed_to_a_public_key_that_caseward_did_not_write() -> Outcome {
    let Register { file: before, manager, .. } = register()?;
    let alterations: [fn(&mut KeyFile); 7] = [
        |file| file.slots.iter_mut().for_each(|slot| slot.slot.x25519_public_key = Hex([9; 32])),
        |file| file.slots.iter_mut().for_each(|slot| slot.slot.ed25519_public_key = Hex([9; 32])),
        |file| file.slots.iter_mut().for_each(|slot| slot.person_name.push('x')),
        |file| file.recovery.x25519_public_key = Hex([9; 32]),
        |file| file.slots.extend(file.slots.first().cloned().map(|slot| key_file::PersonSlot { person_id: STRANGER, ..slot })),
        |file| file.slots.truncate(1),
        |file| file.roster.tag = Hex([9; 32]),
    ];
    for (number, alter) in alterations.into_iter().enumerate() {
        let mut file = before.clone();
        alter(&mut file);
        let unwritten = file.clone();
        let altered = Some(KeyError::RosterAltered);
        let entropy = &mut Drawn(500);
        assert_eq!(file.verify_roster(manager).err(), altered, "{number}");
        assert_eq!(file.rotate(manager, entropy).err(), altered, "{number}");
        assert_eq!(file.remove_person(manager, WORKER).err(), altered, "{number}");
        assert_eq!(file.replace_recovery(manager, entropy).err(), altered, "{number}");
        let added = file.add_person(manager, STRANGER, "Lin Hart", &workers_passphrase(), entropy);
        assert_eq!(added.err(), altered, "{number}");
        assert!(file == unwritten, "{number}");
    }
    let mut pending = altered("/roster/pending_tag", flipped)?;
    let reopened = pending.reopen(manager)?;
    assert_eq!(pending.verify_roster(&reopened), Err(KeyError::RosterAltered));
    pending.abandon_rotation()?;
    assert_eq!(pending.verify_roster(manager), Ok(()));
    Ok(())
}

#[test]
fn nothing_is_sealed_to_a_public_key_of_low_order() {
    let key = RegisterKey::from_bytes(zeroize::Zeroizing::new([7; 32]));
    let sealed = seal::SealedKey::seal(&key, &[0; 32].into(), b"", &mut Drawn(0));
    assert_eq!(sealed.err(), Some(KeyError::SlotDamaged));
}
