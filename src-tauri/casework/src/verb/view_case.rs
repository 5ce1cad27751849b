//! Everything on a case's page.

use super::list_settled::{first_of_28_days, settled_views};
use crate::desk::{CASEWORKERS, Desk, Session};
use crate::error::CommandError;
use crate::flags::{Weighed, weigh, worst_first};
use crate::names::Names;
use crate::view::{
    CaseFacts, CaseView, EarlierPeriodView, EpisodeView, LevelStatedView, LevelView, PlanActionState, PlanActionView,
    PlanProgressView, PlanUpdateView, ReportedView, StatusView, WorkerView,
};
use caseward_domain::content::Content;
use caseward_domain::duty::{Duty, Rule};
use caseward_domain::level::level_in_force;
use caseward_store::{CaseFile, CaseRecord, EarlierPeriod, Episode, moment_text};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Everything on a case's page.
#[derive(Deserialize, TS)]
pub struct ViewCase {
    pub reference: String,
}

pub fn view_case(desk: &mut Desk, request: ViewCase) -> Result<CaseView, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let case = find(session, &request.reference)?;
    let records = session.read();
    let (names, today, rules) = (Names::of(&records)?, session.today(), session.rules());
    let file = records.case_file(case.clone())?;
    let weighed = weigh(&records, rules, case)?;
    let mut flags = weighed.flags_on(today, rules, &names);
    worst_first(&mut flags, rules, today);
    let ahead = weighed.owed_on(today, rules, &names).into_iter().filter(|duty| duty.days_late <= 0).collect();
    let workers = records.worker_changes(file.case.id)?;
    let level = level(&weighed, today);
    let late = records.settled_without_cause(file.case.id, first_of_28_days(today), today)?;
    let is_open = file.case.closed_on.is_none();
    let concerns = if is_open { crate::leaving::concerns(&weighed, rules, None, today) } else { Vec::new() };
    Ok(CaseView {
        reference: file.case.reference.clone(),
        version: file.case.version,
        opened_on: file.case.opened_on,
        closed_on: file.case.closed_on,
        source: file.case.source.as_str().to_owned(),
        brought_in_on: file.case.brought_in_on,
        facts: facts(&file.case),
        team: names.team(file.case.team_id),
        practitioner: names.maybe_person(file.case.practitioner_id),
        manager: names.maybe_person(file.case.manager_id),
        practitioner_id: file.case.practitioner_id,
        manager_id: file.case.manager_id,
        floors: crate::floors::floor_views(&file, session.policy(), level.as_ref().map(|found| &found.level), today),
        level,
        levels: levels(&weighed, usize::MAX),
        flags,
        ahead,
        without_cause: settled_views(&records, late)?,
        review_dates: crate::review_dates::of_case(&file, &weighed.history, rules, &names, today),
        earlier: earlier(&file, &names),
        concerns: crate::leaving::sentences(&concerns),
        items: crate::items::item_views(&file, session.person.id, &names),
        reported: reported(&file.case),
        plan: plan(&file, &weighed.duties, &names, today),
        episodes: file.episodes.iter().map(|episode| episode_view(session, episode)).collect(),
        workers: workers
            .iter()
            .map(|change| WorkerView {
                from: change.from_on,
                practitioner: names.maybe_person(change.practitioner_id),
                manager: names.maybe_person(change.manager_id),
                reason: caseward_domain::code::Code::parse(&change.reason).ok(),
            })
            .collect(),
        timeline: crate::timeline::of_case(&records, &file, &workers, &weighed, rules, &names)?,
    })
}

fn earlier(file: &CaseFile, names: &Names) -> Vec<EarlierPeriodView> {
    let spans = file.earlier.iter().zip(crate::timeline::reopenings(file));
    let view = |(span, reopened_on): (&EarlierPeriod, NaiveDate)| EarlierPeriodView {
        opened_on: span.opened_on,
        closed_on: span.closed_on,
        reopened_on,
        reopened_by: names.person(span.reopened_by),
        reason: span.reason.as_str().to_owned(),
    };
    spans.map(view).collect()
}

/// The case with a reference as typed.
pub(crate) fn find(session: &Session, reference: &str) -> Result<CaseRecord, CommandError> {
    let reference = crate::form::reference(reference)?;
    let no_case = || CommandError::not_found("There is no case with this reference. Check it and type it again.");
    session.read().case_by_reference(&reference)?.ok_or_else(no_case)
}

