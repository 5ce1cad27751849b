//! Two tiers: [`StoreError`] says exactly what happened, for the layer above; its words are safe to show, because no
//! value of a row is ever put into them.

use std::path::PathBuf;

use caseward_domain::date::say_date;
use chrono::NaiveDate;

use crate::keys::{KeyError, KeyFileError};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("There is no register in this folder. Make one, or choose the folder where it is kept.")]
    NoRegister,
    #[error("There is a register in this folder already. Choose an empty folder for a new one.")]
    AlreadyThere,
    #[error("The register file is empty. It was left as it is. Restore the latest backup to a new folder, and keep this one.")]
    ZeroLength,
    #[error("The register file is damaged. It was left as it is. Restore the latest backup to a new folder, and keep this one.")]
    Damaged,
    #[error("This register was made by a newer Caseward. It was left as it is. Install the newer program to open it.")]
    Newer,
    #[error(
        "The register file does not belong to this key file. They were left as they are. Put back the key file of this register, or restore a backup of both."
    )]
    WrongKey,
    #[error("Another program has this register open. Close the other Caseward window, then try again.")]
    InUse,
    #[error("This register is on a network drive, where two people could damage it. Move it to a drive of this machine.")]
    NetworkDrive,
    #[error("The disk is full. Nothing was saved. Make room on the disk, then try again: what you typed is still here.")]
    DiskFull,
    #[error("The register could not be read or written ({0:?}). Check that the folder is there and that you may write to it.")]
    Disk(std::io::ErrorKind),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error("A line of the file does not read as a record of a register: line {line}. Nothing was brought in.")]
    Dump { line: usize },
    #[error("The file was changed after it was exported: event {sequence} does not hold. Nothing was brought in.")]
    DumpChain { sequence: i64 },
    #[error(
        "The register refused a record that breaks its own rules. Nothing was changed. Report this, with what you were doing."
    )]
    Constraint,
    #[error("The register could not do this. Nothing was changed. Report this, with what you were doing. (SQLite {code})")]
    Database { code: i32 },
    #[error("A record of the register does not read as it was written. Run verify, and restore a backup if it says so.")]
    Unreadable,
    #[error(
        "This machine’s clock says {}, but the register was last changed on {}. Nothing was saved. Set the clock, then try again: what you typed is still here. If the clock is right and was wrong then, an administrator can say so under Settings, Check the register.",
        say_date(*now), say_date(*last)
    )]
    ClockBack { now: NaiveDate, last: NaiveDate },
    #[error("Cancelled. No record was changed.")]
    Cancelled,
    #[error("There is already a backup at {}. Choose another folder.", .0.display())]
    BackupThere(PathBuf),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let Some(failure) = error.sqlite_error() else { return StoreError::Unreadable };
        match failure.code {
            ErrorCode::DiskFull => StoreError::DiskFull,
            ErrorCode::NotADatabase => StoreError::WrongKey,
            ErrorCode::DatabaseCorrupt => StoreError::Damaged,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::InUse,
            ErrorCode::ConstraintViolation => StoreError::Constraint,
            _ => StoreError::Database { code: failure.extended_code },
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
            kind => StoreError::Disk(kind),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        StoreError::Unreadable
    }
}
