//! One sample for audit: how it was drawn, from what, and what was found.

use crate::desk::Desk;
use crate::error::CommandError;
use crate::sampling::{SAMPLERS, find, view};
use crate::view::SampleView;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// One sample for audit: how it was drawn, from what, and what was found.
#[derive(Deserialize, TS)]
pub struct ViewSample {
    pub id: Uuid,
}

pub fn view_sample(desk: &mut Desk, request: ViewSample) -> Result<SampleView, CommandError> {
    let session = desk.signed_in_as(SAMPLERS)?;
    view(session, &find(session, request.id)?)
}
