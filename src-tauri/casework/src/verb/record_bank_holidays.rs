//! Adds bank holidays, and says to which day the list is now whole, so that working days can be counted that far.

use caseward_domain::role::Role;
use caseward_store::{Counted, StoreError};
use serde::Deserialize;
use std::sync::Arc;
use ts_rs::TS;

use super::view_policy::{PolicyView, policy_view};
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;

/// Adds bank holidays, and says to which day the list is now whole.
#[derive(Deserialize, TS)]
pub struct RecordBankHolidays {
    /// The last day of the new list, as typed: usually 31 December.
    pub known_to: String,
    pub holidays: Vec<BankHolidayForm>,
}

#[derive(Deserialize, TS)]
pub struct BankHolidayForm {
    pub day: String,
    pub title: String,
}

pub fn record_bank_holidays(desk: &mut Desk, request: RecordBankHolidays) -> Result<PolicyView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let before = session.rules().calendar.known_to;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let known_to = form.date("known_to", &request.known_to);
    let known_to =
        known_to.and_then(|day| form.not_before("known_to", day, Some((before, "the end of the list that is there,"))));
    let mut holidays = Vec::new();
    for (place, holiday) in request.holidays.iter().enumerate() {
        let day = form.date(&format!("holidays.{place}.day"), &holiday.day);
        let title = form.words(&format!("holidays.{place}.title"), &holiday.title, "Enter the name of the bank holiday.");
        if day.is_some_and(|day| day <= before || known_to.is_some_and(|last| day > last)) {
            form.wrong(&format!("holidays.{place}.day"), "This day lies outside the years that you are adding. Check the year.");
        }
        holidays.extend(day.zip(title));
    }
    // Every year in England has at least eight: a list without any was not copied whole.
    if request.holidays.is_empty() {
        form.wrong("holidays", "Enter the bank holidays from gov.uk/bank-holidays, England and Wales.");
    }
    form.finish()?;
    let Some(known_to) = known_to else { return Err(CommandError::invalid("known_to", "Enter a date.")) };
    let progress = Arc::clone(&session.progress);
    session.transact("record_bank_holidays", |records, _, at| {
        for (day, title) in &holidays {
            records.save_bank_holiday(*day, title)?;
        }
        records.know_bank_holidays_to(known_to)?;
        let rules = records.rules()?;
        let mut cases = Vec::new();
        records.each_case(|case| {
            cases.push(case);
            Ok::<(), StoreError>(())
        })?;
        progress.begin(Counted::Cases, u64::try_from(cases.len()).unwrap_or(u64::MAX));
        for case in &cases {
            records.rewrite_duties(case, &rules, at.today)?;
            progress.step()?;
        }
        Ok(on_register((), serde_json::json!({ "known_to": known_to, "holidays": holidays.len() })))
    })?;
    session.register.reload_rules()?;
    Ok(policy_view(session))
}
