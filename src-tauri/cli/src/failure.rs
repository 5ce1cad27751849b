//! Why a command ended without being done, and the exit code that says so.

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use caseward_casework::{CommandError, ErrorCode};

#[derive(Debug)]
pub enum Failure {
    /// Refused with a reason: 1.
    Refused(CommandError),
    /// Asked in a way that is not understood: 2.
    WrongUsage(String),
    /// The answer could not be written. Nothing is wrong when its reader has read enough, as `head` does.
    Unwritten(std::io::Error),
}

impl Failure {
    pub fn refused(message: impl Into<String>) -> Self {
        Self::Refused(CommandError::new(ErrorCode::Refused, message))
    }

    /// Says it on stderr: in words, or as a JSON object.
    pub fn end(&self, json: bool) -> ExitCode {
        let mut stderr = std::io::stderr();
        let _ = match self {
            Failure::Refused(refusal) if json => {
                writeln!(stderr, "{}", serde_json::to_string(refusal).unwrap_or_else(|_| refusal.message.clone()))
            }
            Failure::Refused(refusal) => writeln!(stderr, "{refusal}"),
            Failure::WrongUsage(text) if json => {
                writeln!(stderr, "{}", serde_json::json!({"code": "wrong_usage", "message": text, "fields": []}))
            }
            Failure::WrongUsage(text) => writeln!(stderr, "{text}\n\nFor more, try '--help'."),
            Failure::Unwritten(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            Failure::Unwritten(error) => writeln!(stderr, "The answer could not be written: {error}"),
        };
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Failure::Unwritten(error) if error.kind() == ErrorKind::BrokenPipe => 0,
            Failure::Refused(_) | Failure::Unwritten(_) => 1,
            Failure::WrongUsage(_) => 2,
        }
    }
}

impl From<CommandError> for Failure {
    fn from(refusal: CommandError) -> Self {
        Self::Refused(refusal)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Unwritten(error)
    }
}
