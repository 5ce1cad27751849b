//! Writes a pack again, as it was made: what it showed is kept, so nothing new is released.

use super::make_pack::PackMade;
use super::view_summary::SUMMARISERS;
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::packs;
use caseward_report::summary::Summary;
use caseward_store::StoreError;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Writes a pack again, byte for byte.
#[derive(Deserialize, TS)]
pub struct RemakePack {
    pub pack_id: Uuid,
    /// The folder to write to; it is made if it is not there.
    pub directory: String,
}

pub fn remake_pack(desk: &mut Desk, request: RemakePack) -> Result<PackMade, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let directory = packs::directory(&request.directory)?;
    let not_there = || CommandError::not_found("There is no such pack. Choose one of the list.");
    let pack = session.read().pack(request.pack_id)?.filter(|pack| pack.question.is_empty()).ok_or_else(not_there)?;
    let kept = session.read().pack_summary(pack.id)?.ok_or_else(not_there)?;
    let summary: Summary = serde_json::from_str(&kept).map_err(StoreError::from)?;
    let files = packs::files(&summary)?;
    if packs::described(&files) != pack.files {
        return Err(CommandError::refused(
            "This version of Caseward would write the files otherwise than they were made, so nothing was written. Make a new pack of the same period.",
        ));
    }
    let staged = packs::stage_pack(&directory, &files)?;
    session.transact("remake_pack", |_, _, _| Ok(on_register((), serde_json::json!({ "pack": pack.id }))))?;
    Ok(PackMade { pack_id: pack.id, files: packs::place(staged)?, audit_head: pack.audit_head })
}
