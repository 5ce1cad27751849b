//! The level in force on a day, and what the policy asks for at it.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use serde_json::Value;

use super::calendar::civil_day;
use super::{Flags, Look, flag};

impl Look<'_> {
    /// The manager's level of the latest sign-off that states one; before any, the practitioner's.
    pub(crate) fn level_on(&self, day: NaiveDate) -> Option<String> {
        let versions = || self.case.items.iter().flat_map(|item| &item.versions);
        let signed = versions().filter_map(|version| version.decision.as_ref()).filter(|decision| decision.signed_off);
        let managers = signed.filter(|decision| decision.level.is_some() && civil_day(decision.at) <= day);
        if let Some(latest) = managers.max_by_key(|decision| decision.at) {
            return latest.level.clone();
        }
        self.practitioners(day)
    }

    /// What the practitioner stated last: at opening, in an assessment, at a review. A closure's is the level of a case that
    /// is open no more.
    fn practitioners(&self, day: NaiveDate) -> Option<String> {
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        let first = self.case.spells[0].0;
        let mut stated: Vec<(NaiveDate, DateTime<Utc>, String)> =
            self.case.opening_level.iter().map(|level| (first, midnight(first), level.clone())).collect();
        for item in &self.case.items {
            let version = item.counts();
            let on = ["completed_on", "held_on"].iter().find_map(|field| version.date(field));
            if let (Some(on), Some(level)) = (on, version.content["level"].as_str()) {
                stated.push((on, version.written_at, level.to_owned()));
            }
        }
        stated.into_iter().filter(|(on, _, _)| *on <= day).max().map(|(_, _, level)| level)
    }

    /// Days from one review to the next and the ceiling in months. A blank never buys time: while a level is missing, the
    /// strictest applies.
    pub(crate) fn limits(&self, level: Option<&str>, policy: &Value) -> (Days, Months) {
        let levels = policy["levels"].as_array().unwrap();
        let known = levels.iter().filter(|rule| rule["level"].as_str() == level).collect::<Vec<_>>();
        let rules = if known.is_empty() { levels.iter().collect() } else { known };
        let least = |field: &str| rules.iter().map(|rule| rule[field].as_u64().unwrap()).min().unwrap();
        (Days::new(least("review_every_days")), Months::new(u32::try_from(least("ceiling_months")).unwrap()))
    }

    /// Every open case has a level that the policy knows.
    pub(crate) fn level_missing(&self, flags: &mut Flags) {
        let missing = |day: NaiveDate| {
            let level = self.level_on(day);
            let levels = self.facts.policies.on(day)["levels"].as_array().unwrap();
            !levels.iter().any(|rule| rule["level"].as_str() == level.as_deref())
        };
        // Owed on the day on which it began to be missing: the flag stands from the next.
        let yesterday = self.day.pred_opt().unwrap();
        flag(flags, "level_missing", missing(self.day) && self.day > self.opened && missing(yesterday));
    }
}
