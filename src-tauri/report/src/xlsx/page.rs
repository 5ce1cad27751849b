//! One worksheet: how its cells look, how high its rows are, its marking on paper.
//!
//! Programs other than Excel do not fit the height of a row to wrapped text, so it is worked out here.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatUnderline, Table, TableColumn, TableStyle, Url, Workbook, Worksheet,
};

use crate::error::ReportError;
use crate::summary::{Cell, Summary};

const A4: u8 = 9;
/// The height of a line of text and of a title, in points.
const LINE: f64 = 16.0;
const TITLE_LINE: f64 = 21.0;
/// A row of a workbook is no higher, in points.
const HIGHEST: f64 = 409.0;

/// How cells look. Arial at 12 points or more.
pub struct Looks {
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
    pub fn new() -> Self {
        let plain = || Format::new().set_font_name("Arial").set_font_size(12).set_align(FormatAlign::Top);
        let wrapped = || plain().set_text_wrap();
        let numbers = |format: &str| plain().set_num_format(format).set_align(FormatAlign::Right).set_indent(1);
        let heading = || wrapped().set_bold().set_align(FormatAlign::Bottom);
        Self {
            title: wrapped().set_bold().set_font_size(16),
            text: wrapped(),
            heading: heading(),
            number_heading: heading().set_align(FormatAlign::Right).set_indent(1),
            link: plain().set_font_color("#12436D").set_underline(FormatUnderline::Single),
            date: plain().set_num_format("d mmmm yyyy").set_align(FormatAlign::Left),
            instant: plain().set_num_format("d mmmm yyyy \"at\" hh:mm \"UTC\"").set_align(FormatAlign::Left),
            count: numbers("#,##0"),
            percent: numbers("0.0\"%\""),
            days: numbers("#,##0.0"),
            symbol: plain().set_align(FormatAlign::Right).set_indent(1),
        }
    }
}

/// What stands in the columns of a table after the first.
#[derive(Clone, Copy)]
pub enum Holds {
    Text,
    Numbers,
}

pub struct Page<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    /// Of its columns, in characters.
    widths: Vec<u16>,
    /// Of the rows so far, in points.
    heights: BTreeMap<u32, f64>,
}

impl<'a> Page<'a> {
    pub fn new(
        workbook: &'a mut Workbook,
        summary: &Summary,
        looks: &'a Looks,
        name: &str,
        widths: &[u16],
    ) -> Result<Self, ReportError> {
        let sheet = workbook.add_worksheet();
        // An ampersand begins a code in a header, and two of them are one.
        let marking = summary.marking.replace('&', "&&");
        sheet.set_name(name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_header(format!("&C&\"Arial,Bold\"&12{marking}")).set_footer(format!("&L&12{marking}&C&A&RPage &P of &N"));
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self { sheet, looks, widths: widths.to_vec(), heights: BTreeMap::new() })
    }

    pub fn title(&mut self, text: &str) -> Result<(), ReportError> {
        self.sheet.write_string_with_format(0, 0, text, &self.looks.title)?;
        // Its letters are a third larger.
        let lines = lines(text, self.width(0) * 3 / 4);
        self.reach(0, lines * TITLE_LINE)
    }

    /// Text as a plain string, wrapped.
    pub fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), ReportError> {
        self.sheet.write_string_with_format(row, column, text, &self.looks.text)?;
        let lines = lines(text, self.width(column));
        self.reach(row, lines * LINE)
    }

    /// A link in the first column to another worksheet.
    pub fn link(&mut self, row: u32, to: &str, text: &str) -> Result<(), ReportError> {
        let link = Url::new(format!("internal:'{to}'!A1")).set_text(text);
        self.sheet.write_url_with_format(row, 0, link, &self.looks.link)?;
        self.reach(row, LINE)
    }

    pub fn date(&mut self, row: u32, column: u16, date: &ExcelDateTime) -> Result<(), ReportError> {
        self.sheet.write_datetime_with_format(row, column, date, &self.looks.date)?;
        Ok(())
    }

    pub fn instant(&mut self, row: u32, column: u16, at: &ExcelDateTime) -> Result<(), ReportError> {
        self.sheet.write_datetime_with_format(row, column, at, &self.looks.instant)?;
        Ok(())
    }

    pub fn number(&mut self, row: u32, column: u16, cell: &Cell) -> Result<(), ReportError> {
        let looks = self.looks;
        let (value, look) = match cell {
            // A workbook knows no other numbers, and a register has fewer than 2^53 cases.
            Cell::Count { value } => (*value as f64, &looks.count),
            Cell::Percent { value: Some(value) } => (*value, &looks.percent),
            Cell::Days { value: Some(value) } if value.fract() == 0.0 => (*value, &looks.count),
            Cell::Days { value: Some(value) } => (*value, &looks.days),
            Cell::Percent { value: None } | Cell::Days { value: None } | Cell::Hidden | Cell::Blank => {
                self.sheet.write_string_with_format(row, column, cell.say(), &looks.symbol)?;
                return Ok(());
            }
        };
        self.sheet.write_number_with_format(row, column, value, look)?;
        Ok(())
    }

    /// Writes the headings, and marks them and so many rows below them up as a table, by which assistive technology finds
    /// its way.
    pub fn mark_up(&mut self, id: &str, first_row: u32, rows: usize, columns: &[&str], holds: Holds) -> Result<(), ReportError> {
        let mut headings = Vec::new();
        for (column, name) in (0..).zip(columns) {
            let look = match holds {
                Holds::Numbers if column > 0 => &self.looks.number_heading,
                Holds::Numbers | Holds::Text => &self.looks.heading,
            };
            headings.push(TableColumn::new().set_header(*name).set_header_format(look));
            // Bold letters are wider.
            let lines = lines(name, self.width(column) * 9 / 10);
            self.reach(first_row, lines * LINE)?;
        }
        let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let last_row = first_row + u32::try_from(rows).unwrap_or(u32::MAX - first_row).max(1);
        let table = Table::new()
            .set_name(format!("{}_table", id.replace('-', "_")))
            .set_style(TableStyle::Light1)
            .set_autofilter(false)
            .set_columns(&headings);
        self.sheet.add_table(first_row, 0, last_row, last_column, &table)?;
        Ok(())
    }

    fn width(&self, column: u16) -> usize {
        self.widths.get(usize::from(column)).copied().map_or(10, usize::from)
    }

    /// Makes a row at least so high.
    fn reach(&mut self, row: u32, points: f64) -> Result<(), ReportError> {
        let height = self.heights.entry(row).or_insert(0.0);
        if points > *height {
            *height = points.min(HIGHEST);
            self.sheet.set_row_height(row, *height)?;
        }
        Ok(())
    }
}

/// How many lines a text takes in a column of so many characters.
fn lines(text: &str, width: usize) -> f64 {
    let width = width.max(1);
    let mut lines: u32 = 1;
    let mut used = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > width {
            lines += 1;
            used = letters;
        } else {
            used += usize::from(used > 0) + letters;
        }
        while used > width {
            lines += 1;
            used -= width;
        }
    }
    f64::from(lines)
}
