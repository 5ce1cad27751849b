//! `demo`: fills a register with invented cases; makes the register if there is none. Deterministic by seed.

use std::io::{IsTerminal as _, Write as _};

use caseward_casework::terminal::demo;

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
    demo(&mut desk, given.cases, given.seed, &mut progress)?;
    terminal.say.line("")
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
