//! By when the next review of a case is due: worked out from level and interval, and every date set beside it.

use caseward_domain::duty::{Rule, duties};
use caseward_domain::history::CaseHistory;
use caseward_store::{ArrangedBy, CaseFile, Rules, VersionRecord};
use chrono::NaiveDate;

use crate::names::Names;
use crate::view::{ReviewDateView, ReviewDatesView};

pub(crate) fn of_case(file: &CaseFile, history: &CaseHistory, rules: &Rules, names: &Names, today: NaiveDate) -> ReviewDatesView {
    // What the duty function owes when nobody arranged anything is owed by level and interval alone.
    let nothing_arranged = CaseHistory { arranged: Vec::new(), ..history.clone() };
    let by_level = duties(&nothing_arranged, &rules.policies, &rules.calendar);
    let owed = by_level
        .into_iter()
        .find(|duty| matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue) && duty.is_owed_on(today));
    let author = |version: &VersionRecord| version.authors.last().map(|id| names.person(*id)).unwrap_or_default();
    let by_hand = file.next_dates().into_iter().map(|(date, arranged_by)| {
        let (source, by, reason) = match arranged_by {
            ArrangedBy::Reported => ("reported", String::new(), String::new()),
            ArrangedBy::Arrangement(version) => ("review_arrangement", author(version), String::new()),
            ArrangedBy::Review(version) => ("review", author(version), String::new()),
            ArrangedBy::Hand(set) => ("by_hand", names.person(set.by), set.reason.as_str().to_owned()),
        };
        ReviewDateView { next_review_on: date.next_review_on, set_on: date.arranged_on, by, source: source.to_owned(), reason }
    });
    ReviewDatesView {
        computed: owed.as_ref().and_then(|duty| duty.due_on),
        computed_says: owed.map(|duty| duty.explanation).unwrap_or_default(),
        by_hand: by_hand.collect(),
    }
}
