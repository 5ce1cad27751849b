//! The workbook of an inspection pack: a cover with the method, then one table on each sheet, with real dates and no formula.

use caseward_domain::date::say_date;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, TableStyle, Workbook, Worksheet};

use super::InspectionMeta;
use super::method::MARKING;
use crate::error::ReportError;

/// One cell.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Day(Option<NaiveDate>),
    Number(usize),
}

impl Value<'_> {
    /// As CSV holds it.
    pub fn plain(&self) -> String {
        match self {
            Value::Text(text) => (*text).to_owned(),
            Value::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            Value::Number(number) => number.to_string(),
        }
    }
}

/// The row, counted from 0, on which the headings of a table stand.
const HEADINGS: u32 = 2;
/// The rows that one table may have: more than any authority has cases, and few enough for the memory of an office machine. A
/// pack with more is CSV alone.
const MOST_ROWS: u32 = 250_000;

pub struct Book {
    meta: InspectionMeta,
    sheets: Vec<Sheet>,
    looks: Looks,
}

struct Sheet {
    sheet: Worksheet,
    name: &'static str,
    columns: &'static [&'static str],
    rows: u32,
}

struct Looks {
    title: Format,
    text: Format,
    wrapped: Format,
    heading: Format,
    date: Format,
    number: Format,
}

impl Book {
    pub fn new(meta: &InspectionMeta, tables: [(&'static str, &'static [&'static str]); 3]) -> Result<Self, ReportError> {
        let plain = || Format::new().set_font_name("Arial").set_font_size(12).set_align(FormatAlign::Top);
        let looks = Looks {
            title: plain().set_bold().set_font_size(16),
            text: plain(),
            wrapped: plain().set_text_wrap(),
            heading: plain().set_bold().set_text_wrap(),
            date: plain().set_num_format("d mmmm yyyy").set_align(FormatAlign::Left),
            number: plain().set_num_format("#,##0"),
        };
        let mut sheets = Vec::new();
        for (name, columns) in tables {
            let mut sheet = worksheet(name)?;
            let title = format!("{}, as at {}", capital(name), say_date(meta.as_at));
            sheet.write_string_with_format(0, 0, title, &looks.title)?;
            sheet.write_string_with_format(1, 0, "What each column means stands on the sheet “method”.", &looks.text)?;
            for (column, heading) in (0..).zip(columns) {
                sheet.set_column_width(column, if heading.starts_with("what") { 60.0 } else { 22.0 })?;
            }
            sheet.set_freeze_panes(HEADINGS + 1, 1)?;
            sheets.push(Sheet { sheet, name, columns, rows: 0 });
        }
        Ok(Self { meta: meta.clone(), sheets, looks })
    }

    /// Says whether there was room for it.
    pub fn row(&mut self, sheet: usize, values: &[Value<'_>]) -> Result<bool, ReportError> {
        let looks = &self.looks;
        let Some(Sheet { sheet, rows, .. }) = self.sheets.get_mut(sheet) else { return Ok(false) };
        *rows += 1;
        let row = HEADINGS + *rows;
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Text("") | Value::Day(None) => {}
                Value::Text(text) => drop(sheet.write_string_with_format(row, column, *text, &looks.text)?),
                Value::Day(Some(day)) => drop(sheet.write_datetime_with_format(row, column, excel(*day)?, &looks.date)?),
                // A workbook knows no other numbers; a case has a few late duties.
                Value::Number(number) => drop(sheet.write_number_with_format(row, column, *number as f64, &looks.number)?),
            }
        }
        Ok(*rows < MOST_ROWS)
    }

    pub fn finish(self, method: &[String]) -> Result<Vec<u8>, ReportError> {
        let made_at = ExcelDateTime::from_timestamp(self.meta.made_at.timestamp())?;
        let mut book = Workbook::new();
        book.set_properties(
            &DocProperties::new()
                .set_title("Inspection pack: every case")
                .set_subject(MARKING)
                .set_author("Caseward")
                .set_company(&self.meta.authority)
                .set_creation_datetime(&made_at),
        );
        book.push_worksheet(cover(&self.meta, method, &self.looks)?);
        for Sheet { mut sheet, name, columns, rows } in self.sheets {
            let headings: Vec<TableColumn> =
                columns.iter().map(|name| TableColumn::new().set_header(*name).set_header_format(&self.looks.heading)).collect();
            let table = Table::new().set_name(format!("{name}_table")).set_style(TableStyle::Light1).set_columns(&headings);
            let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
            sheet.add_table(HEADINGS, 0, HEADINGS + rows.max(1), last_column, &table)?;
            book.push_worksheet(sheet);
        }
        Ok(book.save_to_buffer()?)
    }
}

fn cover(meta: &InspectionMeta, method: &[String], looks: &Looks) -> Result<Worksheet, ReportError> {
    let mut sheet = worksheet("method")?;
    sheet.set_column_width(0, 110)?;
    sheet.write_string_with_format(0, 0, format!("Inspection pack of {}", meta.authority), &looks.title)?;
    for (row, line) in (1..).zip(method) {
        sheet.write_string_with_format(row, 0, line, &looks.wrapped)?;
    }
    Ok(sheet)
}

fn worksheet(name: &str) -> Result<Worksheet, ReportError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&C&\"Arial,Bold\"&12{MARKING}")).set_footer(format!("&L&12{MARKING}&C&A&RPage &P of &N"));
    Ok(sheet)
}

fn excel(day: NaiveDate) -> Result<ExcelDateTime, ReportError> {
    let year = u16::try_from(day.year()).unwrap_or(u16::MAX);
    let (month, day) = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
    Ok(ExcelDateTime::from_ymd(year, month, day)?)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
