//! Why things were late in a period: by cause, by team and by month. “Not known” and “not yet asked” are counted apart.

use crate::desk::{Desk, READERS_OF_LISTS, Session};
use crate::error::CommandError;
use crate::form::Form;
use caseward_store::{CauseCounted, StoreError};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why things were late in a period: by cause, by team and by month. “Not known” and “not yet asked” are counted apart.
#[derive(Deserialize, TS)]
pub struct ViewCauses {
    /// Days as typed or ISO, both included; absent: the last 12 months up to today.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CausesView {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// How often in the period something was settled late or let rest: a flag let rest twice and settled counts three times.
    pub late: u32,
    pub not_known: u32,
    /// Settled late, and nobody has said why yet.
    pub not_asked: u32,
    /// In the order of the list `cause`; those that were never given are there with 0.
    pub causes: Vec<CauseCount>,
    /// By team, in the order of names; cases without a team last. `counts` follow `causes`.
    pub teams: Vec<CausesOf>,
    /// By month, oldest first, from the first to the last of the period.
    pub months: Vec<CausesOf>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CauseCount {
    pub cause: String,
    pub label: String,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CausesOf {
    /// A team's name, or a month as `2026-03`.
    pub of: String,
    /// One number for each of `causes`, in their order.
    pub counts: Vec<u32>,
    pub not_known: u32,
    pub not_asked: u32,
}

pub fn view_causes(desk: &mut Desk, request: ViewCauses) -> Result<CausesView, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let last_12_months = |to: NaiveDate| to.checked_sub_months(Months::new(12)).map_or(to, next_day);
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let (from, to) = form.period(&request.from, &request.to, last_12_months);
    form.finish()?;
    Ok(causes(session, from, to)?)
}

/// One count for each month; the sums over causes, teams and months are sums of the same numbers.
pub(crate) fn causes(session: &Session, from: NaiveDate, to: NaiveDate) -> Result<CausesView, StoreError> {
    let records = session.read();
    let codes = session.codes()?;
    let listed = codes.get("cause").into_iter().flatten();
    let mut labels: Vec<(String, String)> = listed.map(|row| (row.code.clone(), row.label.clone())).collect();
    let mut by_month: Vec<(String, Vec<CauseCounted>)> = Vec::new();
    let mut first = from;
    while first <= to {
        let next_month = first.with_day(1).and_then(|day| day.checked_add_months(Months::new(1))).unwrap_or(NaiveDate::MAX);
        let last = next_month.pred_opt().unwrap_or(to).min(to);
        by_month.push((first.format("%Y-%m").to_string(), records.late_by_cause(first, last)?));
        first = next_month;
    }
    let all = || by_month.iter().flat_map(|(_, counted)| counted);
    for cause in all().filter_map(|counted| counted.cause.as_ref()).filter(|cause| !cause.is_empty()) {
        // A code that a register brought with it and its list does not know is counted under its own name.
        if labels.iter().all(|(code, _)| code != cause) {
            labels.push((cause.clone(), cause.clone()));
        }
    }
    let codes: Vec<&str> = labels.iter().map(|(code, _)| code.as_str()).collect();
    let mut teams: Vec<CausesOf> = records
        .teams()?
        .into_iter()
        .map(|team| causes_of(team.name, &codes, all().filter(|counted| counted.team_id == Some(team.id))))
        .collect();
    teams.sort_by(|a, b| a.of.cmp(&b.of));
    if all().any(|counted| counted.team_id.is_none()) {
        teams.push(causes_of("No team".to_owned(), &codes, all().filter(|counted| counted.team_id.is_none())));
    }
    let whole = causes_of(String::new(), &codes, all());
    let months = by_month.iter().map(|(month, counted)| causes_of(month.clone(), &codes, counted.iter())).collect();
    let counts = labels.iter().zip(&whole.counts);
    Ok(CausesView {
        from,
        to,
        late: all().map(|counted| counted.late).sum(),
        not_known: whole.not_known,
        not_asked: whole.not_asked,
        causes: counts
            .map(|((cause, label), count)| CauseCount { cause: cause.clone(), label: label.clone(), count: *count })
            .collect(),
        teams,
        months,
    })
}

fn causes_of<'a>(of: String, codes: &[&str], counted: impl Iterator<Item = &'a CauseCounted>) -> CausesOf {
    let mut sums = CausesOf { of, counts: vec![0; codes.len()], not_known: 0, not_asked: 0 };
    for CauseCounted { cause, late, .. } in counted {
        match cause.as_deref() {
            None => sums.not_asked += late,
            Some("") => sums.not_known += late,
            Some(cause) => {
                let place = codes.iter().position(|code| *code == cause);
                if let Some(count) = place.and_then(|place| sums.counts.get_mut(place)) {
                    *count += late;
                }
            }
        }
    }
    sums
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}
