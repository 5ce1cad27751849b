//! Writes a calendar file (iCalendar, RFC 5545) of review dates, by reference only.
//!
//! An open case has one event: on the date arranged for its next review, or on the day by which a review is owed if that is
//! sooner.

use std::path::Path;

use super::list_flags::own_team;
use crate::desk::{CASEWORKERS, Desk, on_register};
use crate::error::CommandError;
use crate::files::Staged;
use caseward_report::ReviewDue;
use caseward_store::Whose;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes a calendar file (iCalendar, RFC 5545) of review dates, by reference only.
#[derive(Deserialize, TS)]
pub struct ExportCalendar {
    pub whose: CalendarOf,
    /// Where to write it; ends in `.ics`.
    pub path: String,
}

/// Whose review dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarOf {
    Mine,
    MyTeam,
    All,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CalendarExported {
    pub file: String,
    pub reviews: u32,
}

/// RFC 5545 knows no calendar without an event.
const NOTHING: &str = "None of these cases is open and has a next review, so there is nothing to save.";

pub fn export_calendar(desk: &mut Desk, request: ExportCalendar) -> Result<CalendarExported, CommandError> {
    let session = desk.signed_in_as(CASEWORKERS)?;
    let path = read_path(&request.path)?;
    let whose = match request.whose {
        CalendarOf::Mine => Whose::Person(session.person.id),
        CalendarOf::MyTeam => Whose::Team(own_team(session)?),
        CalendarOf::All => Whose::All,
    };
    let next = session.read().next_reviews(whose)?.into_iter();
    let mut reviews: Vec<ReviewDue> = next
        .filter_map(|next| {
            let on = [next.arranged_on, next.owed_by].into_iter().flatten().min()?;
            Some(ReviewDue { on, reference: next.reference })
        })
        .collect();
    if reviews.is_empty() {
        return Err(CommandError::refused(NOTHING));
    }
    reviews.sort();
    let file = Staged::write(path, &caseward_report::calendar(&reviews, session.now()))?;
    session.transact("export_calendar", |_, _, _| {
        Ok(on_register((), serde_json::json!({ "whose": request.whose, "reviews": reviews.len() })))
    })?;
    file.keep()?;
    Ok(CalendarExported { file: path.display().to_string(), reviews: u32::try_from(reviews.len()).unwrap_or(u32::MAX) })
}

fn read_path(typed: &str) -> Result<&Path, CommandError> {
    let path = Path::new(typed.trim());
    if path.as_os_str().is_empty() {
        return Err(CommandError::invalid("path", "Choose where to save the calendar file."));
    }
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics")) {
        return Err(CommandError::invalid("path", "The name of a calendar file ends in .ics. Add that to the name."));
    }
    Ok(path)
}
