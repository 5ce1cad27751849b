use super::*;

#[test]
fn everyone_opens_the_same_register_and_signs_with_a_key_of_their_own() -> Outcome {
    let Register { file, manager, worker, code } = register()?;
    let sloppy = code.to_text().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "L");
    let opened = [
        file.unlock(MANAGER, &managers_passphrase())?,
        file.unlock(WORKER, &workers_passphrase())?,
        file.unlock_with_recovery(&RecoveryCode::parse(&sloppy)?)?,
    ];
    assert_eq!(opened.each_ref().map(key_of), [key_of(manager), key_of(manager), key_of(manager)]);
    assert_eq!(opened.each_ref().map(Unlocked::person_id), [Some(MANAGER), Some(WORKER), None]);
    let [first, second, third] = opened.each_ref().map(Unlocked::verifying_key);
    assert_eq!([first, second], [manager.verifying_key(), worker.verifying_key()]);
    assert!(first != second && second != third && first != third);
    Ok(())
}

#[test]
fn a_wrong_passphrase_a_wrong_code_and_an_unknown_person_have_their_own_words() -> Outcome {
    let file = &register()?.file;
    let other_code = RecoveryCode::random(&mut Drawn(900))?;
    let refused = [
        file.unlock(MANAGER, &workers_passphrase()),
        file.unlock(STRANGER, &workers_passphrase()),
        file.unlock_with_recovery(&other_code),
    ];
    let expected = [KeyError::WrongPassphrase, KeyError::NoSuchPerson, KeyError::WrongRecoveryCode];
    assert_eq!(refused.map(Result::err), expected.map(Some));
    Ok(())
}

#[test]
fn a_signature_holds_for_one_key_and_one_message() -> Outcome {
    let Register { manager, worker, .. } = register()?;
    let (key, signature) = (manager.verifying_key().to_hex(), manager.sign_hex(b"sign_off 1"));
    assert!(verify(&key, b"sign_off 1", &signature));
    assert!(!verify(&key, b"sign_off 2", &signature));
    assert!(!verify(&worker.verifying_key().to_hex(), b"sign_off 1", &signature));
    assert!(!verify(&key, b"sign_off 1", &worker.sign_hex(b"sign_off 1")));
    for text in ["", "00", &signature.to_uppercase(), &format!("{signature}0")] {
        assert!(!verify(&key, b"sign_off 1", text));
        assert!(!verify(text, b"sign_off 1", &signature));
    }
    assert_eq!(VerifyingKey::from_hex(&key), Some(manager.verifying_key()));
    Ok(())
}

#[test]
fn a_key_of_low_order_verifies_nothing() {
    let neutral = format!("01{}", "00".repeat(31));
    let fits_any_message = format!("01{}", "00".repeat(63));
    assert!(VerifyingKey::from_hex(&neutral).is_some());
    assert!(!verify(&neutral, b"sign_off 1", &fits_any_message));
}

#[test]
fn the_register_key_has_the_form_that_sqlcipher_takes() {
    let key = RegisterKey::from_bytes(zeroize::Zeroizing::new([0xa5; 32]));
    assert_eq!(*key.to_pragma(), format!("x'{}'", "a5".repeat(32)));
    assert_eq!(key.to_pragma().capacity(), key.to_pragma().len());
}

#[test]
fn no_secret_is_in_what_debug_prints() -> Outcome {
    let Register { file, manager, code, .. } = register()?;
    let printed = format!("{manager:?} {code:?} {file:?} {:?} {:?}", manager.register_key(), managers_passphrase());
    let secrets = [
        key_of(manager).replace(['x', '\''], ""),
        hex::encode(manager.seed.as_bytes()),
        format!("{:?}", manager.seed.as_bytes()),
        format!("{:?}", manager.register_key().as_bytes()),
        "kettle".to_owned(),
        "Asha".to_owned(),
        code.to_text().to_string(),
    ];
    for secret in secrets {
        assert!(!printed.contains(&secret), "{printed}");
    }
    Ok(())
}

#[test]
fn a_recovery_code_reads_back_however_it_is_typed() -> Outcome {
    for draw in 0..200 {
        let code = RecoveryCode::random(&mut Drawn(draw))?;
        let text = code.to_text();
        assert_eq!((text.len(), text.capacity()), (44, text.capacity().max(44)));
        let lower = text.to_lowercase().replace('0', "o").replace('1', "i");
        let spaced = format!(" {} \n", text.replace('-', " – ").replace('1', "l").replace('0', "O"));
        for typed in [text.as_str(), &lower, &spaced, &text.replace('-', "")] {
            assert_eq!(RecoveryCode::parse(typed)?.as_bytes(), code.as_bytes());
        }
    }
    Ok(())
}

#[test]
fn a_slip_in_a_recovery_code_is_told_before_any_work_is_done() -> Outcome {
    let text = register()?.code.to_text();
    let check = |typed: &str| RecoveryCode::parse(typed).err();
    assert_eq!(check(""), Some(RecoveryCodeError::Length { typed: 0 }));
    assert_eq!(check(&text.replacen('-', "7", 1)), Some(RecoveryCodeError::Length { typed: 37 }));
    assert_eq!(check(&format!("u{}", *text)), Some(RecoveryCodeError::Character { place: 1 }));
    assert_eq!(check("7K3é"), Some(RecoveryCodeError::Character { place: 4 }));
    for (place, typed) in text.char_indices().filter(|(_, typed)| *typed != '-') {
        let other = if typed == '7' { "8" } else { "7" };
        let mut wrong = text.to_string();
        wrong.replace_range(place..=place, other);
        assert_eq!(check(&wrong), Some(RecoveryCodeError::Checksum), "{place}");
    }
    Ok(())
}
