//! `demo`: fills a register with invented cases; makes the register if there is none. Deterministic by seed.

use std::io::{IsTerminal as _, Write as _};

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{RegisterState, RegisterStatus, register_status};
use serde_json::json;

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Demo {
    /// How many cases to invent
    #[arg(long, default_value_t = 300)]
    cases: u32,
    /// The same seed makes the same cases
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub fn run(given: Demo, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut desk = terminal.desk()?;
    if register_status(&mut desk, RegisterStatus {})?.state != RegisterState::None {
        desk = terminal.signed_in()?.0;
    }
    demo(&mut desk, given.cases, given.seed, &mut progress)?;
    // A register that is open does not say who else could sign in, so it is closed first.
    drop(desk);
    let status = register_status(&mut terminal.desk()?, RegisterStatus {})?;
    if terminal.say.json {
        let (cases, seed, people) = (given.cases, given.seed, status.people);
        return terminal
            .say
            .json(&json!({"cases": cases, "seed": seed, "people": people, "passphrase": DEMONSTRATION_PASSPHRASE}));
    }
    terminal.say.line(format!("{} invented cases are in {}. Nothing in it is about anybody.", given.cases, status.directory))?;
    let names: Vec<&str> = status.people.iter().map(|person| person.name.as_str()).collect();
    terminal.say.line(format!("These can sign in: {}.", names.join(", ")))?;
    terminal.say.line(format!("The passphrase of each is: {DEMONSTRATION_PASSPHRASE}"))
}

/// A count on a terminal; nothing in a log.
fn progress(done: u64, of: u64) {
    let mut stderr = std::io::stderr();
    if stderr.is_terminal() {
        let end = if done == of { "\n" } else { "" };
        let _ = write!(stderr, "\r{done} of {of} cases{end}");
        let _ = stderr.flush();
    }
}
