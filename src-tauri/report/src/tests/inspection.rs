//! An inspection pack with more rows than a workbook is good for is CSV alone, and says so.

use caseward_domain::level::RiskLevel;
use caseward_domain::reference::CaseReference;

use super::builders::{day, policies};
use crate::{InspectedCase, InspectedLevel, InspectionFiles, InspectionMeta, InspectionPack};

fn with_levels(rows: usize) -> InspectionFiles {
    let as_at = day("2026-09-30");
    let made_at = "2026-10-01T10:00:00Z".parse().unwrap();
    let meta = InspectionMeta { authority: "Northshire".to_owned(), as_at, made_at, audit_head: "0".repeat(64) };
    let level = InspectedLevel { from: as_at, level: RiskLevel::parse("high").unwrap(), by_manager: true };
    let case = InspectedCase {
        reference: CaseReference::from_random(7),
        team: String::new(),
        opened_on: as_at,
        closed_on: None,
        level: Some(level.level.clone()),
        level_confirmed: true,
        last_sign_off: None,
        next_review_on: None,
        review_due_by: None,
        late: Vec::new(),
        reviews: Vec::new(),
        levels: vec![level; rows],
    };
    let mut pack = InspectionPack::new(meta).unwrap();
    pack.add(&case).unwrap();
    pack.finish(policies().on(as_at)).unwrap()
}

#[test]
fn more_rows_than_a_workbook_is_good_for_are_csv_alone_and_the_method_says_so() {
    let few = with_levels(3);
    assert_eq!((few.workbook, few.files.len(), few.cases), (true, 5, 1));
    let many = with_levels(250_000);
    assert_eq!((many.workbook, many.files.len()), (false, 4));
    let part = |end: &str| String::from_utf8(many.files.iter().find(|(name, _)| *name == end).unwrap().1.clone()).unwrap();
    assert_eq!(part("levels.csv").lines().count(), 250_001, "every row stands in the CSV");
    assert!(part("method.txt").contains("There are too many rows for a workbook, so the tables are CSV files alone."));
}
