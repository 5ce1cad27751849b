//! Files that leave: whole or not at all, and never through a link that somebody put in the way.

use std::io::Write;
use std::path::Path;

use caseward_store::StoreError;

use crate::error::CommandError;

/// Writes beside the target first, then puts it in place: a full disk leaves no half-written file.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    if std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_symlink()) {
        return Err(CommandError::refused("There is a link where the file should go. Choose another folder or name."));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = std::fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| std::fs::rename(&part, path));
    placed.map_err(|error| {
        let _ = std::fs::remove_file(&part);
        CommandError::from(StoreError::from(error))
    })
}
