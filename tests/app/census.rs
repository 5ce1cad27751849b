//! The children-in-need census brought in after the tracker: `tests/data/cin_census.xml`.

use std::collections::BTreeSet;

use serde_json::json;

use crate::office::{MANAGER, Office, data};
use crate::tracker::import;

/// The ids of children with factor 11A, read as plainly as can be.
fn exploited_children() -> BTreeSet<String> {
    let text = std::fs::read_to_string(data("cin_census.xml")).unwrap();
    let children = text.split("<Child>").skip(1).filter(|child| child.contains("<AssessmentFactors>11A</AssessmentFactors>"));
    children.map(|child| child.split("<LAchildID>").nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

#[test]
fn children_already_there_are_matched_and_no_other_child_is_added() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    import(&mut office, true);
    let done = office.ask("import_census", json!({"path": data("cin_census.xml")}));
    let wanted = exploited_children();
    assert_eq!(done["rows"].as_array().unwrap().len(), wanted.len());
    let known = wanted.iter().filter(|id| office.ask("find_child", json!({"child_id": id}))["reference"].is_string()).count();
    assert_eq!(known, wanted.len());
    let total = office.ask("list_cases", json!({"status": "all"}))["total"].as_u64().unwrap();
    assert_eq!(total, 240 + done["created"].as_u64().unwrap());
    assert_eq!(done["matched"].as_u64().unwrap() + done["created"].as_u64().unwrap(), wanted.len() as u64);
    let again = office.ask("import_census", json!({"path": data("cin_census.xml")}));
    assert_eq!((again["created"].as_u64(), again["matched"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn without_a_tracker_each_child_with_factor_11a_becomes_a_case() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let done = office.ask("import_census", json!({"path": data("cin_census.xml")}));
    assert_eq!(done["created"].as_u64().unwrap(), exploited_children().len() as u64);
    let case = office.ask("view_case", json!({"reference": done["rows"][0]["reference"]}));
    assert!(case["facts"]["factors"].as_array().unwrap().contains(&json!("11A")));
    assert_eq!(case["level"], serde_json::Value::Null, "a census states no level");
}
