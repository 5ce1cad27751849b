//! `summary`: makes a pack of a period in every format, and keeps what it shows in the register of releases.

use std::path::PathBuf;

use caseward_casework::{MakePack, Profile, ViewSummary, make_pack, view_summary};
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
    /// Who it is for: internal shows exact numbers; for partners and the public small numbers are hidden
    #[arg(long, default_value = "internal", value_parser = ["internal", "partners", "public"])]
    profile: String,
    /// The code of the recipient it is for
    #[arg(long, value_name = "CODE", default_value = "")]
    recipient: String,
    /// The id of a table to leave out; may be given more than once
    #[arg(long, value_name = "TABLE")]
    leave_out: Vec<String>,
    /// The folder to write to; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(given: Summary, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let directory = absolute(&given.out)?;
    let profile = match given.profile.as_str() {
        "partners" => Profile::Partners,
        "public" => Profile::Public,
        _ => Profile::Internal,
    };
    let shown = match terminal.say.json {
        true => {
            let (from, to) = (given.from.clone(), given.to.clone());
            Some(view_summary(&mut desk, ViewSummary { from, to, profile, leave_out: given.leave_out.clone() })?)
        }
        false => None,
    };
    let (from, to, recipient, leave_out) = (given.from, given.to, given.recipient, given.leave_out);
    let written = make_pack(&mut desk, MakePack { from, to, profile, recipient, directory, leave_out })?;
    if let Some(summary) = shown {
        return terminal.say.json(&json!({
            "profile": given.profile,
            "from": summary.from,
            "to": summary.to,
            "files": written.files,
            "audit_head": written.audit_head,
            "pack_id": written.pack_id,
            "summary": summary,
        }));
    }
    terminal.say.line("The summary is written to:")?;
    for file in &written.files {
        terminal.say.line(format!("  {file}"))?;
    }
    terminal.say.line(format!("Audit head: {}", written.audit_head))
}
