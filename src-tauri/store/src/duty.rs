//! The duties of each case, kept as the duty function answers them, so that a worklist is an index range.
//!
//! A duty that is owed now carries its words, its level, its people and its rest, and is counted in a tally by rule, level
//! and due date. One that is met or ended keeps its dates only.

use std::collections::BTreeMap;

use caseward_domain::duty::{Duty, Family, REVISION, duties};
use caseward_domain::history::CaseHistory;
use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::level::level_in_force;
use chrono::{Days, NaiveDate};
use rusqlite::Row;
use uuid::Uuid;

use crate::case::CaseRecord;
use crate::error::StoreError;
use crate::history::CaseFile;
use crate::progress::{Counted, Progress};
use crate::records::{Records, execute, rows};
use crate::register::Rules;
use crate::snooze::snooze_of;
use crate::sql::{NEVER, never, unless_never};

/// A duty as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyRow {
    pub case: CaseId,
    pub rule: String,
    pub subject: Option<Uuid>,
    pub start_on: NaiveDate,
    pub due_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    /// The first day on which it is no longer owed.
    pub until_on: Option<NaiveDate>,
    pub owed: Owed,
}

/// What only a duty that is owed now carries; empty for every other.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owed {
    /// Of the level in force when it was written; 0 where it is missing.
    pub level_rank: u32,
    pub explanation: String,
    /// The last day on which a manager lets it rest.
    pub snoozed_to: Option<NaiveDate>,
    pub team_id: Option<i64>,
    pub practitioner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
}

