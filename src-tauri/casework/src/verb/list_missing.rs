//! Missing children: each episode of a period, with the clock for the return interview and its themes.
//!
//! Statutory guidance on children who run away or go missing (2014) asks for an interview within 72 hours of the return. It
//! is judged as the summary judges it, but as things stand today. An interview that the child declined was not held.

use std::collections::BTreeMap;

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::in_period::{self, Page};
use crate::names::Names;
use crate::view::RateView;
use caseward_domain::history::Moment;
use caseward_domain::id::{CaseId, EpisodeId};
use caseward_domain::reference::CaseReference;
use caseward_report::{Interview, Rate, hours_since_return, return_interview};
use caseward_store::{Episode, civil_time, moment_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Missing children: each episode of a period, with the clock for the return interview and its themes.
#[derive(Deserialize, TS)]
pub struct ListMissing {
    /// Days as typed or ISO, both included; absent: the last 92 days up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub team: Option<String>,
    #[serde(default)]
    pub offset: u32,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingPage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Returns with an interview held within the clock. Not recorded: no return yet, a clock that still runs, or times that
    /// cannot tell. A declined interview was not held.
    pub in_time: RateView,
    /// Returns with an interview offered, whether or not it was taken up. Not recorded: no return yet, or a clock that still
    /// runs.
    pub offered: RateView,
    /// Returns whose interview the child declined.
    pub declined: u32,
    /// Hours of the clock under the policy at the end of the period.
    pub hours: u32,
    /// Children with two episodes or more in the period.
    pub children_more_than_once: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<MissingRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingRow {
    pub reference: CaseReference,
    pub episode_id: EpisodeId,
    /// A day, and a time where it is known: `2026-03-27` or `2026-03-27 14:05`.
    pub missing_from: String,
    pub returned: Option<String>,
    pub interview_offered: Option<String>,
    pub interview_held: Option<String>,
    pub interview_declined: Option<String>,
    /// Held within the clock; `None` while it may still be, or where times do not tell.
    pub in_time: Option<bool>,
    /// Hours from the return to the interview, or to now while it is not held, each that was begun counted whole; the least
    /// that it can be where a time of day is missing; `None` without a return.
    #[ts(type = "number | null")]
    pub hours: Option<i64>,
    /// Empty: nothing recorded; always empty for an analyst, who sees no free text.
    pub themes: String,
    pub team: Option<String>,
}

pub fn list_missing(desk: &mut Desk, request: ListMissing) -> Result<MissingPage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let asked = in_period::read(session, &request.from, &request.to, request.team.as_deref())?;
    let (mut count, mut page) = (Count::default(), Page::new(request.offset, request.limit));
    session.read().each_episode_between(&asked, |case, episode| {
        count.add(session, case, &episode);
        page.pass((case, episode));
    })?;
    let names = Names::of(&session.read())?;
    let more_than_once = count.children.values().filter(|episodes| **episodes > 1).count();
    Ok(MissingPage {
        from: asked.from,
        to: asked.to,
        in_time: count.in_time.into(),
        offered: count.offered.into(),
        declined: count.declined,
        hours: hours_allowed(session, asked.to),
        children_more_than_once: u32::try_from(more_than_once).unwrap_or(u32::MAX),
        total: page.total(),
        offset: request.offset,
        rows: page
            .into_rows()
            .into_iter()
            .map(|(case, episode)| row(session, &names, case, episode))
            .collect::<Result<_, _>>()?,
    })
}

#[derive(Default)]
struct Count {
    in_time: Rate,
    offered: Rate,
    declined: u32,
    children: BTreeMap<CaseId, u32>,
}

impl Count {
    fn add(&mut self, session: &Session, case: CaseId, episode: &Episode) {
        self.in_time.add(in_time(session, episode));
        self.offered.add(offered(session, episode));
        self.declined += u32::from(episode.interview_declined.is_some());
        *self.children.entry(case).or_default() += 1;
    }
}

/// How the interview stands today, by the hours of the policy on the day of the return; `None` without a return.
fn interview(session: &Session, episode: &Episode) -> Option<Interview> {
    let returned = episode.returned?;
    Some(return_interview(returned, episode.interview_held, hours_allowed(session, returned.on), session.today()))
}

fn hours_allowed(session: &Session, on: NaiveDate) -> u32 {
    session.rules().policies.on(on).clocks.return_interview_hours
}

/// Held within the hours; `None` where nobody can tell, or it may still be. The case's page answers by this too.
pub(crate) fn in_time(session: &Session, episode: &Episode) -> Option<bool> {
    match interview(session, episode)? {
        Interview::InTime => Some(true),
        Interview::Later | Interview::NotHeld => Some(false),
        Interview::CannotTell | Interview::NotYetDue => None,
    }
}

fn offered(session: &Session, episode: &Episode) -> Option<bool> {
    let interview = interview(session, episode)?;
    let answers = [episode.interview_offered, episode.interview_held, episode.interview_declined];
    match answers.iter().any(Option::is_some) {
        true => Some(true),
        false => (interview != Interview::NotYetDue).then_some(false),
    }
}

fn row(session: &Session, names: &Names, case: CaseId, episode: Episode) -> Result<MissingRow, CommandError> {
    let (reference, team) = in_period::case_of(session, names, case)?;
    let now = civil_time(session.now());
    let until = episode.interview_held.unwrap_or(Moment { on: now.date(), at: Some(now.time()) });
    Ok(MissingRow {
        reference,
        episode_id: episode.id,
        missing_from: moment_text(episode.missing_from),
        returned: episode.returned.map(moment_text),
        interview_offered: episode.interview_offered.map(moment_text),
        interview_held: episode.interview_held.map(moment_text),
        interview_declined: episode.interview_declined.map(moment_text),
        in_time: in_time(session, &episode),
        hours: episode.returned.map(|returned| hours_since_return(returned, until)),
        themes: session.case_text(episode.themes.as_str()),
        team,
    })
}
