//! Children’s voice: how the child took part in each review of a period, and what changed because of it.
//!
//! By the participation codes of the children looked-after data return (PN0 to PN7), read as the summary reads them.

use std::collections::BTreeMap;

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::in_period::{self, Page};
use crate::names::Names;
use crate::view::RateView;
use caseward_domain::code::Code;
use caseward_domain::id::CaseId;
use caseward_domain::reference::CaseReference;
use caseward_report::{Rate, Voiced};
use caseward_store::ReviewInPeriod;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Children’s voice: how the child took part in each review of a period, and what changed because of it.
#[derive(Deserialize, TS)]
pub struct ListVoice {
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
pub struct VoicePage {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Reviews that the child’s view reached. Reviews of a child under 4 (PN0) are left out and counted in `under_four`.
    /// Not recorded: without a participation code.
    pub heard: RateView,
    /// Of those, reviews that say what changed because of the child’s views. Not recorded: the text is empty, or the review
    /// was reported by a tracker, which has no such text.
    pub changed: RateView,
    pub under_four: u32,
    /// Children of 4 or over with a review in the period whose view reached none of them, as far as is recorded.
    pub children_never_heard: u32,
    pub total: u32,
    pub offset: u32,
    /// Newest first.
    pub rows: Vec<VoiceRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VoiceRow {
    pub reference: CaseReference,
    #[ts(type = "string")]
    pub held_on: NaiveDate,
    pub participation: Option<Code>,
    /// `None`: not recorded, or the child was under 4.
    pub heard: Option<bool>,
    /// Empty: nothing recorded; always empty for an analyst, who sees no free text.
    pub changed_by_views: String,
    pub reported: bool,
    pub team: Option<String>,
}

pub fn list_voice(desk: &mut Desk, request: ListVoice) -> Result<VoicePage, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let asked = in_period::read(session, &request.from, &request.to, request.team.as_deref())?;
    let (mut count, mut page) = (Count::default(), Page::new(request.offset, request.limit));
    session.read().each_review_between(&asked, |review| {
        count.add(&review);
        page.pass(review);
    })?;
    let names = Names::of(&session.read())?;
    Ok(VoicePage {
        from: asked.from,
        to: asked.to,
        heard: count.heard.into(),
        changed: count.changed.into(),
        under_four: count.under_four,
        children_never_heard: u32::try_from(count.children.values().filter(|heard| !**heard).count()).unwrap_or(u32::MAX),
        total: page.total(),
        offset: request.offset,
        rows: page.into_rows().into_iter().map(|review| row(session, &names, review)).collect::<Result<_, _>>()?,
    })
}

#[derive(Default)]
struct Count {
    heard: Rate,
    changed: Rate,
    under_four: u32,
    /// Of whom a view was to be expected, and whether one reached a review.
    children: BTreeMap<CaseId, bool>,
}

impl Count {
    fn add(&mut self, review: &ReviewInPeriod) {
        let voiced = voiced(review);
        match voiced {
            Voiced::Reached => self.heard.hits += 1,
            Voiced::NotReached => self.heard.misses += 1,
            Voiced::NotRecorded => self.heard.not_recorded += 1,
            Voiced::UnderFour => {
                self.under_four += 1;
                return;
            }
        }
        let reached = voiced == Voiced::Reached;
        *self.children.entry(review.case).or_default() |= reached;
        if reached {
            // Nobody records that nothing changed: a review says what did, or it says nothing.
            let says = !review.changed_by_views.trim().is_empty();
            *if says { &mut self.changed.hits } else { &mut self.changed.not_recorded } += 1;
        }
    }
}

fn voiced(review: &ReviewInPeriod) -> Voiced {
    Voiced::of(review.participation.as_ref(), review.voice_heard)
}

fn row(session: &Session, names: &Names, review: ReviewInPeriod) -> Result<VoiceRow, CommandError> {
    let (reference, team) = in_period::case_of(session, names, review.case)?;
    Ok(VoiceRow {
        reference,
        held_on: review.held_on,
        heard: match voiced(&review) {
            Voiced::Reached => Some(true),
            Voiced::NotReached => Some(false),
            Voiced::UnderFour | Voiced::NotRecorded => None,
        },
        participation: review.participation,
        changed_by_views: session.case_text(&review.changed_by_views),
        reported: review.reported,
        team,
    })
}
