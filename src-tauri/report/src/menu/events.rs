//! What happened in the period, by quarter: cases opened and closed, reviews, decisions, returns, causes.

use caseward_domain::duty::{Duty, Rule};
use caseward_domain::history::CaseHistory;
use caseward_domain::item::ItemKind;
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::policy::{Policy, PolicyHistory};

use super::axis::{Axis, Time};
use super::cross::Cross;
use super::open_cases::{level_axis, level_place};
use super::print::{Printing, RateOf};
use super::{CLOSED, Child, Item, Lists, OPENED};
use crate::period::Period;
use crate::tables::causes::Causes;
use crate::tables::interviews::{Interview, return_interview};
use crate::tables::leaving::LevelAtClosing;
use crate::tables::sign_offs::{Decision, decisions};
use crate::tables::voice::Voiced;
use crate::words::{count, sentence};

const REVIEWS: &str = "Reviews held";
const DECISIONS: &str = "Decisions on items sent for sign-off";
const RETURNS: &str = "Returns from missing episodes";
const LATE: &str = "Settled late or let rest";
const AUDITED: &str = "Case files looked at in audits";

const TIMELY: [&str; 3] = ["In time", "Late", "No date was owed"];
const VOICED: [&str; 4] = ["View reached the review", "View did not reach it", "Child under 4", "Not recorded"];
const DECIDED: [&str; 4] =
    ["Signed off in time", "Signed off late", "Signed off, time limit not known", "Returned to its writer"];
const INTERVIEWED: [&str; 6] =
    ["Held in time", "Held later", "Declined by the child", "Not held, and overdue", "Not yet due", "Not recorded"];

/// Populations that no other is a sum or a part of.
pub(crate) const ALONE: [&str; 5] = [REVIEWS, DECISIONS, RETURNS, LATE, AUDITED];

#[derive(Clone, Debug)]
pub(crate) struct Events {
    levels: Vec<RiskLevel>,
    /// Code and place of its group.
    referral: Vec<(String, usize)>,
    /// The place of a source that is not recorded.
    no_group: usize,
    /// Opened, opened by year, closed, reviews in time, reviews with voice, decisions, returns, causes, audits.
    pub items: [Item; 9],
}

