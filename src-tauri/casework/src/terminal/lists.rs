//! Whole lists, for a terminal and for programs that read JSON: not a page at a time.

use caseward_domain::code::Code;
use caseward_domain::content::Content;
use caseward_domain::duty::Rule;
use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;
use caseward_store::{CaseFilter, CaseOrder, StoreError};
use chrono::NaiveDate;
use serde::Serialize;

use crate::desk::{Desk, READERS_OF_LISTS};
use crate::error::CommandError;
use crate::flags::all_flags_on;
use crate::form::day_or_today;
use crate::verb::{CaseStatus, ListCases};
use crate::view::{FlagView, WaitingRow};

/// A case with the facts from which its no-review flags follow.
#[derive(Clone, Debug, Serialize)]
pub struct CaseLine {
    pub reference: CaseReference,
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub level: Option<RiskLevel>,
    pub level_confirmed: bool,
    pub team: Option<String>,
    pub practitioner: Option<String>,
    pub manager: Option<String>,
    /// Every review held, oldest first, those that a tracker reported included.
    pub reviews: Vec<ReviewLine>,
    pub last_review_on: Option<NaiveDate>,
    pub next_review_on: Option<NaiveDate>,
    pub source: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReviewLine {
    pub held_on: NaiveDate,
    pub participation: Option<Code>,
    /// By a tracker, before the case was brought in.
    pub reported: bool,
    pub signed_off_on: Option<NaiveDate>,
    /// The date agreed at this review for the next one.
    pub next_review_on: Option<NaiveDate>,
}

/// Every flag of a day, worst first.
pub fn all_flags(desk: &mut Desk, as_at: Option<&str>, rule: Option<&str>) -> Result<Vec<FlagView>, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let day = day_or_today("as_at", as_at, session.today())?;
    let no_rule = || {
        let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
        CommandError::invalid("rule", format!("There is no such rule. The rules are: {}.", names.join(", ")))
    };
    let rule = rule.map(|name| Rule::parse(name).ok_or_else(no_rule)).transpose()?;
    Ok(all_flags_on(session, day, rule, |_| true)?)
}

/// Every case that matches: the limit of a page does not hold.
pub fn all_cases(desk: &mut Desk, request: &ListCases, limit: Option<u32>) -> Result<Vec<CaseLine>, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let filter = CaseFilter {
        search: crate::verb::searched(&request.search),
        open: match request.status {
            CaseStatus::Open => Some(true),
            CaseStatus::Closed => Some(false),
            CaseStatus::All => None,
        },
        level: request.level.clone(),
        team_id: crate::verb::team_id(session, request.team.as_deref())?,
        practitioner: request.practitioner,
        mine: request.mine.then_some(session.person.id),
    };
    let records = session.read();
    let mut lines = Vec::new();
    for case in records.list_cases(&filter, CaseOrder::Reference, limit.unwrap_or(u32::MAX), request.offset)? {
        let whole = records.case_by_id(case.id)?.ok_or(StoreError::Unreadable)?;
        let file = records.case_file(whole)?;
        let agreed = |item: Option<caseward_domain::id::ItemId>| {
            let version = file.that_count().into_iter().find(|version| Some(version.item) == item)?;
            let Content::Review(review) = &version.content else { return None };
            review.next_review_on
        };
        let mut reviews: Vec<ReviewLine> = file
            .history()
            .reviews
            .into_iter()
            .map(|review| ReviewLine {
                held_on: review.on,
                participation: review.participation,
                reported: review.item.is_none(),
                signed_off_on: review.signed_on,
                next_review_on: agreed(review.item),
            })
            .collect();
        reviews.sort_by_key(|review| review.held_on);
        lines.push(CaseLine {
            reference: case.reference,
            opened_on: case.opened_on,
            closed_on: case.closed_on,
            level: case.level,
            level_confirmed: case.level_confirmed,
            team: case.team,
            practitioner: case.practitioner,
            manager: case.manager,
            reviews,
            last_review_on: case.last_review_on,
            next_review_on: case.next_review_on,
            source: case.source,
        });
    }
    Ok(lines)
}

/// Everything that waits for a decision, oldest first.
pub fn all_waiting(desk: &mut Desk) -> Result<Vec<WaitingRow>, CommandError> {
    let session = desk.signed_in_as(crate::desk::CASEWORKERS)?;
    crate::verb::all_waiting(session)
}
