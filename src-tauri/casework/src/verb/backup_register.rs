//! Copies the register and its key file to a folder, and checks the copy.

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Copies the register and its key file to a folder, and checks the copy.
#[derive(Deserialize, TS)]
pub struct BackupRegister {
    pub directory: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupView {
    pub path: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub audit_head: String,
}
