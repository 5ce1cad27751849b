//! Writes the progress summary for a period as PDF, XLSX, CSV with its metadata, and one HTML file.

use super::view_summary::{SUMMARISERS, read_period, summary};
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::files::write_whole;
use caseward_store::StoreError;
use serde::Deserialize;
use serde::Serialize;
use std::path::Path;
use ts_rs::TS;

/// Writes the progress summary for a period as PDF, XLSX, CSV with its metadata, and one HTML file.
#[derive(Deserialize, TS)]
pub struct ExportSummary {
    pub from: String,
    pub to: String,
    /// The folder to write to; it is made if it is not there.
    pub directory: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SummaryExported {
    /// Paths of the files that were written.
    pub files: Vec<String>,
    pub audit_head: String,
}

pub fn export_summary(desk: &mut Desk, request: ExportSummary) -> Result<SummaryExported, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let period = read_period(session, &request.from, &request.to)?;
    if request.directory.trim().is_empty() {
        return Err(CommandError::invalid("directory", "Choose the folder to write to."));
    }
    let directory = Path::new(request.directory.trim()).to_owned();
    let summary = summary(session, period)?;
    let stem = caseward_report::file_stem(&summary);
    let not_made = || CommandError::refused("The summary could not be made. Nothing was written. Report this.");
    let files = [
        (format!("{stem}.pdf"), caseward_paper::pdf(&summary).map_err(|_| not_made())?),
        (format!("{stem}.xlsx"), caseward_report::xlsx(&summary).map_err(|_| not_made())?),
        (format!("{stem}.csv"), caseward_report::csv(&summary).map_err(|_| not_made())?),
        (format!("{stem}.csv-metadata.json"), caseward_report::csv_metadata(&summary).map_err(|_| not_made())?),
        (format!("{stem}.html"), caseward_report::html(&summary).into_bytes()),
    ];
    std::fs::create_dir_all(&directory).map_err(StoreError::from)?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        write_whole(&directory.join(&name), &bytes)?;
        written.push(directory.join(&name).display().to_string());
    }
    session.transact("export_summary", |_, _, _| {
        Ok(on_register((), serde_json::json!({ "from": period.from, "to": period.to, "profile": "internal", "files": stem })))
    })?;
    Ok(SummaryExported { files: written, audit_head: summary.audit_head })
}
