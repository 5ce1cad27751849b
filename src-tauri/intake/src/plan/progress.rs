//! What a cell of progress says. Caseward writes "On track: what happened" with lines for the value of the measure, the evidence,
//! who checked it and the sample; other people write a sentence. Both are read, so that a plan that goes out comes back the same.

use caseward_domain::action_plan::ActionState;
use chrono::NaiveDate;

use super::heading::About;
use super::state;
use super::when::{When, read_text};

/// An update as a workbook says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanUpdate {
    pub about: About,
    /// As the words say it; `None`: they do not.
    pub state: Option<ActionState>,
    pub text: String,
    pub now: String,
    pub evidence: String,
    pub checked_by: String,
    pub sample: String,
    pub sampled_on: Option<NaiveDate>,
}

impl PlanUpdate {
    pub(crate) fn new(about: About, state: Option<ActionState>, text: String) -> Self {
        let empty = String::new;
        Self { about, state, text, now: empty(), evidence: empty(), checked_by: empty(), sample: empty(), sampled_on: None }
    }
}

/// The labels of the lines below the first, as they are written and read.
pub const NOW: &str = "Now";
pub const EVIDENCE: &str = "Evidence";
pub const CHECKED_BY: &str = "Checked by";
pub const SAMPLE: &str = "Sample";

/// The updates of a cell, in order.
pub(crate) fn read(text: &str, about: About, today: NaiveDate) -> Vec<PlanUpdate> {
    let mut updates: Vec<PlanUpdate> = Vec::new();
    let mut after_gap = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            after_gap = true;
            continue;
        }
        let begins = after_gap && (updates.is_empty() || state::prefix(line).is_some());
        after_gap = false;
        match updates.last_mut() {
            Some(update) if !begins => add(update, line, today),
            _ => {
                let mut update = PlanUpdate::new(about, state::begins(line).and_then(state::Said::state), String::new());
                update.state = state::prefix(line).map(|(state, _)| state).or(update.state);
                add(&mut update, line, today);
                updates.push(update);
            }
        }
    }
    updates
}

fn add(update: &mut PlanUpdate, line: &str, today: NaiveDate) {
    let labelled = line.split_once(':').map(|(label, rest)| (label.trim().to_lowercase(), rest.trim().to_owned()));
    match labelled {
        Some((label, rest)) if label == NOW.to_lowercase() => update.now = rest,
        Some((label, rest)) if label == EVIDENCE.to_lowercase() => update.evidence = rest,
        Some((label, rest)) if label == CHECKED_BY.to_lowercase() => update.checked_by = rest,
        Some((label, rest)) if label == SAMPLE.to_lowercase() => match rest.rsplit_once(',') {
            Some((sample, on)) => match read_text(on, today) {
                When::Day(day) => (update.sample, update.sampled_on) = (sample.trim().to_owned(), Some(day)),
                _ => update.sample = rest,
            },
            None => update.sample = rest,
        },
        _ => {
            let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let gap = if update.text.is_empty() { "" } else { " " };
            update.text.push_str(gap);
            update.text.push_str(&words);
        }
    }
}

/// Takes "On track: " off, where the state is the update's own: what is left are the words.
pub(crate) fn without_prefix(update: &mut PlanUpdate) {
    if let Some((state, rest)) = state::prefix(&update.text)
        && Some(state) == update.state
    {
        update.text = if rest.is_empty() { state.say().to_owned() } else { rest.to_owned() };
    }
}