impl Events {
    pub fn new(time: &Time, policy: &Policy, lists: &Lists) -> Self {
        let levels: Vec<RiskLevel> = policy.levels.iter().map(|rule| rule.level.clone()).collect();
        let (referral, groups) = referral_groups(lists);
        let by_quarter = time.axis(false);
        let owned = |labels: &[&str]| labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>();
        let kinds: Vec<String> = counted_kinds().map(|kind| sentence(kind.say())).collect();
        let closing = level_axis(&levels);
        let items = [
            Item::one(
                printing(
                    "opened",
                    "Cases opened in the period, by who referred them",
                    ["case was opened in the period", "cases were opened in the period"],
                    "Cases",
                    None,
                    "A case that opened again is counted each time. Open before the period, plus opened, less closed, is open at its end.",
                ),
                Cross::new(
                    "Cases opened by who referred them",
                    OPENED,
                    vec![by_quarter.clone(), Axis::flat("Referred by", "All sources", &groups)],
                ),
            ),
            Item {
                is_for_questions: true,
                ..Item::one(
                    printing(
                        "opened-by-year",
                        "Cases opened in the period",
                        ["case was opened in the period", "cases were opened in the period"],
                        "Cases",
                        None,
                        "A case that opened again is counted each time.",
                    ),
                    Cross::new("Cases opened by year and quarter", OPENED, vec![by_quarter.clone()]),
                )
            },
            Item::one(
                printing(
                    "closed",
                    "Cases closed in the period, by level of risk at closing",
                    ["case was closed in the period", "cases were closed in the period"],
                    "Cases",
                    None,
                    "The level is the one at which the closure was signed off; where no closure states one, the one in force on the closing day.",
                ),
                Cross::new("Cases closed by level of risk at closing", CLOSED, vec![by_quarter.clone(), closing]),
            ),
            Item::one(
                printing(
                    "reviews-in-time",
                    "Reviews held in the period, by month and whether they were in time",
                    ["review was held in the period", "reviews were held in the period"],
                    "Reviews",
                    Some(RateOf {
                        label: "Reviews in time",
                        said: "were held in time",
                        hits: &IN_TIME,
                        misses: &IS_LATE,
                        not_recorded: &NO_DATE,
                    }),
                    "In time means by the earlier of the date arranged and the interval of the level in force. Reviews that a tracker reported count as held.",
                ),
                Cross::new(
                    "Reviews held by whether they were in time",
                    REVIEWS,
                    vec![time.axis(true), Axis::flat("In time", "All reviews", &owned(&TIMELY)).harmless()],
                ),
            ),
            Item::one(
                printing(
                    "reviews-with-voice",
                    "Reviews held in the period, by whether the child’s view reached them",
                    ["review was held in the period", "reviews were held in the period"],
                    "Reviews",
                    Some(RateOf {
                        label: "The child’s view reached the review",
                        said: "were reached by the child’s view",
                        hits: &REACHED,
                        misses: &NOT_REACHED,
                        not_recorded: &NO_CODE,
                    }),
                    "The view reached the review if the child spoke, conveyed views, briefed an advocate or sent views (PN1, PN2, PN3, PN5, PN6). Reviews of children under 4 are left out of the per cent.",
                ),
                Cross::new(
                    "Reviews held by whether the child’s view reached them",
                    REVIEWS,
                    vec![by_quarter.clone(), Axis::flat("Child’s voice", "All reviews", &owned(&VOICED))],
                )
                // Nobody takes a child so young for one of a register like this: a zero there covers for nothing.
                .known_none(by_quarter.finest().iter().map(|quarter| vec![quarter.as_str(), VOICED[2]])),
            ),
            Item::one(
                printing(
                    "decisions",
                    "Decisions on items sent for sign-off, by kind",
                    ["decision was made in the period", "decisions were made in the period"],
                    "Decisions",
                    Some(RateOf {
                        label: "Signed off in time",
                        said: "were signed off in time",
                        hits: &SIGNED_IN_TIME,
                        misses: &SIGNED_LATE,
                        not_recorded: &NO_LIMIT,
                    }),
                    "In time means within the working days that the policy gave on the day the item was sent. The per cent is of what was signed off. A sign-off that a tracker reported is not one, and is not counted. Nor are decisions on closures: with the cases that closed they would say how many were returned.",
                ),
                Cross::new(
                    "Decisions by kind of item and time",
                    DECISIONS,
                    vec![
                        by_quarter.clone(),
                        Axis::flat("Kind of item", "All items", &kinds).harmless(),
                        Axis::flat("Decision", "All decisions", &owned(&DECIDED)).harmless(),
                    ],
                ),
            ),
            Item::one(
                printing(
                    "returns",
                    "Returns from missing episodes in the period, by the interview that followed",
                    [
                        "return from a missing episode was recorded in the period",
                        "returns from missing episodes were recorded in the period",
                    ],
                    "Returns",
                    Some(RateOf {
                        label: "Interview held in time",
                        said: "led to an interview in time",
                        hits: &HELD,
                        misses: &NOT_HELD,
                        not_recorded: &CANNOT_TELL,
                    }),
                    "In time means within the hours of the policy, 72 from the return in the statutory guidance. An interview that the child declined was not held. Not yet due, and those without the times that would tell, count as not held in the worst case. Each return is counted as it stood at the end of its quarter.",
                ),
                Cross::new(
                    "Returns from missing episodes by the interview that followed",
                    RETURNS,
                    vec![by_quarter.clone(), Axis::flat("Return interview", "All returns", &owned(&INTERVIEWED))],
                ),
            ),
            causes_item(by_quarter.clone(), &[]),
            audits_item(by_quarter, &[], 0),
        ];
        Self { levels, referral, no_group: groups.len() - 1, items }
    }

