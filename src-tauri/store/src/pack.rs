//! What left the authority: packs and answers, and the register of every table that they showed.

use caseward_domain::id::PersonId;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::sql::json;

/// A pack, or the answer to a question from the public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    pub id: Uuid,
    /// `internal`, `partners`, `public`.
    pub profile: String,
    /// The recipient's code; empty where nobody is named.
    pub recipient: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub made_by: PersonId,
    pub made_at: DateTime<Utc>,
    pub audit_head: String,
    pub files: Vec<PackFile>,
    /// Which question it answers; empty of a pack.
    pub question: String,
    /// The authority's own number of the request; empty of a pack.
    pub request: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackFile {
    pub name: String,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

/// A table that was shown, as the disclosure rules wrote it, with the period of its pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseRow {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// JSON.
    pub body: String,
}

/// The thresholds of one audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureProfile {
    /// `partners`, `public`.
    pub audience: String,
    pub hidden_to: u32,
    pub rounded_to: u32,
}

impl Records<'_> {
    /// Keeps a pack with its summary and the tables that it showed, both as JSON.
    pub fn insert_pack(&self, pack: &Pack, summary: &str, releases: &[String]) -> Result<(), StoreError> {
        execute!(self, "pack_insert", {
            ":id": pack.id, ":profile": pack.profile, ":recipient": pack.recipient, ":from_on": pack.from, ":to_on": pack.to,
            ":by": pack.made_by.0, ":at": text_of(pack.made_at), ":audit_head": pack.audit_head, ":files": json(&pack.files)?,
            ":question": pack.question, ":request": pack.request, ":summary": summary,
        })?;
        for (position, body) in (0_i64..).zip(releases) {
            execute!(self, "release_insert", { ":pack": pack.id, ":position": position, ":body": body })?;
        }
        Ok(())
    }

    /// Packs and answers, the newest first.
    pub fn packs(&self) -> Result<Vec<Pack>, StoreError> {
        Ok(rows!(self, "pack_all", {}, read_pack))
    }

    pub fn pack(&self, id: Uuid) -> Result<Option<Pack>, StoreError> {
        Ok(rows!(self, "pack_by_id", { ":id": id }, read_pack).pop())
    }

    /// The summary of a pack, as JSON.
    pub fn pack_summary(&self, id: Uuid) -> Result<Option<String>, StoreError> {
        Ok(rows!(self, "pack_summary", { ":id": id }, |row: &Row<'_>| row.get::<_, String>("summary")).pop())
    }

    /// Everything that was released for a period that ends on or after the one day and begins on or before the other, the oldest first.
    pub fn releases(&self, since: NaiveDate, until: NaiveDate) -> Result<Vec<ReleaseRow>, StoreError> {
        Ok(rows!(self, "release_between", { ":since": since, ":until": until }, |row: &Row<'_>| -> rusqlite::Result<ReleaseRow> {
            Ok(ReleaseRow { from: row.get("from_on")?, to: row.get("to_on")?, body: row.get("body")? })
        }))
    }

    /// The thresholds that were changed from the usual ones.
    pub fn disclosure_profiles(&self) -> Result<Vec<DisclosureProfile>, StoreError> {
        Ok(rows!(self, "disclosure_profile_all", {}, |row: &Row<'_>| -> rusqlite::Result<DisclosureProfile> {
            Ok(DisclosureProfile {
                audience: row.get("audience")?,
                hidden_to: row.get("hidden_to")?,
                rounded_to: row.get("rounded_to")?,
            })
        }))
    }

    pub fn save_disclosure_profile(&self, profile: &DisclosureProfile) -> Result<(), StoreError> {
        execute!(self, "disclosure_profile_save", {
            ":audience": profile.audience, ":hidden_to": profile.hidden_to, ":rounded_to": profile.rounded_to,
        })?;
        Ok(())
    }
}

fn read_pack(row: &Row<'_>) -> Result<Pack, StoreError> {
    Ok(Pack {
        id: row.get("id")?,
        profile: row.get("profile")?,
        recipient: row.get("recipient")?,
        from: row.get("from_on")?,
        to: row.get("to_on")?,
        made_by: PersonId(row.get("made_by")?),
        made_at: row.get("made_at")?,
        audit_head: row.get("audit_head")?,
        files: serde_json::from_str(&row.get::<_, String>("files")?)?,
        question: row.get("question")?,
        request: row.get("request")?,
    })
}
