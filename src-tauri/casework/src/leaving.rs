//! What is named of a case that leaves the list: to the manager before signing, in the audit event, in the case's history.

use caseward_domain::content::{Closure, Content};
use caseward_domain::history::Period;
use caseward_domain::leaving::{LeavingConcern, leaving_concerns};
use caseward_domain::level::RiskLevel;
use caseward_report::LevelAtClosing;
use caseward_store::{CaseFile, Rules, SignOffRecord, VersionRecord, civil};
use chrono::NaiveDate;

use crate::flags::Weighed;

/// What is named of a case that closes on a day, at the level that is stated or else at the one in force.
pub(crate) fn concerns(weighed: &Weighed, rules: &Rules, stated: Option<&RiskLevel>, on: NaiveDate) -> Vec<LeavingConcern> {
    leaving_concerns(&weighed.history, &rules.policies, &rules.calendar, stated, on)
}

pub(crate) fn sentences(concerns: &[LeavingConcern]) -> Vec<String> {
    concerns.iter().map(LeavingConcern::says).collect()
}

/// Each once, by name, for an audit event.
pub(crate) fn names(concerns: &[LeavingConcern]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = concerns
        .iter()
        .map(|concern| match concern {
            LeavingConcern::MostSeriousLevel { .. } => "most_serious_level",
            LeavingConcern::OpenFlags { .. } => "open_flags",
            LeavingConcern::RecentlyMissing { .. } => "recently_missing",
        })
        .collect();
    names.dedup();
    names
}

/// The levels at which a case's closures were signed off.
pub(crate) fn levels_at_closing(file: &CaseFile) -> Vec<LevelAtClosing> {
    let signed = file.versions.iter().filter(|version| version.is_signed());
    let periods = file.history().periods;
    let level = |version: &VersionRecord| match &version.content {
        Content::Closure(closure) => {
            let sign_off = version.sign_off.as_ref()?;
            let level = sign_off.decision.level.clone()?;
            Some(LevelAtClosing { closed_on: closed_on(closure, sign_off, &periods), level })
        }
        _ => None,
    };
    signed.filter_map(level).collect()
}

/// The day on which a signed closure closed its case: that of signing. In a register of an earlier version it may have been the
/// day that the closure names.
fn closed_on(closure: &Closure, sign_off: &SignOffRecord, periods: &[Period]) -> NaiveDate {
    let signed_on = civil(sign_off.at);
    let is_signing = periods.iter().any(|period| period.closed_on == Some(signed_on));
    if is_signing { signed_on } else { closure.closing_on }
}

/// What followed a signed closure, as the case's history says it: `, and the case closed at high, with 2 flags open`.
pub(crate) fn closed(version: &VersionRecord, weighed: &Weighed, rules: &Rules) -> String {
    let (Content::Closure(closure), Some(sign_off)) = (&version.content, &version.sign_off) else { return String::new() };
    let closed_on = closed_on(closure, sign_off, &weighed.history.periods);
    let found = concerns(weighed, rules, sign_off.decision.level.as_ref(), closed_on);
    let mut says = ", and the case closed".to_owned();
    let mut last_return: Option<NaiveDate> = None;
    let mut is_missing = false;
    for concern in &found {
        match concern {
            LeavingConcern::MostSeriousLevel { level, .. } => says.push_str(&format!(" at {}", level.as_str())),
            LeavingConcern::OpenFlags { flags, .. } => {
                let count: u32 = flags.iter().map(|flag| flag.count).sum();
                says.push_str(&if count == 1 { ", with 1 flag open".to_owned() } else { format!(", with {count} flags open") });
            }
            LeavingConcern::RecentlyMissing { returned_on, .. } => {
                is_missing |= returned_on.is_none();
                last_return = last_return.max(*returned_on);
            }
        }
    }
    match last_return.map(|returned| closed_on.signed_duration_since(returned).num_days()) {
        _ if is_missing => says.push_str(", while the child was missing"),
        Some(0) => says.push_str(", on the day of a return from a missing episode"),
        Some(days) => says.push_str(&format!(", {} after a missing episode", caseward_domain::date::say_days(days))),
        None => {}
    }
    says
}
