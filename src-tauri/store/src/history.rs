//! From rows to [`CaseHistory`]: what the duty function reads.

use std::collections::BTreeMap;

use caseward_domain::content::{Content, Review};
use caseward_domain::history::{
    Arranged, CaseHistory, EpisodeHistory, ItemHistory, Period, PlanActionHistory, Reported, ReviewHeld, VersionHistory,
};
use caseward_domain::id::{ItemId, PlanActionId};
use caseward_domain::level::{LevelStatement, StatedBy};
use caseward_domain::plan_in_force::{ActionState, ActionUpdate, PlanVersion, Stood, action_histories};
use caseward_domain::sign_off::Outcome;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::case::CaseRecord;
use crate::episode::{Episode, PlanUpdate};
use crate::error::StoreError;
use crate::item::{VersionRecord, civil};
use crate::records::Records;
use crate::review_date::{EarlierPeriod, ReviewDate};
use crate::snooze::Snooze;

/// Everything about one case, as rows.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub case: CaseRecord,
    pub versions: Vec<VersionRecord>,
    pub episodes: Vec<Episode>,
    pub plan_updates: Vec<PlanUpdate>,
    pub review_dates: Vec<ReviewDate>,
    /// The spans in which a reopened case was open before, oldest first.
    pub earlier: Vec<EarlierPeriod>,
    /// Of flags, over and ended ones too.
    pub snoozes: Vec<Snooze>,
}

