//! Adds somebody with whom progress is shared, changes them, or ends it. What was shared with them stays in the log.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record_objective::PLANNERS;
use crate::desk::{Desk, Session, on_register};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::sharing::PROFILES;
use caseward_store::Recipient;
use chrono::NaiveDate;

/// Adds somebody with whom progress is shared, changes how often or how much, or ends it.
#[derive(Deserialize, TS)]
pub struct RecordRecipient {
    /// Empty: a new one.
    #[serde(default)]
    pub code: String,
    pub name: String,
    pub organisation: String,
    /// 1 to 24.
    pub interval_months: u32,
    /// `internal`, `partners`, `public`: how much they are usually shown. Empty: as it is, and `partners` for a new one.
    #[serde(default)]
    pub profile: String,
    /// Whether they are no recipient any more from today on.
    #[serde(default)]
    pub ended: bool,
}

/// Those with whom progress is shared, and then those with whom it was.
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
    pub profile: String,
    #[ts(type = "string")]
    pub since: NaiveDate,
    #[ts(type = "string | null")]
    pub ended_on: Option<NaiveDate>,
}

pub fn record_recipient(desk: &mut Desk, request: RecordRecipient) -> Result<RecipientsView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let recipient = read(session, &request)?;
    session.transact("record_recipient", |records, _, _| {
        records.save_recipient(&recipient)?;
        let payload = serde_json::json!({
            "recipient": recipient.code, "interval_months": recipient.interval_months, "profile": recipient.profile,
            "ended_on": recipient.ended_on,
        });
        Ok(on_register((), payload))
    })?;
    recipients(session)
}

fn read(session: &Session, request: &RecordRecipient) -> Result<Recipient, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Enter the recipient’s name.").unwrap_or_default();
    let organisation =
        form.words("organisation", &request.organisation, "Enter the recipient’s organisation.").unwrap_or_default();
    if !(1..=24).contains(&request.interval_months) {
        form.wrong("interval_months", "Enter a number of months from 1 to 24.");
    }
    let profile = match request.profile.trim() {
        "" => None,
        typed => form.choice("profile", typed, &PROFILES.map(|profile| (profile, profile))),
    };
    let (code, there) = (request.code.trim(), session.read().recipients()?);
    let before = there.iter().find(|known| known.code == code);
    if there.iter().any(|other| other.code != code && other.name == name && other.ended_on.is_none()) {
        form.wrong("name", "There is a recipient of this name. Change that one, or use another name.");
    }
    if before.is_none() && request.ended {
        form.wrong("ended", "Somebody new has not ended yet. Leave this out.");
    }
    form.finish()?;
    if before.is_none() && !code.is_empty() {
        return Err(CommandError::not_found("There is no recipient with this code. Choose one of the list."));
    }
    let today = session.today();
    Ok(Recipient {
        code: before.map_or_else(|| new_code(&there), |before| before.code.clone()),
        name,
        organisation,
        interval_months: request.interval_months,
        profile: profile.or(before.map(|before| before.profile.as_str())).unwrap_or("partners").to_owned(),
        since: before.map_or(today, |before| before.since),
        ended_on: request.ended.then(|| before.and_then(|before| before.ended_on).unwrap_or(today)),
    })
}

/// A code that none of them has.
fn new_code(there: &[Recipient]) -> String {
    let free = |number: &usize| there.iter().all(|known| known.code != format!("recipient_{number}"));
    let number = (there.len() + 1..).find(free).unwrap_or(there.len());
    format!("recipient_{number}")
}

pub(crate) fn recipients(session: &Session) -> Result<RecipientsView, CommandError> {
    let view = |recipient: Recipient| RecipientView {
        code: recipient.code,
        name: recipient.name,
        organisation: recipient.organisation,
        interval_months: recipient.interval_months,
        profile: recipient.profile,
        since: recipient.since,
        ended_on: recipient.ended_on,
    };
    Ok(RecipientsView { recipients: session.read().recipients()?.into_iter().map(view).collect() })
}
