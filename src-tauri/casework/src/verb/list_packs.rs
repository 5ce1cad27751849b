//! The packs that were made, the newest first, and the thresholds under which numbers are hidden.

use super::view_summary::SUMMARISERS;
use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::packs::rules_of;
use caseward_report::summary::Profile;
use caseward_store::Pack;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The packs that were made, the newest first, and the thresholds under which numbers are hidden.
#[derive(Deserialize, TS)]
pub struct ListPacks {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PacksView {
    pub packs: Vec<PackView>,
    /// Of partners and of the public.
    pub thresholds: Vec<ThresholdView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PackView {
    pub pack_id: Uuid,
    /// `internal`, `partners`, `public`.
    pub profile: String,
    /// The recipient's code; empty where nobody is named.
    pub recipient: String,
    /// The recipient's name of today; empty where nobody is named.
    pub recipient_name: String,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    #[ts(type = "string")]
    pub made_at: DateTime<Utc>,
    pub made_by: String,
    pub audit_head: String,
    pub files: Vec<PackFileView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PackFileView {
    pub name: String,
    pub sha256: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ThresholdView {
    /// `partners`, `public`.
    pub profile: Profile,
    /// 1 to this is hidden.
    pub hidden_to: u32,
    /// The rest is rounded to this; 1: not at all.
    pub rounded_to: u32,
}

pub fn list_packs(desk: &mut Desk, _request: ListPacks) -> Result<PacksView, CommandError> {
    packs_view(desk.signed_in_as(SUMMARISERS)?)
}

pub(crate) fn packs_view(session: &Session) -> Result<PacksView, CommandError> {
    let names = session.names()?;
    let recipients = session.read().recipients()?;
    let view = |pack: Pack| PackView {
        pack_id: pack.id,
        recipient_name: recipients
            .iter()
            .find(|known| known.code == pack.recipient)
            .map(|known| known.name.clone())
            .unwrap_or_default(),
        profile: pack.profile,
        recipient: pack.recipient,
        from: pack.from,
        to: pack.to,
        made_at: pack.made_at,
        made_by: names.person(pack.made_by),
        audit_head: pack.audit_head,
        files: pack.files.into_iter().map(|file| PackFileView { name: file.name, sha256: file.sha256 }).collect(),
    };
    let packs = session.read().packs()?.into_iter().filter(|pack| pack.question.is_empty()).map(view).collect();
    let mut thresholds = Vec::new();
    for profile in [Profile::Partners, Profile::Public] {
        if let Some(rules) = rules_of(session, profile)? {
            thresholds.push(ThresholdView { profile, hidden_to: rules.hidden_to(), rounded_to: rules.rounded_to() });
        }
    }
    Ok(PacksView { packs, thresholds })
}
