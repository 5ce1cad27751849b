//! The authority's action plan: objectives, actions, every moved due date, and dated updates.

use caseward_domain::action_plan::ActionState;
use caseward_domain::id::{ActionId, ObjectiveId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    pub id: ObjectiveId,
    pub theme: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    pub objective: ObjectiveId,
    pub title: String,
    pub owner_role: String,
    pub organisation: String,
    pub partners: String,
    pub start_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub now: String,
    /// Ids of requirements.
    pub requirements: Vec<String>,
    /// Due dates that it had before, oldest first.
    pub moved: Vec<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionUpdate {
    pub id: Uuid,
    pub action: ActionId,
    pub day: NaiveDate,
    pub state: ActionState,
    pub progress: String,
    pub evidence: String,
    pub checked_by: String,
    pub by: PersonId,
    pub at: DateTime<Utc>,
}

impl Records<'_> {
    pub fn objectives(&self) -> Result<Vec<Objective>, StoreError> {
        Ok(rows!(self, "objective_all", {}, |row: &Row<'_>| -> rusqlite::Result<Objective> {
            Ok(Objective { id: ObjectiveId(row.get("id")?), theme: row.get("theme")?, title: row.get("title")? })
        }))
    }

    pub fn save_objective(&self, objective: &Objective) -> Result<(), StoreError> {
        execute!(self, "objective_save", { ":id": objective.id.0, ":theme": objective.theme, ":title": objective.title })?;
        Ok(())
    }

    pub fn actions(&self) -> Result<Vec<Action>, StoreError> {
        let mut actions = rows!(self, "action_all", {}, read_action);
        let links = rows!(self, "action_requirement_all", {}, |row: &Row<'_>| -> rusqlite::Result<(Uuid, String)> {
            Ok((row.get("action_id")?, row.get("requirement_id")?))
        });
        let moved = rows!(self, "action_moved_all", {}, |row: &Row<'_>| -> rusqlite::Result<(Uuid, NaiveDate)> {
            Ok((row.get("action_id")?, row.get("due_on")?))
        });
        for action in &mut actions {
            let mine = |id: &Uuid| *id == action.id.0;
            action.requirements = links.iter().filter(|(id, _)| mine(id)).map(|(_, requirement)| requirement.clone()).collect();
            action.moved = moved.iter().filter(|(id, _)| mine(id)).map(|(_, day)| *day).collect();
        }
        Ok(actions)
    }

    pub fn save_action(&self, action: &Action) -> Result<(), StoreError> {
        execute!(self, "action_save", {
            ":id": action.id.0, ":objective": action.objective.0, ":title": action.title, ":owner_role": action.owner_role,
            ":organisation": action.organisation, ":partners": action.partners, ":start_on": action.start_on,
            ":due_on": action.due_on, ":measure": action.measure, ":baseline": action.baseline, ":target": action.target,
            ":now": action.now,
        })?;
        execute!(self, "action_requirement_clear", { ":action": action.id.0 })?;
        for requirement in &action.requirements {
            execute!(self, "action_requirement_insert", { ":action": action.id.0, ":requirement": requirement })?;
        }
        Ok(())
    }

    /// Keeps the date that an action had before it was moved.
    pub fn insert_moved(&self, action: ActionId, was: NaiveDate, at: DateTime<Utc>) -> Result<(), StoreError> {
        execute!(self, "action_moved_insert", { ":action": action.0, ":moved_at": text_of(at), ":due_on": was })?;
        Ok(())
    }

    /// By action, in the order of their days.
    pub fn action_updates(&self) -> Result<Vec<ActionUpdate>, StoreError> {
        Ok(rows!(self, "action_update_all", {}, read_update))
    }

    pub fn insert_action_update(&self, update: &ActionUpdate) -> Result<(), StoreError> {
        execute!(self, "action_update_insert", {
            ":id": update.id, ":action": update.action.0, ":day": update.day, ":state": update.state.as_str(),
            ":progress": update.progress, ":evidence": update.evidence, ":checked_by": update.checked_by, ":by": update.by.0,
            ":at": text_of(update.at),
        })?;
        Ok(())
    }
}

fn read_action(row: &Row<'_>) -> rusqlite::Result<Action> {
    Ok(Action {
        id: ActionId(row.get("id")?),
        objective: ObjectiveId(row.get("objective_id")?),
        title: row.get("title")?,
        owner_role: row.get("owner_role")?,
        organisation: row.get("organisation")?,
        partners: row.get("partners")?,
        start_on: row.get("start_on")?,
        due_on: row.get("due_on")?,
        measure: row.get("measure")?,
        baseline: row.get("baseline")?,
        target: row.get("target")?,
        now: row.get("now")?,
        requirements: Vec::new(),
        moved: Vec::new(),
    })
}

fn read_update(row: &Row<'_>) -> Result<ActionUpdate, StoreError> {
    let state: String = row.get("state")?;
    Ok(ActionUpdate {
        id: row.get("id")?,
        action: ActionId(row.get("action_id")?),
        day: row.get("day")?,
        state: ActionState::parse(&state).ok_or(StoreError::Unreadable)?,
        progress: row.get("progress")?,
        evidence: row.get("evidence")?,
        checked_by: row.get("checked_by")?,
        by: PersonId(row.get("recorded_by")?),
        at: row.get("recorded_at")?,
    })
}
