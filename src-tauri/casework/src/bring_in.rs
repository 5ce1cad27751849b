//! Bringing cases in from files: matched by link key to those that exist, made where there is none, all in one write.
//!
//! A file never overwrites what people wrote here: it fills what is blank and adds what it reports. It never closes a
//! case that is open here, for nothing closes without a signed closure.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use caseward_domain::date::say_date;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::role::Role;
use caseward_intake::{CodeLists, FileError, Note, RefusedRow};
use caseward_store::{CaseRecord, CodeRow, Counted, Person, Records, StoreError, WorkerChange};
use chrono::{DateTime, Utc};

use crate::desk::{Session, new_id, on_register};
use crate::error::CommandError;
use crate::verb::{ImportNoteView, ImportView, ImportedRowView, RefusedCellView, RefusedRowView, new_reference};

/// No reader takes more bytes than this; each says in its own words where it stops.
const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// One row, ready to be matched or made.
pub(crate) struct Incoming {
    pub row: u32,
    /// Without the parts that only the register gives: id, reference, team, workers.
    pub case: CaseRecord,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    /// The id as the file has it, for the authority's own list.
    pub child_id: Option<caseward_intake::ChildId>,
}

/// What is asked of an import.
pub(crate) struct Terms<'a> {
    pub op: &'static str,
    pub dry_run: bool,
    pub skip_bad_rows: bool,
    pub key_list: Option<&'a Path>,
}

/// The bytes of a file, refused above the size that a reader takes.
pub(crate) fn read_file(path: &str) -> Result<Vec<u8>, CommandError> {
    if path.trim().is_empty() {
        return Err(CommandError::invalid("path", "Choose the file to bring in."));
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path.trim()).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
    opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => CommandError::invalid("path", "There is no such file. Check the name and the folder."),
        std::io::ErrorKind::PermissionDenied => {
            CommandError::invalid("path", "You may not read this file. Copy it to a folder of your own.")
        }
        kind => CommandError::invalid(
            "path",
            format!("This file could not be read ({kind}). Check that it is a file and is not open elsewhere."),
        ),
    })?;
    Ok(bytes)
}

pub(crate) fn file_refused(error: &FileError) -> CommandError {
    CommandError::refused(error.to_string())
}

pub(crate) fn code_lists(session: &Session) -> Result<CodeLists, StoreError> {
    let codes = session.codes()?;
    let labelled = |rows: &Vec<CodeRow>| rows.iter().map(|row| (row.code.clone(), row.label.clone())).collect();
    Ok(CodeLists { lists: codes.iter().map(|(list, rows)| (list.clone(), labelled(rows))).collect() })
}

pub(crate) fn bring_in(
    session: &mut Session,
    incoming: Vec<Incoming>,
    refused: Vec<RefusedRow>,
    notes: Vec<Note>,
    terms: &Terms<'_>,
) -> Result<ImportView, CommandError> {
    let mut view =
        ImportView { dry_run: terms.dry_run, refused: refused.into_iter().map(refused_view).collect(), ..ImportView::default() };
    view.notes = notes.into_iter().flat_map(note_views).collect();
    if !view.refused.is_empty() && !terms.skip_bad_rows && !terms.dry_run {
        return Ok(view);
    }
    let planned = plan(session, incoming, &mut view)?;
    if terms.dry_run || (view.created == 0 && view.matched == 0) {
        write_key_list(&planned, terms)?;
        return Ok(view);
    }
    let counts = serde_json::json!({ "created": view.created, "matched": view.matched, "unchanged": view.unchanged, "refused": view.refused.len() });
    let progress = Arc::clone(&session.progress);
    session.transact(terms.op, |records, rules, at| {
        let mut known = Known::of(records)?;
        progress.begin(Counted::Rows, u64::try_from(planned.len()).unwrap_or(u64::MAX));
        for step in &planned {
            progress.step()?;
            let mut case = step.case.clone();
            if step.is_new {
                case.team_id = step.incoming.team.as_deref().map(|name| known.team(records, name)).transpose()?;
                case.practitioner_id =
                    step.worker(&step.incoming.practitioner, Role::Practitioner, &mut known, records, at.now)?;
                case.manager_id = step.worker(&step.incoming.manager, Role::Manager, &mut known, records, at.now)?;
                records.insert_case(&case)?;
                let first = WorkerChange {
                    from_on: case.opened_on,
                    practitioner_id: case.practitioner_id,
                    manager_id: case.manager_id,
                    reason: String::new(),
                };
                records.insert_worker_change(case.id, at.now, &first)?;
            } else if !step.is_changed {
                continue;
            } else if !records.update_case(&case)? {
                return Err(CommandError::changed("A case changed while the file was read. Bring it in again."));
            }
            records.rewrite_duties(&case, rules, at.today)?;
        }
        write_key_list(&planned, terms)?;
        Ok(on_register((), counts))
    })?;
    Ok(view)
}

