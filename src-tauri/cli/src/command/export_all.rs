//! `export-all`: writes everything in the register as JSON lines, for a register elsewhere to take in.

use std::path::PathBuf;

use caseward_casework::terminal::export_all;
use serde_json::json;

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
    let records = export_all(&mut desk, &given.to)?;
    if terminal.say.json {
        return terminal.say.json(&json!({"path": given.to, "records": records}));
    }
    let path = given.to.display();
    terminal.say.line(format!("{records} records are written to {path}. It is not encrypted: keep it as you keep the register."))
}
