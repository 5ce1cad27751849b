//! The inspection pack: every case with its last sign-off, its review dates and its level history, and how that was worked out.
//!
//! The list that inspectors ask for on the first morning (Ofsted, the 2014 inspections of child sexual exploitation, asked for
//! every case and who had overseen it). Of children it holds references only. Cases are added one at a time: the tables of the
//! workbook and the CSV files grow together, so they hold the same rows.

mod book;
mod method;

use caseward_domain::level::RiskLevel;
use caseward_domain::policy::Policy;
use caseward_domain::reference::CaseReference;
use chrono::{DateTime, NaiveDate, Utc};

use self::book::{Book, Value};
use crate::csv::Csv;
use crate::error::ReportError;

/// Where and when it was made.
#[derive(Clone, Debug)]
pub struct InspectionMeta {
    pub authority: String,
    pub as_at: NaiveDate,
    pub made_at: DateTime<Utc>,
    pub audit_head: String,
}

/// One case as it stood on the day.
#[derive(Clone, Debug)]
pub struct InspectedCase {
    pub reference: CaseReference,
    pub team: String,
    /// The day on which it first opened, and the one on which it last closed where it stood closed.
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub level: Option<RiskLevel>,
    pub level_confirmed: bool,
    pub last_sign_off: Option<InspectedSignOff>,
    pub next_review_on: Option<NaiveDate>,
    pub review_due_by: Option<NaiveDate>,
    /// What was late, in plain words.
    pub late: Vec<&'static str>,
    /// Oldest first.
    pub reviews: Vec<InspectedReview>,
    /// Oldest first.
    pub levels: Vec<InspectedLevel>,
}

#[derive(Clone, Debug)]
pub struct InspectedSignOff {
    pub on: NaiveDate,
    /// Such as `plan`.
    pub of: &'static str,
    pub by: String,
    pub level: Option<RiskLevel>,
}

#[derive(Clone, Debug)]
pub struct InspectedReview {
    pub on: NaiveDate,
    /// By a tracker, before the case was brought in.
    pub reported: bool,
    pub participation: String,
    pub child_heard: bool,
    pub signed_on: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct InspectedLevel {
    pub from: NaiveDate,
    pub level: RiskLevel,
    /// A manager stated it at a sign-off; else a practitioner did.
    pub by_manager: bool,
}

const CASES: [&str; 16] = [
    "reference",
    "team",
    "opened_on",
    "closed_on",
    "level",
    "level_confirmed",
    "last_signed_off_on",
    "last_signed_off_what",
    "last_signed_off_by",
    "level_at_last_sign_off",
    "last_review_on",
    "last_review_signed_off_on",
    "next_review_arranged_for",
    "review_due_by",
    "late_on_the_day",
    "what_was_late",
];
const REVIEWS: [&str; 6] = ["reference", "held_on", "participation", "child_heard", "signed_off_on", "source"];
const LEVELS: [&str; 4] = ["reference", "from", "level", "stated_by"];

/// A pack in the making.
pub struct InspectionPack {
    meta: InspectionMeta,
    cases: Csv,
    reviews: Csv,
    levels: Csv,
    /// `None` once there were more rows than a workbook is good for.
    book: Option<Book>,
    counted: u64,
}

/// A pack that is whole: the ending of each file's name, and its bytes.
pub struct InspectionFiles {
    pub files: Vec<(&'static str, Vec<u8>)>,
    pub cases: u64,
    /// Whether a workbook is among them.
    pub workbook: bool,
}

impl InspectionPack {
    pub fn new(meta: InspectionMeta) -> Result<Self, ReportError> {
        Ok(Self {
            cases: Csv::new(&CASES)?,
            reviews: Csv::new(&REVIEWS)?,
            levels: Csv::new(&LEVELS)?,
            book: Some(Book::new(&meta, [("cases", &CASES), ("reviews", &REVIEWS), ("levels", &LEVELS)])?),
            meta,
            counted: 0,
        })
    }

    pub fn add(&mut self, case: &InspectedCase) -> Result<(), ReportError> {
        self.counted += 1;
        let reference = Value::Text(case.reference.as_str());
        let sign_off = case.last_sign_off.as_ref();
        let last_review = case.reviews.last();
        let late = case.late.join("; ");
        let row = [
            reference,
            Value::Text(&case.team),
            Value::Day(Some(case.opened_on)),
            Value::Day(case.closed_on),
            Value::Text(case.level.as_ref().map_or("", RiskLevel::as_str)),
            Value::Text(if case.level.is_none() { "" } else { yes(case.level_confirmed) }),
            Value::Day(sign_off.map(|signed| signed.on)),
            Value::Text(sign_off.map_or("", |signed| signed.of)),
            Value::Text(sign_off.map_or("", |signed| &signed.by)),
            Value::Text(sign_off.and_then(|signed| signed.level.as_ref()).map_or("", RiskLevel::as_str)),
            Value::Day(last_review.map(|review| review.on)),
            Value::Day(last_review.and_then(|review| review.signed_on)),
            Value::Day(case.next_review_on),
            Value::Day(case.review_due_by),
            Value::Number(case.late.len()),
            Value::Text(&late),
        ];
        write(&mut self.cases, &mut self.book, 0, &row)?;
        for review in &case.reviews {
            let row = [
                reference,
                Value::Day(Some(review.on)),
                Value::Text(&review.participation),
                Value::Text(yes(review.child_heard)),
                Value::Day(review.signed_on),
                Value::Text(if review.reported { "reported by a tracker" } else { "recorded" }),
            ];
            write(&mut self.reviews, &mut self.book, 1, &row)?;
        }
        for level in &case.levels {
            let by = if level.by_manager { "manager, at a sign-off" } else { "practitioner" };
            let row = [reference, Value::Day(Some(level.from)), Value::Text(level.level.as_str()), Value::Text(by)];
            write(&mut self.levels, &mut self.book, 2, &row)?;
        }
        Ok(())
    }

    /// `policy`: the one in force on the day.
    pub fn finish(self, policy: &Policy) -> Result<InspectionFiles, ReportError> {
        let method = method::method(&self.meta, self.counted, policy, self.book.is_some());
        let mut files = vec![
            ("cases.csv", self.cases.finish()?),
            ("reviews.csv", self.reviews.finish()?),
            ("levels.csv", self.levels.finish()?),
            ("method.txt", method::text(&self.meta, &method).into_bytes()),
        ];
        let workbook = self.book.is_some();
        if let Some(book) = self.book {
            files.push(("pack.xlsx", book.finish(&method)?));
        }
        Ok(InspectionFiles { files, cases: self.counted, workbook })
    }
}

/// The name of its files without the last part: `caseward-inspection-2026-11-23`.
pub fn inspection_stem(as_at: NaiveDate) -> String {
    format!("caseward-inspection-{as_at}")
}

fn write(csv: &mut Csv, book: &mut Option<Book>, sheet: usize, row: &[Value<'_>]) -> Result<(), ReportError> {
    let texts: Vec<String> = row.iter().map(Value::plain).collect();
    csv.row(&texts.iter().map(String::as_str).collect::<Vec<_>>())?;
    if let Some(open) = book
        && !open.row(sheet, row)?
    {
        *book = None;
    }
    Ok(())
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