/// What will happen to one row.
struct Step {
    incoming: Incoming,
    case: CaseRecord,
    is_new: bool,
    is_changed: bool,
}

impl Step {
    fn worker(
        &self,
        name: &Option<String>,
        role: Role,
        known: &mut Known,
        records: &Records<'_>,
        now: DateTime<Utc>,
    ) -> Result<Option<PersonId>, CommandError> {
        name.as_deref().map(|name| known.person(records, name, role, now)).transpose()
    }
}

fn plan(session: &Session, incoming: Vec<Incoming>, view: &mut ImportView) -> Result<Vec<Step>, CommandError> {
    let mut steps = Vec::new();
    for mut incoming in incoming {
        let existing = incoming.case.link_key.map(|key| session.read().case_by_link_key(&key)).transpose()?.flatten();
        let step = match existing {
            None => {
                incoming.case.id = CaseId(new_id(session.now())?);
                incoming.case.reference = new_reference(session)?;
                view.created += 1;
                Step { case: incoming.case.clone(), incoming, is_new: true, is_changed: true }
            }
            Some(existing) => {
                let was_closed_before = !session.read().earlier_periods(existing.id)?.is_empty();
                let reopened_on = was_closed_before.then_some(existing.opened_on);
                let merged = crate::merge::merge(&existing, &incoming.case, reopened_on);
                let is_changed = merged != existing;
                view.matched += u32::from(is_changed);
                view.unchanged += u32::from(!is_changed);
                if let (Some(closed_on), None) = (incoming.case.closed_on, existing.closed_on) {
                    let reference = &existing.reference;
                    let note = match reopened_on.filter(|reopened| closed_on <= *reopened) {
                        Some(reopened) => format!(
                            "The file says that this case is closed; {reference} was opened again here on {}. What the file says of the time before was left out.",
                            say_date(reopened)
                        ),
                        None => format!(
                            "The file says that this case is closed; {reference} is open here. Close it with a signed closure."
                        ),
                    };
                    view.notes.push(ImportNoteView { row: Some(incoming.row), column: "Status".to_owned(), note });
                }
                let case = CaseRecord { version: existing.version + u32::from(is_changed), ..merged };
                Step { case, incoming, is_new: false, is_changed }
            }
        };
        view.rows.push(ImportedRowView { row: step.incoming.row, reference: step.case.reference.clone() });
        view.withheld_comments += u32::from(step.is_new && step.case.reported.comment_withheld);
        steps.push(step);
    }
    Ok(steps)
}

/// Teams and people by name, made when a file names one that is not there. They have no key and cannot sign in.
struct Known {
    teams: BTreeMap<String, i64>,
    people: BTreeMap<String, PersonId>,
}

impl Known {
    fn of(records: &Records<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            teams: records.teams()?.into_iter().map(|team| (team.name, team.id)).collect(),
            people: records.people()?.into_iter().map(|person| (person.name, person.id)).collect(),
        })
    }

    fn team(&mut self, records: &Records<'_>, name: &str) -> Result<i64, StoreError> {
        if let Some(id) = self.teams.get(name) {
            return Ok(*id);
        }
        let id = records.add_team(name)?;
        self.teams.insert(name.to_owned(), id);
        Ok(id)
    }

    fn person(&mut self, records: &Records<'_>, name: &str, role: Role, now: DateTime<Utc>) -> Result<PersonId, CommandError> {
        if let Some(id) = self.people.get(name) {
            return Ok(*id);
        }
        let id = PersonId(new_id(now)?);
        records.save_person(&Person { id, name: name.to_owned(), active: true, roles: vec![role], team_id: None })?;
        self.people.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// Child ids beside references, for the authority to keep outside the register.
fn write_key_list(planned: &[Step], terms: &Terms<'_>) -> Result<(), CommandError> {
    let Some(path) = terms.key_list.filter(|_| !terms.dry_run) else { return Ok(()) };
    let mut text = String::from("row,child_id,reference\n");
    for step in planned {
        if let Some(id) = &step.incoming.child_id {
            let quoted = id.expose().replace('"', "\"\"");
            text.push_str(&format!("{},\"{quoted}\",{}\n", step.incoming.row, step.case.reference));
        }
    }
    crate::files::write_whole(path, text.as_bytes())
}

fn refused_view(row: RefusedRow) -> RefusedRowView {
    let cells = row.cells.into_iter().map(|cell| RefusedCellView { column: cell.column, reason: cell.reason });
    RefusedRowView { row: row.row, cells: cells.collect() }
}

fn note_views(note: Note) -> Vec<ImportNoteView> {
    let column = note.column.unwrap_or_default();
    let view = |row| ImportNoteView { row, column: column.clone(), note: note.text.clone() };
    if note.rows.is_empty() { vec![view(None)] } else { note.rows.iter().map(|row| view(Some(*row))).collect() }
}
