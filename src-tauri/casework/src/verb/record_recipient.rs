//! Renames somebody with whom progress is shared, or changes how often.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record_objective::PLANNERS;
use crate::desk::{Desk, Session, on_register};
use crate::error::CommandError;
use crate::form::Form;

/// Renames a recipient, or changes how often progress is shared with them.
#[derive(Deserialize, TS)]
pub struct RecordRecipient {
    /// `chief_executive`, `lscb`, `csp`, `pcc`.
    pub code: String,
    pub name: String,
    pub organisation: String,
    /// 1 to 24.
    pub interval_months: u32,
}

/// Those with whom progress is shared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecipientsView {
    pub recipients: Vec<RecipientView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RecipientView {
    pub code: String,
    pub name: String,
    pub organisation: String,
    pub interval_months: u32,
}

pub fn record_recipient(desk: &mut Desk, request: RecordRecipient) -> Result<RecipientsView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Enter the recipient’s name.").unwrap_or_default();
    let organisation =
        form.words("organisation", &request.organisation, "Enter the recipient’s organisation.").unwrap_or_default();
    if !(1..=24).contains(&request.interval_months) {
        form.wrong("interval_months", "Enter a number of months from 1 to 24.");
    }
    form.finish()?;
    let (code, months) = (request.code, request.interval_months);
    session.transact("record_recipient", |records, _, _| {
        if !records.change_recipient(&code, &name, &organisation, months)? {
            return Err(CommandError::not_found("There is no recipient with this code. Choose one of the list."));
        }
        Ok(on_register((), serde_json::json!({ "recipient": code, "interval_months": months })))
    })?;
    recipients(session)
}

pub(crate) fn recipients(session: &Session) -> Result<RecipientsView, CommandError> {
    let view = |(code, name, organisation, interval_months)| RecipientView { code, name, organisation, interval_months };
    Ok(RecipientsView { recipients: session.read().recipients()?.into_iter().map(view).collect() })
}
