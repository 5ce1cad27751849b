//! Sign-offs that a tracker reported, counted apart: nothing reported ever becomes a sign-off (DESIGN, section 4).

use caseward_domain::history::CaseHistory;
use caseward_domain::item::ItemKind;
use chrono::NaiveDate;

use super::{count, row, table};
use crate::summary::Table;
use crate::words::{count as say_count, sentence};

const COLUMNS: [&str; 3] = ["Kind of item", "Open cases with a reported sign-off", "Of those, signed off here since"];

const NOTES: [&str; 1] = [
    "A tracker said that these were signed off before the case was brought in. No manager signed them here, so they count as sign-offs nowhere in this summary. The last column says on how many of these cases a manager has since signed off an item of the kind.",
];

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    reported: u64,
    signed_since: u64,
}

#[derive(Default)]
pub(crate) struct ReportedSignOffs {
    assessments: Counts,
    plans: Counts,
}

impl ReportedSignOffs {
    /// Adds a case that is open on this day.
    pub fn add(&mut self, on: NaiveDate, history: &CaseHistory) {
        let signed = |kind| history.items_of(kind).filter_map(|item| item.first_signed_on()).any(|day| day <= on);
        if history.reported.assessment_signed_off {
            self.assessments.add(signed(ItemKind::Assessment));
        }
        if history.reported.plan_signed_off {
            self.plans.add(signed(ItemKind::Plan));
        }
    }

    pub fn table(&self) -> Table {
        let cells = |counts: &Counts| vec![count(counts.reported), count(counts.signed_since)];
        let rows = vec![row("Assessment", cells(&self.assessments)), row("Plan", cells(&self.plans))];
        table("reported-sign-offs", "Sign-offs that a tracker reported", &COLUMNS, rows, self.finding(), &NOTES)
    }

    fn finding(&self) -> String {
        let (assessments, plans) = (self.assessments.reported, self.plans.reported);
        if assessments + plans == 0 {
            return "No tracker reported a sign-off of an open case.".to_owned();
        }
        let assessments = sentence(&say_count(assessments, "assessment", "assessments"));
        let plans = say_count(plans, "plan", "plans");
        format!(
            "{assessments} and {plans} of open cases were reported as signed off by a tracker; none of these counts as a sign-off."
        )
    }
}

impl Counts {
    fn add(&mut self, signed_since: bool) {
        self.reported += 1;
        self.signed_since += u64::from(signed_since);
    }
}
