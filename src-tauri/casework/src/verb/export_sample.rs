//! Writes a sample as files that state the method by themselves: a page, the whole ranked list, and what was found.

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::packs;
use crate::sampling::{SAMPLERS, find, report, sample_reference};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Writes a sample as one HTML file that states its method, the whole ranked list as CSV, and what was found as CSV.
#[derive(Deserialize, TS)]
pub struct ExportSample {
    pub id: Uuid,
    /// The folder to write to; it is made if it is not there.
    pub directory: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct FilesWritten {
    /// Paths of the files that were written.
    pub files: Vec<String>,
    pub audit_head: String,
}

pub fn export_sample(desk: &mut Desk, request: ExportSample) -> Result<FilesWritten, CommandError> {
    let session = desk.signed_in_as(SAMPLERS)?;
    let sample = find(session, request.id)?;
    let directory = packs::directory(&request.directory)?;
    let report = report(session, &sample)?;
    let not_made = |_| CommandError::refused("The sample could not be made into files. Nothing was written. Report this.");
    let stem = format!("caseward-sample-{}", sample_reference(&sample));
    let files = [
        (format!("{stem}-list.csv"), caseward_report::sample_list_csv(&report).map_err(not_made)?),
        (format!("{stem}-found.csv"), caseward_report::sample_found_csv(&report).map_err(not_made)?),
        (format!("{stem}.html"), caseward_report::sample_html(&report).into_bytes()),
    ];
    let staged = packs::stage(&directory, &files)?;
    session
        .transact("export_sample", |_, _, _| Ok(on_register((), serde_json::json!({ "sample": sample.id, "files": stem }))))?;
    Ok(FilesWritten { files: packs::place(staged)?, audit_head: report.audit_head })
}
