//! Files that leave: whole or not at all, and never through a link that somebody put in the way.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use caseward_store::StoreError;

use crate::error::CommandError;

/// Writes beside the target first, then puts it in place: a full disk leaves no half-written file.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    Staged::write(path, bytes)?.keep()
}

/// A file that is written beside its target and not yet in place. Dropped, it is gone again: what the register refused to
/// know of leaves nothing behind.
pub(crate) struct Staged {
    part: PathBuf,
    target: PathBuf,
}

impl Staged {
    pub fn write(path: &Path, bytes: &[u8]) -> Result<Self, CommandError> {
        match std::fs::symlink_metadata(path) {
            Ok(found) if found.file_type().is_symlink() => {
                return Err(CommandError::refused("There is a link where the file should go. Choose another folder or name."));
            }
            Ok(found) if found.is_dir() => return Err(refusal(ErrorKind::IsADirectory.into())),
            _ => {}
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let staged = Self { part: path.with_file_name(name), target: path.to_owned() };
        // What was left there, a link too, is taken away, so that nothing is written through it.
        let _ = std::fs::remove_file(&staged.part);
        let written = std::fs::File::create_new(&staged.part).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(refusal)?;
        Ok(staged)
    }

    /// Puts it in place.
    pub fn keep(self) -> Result<(), CommandError> {
        std::fs::rename(&self.part, &self.target).map_err(refusal)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.part);
    }
}

/// Puts several files that belong together in place; where one fails none is left.
pub(crate) fn keep_all(staged: Vec<Staged>) -> Result<Vec<PathBuf>, CommandError> {
    let mut placed: Vec<PathBuf> = Vec::new();
    for file in staged {
        let target = file.target.clone();
        if let Err(refused) = file.keep() {
            placed.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(refused);
        }
        placed.push(target);
    }
    Ok(placed)
}

fn refusal(error: std::io::Error) -> CommandError {
    match error.kind() {
        ErrorKind::NotFound => CommandError::refused("There is no such folder. Choose one that is there."),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            CommandError::refused("You may not write to this folder. Choose another.")
        }
        ErrorKind::IsADirectory => CommandError::refused("There is a folder of this name. Choose another name."),
        _ => CommandError::from(StoreError::from(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_never_written_through_neither_at_the_target_nor_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let (elsewhere, target) = (folder.path().join("elsewhere"), folder.path().join("out.txt"));
        std::fs::write(&elsewhere, "untouched").unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.path().join("out.txt.part")).unwrap();
        write_whole(&target, b"whole").unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.path().join("link.txt")).unwrap();
        let refused = write_whole(&folder.path().join("link.txt"), b"whole").unwrap_err();
        assert_eq!(refused.message, "There is a link where the file should go. Choose another folder or name.");
        assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), "untouched");
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "whole");
    }

    #[test]
    fn a_folder_that_is_not_there_or_is_in_the_way_is_named_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let refused = write_whole(&folder.path().join("none/out.txt"), b"whole").unwrap_err();
        assert_eq!(refused.message, "There is no such folder. Choose one that is there.");
        std::fs::create_dir_all(folder.path().join("out.txt/kept")).unwrap();
        let refused = write_whole(&folder.path().join("out.txt"), b"whole").unwrap_err();
        assert_eq!(refused.message, "There is a folder of this name. Choose another name.");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn of_files_that_belong_together_all_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let files = [("a.txt".to_owned(), b"a".to_vec()), ("b.txt".to_owned(), b"b".to_vec())];
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), folder.path().join("b.txt")).unwrap();
        let write = || {
            let staged = files.iter().map(|(name, bytes)| Staged::write(&folder.path().join(name), bytes));
            keep_all(staged.collect::<Result<_, _>>()?)
        };
        let refused = write().unwrap_err();
        assert_eq!(refused.message, "There is a link where the file should go. Choose another folder or name.");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only the link that was there");
        std::fs::remove_file(folder.path().join("b.txt")).unwrap();
        assert_eq!(write().unwrap().len(), 2);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
