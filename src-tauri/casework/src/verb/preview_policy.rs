//! What would fall due under a policy before it is saved.

use std::collections::BTreeMap;

use super::record_policy::{POLICY_MAKERS, read_policy};
use crate::desk::{Desk, READERS_OF_LISTS};
use crate::error::CommandError;
use crate::floors::floor_views;
use crate::verb::RecordPolicy;
use caseward_domain::date::say_date;
use caseward_domain::duty::{Duty, Rule, duties};
use caseward_domain::flag::Severity;
use caseward_domain::level::level_in_force;
use caseward_domain::policy::Policy;
use caseward_domain::reference::CaseReference;
use caseward_store::{CaseFile, Counted, Rules, StoreError};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// What would fall due under a policy before it is saved.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PolicyPreview {
    #[ts(type = "string")]
    pub effective_from: NaiveDate,
    /// The last day that was looked at: 90 days after it takes effect.
    #[ts(type = "string")]
    pub to: NaiveDate,
    pub open_cases: u32,
    /// “17 cases become overdue on 1 January 2027.”
    pub finding: String,
    /// Days on which cases become overdue under this policy that would not be under the present one.
    pub days: Vec<PreviewDay>,
    /// Flags on the day after it takes effect, by rule, as things stand and under this policy.
    pub rules: Vec<PreviewRule>,
    /// Flags that are critically overdue on the day after it takes effect, as things stand and under this policy.
    pub critical_now: u32,
    pub critical_then: u32,
    /// The cases that become overdue sooner: the first 50, soonest first. Empty for a role that sees no list of cases.
    pub cases: Vec<PreviewCase>,
    /// How many become overdue sooner in all, and how many later.
    pub sooner: u32,
    pub later: u32,
    /// Children whose level in force lies below a floor of this policy.
    pub below_floor: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewDay {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub cases: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewRule {
    pub rule: Rule,
    pub says: String,
    pub now: u32,
    pub then: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewCase {
    pub reference: CaseReference,
    pub rule: Rule,
    pub says: String,
    #[ts(type = "string | null")]
    pub due_now: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub due_then: Option<NaiveDate>,
}

pub fn preview_policy(desk: &mut Desk, request: RecordPolicy) -> Result<PolicyPreview, CommandError> {
    let session = desk.signed_in_as(POLICY_MAKERS)?;
    let (policy, policies, _) = read_policy(session, request)?;
    let from = policy.effective_from;
    let to = from.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(from);
    let then = Rules { policies, calendar: session.rules().calendar.clone() };
    let mut found = Found { from, to, named: NAMED, ..Found::default() };
    let records = session.read();
    let open = records.open_case_ids()?;
    session.progress.begin(Counted::Cases, u64::try_from(open.len()).unwrap_or(u64::MAX));
    for id in open {
        session.progress.step()?;
        let case = records.case_by_id(id)?.ok_or(StoreError::Unreadable)?;
        found.weigh(&records.case_file(case)?, session.rules(), &then, &policy);
    }
    if !READERS_OF_LISTS.iter().any(|role| session.may(*role)) {
        found.named = 0;
    }
    Ok(found.view())
}

/// A quarter, which is how often progress is shared.
const DAYS_AHEAD: u64 = 90;

/// How many cases a preview names.
const NAMED: usize = 50;

/// What was found so far, one open case at a time. It supposes that nothing else happens meanwhile.
#[derive(Default)]
struct Found {
    from: NaiveDate,
    to: NaiveDate,
    /// How many cases the view may name.
    named: usize,
    open_cases: u32,
    days: BTreeMap<NaiveDate, u32>,
    rules: BTreeMap<Rule, (u32, u32)>,
    critical: (u32, u32),
    /// By the day on which the case becomes overdue.
    cases: Vec<(NaiveDate, PreviewCase)>,
    later: u32,
    below_floor: u32,
}

impl Found {
    fn weigh(&mut self, file: &CaseFile, now: &Rules, then: &Rules, policy: &Policy) {
        self.open_cases += 1;
        let history = file.history();
        let as_now = duties(&history, &now.policies, &now.calendar);
        let as_then = duties(&history, &then.policies, &then.calendar);
        // A flag stands from the day after its due date, so the day after the first shows what the policy alone changes.
        let second = self.from.succ_opt().unwrap_or(self.from);
        let level = level_in_force(&history.levels, second).map(|found| found.level);
        let critical = |duty: &Duty, policy: &Policy| {
            let severity = duty.due_on.map(|due| Severity::of(policy, level, due, second));
            u32::from(severity == Some(Severity::CriticallyOverdue))
        };
        for duty in as_now.iter().filter(|duty| duty.is_flag_on(second)) {
            self.rules.entry(duty.rule).or_default().0 += 1;
            self.critical.0 += critical(duty, now.policies.on(second));
        }
        for duty in as_then.iter().filter(|duty| duty.is_flag_on(second)) {
            self.rules.entry(duty.rule).or_default().1 += 1;
            self.critical.1 += critical(duty, policy);
        }
        let mut sooner: Vec<(NaiveDate, &Duty, Option<&Duty>)> = Vec::new();
        let mut is_later = false;
        for duty in as_then.iter().filter(|duty| duty.is_owed_on(self.from.max(duty.start_on))) {
            let before = as_now
                .iter()
                .find(|other| (other.rule, other.subject, other.start_on) == (duty.rule, duty.subject, duty.start_on));
            let (flag, flag_before) = (first_flag(duty), before.and_then(first_flag));
            let comes_sooner = flag.filter(|day| flag_before.is_none_or(|before| *day < before));
            if let Some(day) = comes_sooner.filter(|day| self.from <= *day && *day <= self.to) {
                sooner.push((day, duty, before));
            }
            is_later |= flag_before.is_some_and(|before| flag.is_none_or(|day| before < day));
        }
        self.later += u32::from(is_later);
        if let Some((day, duty, before)) = sooner.into_iter().min_by_key(|(day, duty, _)| (*day, duty.rule)) {
            *self.days.entry(day).or_default() += 1;
            let case = PreviewCase {
                reference: file.case.reference.clone(),
                rule: duty.rule,
                says: duty.rule.say().to_owned(),
                due_now: before.and_then(|before| before.due_on),
                due_then: duty.due_on,
            };
            self.cases.push((day, case));
        }
        let level = level_in_force(&history.levels, self.from).map(|found| found.level);
        let broken = floor_views(file, policy, level, self.from).iter().any(|floor| floor.broken);
        self.below_floor += u32::from(broken);
    }

    fn view(mut self) -> PolicyPreview {
        self.cases.sort_by(|(a, one), (b, other)| (a, &one.reference).cmp(&(b, &other.reference)));
        let rule = |(rule, (now, then)): (Rule, (u32, u32))| PreviewRule { rule, says: rule.say().to_owned(), now, then };
        PolicyPreview {
            effective_from: self.from,
            to: self.to,
            open_cases: self.open_cases,
            finding: self.finding(),
            days: self.days.iter().map(|(on, cases)| PreviewDay { on: *on, cases: *cases }).collect(),
            rules: self.rules.into_iter().map(rule).collect(),
            sooner: u32::try_from(self.cases.len()).unwrap_or(u32::MAX),
            later: self.later,
            critical_now: self.critical.0,
            critical_then: self.critical.1,
            cases: self.cases.into_iter().take(self.named).map(|(_, case)| case).collect(),
            below_floor: self.below_floor,
        }
    }

    /// The first day on which cases become overdue, and how many follow.
    fn finding(&self) -> String {
        let so_many = |cases: u32| if cases == 1 { "1 case becomes".to_owned() } else { format!("{cases} cases become") };
        let Some((first, cases)) = self.days.iter().next() else {
            return format!("No case becomes overdue sooner under this policy up to {}.", say_date(self.to));
        };
        let more: u32 = self.days.values().skip(1).sum();
        let then = if more == 0 { String::new() } else { format!(", and {more} more by {}", say_date(self.to)) };
        format!("{} overdue on {}{then}.", so_many(*cases), say_date(*first))
    }
}

/// The first day on which a duty is a flag, if it is not met or ended by then.
fn first_flag(duty: &Duty) -> Option<NaiveDate> {
    let day = duty.due_on?.max(duty.start_on).succ_opt()?;
    duty.is_flag_on(day).then_some(day)
}