impl Records<'_> {
    /// Works out a case's duties again and writes what differs, with how the case stands.
    pub fn rewrite_duties(&self, case: &CaseRecord, rules: &Rules, today: NaiveDate) -> Result<Vec<Duty>, StoreError> {
        let file = self.case_file(case.clone())?;
        let history = file.history();
        let owed = duties(&history, &rules.policies, &rules.calendar);
        self.store_duties(&file, &history, &owed, rules, today)?;
        Ok(owed)
    }

    /// The same for every case, as at one day.
    pub fn rewrite_all_duties(&self, rules: &Rules, today: NaiveDate, progress: &Progress) -> Result<(), StoreError> {
        progress.begin(Counted::Cases, self.count_cases()?);
        for id in self.case_ids()? {
            let case = self.case_by_id(id)?.ok_or(StoreError::Unreadable)?;
            self.rewrite_duties(&case, rules, today)?;
            progress.step()?;
        }
        self.keep_duties_as_at(today)
    }

    pub fn store_duties(
        &self,
        file: &CaseFile,
        history: &CaseHistory,
        owed: &[Duty],
        rules: &Rules,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let case = file.case.id;
        let wanted = duty_rows(file, history, owed, rules, today);
        let there = self.duties_of(case)?;
        let mut places: BTreeMap<&DutyRow, Vec<i64>> = BTreeMap::new();
        for (place, row) in &there {
            places.entry(row).or_default().push(*place);
        }
        let mut next = there.iter().map(|(place, _)| place + 1).max().unwrap_or(0);
        let mut fresh = Vec::new();
        for row in &wanted {
            // What stands there already is left alone.
            if places.get_mut(row).and_then(Vec::pop).is_none() {
                fresh.push(row);
            }
        }
        for (row, place) in places.into_iter().flat_map(|(row, places)| places.into_iter().map(move |place| (row, place))) {
            execute!(self, "duty_delete", { ":case": case.0, ":place": place })?;
            self.tally_out(row)?;
        }
        for row in fresh {
            self.insert_duty(row, next)?;
            self.tally_in(row)?;
            next += 1;
        }
        self.store_standing(file.case.id, &standing(file, history, &wanted, rules, today))
    }

    fn insert_duty(&self, row: &DutyRow, place: i64) -> Result<(), StoreError> {
        let family = caseward_domain::duty::Rule::parse(&row.rule).map_or("", |rule| rule.family().as_str());
        execute!(self, "duty_insert", {
            ":case": row.case.0, ":place": place, ":rule": row.rule, ":family": family, ":subject": row.subject,
            ":start_on": row.start_on, ":due_on": never(row.due_on), ":met_on": row.met_on, ":until_on": never(row.until_on),
            ":level_rank": row.owed.level_rank, ":explanation": row.owed.explanation,
            ":snoozed_to": row.owed.snoozed_to.map(|day| day.to_string()).unwrap_or_default(), ":team": row.owed.team_id,
            ":practitioner": row.owed.practitioner_id.map(|p| p.0), ":manager": row.owed.manager_id.map(|p| p.0),
        })?;
        Ok(())
    }

    /// Counts a duty that is owed, under its rule and under all rules.
    fn tally_in(&self, row: &DutyRow) -> Result<(), StoreError> {
        for rule in tallied_under(row) {
            execute!(self, "duty_tally_in", {
                ":rule": rule, ":level_rank": row.owed.level_rank, ":due_on": never(row.due_on),
            })?;
        }
        Ok(())
    }

    /// Counts it no more; a count of nothing goes, so that the tally stays as short as what is owed is varied.
    fn tally_out(&self, row: &DutyRow) -> Result<(), StoreError> {
        for rule in tallied_under(row) {
            let (rank, due_on) = (row.owed.level_rank, never(row.due_on));
            execute!(self, "duty_tally_out", { ":rule": rule, ":level_rank": rank, ":due_on": due_on })?;
            execute!(self, "duty_tally_forget", { ":rule": rule, ":level_rank": rank, ":due_on": due_on })?;
        }
        Ok(())
    }

    fn store_standing(&self, case: CaseId, standing: &Standing) -> Result<(), StoreError> {
        execute!(self, "case_standing", {
            ":case": case.0, ":level": standing.level, ":level_rank": standing.level_rank, ":level_confirmed": standing.level_confirmed,
            ":reviews": standing.reviews, ":last_review_on": standing.last_review_on, ":next_review_on": standing.next_review_on,
            ":no_review_due_on": standing.no_review_due_on,
        })?;
        Ok(())
    }

    /// How a case stands by what is stored.
    pub fn standing_of(&self, case: CaseId) -> Result<Option<Standing>, StoreError> {
        let read = |row: &Row<'_>| -> rusqlite::Result<Standing> {
            Ok(Standing {
                level: row.get("level")?,
                level_rank: row.get("level_rank")?,
                level_confirmed: row.get("level_confirmed")?,
                reviews: row.get("reviews")?,
                last_review_on: row.get("last_review_on")?,
                next_review_on: row.get("next_review_on")?,
                no_review_due_on: row.get("no_review_due_on")?,
            })
        };
        Ok(rows!(self, "case_standing_stored", { ":case": case.0 }, read).pop())
    }

    /// The stored duties of one case, each with its place.
    pub fn duties_of(&self, case: CaseId) -> Result<Vec<(i64, DutyRow)>, StoreError> {
        Ok(rows!(self, "duty_by_case", { ":case": case.0 }, |row: &Row<'_>| -> Result<(i64, DutyRow), StoreError> {
            Ok((row.get("place")?, read_duty(row)?))
        }))
    }

    /// The due dates of a case's flags today, each with whether it is at rest.
    pub fn late_today(&self, case: CaseId, today: NaiveDate) -> Result<Vec<(NaiveDate, bool)>, StoreError> {
        let read = |row: &Row<'_>| -> rusqlite::Result<(NaiveDate, bool)> { Ok((row.get("due_on")?, row.get("at_rest")?)) };
        Ok(rows!(self, "duty_late_of_case", { ":case": case.0, ":today": today }, read))
    }

    /// Cases that have a flag on a day, in the order in which they were made.
    pub fn cases_flagged_on(&self, day: NaiveDate, rule: Option<caseward_domain::duty::Rule>) -> Result<Vec<CaseId>, StoreError> {
        let rule = rule.map(caseward_domain::duty::Rule::as_str);
        Ok(
            rows!(self, "duty_cases_flagged", { ":day": day, ":rule": rule }, |row: &Row<'_>| row.get::<_, Uuid>("case_id").map(CaseId)),
        )
    }

    /// Whether the tally is what counting the duties answers.
    pub fn tally_holds(&self) -> Result<bool, StoreError> {
        let wrong = rows!(self, "duty_tally_check", {}, |row: &Row<'_>| row.get::<_, i64>("wrong"));
        Ok(wrong.iter().all(|wrong| *wrong == 0))
    }

    /// The day on which the duties of all cases were last worked out together by the present rules; `None`: they are to be
    /// worked out now.
    pub fn duties_as_at(&self) -> Result<Option<NaiveDate>, StoreError> {
        let found = rows!(self, "register_duties_as_at", {}, |row: &Row<'_>| row.get::<_, String>("duties_as_at"));
        let by_present_rules = |text: &String| text.strip_suffix(&by_revision())?.parse().ok();
        Ok(found.first().and_then(by_present_rules))
    }

    pub fn keep_duties_as_at(&self, day: NaiveDate) -> Result<(), StoreError> {
        execute!(self, "register_keep_duties_as_at", { ":day": format!("{day}{}", by_revision()) })?;
        Ok(())
    }
}

/// How a case stands, as lists of cases find it: kept beside its duties and as they follow from its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    level: Option<String>,
    level_rank: u32,
    level_confirmed: bool,
    reviews: i64,
    last_review_on: String,
    next_review_on: String,
    /// The first day due of a duty of the family *no review* that is owed now.
    no_review_due_on: String,
}

/// How a case stands by its facts.
pub fn standing(file: &CaseFile, history: &CaseHistory, stored: &[DutyRow], rules: &Rules, today: NaiveDate) -> Standing {
    let level = level_in_force(&history.levels, today);
    let no_review = |row: &&DutyRow| {
        let rule = caseward_domain::duty::Rule::parse(&row.rule);
        row.until_on.is_none() && rule.is_some_and(|rule| rule.family() == Family::NoReview)
    };
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Standing {
        level_rank: rules.policies.on(today).rank(level.as_ref().map(|found| found.level)),
        level_confirmed: level.as_ref().is_some_and(|found| found.confirmed),
        level: level.map(|found| found.level.as_str().to_owned()),
        reviews: i64::try_from(history.reviews.len()).unwrap_or(i64::MAX),
        last_review_on: text(history.reviews.iter().map(|review| review.on).max()),
        next_review_on: text(file.next_dates().first().map(|(next, _)| next.next_review_on)),
        no_review_due_on: never(stored.iter().filter(no_review).filter_map(|row| row.due_on).min()).to_string(),
    }
}

/// The rows that follow from what the duty function answered.
pub fn duty_rows(file: &CaseFile, history: &CaseHistory, owed: &[Duty], rules: &Rules, today: NaiveDate) -> Vec<DutyRow> {
    let level = level_in_force(&history.levels, today);
    let level_rank = rules.policies.on(today).rank(level.as_ref().map(|found| found.level));
    let row = |duty: &Duty| {
        // What a policy to come will end is owed until then.
        let until_on = duty.until().filter(|until| *until <= today).map(storable);
        let carried = || Owed {
            level_rank,
            explanation: duty.explanation.clone(),
            snoozed_to: snooze_of(&file.snoozes, duty).map(|snooze| snooze.until_on),
            team_id: file.case.team_id,
            practitioner_id: file.case.practitioner_id,
            manager_id: file.case.manager_id,
        };
        DutyRow {
            case: file.case.id,
            rule: duty.rule.as_str().to_owned(),
            subject: duty.subject,
            start_on: duty.start_on,
            due_on: duty.due_on.map(storable),
            met_on: duty.met_on,
            until_on,
            owed: if until_on.is_none() { carried() } else { Owed::default() },
        }
    };
    owed.iter().map(row).collect()
}

pub(crate) fn read_duty(row: &Row<'_>) -> Result<DutyRow, StoreError> {
    let snoozed_to: String = row.get("snoozed_to")?;
    let person = |column: &str| row.get::<_, Option<Uuid>>(column).map(|found| found.map(PersonId));
    Ok(DutyRow {
        case: CaseId(row.get("case_id")?),
        rule: row.get("rule")?,
        subject: row.get("subject")?,
        start_on: row.get("start_on")?,
        due_on: unless_never(row.get("due_on")?),
        met_on: row.get("met_on")?,
        until_on: unless_never(row.get("until_on")?),
        owed: Owed {
            level_rank: row.get("level_rank")?,
            explanation: row.get("explanation")?,
            snoozed_to: snoozed_to.parse().ok(),
            team_id: row.get("team_id")?,
            practitioner_id: person("practitioner_id")?,
            manager_id: person("manager_id")?,
        },
    })
}

fn tallied_under(row: &DutyRow) -> impl Iterator<Item = &str> {
    let rules = [row.rule.as_str(), ALL_RULES];
    rules.into_iter().filter(|_| row.until_on.is_none())
}

/// What stands behind the day on which duties were worked out: `2026-11-26 by revision 3`.
fn by_revision() -> String {
    format!(" by revision {REVISION}")
}

/// The name under which the tally counts the duties of all rules.
const ALL_RULES: &str = "";

/// Years of four digits, and never the day that stands for "never".
fn storable(day: NaiveDate) -> NaiveDate {
    day.min(NEVER.checked_sub_days(Days::new(1)).unwrap_or(day))
}
