//! Sets the date of the next review by hand, beside the computed one, with the reason.

use crate::desk::{CASEWORKERS, Desk, new_id, on_case};
use crate::error::CommandError;
use crate::form::Form;
use crate::verb::CaseOpened;
use caseward_store::ReviewDate;
use serde::Deserialize;
use ts_rs::TS;

/// Sets the date of the next review by hand, beside the computed one, with the reason.
#[derive(Deserialize, TS)]
pub struct SetReviewDate {
    pub reference: String,
    /// As typed: today to 366 days ahead.
    pub next_review_on: String,
    pub reason: String,
}

pub fn set_review_date(desk: &mut Desk, request: SetReviewDate) -> Result<CaseOpened, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = super::view_case::find(session, &request.reference)?;
    crate::items::refuse_closed(&case)?;
    let (today, codes) = (session.today(), session.codes()?);
    let mut form = Form::new(&codes, session.policy(), today);
    let next = form.date("next_review_on", &request.next_review_on);
    match next.map(|day| day.signed_duration_since(today).num_days()) {
        Some(days) if days < 0 => form.wrong("next_review_on", "This date has passed. Enter today or a later day."),
        Some(days) if days > FURTHEST => {
            form.wrong("next_review_on", "This date is more than 366 days ahead. Enter an earlier day.");
        }
        _ => {}
    }
    let reason = form.needed_text("reason", &request.reason, "Say why this date is set by hand.");
    form.finish()?;
    let (Some(next_review_on), Some(reason)) = (next, reason) else {
        return Err(CommandError::invalid("next_review_on", "Enter a date."));
    };
    let id = new_id(session.now())?;
    session.transact("set_review_date", |records, rules, at| {
        records.insert_review_date(case.id, &ReviewDate { id, next_review_on, reason, by: at.by, at: at.now })?;
        records.rewrite_duties(&case, rules, at.today)?;
        let payload = serde_json::json!({ "review_date": id, "next_review_on": next_review_on });
        Ok(on_case(CaseOpened { reference: case.reference.clone() }, case.id, payload))
    })
}

/// Days ahead: no interval of a policy is longer.
const FURTHEST: i64 = 366;
