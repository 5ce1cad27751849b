//! Cases that are open on the last day of the period: by level and what is done about it, by age and sex, by model.

use caseward_disclosure::Narrowed;
use caseward_domain::code::Code;
use caseward_domain::duty::{Duty, Family};
use caseward_domain::history::CaseHistory;
use caseward_domain::item::ItemKind;
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::policy::Policy;

use super::axis::Axis;
use super::cross::Cross;
use super::print::{Printing, RateOf};
use super::{Child, Item, ItemCounts, Lists, OPEN_CASES, on_the_last_day};
use crate::period::Period;

/// As a reader of numbers about children meets them: ages at referral in whole years, to and including the second.
const AGES: [(&str, u8, u8); 4] =
    [("Under 11", 0, 10), ("11 to 13", 11, 13), ("14 and 15", 14, 15), ("16 and over", 16, u8::MAX)];
const NOT_RECORDED: &str = "Not recorded";
const UNKNOWN_SEX: &str = "U";

const CONFIRMED: [&str; 2] = ["Confirmed by a manager", "Not yet confirmed"];
const FLAGGED: [&str; 2] = ["No such flag", "At least one no-review flag"];
const PLAN: [&str; 3] = ["Plan signed off", "Reported as signed off", "No plan signed off"];

#[derive(Clone, Debug)]
pub(crate) struct OpenCases {
    on: chrono::NaiveDate,
    levels: Vec<RiskLevel>,
    sexes: Vec<String>,
    models: Vec<String>,
    /// By level: confirmed, flagged, plan; by age and sex; by model.
    pub items: [Item; 5],
}

impl OpenCases {
    pub fn new(period: Period, policy: &Policy, lists: &Lists) -> Self {
        let levels: Vec<RiskLevel> = policy.levels.iter().map(|rule| rule.level.clone()).collect();
        let level = level_axis(&levels);
        let owned = |labels: &[&str]| labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>();
        let known: Vec<&(String, String)> = lists.sexes.iter().filter(|(code, _)| code != UNKNOWN_SEX).collect();
        let sexes = known.iter().map(|(_, label)| label.clone()).chain(["Unknown or not recorded".to_owned()]);
        let sex = Axis::flat("Sex", "Both and unknown", &sexes.collect::<Vec<_>>());
        let ages = AGES.iter().map(|(label, ..)| (*label).to_owned()).chain([NOT_RECORDED.to_owned()]);
        let age = Axis::flat("Age at referral", "All ages", &ages.collect::<Vec<_>>());
        let confirmed = Axis::flat("Confirmation", "All", &owned(&CONFIRMED)).harmless();
        let flagged = Axis::flat("Review", "All", &owned(&FLAGGED)).harmless();
        let plan = Axis::flat("Plan", "All", &owned(&PLAN)).harmless();
        let on = on_the_last_day(period);
        let counted = [format!("case was open {on}"), format!("cases were open {on}")];
        let item = |id, by: &str, axes: Vec<Axis>, none: &[[&str; 2]], rate: Option<RateOf>, notes: &[&str]| {
            let title = format!("Open cases by {by}");
            let printed = format!("Open cases {on}, by {by}");
            let notes = owned(notes);
            let printing = Printing { id, title: printed, counted: counted.clone(), heading: "Cases", rate, notes };
            Item::one(printing, Cross::new(&title, OPEN_CASES, axes).known_none(none.iter().map(|cell| cell.to_vec())))
        };
        let models = models_item(lists, &on, counted.clone());
        let items = [
            item(
                "open-by-level",
                "level of risk and whether a manager has confirmed it",
                vec![level.clone(), confirmed],
                &[[NOT_RECORDED, CONFIRMED[0]]],
                Some(RateOf {
                    label: "Level confirmed by a manager",
                    said: "had a level confirmed by a manager",
                    hits: &CONFIRMED_IS,
                    misses: &CONFIRMED_IS_NOT,
                    not_recorded: &[],
                }),
                &[
                    "The level is the one in force on that day: the manager’s level of the latest sign-off that states one; before any, the practitioner’s, which counts as not yet confirmed. A case with no level recorded counts as not confirmed, so the per cent is already the worst case.",
                ],
            ),
            item(
                "open-by-review",
                "level of risk and whether a review is missing or late",
                vec![level.clone(), flagged],
                &[],
                Some(RateOf {
                    label: "With a no-review flag",
                    said: "had at least one no-review flag",
                    hits: &FLAGGED_IS,
                    misses: &FLAGGED_IS_NOT,
                    not_recorded: &[],
                }),
                &[
                    "A flag is a duty about reviews that was past its date and not met on that day. A missing level or date never postpones one, so nothing is left out as not recorded.",
                ],
            ),
            item(
                "open-by-plan",
                "level of risk and whether a plan is in place",
                vec![level, plan],
                // Every sign-off states a level.
                &[[NOT_RECORDED, PLAN[0]]],
                Some(RateOf {
                    label: "With a plan in place",
                    said: "had a plan that was signed off here or reported as signed off",
                    hits: &PLAN_IS,
                    misses: &PLAN_IS_NOT,
                    not_recorded: &[],
                }),
                &[
                    "A plan is in place once a manager has signed it off. What a tracker reported as signed off before the case was brought in is counted apart. A case of which nothing is recorded counts as without, so the per cent is already the worst case.",
                ],
            ),
            item(
                "open-by-age-and-sex",
                "age at referral and sex",
                vec![age, sex],
                &[],
                None,
                &["Age is in whole years when the child was referred. No date of birth is kept."],
            ),
            models,
        ];
        let codes = |listed: &[&(String, String)]| listed.iter().map(|(code, _)| code.clone()).collect();
        Self {
            on: period.to,
            levels,
            sexes: codes(&known),
            models: lists.models.iter().map(|(code, _)| code.clone()).collect(),
            items,
        }
    }

