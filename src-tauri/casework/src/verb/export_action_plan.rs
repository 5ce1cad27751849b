//! Writes the action plan as the workbook that authorities circulate: one table, real dates, no formulas. Brought in again it is
//! the same plan.

use std::path::Path;

use super::view_action_plan::plan_view;
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::files::Staged;
use crate::form::day_or_today;
use crate::view::{ActionUpdateView, ActionView, ObjectiveView};
use caseward_domain::date::say_date;
use caseward_intake::plan::{CHECKED_BY, EVIDENCE, NOW, SAMPLE};
use caseward_report::{PlanLine, PlanSheet, plan_workbook};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes the action plan as the workbook that authorities circulate.
#[derive(Deserialize, TS)]
pub struct ExportActionPlan {
    /// Where to write it; ends in `.xlsx`.
    pub path: String,
    /// As at which day; today where it is empty.
    #[serde(default)]
    pub as_at: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanExported {
    pub file: String,
    pub actions: u32,
}

pub fn export_action_plan(desk: &mut Desk, request: ExportActionPlan) -> Result<PlanExported, CommandError> {
    let session = desk.signed_in()?;
    let path = read_path(&request.path)?;
    let as_at = day_or_today("as_at", request.as_at.as_deref(), session.today())?;
    let plan = plan_view(session, as_at)?;
    let actions = || plan.objectives.iter().flat_map(|objective| &objective.actions);
    if actions().next().is_none() {
        return Err(CommandError::refused("The action plan has no actions, so there is nothing to save."));
    }
    let mut days: Vec<NaiveDate> = actions().flat_map(|action| &action.updates).map(|update| update.on).collect();
    days.sort_unstable();
    days.dedup();
    let sheet = PlanSheet {
        authority: session.authority.clone(),
        as_at,
        made_at: session.now(),
        audit_head: session.register.head()?.hash,
        lines: plan.objectives.iter().flat_map(|o| o.actions.iter().map(|action| line(o, action, &days))).collect(),
        days,
    };
    let bytes = plan_workbook(&sheet).map_err(|error| CommandError::refused(error.to_string()))?;
    let staged = Staged::write(path, &bytes)?;
    let many = sheet.lines.len();
    session
        .transact("export_action_plan", |_, _, _| Ok(on_register((), serde_json::json!({ "as_at": as_at, "actions": many }))))?;
    staged.keep()?;
    Ok(PlanExported { file: path.display().to_string(), actions: u32::try_from(many).unwrap_or(u32::MAX) })
}

fn line(objective: &ObjectiveView, action: &ActionView, days: &[NaiveDate]) -> PlanLine {
    let on = |day: &NaiveDate| {
        let of_day = action.updates.iter().rev().filter(|update| update.on == *day).map(progress);
        of_day.collect::<Vec<_>>().join("\n\n")
    };
    PlanLine {
        number: action.number.clone(),
        theme: objective.theme.clone(),
        objective: objective.title.clone(),
        action: action.title.clone(),
        measure: action.measure.clone(),
        baseline: action.baseline.clone(),
        target: action.target.clone(),
        now: action.now.clone(),
        requirements: action.requirements.join(", "),
        start_on: action.start_on,
        due_on: action.due_on,
        lead: action.owner_role.clone(),
        organisation: action.organisation.clone(),
        partners: action.partners.clone(),
        progress: days.iter().map(on).collect(),
        status: match action.withdrawn_on {
            Some(day) => format!("Withdrawn from {}", say_date(day)),
            None => action.state.say().to_owned(),
        },
    }
}

/// As [`caseward_intake::plan`] reads it back.
fn progress(update: &ActionUpdateView) -> String {
    let mut text = format!("{}: {}", update.state.say(), one_line(&update.text));
    let mut add = |label: &str, said: &str| {
        if !said.is_empty() {
            text.push_str(&format!("\n{label}: {}", one_line(said)));
        }
    };
    add(NOW, &update.now);
    add(EVIDENCE, &update.evidence);
    add(CHECKED_BY, &update.checked_by);
    let sample = update.sampled_on.map_or_else(|| update.sample.clone(), |day| format!("{}, {}", update.sample, say_date(day)));
    add(SAMPLE, if update.sample.is_empty() { "" } else { &sample });
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_path(typed: &str) -> Result<&Path, CommandError> {
    let path = Path::new(typed.trim());
    if path.as_os_str().is_empty() {
        return Err(CommandError::invalid("path", "Choose where to save the workbook."));
    }
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(CommandError::invalid("path", "The name of a workbook ends in .xlsx. Add that to the name."));
    }
    Ok(path)
}
