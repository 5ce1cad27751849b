//! What can go wrong with keys, each in words that say what to do next. No error carries a name, a path, a
//! passphrase or a piece of the file.

use super::EntropyError;

/// Why a key was not given or a slot not changed. The key file in memory is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error(
        "Choose a passphrase of at least 12 characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess."
    )]
    PassphraseTooShort,
    #[error("This passphrase is not right. Check the Caps Lock key and type it again.")]
    WrongPassphrase,
    #[error("This is not the recovery code of this register. Check that it is the newest one that was printed.")]
    WrongRecoveryCode,
    #[error("This person has no entry in the key file. Ask an administrator to add them.")]
    NoSuchPerson,
    #[error("This is the only person who can open the register. Add somebody else first.")]
    LastPerson,
    #[error(
        "This entry in the key file is damaged. Ask an administrator to reset the passphrase, or copy keys.json back from a backup. Nothing was changed."
    )]
    SlotDamaged,
    #[error(
        "This entry in the key file asks for an amount of work that Caseward never sets. Somebody may have altered it: copy keys.json back from a backup. Nothing was changed."
    )]
    Argon2OutOfRange,
    #[error("There is not enough free memory to check the passphrase. Close other programs and try again.")]
    OutOfMemory,
    #[error(
        "The list of people in the key file was altered outside Caseward. Copy keys.json back from a backup. Nothing was changed."
    )]
    RosterAltered,
    #[error("The keys of this register have changed since it was opened. Close the register and open it again.")]
    Outdated,
    #[error("A change of the register key has not finished. Close the register and open it again to finish it.")]
    RotationUnfinished,
    #[error("There is no change of the register key to finish.")]
    NoRotation,
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// A library refused a length that is fixed in this code. It is here so that nothing panics.
    #[error("The {0} calculation failed. Nothing was changed.")]
    Calculation(&'static str),
}

/// Why `keys.json` was not read or written. The file on disk is then byte for byte as it was.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error(
        "There is no key file (keys.json) in this folder. Copy it back from a backup: without it the register cannot be opened."
    )]
    Missing,
    #[error("The key file (keys.json) is empty. Copy it back from a backup.")]
    Empty,
    #[error("The key file (keys.json) is larger than 1 MB, which no register needs. Copy it back from a backup.")]
    TooLarge,
    #[error("The key file (keys.json) is not JSON from line {line}, column {column}. Copy it back from a backup.")]
    NotJson { line: usize, column: usize },
    #[error("This keys.json was not made by Caseward. Copy the right file back from a backup.")]
    NotAKeyFile,
    #[error(
        "The key file (keys.json) was written by a newer Caseward (format {format}). Install the newest Caseward and open the register with it."
    )]
    Newer { format: u32 },
    #[error("The key file (keys.json) is damaged near line {line}, column {column}. Copy it back from a backup.")]
    Damaged { line: usize, column: usize },
    #[error("The key file (keys.json) contradicts itself. Copy it back from a backup.")]
    Inconsistent,
    #[error("The key file (keys.json) in this folder belongs to another register, so it was left alone.")]
    OtherRegister,
    #[error("The key file (keys.json) was changed by another program. Close the register and open it again.")]
    Outdated,
    #[error("Could not {doing} the key file (keys.json). Check that the folder can be reached and is not full.")]
    Io { doing: &'static str, source: std::io::Error },
}
