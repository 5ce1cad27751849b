//! Copies the register and its key file to a folder, and checks the copy.

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use caseward_domain::role::Role;
use caseward_store::{Folder, Register, StoreError};
use serde::Deserialize;
use serde::Serialize;
use std::path::Path;
use ts_rs::TS;

/// Copies the register and its key file to a folder, and checks the copy.
#[derive(Deserialize, TS)]
pub struct BackupRegister {
    pub directory: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupView {
    pub path: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub audit_head: String,
}

pub fn backup_register(desk: &mut Desk, request: BackupRegister) -> Result<BackupView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator, Role::Manager])?;
    if request.directory.trim().is_empty() {
        return Err(CommandError::invalid("directory", "Choose the folder to back up to."));
    }
    let name = format!("caseward-backup-{}", session.now().format("%Y-%m-%d-%H%M%S"));
    let target = Path::new(request.directory.trim()).join(&name);
    if target.exists() {
        return Err(StoreError::BackupThere(target).into());
    }
    // The event first, so that the copy holds it and carries the chain's head.
    session.transact("backup_register", |_, _, _| Ok(on_register((), serde_json::json!({ "backup": name }))))?;
    std::fs::create_dir_all(&target).map_err(StoreError::from)?;
    let copied = copy(session, &target);
    if copied.is_err() {
        // Only the folder that this call made a moment ago.
        let _ = std::fs::remove_dir_all(&target);
    }
    copied
}

fn copy(session: &crate::desk::Session, target: &Path) -> Result<BackupView, CommandError> {
    let (from, to) = (session.register.folder(), Folder::new(target));
    std::fs::copy(from.key_file(), to.key_file()).map_err(StoreError::from)?;
    let key = session.unlocked.register_key();
    let bytes = session.register.copy_to(&to.database(), key, &session.progress)?;
    let head = session.register.head()?;
    // A backup that nobody opened is a hope: open it and compare.
    let copy = Register::open(&to, key)?;
    if copy.head()? != head || !copy.check_file()?.is_empty() {
        return Err(CommandError::refused("The backup could not be read back, so it was thrown away. Try another disk."));
    }
    drop(copy);
    std::fs::write(target.join("audit-head.txt"), format!("{} {}\n", head.sequence, head.hash)).map_err(StoreError::from)?;
    Ok(BackupView { path: target.display().to_string(), bytes, audit_head: head.hash })
}
