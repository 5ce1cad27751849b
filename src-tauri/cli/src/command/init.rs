//! `init`: makes a register with its first person, who holds every role until others are added.

use caseward_casework::{CreateRegister, create_register};
use serde_json::json;

use crate::failure::Failure;
use crate::passphrase;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Init {
    /// The name of the authority
    #[arg(long, value_name = "NAME")]
    authority: String,
    /// The name of the first person
    #[arg(long, value_name = "NAME")]
    person: String,
}

pub fn run(given: Init, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut desk = terminal.desk()?;
    let passphrase = passphrase::new(terminal.passphrase_file(), &given.person)?;
    let made = create_register(&mut desk, CreateRegister { authority: given.authority, person_name: given.person, passphrase })?;
    let (session, code) = (made.session, made.recovery_code);
    if terminal.say.json {
        return terminal.say.json(&json!({
            "authority": session.authority,
            "person": session.person.name,
            "person_id": session.person.id,
            "recovery_code": code,
        }));
    }
    terminal.say.line(format!(
        "The register of {} is made. {} holds every role until others are added.",
        session.authority, session.person.name
    ))?;
    terminal.say.line(format!("\nRecovery code: {code}\n"))?;
    terminal.say.line("Print it and lock it away: it opens the register if every passphrase is lost, and it is not shown again.")
}
