//! Why things were late on an invented case: somebody gave a cause for about half of what was settled late.
//!
//! No authority publishes causes. Competing priorities and too few people come first wherever inspections ask; wilful
//! disregard is rare, and for one in ten nobody knows.

use caseward_domain::duty::Duty;
use caseward_domain::text::CaseText;
use caseward_store::{CaseFile, Lateness, Records, StoreError};
use chrono::{Days, NaiveDate};
use fastrand::Rng;

use super::child::{at, pick_weighted};

/// Per cent of the causes given; empty: not known.
const CAUSES: &[(&str, u32)] = &[
    ("priorities", 31),
    ("resources", 25),
    ("contact", 11),
    ("", 10),
    ("recording", 9),
    ("information", 6),
    ("expertise", 3),
    ("awareness", 2),
    ("other", 2),
    ("disregard", 1),
];

const OTHER: &str = "The meeting was moved twice because a partner could not come.";

pub(super) fn write(records: &Records<'_>, file: &CaseFile, owed: &[Duty], today: NaiveDate) -> Result<(), StoreError> {
    let Some(by) = file.case.practitioner_id else { return Ok(()) };
    // Numbers of the case's own, so that nothing else that is drawn changes with them.
    let mut rng = Rng::with_seed(file.case.id.0.as_u64_pair().1);
    for duty in owed.iter().filter(|duty| duty.is_settled_late()) {
        let Some(met_on) = duty.met_on.filter(|_| rng.bool()) else { continue };
        let cause = pick_weighted(&mut rng, CAUSES);
        let said_on = (met_on + Days::new(rng.u64(0..5))).min(today);
        records.save_lateness(&Lateness {
            case: file.case.id,
            rule: duty.rule,
            subject: duty.subject,
            start_on: duty.start_on,
            cause: cause.to_owned(),
            note: CaseText::parse(if cause == "other" { OTHER } else { "" }).unwrap_or_default(),
            by,
            at: at(said_on, 17),
        })?;
    }
    Ok(())
}
