//! Every case with all of its rows, one at a time: one ordered pass through each table, merged by case. A million cases
//! never stand in memory, and no query is asked once a case.

use std::collections::HashSet;
use std::marker::PhantomData;

use caseward_domain::id::CaseId;
use chrono::NaiveDate;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Row, Rows};
use uuid::Uuid;

use crate::case::case_reader;
use crate::episode::{plan_update_reader, read_episode};
use crate::error::StoreError;
use crate::history::CaseFile;
use crate::item::{add_submission, submission_reader, version_reader};
use crate::records::{Records, rows};
use crate::review_date::{read_earlier_period, read_review_date};
use crate::snooze::read_snooze;
use crate::sql::sql;

impl Records<'_> {
    /// In the order of their ids. Nothing may be written meanwhile through the same connection.
    pub fn each_case_file<E: From<StoreError>>(&self, mut visit: impl FnMut(CaseFile) -> Result<(), E>) -> Result<(), E> {
        self.merge(None, |file| Ok(visit(file))).map_err(E::from)?
    }

    /// The same of some of the cases. Of the others nothing but an id is read, which is most of a register of many years.
    pub fn each_of_these_case_files<E: From<StoreError>>(
        &self,
        wanted: &HashSet<CaseId>,
        mut visit: impl FnMut(CaseFile) -> Result<(), E>,
    ) -> Result<(), E> {
        self.merge(Some(wanted), |file| Ok(visit(file))).map_err(E::from)?
    }

    /// The cases on which anything stood or happened on a day or since: open on it or later, written, sent, decided, due, met, returned or
    /// brought in. Of all others no count of a period that begins then can hold anything.
    pub fn cases_touched_since(&self, since: NaiveDate) -> Result<HashSet<CaseId>, StoreError> {
        let ids = rows!(self, "case_touched_since", { ":since": since }, |row: &Row<'_>| row.get::<_, Uuid>("id").map(CaseId));
        Ok(ids.into_iter().collect())
    }

    /// The outer error is the store's; the inner one is the visitor's, and ends the pass.
    fn merge<E>(
        &self,
        wanted: Option<&HashSet<CaseId>>,
        mut visit: impl FnMut(CaseFile) -> Result<Result<(), E>, StoreError>,
    ) -> Result<Result<(), E>, StoreError> {
        let prepare = |text: &str| self.connection.prepare_cached(text).map_err(StoreError::from);
        let (mut cases, mut versions, mut submissions) =
            (prepare(sql!("every_case"))?, prepare(sql!("every_version"))?, prepare(sql!("every_submission"))?);
        let (mut episodes, mut updates) = (prepare(sql!("every_episode"))?, prepare(sql!("every_plan_update"))?);
        let (mut dates, mut earlier, mut snoozes) =
            (prepare(sql!("every_review_date"))?, prepare(sql!("every_earlier_period"))?, prepare(sql!("every_snooze"))?);
        let (mut cases, mut read_case) = (cases.query([])?, case_reader());
        let mut versions = Feed::new(versions.query([])?, version_reader())?;
        let mut submissions = Feed::new(submissions.query([])?, submission_reader())?;
        let mut episodes = Feed::new(episodes.query([])?, read_episode)?;
        let mut updates = Feed::new(updates.query([])?, plan_update_reader())?;
        let mut dates = Feed::new(dates.query([])?, read_review_date)?;
        let mut earlier = Feed::new(earlier.query([])?, read_earlier_period)?;
        let mut snoozes = Feed::new(snoozes.query([])?, read_snooze)?;
        while let Some(row) = cases.next()? {
            let id = CaseId(row.get("id")?);
            // What is passed over is passed over in every feed when the next case is asked for.
            if wanted.is_some_and(|wanted| !wanted.contains(&id)) {
                continue;
            }
            let case = read_case(row)?;
            let mut file = CaseFile {
                case,
                versions: versions.of(id)?,
                episodes: episodes.of(id)?,
                plan_updates: updates.of(id)?,
                review_dates: dates.of(id)?,
                earlier: earlier.of(id)?,
                snoozes: snoozes.of(id)?,
            };
            for (version, submission) in submissions.of(id)? {
                add_submission(&mut file.versions, version, submission);
            }
            if let Err(stopped) = visit(file)? {
                return Ok(Err(stopped));
            }
        }
        Ok(Ok(()))
    }
}

/// The rows of one table in the order of their cases.
struct Feed<'a, T, R> {
    rows: Rows<'a>,
    case_id: usize,
    read: R,
    /// Whose row is next; it is read when it is wanted.
    ahead: Option<CaseId>,
    of: PhantomData<T>,
}

impl<'a, T, R: FnMut(&Row<'_>) -> Result<T, StoreError>> Feed<'a, T, R> {
    fn new(rows: Rows<'a>, read: R) -> Result<Self, StoreError> {
        let case_id = rows.as_ref().map_or(Ok(0), |statement| statement.column_index("case_id"))?;
        let mut feed = Self { rows, case_id, read, ahead: None, of: PhantomData };
        feed.step()?;
        Ok(feed)
    }

    /// The rows of one case. Cases are asked for in order, each once.
    fn of(&mut self, case: CaseId) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        while let Some(of) = self.ahead.take_if(|of| *of <= case) {
            if let Some(row) = self.rows.get().filter(|_| of == case) {
                found.push((self.read)(row)?);
            }
            self.step()?;
        }
        Ok(found)
    }

    fn step(&mut self) -> Result<(), StoreError> {
        self.rows.advance()?;
        self.ahead = match self.rows.get() {
            Some(row) => Some(CaseId(row.get(self.case_id)?)),
            None => None,
        };
        Ok(())
    }
}
