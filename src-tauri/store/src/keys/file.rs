//! `keys.json` on disk. Losing it loses the register, so it is replaced in one step or not at all, and a file that
//! cannot be understood is left exactly as it is, for whoever can mend it.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use super::key_file::FORMAT;
use super::{KeyFile, KeyFileError};

/// The name of the key file in the register's folder.
pub const FILE_NAME: &str = "keys.json";

/// In bytes: about eight hundred people, in the middle of a rotation.
const LARGEST: u64 = 1024 * 1024;

impl KeyFile {
    /// Reads the file. Costs out of range refuse one slot when it is opened, not the whole file here: everyone else
    /// can still get in, and an administrator among them can reset that slot.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Self::parse(&bytes_at(path)?)
    }

    /// Replaces the file: a new one is written beside it, readable by its owner only, then renamed over it. Only the
    /// file that this was read from is replaced. Another register's, a damaged one, or one that another program
    /// has changed since may hold the only copy of a key, so it stays.
    pub fn write(&mut self, path: &Path) -> Result<(), KeyFileError> {
        match bytes_at(path) {
            Ok(there) if self.on_disk == Some(digest(&there)) => {}
            Ok(there) if Self::parse(&there)?.register_id != self.register_id => return Err(KeyFileError::OtherRegister),
            Ok(_) => return Err(KeyFileError::Outdated),
            Err(KeyFileError::Missing) => {}
            Err(error) => return Err(error),
        }
        let bytes = self.to_bytes()?;
        let beside = path.with_added_extension("new");
        replace(path, &beside, &bytes).map_err(|source| {
            // It is ours and half made; the file that counts has not been touched. If it stays, the next write
            // takes it away.
            let _ = fs::remove_file(&beside);
            KeyFileError::Io { doing: "write", source }
        })?;
        self.on_disk = Some(digest(&bytes));
        sync_folder(path).map_err(|source| KeyFileError::Io { doing: "write", source })
    }

    fn parse(bytes: &[u8]) -> Result<Self, KeyFileError> {
        if bytes.is_empty() {
            return Err(KeyFileError::Empty);
        }
        if bytes.len() as u64 > LARGEST {
            return Err(KeyFileError::TooLarge);
        }
        // The messages of the library quote the file, so only the place is kept.
        serde_json::from_slice::<IgnoredAny>(bytes)
            .map_err(|error| KeyFileError::NotJson { line: error.line(), column: error.column() })?;
        let header: Header = serde_json::from_slice(bytes).map_err(|_| KeyFileError::NotAKeyFile)?;
        match header.format {
            0 => return Err(KeyFileError::NotAKeyFile),
            format if format > FORMAT => return Err(KeyFileError::Newer { format }),
            _ => {}
        }
        let mut file: Self = serde_json::from_slice(bytes)
            .map_err(|error| KeyFileError::Damaged { line: error.line(), column: error.column() })?;
        if !file.is_consistent() {
            return Err(KeyFileError::Inconsistent);
        }
        file.on_disk = Some(digest(bytes));
        Ok(file)
    }

    fn to_bytes(&self) -> Result<Vec<u8>, KeyFileError> {
        let mut bytes =
            serde_json::to_vec_pretty(self).map_err(|error| KeyFileError::Io { doing: "write", source: error.into() })?;
        bytes.push(b'\n');
        if bytes.len() as u64 > LARGEST {
            return Err(KeyFileError::TooLarge);
        }
        Ok(bytes)
    }

    /// One slot for each person, and a pending key in all slots or in none.
    fn is_consistent(&self) -> bool {
        let mut ids: Vec<_> = self.slots.iter().map(|slot| slot.person_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut slots = self.slots.iter().map(|slot| &slot.slot).chain([&self.recovery]);
        ids.len() == self.slots.len() && slots.all(|slot| slot.pending_register_key.is_some() == self.is_rotating())
    }
}

/// What every format has, so that a newer one is told from a damaged one.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

fn bytes_at(path: &Path) -> Result<Vec<u8>, KeyFileError> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(|source| match source.kind() {
        ErrorKind::NotFound => KeyFileError::Missing,
        _ => KeyFileError::Io { doing: "read", source },
    })?;
    Ok(bytes)
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn replace(path: &Path, beside: &Path, bytes: &[u8]) -> std::io::Result<()> {
    match fs::remove_file(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    // Never through a link that somebody laid there.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)
}

/// Without this a power cut can undo the rename. Windows has no such call and keeps renames in its journal.
#[cfg(unix)]
fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if folder != Path::new("") => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> std::io::Result<()> {
    Ok(())
}
