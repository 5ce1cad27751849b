//! The authority's action plan: objectives, actions, what they said before each change, and dated updates.

use std::collections::BTreeMap;

use caseward_domain::action_plan::{ActionChange, ActionState, ActionTerms, Former, PlanAction, Update};
use caseward_domain::id::{ActionId, ObjectiveId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::civil;
use crate::records::{Records, execute, rows};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    pub id: ObjectiveId,
    pub theme: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub objective: ObjectiveId,
    /// As the workbook numbers it, such as `2.4`; empty: not numbered.
    pub number: String,
    /// Where the measure stood by an earlier version of the register, which kept no day with it.
    pub undated_now: String,
    pub record: PlanAction,
}

impl Action {
    /// Where the measure stood on a day, as the latest update says that speaks of it.
    pub fn now_on(&self, on: NaiveDate) -> &str {
        let dated = self.record.updates_about(on).rev().find(|update| !update.now.is_empty());
        dated.map_or(&self.undated_now, |update| &update.now)
    }
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

    /// Every action with its past, in the order in which they were entered.
    pub fn actions(&self) -> Result<Vec<Action>, StoreError> {
        let mut actions = rows!(self, "action_all", {}, read_action);
        let place: BTreeMap<Uuid, usize> = actions.iter().enumerate().map(|(place, a)| (a.record.id.0, place)).collect();
        let links = rows!(self, "action_requirement_all", {}, |row: &Row<'_>| -> rusqlite::Result<(Uuid, String)> {
            Ok((row.get("action_id")?, row.get("requirement_id")?))
        });
        for (id, requirement) in links {
            if let Some(action) = place.get(&id).and_then(|place| actions.get_mut(*place)) {
                action.record.terms.requirements.push(requirement);
            }
        }
        for (id, change) in rows!(self, "action_change_all", {}, read_change) {
            if let Some(action) = place.get(&id).and_then(|place| actions.get_mut(*place)) {
                action.record.changes.push(change);
            }
        }
        for (id, update) in rows!(self, "action_update_all", {}, read_update) {
            if let Some(action) = place.get(&id).and_then(|place| actions.get_mut(*place)) {
                action.record.updates.push(update);
            }
        }
        Ok(actions)
    }

    /// Enters an action, or writes what it says now over what it said.
    pub fn save_action(&self, action: &Action, entered_at: DateTime<Utc>) -> Result<(), StoreError> {
        let (id, terms) = (action.record.id.0, &action.record.terms);
        execute!(self, "action_save", {
            ":id": id, ":objective": action.objective.0, ":number": action.number, ":title": terms.title,
            ":owner_role": terms.owner_role, ":organisation": terms.organisation, ":partners": terms.partners,
            ":start_on": terms.start_on, ":due_on": terms.due_on.map(|day| day.to_string()).unwrap_or_default(),
            ":measure": terms.measure, ":baseline": terms.baseline, ":target": terms.target, ":entered_at": text_of(entered_at),
            ":withdrawn_on": terms.withdrawn_on,
        })?;
        execute!(self, "action_requirement_clear", { ":action": id })?;
        for requirement in &terms.requirements {
            execute!(self, "action_requirement_insert", { ":action": id, ":requirement": requirement })?;
        }
        Ok(())
    }

    /// Keeps what an action said before a change.
    pub fn insert_action_change(
        &self,
        action: ActionId,
        before: &Former,
        why: &str,
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        execute!(self, "action_change_insert", {
            ":action": action.0, ":changed_at": text_of(at), ":by": by.0, ":why": why, ":before": serde_json::to_string(before)?,
        })?;
        Ok(())
    }

    pub fn insert_action_update(&self, id: Uuid, action: ActionId, update: &Update, at: DateTime<Utc>) -> Result<(), StoreError> {
        execute!(self, "action_update_insert", {
            ":id": id, ":action": action.0, ":day": update.day, ":state": update.state.as_str(), ":progress": update.progress,
            ":now": update.now, ":evidence": update.evidence, ":checked_by": update.checked_by, ":sample": update.sample,
            ":sampled_on": update.sampled_on, ":by": update.by.0, ":at": text_of(at),
        })?;
        Ok(())
    }
}

fn read_action(row: &Row<'_>) -> rusqlite::Result<Action> {
    let entered_at: Option<DateTime<Utc>> = row.get("entered_at")?;
    Ok(Action {
        objective: ObjectiveId(row.get("objective_id")?),
        number: row.get("number")?,
        undated_now: row.get("now")?,
        record: PlanAction {
            id: ActionId(row.get("id")?),
            entered_on: entered_at.map(civil),
            terms: ActionTerms {
                title: row.get("title")?,
                owner_role: row.get("owner_role")?,
                organisation: row.get("organisation")?,
                partners: row.get("partners")?,
                start_on: row.get("start_on")?,
                due_on: row.get("due_on")?,
                measure: row.get("measure")?,
                baseline: row.get("baseline")?,
                target: row.get("target")?,
                requirements: Vec::new(),
                withdrawn_on: row.get("withdrawn_on")?,
            },
            changes: Vec::new(),
            updates: Vec::new(),
        },
    })
}

fn read_change(row: &Row<'_>) -> Result<(Uuid, ActionChange), StoreError> {
    let (by, before): (Option<Uuid>, String) = (row.get("changed_by")?, row.get("before")?);
    let change = ActionChange {
        on: civil(row.get("changed_at")?),
        by: by.map(PersonId),
        why: row.get("why")?,
        before: serde_json::from_str(&before)?,
    };
    Ok((row.get("action_id")?, change))
}

fn read_update(row: &Row<'_>) -> Result<(Uuid, Update), StoreError> {
    let state: String = row.get("state")?;
    let update = Update {
        day: row.get("day")?,
        state: ActionState::parse(&state).ok_or(StoreError::Unreadable)?,
        progress: row.get("progress")?,
        now: row.get("now")?,
        evidence: row.get("evidence")?,
        checked_by: row.get("checked_by")?,
        sample: row.get("sample")?,
        sampled_on: row.get("sampled_on")?,
        by: PersonId(row.get("recorded_by")?),
        recorded_on: civil(row.get("recorded_at")?),
    };
    Ok((row.get("action_id")?, update))
}