    #[allow(clippy::too_many_arguments, reason = "what a case is counted with")]
    pub fn add(
        &mut self,
        period: Period,
        time: &Time,
        history: &CaseHistory,
        child: Child<'_>,
        duties: &[Duty],
        policies: &PolicyHistory,
        closed_at: &[LevelAtClosing],
    ) {
        let [opened, by_year, closed, in_time, voice, decided, returns, _, _] = &mut self.items;
        let source = child.referral_source.and_then(|source| self.referral.iter().find(|(code, _)| code == source.as_str()));
        for span in &history.periods {
            if let Some(quarter) = time.quarter_of(span.opened_on) {
                opened.add(&[quarter, source.map_or(self.no_group, |(_, group)| *group)]);
                by_year.add(&[quarter]);
            }
            let Some((on, quarter)) = span.closed_on.and_then(|on| Some((on, time.quarter_of(on)?))) else { continue };
            let stated = closed_at.iter().rfind(|stated| stated.closed_on == on).map(|stated| &stated.level);
            let in_force = level_in_force(&history.levels, on).map(|found| found.level);
            closed.add(&[quarter, level_place(&self.levels, stated.or(in_force))]);
        }
        for review in &history.reviews {
            let (Some(month), Some(quarter)) = (time.month_of(review.on), time.quarter_of(review.on)) else { continue };
            let is_met =
                |duty: &&Duty| matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue) && duty.met_on == Some(review.on);
            let due = duties.iter().find(is_met).and_then(|duty| duty.due_on);
            in_time.add(&[month, due.map_or(2, |due| usize::from(due < review.on))]);
            let voiced = match Voiced::of(review.participation.as_ref(), review.voice_heard) {
                Voiced::Reached => 0,
                Voiced::NotReached => 1,
                Voiced::UnderFour => 2,
                Voiced::NotRecorded => 3,
            };
            voice.add(&[quarter, voiced]);
        }
        for (kind, on, decision) in decisions(period, policies, history, duties) {
            let place = match decision {
                Decision::InTime => 0,
                Decision::Late => 1,
                Decision::LimitNotKnown => 2,
                Decision::Returned => 3,
            };
            let kind = counted_kinds().position(|known| known == kind);
            if let (Some(quarter), Some(kind)) = (time.quarter_of(on), kind) {
                decided.add(&[quarter, kind, place]);
            }
        }
        for episode in &history.episodes {
            let Some(returned) = episode.returned.filter(|returned| history.is_open_on(returned.on)) else { continue };
            let Some(quarter) = time.quarter_of(returned.on) else { continue };
            let hours = policies.on(returned.on).clocks.return_interview_hours;
            // As it stood at the end of its quarter, whatever the period: a quarter that was released is counted the same for ever.
            let end = time.quarters().get(quarter).map_or(period.to, |quarter| quarter.to);
            let by_the_end = |moment: &caseward_domain::history::Moment| moment.on <= end;
            let held = episode.interview_held.filter(by_the_end);
            let place = match return_interview(returned, held, hours, end) {
                Interview::InTime => 0,
                Interview::Later => 1,
                Interview::CannotTell => 5,
                Interview::NotYetDue | Interview::NotHeld
                    if episode.interview_declined.is_some_and(|moment| by_the_end(&moment)) =>
                {
                    2
                }
                Interview::NotHeld => 3,
                Interview::NotYetDue => 4,
            };
            returns.add(&[quarter, place]);
        }
    }

    /// Why things were late, for each quarter of the period.
    pub fn causes(&mut self, time: &Time, by_quarter: &[Causes]) {
        let labels = labels_of(by_quarter.iter().flat_map(|causes| &causes.given));
        let mut item = causes_item(time.axis(false), &labels);
        for (quarter, causes) in by_quarter.iter().enumerate() {
            item.add_given(quarter, &labels, &causes.given);
            for (place, times) in [(labels.len(), causes.not_known), (labels.len() + 1, causes.not_asked)] {
                item.add_times(&[quarter, place], u32::try_from(times).unwrap_or(u32::MAX));
            }
        }
        let [.., causes, _] = &mut self.items;
        *causes = item;
    }

    /// What audits found, for each quarter of the period.
    pub fn audits(&mut self, time: &Time, by_quarter: &[Audits]) {
        let labels = labels_of(by_quarter.iter().flat_map(|audits| &audits.found));
        let mut item = audits_item(time.axis(false), &labels, by_quarter.iter().map(|audits| audits.drawn).sum());
        for (quarter, audits) in by_quarter.iter().enumerate() {
            item.add_given(quarter, &labels, &audits.found);
        }
        let [.., kept] = &mut self.items;
        *kept = item;
    }
}

/// Audits of case files in a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audits {
    /// Samples that were drawn.
    pub drawn: u64,
    /// Case files looked at, by what was found first, each once for each sample; in the order of the authority's list.
    pub found: Vec<(String, u64)>,
}

