//! `inspection`: writes every case with its last sign-off, review dates and level history, for an inspector's list.

use std::path::PathBuf;

use caseward_casework::{ExportInspectionPack, export_inspection_pack};

use crate::failure::Failure;
use crate::terminal::{Terminal, absolute};

#[derive(clap::Args)]
pub struct Inspection {
    /// The day whose state it shows; today if it is left out
    #[arg(long, value_name = "DATE", default_value = "")]
    as_at: String,
    /// The folder to write to; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(given: Inspection, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let directory = absolute(&given.out)?;
    let written = export_inspection_pack(&mut desk, ExportInspectionPack { as_at: given.as_at, directory })?;
    if terminal.say.json {
        return terminal.say.json(&written);
    }
    terminal.say.line(format!("The inspection pack holds {} cases. It is written to:", written.cases))?;
    for file in &written.files {
        terminal.say.line(format!("  {file}"))?;
    }
    terminal.say.line(format!("Audit head: {}", written.audit_head))
}
