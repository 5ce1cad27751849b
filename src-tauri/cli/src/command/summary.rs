//! `summary`: writes the progress summary for a period as XLSX, CSV and one HTML file.

use std::path::PathBuf;

use caseward_casework::{ExportSummary, ViewSummary, export_summary, view_summary};
use serde_json::json;

use crate::failure::Failure;
use crate::terminal::{Terminal, absolute};

#[derive(clap::Args)]
pub struct Summary {
    /// The first day of the period
    #[arg(long, value_name = "DATE")]
    from: String,
    /// The last day of the period
    #[arg(long, value_name = "DATE")]
    to: String,
    /// Who it is for: internal shows exact numbers and is marked OFFICIAL-SENSITIVE
    #[arg(long, default_value = "internal", value_parser = ["internal"])]
    profile: String,
    /// The folder to write to; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(given: Summary, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let directory = absolute(&given.out)?;
    let shown = match terminal.say.json {
        true => Some(view_summary(&mut desk, ViewSummary { from: given.from.clone(), to: given.to.clone() })?),
        false => None,
    };
    let written = export_summary(&mut desk, ExportSummary { from: given.from, to: given.to, directory })?;
    if let Some(summary) = shown {
        return terminal.say.json(&json!({
            "profile": given.profile,
            "from": summary.from,
            "to": summary.to,
            "files": written.files,
            "audit_head": written.audit_head,
            "summary": summary,
        }));
    }
    terminal.say.line("The summary is written to:")?;
    for file in &written.files {
        terminal.say.line(format!("  {file}"))?;
    }
    terminal.say.line(format!("Audit head: {}", written.audit_head))
}