    /// A case that is open on the last day.
    pub fn add(&mut self, history: &CaseHistory, child: Child<'_>, duties: &[Duty]) {
        let on = self.on;
        let in_force = level_in_force(&history.levels, on);
        let level = level_place(&self.levels, in_force.as_ref().map(|found| found.level));
        let is_known = level < self.levels.len();
        let confirmed = usize::from(!in_force.is_some_and(|found| found.confirmed && is_known));
        let flagged = duties.iter().any(|duty| duty.rule.family() == Family::NoReview && duty.is_flag_on(on));
        let signed_by = |day: chrono::NaiveDate| day <= on;
        let plan = if history.items_of(ItemKind::Plan).any(|plan| plan.first_signed_on().is_some_and(signed_by)) {
            0
        } else if history.reported.plan_signed_off {
            1
        } else {
            2
        };
        let age = child.age_at_referral.and_then(|age| AGES.iter().position(|(_, from, to)| (*from..=*to).contains(&age)));
        let sex = place_in(&self.sexes, child.sex);
        let [by_confirmed, by_flag, by_plan, by_age, by_model] = &mut self.items;
        by_confirmed.add(&[level, confirmed]);
        by_flag.add(&[level, usize::from(flagged)]);
        by_plan.add(&[level, plan]);
        by_age.add(&[age.unwrap_or(AGES.len()), sex]);
        if let ItemCounts::Each(crosses) = &mut by_model.counts {
            for (cross, code) in crosses.iter_mut().zip(&self.models) {
                let has = child.models.iter().any(|model| model.as_str() == code);
                cross.add(&[usize::from(!has)]);
            }
        }
    }
}

impl OpenCases {
    /// A plan that is signed off here states a level, so that of each level no more have one than are confirmed: both cells, as the
    /// disclosure rules name them.
    pub fn signed_within_confirmed(&self) -> Vec<[Narrowed; 2]> {
        let cell = |by: &str, heading: &str, level: &RiskLevel| {
            let mut narrowed = vec![(LEVEL.to_owned(), level.say()), (by.to_owned(), heading.to_owned())];
            narrowed.sort();
            narrowed
        };
        let [by_confirmed, _, by_plan, ..] = &self.items;
        let count = |item: &Item, level: usize| item.crosses().first().map_or(0, |cross| cross.count(&[level, 0]));
        let holds = |(place, _): &(usize, &RiskLevel)| count(by_plan, *place) <= count(by_confirmed, *place);
        let levels = self.levels.iter().enumerate().filter(holds);
        levels.map(|(_, level)| [cell("Plan", PLAN[0], level), cell("Confirmation", CONFIRMED[0], level)]).collect()
    }
}

const LEVEL: &str = "Level of risk";

const CONFIRMED_IS: [&str; 1] = [CONFIRMED[0]];
const CONFIRMED_IS_NOT: [&str; 1] = [CONFIRMED[1]];
const FLAGGED_IS: [&str; 1] = [FLAGGED[1]];
const FLAGGED_IS_NOT: [&str; 1] = [FLAGGED[0]];
const PLAN_IS: [&str; 2] = [PLAN[0], PLAN[1]];
const PLAN_IS_NOT: [&str; 1] = [PLAN[2]];

/// By the levels of a policy, in its order; what it does not know stands with what is not recorded.
pub(crate) fn level_axis(levels: &[RiskLevel]) -> Axis {
    let labels: Vec<String> = levels.iter().map(RiskLevel::say).chain([NOT_RECORDED.to_owned()]).collect();
    Axis::flat(LEVEL, "All levels", &labels)
}

pub(crate) fn level_place(levels: &[RiskLevel], level: Option<&RiskLevel>) -> usize {
    level.and_then(|level| levels.iter().position(|known| known == level)).unwrap_or(levels.len())
}

/// Where a code stands in its list, or behind all of it.
pub(crate) fn place_in(codes: &[String], code: Option<&Code>) -> usize {
    code.and_then(|code| codes.iter().position(|known| known == code.as_str())).unwrap_or(codes.len())
}

/// Each model by itself: a child can have several, so that they add up to nothing and no model can be taken from the others.
fn models_item(lists: &Lists, on: &str, counted: [String; 2]) -> Item {
    let yes_or_no = |(_, label): &(String, String)| {
        let axis = Axis::flat(&format!("Model: {label}"), "All", &[label.clone(), format!("Not {label}")]);
        Cross::new(&format!("Open cases by model of exploitation: {label}"), OPEN_CASES, vec![axis])
    };
    let printing = Printing {
        id: "open-by-model",
        title: format!("Open cases {on}, by model of exploitation"),
        counted,
        heading: "Model of exploitation",
        rate: None,
        notes: vec![
            "A child can have several models recorded and is counted in each, so the numbers do not add up. A child with none recorded is in the last row only.".to_owned(),
        ],
    };
    Item { printing, counts: ItemCounts::Each(lists.models.iter().map(yes_or_no).collect()), is_for_questions: false }
}
