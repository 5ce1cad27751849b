//! How far the sheets of an .ods workbook reach. OpenDocument lets one element stand for a million rows, and its reader lays
//! each sheet out whole; so its extent is worked out first (ODF 1.2, 19.675 and 19.679, the "repeated" attributes).

use crate::error::FileError;
use crate::limits;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
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

fn repeated(element: &BytesStart, attribute: &str) -> u64 {
    let value = element.try_get_attribute(attribute).ok().flatten();
    value.and_then(|a| a.value.parse().ok()).unwrap_or(1)
}

fn holds_value(element: &BytesStart) -> bool {
    let raw = element.attributes_raw();
    raw.contains("office:") || raw.contains("table:formula")
}
