//! `import-all`: fills an empty register from the JSON lines that `export-all` wrote.

use std::path::PathBuf;

use caseward_casework::terminal::import_all;
use serde_json::json;

use crate::failure::Failure;
use crate::passphrase;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct ImportAll {
    /// The file to read
    file: PathBuf,
}

pub fn run(given: ImportAll, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut desk = terminal.desk()?;
    let Some(person) = terminal.about.person.clone() else {
        return Err(Failure::WrongUsage("Say who brings it in with --as NAME. The register is theirs to open.".to_owned()));
    };
    let passphrase = passphrase::new(terminal.passphrase_file(), &person)?;
    let records = import_all(&mut desk, &given.file, &person, &passphrase)?;
    if terminal.say.json {
        return terminal.say.json(&json!({"records": records}));
    }
    terminal.say.line(format!(
        "{records} records of {} are brought in. {person} can sign in; give the others a passphrase.",
        given.file.display()
    ))
}
