//! Cases in the words of the domain: `opened("2 March 2026").at("medium").reviewed("12 May 2026")`.
//!
//! The policy and the bank holidays are those that a new register begins with, read from the store's reference files.

use std::sync::LazyLock;

use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use crate::calendar::Calendar;
use crate::code::Code;
use crate::date::parse_date;
use crate::duty::{Duty, Rule, duties};
use crate::history::{
    Arranged, CaseHistory, EpisodeHistory, ItemHistory, Moment, Period, PlanActionHistory, ReviewHeld, VersionHistory,
};
use crate::id::{EpisodeId, ItemId, PlanActionId};
use crate::item::ItemKind;
use crate::level::{LevelStatement, RiskLevel, StatedBy};
use crate::policy::{Clocks, LevelRule, Policy, PolicyHistory};

const BANK_HOLIDAYS: &str = include_str!("../../../../store/reference/bank_holidays_england_and_wales.json");
const CLOCKS: &str = include_str!("../../../../store/reference/clock.csv");
const INTERVALS: &str = include_str!("../../../../store/reference/review_interval.csv");
const PARTICIPATION: &str = include_str!("../../../../store/reference/participation.csv");

/// `27 March 2026`.
pub fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// `30 May 2026 21:15`, or without the time.
fn moment(text: &str) -> Moment {
    match text.rsplit_once(' ').filter(|(_, time)| time.contains(':')) {
        Some((on, time)) => Moment { on: day(on), at: Some(format!("{time}:00").parse().unwrap()) },
        None => Moment { on: day(text), at: None },
    }
}

pub fn level(name: &str) -> RiskLevel {
    RiskLevel::parse(name).unwrap()
}

pub static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let file: serde_json::Value = serde_json::from_str(BANK_HOLIDAYS).unwrap();
    let date = |value: &serde_json::Value| value.as_str().unwrap().parse::<NaiveDate>().unwrap();
    let holiday = |event: &serde_json::Value| (date(&event["date"]), event["title"].as_str().unwrap().to_owned());
    let bank_holidays = file["events"].as_array().unwrap().iter().map(holiday).collect();
    Calendar { known_from: date(&file["known_from"]), known_to: date(&file["known_to"]), bank_holidays }
});

/// High every 28 days, medium 42, low 84, none more than 3 months apart; the clocks of the reference file.
pub fn policy(effective_from: &str) -> Policy {
    let interval = |(line, critical_after_days): (&str, u32)| {
        let mut cells = line.split(',');
        let mut next = || cells.next().unwrap();
        LevelRule {
            level: level(next()),
            review_every_days: next().parse().unwrap(),
            ceiling_months: next().parse().unwrap(),
            critical_after_days,
        }
    };
    let limit = |id: &str| {
        let line = CLOCKS.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap();
        line.split(',').nth(2).unwrap().parse::<u32>().unwrap()
    };
    Policy {
        effective_from: day(effective_from),
        levels: INTERVALS.lines().skip(1).zip([7, 14, 28]).map(interval).collect(),
        clocks: Clocks {
            assessment_authorised: limit("assessment_authorised"),
            plan_in_place: limit("plan_in_place"),
            sign_off_decided: limit("sign_off_decided"),
            review_signed: limit("review_signed"),
            change_resubmitted: limit("sign_off_decided"),
            return_interview_hours: limit("return_interview"),
            plan_update_days: limit("plan_update"),
            due_soon_days: 14,
        },
        floors: Vec::new(),
    }
}

/// The same policy with another interval for one level.
pub fn every(mut policy: Policy, name: &str, days: u32) -> Policy {
    policy.levels.iter_mut().find(|rule| rule.level == level(name)).unwrap().review_every_days = days;
    policy
}

/// The same policy with another ceiling for one level.
pub fn ceiling(mut policy: Policy, name: &str, months: u32) -> Policy {
    policy.levels.iter_mut().find(|rule| rule.level == level(name)).unwrap().ceiling_months = months;
    policy
}

