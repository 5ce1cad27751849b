//! One row of a tracker, cell by cell: what each column says, and what is wrong with it.

use super::answers::{self, Answer};
use super::comment::{self, Others};
use super::rules::{Draft, contradictions, next_review_has_passed};
use super::{Reported, TrackerRow, refused};
use crate::blank::blank_word;
use crate::codes::quoted;
use crate::dates::{self, DateCell};
use crate::field::Field;
use crate::header::{Column, Columns};
use crate::mapping::Mapping;
use crate::reading::{Notes, RefusedCell};
use crate::sheet::{Cell, Row};
use crate::{ChildId, Context};
use caseward_screen::{Kind, find};
use chrono::{Datelike, NaiveDate};

/// Reads one row.
pub(crate) struct RowReader<'a> {
    row: &'a Row,
    columns: &'a Columns,
    mapping: &'a Mapping,
    ctx: &'a Context<'a>,
    refusals: Vec<(u32, RefusedCell)>,
    child_id: Option<ChildId>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(row: &'a Row, columns: &'a Columns, mapping: &'a Mapping, ctx: &'a Context<'a>) -> RowReader<'a> {
        RowReader { row, columns, mapping, ctx, refusals: Vec::new(), child_id: None }
    }

    /// The child's id, once the row was read.
    pub(crate) fn child_id(&self) -> Option<ChildId> {
        self.child_id.clone()
    }

    /// Every wrong cell, in the order of the columns.
    pub(crate) fn into_refusals(mut self) -> Vec<RefusedCell> {
        self.refusals.sort_by_key(|(column, _)| *column);
        self.refusals.into_iter().map(|(_, cell)| cell).collect()
    }

    /// Refuses the cell of a field, unless it is refused already. A field without a column is refused where its status or its
    /// opening stands.
    pub(crate) fn refuse(&mut self, field: Field, reason: impl Into<String>) {
        let column =
            self.columns.one(field).or_else(|| self.columns.one(Field::Status)).or_else(|| self.columns.one(Field::OpenedOn));
        if let Some(column) = column.cloned() {
            self.refuse_column(&column, reason);
        }
    }

    fn refuse_column(&mut self, column: &Column, reason: impl Into<String>) {
        if !self.refusals.iter().any(|(index, _)| *index == column.index) {
            self.refusals.push((column.index, refused(&column.heading, reason)));
        }
    }

    /// Reads the row. `None` where it lacks what a case must have; the refusals say what.
    pub(crate) fn read(&mut self, others: &Others, notes: &mut Notes) -> Option<TrackerRow> {
        self.child_id = self.id(notes);
        for column in self.columns.all(Field::Name).to_vec() {
            self.cell_of(&column);
        }
        let names = comment::names(self.row, self.columns);
        let soon = self.ctx.today.year() + 20;
        let draft = Draft {
            birth: self.date(Field::DateOfBirth, self.ctx.today.year(), notes),
            opened: self.date(Field::OpenedOn, soon, notes),
            last_review: self.date(Field::LastReviewOn, soon, notes),
            next_review: self.date(Field::NextReviewOn, soon, notes),
            closed: self.date(Field::ClosedOn, soon, notes),
            status: self.answer(Field::Status, notes, answers::status, "is neither open nor closed"),
            closed_is_wrong: self.is_refused(Field::ClosedOn),
        };
        let stated_age = self.answer(Field::Age, notes, answers::age, "is not an age in whole years from 0 to 25");
        let levels = self.ctx.levels;
        let level_reason = format!("is not a level of risk of this register ({})", levels.join(", "));
        let level = self.answer(Field::Level, notes, |t| answers::level(t, levels), &level_reason);
        let mut case = TrackerRow {
            row: self.row.number,
            child_id: self.child_id.clone(),
            opened_on: NaiveDate::MIN,
            age_at_referral: None,
            sex: self.code(Field::Sex, notes),
            ethnicity: self.code(Field::Ethnicity, notes),
            referral_source: self.code(Field::ReferralSource, notes),
            team: self.label(Field::Team, notes),
            practitioner: self.label(Field::Practitioner, notes),
            manager: self.label(Field::Manager, notes),
            level: level.and_then(|at| levels.get(at)).cloned(),
            missing_episodes: self.answer(Field::MissingEpisodes, notes, answers::count, "is not a number of episodes"),
            return_interview: self.reported(Field::ReturnInterview, notes),
            assessment_signed_off: self.reported(Field::AssessmentSignedOff, notes),
            plan_signed_off: self.reported(Field::PlanSignedOff, notes),
            last_review_on: draft.last_review,
            next_review_on: draft.next_review,
            participation: self.code(Field::Participation, notes),
            closed_on: draft.closed,
            comment: self
                .text(Field::Comment)
                .filter(|t| !matches!(blank_word(t), Some("-" | "--" | "." | "none" | "nil" | "n/a" | "na" | "tbc"))),
            comment_withheld: false,
        };
        for (field, why) in contradictions(&draft, self.ctx.today) {
            self.refuse(field, why);
        }
        if next_review_has_passed(&draft) {
            self.stale_next_review(&mut case, notes);
        }
        if let Some(text) = case.comment.take() {
            case.comment_withheld = !comment::is_clear(&text, &names, others, self.ctx.today);
            case.comment = Some(text).filter(|_| !case.comment_withheld);
        }
        if draft.opened.is_none() && !self.is_refused(Field::OpenedOn) {
            self.refuse(Field::OpenedOn, "There is no date of referral. Every case needs the day it was referred.");
        }
        case.opened_on = draft.opened?;
        case.age_at_referral = self.age_at_referral(&draft, stated_age, notes);
        Some(case)
    }

    /// In a row that must be corrected anyway the stale date is named with the rest; otherwise it is left behind.
    fn stale_next_review(&mut self, case: &mut TrackerRow, notes: &mut Notes) {
        if self.refusals.is_empty() {
            case.next_review_on = None;
            self.note(Field::NextReviewOn, "On or before the last review: read as no date arranged.", notes);
        } else {
            self.refuse(Field::NextReviewOn, "The next review is not after the last review. Check both dates.");
        }
    }

    fn age_at_referral(&mut self, draft: &Draft, stated: Option<u8>, notes: &mut Notes) -> Option<u8> {
        let (Some(birth), Some(opened)) = (draft.birth, draft.opened) else {
            return stated;
        };
        let years = dates::age(birth, opened).and_then(|y| u8::try_from(y).ok());
        let now = dates::age(birth, self.ctx.today).and_then(|y| u8::try_from(y).ok());
        if let (Some(stated), Some(years), Some(now)) = (stated, years, now)
            && !(years..=now).contains(&stated)
        {
            self.note(
                Field::Age,
                "By the date of birth the child never had this age between referral and today: the date of birth was used.",
                notes,
            );
        }
        years
    }

    fn is_refused(&self, field: Field) -> bool {
        self.columns.one(field).is_some_and(|c| self.refusals.iter().any(|(index, _)| *index == c.index))
    }

    fn note(&self, field: Field, text: &str, notes: &mut Notes) {
        let heading = self.columns.one(field).map(|c| c.heading.as_str());
        notes.row(self.row.number, heading, text);
    }

    fn note_blank(&self, field: Field, word: &str, notes: &mut Notes) {
        self.note(field, &format!("\"{word}\" was read as blank."), notes);
    }

    /// The cell of a column, where it holds something that can be read.
    fn cell_of(&mut self, column: &Column) -> Option<Cell> {
        match self.row.cell(column.index)? {
            Cell::Fault(fault) => {
                self.refuse_column(
                    column,
                    format!("This cell shows the error {fault} instead of a value. Correct its formula, or clear it."),
                );
                None
            }
            Cell::Uncalculated => {
                self.refuse_column(column, "This cell holds a formula whose result was never saved. Open the file in a spreadsheet program and save it, or type the value.");
                None
            }
            cell => Some(cell.clone()),
        }
    }

    /// The cell of a field, after the mapping file had its say.
    fn cell(&mut self, field: Field) -> Option<Cell> {
        let column = self.columns.one(field)?.clone();
        let cell = self.cell_of(&column)?;
        match cell.shown().and_then(|text| self.mapping.value(field, &text)) {
            Some(told) => Cell::text(told),
            None => Some(cell),
        }
    }

    fn text(&mut self, field: Field) -> Option<String> {
        self.cell(field)?.shown()
    }

    fn id(&mut self, notes: &mut Notes) -> Option<ChildId> {
        const NO_ID: &str = "Without a child id this case can never be matched with another list or a second import.";
        let text = self.text(Field::ChildId);
        let id = match text {
            Some(text) if blank_word(&text).is_none() => {
                let id = ChildId::parse(&text);
                if id.is_none() {
                    self.refuse(Field::ChildId, "This is not an id: it has no letter or digit, or more than 64 characters.");
                }
                return id;
            }
            _ => None,
        };
        if self.columns.one(Field::ChildId).is_some() && !self.is_refused(Field::ChildId) {
            self.note(Field::ChildId, NO_ID, notes);
        }
        id
    }

    fn date(&mut self, field: Field, latest: i32, notes: &mut Notes) -> Option<NaiveDate> {
        match dates::read(&self.cell(field)?, latest) {
            DateCell::Day(day) => Some(day),
            DateCell::Serial(day) => {
                self.note(field, "A bare number: read as the date that a spreadsheet keeps by it.", notes);
                Some(day)
            }
            DateCell::Blank(word) => {
                self.note_blank(field, word, notes);
                None
            }
            DateCell::Wrong(why) => {
                self.refuse(field, why);
                None
            }
        }
    }

    /// A short answer; `wrong` follows the value in the reason.
    fn answer<T>(&mut self, field: Field, notes: &mut Notes, read: impl Fn(&str) -> Answer<T>, wrong: &str) -> Option<T> {
        let text = self.text(field)?;
        match read(&text) {
            Answer::Known(value) => Some(value),
            Answer::Taken(value, why) => {
                self.note(field, why, notes);
                Some(value)
            }
            Answer::Blank => None,
            Answer::Unknown => {
                let reason = format!(
                    "{} {wrong}. Correct it, or say in a mapping file what it stands for.",
                    // An age is not quoted: it is the child's.
                    if field == Field::Age { "This".to_owned() } else { quoted(&text) }
                );
                self.refuse(field, reason);
                None
            }
        }
    }

    fn reported(&mut self, field: Field, notes: &mut Notes) -> Reported {
        let today = self.ctx.today;
        if let Some(cell) = self.cell(field)
            && let DateCell::Day(day) = dates::read(&cell, today.year() + 20)
        {
            if day > today {
                self.refuse(field, "This date lies in the future. Correct it.");
            }
            self.note(field, "A date: read as yes.", notes);
            return Reported::Yes;
        }
        self.answer(field, notes, answers::reported, "is neither yes nor no").unwrap_or_default()
    }

    /// A value of the code list that has the field's name.
    fn code(&mut self, field: Field, notes: &mut Notes) -> Option<String> {
        let text = self.text(field)?;
        let codes = self.ctx.codes;
        if let Some(code) = codes.resolve(field.name(), &text) {
            return Some(code.to_owned());
        }
        if let Some(word) = blank_word(&text) {
            self.note_blank(field, word, notes);
            return None;
        }
        let list = field.name().replace('_', " ");
        let value = quoted(&text);
        self.refuse(
            field,
            format!(
                "{value} is not in the list of codes for {list} ({}). Correct it, or say in a mapping file what it stands for.",
                codes.examples(field.name())
            ),
        );
        None
    }

    /// The name of a team or a member of staff, as kept; without what would point at a child.
    fn label(&mut self, field: Field, notes: &mut Notes) -> Option<String> {
        let cell = self.columns.one(field).and_then(|c| self.row.cell(c.index));
        if let Some(Cell::Fault(fault)) = cell {
            // A lookup of staff that failed is no reason to leave a child out.
            self.note(field, &format!("Shows the error {fault}: read as blank."), notes);
            return None;
        }
        let text = self.text(field)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if blank_word(&text).is_some() {
            return None;
        }
        let personal =
            find(&text, &[], self.ctx.today).iter().any(|f| !matches!(f.kind, Kind::Name | Kind::NamedPerson | Kind::OnlineName));
        if personal || text.chars().count() > 100 {
            self.note(field, "Holds personal data, or more than a name: left out.", notes);
            return None;
        }
        Some(text)
    }
}
