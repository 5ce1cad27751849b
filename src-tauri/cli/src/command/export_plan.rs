//! `export-plan`: writes the action plan as the workbook that authorities circulate.

use std::path::PathBuf;

use caseward_casework::{ExportActionPlan, export_action_plan};

use crate::failure::Failure;
use crate::say::count;
use crate::terminal::{Terminal, absolute};

#[derive(clap::Args)]
pub struct ExportPlan {
    /// The file to write; ends in .xlsx
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// As at which day; today if left out
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
}

pub fn run(given: ExportPlan, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let written = export_action_plan(&mut desk, ExportActionPlan { path: absolute(&given.to)?, as_at: given.as_at })?;
    if terminal.say.json {
        return terminal.say.json(&written);
    }
    terminal.say.line(format!("{} with {} is written.", written.file, count(written.actions, "action", "actions")))
}
