//! The numbers of a period, gathered one case at a time, so that a register of a million cases never stands in memory.
//!
//! Each table keeps its own counts; nothing here keeps anything of a case but numbers. The order of cases never matters.

use caseward_disclosure::{Audience, Profile as Rules, Release};
use caseward_domain::calendar::Calendar;
use caseward_domain::duty::Duty;
use caseward_domain::history::CaseHistory;
use caseward_domain::policy::PolicyHistory;
use chrono::{DateTime, Utc};

use crate::chart::charts;
use crate::menu::{Audits, Child, Lists, Menu, NotPublished, Publishing, suppression};
use crate::method::method;
use crate::period::Period;
use crate::summary::{Profile, Summary, Table};
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
    /// For whom, by name; `None` where nobody is named.
    pub recipient: Option<String>,
}

/// The counts so far.
pub struct SummaryFold {
    period: Period,
    policies: PolicyHistory,
    calendar: Calendar,
    menu: Menu,
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
    pub fn new(period: Period, policies: &PolicyHistory, calendar: &Calendar, lists: &Lists) -> Self {
        let at_end = policies.on(period.to);
        Self {
            period,
            policies: policies.clone(),
            calendar: calendar.clone(),
            menu: Menu::new(period, at_end, lists),
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

    /// Adds one case, once, with what the menu counts it by, the duties that [`caseward_domain::duty::duties`] finds for it and the levels
    /// at which its closures were signed off.
    pub fn add(&mut self, history: &CaseHistory, child: Child<'_>, duties: &[Duty], closed_at: &[LevelAtClosing]) {
        let period = self.period;
        self.menu.add(history, child, duties, &self.policies, closed_at);
        self.cases.add(period, history);
        self.sign_offs.add(period, &self.policies, history, duties);
        self.plan_actions.add(period, duties);
        self.interviews.add(period, &self.policies, history);
        self.voice.add(period, history);
        self.leaving.add(period, &self.policies, &self.calendar, history, closed_at);
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

    /// The quarters of the period, the first and the last cut off where it begins or ends within one.
    pub fn quarters(&self) -> &[Period] {
        self.menu.quarters()
    }

    /// Why things were late, in each of [`SummaryFold::quarters`].
    pub fn causes(&mut self, by_quarter: &[Causes]) {
        self.menu.causes(by_quarter);
        self.causes = Causes::sum(by_quarter);
    }

    /// Audits of case files, in each of [`SummaryFold::quarters`].
    pub fn audits(&mut self, by_quarter: &[Audits]) {
        self.menu.audits(by_quarter);
    }

    pub fn finish(self) -> Counted {
        Counted { fold: self }
    }
}

/// Everything counted. What of it is shown depends on who is to read it.
pub struct Counted {
    fold: SummaryFold,
}

impl Counted {
    /// No case was open, opened or closed in the period, and nothing happened on any.
    pub fn is_empty(&self) -> bool {
        self.fold.menu.is_empty()
    }

    /// For inside the authority: every number.
    pub fn internal(&self, meta: Meta) -> Summary {
        let (fold, period) = (&self.fold, self.fold.period);
        let cases = fold.cases.table(period);
        let no_review = fold.no_review.table(period, fold.cases.open_at_end());
        let mut tables = vec![
            cases,
            no_review,
            fold.sign_offs.table(period),
            fold.reported.table(),
            fold.plan_actions.table(),
            fold.plan_updates.table(period),
            fold.interviews.table(),
            fold.voice.table(),
            fold.leaving.table(),
            fold.causes.table(),
            fold.action_plan.table(period),
        ];
        tables.extend(fold.menu.exact());
        self.summary(meta, Profile::Internal, Vec::new(), tables)
    }

    /// The cross-tables as they may be shown to partners or to the public: hidden, covered and attacked together with what was released
    /// before. `step` is called for each group of them that is done, of [`Counted::steps`], and says whether to go on.
    pub fn publish(&self, how: Publishing<'_>, step: &mut dyn FnMut() -> bool) -> Result<Vec<Release>, NotPublished> {
        self.fold.menu.publish(how, step)
    }

    pub fn steps() -> usize {
        Menu::steps()
    }

    /// For partners or the public: the cross-tables as they were released, and the action plan, which is about no child.
    pub fn released(&self, meta: Meta, profile: &Rules, releases: &[Release]) -> Summary {
        let (fold, period) = (&self.fold, self.fold.period);
        let mut tables = fold.menu.released(releases);
        tables.push(fold.action_plan.table(period));
        let audience = if profile.audience() == Audience::Public { Profile::Public } else { Profile::Partners };
        let mut said = suppression(profile);
        said.extend(fold.menu.says_left_out(releases));
        self.summary(meta, audience, said, tables)
    }

    /// The answer to a question from the public: the one table that was asked for, as it was released.
    pub fn answer(&self, meta: Meta, profile: &Rules, releases: &[Release], title: &str) -> Summary {
        let tables = self.fold.menu.released(releases);
        Summary { title: title.to_owned(), ..self.summary(meta, Profile::Public, suppression(profile), tables) }
    }

    fn summary(&self, meta: Meta, profile: Profile, suppression: Vec<String>, tables: Vec<Table>) -> Summary {
        let period = self.fold.period;
        Summary {
            title: format!("Progress summary of the register of child sexual exploitation cases, {}", period.say()),
            method: method(period, &self.fold.policies, &meta),
            authority: meta.authority,
            profile,
            marking: profile.marking().to_owned(),
            from: period.from,
            to: period.to,
            made_at: meta.made_at,
            recipient: meta.recipient,
            suppression,
            audit_head: meta.audit_head,
            charts: charts(&tables, period.to),
            tables,
        }
    }
}
