//! `export-all` and `import-all`: an authority can always leave with everything, and come back with it.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::keys::Passphrase;
use caseward_store::{Person, StoreError};

use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;

/// Writes every record of the register as JSON lines, unencrypted, and gives how many.
pub fn export_all(desk: &mut Desk, path: &Path) -> Result<u64, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    session.transact("export_all", |_, _, _| Ok(on_register((), serde_json::json!({ "file": name }))))?;
    let part = path.with_extension("part");
    let written = || -> Result<u64, StoreError> {
        let mut out = BufWriter::new(File::create(&part)?);
        let lines = session.read().export_all(&mut out)?;
        out.flush()?;
        out.get_ref().sync_all()?;
        std::fs::rename(&part, path)?;
        Ok(lines)
    };
    written().map_err(|error| {
        let _ = std::fs::remove_file(&part);
        error.into()
    })
}

/// Fills a register from an export: an empty folder, or a register that has no cases yet. The one who brings it in is a
/// person of the export by the same name, or is added with every role; everybody else is given a passphrase afterwards.
pub fn import_all(desk: &mut Desk, path: &Path, person: &str, passphrase: &str) -> Result<u64, CommandError> {
    let open = || File::open(path).map(BufReader::new).map_err(StoreError::from);
    let is_new = desk.session().is_none();
    if is_new {
        let known = person_in(&mut open()?, person);
        let id = match known {
            Some(id) => id,
            None => PersonId(new_id(desk.now())?),
        };
        let passphrase = Passphrase::new(passphrase.to_owned());
        let person = Person { id, name: person.to_owned(), active: true, roles: Role::ALL.to_vec(), team_id: None };
        let made = crate::verb::make_register(desk, "Being brought in", person, &passphrase)?;
        drop(made);
    }
    let brought_in = fill(desk, &mut open()?);
    if is_new && brought_in.is_err() {
        desk.close();
    }
    brought_in
}

fn fill(desk: &mut Desk, input: &mut dyn BufRead) -> Result<u64, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let (mut person, key) = (session.person.clone(), session.unlocked.verifying_key().to_hex());
    let lines = session.transact("import_all", |records, _, at| {
        if records.count_cases()? > 0 {
            return Err(CommandError::refused("This register has cases already. Bring an export into an empty folder."));
        }
        records.empty_everything()?;
        let lines = records.import_all(input)?;
        match records.person(person.id)? {
            Some(known) => person = known,
            None => {
                if records.people()?.iter().any(|other| other.name == person.name) {
                    person.name = format!("{} (brought it in)", person.name);
                }
                records.save_person(&person)?;
            }
        }
        records.give_key(person.id, &key, at.now)?;
        Ok(on_register(lines, serde_json::json!({ "lines": lines })))
    })?;
    session.person = person;
    let about = session.read().about()?;
    (session.authority, session.link_secret) = (about.authority, about.link_secret);
    session.register.reload_rules()?;
    let today = session.today();
    session.register.rewrite_all_duties(today, &session.progress)?;
    Ok(lines)
}

/// The id of an active person of this name in an export.
fn person_in(input: &mut dyn BufRead, name: &str) -> Option<PersonId> {
    for line in input.lines() {
        let record: serde_json::Value = serde_json::from_str(&line.ok()?).ok()?;
        let is = |key: &str, value: &str| record.get(key).and_then(serde_json::Value::as_str) == Some(value);
        if is("table", "case_record") {
            return None;
        }
        if is("table", "person") && is("name", name) {
            let hex = record.get("id")?.get("hex")?.as_str()?;
            return hex.parse().ok().map(PersonId);
        }
    }
    None
}
