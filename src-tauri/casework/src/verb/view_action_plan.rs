//! The authority's action plan with its progress, as at today or another day.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::day_or_today;
use crate::names::Names;
use crate::view::{ActionPlanView, ActionUpdateView, ActionView, ObjectiveView, RequirementView, ThemeProgressView};
use caseward_domain::action_plan::{ActionState, is_late};
use caseward_store::{Action, ActionUpdate};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// The authority's action plan with its progress, as at today or another day.
#[derive(Deserialize, TS)]
pub struct ViewActionPlan {
    #[serde(default)]
    pub as_at: Option<String>,
}

pub fn view_action_plan(desk: &mut Desk, request: ViewActionPlan) -> Result<ActionPlanView, CommandError> {
    let session = desk.signed_in()?;
    let as_at = day_or_today("as_at", request.as_at.as_deref(), session.today())?;
    plan_view(session, as_at)
}

/// One action as it stands on a day.
pub(crate) struct Standing {
    pub theme: String,
    pub due_on: NaiveDate,
    pub state: ActionState,
}

/// Every action with its state on a day.
pub(crate) fn current(session: &Session, as_at: NaiveDate) -> Result<Vec<Standing>, CommandError> {
    let plan = plan_view(session, as_at)?;
    let of = |objective: ObjectiveView| {
        let theme = objective.theme;
        objective.actions.into_iter().map(move |a| Standing { theme: theme.clone(), due_on: a.due_on, state: a.state })
    };
    Ok(plan.objectives.into_iter().flat_map(of).collect())
}

pub(crate) fn plan_view(session: &Session, as_at: NaiveDate) -> Result<ActionPlanView, CommandError> {
    let records = session.read();
    let names = Names::of(&records)?;
    let updates = records.action_updates()?;
    let mut objectives: Vec<ObjectiveView> = records
        .objectives()?
        .into_iter()
        .map(|objective| ObjectiveView { id: objective.id, theme: objective.theme, title: objective.title, actions: Vec::new() })
        .collect();
    for action in records.actions()? {
        let Some(objective) = objectives.iter_mut().find(|objective| objective.id == action.objective) else { continue };
        let of_action: Vec<&ActionUpdate> = updates.iter().filter(|u| u.action == action.id && u.day <= as_at).collect();
        objective.actions.push(action_view(action, &of_action, &names, as_at));
    }
    let requirements = records.requirements()?.into_iter();
    Ok(ActionPlanView {
        as_at,
        themes: themes(&objectives),
        objectives,
        requirements: requirements
            .map(|r| RequirementView { id: r.id, catalogue: r.catalogue, theme: r.theme, text: r.wording })
            .collect(),
    })
}

fn action_view(action: Action, updates: &[&ActionUpdate], names: &Names, as_at: NaiveDate) -> ActionView {
    let state = updates.last().map_or(ActionState::NotStarted, |update| update.state);
    ActionView {
        id: action.id,
        title: action.title,
        owner_role: action.owner_role,
        organisation: action.organisation,
        partners: action.partners,
        start_on: action.start_on,
        due_on: action.due_on,
        earlier_due_dates: action.moved,
        measure: action.measure,
        baseline: action.baseline,
        target: action.target,
        now: action.now,
        requirements: action.requirements,
        state,
        late: is_late(action.due_on, state, as_at),
        updates: updates
            .iter()
            .rev()
            .map(|update| ActionUpdateView {
                on: update.day,
                state: update.state,
                text: update.progress.clone(),
                evidence: update.evidence.clone(),
                checked_by: update.checked_by.clone(),
                by: names.person(update.by),
            })
            .collect(),
    }
}

fn themes(objectives: &[ObjectiveView]) -> Vec<ThemeProgressView> {
    let mut themes: Vec<ThemeProgressView> = Vec::new();
    for objective in objectives {
        if themes.iter().all(|theme| theme.theme != objective.theme) {
            themes.push(ThemeProgressView {
                theme: objective.theme.clone(),
                actions: 0,
                complete: 0,
                effect_confirmed: 0,
                late: 0,
            });
        }
        let Some(theme) = themes.iter_mut().find(|theme| theme.theme == objective.theme) else { continue };
        for action in &objective.actions {
            theme.actions += 1;
            theme.complete += u32::from(action.state.is_finished());
            theme.effect_confirmed += u32::from(action.state == ActionState::EffectConfirmed);
            theme.late += u32::from(action.late);
        }
    }
    themes
}
