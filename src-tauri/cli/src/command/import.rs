//! `import tracker` and `import census`: brings in what the authority keeps today.

use std::path::{Path, PathBuf};

use caseward_casework::{ImportCensus, ImportTracker, ImportView, import_census, import_tracker};

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
    };
    if terminal.say.json {
        terminal.say.json(&view)?
    } else {
        say(&view, file, terminal)?
    }
    if view.refused.is_empty() || care.dry_run || care.skip_bad_rows {
        return Ok(());
    }
    terminal.say.finish()?;
    Err(Failure::refused("Nothing was brought in. Correct these cells, or leave the bad rows out with --skip-bad-rows."))
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
    for note in &view.notes {
        match note.row {
            Some(row) => say.line(format!("Row {row}, {}: {}", note.column, note.note))?,
            None => say.line(format!("{}: {}", note.column, note.note))?,
        }
    }
    Ok(())
}