pub(crate) fn level(weighed: &Weighed, today: NaiveDate) -> Option<LevelView> {
    let found = level_in_force(&weighed.history.levels, today)?;
    Some(LevelView { level: found.level.clone(), since: found.since, confirmed: found.confirmed })
}

/// The latest levels stated, newest first.
pub(crate) fn levels(weighed: &Weighed, most: usize) -> Vec<LevelStatedView> {
    let mut stated: Vec<_> = weighed.history.levels.iter().collect();
    stated.sort_by(|a, b| (b.on, b.at, &b.level).cmp(&(a.on, a.at, &a.level)));
    stated.into_iter().take(most).map(|s| LevelStatedView { on: s.on, level: s.level.clone(), stated_by: s.by }).collect()
}

fn facts(case: &CaseRecord) -> CaseFacts {
    let facts = case.facts.clone();
    CaseFacts {
        referral_source: facts.referral_source,
        age_at_referral: facts.age_at_referral,
        sex: facts.sex,
        ethnicity: facts.ethnicity,
        disabilities: facts.disabilities,
        statuses: facts.statuses.into_iter().map(|s| StatusView { status: s.status, from: s.from, to: s.to }).collect(),
        factors: facts.factors,
        models: facts.models,
        contexts: facts.contexts,
        evidence_of_harm: facts.evidence_of_harm,
        placed_out_of_area: facts.placed_out_of_area,
        school_absence_checked_on: facts.school_absence_checked_on,
    }
}

fn reported(case: &CaseRecord) -> ReportedView {
    let reported = &case.reported;
    let last = reported.reviews.last();
    ReportedView {
        assessment_signed_off: reported.assessment_signed_off,
        plan_signed_off: reported.plan_signed_off,
        last_review_on: last.map(|review| review.on),
        participation: last.and_then(|review| review.participation.clone()),
        missing_episodes: reported.missing_episodes,
        return_interview_done: reported.return_interview_done,
        comment: reported.comment.as_str().to_owned(),
        comment_withheld: reported.comment_withheld,
    }
}

/// The progress of the child's latest plan.
fn plan(file: &CaseFile, duties: &[Duty], names: &Names, today: NaiveDate) -> Option<PlanProgressView> {
    let latest =
        file.latest().filter(|version| matches!(version.content, Content::Plan(_))).max_by_key(|version| version.item)?;
    let Content::Plan(plan) = &latest.content else { return None };
    let mut actions = Vec::new();
    for action in &plan.actions {
        let updates: Vec<_> = file.plan_updates.iter().filter(|update| update.action == action.id).collect();
        let latest = updates.iter().max_by_key(|update| (update.day, update.at));
        let state = latest.map_or(PlanActionState::Open, |update| state_of(&update.state));
        let is_flag =
            |duty: &Duty| duty.rule == Rule::ActionOverdue && duty.subject == Some(action.id.0) && duty.is_flag_on(today);
        actions.push(PlanActionView {
            id: action.id,
            what: action.what.as_str().to_owned(),
            owner_role: action.owner_role.as_str().to_owned(),
            agency: action.agency.as_str().to_owned(),
            due_on: action.due_on,
            state,
            late: duties.iter().any(is_flag),
            updates: updates
                .iter()
                .rev()
                .map(|u| PlanUpdateView {
                    on: u.day,
                    state: state_of(&u.state),
                    note: u.note.as_str().to_owned(),
                    by: names.person(u.by),
                })
                .collect(),
        });
    }
    let count =
        |wanted: &dyn Fn(&PlanActionView) -> bool| u32::try_from(actions.iter().filter(|a| wanted(a)).count()).unwrap_or(0);
    Some(PlanProgressView {
        item_id: latest.item,
        done: count(&|action| action.state == PlanActionState::Done),
        late: count(&|action| action.late),
        last_update_on: file.plan_updates.iter().map(|update| update.day).max(),
        actions,
    })
}

fn state_of(text: &str) -> PlanActionState {
    match text {
        "done" => PlanActionState::Done,
        "cancelled" => PlanActionState::Cancelled,
        _ => PlanActionState::Open,
    }
}

fn episode_view(session: &Session, episode: &Episode) -> EpisodeView {
    EpisodeView {
        id: episode.id,
        missing_from: moment_text(episode.missing_from),
        returned: episode.returned.map(moment_text),
        interview_offered: episode.interview_offered.map(moment_text),
        interview_held: episode.interview_held.map(moment_text),
        interview_declined: episode.interview_declined.map(moment_text),
        themes: episode.themes.as_str().to_owned(),
        in_time: super::list_missing::in_time(session, episode),
    }
}
