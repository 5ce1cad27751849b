//! What a pack or an answer showed, as it was made.

use super::view_summary::SUMMARISERS;
use crate::desk::Desk;
use crate::error::CommandError;
use caseward_report::summary::Summary;
use caseward_store::StoreError;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// What a pack or an answer showed, as it was made.
#[derive(Deserialize, TS)]
pub struct ViewPack {
    pub pack_id: Uuid,
}

pub fn view_pack(desk: &mut Desk, request: ViewPack) -> Result<Summary, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let kept = session.read().pack_summary(request.pack_id)?;
    let kept = kept.ok_or_else(|| CommandError::not_found("There is no such pack. Choose one of the list."))?;
    Ok(serde_json::from_str(&kept).map_err(StoreError::from)?)
}
