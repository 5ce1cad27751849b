//! The sign-off queue: what was sent and not yet decided, oldest first.

use crate::view::WaitingRow;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// The sign-off queue: what was sent and not yet decided, oldest first.
#[derive(Deserialize, TS)]
pub struct ListWaiting {
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<WaitingRow>,
}
