//! Where the passphrase comes from: a file, else `CASEWARD_PASSPHRASE`, else the terminal. Never an argument, which others
//! on the machine can read.
#![allow(clippy::disallowed_methods, reason = "this is where the command line reads its environment")]

use std::path::Path;

use crate::failure::Failure;

const VARIABLE: &str = "CASEWARD_PASSPHRASE";

/// The passphrase of someone who has one.
pub fn known(file: Option<&Path>, whose: &str) -> Result<String, Failure> {
    match given(file)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(&format!("Passphrase of {whose}: ")),
    }
}

/// A passphrase for someone who has none yet: typed twice when the terminal asks.
pub fn new(file: Option<&Path>, whose: &str) -> Result<String, Failure> {
    if let Some(passphrase) = given(file)? {
        return Ok(passphrase);
    }
    let first = ask(&format!("New passphrase for {whose}: "))?;
    if ask("The same again: ")? == first {
        Ok(first)
    } else {
        Err(Failure::refused("The two passphrases are not the same. Start again."))
    }
}

fn given(file: Option<&Path>) -> Result<Option<String>, Failure> {
    let Some(file) = file else {
        return Ok(std::env::var(VARIABLE).ok().filter(|passphrase| !passphrase.is_empty()));
    };
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::refused(format!("The passphrase file {} could not be read: {error}", file.display())))?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(Some(line.to_owned())),
        _ => Err(Failure::refused(format!("The first line of the passphrase file {} is empty.", file.display()))),
    }
}

fn ask(prompt: &str) -> Result<String, Failure> {
    rpassword::prompt_password(prompt).map_err(|_| {
        Failure::refused(format!(
            "There is no terminal to ask for a passphrase. Give it with --passphrase-file FILE or in {VARIABLE}."
        ))
    })
}
