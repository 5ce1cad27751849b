//! Records why something that was settled late was late.

use crate::desk::{CASEWORKERS, Desk, on_case};
use crate::error::CommandError;
use crate::flags::weigh;
use crate::form::Form;
use crate::view::Done;
use caseward_domain::duty::{Duty, Rule};
use caseward_store::Lateness;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Records why something that was settled late was late.
#[derive(Deserialize, TS)]
pub struct RecordCause {
    pub reference: String,
    pub rule: Rule,
    #[serde(default)]
    pub subject: Option<Uuid>,
    /// As the list showed it.
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    /// `cause` code; empty: not known.
    pub cause: String,
    /// Needed with the code `other`.
    #[serde(default)]
    pub note: String,
}

pub fn record_cause(desk: &mut Desk, request: RecordCause) -> Result<Done, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = super::view_case::find(session, &request.reference)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let cause = form.optional_code("cause", "cause", &request.cause);
    let note = match cause.as_ref().map(|code| code.as_str()) {
        Some("other") => form.needed_text("note", &request.note, "Say in a few words why it was late."),
        _ => form.text("note", &request.note),
    };
    form.finish()?;
    let cause = cause.map(|code| code.to_string()).unwrap_or_default();
    // A closed case is asked too: what was late there was late all the same.
    session.transact("record_cause", |records, rules, at| {
        let weighed = weigh(records, rules, case)?;
        let is_meant = |duty: &Duty| (duty.rule, duty.subject, duty.start_on) == (request.rule, request.subject, request.start_on);
        if !weighed.duties.iter().any(|duty| is_meant(duty) && duty.is_settled_late()) {
            return Err(CommandError::changed("This was not settled late, as the case stands now. Open the list again."));
        }
        let lateness = Lateness {
            case: weighed.case.id,
            rule: request.rule,
            subject: request.subject,
            start_on: request.start_on,
            cause,
            note: note.unwrap_or_default(),
            by: at.by,
            at: at.now,
        };
        records.save_lateness(&lateness)?;
        let payload = serde_json::json!({ "rule": request.rule, "subject": request.subject, "start_on": request.start_on, "cause": lateness.cause });
        Ok(on_case(Done {}, weighed.case.id, payload))
    })
}