/// Where a date for the next review comes from.
#[derive(Clone, Copy, Debug)]
pub enum ArrangedBy<'a> {
    /// A tracker.
    Reported,
    Arrangement(&'a VersionRecord),
    /// Agreed at a review.
    Review(&'a VersionRecord),
    Hand(&'a ReviewDate),
}

impl Records<'_> {
    pub fn case_file(&self, case: CaseRecord) -> Result<CaseFile, StoreError> {
        Ok(CaseFile {
            versions: self.versions_of_case(case.id)?,
            episodes: self.episodes(case.id)?,
            plan_updates: self.plan_updates(case.id)?,
            review_dates: self.review_dates(case.id)?,
            earlier: self.earlier_periods(case.id)?,
            snoozes: self.snoozes(case.id)?,
            case,
        })
    }
}

impl CaseFile {
    /// The facts that duties depend on.
    pub fn history(&self) -> CaseHistory {
        let items = self.by_item();
        let counting: Vec<&VersionRecord> = that_count(&items).collect();
        CaseHistory {
            periods: self.periods(),
            brought_in_on: self.case.brought_in_on,
            reported: Reported {
                assessment_signed_off: self.case.reported.assessment_signed_off,
                plan_signed_off: self.case.reported.plan_signed_off,
            },
            levels: self.levels(&counting),
            reviews: self.reviews(&counting),
            arranged: self.arranged(&counting).into_iter().map(|(date, _)| date).collect(),
            items: items.iter().filter_map(|(id, versions)| item_history(*id, versions)).collect(),
            actions: self.actions(),
            plan_updates: self.plan_updates.iter().map(|update| update.day).collect(),
            episodes: self
                .episodes
                .iter()
                .map(|e| EpisodeHistory {
                    id: e.id,
                    missing_from: e.missing_from,
                    returned: e.returned,
                    interview_held: e.interview_held,
                    interview_declined: e.interview_declined,
                })
                .collect(),
        }
    }

    /// The versions of each item, in order, items in the order in which they were made.
    pub fn by_item(&self) -> BTreeMap<ItemId, Vec<&VersionRecord>> {
        let mut items: BTreeMap<ItemId, Vec<&VersionRecord>> = BTreeMap::new();
        for version in &self.versions {
            items.entry(version.item).or_default().push(version);
        }
        items
    }

    /// The latest version of each item.
    pub fn latest(&self) -> impl Iterator<Item = &VersionRecord> {
        self.by_item().into_values().filter_map(|versions| versions.into_iter().next_back())
    }

    /// The version of each item that counts: the one signed last, and while none is signed the latest. So nothing that was
    /// signed becomes another fact, such as a review on another day, before a manager has signed that too.
    pub fn that_count(&self) -> Vec<&VersionRecord> {
        that_count(&self.by_item()).collect()
    }

    fn periods(&self) -> Vec<Period> {
        let earlier = self.earlier.iter().map(|span| Period { opened_on: span.opened_on, closed_on: Some(span.closed_on) });
        earlier.chain([Period { opened_on: self.case.opened_on, closed_on: self.case.closed_on }]).collect()
    }

    /// The day on which the case first opened.
    pub fn first_opened_on(&self) -> NaiveDate {
        self.earlier.iter().map(|span| span.opened_on).min().unwrap_or(self.case.opened_on)
    }

    fn levels(&self, counting: &[&VersionRecord]) -> Vec<LevelStatement> {
        let opening = self.case.opening_level.iter().map(|level| LevelStatement {
            on: self.first_opened_on(),
            at: start_of(self.first_opened_on()),
            level: level.clone(),
            by: StatedBy::Practitioner,
        });
        let stated = counting.iter().filter_map(|version| {
            let (on, level) = match &version.content {
                Content::Assessment(a) => (a.completed_on, &a.level),
                Content::Review(r) => (r.held_on, &r.level),
                _ => return None,
            };
            Some(LevelStatement { on, at: version.written_at, level: level.clone(), by: StatedBy::Practitioner })
        });
        let signed = self.versions.iter().filter_map(|version| {
            let sign_off = version.sign_off.as_ref()?;
            let level = sign_off.decision.level.clone()?;
            (sign_off.decision.outcome == Outcome::SignedOff).then(|| LevelStatement {
                on: civil(sign_off.at),
                at: sign_off.at,
                level,
                by: StatedBy::Manager,
            })
        });
        opening.chain(stated).chain(signed).collect()
    }

    fn reviews(&self, counting: &[&VersionRecord]) -> Vec<ReviewHeld> {
        let reported = self.case.reported.reviews.iter().map(|review| ReviewHeld {
            item: None,
            on: review.on,
            voice_heard: review.participation.as_ref().is_some_and(|code| voice_heard(code.as_str())),
            participation: review.participation.clone(),
            signed_on: None,
        });
        // The first signature under this review: one under the same item held on another day was under another review.
        let signed = |item: ItemId, on: NaiveDate| {
            let of_item = self.versions.iter().filter(move |version| version.item == item && version.is_signed());
            let same_day = of_item.filter(move |version| matches!(&version.content, Content::Review(r) if r.held_on == on));
            same_day.filter_map(|version| version.sign_off.as_ref())
        };
        let held = counting.iter().filter_map(|version| {
            let Content::Review(review) = &version.content else { return None };
            Some(ReviewHeld {
                item: Some(version.item),
                on: review.held_on,
                voice_heard: voice_heard(review.participation.as_str()),
                participation: Some(review.participation.clone()),
                signed_on: signed(version.item, review.held_on).map(|s| civil(s.at)).min(),
            })
        });
        reported.chain(held).collect()
    }

    fn arranged<'a>(&'a self, counting: &[&'a VersionRecord]) -> Vec<(Arranged, ArrangedBy<'a>)> {
        let arranged = |arranged_on, at, next_review_on| Arranged { arranged_on, at, next_review_on };
        let reported = self
            .case
            .reported
            .arranged
            .iter()
            .map(|a| (arranged(a.arranged_on, start_of(a.arranged_on), a.next_review_on), ArrangedBy::Reported));
        let written = self.versions.iter().filter_map(|version| match &version.content {
            Content::ReviewArrangement(a) => {
                // A draft arranges nothing: the date counts from the day on which it was first sent.
                let at = version.submissions.iter().map(|sent| sent.at).min()?;
                Some((arranged(civil(at), at, a.next_review_on), ArrangedBy::Arrangement(version)))
            }
            _ => None,
        });
        let agreed = counting.iter().copied().filter_map(|version| match &version.content {
            Content::Review(r) => {
                let date = arranged(r.held_on, self.agreed_at(version.item, r), r.next_review_on?);
                Some((date, ArrangedBy::Review(version)))
            }
            _ => None,
        });
        let by_hand =
            self.review_dates.iter().map(|date| (arranged(civil(date.at), date.at, date.next_review_on), ArrangedBy::Hand(date)));
        reported.chain(written).chain(agreed).chain(by_hand).collect()
    }

    /// When a review agreed its next date, among all that was arranged on that day: when that was first written, and of a
    /// review that was written on a later day, last.
    fn agreed_at(&self, item: ItemId, review: &Review) -> DateTime<Utc> {
        let says_so = |version: &&VersionRecord| {
            let same = |r: &Review| (r.held_on, r.next_review_on) == (review.held_on, review.next_review_on);
            version.item == item && matches!(&version.content, Content::Review(r) if same(r))
        };
        let written = self.versions.iter().filter(says_so).map(|version| version.written_at).min();
        written.filter(|at| civil(*at) == review.held_on).unwrap_or_else(|| end_of(review.held_on))
    }

    /// The dates for the next review that stand: arranged since the last review of the present span, or since it opened.
    /// Newest first; the first one counts. A date that the last review has reached is no date for the next.
    pub fn next_dates(&self) -> Vec<(Arranged, ArrangedBy<'_>)> {
        let span = Period { opened_on: self.case.opened_on, closed_on: self.case.closed_on };
        let counting = self.that_count();
        let reviews = self.reviews(&counting).into_iter().map(|review| review.on);
        let last_review = reviews.filter(|day| span.holds(*day)).max();
        let mut dates = self.arranged(&counting);
        dates.retain(|(date, _)| {
            let is_ahead = last_review.is_none_or(|last| date.arranged_on >= last && date.next_review_on > last);
            span.holds(date.arranged_on) && is_ahead
        });
        dates.sort_by(|(a, _), (b, _)| b.cmp(a));
        dates
    }

    /// Whether any plan of the child, sent or not, holds the action.
    pub fn plans_action(&self, id: PlanActionId) -> bool {
        self.versions.iter().any(|version| match &version.content {
            Content::Plan(plan) => plan.actions.iter().any(|action| action.id == id),
            _ => false,
        })
    }

    fn actions(&self) -> Vec<PlanActionHistory> {
        let version = |version: &VersionRecord| {
            let Content::Plan(plan) = &version.content else { return None };
            let history = version_history(version);
            let stood = version.submissions.iter().map(|sent| Stood {
                from: civil(sent.at),
                at: sent.at,
                until: [sent.withdrawn_at.map(civil), history.returned_on].into_iter().flatten().min(),
            });
            let actions = plan.actions.iter().map(|action| (action.id, action.due_on)).collect();
            Some(PlanVersion { actions, stood: stood.collect(), signed_on: history.signed_on })
        };
        let versions: Vec<PlanVersion> = self.versions.iter().filter_map(version).collect();
        let update = |update: &PlanUpdate| ActionUpdate {
            action: update.action,
            on: update.day,
            at: update.at,
            state: match update.state.as_str() {
                "done" => ActionState::Done,
                "cancelled" => ActionState::Cancelled,
                _ => ActionState::Open,
            },
        };
        let updates: Vec<ActionUpdate> = self.plan_updates.iter().map(update).collect();
        action_histories(&versions, &updates, &self.periods())
    }
}

/// Of the versions of each item, the one that counts.
fn that_count<'a>(items: &BTreeMap<ItemId, Vec<&'a VersionRecord>>) -> impl Iterator<Item = &'a VersionRecord> {
    items.values().filter_map(|versions| {
        let signed = versions.iter().rev().find(|version| version.is_signed());
        signed.or(versions.last()).copied()
    })
}

fn item_history(id: ItemId, versions: &[&VersionRecord]) -> Option<ItemHistory> {
    let kind = versions.first()?.kind;
    Some(ItemHistory { id, kind, versions: versions.iter().map(|version| version_history(version)).collect() })
}

fn version_history(version: &VersionRecord) -> VersionHistory {
    let decided = |outcome: Outcome| version.sign_off.as_ref().filter(|s| s.decision.outcome == outcome).map(|s| civil(s.at));
    VersionHistory {
        number: version.number,
        written_on: civil(version.written_at),
        submitted_on: version.standing().map(|submission| civil(submission.at)),
        withdrawn: version.submissions.iter().filter_map(|s| Some((civil(s.at), civil(s.withdrawn_at?)))).collect(),
        signed_on: decided(Outcome::SignedOff),
        returned_on: decided(Outcome::Returned),
    }
}

/// Whether the child's view reached the review, or was not to be expected: not PN4, PN7 or blank.
pub(crate) fn voice_heard(participation: &str) -> bool {
    !matches!(participation, "PN4" | "PN7" | "")
}

/// After every instant of the civil day.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    start_of(day.succ_opt().unwrap_or(day))
}

fn start_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
