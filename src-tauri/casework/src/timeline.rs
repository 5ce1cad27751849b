//! A case's history in words, from its events in the audit chain.

use caseward_domain::id::CaseId;
use caseward_domain::item::ItemKind;
use caseward_store::{EventRow, Records, StoreError};

use crate::names::Names;
use crate::view::EventView;

pub(crate) fn of_case(records: &Records<'_>, case: CaseId, names: &Names) -> Result<Vec<EventView>, StoreError> {
    let events = records.events_of_case(case)?;
    Ok(events
        .iter()
        .map(|event| EventView { sequence: event.sequence, at: event.at, by: names.person(event.by), says: say(event) })
        .collect())
}

fn say(event: &EventRow) -> String {
    let text = |key: &str| event.payload.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
    let number = event.payload.get("number").and_then(serde_json::Value::as_u64).unwrap_or(1);
    let kind = ItemKind::parse(text("kind")).map_or("item", ItemKind::say);
    let item =
        format!("{}{} version {number}", kind.get(..1).unwrap_or_default().to_uppercase(), kind.get(1..).unwrap_or_default());
    match event.op.as_str() {
        "open_case" => "Case opened".to_owned(),
        "change_case" if !text("worker_change_reason").is_empty() => "Worker changed".to_owned(),
        "change_case" => "Facts of the case changed".to_owned(),
        "record_item" => format!("{item} written"),
        "submit_item" => format!("{item} sent for sign-off"),
        "withdraw_item" => format!("{item} taken back by its author"),
        "record_sign_off" if kind == "closure" => format!("{item} signed off at {}: the case closed", text("level")),
        "record_sign_off" => format!("{item} signed off at {}", text("level")),
        "return_item" => format!("{item} returned"),
        "record_plan_update" => "Progress on the plan recorded".to_owned(),
        "record_missing_episode" => "Missing episode recorded".to_owned(),
        "import_tracker" => "Brought in from a tracker".to_owned(),
        "import_census" => "Brought in from a census".to_owned(),
        other => other.replace('_', " "),
    }
}
