//! The period of a summary: two days, both of them in it.

use caseward_domain::date::say_date;
use chrono::NaiveDate;

/// From the first day to the last, both included. What stands "at the end" is counted as at `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The day before the first: what stood then is what the period began with.
    pub fn eve(&self) -> NaiveDate {
        self.from.pred_opt().unwrap_or(NaiveDate::MIN)
    }

    /// `1 July 2026 to 30 September 2026`.
    pub(crate) fn say(&self) -> String {
        format!("{} to {}", say_date(self.from), self.say_end())
    }

    pub(crate) fn say_end(&self) -> String {
        say_date(self.to)
    }
}
