//! A person at a terminal: the register they work at, who they are, and how they are answered.

use std::path::{Path, PathBuf};

use caseward_casework::{
    Desk, RegisterState, RegisterStatus, RegisterStatusView, SessionView, SignIn, SignInChoice, register_status, sign_in,
};
use serde::de::DeserializeOwned;

use crate::arguments::About;
use crate::failure::Failure;
use crate::passphrase;
use crate::say::Say;

pub struct Terminal {
    pub about: About,
    pub say: Say,
}

impl Terminal {
    pub fn new(about: About) -> Self {
        let json = about.json;
        Self { about, say: Say::new(json) }
    }

    /// The desk over the register that was named; nobody is signed in.
    pub fn desk(&self) -> Result<Desk, Failure> {
        match &self.about.register {
            Some(folder) => Ok(Desk::new(folder.clone())),
            None => Err(Failure::WrongUsage("Say which register: --register DIR, or CASEWARD_REGISTER.".to_owned())),
        }
    }

    /// The desk, with the person of `--as` signed in.
    pub fn signed_in(&self) -> Result<(Desk, SessionView), Failure> {
        let mut desk = self.desk()?;
        let status = register_status(&mut desk, RegisterStatus {})?;
        let person = self.person(&status)?;
        let passphrase = passphrase::known(self.passphrase_file(), &person.name)?;
        let session = sign_in(&mut desk, SignIn { person_id: person.id, passphrase })?;
        Ok((desk, session))
    }

    pub fn passphrase_file(&self) -> Option<&Path> {
        self.about.passphrase_file.as_deref()
    }

    fn person<'a>(&self, status: &'a RegisterStatusView) -> Result<&'a SignInChoice, Failure> {
        match status.state {
            RegisterState::None => {
                return Err(Failure::refused(format!(
                    "There is no register in {}. Make one with “init”, or a demonstration with “demo”.",
                    status.directory
                )));
            }
            RegisterState::Refused => {
                return Err(Failure::refused(
                    status.message.clone().unwrap_or_else(|| "This register cannot be used.".to_owned()),
                ));
            }
            RegisterState::Locked | RegisterState::Open => {}
        }
        let names = || status.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
        let Some(wanted) = &self.about.person else {
            return match status.people.as_slice() {
                [only] => Ok(only),
                _ => Err(Failure::WrongUsage(format!("Say who you are with --as PERSON. These can sign in: {}.", names()))),
            };
        };
        let is_wanted = |person: &&SignInChoice| {
            person.id.to_string() == wanted.to_lowercase() || person.name.to_lowercase() == wanted.trim().to_lowercase()
        };
        match status.people.iter().filter(is_wanted).collect::<Vec<_>>().as_slice() {
            [one] => Ok(one),
            [] => Err(Failure::refused(format!("Nobody called “{wanted}” can sign in. These can: {}.", names()))),
            _ => Err(Failure::refused(format!("More than one person is called “{wanted}”. Give the id with --as."))),
        }
    }
}

/// A request as its verb takes it, from what was typed. What the verb cannot take is wrong usage.
pub fn request<Request: DeserializeOwned>(typed: serde_json::Value) -> Result<Request, Failure> {
    serde_json::from_value(typed).map_err(|error| Failure::WrongUsage(format!("That is not understood: {error}.")))
}

/// A path that means the same wherever the verb runs.
pub fn absolute(path: &Path) -> Result<String, Failure> {
    let path: PathBuf = std::path::absolute(path).map_err(|error| Failure::refused(format!("{}: {error}", path.display())))?;
    path.into_os_string().into_string().map_err(|_| Failure::refused("The path holds letters that cannot be read."))
}
