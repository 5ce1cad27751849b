//! Adds bank holidays, and says to which day the list is now whole, so that working days can be counted that far. A day that is
//! announced for a year that is known already, as in 2022 and 2023, is added too: what was due before it stays as it was.

use caseward_domain::role::Role;
use caseward_store::{Counted, StoreError};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use ts_rs::TS;

use super::view_policy::{PolicyView, policy_view};
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;

/// Adds bank holidays, and says to which day the list is now whole; or one more in a year that is known already.
#[derive(Deserialize, TS)]
pub struct RecordBankHolidays {
    /// The last day of the new list, as typed: usually 31 December. The end of the list that is there: it grows no longer.
    pub known_to: String,
    pub holidays: Vec<BankHolidayForm>,
}

#[derive(Deserialize, TS)]
pub struct BankHolidayForm {
    pub day: String,
    pub title: String,
}

/// England and Wales have had eight or more a year since 1978: a list with fewer was not copied whole.
const LEAST_A_YEAR: usize = 8;

/// The first whole year between the end of the list that is there and the new one that has too few, with how many it has.
fn first_short_year(before: NaiveDate, known_to: NaiveDate, holidays: &[(NaiveDate, String)]) -> Option<(i32, usize)> {
    let is_whole = |year: &i32| {
        let of = |month, day| NaiveDate::from_ymd_opt(*year, month, day);
        of(1, 1).is_some_and(|first| first > before) && of(12, 31).is_some_and(|last| last <= known_to)
    };
    let years = (before.year()..=known_to.year()).filter(is_whole);
    let found = |year: i32| holidays.iter().map(|(day, _)| day).filter(|day| day.year() == year).collect::<BTreeSet<_>>().len();
    years.map(|year| (year, found(year))).find(|(_, found)| *found < LEAST_A_YEAR)
}

pub fn record_bank_holidays(desk: &mut Desk, request: RecordBankHolidays) -> Result<PolicyView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let (before, today) = (session.rules().calendar.known_to, session.today());
    let mut form = Form::new(&codes, session.policy(), session.today());
    let known_to = form.date("known_to", &request.known_to);
    let known_to =
        known_to.and_then(|day| form.not_before("known_to", day, Some((before, "the end of the list that is there,"))));
    let mut holidays = Vec::new();
    for (place, holiday) in request.holidays.iter().enumerate() {
        let day = form.date(&format!("holidays.{place}.day"), &holiday.day);
        let title = form.words(&format!("holidays.{place}.title"), &holiday.title, "Enter the name of the bank holiday.");
        let field = format!("holidays.{place}.day");
        if day.is_some_and(|day| day <= before && day < today) {
            form.wrong(&field, "This day is past, and what was due then stays as it was. Enter today or a later day.");
        }
        if day.is_some_and(|day| known_to.is_some_and(|last| day > last)) {
            form.wrong(&field, "This day is after the last day of the list. Check both.");
        }
        holidays.extend(day.zip(title));
    }
    if request.holidays.is_empty() {
        form.wrong("holidays", "Enter the bank holidays from gov.uk/bank-holidays, England and Wales.");
    } else if let Some((year, found)) = known_to.and_then(|known_to| first_short_year(before, known_to, &holidays)) {
        form.wrong(
            "holidays",
            format!("Only {found} of these are in {year}, and every year has at least {LEAST_A_YEAR}. Enter them all, or an earlier last day."),
        );
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