/// The same policy without one level.
pub fn without(mut policy: Policy, name: &str) -> Policy {
    policy.levels.retain(|rule| rule.level != level(name));
    policy
}

/// Whether the child's view reached a review with this code, as the reference file has it. A blank never does.
pub fn voice_heard(participation: &str) -> bool {
    let line = PARTICIPATION.lines().find(|line| line.split(',').next() == Some(participation));
    line.is_some_and(|line| !line.ends_with(",no"))
}

#[derive(Clone, Debug)]
pub struct Case {
    pub history: CaseHistory,
    pub policies: Vec<Policy>,
    made: u128,
}

/// A case that opened on this day, under the policy of 1 January 2026.
pub fn opened(on: &str) -> Case {
    let mut case = Case { history: CaseHistory::default(), policies: vec![policy("1 January 2026")], made: 0 };
    case.history.periods.push(Period { opened_on: day(on), closed_on: None });
    case
}

impl Case {
    pub fn duties(&self) -> Vec<Duty> {
        duties(&self.history, &PolicyHistory::new(self.policies.clone()).unwrap(), &CALENDAR)
    }

    pub fn owed(&self, rule: Rule) -> Vec<Duty> {
        self.duties().into_iter().filter(|duty| duty.rule == rule).collect()
    }

    fn id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(self.made)
    }

    /// An instant on a day, later than every instant made before.
    fn instant(&mut self, on: NaiveDate) -> DateTime<Utc> {
        self.made += 1;
        on.and_hms_opt(9, 0, 0).unwrap().and_utc() + chrono::TimeDelta::seconds(i64::try_from(self.made).unwrap())
    }

    pub fn under(mut self, policies: impl IntoIterator<Item = Policy>) -> Self {
        self.policies = policies.into_iter().collect();
        self
    }

    /// From this policy's day on, it takes the place of the one before.
    pub fn then_under(mut self, policy: Policy) -> Self {
        self.policies.push(policy);
        self
    }

    /// The practitioner's level from the day the case opened.
    pub fn at(self, name: &str) -> Self {
        let on = self.history.periods[0].opened_on;
        self.stated(on, name, StatedBy::Practitioner)
    }

    pub fn practitioner_says(self, on: &str, name: &str) -> Self {
        self.stated(day(on), name, StatedBy::Practitioner)
    }

    pub fn manager_says(self, on: &str, name: &str) -> Self {
        self.stated(day(on), name, StatedBy::Manager)
    }

    pub fn stated(mut self, on: NaiveDate, name: &str, by: StatedBy) -> Self {
        let at = self.instant(on);
        self.history.levels.push(LevelStatement { on, at, level: level(name), by });
        self
    }

    /// A review that the child attended, not signed off.
    pub fn reviewed(self, on: &str) -> Self {
        self.reviewed_with(on, "PN1")
    }

    pub fn reviewed_with(mut self, on: &str, participation: &str) -> Self {
        let item = Some(ItemId(self.id()));
        self.history.reviews.push(review(item, day(on), participation));
        self
    }

    pub fn reported_review(mut self, on: &str, participation: &str) -> Self {
        self.history.reviews.push(review(None, day(on), participation));
        self
    }

    /// The last review was signed off.
    pub fn review_signed(mut self, on: NaiveDate) -> Self {
        self.history.reviews.last_mut().unwrap().signed_on = Some(on);
        self
    }

    pub fn arranged(mut self, on: &str, next_review: &str) -> Self {
        let at = self.instant(day(on));
        self.history.arranged.push(Arranged { arranged_on: day(on), at, next_review_on: day(next_review) });
        self
    }

    /// An item that was sent and signed off on one day.
    pub fn signed(self, kind: ItemKind, on: &str) -> Self {
        self.item(kind, [written(on).sent(on).signed(on)])
    }

    pub fn item(mut self, kind: ItemKind, versions: impl IntoIterator<Item = Version>) -> Self {
        let numbered = (1..).zip(versions).map(|(number, version)| VersionHistory { number, ..version.0 });
        let item = ItemHistory { id: ItemId(self.id()), kind, versions: numbered.collect() };
        self.history.items.push(item);
        self
    }

    pub fn action(mut self, set_on: &str, due_on: &str) -> Self {
        let id = PlanActionId(self.id());
        let action = PlanActionHistory {
            id,
            in_plan_since: day(set_on),
            set_on: day(set_on),
            due_on: day(due_on),
            done_on: None,
            dropped_on: None,
        };
        self.history.actions.push(action);
        self
    }

    pub fn done(mut self, on: NaiveDate) -> Self {
        self.history.actions.last_mut().unwrap().done_on = Some(on);
        self
    }

    pub fn dropped(mut self, on: &str) -> Self {
        self.history.actions.last_mut().unwrap().dropped_on = Some(day(on));
        self
    }

    /// Progress on the child's plan was recorded.
    pub fn updated(mut self, on: NaiveDate) -> Self {
        self.history.plan_updates.push(on);
        self
    }

    /// The child came back from being missing, on the day they went: `30 May 2026 21:15`, or without the time.
    pub fn came_back(self, at: &str) -> Self {
        let returned = moment(at);
        self.missing(Moment { at: None, ..returned }, Some(returned))
    }

    pub fn missing(mut self, missing_from: Moment, returned: Option<Moment>) -> Self {
        let id = EpisodeId(self.id());
        let episode = EpisodeHistory { id, missing_from, returned, interview_held: None, interview_declined: None };
        self.history.episodes.push(episode);
        self
    }

    pub fn interviewed(mut self, on: NaiveDate) -> Self {
        self.history.episodes.last_mut().unwrap().interview_held = Some(Moment { on, at: None });
        self
    }

    pub fn declined(mut self, on: NaiveDate) -> Self {
        self.history.episodes.last_mut().unwrap().interview_declined = Some(Moment { on, at: None });
        self
    }

    pub fn closed(mut self, on: &str) -> Self {
        self.history.periods.last_mut().unwrap().closed_on = Some(day(on));
        self
    }

    pub fn opened_again(mut self, on: &str) -> Self {
        self.history.periods.push(Period { opened_on: day(on), closed_on: None });
        self
    }

    pub fn brought_in(mut self, on: &str) -> Self {
        self.history.brought_in_on = Some(day(on));
        self
    }

    pub fn assessment_reported(mut self) -> Self {
        self.history.reported.assessment_signed_off = true;
        self
    }

    pub fn plan_reported(mut self) -> Self {
        self.history.reported.plan_signed_off = true;
        self
    }
}

pub fn review(item: Option<ItemId>, on: NaiveDate, participation: &str) -> ReviewHeld {
    let voice_heard = voice_heard(participation);
    ReviewHeld { item, on, participation: Code::parse(participation).ok(), voice_heard, signed_on: None }
}

#[derive(Clone, Debug)]
pub struct Version(pub VersionHistory);

pub fn written(on: &str) -> Version {
    Version(VersionHistory { written_on: day(on), ..VersionHistory::default() })
}

impl Version {
    pub fn sent(mut self, on: &str) -> Self {
        self.0.submitted_on = Some(day(on));
        self
    }

    /// What was sent is no longer waiting.
    pub fn taken_back(mut self, on: &str) -> Self {
        let sent = self.0.submitted_on.take().unwrap();
        self.0.withdrawn.push((sent, day(on)));
        self
    }

    pub fn signed(mut self, on: &str) -> Self {
        self.0.signed_on = Some(day(on));
        self
    }

    pub fn returned(mut self, on: &str) -> Self {
        self.0.returned_on = Some(day(on));
        self
    }
}
