//! The summary as a workbook, laid out as the Government Statistical Service asks (Releasing statistics in spreadsheets):
//! a cover, a list of contents, one table on each sheet from its first column on and marked up as a table, notes on a
//! sheet of their own, no merged cells, no blank rows, real dates, a title in the properties.
//!
//! Text is written as plain strings, never as formulas. The time of creation is the time the summary was made, so that the
//! same summary makes the same bytes.

use chrono::{NaiveDate, NaiveTime};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table as ExcelTable, TableColumn, TableStyle, Url, Workbook, Worksheet,
};

use crate::error::ReportError;
use crate::summary::{Cell, Summary, Table};

/// The row of a table sheet, counted from 0, on which its headings stand.
pub(crate) const HEADINGS: u32 = 3;
const NOTES_SHEET: &str = "notes";
const A4: u8 = 9;

/// The bytes of the file.
pub fn xlsx(summary: &Summary) -> Result<Vec<u8>, ReportError> {
    let made_at = ExcelDateTime::from_timestamp(summary.made_at.timestamp())?;
    let properties = DocProperties::new()
        .set_title(&summary.title)
        .set_subject(&summary.marking)
        .set_author("Caseward")
        .set_company(&summary.authority)
        .set_creation_datetime(&made_at);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    let looks = Looks::new();
    cover(sheet(&mut workbook, "cover", summary)?, summary, &made_at, &looks)?;
    contents(sheet(&mut workbook, "contents", summary)?, summary, &looks)?;
    for table in &summary.tables {
        numbers(sheet(&mut workbook, &table.id, summary)?, table, &looks)?;
    }
    notes(sheet(&mut workbook, NOTES_SHEET, summary)?, summary, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

/// How cells look. Arial at 12 points or more.
struct Looks {
    title: Format,
    text: Format,
    heading: Format,
    number_heading: Format,
    link: Format,
    date: Format,
    instant: Format,
    count: Format,
    percent: Format,
    days: Format,
    symbol: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = || Format::new().set_font_name("Arial").set_font_size(12).set_align(FormatAlign::Top);
        let wrapped = || plain().set_text_wrap();
        let numbers = |format: &str| plain().set_num_format(format).set_align(FormatAlign::Right);
        let heading = || wrapped().set_bold().set_align(FormatAlign::Bottom);
        Self {
            title: wrapped().set_bold().set_font_size(16),
            text: wrapped(),
            heading: heading(),
            number_heading: heading().set_align(FormatAlign::Right),
            link: plain().set_font_color("#12436D").set_underline(rust_xlsxwriter::FormatUnderline::Single),
            date: plain().set_num_format("d mmmm yyyy").set_align(FormatAlign::Left),
            instant: plain().set_num_format("d mmmm yyyy hh:mm").set_align(FormatAlign::Left),
            count: numbers("#,##0"),
            percent: numbers("0.0\"%\""),
            days: numbers("#,##0.0"),
            symbol: plain().set_align(FormatAlign::Right),
        }
    }
}

fn sheet<'a>(workbook: &'a mut Workbook, name: &str, summary: &Summary) -> Result<&'a mut Worksheet, ReportError> {
    let sheet = workbook.add_worksheet();
    // An ampersand begins a code in a header, and two of them are one.
    let marking = summary.marking.replace('&', "&&");
    sheet.set_name(name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&C&\"Arial,Bold\"&12{marking}")).set_footer(format!("&L&12{marking}&C&A&RPage &P of &N"));
    Ok(sheet)
}

fn cover(sheet: &mut Worksheet, summary: &Summary, made_at: &ExcelDateTime, looks: &Looks) -> Result<(), ReportError> {
    sheet.set_column_width(0, 70)?.set_column_width(1, 70)?;
    sheet.write_string_with_format(0, 0, &summary.title, &looks.title)?;
    let lead = "This workbook holds the tables of one progress summary, one on each worksheet, and notes on all of them.";
    sheet.write_string_with_format(1, 0, lead, &looks.text)?;
    let facts = [
        ("Marking", Fact::Text(&summary.marking)),
        ("Authority", Fact::Text(&summary.authority)),
        ("Profile", Fact::Text(summary.profile.as_str())),
        ("First day of the period", Fact::At(day(summary.from)?, &looks.date)),
        ("Last day of the period", Fact::At(day(summary.to)?, &looks.date)),
        ("Made at (UTC)", Fact::At(made_at.clone(), &looks.instant)),
        ("Audit head", Fact::Text(&summary.audit_head)),
    ];
    for (row, (name, fact)) in (3..).zip(&facts) {
        sheet.write_string_with_format(row, 0, *name, &looks.text)?;
        match fact {
            Fact::Text(text) => sheet.write_string_with_format(row, 1, *text, &looks.text)?,
            Fact::At(at, look) => sheet.write_datetime_with_format(row, 1, at, look)?,
        };
    }
    mark_up(sheet, "about", 2, facts.len(), &["About this summary", "Value"], &looks.heading)
}

