//! What the history says of lateness: who let a flag rest, why and until when; who woke it; and why what was settled late was
//! late.

use caseward_domain::date::say_date;
use caseward_domain::duty::{Duty, Rule};
use caseward_store::{Lateness, Records, Snooze, StoreError, civil};

use super::{Told, at};
use crate::flags::Weighed;
use crate::names::Names;

pub(super) fn told(records: &Records<'_>, weighed: &Weighed, names: &Names) -> Result<Vec<Told>, StoreError> {
    let causes = records.labels("cause")?;
    let label = |cause: &str| match causes.iter().find(|(code, _)| code.as_str() == cause) {
        Some((_, label)) => label.clone(),
        None if cause.is_empty() => "not known".to_owned(),
        None => cause.to_owned(),
    };
    let snoozes = &weighed.snoozes;
    let mut told: Vec<Told> = snoozes.iter().map(|snooze| let_rest(snooze, snoozes, &label(&snooze.cause), names)).collect();
    told.extend(snoozes.iter().filter_map(|snooze| woken(snooze, snoozes, names)));
    for lateness in records.latenesses(weighed.case.id)? {
        told.push(said_why(&lateness, &weighed.duties, &label(&lateness.cause), names));
    }
    Ok(told)
}

fn let_rest(snooze: &Snooze, all: &[Snooze], cause: &str, names: &Names) -> Told {
    let before = all.iter().find(|other| is_replaced_by(other, snooze)).filter(|other| civil(snooze.at) <= other.until_on);
    let instead = before.map_or_else(String::new, |other| format!(" instead of {}", say_date(other.until_on)));
    Told {
        at: at(snooze.at),
        by: names.person(snooze.by),
        says: format!(
            "“{}” let rest until {}{instead}. Why it is late: {cause}. {}",
            rule_of(snooze),
            say_date(snooze.until_on),
            snooze.reason.as_str()
        ),
    }
}

/// Somebody woke it before its last day was over, and put no other rest in its place.
fn woken(snooze: &Snooze, all: &[Snooze], names: &Names) -> Option<Told> {
    let ended = snooze.ended.as_ref().filter(|ended| civil(ended.at) <= snooze.until_on)?;
    if all.iter().any(|other| is_replaced_by(snooze, other)) {
        return None;
    }
    let by = names.maybe_person(ended.by).unwrap_or_default();
    Some(Told { at: at(ended.at), by, says: format!("“{}” woken before its rest was over", rule_of(snooze)) })
}

fn is_replaced_by(one: &Snooze, other: &Snooze) -> bool {
    one.id != other.id && one.is_beside(other) && one.ended.as_ref().is_some_and(|ended| ended.at == other.at)
}

fn rule_of(snooze: &Snooze) -> &str {
    match Rule::parse(&snooze.rule) {
        Some(rule) => rule.say(),
        None => &snooze.rule,
    }
}

fn said_why(lateness: &Lateness, duties: &[Duty], cause: &str, names: &Names) -> Told {
    let is_meant =
        |duty: &&Duty| (duty.rule, duty.subject, duty.start_on) == (lateness.rule, lateness.subject, lateness.start_on);
    let due = duties.iter().find(is_meant).and_then(|duty| duty.due_on);
    let due = due.map_or_else(String::new, |due| format!(", due {},", say_date(due)));
    let note = lateness.note.as_str();
    let note = if note.is_empty() { String::new() } else { format!(": {note}") };
    Told {
        at: at(lateness.at),
        by: names.person(lateness.by),
        says: format!("Why “{}”{due} was settled late: {cause}{note}", lateness.rule.say()),
    }
}
