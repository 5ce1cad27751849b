//! The audit chain: one event for each write, in the transaction of the change it records.
//!
//! Order is by sequence, not clock. Each event's hash covers the one before it and a salted commitment to its payload,
//! so a payload can be erased and the chain still holds; any changed byte of an event is found, and named.

use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::item::hex;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, named_params};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::item::civil;
use crate::progress::{Counted, Progress};
use crate::sql::sql;

/// What a write leaves in the chain.
#[derive(Clone, Debug)]
pub struct Event {
    pub op: &'static str,
    pub at: DateTime<Utc>,
    pub by: PersonId,
    pub salt: [u8; 16],
}

/// The last event of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub sequence: i64,
    pub hash: String,
    /// `None` where nothing has been written yet.
    pub at: Option<DateTime<Utc>>,
}

const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

pub(crate) fn head(connection: &Connection) -> Result<Head, StoreError> {
    let last = connection
        .prepare_cached(sql!("event_head"))?
        .query_row([], |row| Ok(Head { sequence: row.get("sequence")?, hash: row.get("hash")?, at: row.get("at")? }))
        .optional()?;
    Ok(last.unwrap_or(Head { sequence: 0, hash: BEGINNING.to_owned(), at: None }))
}

/// The one write that a clock behind the last event does not stop.
pub const ACCEPT_CLOCK: &str = "accept_clock";

pub(crate) fn append(
    connection: &Connection,
    event: &Event,
    case: Option<CaseId>,
    payload: &serde_json::Value,
) -> Result<Head, StoreError> {
    let before = head(connection)?;
    // An hour lost to a time zone or a leap of the clock is nothing; a day is a wrong date on a record. The chain goes by its
    // sequence, so that whoever says that the last day was the wrong one may go on from the present.
    let is_behind = |last: &DateTime<Utc>| *last - event.at > TimeDelta::days(1) && event.op != ACCEPT_CLOCK;
    if let Some(last) = before.at.filter(is_behind) {
        return Err(StoreError::ClockBack { now: civil(event.at), last: civil(last) });
    }
    let sequence = before.sequence + 1;
    let payload = payload.to_string();
    let commitment = commitment(&event.salt, case, &payload);
    let hash = link(&before.hash, sequence, &text_of(event.at), event.op, event.by.0.as_bytes(), &commitment);
    connection.prepare_cached(sql!("event_insert"))?.execute(named_params! {
        ":sequence": sequence, ":at": text_of(event.at), ":op": event.op, ":person": event.by.0,
        ":commitment": commitment, ":previous": before.hash, ":hash": hash,
    })?;
    connection.prepare_cached(sql!("event_payload_insert"))?.execute(named_params! {
        ":sequence": sequence, ":salt": event.salt, ":case": case.map(|case| case.0), ":payload": payload,
    })?;
    Ok(Head { sequence, hash, at: Some(event.at) })
}

/// The first event that does not hold, walking the chain from its beginning; `None` when all do.
pub(crate) fn first_bad_event(connection: &Connection, progress: &Progress) -> Result<Option<i64>, StoreError> {
    // A damaged last event is for the walk below to name.
    let events = head(connection).map_or(0, |head| u64::try_from(head.sequence).unwrap_or(0));
    progress.begin(Counted::Events, events);
    let mut statement = connection.prepare(sql!("event_chain"))?;
    let mut rows = statement.query([])?;
    let (mut previous, mut expected) = (BEGINNING.to_owned(), 1);
    while let Some(row) = rows.next()? {
        let sequence: i64 = row.get("sequence")?;
        let holds = || -> Result<bool, rusqlite::Error> {
            let (at, op, claimed): (String, String, String) = (row.get("at")?, row.get("op")?, row.get("commitment")?);
            let (person, before, hash): (Vec<u8>, String, String) =
                (row.get("person_id")?, row.get("previous")?, row.get("hash")?);
            let salt: Option<Vec<u8>> = row.get("salt")?;
            let case: Option<uuid::Uuid> = row.get("case_id")?;
            let payload: Option<String> = row.get("payload")?;
            let committed = match (salt, payload) {
                (Some(salt), Some(payload)) => commitment(&salt, case.map(CaseId), &payload) == claimed,
                // Erased: the commitment stands for it.
                _ => true,
            };
            Ok(sequence == expected
                && committed
                && before == previous
                && link(&previous, sequence, &at, &op, &person, &claimed) == hash)
        };
        if !holds().unwrap_or(false) {
            return Ok(Some(sequence.min(expected)));
        }
        previous = row.get("hash")?;
        expected += 1;
        progress.step()?;
    }
    Ok(None)
}

fn commitment(salt: &[u8], case: Option<CaseId>, payload: &str) -> String {
    let case = case.map(|case| case.0.into_bytes());
    let digest = Sha256::new()
        .chain_update(b"caseward-payload-1\n")
        .chain_update(salt)
        .chain_update([u8::from(case.is_some())])
        .chain_update(case.unwrap_or_default())
        .chain_update(payload.as_bytes());
    hex(&digest.finalize())
}

fn link(previous: &str, sequence: i64, at: &str, op: &str, person: &[u8], commitment: &str) -> String {
    let digest = Sha256::new()
        .chain_update(format!("caseward-event-1\n{previous}\n{sequence}\n{at}\n{op}\n").as_bytes())
        .chain_update(person)
        .chain_update(commitment.as_bytes());
    hex(&digest.finalize())
}

/// The instant as it is stored and hashed: UTC to the microsecond.
pub(crate) fn text_of(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

impl crate::records::Records<'_> {
    /// The register's own id, authority and the secret under which child ids are hashed.
    pub fn about(&self) -> Result<About, StoreError> {
        Ok(self.connection.query_row(sql!("register_about"), [], |row| {
            Ok(About { id: row.get("id")?, authority: row.get("authority")?, link_secret: row.get("link_secret")? })
        })?)
    }
}

/// What a register says of itself.
#[derive(Clone)]
pub struct About {
    pub id: uuid::Uuid,
    pub authority: String,
    pub link_secret: [u8; 32],
}

impl crate::records::Records<'_> {
    /// When the register was last changed: a clock that is behind it has gone back.
    pub fn last_event_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("event_last_at"))?;
        Ok(statement.query_row([], |row| row.get("at")).optional()?)
    }
}
