//! `import-all`: fills an empty register from the JSON lines that `export-all` wrote.

use std::path::PathBuf;

use caseward_casework::terminal::import_all;

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct ImportAll {
    /// The file to read
    file: PathBuf,
}

pub fn run(given: ImportAll, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    import_all(&mut desk, &given.file)?;
    terminal.say.line(format!("Everything in {} is brought in.", given.file.display()))
}
