//! `import tracker`, `import census` and `import plan`: brings in what the authority keeps today.

use std::path::{Path, PathBuf};

use caseward_casework::{
    ImportActionPlan, ImportCensus, ImportNoteView, ImportTracker, ImportView, PlanImportView, RefusedCellView,
    import_action_plan, import_census, import_tracker,
};

use crate::failure::Failure;
use crate::say::count;
use crate::terminal::{Terminal, absolute};

#[derive(clap::Args)]
pub struct Import {
    #[command(subcommand)]
    from: From,
}

#[derive(clap::Subcommand)]
enum From {
    /// A tracker: a workbook or a CSV file
    Tracker {
        /// The file to read
        file: PathBuf,
        /// A mapping file for what cannot be guessed
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        #[command(flatten)]
        care: Care,
        /// Also write the child ids beside the references here, to keep outside the register
        #[arg(long, value_name = "FILE")]
        key_list: Option<PathBuf>,
    },
    /// A children-in-need census file: children with factor 11A become cases
    Census {
        /// The file to read
        file: PathBuf,
        #[command(flatten)]
        care: Care,
    },
    /// The authority's action plan: a workbook or a CSV file
    Plan {
        /// The file to read
        file: PathBuf,
        #[command(flatten)]
        care: Care,
    },
}

#[derive(clap::Args, Clone, Copy)]
struct Care {
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Bring in the good rows and leave the bad ones
    #[arg(long)]
    skip_bad_rows: bool,
}

pub fn run(given: Import, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let path_of = |path: &Option<PathBuf>| path.as_deref().map_or(Ok(String::new()), absolute);
    if let From::Plan { file, care } = &given.from {
        let request = ImportActionPlan { path: absolute(file)?, dry_run: care.dry_run, skip_bad_rows: care.skip_bad_rows };
        let view = import_action_plan(&mut desk, request)?;
        if terminal.say.json {
            terminal.say.json(&view)?
        } else {
            say_plan(&view, file, terminal)?
        }
        return done(view.refused.is_empty(), *care, terminal);
    }
    let (view, file, care) = match &given.from {
        From::Tracker { file, mapping, care, key_list } => {
            let request = ImportTracker {
                path: absolute(file)?,
                mapping_path: path_of(mapping)?,
                dry_run: care.dry_run,
                skip_bad_rows: care.skip_bad_rows,
                key_list_path: path_of(key_list)?,
            };
            (import_tracker(&mut desk, request)?, file, *care)
        }
        From::Census { file, care } => {
            let request = ImportCensus { path: absolute(file)?, dry_run: care.dry_run, skip_bad_rows: care.skip_bad_rows };
            (import_census(&mut desk, request)?, file, *care)
        }
        From::Plan { .. } => return Ok(()),
    };
    if terminal.say.json {
        terminal.say.json(&view)?
    } else {
        say(&view, file, terminal)?
    }
    done(view.refused.is_empty(), care, terminal)
}

/// A file with a bad row is refused, unless it was only tried or the bad rows were to be left out.
fn done(is_whole: bool, care: Care, terminal: &mut Terminal) -> Result<(), Failure> {
    if is_whole || care.dry_run || care.skip_bad_rows {
        return Ok(());
    }
    terminal.say.finish()?;
    Err(Failure::refused("Nothing was brought in. Correct these cells, or leave the bad rows out with --skip-bad-rows."))
}

fn say_plan(view: &PlanImportView, file: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let say = &mut terminal.say;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let (added, changed) = (count(view.added, "action", "actions"), view.changed);
    let [add, change, leave] = if view.dry_run { ["It would add", "change", "leave"] } else { ["It added", "changed", "left"] };
    let (updates, moved) = (count(view.updates, "update", "updates"), count(view.moved, "date", "dates"));
    say.line(format!(
        "{name} is read. {add} {added}, {change} {changed} and {leave} {} as they are; {updates} new, {moved} moved.",
        view.unchanged
    ))?;
    for refused in &view.refused {
        say.line(format!("{} is refused:", place(&refused.sheet, refused.row)))?;
        for RefusedCellView { column, reason } in &refused.cells {
            say.line(format!("  {column}: {reason}"))?;
        }
    }
    let notes: Vec<ImportNoteView> = view
        .notes
        .iter()
        .map(|note| ImportNoteView { row: note.row, column: note.column.clone(), note: note.note.clone() })
        .collect();
    for (column, note, rows) in together(&notes) {
        say.line(format!("{column}: {note}{}", say_rows(&rows)))?;
    }
    for absent in &view.absent {
        say.line(format!("Not in this workbook, and left as it is: {absent}"))?;
    }
    Ok(())
}

fn place(sheet: &str, row: u32) -> String {
    if sheet.is_empty() { format!("Row {row}") } else { format!("Row {row} of “{sheet}”") }
}

fn say(view: &ImportView, file: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let say = &mut terminal.say;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let (created, matched) = (count(view.created, "case", "cases"), view.matched);
    let would = if view.dry_run { "It would make" } else { "It made" };
    say.line(format!("{name} is read. {would} {created}, matched {matched} and left {} as they are.", view.unchanged))?;
    for refused in &view.refused {
        say.line(format!("Row {} is refused:", refused.row))?;
        for cell in &refused.cells {
            say.line(format!("  {}: {}", cell.column, cell.reason))?;
        }
    }
    if view.withheld_comments > 0 {
        let withheld = count(view.withheld_comments, "comment was", "comments were");
        say.line(format!("{withheld} withheld, because personal data stood in the text."))?;
    }
    for (column, note, rows) in together(&view.notes) {
        say.line(format!("{column}: {note}{}", say_rows(&rows)))?;
    }
    Ok(())
}

/// The same note on many rows is said once, in the order in which notes were first made.
fn together(notes: &[ImportNoteView]) -> Vec<(&str, &str, Vec<u32>)> {
    let mut found: Vec<(&str, &str, Vec<u32>)> = Vec::new();
    for note in notes {
        match found.iter_mut().find(|(column, text, _)| *column == note.column && *text == note.note) {
            Some((_, _, rows)) => rows.extend(note.row),
            None => found.push((&note.column, &note.note, note.row.into_iter().collect())),
        }
    }
    found
}

/// ` (row 8)`, ` (21 rows: 8, 14, 20, …)`.
fn say_rows(rows: &[u32]) -> String {
    const SHOWN: usize = 8;
    let mut named: Vec<String> = rows.iter().take(SHOWN).map(u32::to_string).collect();
    if rows.len() > SHOWN {
        named.push("…".to_owned());
    }
    match rows {
        [] => String::new(),
        [row] => format!(" (row {row})"),
        _ => format!(" ({} rows: {})", rows.len(), named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_on_many_rows_is_said_once() {
        let note = |row, column: &str| ImportNoteView { row, column: column.to_owned(), note: "read as blank".to_owned() };
        let notes = [note(Some(8), "Last review"), note(None, "Sheet"), note(Some(9), "Last review")];
        let said: Vec<String> =
            together(&notes).into_iter().map(|(column, _, rows)| format!("{column}{}", say_rows(&rows))).collect();
        assert_eq!(said, ["Last review (2 rows: 8, 9)", "Sheet"]);
    }
}
