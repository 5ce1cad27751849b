//! A manager's decision on one version: signed off, or returned with what to do instead.
//!
//! Inspectors asked in 2014 that managers sign off all assessments, plans and case review arrangements, assess the
//! level of risk and ensure that plans progress. So a sign-off states a level and says whether the plan progresses.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::Progressing;
use crate::id::PersonId;
use crate::item::{Version, VersionHash, VersionState};
use crate::level::RiskLevel;
use crate::role::Role;
use crate::text::CaseText;

/// What the manager decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    SignedOff,
    Returned,
}

impl Outcome {
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::SignedOff => "signed_off",
            Outcome::Returned => "returned",
        }
    }
}

/// What the manager says of the version that they read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub outcome: Outcome,
    /// The hash of the version that was on the page.
    pub hash: VersionHash,
    pub level: Option<RiskLevel>,
    pub plan_progressing: Option<Progressing>,
    /// Why the level differs from the one that the manager met, or what to do instead.
    pub reason: CaseText,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefused {
    #[error("Only a manager signs off or returns work. Ask a manager to decide this.")]
    NotAManager,
    #[error("You wrote part of this version, so you cannot decide it. Ask another manager.")]
    OwnWork,
    #[error("This version is not waiting for a decision. Open the case to see where it stands.")]
    NotWaiting,
    #[error("This version has been decided already. Open the case to see by whom.")]
    AlreadyDecided,
    #[error("This item changed after you opened it. Open it again and read the version that is there now.")]
    Changed,
    #[error("State the level of risk, in your own judgement.")]
    LevelMissing,
    #[error("Your level differs from the one that stood before. Say why.")]
    LevelReasonMissing,
    #[error("Say whether the plan is progressing.")]
    ProgressMissing,
    #[error("Say what to do instead, so that the author can put it right.")]
    ReturnReasonMissing,
}

/// Whether this person may take this decision on this version, as it stands now. The level met is the one that the version
/// states, or else the one in force.
pub fn decide(
    version: &Version,
    level_met: Option<&RiskLevel>,
    decision: &Decision,
    by: PersonId,
    roles: &[Role],
) -> Result<(), DecisionRefused> {
    if !roles.contains(&Role::Manager) {
        return Err(DecisionRefused::NotAManager);
    }
    if version.authors.contains(&by) {
        return Err(DecisionRefused::OwnWork);
    }
    if decision.hash != version.hash {
        return Err(DecisionRefused::Changed);
    }
    match version.state {
        VersionState::Submitted { .. } => {}
        VersionState::Recorded => return Err(DecisionRefused::NotWaiting),
        VersionState::SignedOff(_) | VersionState::Returned(_) => {
            return Err(DecisionRefused::AlreadyDecided);
        }
    }
    match decision.outcome {
        Outcome::Returned if decision.reason.is_empty() => Err(DecisionRefused::ReturnReasonMissing),
        Outcome::Returned => Ok(()),
        Outcome::SignedOff => {
            let level = decision.level.as_ref().ok_or(DecisionRefused::LevelMissing)?;
            if decision.plan_progressing.is_none() {
                return Err(DecisionRefused::ProgressMissing);
            }
            let differs = level_met.is_some_and(|met| met != level);
            if differs && decision.reason.is_empty() { Err(DecisionRefused::LevelReasonMissing) } else { Ok(()) }
        }
    }
}

/// The bytes that a signer's key signs: the decision, the version's hash, who and when.
pub fn signed_bytes(decision: &Decision, by: PersonId, at: chrono::DateTime<chrono::Utc>) -> Vec<u8> {
    let level = decision.level.as_ref().map_or("", RiskLevel::as_str);
    let progressing = match decision.plan_progressing {
        Some(Progressing::Yes) => "yes",
        Some(Progressing::Partly) => "partly",
        Some(Progressing::No) => "no",
        None => "",
    };
    let at = at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
    let (outcome, hash, reason) = (decision.outcome.as_str(), &decision.hash.0, decision.reason.as_str());
    format!("caseward-decision-1\n{outcome}\n{hash}\n{level}\n{progressing}\n{by}\n{at}\n{reason}").into_bytes()
}
