//! A manager lets a flag rest until a day, with the cause and a reason.

use crate::desk::{Desk, new_id, on_case};
use crate::error::CommandError;
use crate::flags::weigh;
use crate::form::Form;
use crate::view::Done;
use caseward_domain::duty::{Duty, Rule};
use caseward_domain::role::Role;
use caseward_store::Snooze;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// A manager lets a flag rest until a day, with the cause and a reason.
#[derive(Deserialize, TS)]
pub struct SnoozeFlag {
    pub reference: String,
    pub rule: Rule,
    #[serde(default)]
    pub subject: Option<Uuid>,
    /// As the list showed it.
    #[ts(type = "string")]
    pub start_on: NaiveDate,
    /// The last day on which it rests, as typed: tomorrow to 92 days ahead.
    pub until: String,
    /// `cause` code; empty: not known.
    #[serde(default)]
    pub cause: String,
    pub reason: String,
}

pub fn snooze_flag(desk: &mut Desk, request: SnoozeFlag) -> Result<Done, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    let case = super::view_case::find(session, &request.reference)?;
    crate::items::refuse_closed(&case)?;
    let (today, codes) = (session.today(), session.codes()?);
    let mut form = Form::new(&codes, session.policy(), today);
    let until = form.date("until", &request.until);
    match until.map(|day| day.signed_duration_since(today).num_days()) {
        Some(days) if days < 1 => form.wrong("until", "A flag rests until tomorrow or later. Enter a day after today."),
        Some(days) if days > LONGEST_REST => form.wrong("until", "A flag rests for 92 days at most. Enter an earlier day."),
        _ => {}
    }
    let cause = form.optional_code("cause", "cause", &request.cause);
    let reason = form.needed_text("reason", &request.reason, "Say why this may wait, and what is being done meanwhile.");
    form.finish()?;
    let (Some(until_on), Some(reason)) = (until, reason) else { return Err(CommandError::invalid("until", "Enter a date.")) };
    let id = new_id(session.now())?;
    session.transact("snooze_flag", |records, rules, at| {
        let weighed = weigh(records, rules, case.clone())?;
        let is_meant = |duty: &&Duty| (duty.rule, duty.subject, duty.start_on) == (request.rule, request.subject, request.start_on);
        let is_flag = |duty: &&Duty| duty.is_flag_on(at.today);
        if !weighed.duties.iter().filter(is_meant).any(|duty| is_flag(&duty)) {
            return Err(CommandError::changed("This flag does not stand any more. Open the worklist again to see what does."));
        }
        let rule = request.rule.as_str();
        let snooze = Snooze {
            id,
            case: case.id,
            rule: rule.to_owned(),
            subject: request.subject,
            start_on: request.start_on,
            until_on,
            cause: cause.map(|code| code.to_string()).unwrap_or_default(),
            reason,
            by: at.by,
            at: at.now,
            ended: None,
        };
        // One rest at a time: a new one takes the place of the one before.
        for earlier in weighed.snoozes.iter().filter(|earlier| earlier.is_beside(&snooze)) {
            records.end_snooze(earlier.id, at.by, at.now)?;
        }
        records.insert_snooze(&snooze)?;
        records.rewrite_duties(&case, rules, at.today)?;
        let payload = serde_json::json!({ "snooze": id, "rule": rule, "subject": request.subject, "start_on": request.start_on, "until": until_on, "cause": snooze.cause });
        Ok(on_case(Done {}, case.id, payload))
    })
}

/// Days for which a flag may rest: a quarter, so that what is late is looked at again before the next progress summary.
const LONGEST_REST: i64 = 92;
