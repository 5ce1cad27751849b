//! What a manager reads before deciding: the version, what was last signed, levels, reviews, flags.

use crate::desk::{CASEWORKERS, Desk};
use crate::error::CommandError;
use crate::flags::{weigh, worst_first};
use crate::items::{stated_level, version_view};
use crate::names::Names;
use crate::view::{FlagView, FloorView, LevelStatedView, LevelView, VersionView, WaitingRow};
use caseward_domain::content::Content;
use caseward_domain::id::VersionId;
use caseward_domain::item::ItemKind;
use caseward_domain::level::RiskLevel;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// What a manager reads before deciding: the version, what was last signed, levels, reviews, flags.
#[derive(Deserialize, TS)]
pub struct ViewDecision {
    pub version_id: VersionId,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionPageView {
    pub waiting: WaitingRow,
    pub version: VersionView,
    /// The latest signed version of the same item, to read beside it.
    pub last_signed: Option<VersionView>,
    /// The level that the version itself states.
    pub practitioners_level: Option<RiskLevel>,
    pub level: Option<LevelView>,
    /// The last three levels stated, newest first.
    pub levels: Vec<LevelStatedView>,
    /// The last three reviews, newest first.
    pub reviews: Vec<ReviewSummaryView>,
    pub flags: Vec<FlagView>,
    /// Levels below which a level would break a floor of the policy. They warn; the level stays the manager's.
    pub floors: Vec<FloorView>,
    /// Of a closure: it closes at the most serious level, with open flags, or soon after a missing episode.
    pub concerns: Vec<String>,
    /// What guidance asks a manager to look for in this kind of item.
    pub look_for: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewSummaryView {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub participation: Option<String>,
    pub reported: bool,
    pub signed_off: bool,
}

pub fn view_decision(desk: &mut Desk, request: ViewDecision) -> Result<DecisionPageView, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let records = session.read();
    let (names, rules, today) = (Names::of(&records)?, session.rules(), session.today());
    let gone = || CommandError::changed("This is not waiting for a decision any more. Open the case to see where it stands.");
    let decided = records.version(request.version_id)?.and_then(|version| version.sign_off);
    if let Some(sign_off) = decided {
        return Err(CommandError::changed(crate::decision::say(&sign_off, &names)));
    }
    let whose = super::list_waiting::Whose::of(session)?;
    let listed = records.waiting_version(request.version_id)?.ok_or_else(gone)?;
    let waiting = super::list_waiting::row(session, &names, &whose, listed);
    let versions = records.versions_of_item(waiting.item_id)?;
    let version = versions.iter().find(|version| version.id == request.version_id).ok_or_else(gone)?;
    let case = records.case_by_id(version.case)?.ok_or_else(gone)?;
    let weighed = weigh(&records, rules, case)?;
    let mut flags = weighed.flags_on(today, rules, &names);
    worst_first(&mut flags, rules, today);
    let mut reviews: Vec<_> = weighed.history.reviews.iter().collect();
    reviews.sort_by_key(|review| std::cmp::Reverse(review.on));
    let (stated, in_force) = (stated_level(&version.content), super::view_case::level(&weighed, today));
    let level = stated.or(in_force.as_ref().map(|found| &found.level)).cloned();
    let concerns = match &version.content {
        Content::Closure(closure) => crate::leaving::concerns(&weighed, rules, stated, closure.closing_on.max(today)),
        _ => Vec::new(),
    };
    Ok(DecisionPageView {
        practitioners_level: stated.cloned(),
        last_signed: versions.iter().rev().find(|other| other.is_signed()).map(|signed| version_view(signed, &names)),
        version: version_view(version, &names),
        level: in_force,
        levels: super::view_case::levels(&weighed, 3),
        reviews: reviews
            .into_iter()
            .take(3)
            .map(|review| ReviewSummaryView {
                on: review.on,
                participation: review.participation.as_ref().map(ToString::to_string),
                reported: review.item.is_none(),
                signed_off: review.signed_on.is_some(),
            })
            .collect(),
        flags,
        floors: crate::floors::floor_views(&records.case_file(weighed.case.clone())?, session.policy(), level.as_ref(), today),
        concerns: crate::leaving::sentences(&concerns),
        look_for: look_for(waiting.kind).iter().map(|text| (*text).to_owned()).collect(),
        waiting,
    })
}

/// What the guidance asks of each kind of work: Working Together 2023, and the thematic inspection of 2014.
fn look_for(kind: ItemKind) -> &'static [&'static str] {
    match kind {
        ItemKind::Assessment => &[
            "Was the child seen, and seen alone?",
            "Does the level follow from what is written, not from a score?",
            "Is harm outside the home looked at in its context: peers, places, online?",
            "Are the child’s own views there, in words that they would know?",
        ],
        ItemKind::Plan => &[
            "Does every action say who does it, for which agency, and by when?",
            "Do the actions answer the risks that the assessment found?",
            "What will be different for the child if it works?",
        ],
        ItemKind::ReviewArrangement => &[
            "Is the date within the interval for the level?",
            "Are the agencies that know the child asked to come?",
            "Is it clear what would bring the review forward?",
        ],
        ItemKind::Review => &[
            "Did the child’s view reach the review, and what changed because of it?",
            "Is the plan progressing, and if not, why?",
            "Does the level still hold?",
        ],
        ItemKind::Closure => &[
            "Is the child safe from exploitation, rather than older or moved?",
            "Are any flags still open, or was there a missing episode in the last 28 days?",
            "Who will notice if it begins again?",
        ],
    }
}
