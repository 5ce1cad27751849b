//! What the window is told when something is refused. One closed set: a code exists only if the window acts on it.
//!
//! No case text stands in any of these; the messages are whole sentences that say what to do.

use caseward_store::StoreError;
use caseward_store::keys::{KeyError, KeyFileError};
use serde::Serialize;
use ts_rs::TS;

/// A refusal or a failure, in words for the person at the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CommandError {
    pub code: ErrorCode,
    pub message: String,
    /// For `invalid`: which fields of the request are wrong, by their names in the request.
    pub fields: Vec<FieldError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Nobody is signed in: show the sign-in page; the draft is kept.
    NotSignedIn,
    WrongPassphrase,
    /// The person's roles do not allow it, or it is their own work.
    NotAllowed,
    NotFound,
    /// Fields are wrong: show each message at its field.
    Invalid,
    /// Someone else changed it meanwhile: offer to load it again.
    Changed,
    /// A rule of casework says no.
    Refused,
    /// The person stopped it.
    Cancelled,
    /// The register itself cannot be used: damaged, newer, in use, disk full.
    Register,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldError {
    pub field: String,
    pub message: String,
}

impl CommandError {
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), fields: Vec::new() }
    }

    pub fn not_allowed(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::NotAllowed, message)
    }

    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Refused, message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::NotFound, message)
    }

    pub fn changed(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Changed, message)
    }
}

impl std::fmt::Display for CommandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        for field in &self.fields {
            write!(f, "\n  {}: {}", field.field, field.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for CommandError {}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Key(KeyError::WrongPassphrase) => Self::new(ErrorCode::WrongPassphrase, error.to_string()),
            StoreError::Key(KeyError::WrongRecoveryCode) => Self::new(ErrorCode::WrongPassphrase, error.to_string()),
            StoreError::Key(KeyError::PassphraseTooShort) => Self::invalid("passphrase", error.to_string()),
            StoreError::Cancelled => Self::new(ErrorCode::Cancelled, error.to_string()),
            other => Self::new(ErrorCode::Register, other.to_string()),
        }
    }
}

impl From<KeyError> for CommandError {
    fn from(error: KeyError) -> Self {
        StoreError::from(error).into()
    }
}

impl From<KeyFileError> for CommandError {
    fn from(error: KeyFileError) -> Self {
        StoreError::from(error).into()
    }
}

impl CommandError {
    /// One field is wrong.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::invalid_fields(vec![FieldError { field: field.to_owned(), message: message.into() }])
    }

    /// Several are.
    pub fn invalid_fields(fields: Vec<FieldError>) -> Self {
        Self { code: ErrorCode::Invalid, message: "There is a problem with what was entered.".to_owned(), fields }
    }
}
