//! Slippage: every due date that was moved is kept, with when, from what, to what, by whom and why. A plan whose dates move in
//! silence is always on time.

use chrono::NaiveDate;

use super::{ActionTerms, PlanAction};
use crate::id::PersonId;

/// One due date that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub on: NaiveDate,
    pub from: NaiveDate,
    /// `None` where the date was taken away.
    pub to: Option<NaiveDate>,
    pub by: Option<PersonId>,
    pub why: String,
}

impl Moved {
    /// Days by which it was put off; negative where it was brought forward.
    pub fn days(&self) -> Option<i64> {
        self.to.map(|to| to.signed_duration_since(self.from).num_days())
    }
}

/// The dates that had been moved by the end of a day, oldest first. A first date given to an action without one moves nothing.
pub fn slippage(action: &PlanAction, on: NaiveDate) -> Vec<Moved> {
    let mut after: ActionTerms = action.terms.clone();
    let mut moved = Vec::new();
    for change in action.changes.iter().rev() {
        let before = after.before(&change.before);
        if let Some(from) = before.due_on
            && before.due_on != after.due_on
            && change.on <= on
        {
            moved.push(Moved { on: change.on, from, to: after.due_on, by: change.by, why: change.why.clone() });
        }
        after = before;
    }
    moved.reverse();
    moved
}
