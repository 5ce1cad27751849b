//! The duties of each case, kept as the duty function answers them, so that a worklist is an index range.

use caseward_domain::duty::{Duty, Family, Rule, duties};
use caseward_domain::history::CaseHistory;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::level::level_in_force;
use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};

use crate::case::CaseRecord;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::register::Rules;
use crate::sql::{NEVER, never, sql, unless_never};

/// A stored duty with the case it is owed on. Its words are made again from the history when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyRow {
    pub case: CaseId,
    pub rule: String,
    pub subject: Option<uuid::Uuid>,
    pub start_on: NaiveDate,
    pub due_on: Option<NaiveDate>,
}

/// Which duties of today a worklist asks for.
#[derive(Clone, Debug, Default)]
pub struct OwedFilter {
    pub rule: Option<Rule>,
    pub family: Option<Family>,
    pub level_rank: Option<u32>,
    pub team_id: Option<i64>,
    pub practitioner: Option<PersonId>,
    /// Cases of this person, as practitioner or manager.
    pub mine: Option<PersonId>,
}

impl OwedFilter {
    fn by_case(&self) -> bool {
        self.team_id.is_some() || self.practitioner.is_some() || self.mine.is_some()
    }

    fn people(&self) -> (Option<i64>, Option<uuid::Uuid>, Option<uuid::Uuid>) {
        (self.team_id, self.practitioner.map(|p| p.0), self.mine.map(|p| p.0))
    }
}

