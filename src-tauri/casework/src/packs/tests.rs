//! The cases that a summary passes over hold nothing that it counts.

use chrono::{Days, NaiveDate, Utc};

use super::*;
use crate::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use crate::{Desk, call};

fn signed_in(cases: u32, seed: u64) -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let now = || "2026-11-23T12:00:00Z".parse().unwrap();
    let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(now));
    demo(&mut desk, cases, seed, &mut |_, _| {}).unwrap();
    call(&mut desk, "sign_out", serde_json::json!({})).unwrap();
    let people = call(&mut desk, "register_status", serde_json::json!({})).unwrap();
    let maria = people["people"].as_array().unwrap().iter().find(|person| person["name"] == "Maria Osei").unwrap();
    let request = serde_json::json!({"person_id": maria["id"], "passphrase": DEMONSTRATION_PASSPHRASE});
    call(&mut desk, "sign_in", request).unwrap();
    (folder, desk)
}

fn shown(counted: &Everything) -> Summary {
    let made_at = "2026-11-23T12:00:00Z".parse::<chrono::DateTime<Utc>>().unwrap();
    counted.internal(Meta { authority: "Town".to_owned(), made_at, audit_head: String::new(), recipient: None })
}

#[test]
fn a_summary_of_the_cases_that_were_touched_is_the_summary_of_every_case() {
    for seed in [3, 4] {
        let (_folder, mut desk) = signed_in(250, seed);
        let session = desk.signed_in_as(&caseward_domain::role::Role::ALL).unwrap();
        let mut all = HashSet::new();
        let mut visit = |file: caseward_store::CaseFile| {
            all.insert(file.case.id);
            Ok::<(), StoreError>(())
        };
        session.read().each_case_file(&mut visit).unwrap();
        let last: NaiveDate = "2026-11-23".parse().unwrap();
        let mut passed_over = 0;
        for back in (0..1_800).step_by(91) {
            for long in [0, 30, 91, 365] {
                let to = last - Days::new(back);
                let period = Period { from: to - Days::new(long), to };
                let touched = session.read().cases_touched_since(period.eve()).unwrap();
                passed_over += all.len() - touched.len();
                let few = shown(&count_these(session, period, &touched).unwrap());
                let every = shown(&count_these(session, period, &all).unwrap());
                assert_eq!(few, every, "{period:?}, seed {seed}");
            }
        }
        assert!(passed_over > all.len(), "most cases of most periods are passed over");
    }
}
