//! Which register the window opens: `--register DIR`, else `CASEWARD_REGISTER`, else the user's own data folder.
#![allow(clippy::disallowed_methods, reason = "this is where the window reads its environment")]

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
Caseward: a register of pseudonymised child sexual exploitation cases, with manager sign-off.

Usage: caseward [--register DIR]

  --register DIR   the folder of the register; CASEWARD_REGISTER says the same.
                   Without either, the register in your own data folder is opened.
  --help           shows this.
  --version        shows the version.
";

pub struct Arguments {
    /// `None`: the register in the user's own data folder.
    pub register: Option<PathBuf>,
}

/// Why no window opens: it was asked a question, or asked wrongly.
#[derive(Debug, PartialEq, Eq)]
pub enum Instead {
    Answer(String),
    WrongUsage(String),
}

impl Instead {
    /// Says it: 0 for an answer, 2 for wrong usage.
    pub fn say(&self) -> ExitCode {
        match self {
            Instead::Answer(text) => {
                let _ = std::io::stdout().write_all(text.as_bytes());
                ExitCode::SUCCESS
            }
            Instead::WrongUsage(text) => {
                let _ = writeln!(std::io::stderr(), "{text}\n\n{USAGE}");
                ExitCode::from(2)
            }
        }
    }
}

pub fn read(given: impl Iterator<Item = OsString>) -> Result<Arguments, Instead> {
    let mut register = std::env::var_os("CASEWARD_REGISTER").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let mut given = given;
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--register") => {
                let folder = given.next().ok_or_else(|| Instead::WrongUsage("--register needs a folder.".to_owned()))?;
                register = Some(PathBuf::from(folder));
            }
            Some("--help" | "-h") => return Err(Instead::Answer(USAGE.to_owned())),
            Some("--version" | "-V") => return Err(Instead::Answer(format!("Caseward {}\n", env!("CARGO_PKG_VERSION")))),
            _ => match argument.to_str().and_then(|text| text.strip_prefix("--register=")) {
                Some(folder) => register = Some(PathBuf::from(folder)),
                None => return Err(Instead::WrongUsage("Caseward does not know that argument.".to_owned())),
            },
        }
    }
    Ok(Arguments { register })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register_of(given: &[&str]) -> Result<Option<PathBuf>, Instead> {
        read(given.iter().map(OsString::from)).map(|arguments| arguments.register)
    }

    #[test]
    fn the_register_may_be_named_in_two_ways() {
        for given in [&["--register", "/r"][..], &["--register=/r"][..]] {
            assert_eq!(register_of(given), Ok(Some(PathBuf::from("/r"))));
        }
    }

    #[test]
    fn what_is_not_known_is_refused_with_the_usage() {
        for given in [&["--register"][..], &["/r"][..], &["--registr=/r"][..]] {
            assert!(matches!(register_of(given), Err(Instead::WrongUsage(_))), "{given:?}");
        }
        assert!(matches!(register_of(&["--help"]), Err(Instead::Answer(_))));
    }
}