/// Each label once, in the order in which they come.
fn labels_of<'a>(given: impl Iterator<Item = &'a (String, u64)>) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for (label, _) in given {
        if !labels.contains(label) {
            labels.push(label.clone());
        }
    }
    labels
}

impl Item {
    /// Counts what was given under each label, at the label's place.
    fn add_given(&mut self, quarter: usize, labels: &[String], given: &[(String, u64)]) {
        for (label, times) in given {
            if let Some(place) = labels.iter().position(|known| known == label) {
                self.add_times(&[quarter, place], u32::try_from(*times).unwrap_or(u32::MAX));
            }
        }
    }
}

/// All but closures: as many are signed off as cases close, which is counted by itself.
fn counted_kinds() -> impl Iterator<Item = ItemKind> {
    ItemKind::ALL.into_iter().filter(|kind| *kind != ItemKind::Closure)
}

const IN_TIME: [&str; 1] = [TIMELY[0]];
const IS_LATE: [&str; 1] = [TIMELY[1]];
const NO_DATE: [&str; 1] = [TIMELY[2]];
const REACHED: [&str; 1] = [VOICED[0]];
const NOT_REACHED: [&str; 1] = [VOICED[1]];
const NO_CODE: [&str; 1] = [VOICED[3]];
const SIGNED_IN_TIME: [&str; 1] = [DECIDED[0]];
const SIGNED_LATE: [&str; 1] = [DECIDED[1]];
const NO_LIMIT: [&str; 1] = [DECIDED[2]];
const HELD: [&str; 1] = [INTERVIEWED[0]];
const NOT_HELD: [&str; 3] = [INTERVIEWED[1], INTERVIEWED[2], INTERVIEWED[3]];
const CANNOT_TELL: [&str; 2] = [INTERVIEWED[4], INTERVIEWED[5]];

fn printing(
    id: &'static str,
    title: &str,
    counted: [&str; 2],
    heading: &'static str,
    rate: Option<RateOf>,
    note: &str,
) -> Printing {
    Printing { id, title: title.to_owned(), counted: counted.map(str::to_owned), heading, rate, notes: vec![note.to_owned()] }
}

fn causes_item(by_quarter: Axis, labels: &[String]) -> Item {
    let labels: Vec<String> = labels.iter().cloned().chain(["Not known".to_owned(), "Not asked".to_owned()]).collect();
    let causes = Axis::flat("Cause", "All causes", &labels).harmless();
    Item::one(
        printing(
            "late-by-cause",
            "Why things were late in the period",
            ["thing was settled late or let rest in the period", "things were settled late or let rest in the period"],
            "Times",
            None,
            "Counted is everything that was done after its date in the period, and each time in the period that a manager let a flag rest. Not known means that somebody was asked and does not know. Not asked means that nobody has said anything yet.",
        ),
        Cross::new("Why things were late by cause", LATE, vec![by_quarter, causes]),
    )
}

fn audits_item(by_quarter: Axis, labels: &[String], drawn: u64) -> Item {
    let found = Axis::flat("What was found", "All case files", labels).harmless();
    let mut printing = printing(
        "audited",
        "Case files looked at in audits in the period, by what was found",
        ["case file was looked at in an audit in the period", "case files were looked at in audits in the period"],
        "Case files",
        None,
        "A case file counts once for each audit, on the day on which it was first looked at and with what was found then.",
    );
    printing.notes.insert(0, format!("{} drawn for audit in the period.", sentence(&count(drawn, "sample was", "samples were"))));
    Item { is_for_questions: true, ..Item::one(printing, Cross::new("Case files audited", AUDITED, vec![by_quarter, found])) }
}

/// The place of each source's group, and the groups in their order, with what is not recorded last.
fn referral_groups(lists: &Lists) -> (Vec<(String, usize)>, Vec<String>) {
    let mut groups: Vec<String> = Vec::new();
    let mut referral = Vec::new();
    for (code, group) in &lists.referral_groups {
        let place = groups.iter().position(|known| known == group).unwrap_or_else(|| {
            groups.push(group.clone());
            groups.len() - 1
        });
        referral.push((code.clone(), place));
    }
    groups.push("Not recorded".to_owned());
    (referral, groups)
}
