//! The numbers of a period, gathered one case at a time, so that a register of a million cases never stands in memory.
//!
//! Each table keeps its own counts; nothing here keeps anything of a case but numbers. The order of cases never matters.

use caseward_domain::duty::Duty;
use caseward_domain::history::CaseHistory;
use caseward_domain::policy::PolicyHistory;
use chrono::{DateTime, Utc};

use crate::chart::charts;
use crate::method::method;
use crate::period::Period;
use crate::summary::{Profile, Summary};
use crate::tables::action_plan::{ActionPlan, ActionPlanLine};
use crate::tables::cases::Cases;
use crate::tables::causes::Causes;
use crate::tables::interviews::ReturnInterviews;
use crate::tables::leaving::{Leaving, LevelAtClosing};
use crate::tables::no_review::NoReviewFlags;
use crate::tables::plan_actions::PlanActions;
use crate::tables::plan_updates::PlanUpdates;
use crate::tables::reported::ReportedSignOffs;
use crate::tables::sign_offs::SignOffs;
use crate::tables::voice::Voice;

/// Where and when a summary was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    pub authority: String,
    pub made_at: DateTime<Utc>,
    /// The head of the audit chain, in hexadecimal.
    pub audit_head: String,
}

/// The counts so far.
pub struct SummaryFold {
    period: Period,
    policies: PolicyHistory,
    cases: Cases,
    no_review: NoReviewFlags,
    sign_offs: SignOffs,
    reported: ReportedSignOffs,
    plan_actions: PlanActions,
    plan_updates: PlanUpdates,
    interviews: ReturnInterviews,
    voice: Voice,
    leaving: Leaving,
    causes: Causes,
    action_plan: ActionPlan,
}

impl SummaryFold {
    pub fn new(period: Period, policies: &PolicyHistory) -> Self {
        let at_end = policies.on(period.to);
        Self {
            period,
            policies: policies.clone(),
            cases: Cases::new(at_end),
            no_review: NoReviewFlags::new(),
            sign_offs: SignOffs::default(),
            reported: ReportedSignOffs::default(),
            plan_actions: PlanActions::default(),
            plan_updates: PlanUpdates::default(),
            interviews: ReturnInterviews::new(at_end.clocks.return_interview_hours),
            voice: Voice::default(),
            leaving: Leaving::default(),
            causes: Causes::default(),
            action_plan: ActionPlan::default(),
        }
    }

    /// Adds one case, once, with the duties that [`caseward_domain::duty::duties`] finds for it and the levels at which its
    /// closures were signed off.
    pub fn add(&mut self, history: &CaseHistory, duties: &[Duty], closed_at: &[LevelAtClosing]) {
        let period = self.period;
        self.cases.add(period, history);
        self.sign_offs.add(period, &self.policies, history, duties);
        self.plan_actions.add(period, duties);
        self.interviews.add(period, &self.policies, history);
        self.voice.add(period, history);
        self.leaving.add(period, &self.policies, history, duties, closed_at);
        if history.is_open_on(period.to) {
            self.no_review.add(period.to, duties);
            self.reported.add(period.to, history);
            self.plan_updates.add(period.to, duties);
        }
    }

    /// Adds actions of the authority's action plan; their themes stand in the order in which they come.
    pub fn action_plan(&mut self, lines: &[ActionPlanLine]) {
        for line in lines {
            self.action_plan.add(self.period, line);
        }
    }

    /// Why things were late in the period.
    pub fn causes(&mut self, causes: Causes) {
        self.causes = causes;
    }

    pub fn finish(self, meta: Meta) -> Summary {
        let period = self.period;
        let cases = self.cases.table(period);
        let no_review = self.no_review.table(period, self.cases.open_at_end());
        let tables = vec![
            cases,
            no_review,
            self.sign_offs.table(period),
            self.reported.table(),
            self.plan_actions.table(),
            self.plan_updates.table(period),
            self.interviews.table(),
            self.voice.table(),
            self.leaving.table(),
            self.causes.table(),
            self.action_plan.table(period),
        ];
        Summary {
            title: format!("Progress summary of the register of child sexual exploitation cases, {}", period.say()),
            method: method(period, &self.policies, &meta),
            authority: meta.authority,
            profile: Profile::Internal,
            marking: Profile::Internal.marking().to_owned(),
            from: period.from,
            to: period.to,
            made_at: meta.made_at,
            recipient: None,
            suppression: Vec::new(),
            audit_head: meta.audit_head,
            charts: charts(&tables, period.to),
            tables,
        }
    }
}
