//! `export-all`: writes everything in the register as JSON lines, for a register elsewhere to take in.

use std::path::PathBuf;

use caseward_casework::terminal::export_all;

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct ExportAll {
    /// The file to write
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

pub fn run(given: ExportAll, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    export_all(&mut desk, &given.to)?;
    terminal
        .say
        .line(format!("Everything is written to {}. It is not encrypted: keep it as you keep the register.", given.to.display()))
}