impl Records<'_> {
    /// Works out a case's duties again and writes them, with how the case stands, in place of what was there.
    pub fn rewrite_duties(&self, case: &CaseRecord, rules: &Rules, today: NaiveDate) -> Result<Vec<Duty>, StoreError> {
        let file = self.case_file(case.clone())?;
        let history = file.history();
        let owed = duties(&history, &rules.policies, &rules.calendar);
        self.store_duties(case.id, &history, &owed, rules, today)?;
        Ok(owed)
    }

    pub fn store_duties(
        &self,
        case: CaseId,
        history: &CaseHistory,
        owed: &[Duty],
        rules: &Rules,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let level = level_in_force(&history.levels, today);
        let rank = rules.policies.on(today).rank(level.as_ref().map(|found| found.level));
        execute!(self, "duty_clear", { ":case": case.0 })?;
        for (place, duty) in (0_i64..).zip(owed) {
            execute!(self, "duty_insert", {
                ":case": case.0, ":place": place, ":rule": duty.rule.as_str(), ":family": duty.rule.family().as_str(),
                ":subject": duty.subject, ":start_on": duty.start_on, ":due_on": never(duty.due_on.map(storable)),
                ":met_on": duty.met_on, ":until_on": never(duty.until().map(storable)), ":level_rank": rank,
            })?;
        }
        let mut reviews: Vec<NaiveDate> = history.reviews.iter().map(|review| review.on).collect();
        reviews.sort_unstable();
        let last = reviews.last().copied();
        let arranged = history.arranged.iter().filter(|a| last.is_none_or(|last| a.arranged_on >= last)).max();
        execute!(self, "case_standing", {
            ":case": case.0, ":level": level.as_ref().map(|found| found.level.as_str()), ":level_rank": rank,
            ":level_confirmed": level.as_ref().is_some_and(|found| found.confirmed), ":reviews": i64::try_from(reviews.len()).unwrap_or(i64::MAX),
            ":last_review_on": last.map(|day| day.to_string()).unwrap_or_default(),
            ":next_review_on": arranged.map(|a| a.next_review_on.to_string()).unwrap_or_default(),
        })?;
        Ok(())
    }

    /// The stored duties of one case, in their order.
    pub fn duties_of(&self, case: CaseId) -> Result<Vec<DutyRow>, StoreError> {
        Ok(rows!(self, "duty_by_case", { ":case": case.0 }, read_duty))
    }

    /// The due dates of a case's flags today.
    pub fn late_today(&self, case: CaseId, today: NaiveDate) -> Result<Vec<NaiveDate>, StoreError> {
        Ok(
            rows!(self, "duty_late_of_case", { ":case": case.0, ":today": today }, |row: &Row<'_>| row.get::<_, NaiveDate>("due_on")),
        )
    }

    /// Duties of one level owed today and due between two days (both included), soonest first.
    pub fn owed_between(
        &self,
        filter: &OwedFilter,
        level_rank: u32,
        (from, to): (NaiveDate, NaiveDate),
        limit: u32,
        offset: u32,
    ) -> Result<Vec<DutyRow>, StoreError> {
        let rule = filter.rule.map(Rule::as_str);
        let family = filter.family.map(Family::as_str);
        let mut statement =
            self.connection.prepare_cached(if filter.by_case() { sql!("duty_owed_of_cases") } else { sql!("duty_owed") })?;
        let (team, practitioner, mine) = filter.people();
        let mut found = if filter.by_case() {
            statement.query(named_params! {
                ":rank": level_rank, ":from": from, ":to": to, ":rule": rule, ":family": family, ":limit": limit, ":offset": offset,
                ":team": team, ":practitioner": practitioner, ":mine": mine,
            })?
        } else {
            statement.query(named_params! {
                ":rank": level_rank, ":from": from, ":to": to, ":rule": rule, ":family": family, ":limit": limit, ":offset": offset,
            })?
        };
        let mut duties = Vec::new();
        while let Some(row) = found.next()? {
            duties.push(read_duty(row)?);
        }
        Ok(duties)
    }

    /// How many there are.
    pub fn count_owed_between(
        &self,
        filter: &OwedFilter,
        level_rank: u32,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<u32, StoreError> {
        let rule = filter.rule.map(Rule::as_str);
        let family = filter.family.map(Family::as_str);
        let count = |row: &Row<'_>| row.get("duties");
        let (team, practitioner, mine) = filter.people();
        Ok(if filter.by_case() {
            self.connection.prepare_cached(sql!("duty_owed_of_cases_count"))?.query_row(
                named_params! {
                    ":rank": level_rank, ":from": from, ":to": to, ":rule": rule, ":family": family,
                    ":team": team, ":practitioner": practitioner, ":mine": mine,
                },
                count,
            )?
        } else {
            let params = named_params! { ":rank": level_rank, ":from": from, ":to": to, ":rule": rule, ":family": family };
            self.connection.prepare_cached(sql!("duty_owed_count"))?.query_row(params, count)?
        })
    }

    /// Cases that have a flag on a day, in the order in which they were made.
    pub fn cases_flagged_on(&self, day: NaiveDate, rule: Option<Rule>) -> Result<Vec<CaseId>, StoreError> {
        let rule = rule.map(Rule::as_str);
        Ok(
            rows!(self, "duty_cases_flagged", { ":day": day, ":rule": rule }, |row: &Row<'_>| row.get::<_, uuid::Uuid>("case_id").map(CaseId)),
        )
    }

    /// Open cases with at least one flag of a family today.
    pub fn count_cases_flagged(&self, family: Family, today: NaiveDate) -> Result<u32, StoreError> {
        let params = named_params! { ":family": family.as_str(), ":today": today };
        Ok(self.connection.prepare_cached(sql!("duty_cases_flagged_count"))?.query_row(params, |row| row.get("cases"))?)
    }
}

fn read_duty(row: &Row<'_>) -> Result<DutyRow, StoreError> {
    Ok(DutyRow {
        case: CaseId(row.get("case_id")?),
        rule: row.get("rule")?,
        subject: row.get("subject")?,
        start_on: row.get("start_on")?,
        due_on: unless_never(row.get("due_on")?),
    })
}

/// Years of four digits, and never the day that stands for "never".
fn storable(day: NaiveDate) -> NaiveDate {
    day.min(NEVER.checked_sub_days(Days::new(1)).unwrap_or(day))
}
