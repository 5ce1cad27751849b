//! A register is one folder: `register.db` (encrypted), `keys.json`, `backups`. One program at a time may use it.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use crate::error::StoreError;

#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// Held while the register is open. The lock goes with the process, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Folder {
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        self.0.join("register.db")
    }

    pub fn key_file(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    pub fn has_register(&self) -> bool {
        self.database().exists() || self.key_file().exists()
    }

    /// Refuses a folder that another program uses or that lies on a network drive.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        if on_network_drive(&self.0) {
            return Err(StoreError::NetworkDrive);
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.0.join("in-use.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(_) => Err(StoreError::InUse),
        }
    }
}

/// Whether the folder lies on a mount of a network file system, by the kernel's own table of mounts. Where there is no
/// such table, nothing is known and nothing is refused.
fn on_network_drive(path: &Path) -> bool {
    const NETWORK: [&str; 8] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"];
    let (Ok(path), Ok(mounts)) = (path.canonicalize(), std::fs::read_to_string("/proc/mounts")) else { return false };
    let mount = |line: &str| {
        let mut fields = line.split(' ').skip(1);
        let point = fields.next()?.replace("\\040", " ");
        let kind = fields.next()?.to_owned();
        path.starts_with(&point).then_some((point.len(), kind))
    };
    let nearest = mounts.lines().filter_map(mount).max_by_key(|(length, _)| *length);
    nearest.is_some_and(|(_, kind)| NETWORK.contains(&kind.as_str()))
}
