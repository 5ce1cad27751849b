//! Brings in the action plan that an authority circulates as a workbook.

use super::RefusedCellView;
use super::record_objective::PLANNERS;
use crate::bring_in::{file_refused, read_file};
use crate::desk::{Desk, new_id, on_register};
use crate::error::CommandError;
use crate::plan_in::{Ids, Merge, Step, merge};
use caseward_domain::action_plan::ActionState;
use caseward_intake::plan::{self, PlanContext, PlanNote, PlanReading};
use caseward_store::Counted;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// Brings in the action plan that an authority circulates as a workbook.
#[derive(Deserialize, TS)]
pub struct ImportActionPlan {
    /// The file to read: a workbook or a CSV file.
    pub path: String,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// Bring in the good rows and leave the bad ones; otherwise one bad row refuses the file.
    #[serde(default)]
    pub skip_bad_rows: bool,
}

/// What an import of a plan did, or would do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct PlanImportView {
    pub dry_run: bool,
    /// How many tables of actions the file has.
    pub tables: u32,
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
    /// Dated updates that were added.
    pub updates: u32,
    /// Due dates that were moved.
    pub moved: u32,
    pub refused: Vec<RefusedPlanRowView>,
    pub rows: Vec<PlanRowView>,
    pub notes: Vec<PlanNoteView>,
    /// Actions of the plan that the file does not name. They stay.
    pub absent: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedPlanRowView {
    pub sheet: String,
    /// As the spreadsheet shows it.
    pub row: u32,
    pub cells: Vec<RefusedCellView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanRowView {
    pub sheet: String,
    pub row: u32,
    pub number: String,
    pub objective: String,
    pub title: String,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    pub state: ActionState,
    pub outcome: PlanRowOutcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanRowOutcome {
    Added,
    Changed,
    Unchanged,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanNoteView {
    pub sheet: String,
    /// Null: the whole sheet.
    pub row: Option<u32>,
    pub column: String,
    pub note: String,
}

const MOVED: &str = "The workbook that was brought in on that day has the new date.";

pub fn import_action_plan(desk: &mut Desk, request: ImportActionPlan) -> Result<PlanImportView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let bytes = read_file(&request.path)?;
    let requirements: Vec<String> = session.read().requirements()?.into_iter().map(|row| row.id).collect();
    let context = PlanContext { requirements: &requirements, today: session.today() };
    let reading = plan::read(&bytes, &context).map_err(|error| file_refused(&error))?;
    let mut view = PlanImportView { dry_run: request.dry_run, tables: reading.tables, ..PlanImportView::default() };
    view.refused = refused(&reading);
    view.notes = reading.notes.iter().map(note).collect();
    if !view.refused.is_empty() && !request.skip_bad_rows && !request.dry_run {
        return Ok(view);
    }
    let ids = (0..reading.rows.len() * 2).map(|_| new_id(session.now())).collect::<Result<Vec<_>, _>>()?;
    let (objectives, actions) = (session.read().objectives()?, session.read().actions()?);
    let merged = merge(&reading.rows, objectives, &actions, &mut Ids::new(ids), session.person.id, session.today());
    tell(&reading, &merged, &mut view);
    let changes = view.added + view.changed > 0;
    if request.dry_run || !changes {
        return Ok(view);
    }
    let update_ids = (0..view.updates).map(|_| new_id(session.now())).collect::<Result<Vec<_>, _>>()?;
    let mut update_ids = Ids::new(update_ids);
    let counts = serde_json::json!({
        "added": view.added, "changed": view.changed, "unchanged": view.unchanged, "updates": view.updates, "moved": view.moved,
        "refused": view.refused.len(),
    });
    let progress = Arc::clone(&session.progress);
    session.transact("import_action_plan", |records, _, at| {
        progress.begin(Counted::Rows, u64::try_from(merged.steps.len()).unwrap_or(u64::MAX));
        for objective in merged.objectives.get(merged.known_objectives..).unwrap_or_default() {
            records.save_objective(objective)?;
        }
        for step in &merged.steps {
            progress.step()?;
            if !step.is_new() && !step.is_changed() {
                continue;
            }
            records.save_action(&step.action, at.now)?;
            if let Some(left) = step.left.as_ref().filter(|left| !left.0.is_empty()) {
                let why = if step.is_moved { MOVED } else { "" };
                records.insert_action_change(step.action.record.id, left, why, at.by, at.now)?;
            }
            for update in &step.updates {
                records.insert_action_update(update_ids.next(), step.action.record.id, update, at.now)?;
            }
        }
        Ok(on_register((), counts))
    })?;
    Ok(view)
}

fn tell(reading: &PlanReading, merged: &Merge, view: &mut PlanImportView) {
    for (row, step) in reading.rows.iter().zip(&merged.steps) {
        let outcome = outcome(step);
        match outcome {
            PlanRowOutcome::Added => view.added += 1,
            PlanRowOutcome::Changed => view.changed += 1,
            PlanRowOutcome::Unchanged => view.unchanged += 1,
        }
        view.updates += u32::try_from(step.updates.len()).unwrap_or(u32::MAX);
        view.moved += u32::from(step.is_moved);
        view.rows.push(PlanRowView {
            sheet: row.place.sheet.clone(),
            row: row.place.row,
            number: step.action.number.clone(),
            objective: row.objective.clone(),
            title: row.title.clone(),
            due_on: step.action.record.terms.due_on,
            state: step.state(),
            outcome,
        });
        let kept = step.kept.iter().map(|(column, note)| PlanNoteView {
            sheet: row.place.sheet.clone(),
            row: Some(row.place.row),
            column: column.clone(),
            note: note.clone(),
        });
        view.notes.extend(kept);
    }
    view.absent.clone_from(&merged.absent);
}

fn outcome(step: &Step) -> PlanRowOutcome {
    match (step.is_new(), step.is_changed()) {
        (true, _) => PlanRowOutcome::Added,
        (false, true) => PlanRowOutcome::Changed,
        (false, false) => PlanRowOutcome::Unchanged,
    }
}

fn refused(reading: &PlanReading) -> Vec<RefusedPlanRowView> {
    let cells = |row: &plan::RefusedPlanRow| {
        row.cells.iter().map(|cell| RefusedCellView { column: cell.column.clone(), reason: cell.reason.clone() }).collect()
    };
    let view =
        |row: &plan::RefusedPlanRow| RefusedPlanRowView { sheet: row.place.sheet.clone(), row: row.place.row, cells: cells(row) };
    reading.refused.iter().map(view).collect()
}

fn note(note: &PlanNote) -> PlanNoteView {
    PlanNoteView {
        sheet: note.place.sheet.clone(),
        row: Some(note.place.row).filter(|row| *row > 0),
        column: note.column.clone(),
        note: note.text.clone(),
    }
}
