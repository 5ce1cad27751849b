//! Samples for audit: how each was drawn, the whole list from which it was, and what was found.

use std::collections::{BTreeMap, BTreeSet};

use caseward_domain::code::Code;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::reference::CaseReference;
use caseward_domain::sample::{ChildHeard, Design};
use caseward_domain::text::CaseText;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::day_begins;
use crate::records::{Records, execute, rows};
use crate::sql::{json, sql};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    pub id: Uuid,
    pub title: String,
    pub design: Design,
    /// Strata that might have had a case and had none.
    pub unreached: Vec<String>,
    pub drawn_by: PersonId,
    pub drawn_at: DateTime<Utc>,
}

/// A case of the list from which a sample was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleCase {
    pub case: CaseId,
    pub reference: CaseReference,
    pub state: SampleState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleState {
    /// Why.
    LeftOut(CaseText),
    /// Its place in its stratum, from 1 for the lowest rank.
    Ranked { stratum: String, place: u32, drawn: bool },
}

/// What a manager found in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleFinding {
    pub case: CaseId,
    pub found_at: DateTime<Utc>,
    pub found_by: PersonId,
    pub finding: Code,
    pub child_heard: ChildHeard,
    pub looked_at: CaseText,
    pub note: CaseText,
    /// Whoever looked was the case's own manager on that day.
    pub own_case: bool,
}

impl Records<'_> {
    pub fn insert_sample(&self, sample: &Sample) -> Result<(), StoreError> {
        execute!(self, "sample_insert", {
            ":id": sample.id, ":title": sample.title, ":design": json(&sample.design)?, ":unreached": json(&sample.unreached)?,
            ":by": sample.drawn_by.0, ":at": text_of(sample.drawn_at),
        })?;
        Ok(())
    }

    pub fn insert_sample_case(&self, sample: Uuid, case: CaseId, state: &SampleState) -> Result<(), StoreError> {
        let (stratum, place, drawn, left_out) = match state {
            SampleState::LeftOut(why) => ("", 0, false, why.as_str()),
            SampleState::Ranked { stratum, place, drawn } => (stratum.as_str(), *place, *drawn, ""),
        };
        execute!(self, "sample_case_insert", {
            ":sample": sample, ":case": case.0, ":drawn": drawn, ":stratum": stratum, ":place": place, ":left_out": left_out,
        })?;
        Ok(())
    }

    /// Every sample that was ever drawn, oldest first.
    pub fn samples(&self) -> Result<Vec<Sample>, StoreError> {
        Ok(rows!(self, "sample_all", {}, read_sample))
    }

    pub fn sample(&self, id: Uuid) -> Result<Option<Sample>, StoreError> {
        Ok(rows!(self, "sample_by_id", { ":id": id }, read_sample).pop())
    }

    /// How many cases were drawn, and for how many of them something was found.
    pub fn sample_counts(&self, sample: Uuid) -> Result<(u32, u32), StoreError> {
        let counts = |row: &Row<'_>| Ok((row.get("drawn")?, row.get("found")?));
        Ok(self.connection.query_row(sql!("sample_counts"), rusqlite::named_params! { ":sample": sample }, counts)?)
    }

    /// The cases that were drawn, by stratum and place.
    pub fn drawn_cases(&self, sample: Uuid) -> Result<Vec<SampleCase>, StoreError> {
        Ok(rows!(self, "sample_case_drawn", { ":sample": sample }, read_case))
    }

    /// The cases that were not: those left out first, then the others by stratum and place.
    pub fn cases_not_drawn(&self, sample: Uuid) -> Result<Vec<SampleCase>, StoreError> {
        Ok(rows!(self, "sample_case_rest", { ":sample": sample }, read_case))
    }

    /// The cases drawn in any sample of this day or later.
    pub fn cases_sampled_since(&self, day: NaiveDate) -> Result<BTreeSet<CaseId>, StoreError> {
        let case = |row: &Row<'_>| -> rusqlite::Result<CaseId> { Ok(CaseId(row.get("case_id")?)) };
        Ok(rows!(self, "sample_case_drawn_since", { ":from": text_of(day_begins(day)) }, case).into_iter().collect())
    }

    pub fn insert_sample_finding(&self, sample: Uuid, found: &SampleFinding) -> Result<(), StoreError> {
        execute!(self, "sample_finding_insert", {
            ":sample": sample, ":case": found.case.0, ":at": text_of(found.found_at), ":by": found.found_by.0,
            ":finding": found.finding.as_str(), ":child_heard": found.child_heard.as_str(), ":looked_at": found.looked_at.as_str(),
            ":note": found.note.as_str(), ":own_case": found.own_case,
        })?;
        Ok(())
    }

    /// What counts as found in each case: the latest.
    pub fn sample_findings(&self, sample: Uuid) -> Result<BTreeMap<CaseId, SampleFinding>, StoreError> {
        let found = rows!(self, "sample_finding_by_sample", { ":sample": sample }, read_finding);
        Ok(found.into_iter().map(|finding| (finding.case, finding)).collect())
    }

    /// How many samples were drawn on these days, both included.
    pub fn samples_drawn_between(&self, from: NaiveDate, to: NaiveDate) -> Result<u64, StoreError> {
        let (from, until) = instants(from, to);
        let drawn = |row: &Row<'_>| row.get::<_, u32>("drawn");
        Ok(self
            .connection
            .query_row(sql!("sample_drawn_between"), rusqlite::named_params! { ":from": from, ":until": until }, drawn)?
            .into())
    }

    /// How many case files were first looked at on these days, both included, by the code of what was found then. A case in two
    /// samples counts for each.
    pub fn audited_between(&self, from: NaiveDate, to: NaiveDate) -> Result<BTreeMap<String, u64>, StoreError> {
        let (from, until) = instants(from, to);
        let found =
            |row: &Row<'_>| -> rusqlite::Result<(String, u64)> { Ok((row.get("finding")?, row.get::<_, u32>("cases")?.into())) };
        let counted = rows!(self, "sample_finding_first_between", { ":from": from, ":until": until }, found);
        Ok(counted.into_iter().collect())
    }
}

