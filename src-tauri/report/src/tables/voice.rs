//! The child's voice: of the reviews held in the period, at how many the child's view reached the review.
//!
//! By the participation codes of the children looked-after data return: PN0 is a child under 4, who is not expected to
//! give a view; PN4 and PN7 mean that no view reached the review.

use caseward_domain::code::Code;
use caseward_domain::history::CaseHistory;

use super::{measure, rate_rows, table};
use crate::period::Period;
use crate::rate::Rate;
use crate::summary::Table;
use crate::words::{count as say_count, number};

/// A child under 4 at the time of the review.
const UNDER_4: &str = "PN0";

const COLUMNS: [&str; 2] = ["Measure", "Number"];

const NOTES: [&str; 3] = [
    "Counted is every review held in the period, those that a tracker reported among them.",
    "The child’s view reached the review if the child spoke, conveyed views, briefed an advocate or sent views (PN1, PN2, PN3, PN5, PN6). It did not if the child attended without contributing or sent nothing (PN4, PN7).",
    "The per cent leaves out reviews of a child under 4 (PN0) and those without a participation code. The worst case counts those without a code as not reached.",
];

/// Whether the child's view reached a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voiced {
    Reached,
    NotReached,
    /// Not to be expected.
    UnderFour,
    NotRecorded,
}

impl Voiced {
    /// By the participation code of the review, and whether that code means that the view reached it.
    pub fn of(participation: Option<&Code>, voice_heard: bool) -> Self {
        match participation {
            None => Self::NotRecorded,
            Some(code) if code.as_str() == UNDER_4 => Self::UnderFour,
            Some(_) if voice_heard => Self::Reached,
            Some(_) => Self::NotReached,
        }
    }
}

#[derive(Default)]
pub(crate) struct Voice {
    reached: u64,
    not_reached: u64,
    under_4: u64,
    not_recorded: u64,
    reported: u64,
}

impl Voice {
    pub fn add(&mut self, period: Period, history: &CaseHistory) {
        for review in history.reviews.iter().filter(|review| period.holds(review.on)) {
            *match Voiced::of(review.participation.as_ref(), review.voice_heard) {
                Voiced::Reached => &mut self.reached,
                Voiced::NotReached => &mut self.not_reached,
                Voiced::UnderFour => &mut self.under_4,
                Voiced::NotRecorded => &mut self.not_recorded,
            } += 1;
            self.reported += u64::from(review.item.is_none());
        }
    }

    pub fn table(&self) -> Table {
        let held = self.reached + self.not_reached + self.under_4 + self.not_recorded;
        let rate = Rate { hits: self.reached, misses: self.not_reached, not_recorded: self.not_recorded };
        let mut rows = vec![
            measure("Reviews held in the period", held),
            measure("The child’s view reached the review", self.reached),
            measure("The child’s view did not reach the review", self.not_reached),
            measure("Not applicable: the child was under 4", self.under_4),
            measure("Not recorded", self.not_recorded),
        ];
        rows.extend(rate_rows("The child’s view reached the review", rate));
        rows.push(measure("Reviews reported by a tracker, among those held", self.reported));
        table("child-voice", "The child’s voice at reviews", &COLUMNS, rows, self.finding(held, rate), &NOTES)
    }

    fn finding(&self, held: u64, rate: Rate) -> String {
        if held == 0 {
            return "No review was held in the period.".to_owned();
        }
        let reached = if self.reached == 0 { "no review".to_owned() } else { number(self.reached) };
        let silent = match self.not_recorded {
            0 => String::new(),
            n => format!(" For {} it is not recorded how the child took part.", number(n)),
        };
        let young = match self.under_4 {
            n if n > 0 && rate.worst().is_some() => format!(" The per cent leaves out {} of a child under 4.", number(n)),
            _ => String::new(),
        };
        let held = say_count(held, "review", "reviews");
        format!("Of {held} held in the period, the child’s view reached {reached}{}.{silent}{young}", rate.say())
    }
}
