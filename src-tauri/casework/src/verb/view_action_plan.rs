//! The authority's action plan with its progress, as at today or another day.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::day_or_today;
use crate::names::Names;
use crate::view::{ActionPlanView, ActionUpdateView, ActionView, MovedView, ObjectiveView, RequirementView, ThemeProgressView};
use caseward_domain::action_plan::{
    ActionState, Catalogue, Distance, Finish, Moved, Update, Value, distance, finish, is_late, slippage,
};
use caseward_store::{Action, RequirementRow, StoreError};
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
    pub due_on: Option<NaiveDate>,
    pub state: ActionState,
}

/// Every action of the plan with its state on a day, without those that were withdrawn.
pub(crate) fn current(session: &Session, as_at: NaiveDate) -> Result<Vec<Standing>, CommandError> {
    let plan = plan_view(session, as_at)?;
    let of = |objective: ObjectiveView| {
        let theme = objective.theme;
        let live = objective.actions.into_iter().filter(|action| action.withdrawn_on.is_none());
        live.map(move |action| Standing { theme: theme.clone(), due_on: action.due_on, state: action.state })
    };
    Ok(plan.objectives.into_iter().flat_map(of).collect())
}

pub(crate) fn plan_view(session: &Session, as_at: NaiveDate) -> Result<ActionPlanView, CommandError> {
    let records = session.read();
    let names = Names::of(&records)?;
    let mut objectives: Vec<ObjectiveView> = records
        .objectives()?
        .into_iter()
        .map(|objective| ObjectiveView { id: objective.id, theme: objective.theme, title: objective.title, actions: Vec::new() })
        .collect();
    for action in records.actions()? {
        let Some(objective) = objectives.iter_mut().find(|objective| objective.id == action.objective) else { continue };
        objective.actions.push(action_view(&action, &names, as_at));
    }
    let requirements = records.requirements()?.into_iter().map(requirement_view).collect::<Result<_, _>>()?;
    Ok(ActionPlanView { as_at, themes: themes(&objectives), objectives, requirements })
}

pub(crate) fn requirement_view(row: RequirementRow) -> Result<RequirementView, StoreError> {
    Ok(RequirementView {
        id: row.id,
        catalogue: Catalogue::parse(&row.catalogue).ok_or(StoreError::Unreadable)?,
        theme: row.theme,
        text: row.wording,
        basis: row.basis,
        checked_by: row.checked_by,
        checked_on: row.checked_on,
    })
}

/// What an action said on that day, and what its updates up to it say.
fn action_view(action: &Action, names: &Names, as_at: NaiveDate) -> ActionView {
    let record = &action.record;
    let terms = record.terms_on(as_at);
    let state = record.state_on(as_at);
    let now = action.now_on(as_at).to_owned();
    let far = distance(&terms.baseline, &terms.target, &now);
    let said = record.updates_about(as_at).filter(|update| !update.now.is_empty());
    let values: Vec<Value> = said.map(|update| Value { day: update.day, said: update.now.clone() }).collect();
    let points_to = finish(&terms.baseline, &terms.target, &values);
    let withdrawn_on = terms.withdrawn_on.filter(|day| *day <= as_at);
    ActionView {
        id: record.id,
        number: action.number.clone(),
        due_on: terms.due_on,
        moved: slippage(record, as_at).into_iter().map(|moved| moved_view(moved, names)).collect(),
        distance: if terms.measure.is_empty() && terms.target.is_empty() { String::new() } else { far.to_string() },
        way_gone: match far {
            Distance::Gone(share) => Some(share),
            _ => None,
        },
        finish: if state.is_finished() || terms.target.is_empty() { String::new() } else { points_to.say(terms.due_on, as_at) },
        finish_on: match points_to {
            Finish::On { finish, .. } if !state.is_finished() && finish >= as_at => Some(finish),
            _ => None,
        },
        state,
        late: withdrawn_on.is_none() && is_late(terms.due_on, state, as_at),
        withdrawn_on,
        updates: record.updates_about(as_at).rev().map(|update| update_view(update, names)).collect(),
        title: terms.title,
        owner_role: terms.owner_role,
        organisation: terms.organisation,
        partners: terms.partners,
        start_on: terms.start_on,
        measure: terms.measure,
        baseline: terms.baseline,
        target: terms.target,
        now,
        requirements: terms.requirements,
    }
}

fn moved_view(moved: Moved, names: &Names) -> MovedView {
    MovedView {
        on: moved.on,
        from: moved.from,
        to: moved.to,
        days: moved.days().and_then(|days| i32::try_from(days).ok()),
        by: names.maybe_person(moved.by).unwrap_or_default(),
        why: moved.why,
    }
}

fn update_view(update: &Update, names: &Names) -> ActionUpdateView {
    ActionUpdateView {
        on: update.day,
        state: update.state,
        text: update.progress.clone(),
        now: update.now.clone(),
        evidence: update.evidence.clone(),
        checked_by: update.checked_by.clone(),
        sample: update.sample.clone(),
        sampled_on: update.sampled_on,
        by: names.person(update.by),
    }
}

fn themes(objectives: &[ObjectiveView]) -> Vec<ThemeProgressView> {
    let mut themes: Vec<ThemeProgressView> = Vec::new();
    for objective in objectives {
        if themes.iter().all(|theme| theme.theme != objective.theme) {
            let theme = objective.theme.clone();
            themes.push(ThemeProgressView { theme, actions: 0, complete: 0, effect_confirmed: 0, late: 0, moved: 0 });
        }
        let Some(theme) = themes.iter_mut().find(|theme| theme.theme == objective.theme) else { continue };
        for action in objective.actions.iter().filter(|action| action.withdrawn_on.is_none()) {
            theme.actions += 1;
            theme.complete += u32::from(action.state.is_finished());
            theme.effect_confirmed += u32::from(action.state == ActionState::EffectConfirmed);
            theme.late += u32::from(action.late);
            theme.moved += u32::from(!action.moved.is_empty());
        }
    }
    themes
}
