//! Brings in the tracker that an authority keeps: a workbook or a CSV file.

use caseward_domain::reference::CaseReference;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Brings in the tracker that an authority keeps: a workbook or a CSV file.
#[derive(Deserialize, TS)]
pub struct ImportTracker {
    /// The file to read.
    pub path: String,
    /// A mapping file for what cannot be guessed; empty: none.
    #[serde(default)]
    pub mapping_path: String,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
    #[serde(default)]
    pub skip_bad_rows: bool,
    /// Also write child ids beside references here, to keep outside the register; empty: no.
    #[serde(default)]
    pub key_list_path: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ImportView {
    pub dry_run: bool,
    pub created: u32,
    pub matched: u32,
    pub unchanged: u32,
    pub refused: Vec<RefusedRowView>,
    pub withheld_comments: u32,
    pub rows: Vec<ImportedRowView>,
    /// What was read as blank, and columns that were not read.
    pub notes: Vec<ImportNoteView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedRowView {
    /// As the spreadsheet shows it.
    pub row: u32,
    pub cells: Vec<RefusedCellView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedCellView {
    pub column: String,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportedRowView {
    pub row: u32,
    pub reference: CaseReference,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportNoteView {
    pub row: Option<u32>,
    pub column: String,
    pub note: String,
}
