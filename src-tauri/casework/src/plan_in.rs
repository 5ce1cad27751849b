//! Bringing an action plan in: matched by objective and action to what is here, made where there is none, all in one write.
//!
//! A workbook adds: updates, moved dates, what was blank. It never brings back what was changed here since, so that the same
//! workbook a second time changes nothing, and an old one undoes nothing.

use std::collections::BTreeMap;

use caseward_domain::action_plan::{ActionState, ActionTerms, Former, PlanAction, Update};
use caseward_domain::date::say_date;
use caseward_domain::id::{ActionId, ObjectiveId, PersonId};
use caseward_intake::plan::{About, PlanRow, PlanUpdate};
use caseward_store::{Action, Objective};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

/// What will be done for one row.
pub(crate) struct Step {
    pub action: Action,
    /// What the action said before; `None`: it is new.
    pub left: Option<Former>,
    pub is_renumbered: bool,
    pub updates: Vec<Update>,
    pub is_moved: bool,
    /// What was not taken from the workbook, and why.
    pub kept: Vec<(String, String)>,
}

impl Step {
    pub fn is_new(&self) -> bool {
        self.left.is_none()
    }

    pub fn is_changed(&self) -> bool {
        self.is_renumbered || !self.updates.is_empty() || self.left.as_ref().is_some_and(|left| !left.0.is_empty())
    }

    pub fn state(&self) -> ActionState {
        self.action.record.updates.last().map_or(ActionState::NotStarted, |update| update.state)
    }
}

/// The plan as it will be.
pub(crate) struct Merge {
    pub objectives: Vec<Objective>,
    /// Those of `objectives` from this place on are new.
    pub known_objectives: usize,
    pub steps: Vec<Step>,
    /// Live actions that the workbook does not name.
    pub absent: Vec<String>,
}

/// Ids in the order in which they are handed out, so that the plan reads as the workbook does.
pub(crate) struct Ids(std::vec::IntoIter<Uuid>);

impl Ids {
    pub fn new(mut ids: Vec<Uuid>) -> Self {
        ids.sort_unstable();
        Self(ids.into_iter())
    }

    pub fn next(&mut self) -> Uuid {
        self.0.next().unwrap_or_default()
    }
}

pub(crate) fn merge(
    rows: &[PlanRow],
    objectives: Vec<Objective>,
    actions: &[Action],
    ids: &mut Ids,
    by: PersonId,
    today: NaiveDate,
) -> Merge {
    let known_objectives = objectives.len();
    let mut merge = Merge { objectives, known_objectives, steps: Vec::new(), absent: Vec::new() };
    let mut by_title: BTreeMap<String, ObjectiveId> = merge.objectives.iter().map(|o| (same(&o.title), o.id)).collect();
    let by_name: BTreeMap<(ObjectiveId, String), &Action> =
        actions.iter().map(|action| ((action.objective, same(&action.record.terms.title)), action)).collect();
    let mut named: Vec<ActionId> = Vec::new();
    for row in rows {
        let objective = match by_title.get(&same(&row.objective)) {
            Some(id) => *id,
            None => {
                let new = Objective { id: ObjectiveId(ids.next()), theme: row.theme.clone(), title: row.objective.clone() };
                by_title.insert(same(&new.title), new.id);
                merge.objectives.push(new.clone());
                new.id
            }
        };
        let existing = by_name.get(&(objective, same(&row.title)));
        let mut step = match existing {
            Some(existing) => {
                named.push(existing.record.id);
                changed(existing, row)
            }
            None => new(objective, row, ActionId(ids.next()), today),
        };
        add_updates(&mut step, row, by, today);
        merge.steps.push(step);
    }
    let live = |action: &&Action| action.record.terms.is_live(today) && !named.contains(&action.record.id);
    merge.absent = actions.iter().filter(live).map(|action| action.record.terms.title.clone()).collect();
    merge
}

fn new(objective: ObjectiveId, row: &PlanRow, id: ActionId, today: NaiveDate) -> Step {
    let terms = ActionTerms {
        title: row.title.clone(),
        owner_role: row.owner_role.clone(),
        organisation: row.organisation.clone(),
        partners: row.partners.clone(),
        start_on: row.start_on,
        due_on: row.due_on,
        measure: row.measure.clone(),
        baseline: row.baseline.clone(),
        target: row.target.clone(),
        requirements: row.requirements.clone(),
        withdrawn_on: row.withdrawn_on,
    };
    let record = PlanAction { id, entered_on: Some(today), terms, changes: Vec::new(), updates: Vec::new() };
    let action = Action { objective, number: row.number.clone(), undated_now: String::new(), record };
    Step { action, left: None, is_renumbered: false, updates: Vec::new(), is_moved: false, kept: Vec::new() }
}

