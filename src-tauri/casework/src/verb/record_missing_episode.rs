//! Records a missing episode, or what is now known of one: the return, the interview, its themes.

use crate::desk::{CASEWORKERS, Desk, new_id, on_case};
use crate::error::CommandError;
use crate::form::Form;
use caseward_domain::history::Moment;
use caseward_domain::id::EpisodeId;
use caseward_store::{Episode, civil_time};
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Records a missing episode, or what is now known of one: the return, the interview, its themes.
#[derive(Deserialize, TS)]
pub struct RecordMissingEpisode {
    pub reference: String,
    /// Absent: a new episode.
    #[serde(default)]
    pub episode_id: Option<EpisodeId>,
    /// A day, and a time where it is known: `27 3 2026 14:05`.
    pub missing_from: String,
    #[serde(default)]
    pub returned: String,
    #[serde(default)]
    pub interview_offered: String,
    #[serde(default)]
    pub interview_held: String,
    /// When the child declined it, where they did.
    #[serde(default)]
    pub interview_declined: String,
    #[serde(default)]
    pub themes: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EpisodeRecorded {
    pub episode_id: EpisodeId,
}

/// By the times of day where both are known, and by the days otherwise.
fn is_before(one: Moment, other: Moment) -> bool {
    one.on < other.on || (one.on == other.on && one.at.zip(other.at).is_some_and(|(one, other)| one < other))
}

pub fn record_missing_episode(desk: &mut Desk, request: RecordMissingEpisode) -> Result<EpisodeRecorded, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = super::view_case::find(session, &request.reference)?;
    crate::items::refuse_closed(&case)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    if request.missing_from.trim().is_empty() {
        form.wrong("missing_from", "Enter when the child was first missing.");
    }
    let missing_from = form.moment("missing_from", &request.missing_from);
    let returned = form.moment("returned", &request.returned);
    let interview_offered = form.moment("interview_offered", &request.interview_offered);
    let interview_held = form.moment("interview_held", &request.interview_held);
    let interview_declined = form.moment("interview_declined", &request.interview_declined);
    let themes = form.text("themes", &request.themes);
    let mut in_order = |field: &str, earlier: Option<Moment>, later: Option<Moment>, what: &str| {
        if earlier.zip(later).is_some_and(|(earlier, later)| is_before(later, earlier)) {
            form.wrong(field, format!("This is before {what}. Check both times."));
        }
    };
    in_order("returned", missing_from, returned, "the child went missing");
    in_order("interview_offered", missing_from, interview_offered, "the child went missing");
    in_order("interview_held", returned, interview_held, "the child returned");
    in_order("interview_declined", returned, interview_declined, "the child returned");
    let now = civil_time(session.now());
    let now = Moment { on: now.date(), at: Some(now.time()) };
    for (field, moment) in [
        ("missing_from", missing_from),
        ("returned", returned),
        ("interview_offered", interview_offered),
        ("interview_held", interview_held),
        ("interview_declined", interview_declined),
    ] {
        if moment.is_some_and(|moment| is_before(now, moment)) {
            form.wrong(field, "This time is still to come. Enter the time at which it was.");
        }
    }
    if interview_held.is_some() && interview_declined.is_some() {
        form.wrong("interview_declined", "An interview was held, so it was not declined. Leave one of the two empty.");
    }
    if (interview_held.is_some() || interview_declined.is_some()) && request.returned.trim().is_empty() {
        form.wrong("returned", "Enter when the child returned: an interview was held or declined.");
    }
    form.finish()?;
    let (Some(missing_from), Some(themes)) = (missing_from, themes) else {
        return Err(CommandError::invalid("missing_from", "Enter when the child was first missing."));
    };
    let known = session.read().episodes(case.id)?;
    let id = match request.episode_id {
        Some(id) if known.iter().all(|episode| episode.id != id) => {
            return Err(CommandError::not_found("There is no such missing episode on this case. Open the case again."));
        }
        Some(id) => id,
        None => EpisodeId(new_id(session.now())?),
    };
    session.transact("record_missing_episode", |records, rules, at| {
        let episode = Episode { id, missing_from, returned, interview_offered, interview_held, interview_declined, themes };
        records.save_episode(case.id, &episode)?;
        records.rewrite_duties(&case, rules, at.today)?;
        Ok(on_case(EpisodeRecorded { episode_id: id }, case.id, serde_json::json!({ "episode": id })))
    })
}
