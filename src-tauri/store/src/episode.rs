//! Missing episodes, and updates on the actions of a child's plan.

use caseward_domain::history::Moment;
use caseward_domain::id::{CaseId, EpisodeId, PersonId, PlanActionId};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, by_columns, columns, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    pub id: EpisodeId,
    pub missing_from: Moment,
    pub returned: Option<Moment>,
    pub interview_offered: Option<Moment>,
    pub interview_held: Option<Moment>,
    /// When the child declined it.
    pub interview_declined: Option<Moment>,
    pub themes: CaseText,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanUpdate {
    pub id: Uuid,
    pub action: PlanActionId,
    pub day: NaiveDate,
    /// `open`, `done` or `cancelled`.
    pub state: String,
    pub note: CaseText,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

impl Records<'_> {
    pub fn save_episode(&self, case: CaseId, episode: &Episode) -> Result<(), StoreError> {
        let text = |moment: Option<Moment>| moment.map(moment_text).unwrap_or_default();
        execute!(self, "episode_save", {
            ":id": episode.id.0, ":case": case.0, ":missing_from": moment_text(episode.missing_from),
            ":returned": text(episode.returned), ":offered": text(episode.interview_offered),
            ":held": text(episode.interview_held), ":declined": text(episode.interview_declined), ":themes": episode.themes.as_str(),
        })?;
        Ok(())
    }

    pub fn episodes(&self, case: CaseId) -> Result<Vec<Episode>, StoreError> {
        Ok(rows!(self, "episode_by_case", { ":case": case.0 }, read_episode))
    }

    pub fn insert_plan_update(&self, case: CaseId, update: &PlanUpdate) -> Result<(), StoreError> {
        execute!(self, "plan_update_insert", {
            ":id": update.id, ":case": case.0, ":action": update.action.0, ":day": update.day, ":state": update.state,
            ":note": update.note.as_str(), ":by": update.by.0, ":at": text_of(update.at),
        })?;
        Ok(())
    }

    /// In the order in which they were recorded.
    pub fn plan_updates(&self, case: CaseId) -> Result<Vec<PlanUpdate>, StoreError> {
        Ok(rows!(self, "plan_update_by_case", { ":case": case.0 }, plan_update_reader()))
    }
}

columns!(PlanUpdateColumns { id, action_id, day, state, note, recorded_by, recorded_at });

pub(crate) fn plan_update_reader() -> impl FnMut(&Row<'_>) -> Result<PlanUpdate, StoreError> {
    by_columns(PlanUpdateColumns::of, |row, columns| {
        Ok(PlanUpdate {
            id: row.get(columns.id)?,
            action: PlanActionId(row.get(columns.action_id)?),
            day: row.get(columns.day)?,
            state: row.get(columns.state)?,
            note: CaseText::parse(&row.get::<_, String>(columns.note)?).map_err(|_| StoreError::Unreadable)?,
            by: PersonId(row.get(columns.recorded_by)?),
            at: row.get(columns.recorded_at)?,
        })
    })
}

pub(crate) fn read_episode(row: &Row<'_>) -> Result<Episode, StoreError> {
    let moment = |column: &str| -> Result<Option<Moment>, StoreError> {
        let text: String = row.get(column)?;
        if text.is_empty() { Ok(None) } else { moment_of(&text).map(Some).ok_or(StoreError::Unreadable) }
    };
    Ok(Episode {
        id: EpisodeId(row.get("id")?),
        missing_from: moment("missing_from")?.ok_or(StoreError::Unreadable)?,
        returned: moment("returned")?,
        interview_offered: moment("interview_offered")?,
        interview_held: moment("interview_held")?,
        interview_declined: moment("interview_declined")?,
        themes: text_in(row, "themes")?,
    })
}

fn text_in(row: &Row<'_>, column: &str) -> Result<CaseText, StoreError> {
    CaseText::parse(&row.get::<_, String>(column)?).map_err(|_| StoreError::Unreadable)
}

/// `2026-03-27`, or `2026-03-27 14:05` where the time is known.
pub fn moment_text(moment: Moment) -> String {
    match moment.at {
        Some(time) => format!("{} {}", moment.on, time.format("%H:%M")),
        None => moment.on.to_string(),
    }
}

fn moment_of(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
    let at = match time {
        Some(time) => Some(NaiveTime::parse_from_str(time, "%H:%M").ok()?),
        None => None,
    };
    Some(Moment { on: day.parse().ok()?, at })
}
