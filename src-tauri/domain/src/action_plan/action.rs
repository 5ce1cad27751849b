//! One action with everything that was ever said about it, so that it can be read as at any day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::ActionState;
use crate::id::{ActionId, PersonId};

/// What an action says: who does what by when, how it will be known to have worked, which lines of guidance it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionTerms {
    pub title: String,
    /// By role, never by name; empty: not known yet.
    pub owner_role: String,
    /// Empty: not known yet.
    pub organisation: String,
    pub partners: String,
    pub start_on: Option<NaiveDate>,
    /// `None` for work that a workbook calls "ongoing": such an action covers nothing.
    pub due_on: Option<NaiveDate>,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    /// Ids of requirements, in order, each once.
    pub requirements: Vec<String>,
    /// From this day on it is no longer part of the plan.
    pub withdrawn_on: Option<NaiveDate>,
}

/// What differed before a change, by the names of [`ActionTerms`]. A register of an earlier version kept due dates alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Former(pub Map<String, Value>);

/// One change of an action, kept for ever.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionChange {
    /// The civil day on which it was made.
    pub on: NaiveDate,
    /// `None` where an earlier version of the register did not keep it.
    pub by: Option<PersonId>,
    /// Why, where a reason was asked; else empty.
    pub why: String,
    pub before: Former,
}

/// A dated update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The day that it is about.
    pub day: NaiveDate,
    pub state: ActionState,
    pub progress: String,
    /// Where the measure stood on that day; empty: not said.
    pub now: String,
    pub evidence: String,
    /// By role; empty: nobody has checked the evidence.
    pub checked_by: String,
    /// The reference of the sample that confirmed the effect; empty: none.
    pub sample: String,
    pub sampled_on: Option<NaiveDate>,
    pub by: PersonId,
    /// The civil day on which it was entered.
    pub recorded_on: NaiveDate,
}

/// An action with its past.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanAction {
    pub id: ActionId,
    /// The civil day on which it was entered; `None`: before the register kept it.
    pub entered_on: Option<NaiveDate>,
    /// As it stands now.
    pub terms: ActionTerms,
    /// Oldest first.
    pub changes: Vec<ActionChange>,
    /// By day, then by when they were entered.
    pub updates: Vec<Update>,
}

impl ActionTerms {
    /// What a change to `new` leaves behind; empty where nothing differs.
    pub fn left_for(&self, new: &ActionTerms) -> Former {
        let new = fields(new);
        Former(fields(self).into_iter().filter(|(name, value)| new.get(name) != Some(value)).collect())
    }

    /// These terms as they were before a change. What does not read is left as it is.
    pub fn before(&self, former: &Former) -> ActionTerms {
        let mut all = fields(self);
        all.extend(former.0.clone());
        serde_json::from_value(Value::Object(all)).unwrap_or_else(|_| self.clone())
    }

    /// Whether the action is part of the plan on a day.
    pub fn is_live(&self, on: NaiveDate) -> bool {
        self.withdrawn_on.is_none_or(|withdrawn| on < withdrawn)
    }
}

fn fields(terms: &ActionTerms) -> Map<String, Value> {
    match serde_json::to_value(terms) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

impl PlanAction {
    /// What it said at the end of a day; before it was entered, what it said first.
    pub fn terms_on(&self, on: NaiveDate) -> ActionTerms {
        let later = self.changes.iter().rev().take_while(|change| change.on > on);
        later.fold(self.terms.clone(), |terms, change| terms.before(&change.before))
    }

    /// Whether it stood in the register by the end of a day.
    pub fn is_entered(&self, on: NaiveDate) -> bool {
        self.entered_on.is_none_or(|entered| entered <= on)
    }

    /// Updates about days up to `on`, whenever they were entered.
    pub fn updates_about(&self, on: NaiveDate) -> impl DoubleEndedIterator<Item = &Update> {
        self.updates.iter().filter(move |update| update.day <= on)
    }

    /// Updates that stood in the register by the end of a day.
    pub fn updates_known(&self, on: NaiveDate) -> impl DoubleEndedIterator<Item = &Update> {
        self.updates_about(on).filter(move |update| update.recorded_on <= on)
    }

    /// Where it stood on a day, by the latest update about a day up to it.
    pub fn state_on(&self, on: NaiveDate) -> ActionState {
        self.updates_about(on).next_back().map_or(ActionState::NotStarted, |update| update.state)
    }
}

/// Whether somebody, as written, is the owner of an action: the role, alone or with the organisation.
pub fn is_owner(somebody: &str, role: &str, organisation: &str) -> bool {
    let (somebody, role, organisation) = (words(somebody), words(role), words(organisation));
    somebody == role || somebody == format!("{role}{organisation}") || somebody == format!("{organisation}{role}")
}

/// Letters and digits alone, so that "Head of safeguarding." is "head of Safeguarding".
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
