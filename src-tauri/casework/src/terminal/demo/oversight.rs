//! The demonstration authority's oversight: one manager is away and another decides, and a panel met yesterday.

use caseward_domain::deputy::DeputyPeriod;
use caseward_domain::id::PersonId;
use caseward_domain::level::RiskLevel;
use caseward_domain::text::CaseText;
use caseward_store::{CaseFilter, CaseOrder, Deputy, Meeting, MeetingCase, MeetingDecision, Records, StoreError};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::child::{at, back};
use super::staff::Cast;
use super::words;
use crate::desk::{Session, on_register};
use crate::error::CommandError;

/// Cases that the panel takes.
const PANEL: u32 = 8;

/// Two weeks of leave, of which one is over.
pub(super) fn away(manager: PersonId, deputy: PersonId, today: NaiveDate) -> DeputyPeriod {
    DeputyPeriod { manager, deputy, from_on: back(today, 6), to_on: today + Days::new(7), ended_on: None }
}

/// Written once the cases are there.
pub(super) fn write(session: &mut Session, cast: &Cast, seed: u64) -> Result<(), CommandError> {
    let mut rng = fastrand::Rng::with_seed(seed ^ 0x0DE9_0717);
    let mut id = || Uuid::from_u64_pair(rng.u64(..), rng.u64(..));
    let (period, meeting, today, administrator) = (id(), id(), session.today(), session.person.id);
    session.transact("demo", |records, _, _| {
        if let Some(away) = cast.away {
            let named_at = at(back(away.from_on, 1), 9);
            records.insert_deputy(&Deputy { id: period, period: away, named_by: administrator, named_at })?;
        }
        let cases = panel(records, cast, today)?;
        if !cases.is_empty() {
            let held_on = back(today, 1);
            let name = "Missing and exploitation panel".to_owned();
            let meeting =
                Meeting { id: meeting, name, held_on, made_by: cast.signer, made_at: at(back(today, 3), 9), version: 1 };
            records.save_meeting(&meeting, &cases)?;
        }
        Ok(on_register((), serde_json::json!({ "meeting": meeting, "cases": cases.len() })))
    })
}

/// The open cases at the highest level that were opened last; on every other one the panel has decided.
fn panel(records: &Records<'_>, cast: &Cast, today: NaiveDate) -> Result<Vec<MeetingCase>, StoreError> {
    let filter = CaseFilter { open: Some(true), level: RiskLevel::parse("high").ok(), ..CaseFilter::default() };
    let listed = records.list_cases(&filter, CaseOrder::OpenedOn, PANEL, 0)?;
    let mut sentences = words::PANEL.iter();
    let mut hours = 10..;
    let decided = |text: &str, hour: i64| MeetingDecision {
        decision: CaseText::parse(text).unwrap_or_default(),
        by: cast.signer,
        at: at(back(today, 1), hour),
    };
    let mut cases = Vec::new();
    for (place, case) in listed.iter().enumerate() {
        let sentence = (place % 2 == 0).then(|| sentences.next().copied()).flatten();
        let decision = sentence.zip(hours.next()).map(|(text, hour)| decided(text, hour));
        cases.push(MeetingCase { case: case.id, version: if decision.is_some() { 2 } else { 1 }, decision });
    }
    Ok(cases)
}
