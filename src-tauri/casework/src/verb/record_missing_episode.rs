//! Records a missing episode, or what is now known of one: the return, the interview, its themes.

use caseward_domain::id::EpisodeId;
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
    #[serde(default)]
    pub themes: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EpisodeRecorded {
    pub episode_id: EpisodeId,
}
