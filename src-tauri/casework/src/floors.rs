//! The floors of the policy that hold of one child: they warn, and set nothing.

use caseward_domain::content::Content;
use caseward_domain::floor::{FloorFacts, floors};
use caseward_domain::level::RiskLevel;
use caseward_domain::policy::Policy;
use caseward_store::CaseFile;
use chrono::NaiveDate;

use crate::view::FloorView;

/// What floor rules ask about a child: the facts of the case, with the evidence of harm of its latest assessment.
pub(crate) fn floor_facts(file: &CaseFile, today: NaiveDate) -> FloorFacts {
    let assessed = file.latest().filter_map(|version| match &version.content {
        Content::Assessment(assessment) => Some((assessment.completed_on, version.written_at, &assessment.evidence_of_harm)),
        _ => None,
    });
    let latest_harm = assessed.max_by_key(|(on, at, _)| (*on, *at)).map(|(_, _, harm)| harm.clone());
    let missing = file.episodes.iter().filter(|episode| episode.missing_from.on <= today);
    FloorFacts {
        age_at_referral: file.case.facts.age_at_referral,
        evidence_of_harm: latest_harm.or_else(|| file.case.facts.evidence_of_harm.clone()),
        last_missing_on: missing.map(|episode| episode.returned.map_or(today, |returned| returned.on)).max(),
        placed_out_of_area: file.case.facts.placed_out_of_area,
    }
}

/// The floors that hold of the child, each with whether this level lies below it.
pub(crate) fn floor_views(file: &CaseFile, policy: &Policy, level: Option<&RiskLevel>, today: NaiveDate) -> Vec<FloorView> {
    let found = floors(policy, &floor_facts(file, today), today);
    let view = |floor: caseward_domain::floor::Floor| FloorView {
        broken: floor.is_broken_by(policy, level),
        at_least: floor.at_least,
        says: floor.says,
    };
    found.into_iter().map(view).collect()
}
