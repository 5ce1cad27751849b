//! Any case at all, for the laws: facts of every kind on days of a span, drawn as plain numbers so that ten thousand cases
//! take a second, and a failing one shrinks to few facts on early days.

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::builders::{Case, Version, after, opened, policy};
use crate::date::say_date;
use crate::history::{Arranged, CaseHistory, EpisodeHistory, ItemHistory, Moment, Period, PlanActionHistory, VersionHistory};
use crate::id::{EpisodeId, ItemId, PlanActionId};
use crate::item::ItemKind;
use crate::level::StatedBy;
use crate::policy::{Clocks, LevelRule, Policy, PolicyHistory};

/// `extreme` is a level that no policy knows.
pub const LEVELS: [&str; 4] = ["high", "medium", "low", "extreme"];

/// One fact: what kind, on which day of the span, how many days until what follows it, and all else that it says.
type Fact = (u8, u16, u16, u32);

/// A case on the days from `first` on.
pub fn any_case_from(first: NaiveDate, span: u16) -> impl Strategy<Value = Case> {
    let fact = (0..14_u8, 0..span, 0..100_u16, any::<u32>());
    let rules = (0..span, any::<u32>());
    let spans = (0..4_u8, 0..span / 4, 0..span, 0..span);
    (proptest::collection::vec(fact, 0..24), proptest::collection::vec(rules, 0..4), spans).prop_map(
        move |(facts, rules, (closings, open, length, gap))| {
            let mut case = opened(&say_date(after(first, open.into())));
            case.policies = policies(first, &rules);
            periods(&mut case, closings, length.into(), gap.into());
            for fact in facts {
                add(&mut case, first, fact);
            }
            case
        },
    )
}

/// A case over some sixteen months from 1 January 2026.
pub fn any_case() -> impl Strategy<Value = Case> {
    any_case_from(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), 500)
}

/// The first takes effect before the span, and the strictest level is the strictest under each of them.
fn policies(first: NaiveDate, rules: &[(u16, u32)]) -> Vec<Policy> {
    let mut policies = vec![policy(&say_date(first - Days::new(30)))];
    for (on, says) in rules {
        let policy = any_policy(after(first, (*on).into()), *says);
        if policies.iter().all(|other| other.effective_from != policy.effective_from) {
            policies.push(policy);
        }
    }
    policies
}

/// Any policy that takes effect on this day.
pub fn any_policy(effective_from: NaiveDate, says: u32) -> Policy {
    let digit = |place: u32| (says >> (3 * place)) & 7;
    let mut days = 3 + 7 * digit(0);
    let mut months = 1 + digit(1) % 3;
    let mut levels = Vec::new();
    for (place, name) in (2..).zip(["high", "medium", "low"]) {
        let rule = LevelRule {
            level: super::builders::level(name),
            review_every_days: days,
            ceiling_months: months,
            critical_after_days: days,
        };
        // A policy may not know every level.
        if levels.is_empty() || digit(place) > 0 {
            levels.push(rule);
        }
        days += 9 * digit(place + 2);
        months += digit(place + 3) % 3;
    }
    let clocks = Clocks {
        assessment_authorised: 1 + 9 * digit(4),
        plan_in_place: 1 + 2 * digit(5),
        sign_off_decided: 1 + digit(6),
        review_signed: 1 + digit(7),
        change_resubmitted: 1 + digit(8),
        return_interview_hours: 1 + 20 * digit(9),
        plan_update_days: 1 + 6 * digit(4),
        due_soon_days: 14,
    };
    Policy { effective_from, levels, clocks, floors: Vec::new() }
}

fn periods(case: &mut Case, closings: u8, length: u64, gap: u64) {
    let opened = case.history.periods[0].opened_on;
    let closed = after(opened, length);
    let again = after(closed, gap);
    case.history.periods = match closings {
        0 | 1 => vec![Period { opened_on: opened, closed_on: None }],
        2 => vec![Period { opened_on: opened, closed_on: Some(closed) }],
        _ => vec![
            Period { opened_on: opened, closed_on: Some(closed) },
            Period { opened_on: again, closed_on: length.is_multiple_of(2).then(|| after(again, length)) },
        ],
    };
}

