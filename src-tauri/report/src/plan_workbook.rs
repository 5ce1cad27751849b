//! The action plan as the workbook that authorities circulate: one table from the first column on, its headings once, real dates,
//! no merged cells, no formulas. Text is written as strings and marked as text, so that one which begins with "=" stays words when
//! somebody edits it.

use caseward_domain::date::say_date as date;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, TableStyle, Workbook, Worksheet};

use crate::error::ReportError;

/// A plan as at a day.
#[derive(Clone, Debug)]
pub struct PlanSheet {
    pub authority: String,
    pub as_at: NaiveDate,
    pub made_at: DateTime<Utc>,
    /// The head of the audit chain, in hexadecimal.
    pub audit_head: String,
    /// The days of progress, oldest first: a column each.
    pub days: Vec<NaiveDate>,
    pub lines: Vec<PlanLine>,
}

/// One action.
#[derive(Clone, Debug)]
pub struct PlanLine {
    pub number: String,
    pub theme: String,
    pub objective: String,
    pub action: String,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub now: String,
    pub requirements: String,
    pub start_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub lead: String,
    pub organisation: String,
    pub partners: String,
    /// As many as there are days; empty: nothing on that day.
    pub progress: Vec<String>,
    pub status: String,
}

enum Value<'a> {
    Text(&'a str),
    Day(Option<NaiveDate>),
}

/// The row of the headings, counted from 0.
const HEADINGS: u32 = 2;
const BEFORE: [(&str, u16); 14] = [
    ("Ref", 8),
    ("Theme", 16),
    ("Objective", 28),
    ("Action", 40),
    ("Expected outcome", 32),
    ("Baseline", 12),
    ("Target", 12),
    ("Now", 12),
    ("Guidance reference", 18),
    ("Start", 18),
    ("When", 18),
    ("Lead", 26),
    ("Organisation", 22),
    ("Partners", 22),
];

/// The bytes of the file. The same plan makes the same bytes.
pub fn plan_workbook(plan: &PlanSheet) -> Result<Vec<u8>, ReportError> {
    let title = format!("Action plan as at {}", date(plan.as_at));
    let made_at = ExcelDateTime::from_timestamp(plan.made_at.timestamp())?;
    let properties = DocProperties::new()
        .set_title(&title)
        .set_subject(format!("Audit head {}", plan.audit_head))
        .set_author("Caseward")
        .set_company(&plan.authority)
        .set_creation_datetime(&made_at);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Action plan")?.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
    let plain = || Format::new().set_font_name("Arial").set_font_size(12).set_align(FormatAlign::Top);
    let text = plain().set_text_wrap().set_quote_prefix();
    let day = plain().set_num_format("d mmmm yyyy").set_align(FormatAlign::Left);
    let heading = plain().set_bold().set_text_wrap();
    sheet.write_string_with_format(
        0,
        0,
        format!("{}: child sexual exploitation action plan", plan.authority),
        &heading.clone().set_font_size(16).set_text_wrap(),
    )?;
    sheet.write_string_with_format(1, 0, format!("As at {}. Blank cells hold nothing.", date(plan.as_at)), &plain())?;
    let progress: Vec<String> = plan.days.iter().map(|day| format!("Progress at {}", date(*day))).collect();
    let columns: Vec<(&str, u16)> =
        BEFORE.into_iter().chain(progress.iter().map(|heading| (heading.as_str(), 40))).chain([("Status", 16)]).collect();
    for (column, (_, width)) in (0..).zip(&columns) {
        sheet.set_column_width(column, *width)?;
    }
    for (row, line) in (HEADINGS + 1..).zip(&plan.lines) {
        write_line(sheet, row, line, &text, &day)?;
    }
    let last_row = HEADINGS + u32::try_from(plan.lines.len().max(1)).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let marked: Vec<TableColumn> =
        columns.iter().map(|(name, _)| TableColumn::new().set_header(*name).set_header_format(&heading)).collect();
    let table = Table::new().set_name("action_plan").set_columns(&marked).set_style(TableStyle::None).set_autofilter(false);
    sheet.add_table(HEADINGS, 0, last_row, last_column, &table)?;
    sheet.set_freeze_panes(HEADINGS + 1, 4)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_line(sheet: &mut Worksheet, row: u32, line: &PlanLine, text: &Format, day: &Format) -> Result<(), ReportError> {
    use Value::{Day, Text};
    let first = [
        Text(&line.number),
        Text(&line.theme),
        Text(&line.objective),
        Text(&line.action),
        Text(&line.measure),
        Text(&line.baseline),
        Text(&line.target),
        Text(&line.now),
        Text(&line.requirements),
        Day(line.start_on),
        Day(line.due_on),
        Text(&line.lead),
        Text(&line.organisation),
        Text(&line.partners),
    ];
    let rest = line.progress.iter().map(|said| Text(said)).chain([Text(&line.status)]);
    for (column, value) in (0..).zip(first.into_iter().chain(rest)) {
        match value {
            Text("") | Day(None) => {}
            Text(said) => {
                sheet.write_string_with_format(row, column, said, text)?;
            }
            Day(Some(on)) => {
                let on = ExcelDateTime::from_timestamp(on.and_time(NaiveTime::MIN).and_utc().timestamp())?;
                sheet.write_datetime_with_format(row, column, &on, day)?;
            }
        }
    }
    Ok(())
}
