//! How far the sheets of an .ods workbook reach, and which of its cells were merged. OpenDocument lets one element stand for a million
//! rows, and its reader lays each sheet out whole; so its extent is worked out first (ODF 1.2, 19.675 and 19.679, the "repeated"
//! attributes). That reader says nothing of merged cells (19.677 and 19.678, the "spanned" attributes).

use crate::error::FileError;
use crate::limits;
use crate::sheet::Merged;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Refuses a workbook in which a sheet reaches further than is read.
pub(crate) fn check_extent(bytes: &[u8]) -> Result<(), FileError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::NotAWorkbook)?;
    let content = zip.by_name("content.xml").map_err(|_| FileError::NotAWorkbook)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    let mut sheet = Extent::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| FileError::NotAWorkbook)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "table" => sheet = Extent::default(),
                "table-row" => sheet.begin_row(repeated(&e, "table:number-rows-repeated")),
                "table-cell" | "covered-table-cell" => sheet.cells(repeated(&e, "table:number-columns-repeated"), true),
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "table-row" => {
                    sheet.begin_row(repeated(&e, "table:number-rows-repeated"));
                    sheet.end_row()?;
                }
                "table-cell" | "covered-table-cell" => {
                    sheet.cells(repeated(&e, "table:number-columns-repeated"), holds_value(&e))
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "table-row" => sheet.end_row()?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The cells of a sheet that span several rows.
pub(crate) fn merged(bytes: &[u8], sheet: &str) -> Result<Vec<Merged>, FileError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::NotAWorkbook)?;
    let content = zip.by_name("content.xml").map_err(|_| FileError::NotAWorkbook)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    let (mut found, mut is_wanted) = (Vec::new(), false);
    // The row being read, from 0, how often it is repeated, and the column of the next cell.
    let (mut row, mut times, mut column) = (0_u64, 1_u64, 0_u64);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|_| FileError::NotAWorkbook)?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "table" => {
                    is_wanted = name_of(&e).is_some_and(|name| name == sheet);
                    row = 0;
                }
                "table-row" if is_empty => row = row.saturating_add(repeated(&e, "table:number-rows-repeated")),
                "table-row" => (times, column) = (repeated(&e, "table:number-rows-repeated"), 0),
                "table-cell" | "covered-table-cell" => {
                    let rows = repeated(&e, "table:number-rows-spanned");
                    if is_wanted && rows > 1 {
                        let place = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
                        let last_row = place(row.saturating_add(rows));
                        found.push(Merged { first_row: place(row.saturating_add(1)), last_row, column: place(column) });
                    }
                    column = column.saturating_add(repeated(&e, "table:number-columns-repeated"));
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "table-row" => row = row.saturating_add(times),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Extent {
    /// Rows before the one being read.
    rows: u64,
    /// How often the row being read is repeated.
    times: u64,
    /// Columns of the row being read, and of those the last that holds something.
    column: u64,
    filled: u64,
    widest: u64,
}

impl Extent {
    fn begin_row(&mut self, times: u64) {
        (self.times, self.column, self.filled) = (times, 0, 0);
    }

    fn cells(&mut self, times: u64, filled: bool) {
        self.column = self.column.saturating_add(times);
        if filled {
            self.filled = self.column;
        }
    }

    fn end_row(&mut self) -> Result<(), FileError> {
        self.rows = self.rows.saturating_add(self.times);
        if self.filled == 0 {
            return Ok(());
        }
        self.widest = self.widest.max(self.filled);
        if self.rows > u64::from(limits::ROWS) {
            return Err(FileError::TooManyRows { limit: limits::ROWS });
        }
        if self.widest > u64::from(limits::COLUMNS) {
            return Err(FileError::TooManyColumns { limit: limits::COLUMNS });
        }
        if self.rows.saturating_mul(self.widest) > u64::from(limits::CELLS) * 2 {
            return Err(FileError::TooManyCells { limit: limits::CELLS });
        }
        Ok(())
    }
}

fn name_of(table: &BytesStart) -> Option<String> {
    let name = table.try_get_attribute("table:name").ok().flatten()?;
    name.normalized_value(XmlVersion::Implicit1_0).ok().map(|name| name.into_owned())
}

fn repeated(element: &BytesStart, attribute: &str) -> u64 {
    let value = element.try_get_attribute(attribute).ok().flatten();
    value.and_then(|a| a.value.parse().ok()).unwrap_or(1)
}

fn holds_value(element: &BytesStart) -> bool {
    let raw = element.attributes_raw();
    raw.contains("office:") || raw.contains("table:formula")
}