fn add(case: &mut Case, first: NaiveDate, (kind, on, later, says): Fact) {
    let on = after(first, on.into());
    let then = after(on, later.into());
    let digit = |place: u32| usize::try_from((says >> (3 * place)) & 7).unwrap();
    let id = uuid::Uuid::from_u128(u128::from(says) % 50);
    match kind {
        0 | 1 => {
            let by = if digit(0) < 4 { StatedBy::Practitioner } else { StatedBy::Manager };
            *case = case.clone().stated(on, LEVELS[digit(1) % 4], by);
        }
        2..=4 => {
            let participation = ["PN0", "PN1", "PN4", "PN7", ""][digit(0) % 5];
            let item = (digit(1) > 1).then_some(ItemId(id));
            let signed_on = item.filter(|_| digit(2) > 2).map(|_| then);
            case.history
                .reviews
                .push(crate::history::ReviewHeld { signed_on, ..super::builders::review(item, on, participation) });
        }
        5 | 6 => {
            let at = on.and_hms_opt(digit(0).try_into().unwrap(), 0, 0).unwrap().and_utc();
            let next_review_on = if digit(1) == 0 { on - Days::new(3) } else { then };
            case.history.arranged.push(Arranged { arranged_on: on, at, next_review_on });
        }
        7..=9 => {
            let versions = versions(on, says);
            case.history.items.push(ItemHistory { id: ItemId(id), kind: ItemKind::ALL[digit(0) % 5], versions });
        }
        10 => {
            let done_on = (digit(0) > 4).then(|| after(on, 9 * digit(1) as u64));
            let dropped_on = (digit(2) > 5).then(|| after(on, 9 * digit(3) as u64));
            let due_on = if digit(4) == 0 { on - Days::new(9) } else { then };
            let in_plan_since = if digit(5) == 0 { on - Days::new(5) } else { on };
            let id = PlanActionId(id);
            case.history.actions.push(PlanActionHistory { id, in_plan_since, set_on: on, due_on, done_on, dropped_on });
        }
        11 => case.history.plan_updates.push(on),
        12 => {
            let time =
                |place: u32| NaiveTime::from_hms_opt(3 * u32::try_from(digit(place)).unwrap(), 59, 0).filter(|_| digit(4) > 2);
            let returned = (digit(0) > 0).then_some(Moment { on, at: time(1) });
            let interview_held = (digit(2) > 2).then(|| Moment { on: after(on, digit(3) as u64), at: time(3) });
            let interview_declined = (digit(5) > 5).then(|| Moment { on: after(on, digit(6) as u64), at: None });
            let missing_from = Moment { on: on - Days::new(digit(7) as u64), at: None };
            let id = EpisodeId(id);
            case.history.episodes.push(EpisodeHistory { id, missing_from, returned, interview_held, interview_declined });
        }
        _ => {
            case.history.brought_in_on = Some(on);
            case.history.reported.assessment_signed_off = digit(0) > 3;
            case.history.reported.plan_signed_off = digit(1) > 3;
        }
    }
}

/// The life of an item from a day on: each version written, perhaps sent, taken back and sent again, then signed or
/// returned; and the next one written after that.
fn versions(on: NaiveDate, says: u32) -> Vec<VersionHistory> {
    let mut versions = Vec::new();
    let mut day = on;
    let mut says = says;
    let mut digit = || {
        says = says.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u64::from(says >> 28)
    };
    for number in 1..=1 + u32::try_from(digit() % 4).unwrap() {
        let mut version = Version(VersionHistory { number, written_on: day, ..VersionHistory::default() });
        let mut steps = 0;
        while digit() > 2 && steps < 3 {
            day = after(day, digit());
            version.0.submitted_on = Some(day);
            let decided = after(day, digit());
            match digit() {
                0..8 => version.0.signed_on = Some(decided),
                8..11 => version.0.returned_on = Some(decided),
                11..14 => version.0.withdrawn.push((version.0.submitted_on.take().unwrap(), decided)),
                _ => break,
            }
            day = decided;
            if version.0.submitted_on.is_some() {
                break;
            }
            steps += 1;
        }
        versions.push(version.0);
        day = after(day, digit());
    }
    versions
}

/// What was known of a case at the end of a day: every fact dated after it is left out, and what ended after it goes on.
///
/// What a tracker reports of the time before the import is known from the import on: it stays as it is.
pub fn known_on(history: &CaseHistory, day: NaiveDate) -> CaseHistory {
    let mut known = history.clone();
    let by_then = |on: &Option<NaiveDate>| on.filter(|on| *on <= day);
    known.periods.retain(|period| period.opened_on <= day);
    for period in &mut known.periods {
        if !history.ended_before_import(period) {
            period.closed_on = by_then(&period.closed_on);
        }
    }
    known.levels.retain(|statement| statement.on <= day);
    known.reviews.retain(|review| review.on <= day);
    for review in &mut known.reviews {
        review.signed_on = by_then(&review.signed_on);
    }
    known.arranged.retain(|arranged| arranged.arranged_on <= day);
    for item in &mut known.items {
        item.versions.retain(|version| version.written_on <= day);
        for version in &mut item.versions {
            let sent_later = |(sent, back): &&(NaiveDate, NaiveDate)| *sent <= day && *back > day;
            let waiting = version.withdrawn.iter().find(sent_later).map(|(sent, _)| *sent);
            version.submitted_on = waiting.or(by_then(&version.submitted_on));
            version.withdrawn.retain(|(_, back)| *back <= day);
            version.signed_on = by_then(&version.signed_on);
            version.returned_on = by_then(&version.returned_on);
        }
    }
    known.actions.retain(|action| action.set_on <= day);
    for action in &mut known.actions {
        action.done_on = by_then(&action.done_on);
        action.dropped_on = by_then(&action.dropped_on);
    }
    known.plan_updates.retain(|on| *on <= day);
    known.episodes.retain(|episode| episode.missing_from.on <= day);
    for episode in &mut known.episodes {
        episode.returned = episode.returned.filter(|returned| returned.on <= day);
        episode.interview_held = episode.interview_held.filter(|held| held.on <= day);
        episode.interview_declined = episode.interview_declined.filter(|declined| declined.on <= day);
    }
    known
}

/// The policies that were in force by the end of a day. The first judges all that lies before it.
pub fn policies_by(policies: &[Policy], day: NaiveDate) -> PolicyHistory {
    let first = policies.iter().map(|policy| policy.effective_from).min();
    let by_then = policies.iter().filter(|policy| policy.effective_from <= day || Some(policy.effective_from) == first);
    PolicyHistory::new(by_then.cloned().collect()).unwrap()
}
