//! What the lists of a period have in common: its days, its team, the page that is shown, and rates with their worst case.

use caseward_domain::id::CaseId;
use caseward_domain::reference::CaseReference;
use caseward_report::Rate;
use caseward_store::{InPeriod, StoreError};
use chrono::{Days, NaiveDate};

use crate::desk::Session;
use crate::error::CommandError;
use crate::form::Form;
use crate::names::Names;
use crate::verb::list_flags::LONGEST_PAGE;
use crate::verb::team_id;
use crate::view::RateView;

/// How long the period is of a list that was asked for without one, both its ends included: a quarter.
const DAYS: u64 = 92;

/// The period and the team that a request names; every wrong day at its field.
pub(crate) fn read(session: &Session, from: &str, to: &str, team: Option<&str>) -> Result<InPeriod, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let usual = |last: NaiveDate| last.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(last);
    let (from, to) = form.period(from, to, usual);
    form.finish()?;
    Ok(InPeriod { from, to, team_id: team_id(session, team)? })
}

/// The reference and the team of a case that stands in a list.
pub(crate) fn case_of(session: &Session, names: &Names, id: CaseId) -> Result<(CaseReference, Option<String>), StoreError> {
    let case = session.read().case_by_id(id)?.ok_or(StoreError::Unreadable)?;
    Ok((case.reference, names.team(case.team_id)))
}

/// The rows of one page, out of all that pass by.
pub(crate) struct Page<T> {
    offset: u32,
    limit: u32,
    total: u32,
    rows: Vec<T>,
}

impl<T> Page<T> {
    pub fn new(offset: u32, limit: Option<u32>) -> Self {
        Self { offset, limit: limit.unwrap_or(50).clamp(1, LONGEST_PAGE), total: 0, rows: Vec::new() }
    }

    /// Counts a row, and keeps it where it stands on the page.
    pub fn pass(&mut self, row: T) {
        let place = self.total;
        self.total = self.total.saturating_add(1);
        if place >= self.offset && place - self.offset < self.limit {
            self.rows.push(row);
        }
    }

    pub fn total(&self) -> u32 {
        self.total
    }

    pub fn into_rows(self) -> Vec<T> {
        self.rows
    }
}

impl From<Rate> for RateView {
    fn from(rate: Rate) -> Self {
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            hits: count(rate.hits),
            misses: count(rate.misses),
            not_recorded: count(rate.not_recorded),
            share: rate.share(),
            worst: rate.worst(),
        }
    }
}
