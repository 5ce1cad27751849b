//! Brings in children with factor 11A from a children-in-need census file.

use serde::Deserialize;
use ts_rs::TS;

/// Brings in children with factor 11A from a children-in-need census file.
#[derive(Deserialize, TS)]
pub struct ImportCensus {
    /// The file to read.
    pub path: String,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
    #[serde(default)]
    pub skip_bad_rows: bool,
}
