//! `verify`: checks the audit chain, every signed version, the stored duties and the file itself.

use caseward_casework::{VerifyRegister, verify_register};

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Verify {}

pub fn run(_: Verify, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let view = verify_register(&mut desk, VerifyRegister {})?;
    if terminal.say.json {
        terminal.say.json(&view)?;
    } else if view.ok {
        terminal.say.line(format!("The register is whole: {} events, head {}.", view.events, view.head))?;
    }
    if view.ok {
        return Ok(());
    }
    terminal.say.finish()?;
    let first =
        view.first_bad_event.map(|event| format!("\nThe first event that does not hold is number {event}.")).unwrap_or_default();
    Err(Failure::refused(format!("The register is not whole.\n{}{first}", view.problems.join("\n"))))
}
