//! Those with whom progress on the action plan is shared, and how often.

use serde::Deserialize;
use ts_rs::TS;

use super::record_recipient::{RecipientsView, recipients};
use crate::desk::Desk;
use crate::error::CommandError;

/// Those with whom progress on the action plan is shared, and how often.
#[derive(Deserialize, TS)]
pub struct ListRecipients {}

pub fn list_recipients(desk: &mut Desk, _request: ListRecipients) -> Result<RecipientsView, CommandError> {
    recipients(desk.signed_in()?)
}
