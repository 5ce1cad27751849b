//! The authority-wide action plan: objectives by theme, actions with an owner, a date and a measure, and dated updates.
//!
//! A tick is not progress (DESIGN, section 2): the last state of an action is "effect confirmed by a sample", not "done".

mod action;
mod amount;
mod catalogue;
mod coverage;
mod finish;
mod slippage;

#[cfg(test)]
mod tests;

pub use action::{ActionChange, ActionTerms, Former, PlanAction, Update, is_owner};
pub use amount::{Amount, Distance, distance};
pub use catalogue::Catalogue;
pub use coverage::{Answer, Confirmed, Counts, Gap, Line, counts, coverage};
pub use finish::{Finish, NotTold, Value, finish};
pub use slippage::{Moved, slippage};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an action stands, by its latest update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    NotStarted,
    OnTrack,
    AtRisk,
    OffTrack,
    Complete,
    EffectConfirmed,
}

impl ActionState {
    pub const ALL: [ActionState; 6] = [
        ActionState::NotStarted,
        ActionState::OnTrack,
        ActionState::AtRisk,
        ActionState::OffTrack,
        ActionState::Complete,
        ActionState::EffectConfirmed,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            ActionState::NotStarted => "not_started",
            ActionState::OnTrack => "on_track",
            ActionState::AtRisk => "at_risk",
            ActionState::OffTrack => "off_track",
            ActionState::Complete => "complete",
            ActionState::EffectConfirmed => "effect_confirmed",
        }
    }

    pub fn say(self) -> &'static str {
        match self {
            ActionState::NotStarted => "Not started",
            ActionState::OnTrack => "On track",
            ActionState::AtRisk => "At risk",
            ActionState::OffTrack => "Off track",
            ActionState::Complete => "Complete",
            ActionState::EffectConfirmed => "Effect confirmed",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// For a line of guidance that several actions answer: the least advanced of them speaks for it.
    pub(crate) fn worry(self) -> u8 {
        match self {
            ActionState::EffectConfirmed => 0,
            ActionState::Complete => 1,
            ActionState::OnTrack => 2,
            ActionState::NotStarted => 3,
            ActionState::AtRisk => 4,
            ActionState::OffTrack => 5,
        }
    }

    pub fn is_finished(self) -> bool {
        matches!(self, ActionState::Complete | ActionState::EffectConfirmed)
    }
}

/// Whether an action is late on a day: past its due date and not complete by its latest update. One without a date is never
/// late; coverage says that it has none.
pub fn is_late(due_on: Option<NaiveDate>, state: ActionState, on: NaiveDate) -> bool {
    due_on.is_some_and(|due| due < on) && !state.is_finished()
}
