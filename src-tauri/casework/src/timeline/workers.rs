//! What the history says of who works the case: each change of practitioner and of manager, with its reason. For a child a
//! change of worker is a loss.

use caseward_domain::id::PersonId;
use caseward_store::{Records, StoreError, WorkerChange};

use super::{Told, on};
use crate::names::Names;

/// `changes` are newest first. The first of all says who had the case when it opened, and is no change.
pub(super) fn told(records: &Records<'_>, changes: &[WorkerChange], names: &Names) -> Result<Vec<Told>, StoreError> {
    let reasons = records.labels("worker_change_reason")?;
    let told = changes.iter().zip(changes.iter().skip(1)).filter_map(|(change, before)| {
        let people = [
            moved("Practitioner", before.practitioner_id, change.practitioner_id, names),
            moved("Manager", before.manager_id, change.manager_id, names),
        ];
        let said: Vec<String> = people.into_iter().flatten().collect();
        let reason = match reasons.iter().find(|(code, _)| code.as_str() == change.reason) {
            Some((_, label)) => format!(": {label}"),
            None if change.reason.is_empty() => String::new(),
            None => format!(": {}", change.reason),
        };
        let says = format!("{}{reason}", said.join(". "));
        (!said.is_empty()).then(|| Told { at: on(change.from_on), by: String::new(), says })
    });
    Ok(told.collect())
}

fn moved(role: &str, before: Option<PersonId>, after: Option<PersonId>, names: &Names) -> Option<String> {
    let name = |id: PersonId| names.person(id);
    match (before, after) {
        (before, after) if before == after => None,
        (Some(before), Some(after)) => Some(format!("{role} changed from {} to {}", name(before), name(after))),
        (None, Some(after)) => Some(format!("{role} named: {}", name(after))),
        (Some(before), None) => Some(format!("{role} taken off the case: {}", name(before))),
        (None, None) => None,
    }
}
