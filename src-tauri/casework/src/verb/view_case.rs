//! Everything on a case's page.

use serde::Deserialize;
use ts_rs::TS;

/// Everything on a case's page.
#[derive(Deserialize, TS)]
pub struct ViewCase {
    pub reference: String,
}