/// The instants between which days lie: from the first, and until the second not included.
fn instants(from: NaiveDate, to: NaiveDate) -> (String, String) {
    (text_of(day_begins(from)), text_of(day_begins(to.succ_opt().unwrap_or(to))))
}

fn read_sample(row: &Row<'_>) -> Result<Sample, StoreError> {
    Ok(Sample {
        id: row.get("id")?,
        title: row.get("title")?,
        design: serde_json::from_str(&row.get::<_, String>("design")?)?,
        unreached: serde_json::from_str(&row.get::<_, String>("unreached")?)?,
        drawn_by: PersonId(row.get("drawn_by")?),
        drawn_at: row.get("drawn_at")?,
    })
}

fn read_case(row: &Row<'_>) -> Result<SampleCase, StoreError> {
    let left_out: String = row.get("left_out")?;
    let state = match left_out.is_empty() {
        true => SampleState::Ranked { stratum: row.get("stratum")?, place: row.get("place")?, drawn: row.get("drawn")? },
        false => SampleState::LeftOut(text(&left_out)?),
    };
    let reference = CaseReference::parse(&row.get::<_, String>("reference")?).map_err(|_| StoreError::Unreadable)?;
    Ok(SampleCase { case: CaseId(row.get("case_id")?), reference, state })
}

fn read_finding(row: &Row<'_>) -> Result<SampleFinding, StoreError> {
    Ok(SampleFinding {
        case: CaseId(row.get("case_id")?),
        found_at: row.get("found_at")?,
        found_by: PersonId(row.get("found_by")?),
        finding: Code::parse(&row.get::<_, String>("finding")?).map_err(|_| StoreError::Unreadable)?,
        child_heard: ChildHeard::parse(&row.get::<_, String>("child_heard")?).ok_or(StoreError::Unreadable)?,
        looked_at: text(&row.get::<_, String>("looked_at")?)?,
        note: text(&row.get::<_, String>("note")?)?,
        own_case: row.get("own_case")?,
    })
}

fn text(kept: &str) -> Result<CaseText, StoreError> {
    CaseText::parse(kept).map_err(|_| StoreError::Unreadable)
}
