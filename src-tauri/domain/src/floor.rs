//! Floor rules: facts about a child under which an authority expects at least some level, such as "under 13 is never low".
//!
//! A child under 13 cannot consent to sexual activity (Sexual Offences Act 2003, sections 5 to 8), and going missing and
//! being placed far from home are the warning signs that the guidance on child sexual exploitation names. A floor only
//! warns: no level is ever computed (DESIGN, section 2), and a manager may sign a lower one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::Code;
use crate::date::{say_date, say_days};
use crate::level::RiskLevel;
use crate::policy::{Policy, PolicyRefused};

/// Where a fact holds of a child, a level below `at_least` is warned of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FloorRule {
    pub when: FloorWhen,
    pub at_least: RiskLevel,
}

/// The fact that a floor rule asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum FloorWhen {
    /// Younger than so many years at referral.
    AgeUnder {
        years: u8,
    },
    /// The `evidence_of_harm` code recorded.
    EvidenceOfHarm {
        code: Code,
    },
    /// Missing on one of the last so many days, today among them as day 0.
    MissingWithin {
        days: u32,
    },
    OutOfArea,
}

/// What floor rules ask about a child. A fact that is not recorded holds no floor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FloorFacts {
    /// Whole years.
    pub age_at_referral: Option<u8>,
    pub evidence_of_harm: Option<Code>,
    /// The last day on which the child was known to be missing: today for a child who has not returned.
    pub last_missing_on: Option<NaiveDate>,
    pub placed_out_of_area: Option<bool>,
}

/// A floor that holds of a child, and the sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Floor {
    pub at_least: RiskLevel,
    pub says: String,
}

/// The floors of a policy that hold of a child on a day, in the order of the policy.
pub fn floors(policy: &Policy, facts: &FloorFacts, today: NaiveDate) -> Vec<Floor> {
    let holds = |rule: &FloorRule| {
        let (fact, when) = rule.when.said_of(facts, today)?;
        let (level, from) = (rule.at_least.as_str(), say_date(policy.effective_from));
        let says = format!("{fact}: {when} is at least {level} under the policy of {from}.");
        Some(Floor { at_least: rule.at_least.clone(), says })
    };
    policy.floors.iter().filter_map(holds).collect()
}

impl Floor {
    /// Whether the level is less serious than the floor. A level that is missing or unknown to the policy breaks no floor:
    /// it has a flag of its own.
    pub fn is_broken_by(&self, policy: &Policy, level: Option<&RiskLevel>) -> bool {
        let floor = policy.rank(Some(&self.at_least));
        floor > 0 && policy.rank(level) > floor
    }
}

impl FloorWhen {
    /// Where this holds: the fact as a sentence begins with it, and the condition in words.
    fn said_of(&self, facts: &FloorFacts, today: NaiveDate) -> Option<(String, String)> {
        match self {
            FloorWhen::AgeUnder { years } => {
                let age = facts.age_at_referral.filter(|age| age < years)?;
                Some((format!("Aged {age} at referral"), format!("under {years}")))
            }
            FloorWhen::EvidenceOfHarm { code } => {
                facts.evidence_of_harm.as_ref().filter(|recorded| *recorded == code)?;
                Some((format!("Evidence of harm is recorded as “{code}”"), "that".to_owned()))
            }
            FloorWhen::MissingWithin { days } => {
                let last = facts.last_missing_on?;
                let ago = today.signed_duration_since(last).num_days();
                (0..=i64::from(*days)).contains(&ago).then(|| {
                    (format!("Missing on {}", say_date(last)), format!("missing in the last {}", say_days(i64::from(*days))))
                })
            }
            FloorWhen::OutOfArea => {
                facts.placed_out_of_area.filter(|placed| *placed)?;
                Some(("Placed out of area".to_owned(), "that".to_owned()))
            }
        }
    }
}

