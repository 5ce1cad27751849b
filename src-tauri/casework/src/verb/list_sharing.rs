//! The sharing log: how it stands with each recipient, and every pack that was shared.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::view::{RecipientStanding, SharingRow, SharingView};
use caseward_domain::sharing::standing;
use caseward_store::{Recipient, Sharing};
use serde::Deserialize;
use ts_rs::TS;

/// The sharing log: how it stands with each recipient, and every pack that was shared, the latest first.
#[derive(Deserialize, TS)]
pub struct ListSharing {
    /// Only recipients with whom sharing is overdue, and what was shared with them.
    #[serde(default)]
    pub overdue: bool,
    /// Only this recipient, by code. Empty: all.
    #[serde(default)]
    pub recipient: String,
}

pub fn list_sharing(desk: &mut Desk, request: ListSharing) -> Result<SharingView, CommandError> {
    let session = desk.signed_in()?;
    let mut view = sharing(session)?;
    let wanted = |standing: &RecipientStanding| {
        (!request.overdue || standing.overdue_days > 0) && (request.recipient.is_empty() || standing.code == request.recipient)
    };
    view.recipients.retain(wanted);
    let codes: Vec<&str> = view.recipients.iter().map(|standing| standing.code.as_str()).collect();
    view.shared.retain(|row| codes.contains(&row.recipient.as_str()));
    Ok(view)
}

/// The whole of it.
pub(crate) fn sharing(session: &Session) -> Result<SharingView, CommandError> {
    let (records, names) = (session.read(), session.names()?);
    let (recipients, shared, packs) = (records.recipients()?, records.sharings()?, records.packs()?);
    let codes = session.codes()?;
    let means = |code: &str| {
        let row = codes.get("sharing_means").into_iter().flatten().find(|row| row.code == code);
        row.map_or_else(|| code.to_owned(), |row| row.label.clone())
    };
    let row = |one: &Sharing| {
        let pack = packs.iter().find(|pack| pack.id == one.pack);
        let recipient = recipients.iter().find(|recipient| recipient.code == one.recipient);
        let profile = pack.map(|pack| pack.profile.clone()).unwrap_or_default();
        SharingRow {
            id: one.id,
            recipient: one.recipient.clone(),
            recipient_name: recipient.map(|recipient| recipient.name.clone()).unwrap_or_default(),
            pack_id: one.pack,
            pack_from: pack.map(|pack| pack.from),
            pack_to: pack.map(|pack| pack.to),
            profile,
            wider: !one.reason.is_empty(),
            reason: one.reason.clone(),
            shared_on: one.shared_on,
            to_role: one.to_role.clone(),
            means: means(&one.means),
            shared_by: names.person(one.by),
        }
    };
    Ok(SharingView {
        recipients: recipients.iter().map(|recipient| stands(session, recipient, &shared)).collect(),
        shared: shared.iter().map(row).collect(),
    })
}

fn stands(session: &Session, recipient: &Recipient, shared: &[Sharing]) -> RecipientStanding {
    let days: Vec<_> = shared.iter().filter(|one| one.recipient == recipient.code).map(|one| one.shared_on).collect();
    let found = standing(recipient.since, recipient.ended_on, recipient.interval_months, &days, session.today());
    RecipientStanding {
        code: recipient.code.clone(),
        name: recipient.name.clone(),
        organisation: recipient.organisation.clone(),
        interval_months: recipient.interval_months,
        profile: recipient.profile.clone(),
        since: recipient.since,
        ended_on: recipient.ended_on,
        times_shared: u32::try_from(days.len()).unwrap_or(u32::MAX),
        last_shared: found.last_shared,
        longest_gap_days: found.longest_gap,
        next_due: found.next_due,
        overdue_days: found.overdue,
    }
}

/// Recipients that are, and those of them with whom sharing is overdue.
pub(crate) fn counts(session: &Session) -> Result<(u32, u32), CommandError> {
    let (records, today) = (session.read(), session.today());
    let shared = records.sharings()?;
    let (mut all, mut overdue) = (0, 0);
    for recipient in records.recipients()?.iter().filter(|recipient| recipient.ended_on.is_none_or(|ended| today < ended)) {
        all += 1;
        overdue += u32::from(stands(session, recipient, &shared).overdue_days > 0);
    }
    Ok((all, overdue))
}
