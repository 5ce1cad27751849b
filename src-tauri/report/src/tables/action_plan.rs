//! Progress of the authority's action plan, by theme.
//!
//! A tick is not progress (DESIGN, section 2): *complete* and *effect confirmed* are counted apart.

use caseward_domain::action_plan::ActionState;
use chrono::NaiveDate;

use super::{count, row, table, total};
use crate::period::Period;
use crate::summary::{Cell, Table};
use crate::words::{count as say_count, how_many, sentence, verb};

/// One action of the authority's plan, as it stood at the end of the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPlanLine {
    /// The theme of its objective.
    pub theme: String,
    /// By its latest update up to the end of the period.
    pub state: ActionState,
    /// `None` for work without a date, which is never late.
    pub due_on: Option<NaiveDate>,
    /// Whether it was past its date and not complete at the end of the period.
    pub late: bool,
}

const COLUMNS: [&str; 10] = [
    "Theme",
    "Actions",
    "Not started",
    "On track",
    "At risk",
    "Off track",
    "Complete",
    "Effect confirmed",
    "Late",
    "Longest (days late)",
];

const NOTES: [&str; 2] = [
    "The state of an action is that of its latest update up to the end of the period; an action without an update is not started.",
    "Late means past its due date and neither complete nor effect confirmed. Complete means that the work is done; effect confirmed means that a sample showed that it worked.",
];

#[derive(Clone, Debug, Default)]
struct Counts {
    by_state: [u64; ActionState::ALL.len()],
    late: u64,
    longest: i64,
}

#[derive(Default)]
pub(crate) struct ActionPlan {
    /// In the order in which the plan names them.
    themes: Vec<(String, Counts)>,
    all: Counts,
}

impl ActionPlan {
    pub fn add(&mut self, period: Period, line: &ActionPlanLine) {
        let days_late = line.due_on.map_or(0, |due| period.to.signed_duration_since(due).num_days());
        self.all.add(line, days_late);
        match self.themes.iter_mut().find(|(theme, _)| *theme == line.theme) {
            Some((_, counts)) => counts.add(line, days_late),
            None => {
                let mut counts = Counts::default();
                counts.add(line, days_late);
                self.themes.push((line.theme.clone(), counts));
            }
        }
    }

    pub fn table(&self, period: Period) -> Table {
        let mut rows: Vec<_> = self.themes.iter().map(|(theme, counts)| row(theme, counts.cells())).collect();
        rows.push(total("All themes", self.all.cells()));
        table("action-plan", "Progress of the action plan by theme", &COLUMNS, rows, self.all.finding(period), &NOTES)
    }
}

impl Counts {
    fn add(&mut self, line: &ActionPlanLine, days_late: i64) {
        for (state, counted) in ActionState::ALL.into_iter().zip(&mut self.by_state) {
            *counted += u64::from(state == line.state);
        }
        if line.late {
            self.late += 1;
            self.longest = self.longest.max(days_late);
        }
    }

    fn actions(&self) -> u64 {
        self.by_state.iter().sum()
    }

    fn in_state(&self, wanted: ActionState) -> u64 {
        ActionState::ALL.into_iter().zip(self.by_state).filter(|(state, _)| *state == wanted).map(|(_, counted)| counted).sum()
    }

    fn cells(&self) -> Vec<Cell> {
        let longest = u32::try_from(self.longest).ok().filter(|_| self.late > 0).map(f64::from);
        let counts = [self.actions()].into_iter().chain(self.by_state).chain([self.late]).map(count);
        counts.chain([Cell::Days { value: longest }]).collect()
    }

    fn finding(&self, period: Period) -> String {
        let actions = self.actions();
        if actions == 0 {
            return format!("The action plan had no actions on {}.", period.say_end());
        }
        let (complete, confirmed) = (self.in_state(ActionState::Complete), self.in_state(ActionState::EffectConfirmed));
        format!(
            "{} stood in the action plan on {}: {} complete, {} with the effect confirmed; {} {} late.",
            sentence(&say_count(actions, "action", "actions")),
            period.say_end(),
            how_many(complete),
            how_many(confirmed),
            how_many(self.late),
            verb(self.late, "was", "were")
        )
    }
}