impl FloorRule {
    /// `floor` is its place in the policy.
    pub(crate) fn check(&self, floor: usize, policy: &Policy) -> Result<(), PolicyRefused> {
        if policy.knows(&self.at_least).is_none() {
            return Err(PolicyRefused::FloorLevel { floor });
        }
        match self.when {
            FloorWhen::AgeUnder { years } if !(1..=18).contains(&years) => Err(PolicyRefused::FloorAge { floor }),
            FloorWhen::MissingWithin { days } if !(1..=366).contains(&days) => Err(PolicyRefused::FloorDays { floor }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Clocks, LevelRule};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn level(name: &str) -> RiskLevel {
        RiskLevel::parse(name).unwrap()
    }

    fn harm(code: &str) -> Code {
        Code::parse(code).unwrap()
    }

    /// High, medium and low, with these floors.
    fn policy(floors: &[(FloorWhen, &str)]) -> Policy {
        let rule =
            |name: &str| LevelRule { level: level(name), review_every_days: 28, ceiling_months: 3, critical_after_days: 7 };
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
        Policy {
            effective_from: day("2027-01-01"),
            levels: ["high", "medium", "low"].map(rule).into(),
            clocks,
            floors: floors.iter().map(|(when, name)| FloorRule { when: when.clone(), at_least: level(name) }).collect(),
        }
    }

    fn said(when: FloorWhen, facts: &FloorFacts) -> Option<String> {
        let mut held = floors(&policy(&[(when, "medium")]), facts, day("2027-03-31"));
        held.pop().map(|floor| floor.says)
    }

    #[test]
    fn under_13_is_under_13_at_referral() {
        let aged = |age| said(FloorWhen::AgeUnder { years: 13 }, &FloorFacts { age_at_referral: age, ..FloorFacts::default() });
        let twelve = "Aged 12 at referral: under 13 is at least medium under the policy of 1 January 2027.";
        assert_eq!(aged(Some(12)).as_deref(), Some(twelve));
        assert_eq!(aged(Some(13)), None);
        assert_eq!(aged(None), None);
    }

    #[test]
    fn evidence_of_harm_is_the_code_recorded_and_no_other() {
        let recorded = |code: Option<&str>| {
            let facts = FloorFacts { evidence_of_harm: code.map(harm), ..FloorFacts::default() };
            said(FloorWhen::EvidenceOfHarm { code: harm("confirmed") }, &facts)
        };
        let confirmed =
            "Evidence of harm is recorded as “confirmed”: that is at least medium under the policy of 1 January 2027.";
        assert_eq!(recorded(Some("confirmed")).as_deref(), Some(confirmed));
        assert_eq!(recorded(Some("suspected")), None);
        assert_eq!(recorded(None), None);
    }

    #[test]
    fn missing_within_28_days_counts_the_28th_day_and_no_day_to_come() {
        let missing = |on: Option<&str>| {
            let facts = FloorFacts { last_missing_on: on.map(day), ..FloorFacts::default() };
            said(FloorWhen::MissingWithin { days: 28 }, &facts)
        };
        let third = "Missing on 3 March 2027: missing in the last 28 days is at least medium under the policy of 1 January 2027.";
        assert_eq!(missing(Some("2027-03-02")), None);
        assert_eq!(missing(Some("2027-03-03")).as_deref(), Some(third));
        assert!(missing(Some("2027-03-31")).is_some());
        assert_eq!(missing(Some("2027-04-01")), None);
        assert_eq!(missing(None), None);
    }

    #[test]
    fn placed_out_of_area_is_a_yes_and_never_a_blank() {
        let placed = |yes| said(FloorWhen::OutOfArea, &FloorFacts { placed_out_of_area: yes, ..FloorFacts::default() });
        let away = "Placed out of area: that is at least medium under the policy of 1 January 2027.";
        assert_eq!(placed(Some(true)).as_deref(), Some(away));
        assert_eq!(placed(Some(false)), None);
        assert_eq!(placed(None), None);
    }

    #[test]
    fn a_floor_is_broken_by_a_less_serious_level_and_by_no_other() {
        let policy = policy(&[(FloorWhen::OutOfArea, "medium")]);
        let floor = Floor { at_least: level("medium"), says: String::new() };
        let broken = |name: Option<&str>| floor.is_broken_by(&policy, name.map(level).as_ref());
        assert!(broken(Some("low")));
        assert!(!broken(Some("medium")));
        assert!(!broken(Some("high")));
        assert!(!broken(Some("extreme")), "a level that the policy does not know has a flag of its own");
        assert!(!broken(None), "a level that is missing has a flag of its own");
    }

    #[test]
    fn every_floor_that_holds_is_said_in_the_order_of_the_policy() {
        let policy = policy(&[(FloorWhen::OutOfArea, "high"), (FloorWhen::AgeUnder { years: 13 }, "medium")]);
        let facts = FloorFacts { age_at_referral: Some(9), placed_out_of_area: Some(true), ..FloorFacts::default() };
        let held: Vec<RiskLevel> = floors(&policy, &facts, day("2027-03-31")).into_iter().map(|floor| floor.at_least).collect();
        assert_eq!(held, [level("high"), level("medium")]);
    }

    #[test]
    fn a_policy_refuses_a_floor_that_it_cannot_work_with() {
        let checked = |when, name| policy(&[(when, name)]).check();
        let age = |years| checked(FloorWhen::AgeUnder { years }, "medium");
        let missing = |days| checked(FloorWhen::MissingWithin { days }, "medium");
        assert_eq!([age(0), age(1), age(18), age(19)].map(|c| c.is_ok()), [false, true, true, false]);
        assert_eq!([missing(0), missing(1), missing(366), missing(367)].map(|c| c.is_ok()), [false, true, true, false]);
        assert_eq!(age(19), Err(PolicyRefused::FloorAge { floor: 0 }));
        assert_eq!(missing(0), Err(PolicyRefused::FloorDays { floor: 0 }));
        assert_eq!(checked(FloorWhen::OutOfArea, "extreme"), Err(PolicyRefused::FloorLevel { floor: 0 }));
    }

    #[test]
    fn a_policy_written_before_there_were_floors_reads_as_one_without() {
        let mut written = serde_json::to_value(policy(&[(FloorWhen::AgeUnder { years: 13 }, "medium")])).unwrap();
        let expected = serde_json::json!([{ "when": { "fact": "age_under", "years": 13 }, "at_least": "medium" }]);
        assert_eq!(written.as_object_mut().unwrap().remove("floors"), Some(expected));
        assert_eq!(serde_json::from_value::<Policy>(written).unwrap(), policy(&[]));
    }
}
