//! Coverage of a catalogue of guidance as at any day (DESIGN, section 4): *covered*, a live action with owner, date and measure;
//! *evidenced*, dated evidence checked by someone other than its owner; *reflected*, both.
//!
//! It rests on what stood in the register on that day, so that nothing entered later changes what a past day answers.

use chrono::NaiveDate;

use super::{ActionState, ActionTerms, PlanAction, Update, is_owner};
use crate::id::ActionId;

/// Why an action that names a line does not cover it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Withdrawn,
    NoOwner,
    NoDate,
    NoMeasure,
}

impl Gap {
    pub fn say(self) -> &'static str {
        match self {
            Gap::Withdrawn => "was withdrawn",
            Gap::NoOwner => "has no owner",
            Gap::NoDate => "has no date",
            Gap::NoMeasure => "has no measure",
        }
    }
}

/// An action that names a line, and what it does for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub action: ActionId,
    /// Empty: it covers the line.
    pub gaps: Vec<Gap>,
    pub is_evidenced: bool,
    pub state: ActionState,
}

/// The sample by which an effect was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    pub sample: String,
    pub on: NaiveDate,
    pub checked_by: String,
}

/// One line of a catalogue on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub requirement: String,
    /// In the order of the plan.
    pub answers: Vec<Answer>,
    /// Of the least advanced live action that names it; `None`: none does.
    pub state: Option<ActionState>,
    /// The latest sample, where every live action has its effect confirmed.
    pub confirmed: Option<Confirmed>,
}

impl Line {
    pub fn is_covered(&self) -> bool {
        self.answers.iter().any(|answer| answer.gaps.is_empty())
    }

    pub fn is_evidenced(&self) -> bool {
        self.answers.iter().any(|answer| answer.is_evidenced)
    }

    pub fn is_reflected(&self) -> bool {
        self.is_covered() && self.is_evidenced()
    }
}

/// The three counts, beside how many lines there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub lines: u32,
    pub covered: u32,
    pub evidenced: u32,
    pub reflected: u32,
}

/// How each line of a catalogue stood at the end of a day, in the order given.
pub fn coverage(requirements: &[String], actions: &[PlanAction], on: NaiveDate) -> Vec<Line> {
    let standing: Vec<(&PlanAction, ActionTerms)> =
        actions.iter().filter(|action| action.is_entered(on)).map(|action| (action, action.terms_on(on))).collect();
    let line = |requirement: &String| {
        let naming: Vec<&(&PlanAction, ActionTerms)> =
            standing.iter().filter(|(_, terms)| terms.requirements.contains(requirement)).collect();
        let live = || naming.iter().filter(|(_, terms)| terms.is_live(on));
        let state = live().map(|(action, _)| state_known(action, on)).max_by_key(|state| state.worry());
        let confirmed = match state {
            Some(ActionState::EffectConfirmed) => live().filter_map(|(action, _)| confirmed(action, on)).max_by_key(|c| c.on),
            _ => None,
        };
        Line {
            requirement: requirement.clone(),
            answers: naming.iter().map(|(action, terms)| answer(action, terms, on)).collect(),
            state,
            confirmed,
        }
    };
    requirements.iter().map(line).collect()
}

pub fn counts(lines: &[Line]) -> Counts {
    let many = |is: fn(&Line) -> bool| u32::try_from(lines.iter().filter(|line| is(line)).count()).unwrap_or(u32::MAX);
    Counts {
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        covered: many(Line::is_covered),
        evidenced: many(Line::is_evidenced),
        reflected: many(Line::is_reflected),
    }
}

fn answer(action: &PlanAction, terms: &ActionTerms, on: NaiveDate) -> Answer {
    let gaps = [
        (!terms.is_live(on), Gap::Withdrawn),
        (terms.owner_role.trim().is_empty(), Gap::NoOwner),
        (terms.due_on.is_none(), Gap::NoDate),
        (terms.measure.trim().is_empty(), Gap::NoMeasure),
    ];
    let checked = |update: &Update| {
        !update.evidence.trim().is_empty()
            && !update.checked_by.trim().is_empty()
            && !is_owner(&update.checked_by, &terms.owner_role, &terms.organisation)
    };
    Answer {
        action: action.id,
        gaps: gaps.into_iter().filter(|(is, _)| *is).map(|(_, gap)| gap).collect(),
        // What was dropped carries no line, however well it was checked.
        is_evidenced: terms.is_live(on) && action.updates_known(on).any(checked),
        state: state_known(action, on),
    }
}

fn state_known(action: &PlanAction, on: NaiveDate) -> ActionState {
    action.updates_known(on).next_back().map_or(ActionState::NotStarted, |update| update.state)
}

/// The sample behind the state that an action is in.
fn confirmed(action: &PlanAction, on: NaiveDate) -> Option<Confirmed> {
    let update = action.updates_known(on).next_back().filter(|update| update.state == ActionState::EffectConfirmed)?;
    let on = update.sampled_on.unwrap_or(update.day);
    Some(Confirmed { sample: update.sample.clone(), on, checked_by: update.checked_by.clone() })
}
