use std::fs;

use expect_test::expect;

use super::*;

/// What one attempt to read says, after making sure that it changed nothing.
fn check(contents: &[u8], expected: expect_test::Expect) -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, contents)?;
    let read = KeyFile::read(&path);
    let mut ours = register()?.file.clone();
    let written = ours.write(&path);
    assert!(written.is_err());
    assert_eq!(fs::read(&path)?, contents);
    assert_eq!(fs::read_dir(folder.path())?.count(), 1);
    expected.assert_eq(&read.err().map(|error| error.to_string()).unwrap_or_default());
    Ok(())
}

/// A good file with one piece of its text replaced.
fn edited(from: &str, to: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let text = serde_json::to_string(&register()?.file)?;
    assert!(text.contains(from));
    Ok(text.replacen(from, to, 1).into_bytes())
}

#[test]
fn what_is_written_reads_back_and_only_its_owner_may_read_it() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FILE_NAME);
    let Register { file, manager, .. } = register()?;
    let mut file = file.clone();
    // A half-made file that a power cut left behind does not matter.
    fs::write(folder.path().join("keys.json.new"), "half")?;
    file.write(&path)?;
    assert!(KeyFile::read(&path)? == file);
    file.rotate(manager, &mut Drawn(500))?;
    file.write(&path)?;
    assert!(KeyFile::read(&path)? == file);
    assert_eq!(fs::read_dir(folder.path())?.count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o600);
    }
    Ok(())
}

#[test]
fn a_file_that_is_not_the_one_that_was_read_is_not_replaced() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FILE_NAME);
    let Register { file, manager, .. } = register()?;
    let (mut first, mut never_read) = (file.clone(), file.clone());
    first.write(&path)?;
    let mut second = KeyFile::read(&path)?;
    first.rotate(manager, &mut Drawn(500))?;
    first.write(&path)?;
    let there = fs::read(&path)?;
    assert!(matches!(second.write(&path), Err(KeyFileError::Outdated)));
    assert!(matches!(never_read.write(&path), Err(KeyFileError::Outdated)));
    second.register_id = STRANGER.0;
    assert!(matches!(second.write(&path), Err(KeyFileError::OtherRegister)));
    assert_eq!(fs::read(&path)?, there);
    first.finish_rotation()?;
    first.write(&path)?;
    Ok(())
}

#[test]
fn a_register_too_large_to_read_back_is_not_written() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FILE_NAME);
    let mut file = register()?.file.clone();
    file.slots.iter_mut().for_each(|slot| slot.person_name = "x".repeat(600_000));
    assert!(matches!(file.write(&path), Err(KeyFileError::TooLarge)));
    assert_eq!(fs::read_dir(folder.path())?.count(), 0);
    Ok(())
}

#[test]
fn a_missing_file_has_its_own_words() -> Outcome {
    let folder = tempfile::tempdir()?;
    let read = KeyFile::read(&folder.path().join(FILE_NAME));
    assert!(matches!(read, Err(KeyFileError::Missing)));
    let read = KeyFile::read(folder.path());
    assert!(matches!(read, Err(KeyFileError::Io { doing: "read", .. })));
    Ok(())
}

#[test]
fn every_kind_of_broken_file_has_its_own_words_and_is_left_alone() -> Outcome {
    check(b"", expect!["The key file (keys.json) is empty. Copy it back from a backup."])?;
    check(&[0; 512], expect!["The key file (keys.json) is not JSON from line 1, column 1. Copy it back from a backup."])?;
    check(
        b"{\"format\": 1, \"register_id\": \"0190",
        expect!["The key file (keys.json) is not JSON from line 1, column 34. Copy it back from a backup."],
    )?;
    check(
        &vec![b' '; 1024 * 1024 + 1],
        expect!["The key file (keys.json) is larger than 1 MB, which no register needs. Copy it back from a backup."],
    )?;
    check(b"[1, 2, 3]", expect!["This keys.json was not made by Caseward. Copy the right file back from a backup."])?;
    check(
        b"{\"name\": \"Asha Patel\"}",
        expect!["This keys.json was not made by Caseward. Copy the right file back from a backup."],
    )?;
    check(b"{\"format\": 0}", expect!["This keys.json was not made by Caseward. Copy the right file back from a backup."])?;
    check(
        b"{\"format\": 2, \"people\": []}",
        expect![
            "The key file (keys.json) was written by a newer Caseward (format 2). Install the newest Caseward and open the register with it."
        ],
    )?;
    check(
        b"{\"format\": 1, \"register_id\": \"Asha Patel\"}",
        expect!["The key file (keys.json) is damaged near line 1, column 41. Copy it back from a backup."],
    )?;
    check(
        &edited("\"salt\":\"", "\"salt\":\"Asha Patel")?,
        expect!["The key file (keys.json) is damaged near line 1, column 365. Copy it back from a backup."],
    )?;
    check(
        &edited("\"slot\":", "\"extra\":\"Asha Patel\",\"slot\":")?,
        expect!["The key file (keys.json) is damaged near line 1, column 278. Copy it back from a backup."],
    )?;
    check(
        &edited(&WORKER.to_string(), &MANAGER.to_string())?,
        expect!["The key file (keys.json) contradicts itself. Copy it back from a backup."],
    )?;
    check(
        &edited("\"pending_tag\":null", &format!("\"pending_tag\":\"{}\"", "00".repeat(32)))?,
        expect!["The key file (keys.json) contradicts itself. Copy it back from a backup."],
    )
}

/// The first format, frozen: every later Caseward must still open it, so no variable updates this file.
const FORMAT_1: &str = include_str!("format_1.json");

#[test]
fn a_key_file_of_the_first_format_still_opens() -> Outcome {
    let file: KeyFile = serde_json::from_str(FORMAT_1)?;
    let opened = file.unlock(MANAGER, &managers_passphrase())?;
    assert_eq!(key_of(&opened), "x'cd2662154e6d76b2b2b92e70c0cac3ccf534f9b74eb5b89819ec509083d00a50'");
    assert_eq!(file.verify_roster(&opened), Ok(()));
    Ok(())
}

#[test]
fn the_format_does_not_change_without_a_new_number() -> Outcome {
    let frozen: serde_json::Value = serde_json::from_str(FORMAT_1)?;
    assert_eq!(serde_json::to_value(&register()?.file)?, frozen);
    Ok(())
}
