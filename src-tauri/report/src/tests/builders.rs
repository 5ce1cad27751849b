//! Cases in the words of the domain: `opened("2026-06-01").at_level("high").reviewed("2026-07-01", "PN1")`.

use caseward_domain::calendar::Calendar;
use caseward_domain::code::Code;
use caseward_domain::duty::duties;
use caseward_domain::history::{
    Arranged, CaseHistory, EpisodeHistory, ItemHistory, Moment, Period as Span, PlanActionHistory, ReviewHeld, VersionHistory,
};
use caseward_domain::id::{EpisodeId, ItemId, PlanActionId};
use caseward_domain::item::ItemKind;
use caseward_domain::level::{LevelStatement, RiskLevel, StatedBy};
use caseward_domain::policy::{Clocks, LevelRule, Policy, PolicyHistory};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::summary::Summary;
use crate::{ActionPlanLine, Causes, Child, Counted, LevelAtClosing, Lists, Meta, Period, SummaryFold};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(on: NaiveDate) -> DateTime<Utc> {
    on.and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// `2026-08-03 10:00`, or without the time.
fn moment(text: &str) -> Moment {
    let (on, at) = text.split_once(' ').map_or((text, None), |(on, at)| (on, Some(at)));
    Moment { on: day(on), at: at.map(|at| format!("{at}:00").parse().unwrap()) }
}

/// High every 28 days, medium 42, low 84; a decision in 5 working days, an update in 28 days, an interview in 72 hours.
pub fn policies() -> PolicyHistory {
    let level = |name: &str, days| LevelRule {
        level: RiskLevel::parse(name).unwrap(),
        review_every_days: days,
        ceiling_months: 3,
        critical_after_days: 14,
    };
    let clocks = Clocks {
        assessment_authorised: 45,
        plan_in_place: 10,
        sign_off_decided: 5,
        review_signed: 5,
        change_resubmitted: 5,
        return_interview_hours: 72,
        plan_update_days: 28,
        due_soon_days: 14,
    };
    let levels = vec![level("high", 28), level("medium", 42), level("low", 84)];
    PolicyHistory::new(vec![Policy { effective_from: day("2026-01-01"), levels, clocks, floors: Vec::new() }]).unwrap()
}

pub fn calendar() -> Calendar {
    let bank_holidays = ["2026-08-31", "2026-12-25", "2026-12-28"].map(|date| (day(date), "Bank holiday".to_owned())).into();
    Calendar { known_from: day("2020-01-01"), known_to: day("2027-12-31"), bank_holidays }
}

pub fn quarter() -> Period {
    Period { from: day("2026-07-01"), to: day("2026-09-30") }
}

pub fn meta() -> Meta {
    let made_at = "2026-10-05T09:30:00Z".parse().unwrap();
    Meta { authority: "Fenmoor Council".to_owned(), made_at, audit_head: "5f3c".repeat(16), recipient: None }
}

/// The summary of these cases for the third quarter of 2026.
pub fn summary_of(cases: Vec<Case>, lines: &[ActionPlanLine]) -> Summary {
    summary_with(cases, lines, Causes::default(), &calendar())
}

pub fn summary_with(cases: Vec<Case>, lines: &[ActionPlanLine], causes: Causes, calendar: &Calendar) -> Summary {
    counted(cases, lines, causes, calendar, quarter()).internal(meta())
}

/// Everything counted of these cases, for whoever may read it.
pub fn counted(cases: Vec<Case>, lines: &[ActionPlanLine], causes: Causes, calendar: &Calendar, period: Period) -> Counted {
    let policies = policies();
    let mut fold = SummaryFold::new(period, &policies, calendar, &lists());
    for case in cases {
        fold.add(&case.history, case.child(), &duties(&case.history, &policies, calendar), &case.closed_at);
    }
    fold.action_plan(lines);
    fold.causes(&[causes]);
    fold.finish()
}

/// The lists of the reference data, cut short.
pub fn lists() -> Lists {
    let pairs = |pairs: &[(&str, &str)]| pairs.iter().map(|(code, label)| ((*code).to_owned(), (*label).to_owned())).collect();
    Lists {
        sexes: pairs(&[("F", "Female"), ("M", "Male"), ("U", "Unknown")]),
        models: pairs(&[("peer", "Peer on peer"), ("online", "Online or by image")]),
        referral_groups: pairs(&[("2A", "Education"), ("2B", "Education"), ("6", "Police")]),
    }
}

#[derive(Clone, Debug)]
pub struct Case {
    pub age: Option<u8>,
    pub sex: Option<Code>,
    pub models: Vec<Code>,
    pub history: CaseHistory,
    closed_at: Vec<LevelAtClosing>,
    next_id: u128,
}

pub fn opened(on: &str) -> Case {
    let mut history = CaseHistory::default();
    history.periods.push(Span { opened_on: day(on), closed_on: None });
    Case { age: None, sex: None, models: Vec::new(), history, closed_at: Vec::new(), next_id: 1 }
}

impl Case {
    fn id(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }

    pub fn child(&self) -> Child<'_> {
        Child { age_at_referral: self.age, sex: self.sex.as_ref(), models: &self.models, referral_source: None }
    }

    pub fn of(mut self, age: u8, sex: &str, models: &[&str]) -> Self {
        self.age = Some(age);
        self.sex = Some(Code::parse(sex).unwrap());
        self.models = models.iter().map(|model| Code::parse(model).unwrap()).collect();
        self
    }

    pub fn closed(mut self, on: &str) -> Self {
        self.history.periods.last_mut().unwrap().closed_on = Some(day(on));
        self
    }

    /// Closed by a closure that was signed off at this level.
    pub fn closed_at(mut self, on: &str, level: &str) -> Self {
        self.closed_at.push(LevelAtClosing { closed_on: day(on), level: RiskLevel::parse(level).unwrap() });
        self.closed(on)
    }

    pub fn opened_again(mut self, on: &str) -> Self {
        self.history.periods.push(Span { opened_on: day(on), closed_on: None });
        self
    }

    pub fn practitioner_says(self, on: &str, level: &str) -> Self {
        self.level(on, level, StatedBy::Practitioner)
    }

    pub fn manager_says(self, on: &str, level: &str) -> Self {
        self.level(on, level, StatedBy::Manager)
    }

    fn level(mut self, on: &str, level: &str, by: StatedBy) -> Self {
        let on = day(on);
        self.history.levels.push(LevelStatement { on, at: noon(on), level: RiskLevel::parse(level).unwrap(), by });
        self
    }

    pub fn brought_in(mut self, on: &str) -> Self {
        self.history.brought_in_on = Some(day(on));
        self.history.reported.assessment_signed_off = true;
        self.history.reported.plan_signed_off = true;
        self
    }

    pub fn reported_review(mut self, on: &str) -> Self {
        self.history.reviews.push(ReviewHeld {
            item: None,
            on: day(on),
            participation: None,
            voice_heard: false,
            signed_on: None,
        });
        self
    }

    /// A review with its item, sent and signed on these days.
    pub fn review(mut self, on: &str, participation: &str, sent: Option<&str>, signed: Option<&str>) -> Self {
        let item = ItemId(self.id());
        self.history.reviews.push(ReviewHeld {
            item: Some(item),
            on: day(on),
            participation: Some(Code::parse(participation).unwrap()),
            voice_heard: !matches!(participation, "PN4" | "PN7"),
            signed_on: signed.map(day),
        });
        let version = VersionHistory {
            number: 1,
            written_on: day(on),
            submitted_on: sent.map(day),
            signed_on: signed.map(day),
            ..VersionHistory::default()
        };
        self.history.items.push(ItemHistory { id: item, kind: ItemKind::Review, versions: vec![version] });
        self
    }

    pub fn arranged(mut self, on: &str, next_review: &str) -> Self {
        let arranged_on = day(on);
        self.history.arranged.push(Arranged { arranged_on, at: noon(arranged_on), next_review_on: day(next_review) });
        self
    }

    pub fn item(mut self, kind: ItemKind, versions: Vec<VersionHistory>) -> Self {
        let id = ItemId(self.id());
        self.history.items.push(ItemHistory { id, kind, versions });
        self
    }

    pub fn plan_action(mut self, set: &str, due: &str, done: Option<&str>, dropped: Option<&str>) -> Self {
        let id = PlanActionId(self.id());
        self.history.actions.push(PlanActionHistory {
            id,
            in_plan_since: day(set),
            set_on: day(set),
            due_on: day(due),
            done_on: done.map(day),
            dropped_on: dropped.map(day),
        });
        self
    }

    pub fn plan_updated(mut self, on: &str) -> Self {
        self.history.plan_updates.push(day(on));
        self
    }

    pub fn returned(mut self, returned: &str, held: Option<&str>) -> Self {
        let id = EpisodeId(self.id());
        let (returned, interview_held) = (moment(returned), held.map(moment));
        let (missing_from, returned) = (returned, Some(returned));
        self.history.episodes.push(EpisodeHistory { id, missing_from, returned, interview_held, interview_declined: None });
        self
    }
}

/// A version that was sent on a day.
pub fn sent(number: u32, on: &str) -> VersionHistory {
    VersionHistory { number, written_on: day(on), submitted_on: Some(day(on)), ..VersionHistory::default() }
}

pub fn signed(number: u32, on: &str, signed_on: &str) -> VersionHistory {
    VersionHistory { signed_on: Some(day(signed_on)), ..sent(number, on) }
}

pub fn returned(number: u32, on: &str, returned_on: &str) -> VersionHistory {
    VersionHistory { returned_on: Some(day(returned_on)), ..sent(number, on) }
}
