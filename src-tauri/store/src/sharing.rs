//! Those with whom progress is shared, and the log of what was shared with them.

use caseward_domain::id::PersonId;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::sql::{never, unless_never};

/// Somebody with whom progress is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub code: String,
    pub name: String,
    pub organisation: String,
    /// 1 to 24.
    pub interval_months: u32,
    /// `internal`, `partners`, `public`: how much they are usually shown.
    pub profile: String,
    pub since: NaiveDate,
    /// The first day on which they are one no longer.
    pub ended_on: Option<NaiveDate>,
}

/// One sharing of one pack with one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    pub id: Uuid,
    pub recipient: String,
    pub pack: Uuid,
    pub shared_on: NaiveDate,
    pub to_role: String,
    /// `sharing_means` code.
    pub means: String,
    /// Why it shows more than the recipient is usually shown; empty where it does not.
    pub reason: String,
    pub by: PersonId,
    pub recorded_at: DateTime<Utc>,
}

impl Records<'_> {
    /// Those that are, in the order in which they became one, and then those that were.
    pub fn recipients(&self) -> Result<Vec<Recipient>, StoreError> {
        Ok(rows!(self, "recipient_all", {}, read_recipient))
    }

    /// Adds one, or changes the one of this code.
    pub fn save_recipient(&self, recipient: &Recipient) -> Result<(), StoreError> {
        execute!(self, "recipient_save", {
            ":code": recipient.code, ":name": recipient.name, ":organisation": recipient.organisation,
            ":months": recipient.interval_months, ":profile": recipient.profile, ":since": recipient.since,
            ":ended_on": never(recipient.ended_on),
        })?;
        Ok(())
    }

    pub fn insert_sharing(&self, sharing: &Sharing) -> Result<(), StoreError> {
        execute!(self, "sharing_insert", {
            ":id": sharing.id, ":recipient": sharing.recipient, ":pack": sharing.pack, ":on": sharing.shared_on,
            ":to_role": sharing.to_role, ":means": sharing.means, ":reason": sharing.reason, ":by": sharing.by.0,
            ":at": text_of(sharing.recorded_at),
        })?;
        Ok(())
    }

    /// Everything that was ever shared, the latest first.
    pub fn sharings(&self) -> Result<Vec<Sharing>, StoreError> {
        Ok(rows!(self, "sharing_all", {}, read_sharing))
    }
}

fn read_recipient(row: &Row<'_>) -> Result<Recipient, StoreError> {
    Ok(Recipient {
        code: row.get("code")?,
        name: row.get("name")?,
        organisation: row.get("organisation")?,
        interval_months: row.get("interval_months")?,
        profile: row.get("profile")?,
        since: row.get("since")?,
        ended_on: unless_never(row.get("ended_on")?),
    })
}

fn read_sharing(row: &Row<'_>) -> Result<Sharing, StoreError> {
    Ok(Sharing {
        id: row.get("id")?,
        recipient: row.get("recipient")?,
        pack: row.get("pack_id")?,
        shared_on: row.get("shared_on")?,
        to_role: row.get("to_role")?,
        means: row.get("means")?,
        reason: row.get("reason")?,
        by: PersonId(row.get("shared_by")?),
        recorded_at: row.get("recorded_at")?,
    })
}
