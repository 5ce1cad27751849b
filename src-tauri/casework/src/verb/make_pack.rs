//! Makes a pack for a period: the summary in every format, kept in the register of releases.

use super::view_summary::{SUMMARISERS, read_pack_period};
use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::packs::{self, Keeping};
use caseward_domain::sharing::shows_more;
use caseward_report::summary::Profile;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Makes a pack for a period: the summary in every format, kept in the register of releases.
#[derive(Deserialize, TS)]
pub struct MakePack {
    pub from: String,
    pub to: String,
    /// Absent: internal.
    #[serde(default)]
    pub profile: Profile,
    /// Whom it is for, by code; empty: nobody named.
    #[serde(default)]
    pub recipient: String,
    /// The folder to write to; it is made if it is not there.
    pub directory: String,
    /// Tables to leave out, by their ids; only of those for partners or the public.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PackMade {
    pub pack_id: Uuid,
    /// Paths of the files that were written.
    pub files: Vec<String>,
    pub audit_head: String,
}

pub fn make_pack(desk: &mut Desk, request: MakePack) -> Result<PackMade, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let period = read_pack_period(session, &request.from, &request.to, request.profile)?;
    let recipient = recipient(session, request.recipient.trim(), request.profile)?;
    let directory = packs::directory(&request.directory)?;
    let counted = packs::count(session, period)?;
    if counted.is_empty() {
        return Err(CommandError::refused(
            "The register has no case in this period, so there is nothing to put in a pack. Choose another period.",
        ));
    }
    let name = recipient.as_ref().map(|(_, name)| name.clone());
    let shown = packs::show(session, &counted, period, request.profile, name, &request.leave_out)?;
    let files = packs::files(&shown.summary)?;
    let staged = packs::stage_pack(&directory, &files)?;
    let keeping = Keeping {
        op: "make_pack",
        profile: request.profile,
        recipient: recipient.map(|(code, _)| code).unwrap_or_default(),
        period,
        question: String::new(),
        request: String::new(),
    };
    // What is not in the register of releases must not leave: it is remembered before its files are in place.
    let pack_id = packs::keep(session, &shown, keeping, packs::described(&files))?;
    Ok(PackMade { pack_id, files: packs::place(staged)?, audit_head: shown.summary.audit_head })
}

/// Code and name of a recipient of the list; `None` for nobody.
fn recipient(session: &Session, code: &str, profile: Profile) -> Result<Option<(String, String)>, CommandError> {
    if code.is_empty() {
        return Ok(None);
    }
    let today = session.today();
    let found = session.read().recipients()?.into_iter().find(|known| known.code == code);
    match found.filter(|known| known.ended_on.is_none_or(|ended| today < ended)) {
        // Sharing more than usual can be recorded with a reason; a pack with a recipient’s name on it never shows more by a slip.
        Some(known) if shows_more(profile.as_str(), &known.profile) => Err(CommandError::invalid(
            "profile",
            format!(
                "This shows more than {} is usually shown. Choose the profile “{}”, or make the pack for nobody named.",
                known.name, known.profile
            ),
        )),
        Some(known) => Ok(Some((known.code, known.name))),
        None => Err(CommandError::invalid("recipient", "There is no recipient with this code. Choose one of the list.")),
    }
}