/// Takes from the workbook what it says and the action did not say before.
fn changed(existing: &Action, row: &PlanRow) -> Step {
    let mut action = existing.clone();
    let mut kept = Vec::new();
    let was = &existing.record;
    let mut take = |name: &str, heading: &str, here: &mut String, there: &str| {
        if there.is_empty() || there == here.as_str() {
        } else if was_said(was, name, &Value::from(there)) {
            kept.push((
                heading.to_owned(),
                "The workbook says what stood here before it was changed. What stands here was kept.".to_owned(),
            ));
        } else {
            *here = there.to_owned();
        }
    };
    let terms = &mut action.record.terms;
    take("owner_role", "Lead", &mut terms.owner_role, &row.owner_role);
    take("organisation", "Organisation", &mut terms.organisation, &row.organisation);
    take("partners", "Partners", &mut terms.partners, &row.partners);
    take("measure", "Outcome", &mut terms.measure, &row.measure);
    take("baseline", "Baseline", &mut terms.baseline, &row.baseline);
    take("target", "Target", &mut terms.target, &row.target);
    let mut take_day = |name: &str, heading: &str, here: &mut Option<NaiveDate>, there: Option<NaiveDate>| {
        let Some(day) = there.filter(|_| there != *here) else { return };
        if was_said(was, name, &Value::from(day.to_string())) {
            let stands = here.map_or("no date".to_owned(), say_date);
            kept.push((
                heading.to_owned(),
                format!("The workbook still has {}, from which the date was moved here. {stands} was kept.", say_date(day)),
            ));
        } else {
            *here = there;
        }
    };
    take_day("start_on", "Start", &mut terms.start_on, row.start_on);
    take_day("due_on", "When", &mut terms.due_on, row.due_on);
    match (terms.withdrawn_on, row.withdrawn_on) {
        (None, Some(_)) => terms.withdrawn_on = row.withdrawn_on,
        (Some(day), None) => {
            kept.push((
                "Status".to_owned(),
                format!("This action was withdrawn here on {} and stays so. Take that back under Change.", say_date(day)),
            ));
        }
        _ => {}
    }
    terms.requirements.extend(row.requirements.iter().cloned());
    terms.requirements.sort();
    terms.requirements.dedup();
    let is_renumbered = !row.number.is_empty() && row.number != action.number;
    if is_renumbered {
        action.number = row.number.clone();
    }
    let left = was.terms.left_for(&action.record.terms);
    let is_moved = was.terms.due_on.is_some() && left.0.contains_key("due_on");
    Step { action, left: Some(left), is_renumbered, updates: Vec::new(), is_moved, kept }
}

fn was_said(action: &PlanAction, name: &str, value: &Value) -> bool {
    action.changes.iter().any(|change| change.before.0.get(name) == Some(value))
}

/// Adds what the workbook says of progress and is not here, then its status where it says another state than that.
fn add_updates(step: &mut Step, row: &PlanRow, by: PersonId, today: NaiveDate) {
    let add = |step: &mut Step, update: Update| {
        let updates = &mut step.action.record.updates;
        let place = updates.iter().position(|known| known.day > update.day).unwrap_or(updates.len());
        updates.insert(place, update.clone());
        step.updates.push(update);
    };
    for said in &row.updates {
        if !step.action.record.updates.iter().any(|known| is_same(known, said, today)) {
            add(
                step,
                Update {
                    day: said.about.day(today),
                    state: said.state.unwrap_or(ActionState::NotStarted),
                    progress: said.text.clone(),
                    now: said.now.clone(),
                    evidence: said.evidence.clone(),
                    checked_by: said.checked_by.clone(),
                    sample: said.sample.clone(),
                    sampled_on: said.sampled_on,
                    by,
                    recorded_on: today,
                },
            );
        }
    }
    let day = row.status_about.day(today);
    let stands = step.action.record.state_on(day);
    // A workbook has one word for done, whether or not a sample has confirmed it.
    let is_told =
        |state: ActionState| state == stands || (state == ActionState::Complete && stands == ActionState::EffectConfirmed);
    if let Some(state) = row.status.filter(|state| !is_told(*state)) {
        add(step, plain(day, state, row.status_said.clone(), by, today));
    }
    if !row.now.is_empty() && row.now != step.action.now_on(day) {
        let latest = step.updates.iter().rposition(|update| update.day == day && update.now.is_empty());
        match latest.and_then(|place| step.updates.get_mut(place)) {
            Some(update) => update.now = row.now.clone(),
            None => {
                let state = step.action.record.state_on(day);
                let mut update = plain(day, state, format!("Now: {}", row.now), by, today);
                update.now = row.now.clone();
                add(step, update);
            }
        }
    }
}

fn plain(day: NaiveDate, state: ActionState, progress: String, by: PersonId, recorded_on: NaiveDate) -> Update {
    let empty = String::new;
    Update {
        day,
        state,
        progress,
        now: empty(),
        evidence: empty(),
        checked_by: empty(),
        sample: empty(),
        sampled_on: None,
        by,
        recorded_on,
    }
}

/// Whether an update is one that the workbook says again.
fn is_same(known: &Update, said: &PlanUpdate, today: NaiveDate) -> bool {
    let adds_nothing = |there: &str, here: &str| there.is_empty() || there == here;
    let in_time = match said.about {
        About::Days(first, _) if first > today => true,
        about => about.holds(known.day),
    };
    in_time
        && same(&known.progress) == same(&said.text)
        && adds_nothing(&said.now, &known.now)
        && adds_nothing(&said.evidence, &known.evidence)
        && adds_nothing(&said.checked_by, &known.checked_by)
        && adds_nothing(&said.sample, &known.sample)
}

/// Titles are the same without case and spaces.
fn same(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
