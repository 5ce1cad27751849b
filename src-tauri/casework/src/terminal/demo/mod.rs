//! A demonstration register: invented cases in realistic proportions, the same for the same seed and day.
//!
//! Nothing in it is about anybody. The proportions are those that published returns and inspections suggest: two thirds
//! girls, four fifths aged 10 or over, five factors each, a fifth never reviewed, two thirds of return interviews in time.

mod again;
mod causes;
mod child;
mod oversight;
mod plan;
mod staff;
mod words;

use caseward_store::keys::Unlocked;
use caseward_store::{Event, Source, Written};
use chrono::NaiveDate;

use crate::desk::{Desk, Session};
use crate::error::CommandError;

/// The passphrase of the three people of a demonstration. It is printed wherever one is made.
pub const DEMONSTRATION_PASSPHRASE: &str = "demonstration only";

/// Cases written in one transaction, with one audit event.
const BATCH: u32 = 2_000;

/// Fills a register with invented cases; makes the register, and its three people, if there is none.
pub fn demo(desk: &mut Desk, cases: u32, seed: u64, progress: &mut dyn FnMut(u64, u64)) -> Result<(), CommandError> {
    let staff = staff::make(desk)?;
    let session = desk.signed_in_as(&[caseward_domain::role::Role::Administrator])?;
    if session.read().count_cases()? > 0 {
        return Err(CommandError::refused("This register has cases already. Make the demonstration in an empty folder."));
    }
    let cast = staff::teams_and_workers(session, &staff, seed, cases)?;
    plan::write(session, &cast, seed)?;
    let today = session.today();
    let mut made = 0;
    while made < cases {
        let upto = (made + BATCH).min(cases);
        batch(session, &cast, &staff.manager_key, seed, made..upto, cases, today)?;
        made = upto;
        progress(u64::from(made), u64::from(cases));
    }
    oversight::write(session, &cast, seed)
}

fn batch(
    session: &mut Session,
    cast: &staff::Cast,
    manager: &Unlocked,
    seed: u64,
    numbers: std::ops::Range<u32>,
    of: u32,
    today: NaiveDate,
) -> Result<(), CommandError> {
    let mut salt = [0; 16];
    fastrand::Rng::with_seed(seed ^ u64::from(numbers.start)).fill(&mut salt);
    let event = Event { op: "demo", at: session.now(), by: session.person.id, salt };
    let count = numbers.len();
    session.register.transact(&event, |records, rules| {
        for number in numbers {
            let mut rng = fastrand::Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(number));
            let mut invented = child::invent(&mut rng, cast, manager, number, of, today);
            while records.reference_is_taken(&invented.file.case.reference)? {
                invented.file.case.reference = caseward_domain::reference::CaseReference::from_random(rng.u64(..));
            }
            debug_assert!(invented.file.case.source == Source::Demonstration);
            child::write(records, rules, &invented, today)?;
        }
        Ok(Written { view: (), case: None, payload: serde_json::json!({ "cases": count }) })
    })
}
