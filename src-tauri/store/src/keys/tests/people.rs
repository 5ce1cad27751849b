use super::*;

#[test]
fn a_new_passphrase_keeps_the_signing_key_and_every_other_slot() -> Outcome {
    let Register { file: before, worker, .. } = register()?;
    let mut file = before.clone();
    let new = Passphrase::new("willow teaspoon radar".to_owned());
    file.change_passphrase(WORKER, &workers_passphrase(), &new, &mut Drawn(500))?;

    let opened = file.unlock(WORKER, &new)?;
    assert_eq!(opened.verifying_key(), worker.verifying_key());
    assert_eq!(key_of(&opened), key_of(worker));
    let old = file.unlock(WORKER, &workers_passphrase());
    assert_eq!(old.err(), Some(KeyError::WrongPassphrase));

    let written = |file: &KeyFile| -> Result<Vec<serde_json::Value>, serde_json::Error> {
        let json = serde_json::to_value(file)?;
        let parts = ["/format", "/register_id", "/generation", "/roster", "/slots/0", "/recovery", "/slots/1"];
        Ok(parts.iter().filter_map(|part| json.pointer(part).cloned()).collect())
    };
    let (before, after) = (written(before)?, written(&file)?);
    let same: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before == after).collect();
    assert_eq!(same, [true, true, true, true, true, true, false]);
    Ok(())
}

#[test]
fn a_passphrase_reset_by_an_administrator_comes_with_a_new_signing_key() -> Outcome {
    let Register { file, manager, worker, .. } = register()?;
    let mut file = file.clone();
    let new = Passphrase::new("willow teaspoon radar".to_owned());
    let key = file.add_person(manager, WORKER, "Tom Reed-Shah", &new, &mut Drawn(500))?;

    let opened = file.unlock(WORKER, &new)?;
    assert_eq!(opened.verifying_key(), key);
    assert_ne!(key, worker.verifying_key());
    assert_eq!(file.people().collect::<Vec<_>>(), [(MANAGER, "Asha Patel"), (WORKER, "Tom Reed-Shah")]);
    assert_eq!(file.verify_roster(&opened), Ok(()));
    assert_eq!(file.reopen(worker).err(), Some(KeyError::Outdated));
    Ok(())
}

#[test]
fn a_short_passphrase_is_refused_wherever_one_is_set() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let (mut file, short) = (file.clone(), Passphrase::new("eleven char".to_owned()));
    let entropy = &mut Drawn(500);
    let created = KeyFile::create(REGISTER, MANAGER, "Asha Patel", &short, entropy);
    assert_eq!(created.err(), Some(KeyError::PassphraseTooShort));
    let added = file.add_person(manager, STRANGER, "Lin Hart", &short, entropy);
    assert_eq!(added.err(), Some(KeyError::PassphraseTooShort));
    let changed = file.change_passphrase(WORKER, &workers_passphrase(), &short, entropy);
    assert_eq!(changed, Err(KeyError::PassphraseTooShort));
    Ok(())
}

#[test]
fn a_replaced_recovery_code_opens_nothing() -> Outcome {
    let Register { file, manager, code, .. } = register()?;
    let mut file = file.clone();
    let new = file.replace_recovery(manager, &mut Drawn(500))?;
    assert_eq!(file.unlock_with_recovery(code).err(), Some(KeyError::WrongRecoveryCode));
    assert_eq!(key_of(&file.unlock_with_recovery(&new)?), key_of(manager));
    assert_eq!(file.verify_roster(manager), Ok(()));
    Ok(())
}

#[test]
fn the_last_person_and_a_stranger_cannot_be_removed() -> Outcome {
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    assert_eq!(file.remove_person(manager, STRANGER), Err(KeyError::NoSuchPerson));
    file.remove_person(manager, WORKER)?;
    assert_eq!(file.remove_person(manager, MANAGER), Err(KeyError::LastPerson));
    assert_eq!(file.people().collect::<Vec<_>>(), [(MANAGER, "Asha Patel")]);
    Ok(())
}

#[test]
fn when_random_numbers_run_out_the_file_stays_as_it_was() -> Outcome {
    let Register { file: before, manager, .. } = register()?;
    let mut file = before.clone();
    let dry = Some(KeyError::Entropy(EntropyError));
    assert_eq!(file.rotate(manager, &mut RunsDry(2)).err(), dry);
    assert_eq!(file.replace_recovery(manager, &mut RunsDry(1)).err(), dry);
    let added = file.add_person(manager, STRANGER, "Lin Hart", &workers_passphrase(), &mut RunsDry(3));
    assert_eq!(added.err(), dry);
    assert!(file == *before);
    Ok(())
}
