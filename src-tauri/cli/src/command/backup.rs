//! `backup`: copies the register and its key file to a folder, and checks the copy.

use std::path::PathBuf;

use caseward_casework::{BackupRegister, backup_register};

use crate::failure::Failure;
use crate::terminal::{Terminal, absolute};

#[derive(clap::Args)]
pub struct Backup {
    /// The folder to copy to
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

pub fn run(given: Backup, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let view = backup_register(&mut desk, BackupRegister { directory: absolute(&given.to)? })?;
    if terminal.say.json {
        return terminal.say.json(&view);
    }
    terminal.say.line(format!("The backup is in {}: {} bytes, checked. Audit head: {}", view.path, view.bytes, view.audit_head))
}
