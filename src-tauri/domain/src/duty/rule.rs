//! The rules of the first release, by the names that the design gives them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $family:ident, $say:literal;)*) => {
        /// What is owed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Rule {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Rule {
            pub const ALL: &'static [Rule] = &[$(Rule::$variant),*];

            pub fn as_str(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }

            /// The flag in plain words, as a list shows it.
            pub fn say(self) -> &'static str {
                match self { $(Rule::$variant => $say,)* }
            }

            pub fn family(self) -> Family {
                match self { $(Rule::$variant => Family::$family,)* }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.as_str() == text)
            }
        }
    };
}

rules! {
    /// A first review by the earlier of the date arranged and opening plus the interval of the level.
    NeverReviewed = "never_reviewed", NoReview, "Never reviewed";
    /// An open case has a date for its next review, from the day it opened or was last reviewed.
    NoNextReviewDate = "no_next_review_date", NoReview, "No date for the next review";
    /// That date is within the interval, and the ceiling, of the last review or of opening.
    NextReviewTooLate = "next_review_too_late", NoReview, "Next review is too late";
    /// A review held by the earlier of the date arranged and the last review plus the interval.
    ReviewOverdue = "review_overdue", NoReview, "Review overdue";
    /// A held review signed off in time.
    ReviewNotSigned = "review_not_signed", NoReview, "Review not signed off";
    /// The child's view reached each review.
    ReviewWithoutVoice = "review_without_voice", NoReview, "Review without the child’s view";
    /// An assessment authorised in time from opening.
    AssessmentNotSigned = "assessment_not_signed", SignOff, "Assessment not signed off";
    /// A plan signed in time after the assessment.
    PlanNotSigned = "plan_not_signed", SignOff, "Plan not signed off";
    /// A review arrangement signed in time after the assessment.
    ArrangementNotSigned = "arrangement_not_signed", SignOff, "Review arrangement not signed off";
    /// A submitted item decided in time.
    DecisionWaiting = "decision_waiting", SignOff, "Waiting for a manager’s decision";
    /// A changed item, or one that was returned, submitted again in time.
    ChangedSinceSigned = "changed_since_signed", SignOff, "Changed since it was signed";
    /// A plan action done by its date.
    ActionOverdue = "action_overdue", Progress, "Plan action overdue";
    /// A progress update on each live plan.
    PlanNotUpdated = "plan_not_updated", Progress, "Plan not updated";
    /// A return interview held in time.
    ReturnInterview = "return_interview", Missing, "Return interview not held";
    /// Every open case has a level that the policy knows.
    LevelMissing = "level_missing", Risk, "No level of risk";
}

/// The group to which a rule belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    NoReview,
    SignOff,
    Progress,
    Missing,
    Risk,
}

impl Family {
    pub fn as_str(self) -> &'static str {
        match self {
            Family::NoReview => "no_review",
            Family::SignOff => "sign_off",
            Family::Progress => "progress",
            Family::Missing => "missing",
            Family::Risk => "risk",
        }
    }
}
