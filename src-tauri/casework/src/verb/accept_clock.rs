//! Says that this machine's clock is right now and was wrong when the register was last changed, so that work can go on.
//!
//! A clock that ran ahead once would otherwise keep everybody from writing until its day comes. What was kept as at that day is
//! worked out again as at the present one.

use std::sync::Arc;

use caseward_domain::role::Role;
use caseward_store::ACCEPT_CLOCK;
use serde::Deserialize;
use ts_rs::TS;

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::view::Done;

/// Says that the clock is right now and was wrong when the register was last changed.
#[derive(Deserialize, TS)]
pub struct AcceptClock {}

pub fn accept_clock(desk: &mut Desk, _request: AcceptClock) -> Result<Done, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let before = session.register.head()?.at.filter(|last| *last > session.now());
    let Some(before) = before else {
        return Err(CommandError::refused("The clock is not behind the register, so there is nothing to accept."));
    };
    let progress = Arc::clone(&session.progress);
    session.transact(ACCEPT_CLOCK, |records, rules, at| {
        records.rewrite_all_duties(rules, at.today, &progress)?;
        Ok(on_register(Done {}, serde_json::json!({ "clock": at.now, "last_change": before })))
    })
}
