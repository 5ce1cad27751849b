//! Writes the progress summary for a period as XLSX, CSV and one HTML file.

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Writes the progress summary for a period as XLSX, CSV and one HTML file.
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
