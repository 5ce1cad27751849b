//! Records that a pack was shared: who gave it to whom, when and by what means.

use super::list_sharing::sharing;
use super::view_summary::SUMMARISERS;
use crate::desk::{Desk, Session, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::SharingView;
use caseward_domain::date::say_date;
use caseward_domain::sharing::shows_more;
use caseward_report::summary::Profile;
use caseward_store::{Pack, Recipient, Sharing, civil};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Records that a pack was shared with a recipient, by the person who is signed in.
#[derive(Deserialize, TS)]
pub struct RecordSharing {
    pub pack_id: Uuid,
    /// By code.
    pub recipient: String,
    /// From the day on which the pack was made to today, as typed.
    pub shared_on: String,
    /// The part of the person who was given it, such as “Chair of the board”.
    pub to_role: String,
    /// `sharing_means` code.
    pub means: String,
    /// Needed where the pack shows more than the recipient is usually shown.
    #[serde(default)]
    pub reason: String,
}

pub fn record_sharing(desk: &mut Desk, request: RecordSharing) -> Result<SharingView, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let no_pack = || CommandError::not_found("There is no such pack. Open the summary and choose one of its packs.");
    let pack = session.read().pack(request.pack_id)?.filter(|pack| pack.question.is_empty()).ok_or_else(no_pack)?;
    let new = read(session, &request, &pack)?;
    session.transact("record_sharing", |records, _, _| {
        records.insert_sharing(&new)?;
        let payload = serde_json::json!({
            "sharing": new.id, "pack": new.pack, "recipient": new.recipient, "shared_on": new.shared_on, "means": new.means,
            "wider": !new.reason.is_empty(),
        });
        Ok(on_register((), payload))
    })?;
    sharing(session)
}

fn read(session: &Session, request: &RecordSharing, pack: &Pack) -> Result<Sharing, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let shared_on = form.past_date("shared_on", &request.shared_on, Some((civil(pack.made_at), "the pack was made")));
    let to_role = form.needed_text("to_role", &request.to_role, "Say whom it was given to, by their part: “Chair of the board”.");
    let means = form.code("means", "sharing_means", &request.means);
    let recipients = session.read().recipients()?;
    let recipient = recipients.into_iter().find(|known| known.code == request.recipient.trim());
    let mut reason = String::new();
    match &recipient {
        None => form.wrong("recipient", "There is no recipient with this code. Choose one of the list."),
        Some(recipient) => {
            if let (Some(day), Some(ended)) = (shared_on, recipient.ended_on)
                && day >= ended
            {
                let message = format!("{} is no recipient any more since {}. Choose another.", recipient.name, say_date(ended));
                form.wrong("recipient", message);
            }
            if shows_more(&pack.profile, &recipient.profile) {
                let given = form.needed_text("reason", &request.reason, &wider(pack, recipient));
                reason = given.map(|text| text.as_str().to_owned()).unwrap_or_default();
            }
        }
    }
    if means.as_ref().is_some_and(|means| means.as_str() == PUBLISHED) && pack.profile != Profile::Public.as_str() {
        form.wrong("means", "Only a pack for the public may be published: anybody can read it. Make a pack with that profile.");
    }
    form.finish()?;
    let (Some(shared_on), Some(to_role), Some(means), Some(recipient)) = (shared_on, to_role, means, recipient) else {
        return Err(CommandError::invalid("shared_on", "Enter a date."));
    };
    Ok(Sharing {
        id: new_id(session.now())?,
        recipient: recipient.code,
        pack: pack.id,
        shared_on,
        to_role: to_role.as_str().to_owned(),
        means: means.to_string(),
        reason,
        by: session.person.id,
        recorded_at: session.now(),
    })
}

/// The means of sharing by which a pack reaches anybody.
const PUBLISHED: &str = "published";

fn wider(pack: &Pack, recipient: &Recipient) -> String {
    format!(
        "This pack has the profile “{}”, which shows more than {} is usually shown (“{}”). Say why, or share a pack made for that profile.",
        pack.profile, recipient.name, recipient.profile
    )
}