enum Fact<'a> {
    Text(&'a str),
    At(ExcelDateTime, &'a Format),
}

fn contents(sheet: &mut Worksheet, summary: &Summary, looks: &Looks) -> Result<(), ReportError> {
    sheet.set_column_width(0, 30)?.set_column_width(1, 60)?;
    sheet.write_string_with_format(0, 0, "Contents", &looks.title)?;
    let tables = summary.tables.iter().map(|table| (table.id.as_str(), table.title.as_str()));
    let listed: Vec<(&str, &str)> = tables.chain([(NOTES_SHEET, "How this summary was made, and notes on each table")]).collect();
    for (row, (id, title)) in (2..).zip(&listed) {
        let link = Url::new(format!("internal:'{id}'!A1")).set_text(*id);
        sheet.write_url_with_format(row, 0, link, &looks.link)?;
        sheet.write_string_with_format(row, 1, *title, &looks.text)?;
    }
    mark_up(sheet, "contents", 1, listed.len(), &["Worksheet", "What stands on it"], &looks.heading)
}

fn numbers(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), ReportError> {
    let longest = table.rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0);
    let width = u32::try_from(longest).unwrap_or(0).clamp(58, 80);
    sheet.set_column_width(0, width)?;
    sheet.write_string_with_format(0, 0, &table.title, &looks.title)?;
    sheet.write_string_with_format(1, 0, &table.finding, &looks.text)?;
    let pointer = Url::new(format!("internal:'{NOTES_SHEET}'!A1")).set_text("Notes on this table are on the worksheet “notes”.");
    sheet.write_url_with_format(2, 0, pointer, &looks.link)?;
    for (number, row) in (HEADINGS + 1..).zip(&table.rows) {
        sheet.write_string_with_format(number, 0, &row.label, &looks.text)?;
        for (column, cell) in (1..).zip(&row.cells) {
            number_cell(sheet, number, column, cell, looks)?;
        }
    }
    for column in (1..).take(table.columns.len().saturating_sub(1)) {
        sheet.set_column_width(column, 18)?;
    }
    let columns: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    mark_up(sheet, &table.id, HEADINGS, table.rows.len(), &columns, &looks.number_heading)
}

fn number_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &Looks) -> Result<(), ReportError> {
    match cell {
        #[allow(
            clippy::cast_precision_loss,
            reason = "a workbook knows no other numbers, and a register has fewer than 2^53 cases"
        )]
        Cell::Count { value } => sheet.write_number_with_format(row, column, *value as f64, &looks.count)?,
        Cell::Percent { value: Some(value) } => sheet.write_number_with_format(row, column, *value, &looks.percent)?,
        Cell::Days { value: Some(value) } => {
            let look = if value.fract() == 0.0 { &looks.count } else { &looks.days };
            sheet.write_number_with_format(row, column, *value, look)?
        }
        symbol => sheet.write_string_with_format(row, column, symbol.say(), &looks.symbol)?,
    };
    Ok(())
}

fn notes(sheet: &mut Worksheet, summary: &Summary, looks: &Looks) -> Result<(), ReportError> {
    sheet.set_column_width(0, 30)?.set_column_width(1, 110)?;
    sheet.write_string_with_format(0, 0, "Notes", &looks.title)?;
    let method = summary.method.iter().map(|note| ("all tables", note));
    let tables = summary.tables.iter().flat_map(|table| table.notes.iter().map(|note| (table.id.as_str(), note)));
    let listed: Vec<(&str, &String)> = method.chain(tables).collect();
    for (row, (about, note)) in (2..).zip(&listed) {
        sheet.write_string_with_format(row, 0, *about, &looks.text)?;
        sheet.write_string_with_format(row, 1, *note, &looks.text)?;
    }
    mark_up(sheet, NOTES_SHEET, 1, listed.len(), &["Worksheet", "Note"], &looks.heading)
}

/// Marks the headings and so many rows below them up as a table, by which assistive technology finds its way. The first
/// column is text; `heading` is the look of the others.
fn mark_up(
    sheet: &mut Worksheet,
    id: &str,
    first_row: u32,
    rows: usize,
    columns: &[&str],
    heading: &Format,
) -> Result<(), ReportError> {
    let left = heading.clone().set_align(FormatAlign::Left);
    let looks = std::iter::once(&left).chain(std::iter::repeat(heading));
    let columns: Vec<TableColumn> =
        columns.iter().zip(looks).map(|(name, look)| TableColumn::new().set_header(*name).set_header_format(look)).collect();
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let table = ExcelTable::new()
        .set_name(format!("{}_table", id.replace('-', "_")))
        .set_style(TableStyle::Light1)
        .set_autofilter(false)
        .set_columns(&columns);
    let last_row = first_row + u32::try_from(rows).unwrap_or(u32::MAX - first_row).max(1);
    sheet.add_table(first_row, 0, last_row, last_column, &table)?;
    Ok(())
}

fn day(date: NaiveDate) -> Result<ExcelDateTime, ReportError> {
    Ok(ExcelDateTime::from_timestamp(date.and_time(NaiveTime::MIN).and_utc().timestamp())?)
}
