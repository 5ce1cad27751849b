use super::*;

#[test]
fn whoever_was_removed_cannot_open_the_next_register_key_and_everyone_else_can() -> Outcome {
    let Register { file: before, manager, worker, code } = register()?;
    let mut file = before.clone();
    file.remove_person(manager, WORKER)?;
    let new = file.rotate(manager, &mut Drawn(500))?.to_pragma().to_string();
    file.finish_rotation()?;

    let manager = file.reopen(manager)?;
    assert_eq!(key_of(&manager), new);
    assert_eq!(key_of(&file.unlock_with_recovery(code)?), new);
    assert_eq!(file.verify_roster(&manager), Ok(()));

    assert_eq!(file.reopen(worker).err(), Some(KeyError::NoSuchPerson));
    assert_ne!(key_of(&before.reopen(worker)?), new);
    // Their slot of an old copy, put back into the new file.
    file.slots.extend(before.slots.iter().filter(|slot| slot.person_id == WORKER).cloned());
    assert_eq!(file.reopen(worker).err(), Some(KeyError::SlotDamaged));
    assert_eq!(file.verify_roster(&manager), Err(KeyError::RosterAltered));
    Ok(())
}

#[test]
fn a_rotation_that_was_cut_off_leaves_both_keys_to_everyone() -> Outcome {
    let Register { file, manager, worker, .. } = register()?;
    let mut file = file.clone();
    let old = key_of(manager);
    let new = file.rotate(manager, &mut Drawn(500))?.to_pragma().to_string();
    assert_ne!(old, new);
    for unlocked in [file.reopen(manager)?, file.reopen(worker)?, file.unlock(WORKER, &workers_passphrase())?] {
        assert_eq!((key_of(&unlocked), pending_key_of(&unlocked)), (old.clone(), Some(new.clone())));
        assert_eq!(file.verify_roster(&unlocked), Ok(()));
    }

    let mut finished = file.clone();
    finished.finish_rotation()?;
    let worker_now = finished.reopen(worker)?;
    assert_eq!((key_of(&worker_now), pending_key_of(&worker_now)), (new, None));
    assert_eq!(finished.verify_roster(&worker_now), Ok(()));

    file.abandon_rotation()?;
    assert!(file == register()?.file);
    Ok(())
}

#[test]
fn a_new_passphrase_in_the_middle_of_a_rotation_keeps_both_keys() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    file.rotate(manager, &mut Drawn(500))?;
    let before = file.reopen(manager)?;
    let new = Passphrase::new("willow teaspoon radar".to_owned());
    file.change_passphrase(MANAGER, &managers_passphrase(), &new, &mut Drawn(600))?;
    let after = file.reopen(manager)?;
    assert_eq!((key_of(&after), pending_key_of(&after)), (key_of(&before), pending_key_of(&before)));
    assert_eq!(file.verify_roster(&after), Ok(()));
    Ok(())
}

#[test]
fn nobody_is_added_or_removed_in_the_middle_of_a_rotation() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    assert_eq!(file.finish_rotation(), Err(KeyError::NoRotation));
    assert_eq!(file.abandon_rotation(), Err(KeyError::NoRotation));
    file.rotate(manager, &mut Drawn(500))?;
    let manager = file.reopen(manager)?;
    let unfinished = Some(KeyError::RotationUnfinished);
    let entropy = &mut Drawn(600);
    assert_eq!(file.rotate(&manager, entropy).err(), unfinished);
    assert_eq!(file.remove_person(&manager, WORKER).err(), unfinished);
    assert_eq!(file.replace_recovery(&manager, entropy).err(), unfinished);
    let added = file.add_person(&manager, STRANGER, "Lin Hart", &workers_passphrase(), entropy);
    assert_eq!(added.err(), unfinished);
    Ok(())
}

#[test]
fn keys_from_before_a_rotation_change_nothing_after_it() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    file.rotate(manager, &mut Drawn(500))?;
    assert_eq!(file.verify_roster(manager), Err(KeyError::Outdated));
    file.finish_rotation()?;
    assert_eq!(file.remove_person(manager, WORKER), Err(KeyError::Outdated));
    assert_eq!(file.rotate(manager, &mut Drawn(600)).err(), Some(KeyError::Outdated));
    Ok(())
}
