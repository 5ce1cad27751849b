//! The duties of every case worked out again, in cases a second, against a plain read of the same rows.

use std::path::Path;
use std::time::Instant;

use caseward_domain::duty::duties;
use caseward_store::StoreError;

use crate::{print, read_all, with_bare};

/// The rows that the duty function's facts are made of.
const FACTS: [&str; 8] = [
    "SELECT * FROM case_record",
    "SELECT i.case_id, i.kind, v.*, s.* FROM item AS i JOIN item_version AS v ON v.item_id = i.id LEFT JOIN sign_off AS s ON s.version_id = v.id
     ORDER BY i.case_id, i.id, v.number",
    "SELECT i.case_id, s.* FROM item AS i JOIN item_version AS v ON v.item_id = i.id JOIN submission AS s ON s.version_id = v.id",
    "SELECT * FROM episode",
    "SELECT * FROM plan_update",
    "SELECT * FROM review_date",
    "SELECT * FROM earlier_period",
    "SELECT * FROM snooze",
];

pub fn run(register: &Path) {
    with_bare(register, |register| {
        let start = Instant::now();
        let read: u64 = FACTS.iter().map(|text| read_all(register.bare(), text)).sum();
        let bare = start.elapsed();
        let rules = register.rules().clone();
        let start = Instant::now();
        let (mut cases, mut found) = (0_u32, 0);
        register
            .read()
            .each_case_file(|file| {
                cases += 1;
                found += duties(&file.history(), &rules.policies, &rules.calendar).len();
                Ok::<(), StoreError>(())
            })
            .unwrap();
        let ours = start.elapsed();
        print("duties of every case, worked out again", ours, bare);
        println!("{:<52} {:>9.0} cases a second; {found} duties from {read} rows", "", f64::from(cases) / ours.as_secs_f64());
    });
}
