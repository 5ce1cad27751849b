//! Duties as views: on one case, on a page of a worklist, on any day.

use caseward_domain::duty::{Duty, duties};
use caseward_domain::flag::{Severity, days_late};
use caseward_domain::history::CaseHistory;
use caseward_domain::level::level_in_force;
use caseward_store::{CaseFile, CaseRecord, Counted, Records, Rules, Snooze, StoreError, rest_on};
use chrono::NaiveDate;

use crate::desk::Session;
use crate::names::Names;
use crate::view::{FlagView, SnoozeView};

/// A case with everything that duties follow from.
pub(crate) struct Weighed {
    pub case: CaseRecord,
    pub history: CaseHistory,
    pub duties: Vec<Duty>,
    pub snoozes: Vec<Snooze>,
}

pub(crate) fn weigh(records: &Records<'_>, rules: &Rules, case: CaseRecord) -> Result<Weighed, StoreError> {
    Ok(weigh_file(&records.case_file(case)?, rules))
}

pub(crate) fn weigh_file(file: &CaseFile, rules: &Rules) -> Weighed {
    let history = file.history();
    let duties = duties(&history, &rules.policies, &rules.calendar);
    Weighed { case: file.case.clone(), history, duties, snoozes: file.snoozes.clone() }
}

impl Weighed {
    /// What is owed on a day: late first by how late, then what is coming, soonest first.
    pub fn owed_on(&self, day: NaiveDate, rules: &Rules, names: &Names) -> Vec<FlagView> {
        let mut owed: Vec<FlagView> =
            self.duties.iter().filter(|duty| duty.is_owed_on(day)).map(|duty| self.view(duty, day, rules, names)).collect();
        owed.sort_by_key(|flag| (flag.due_on.is_none(), flag.due_on, flag.rule));
        owed
    }

    pub fn flags_on(&self, day: NaiveDate, rules: &Rules, names: &Names) -> Vec<FlagView> {
        let flags = self.duties.iter().filter(|duty| duty.is_flag_on(day));
        flags.map(|duty| self.view(duty, day, rules, names)).collect()
    }

    pub fn view(&self, duty: &Duty, day: NaiveDate, rules: &Rules, names: &Names) -> FlagView {
        let level = level_in_force(&self.history.levels, day).map(|found| found.level.clone());
        let policy = rules.policies.on(day);
        FlagView {
            reference: self.case.reference.clone(),
            rule: duty.rule,
            subject: duty.subject,
            says: duty.rule.say().to_owned(),
            family: duty.rule.family(),
            severity: duty.due_on.map_or(Severity::NotDueYet, |due| Severity::of(policy, level.as_ref(), due, day)),
            level,
            start_on: duty.start_on,
            due_on: duty.due_on,
            days_late: days_late(duty, day),
            explanation: duty.explanation.clone(),
            team: names.team(self.case.team_id),
            practitioner: names.maybe_person(self.case.practitioner_id),
            snooze: rest_on(&self.snoozes, duty, day).map(|snooze| snooze_view(snooze, names)),
        }
    }
}

pub(crate) fn snooze_view(snooze: &Snooze, names: &Names) -> SnoozeView {
    SnoozeView {
        id: snooze.id,
        until: snooze.until_on,
        by: names.person(snooze.by),
        cause: snooze.cause.clone(),
        reason: snooze.reason.as_str().to_owned(),
    }
}

/// Every flag of a day on the cases that are wanted, worst first: by severity, level and lateness.
pub(crate) fn all_flags_on(
    session: &Session,
    day: NaiveDate,
    rule: Option<caseward_domain::duty::Rule>,
    is_wanted: impl Fn(&CaseRecord) -> bool,
) -> Result<Vec<FlagView>, StoreError> {
    let (records, rules) = (&session.read(), session.rules());
    let names = Names::of(records)?;
    let mut flags = Vec::new();
    let flagged = records.cases_flagged_on(day, rule)?;
    session.progress.begin(Counted::Cases, u64::try_from(flagged.len()).unwrap_or(u64::MAX));
    for id in flagged {
        session.progress.step()?;
        let case = records.case_by_id(id)?.ok_or(StoreError::Unreadable)?;
        if !is_wanted(&case) {
            continue;
        }
        let weighed = weigh(records, rules, case)?;
        flags.extend(weighed.flags_on(day, rules, &names).into_iter().filter(|flag| rule.is_none_or(|rule| flag.rule == rule)));
    }
    for snooze in flags.iter_mut().filter_map(|flag| flag.snooze.as_mut()) {
        snooze.reason = session.case_text(&snooze.reason);
    }
    worst_first(&mut flags, rules, day);
    Ok(flags)
}

pub(crate) fn worst_first(flags: &mut [FlagView], rules: &Rules, day: NaiveDate) {
    let policy = rules.policies.on(day);
    flags.sort_by_cached_key(|f| (f.severity, policy.rank(f.level.as_ref()), f.due_on, f.reference.clone(), f.rule));
}
