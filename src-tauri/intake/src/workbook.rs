//! A tracker in a workbook: .xlsx and .xlsm (ECMA-376), .xls, .ods. Values are read as they were last saved; nothing is
//! calculated.

use crate::error::FileError;
use crate::limits::{self, Zipped, weigh_zip};
use crate::ods;
use crate::sheet::{Book, Cell, Merged, Sheet};
use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxError, XlsxFormulaMetadata,
};
use chrono::{NaiveDate, NaiveDateTime};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Bytes<'a> = Cursor<&'a [u8]>;

/// An opened workbook.
pub(crate) struct Workbook<'a> {
    kind: Kind<'a>,
    sheets: Vec<String>,
}

enum Kind<'a> {
    Xlsx(Box<Xlsx<Bytes<'a>>>),
    Xls(Box<Xls<Bytes<'a>>>),
    /// With its bytes: its reader says nothing of merged cells.
    Ods(Box<Ods<Bytes<'a>>>, &'a [u8]),
}

impl<'a> Workbook<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Workbook<'a>, FileError> {
        let kind = if bytes.starts_with(b"PK") {
            match weigh_zip(bytes)? {
                Zipped::Xlsx => guarded(|| Xlsx::new(Cursor::new(bytes)).map_err(from_xlsx)).map(|w| Kind::Xlsx(Box::new(w)))?,
                Zipped::Ods => {
                    ods::check_extent(bytes)?;
                    guarded(|| Ods::new(Cursor::new(bytes)).map_err(from_ods)).map(|w| Kind::Ods(Box::new(w), bytes))?
                }
            }
        } else {
            guarded(|| Xls::new(Cursor::new(bytes)).map_err(|e| from_xls(&e)))
                .map(|w| Kind::Xls(Box::new(w)))
                .map_err(|e| encrypted(bytes).unwrap_or(e))?
        };
        let metadata = match &kind {
            Kind::Xlsx(w) => w.sheets_metadata(),
            Kind::Xls(w) => w.sheets_metadata(),
            Kind::Ods(w, _) => w.sheets_metadata(),
        };
        // A hidden sheet is the last to be taken for the tracker.
        let (shown, hidden): (Vec<_>, Vec<_>) =
            metadata.iter().filter(|s| s.typ == SheetType::WorkSheet).partition(|s| s.visible == SheetVisible::Visible);
        let sheets = shown.into_iter().chain(hidden).map(|s| s.name.clone()).collect();
        Ok(Workbook { kind, sheets })
    }
}

impl Book for Workbook<'_> {
    fn sheets(&self) -> Vec<Option<String>> {
        self.sheets.iter().cloned().map(Some).collect()
    }

    fn read(&mut self, index: usize, until: u32) -> Result<Sheet, FileError> {
        let Some(name) = self.sheets.get(index) else {
            return Ok(Sheet::default());
        };
        let kind = &mut self.kind;
        guarded(|| match kind {
            Kind::Xlsx(w) => read_xlsx(w, name, until),
            Kind::Xls(w) => {
                let values = w.worksheet_range(name).map_err(|e| from_xls(&e))?;
                read_ranges(&values, &w.worksheet_formula(name).unwrap_or_default(), until)
            }
            Kind::Ods(w, _) => {
                let values = w.worksheet_range(name).map_err(from_ods)?;
                read_ranges(&values, &w.worksheet_formula(name).unwrap_or_default(), until)
            }
        })
    }

    fn merged(&mut self, index: usize) -> Result<Vec<Merged>, FileError> {
        let Some(name) = self.sheets.get(index) else {
            return Ok(Vec::new());
        };
        let kind = &mut self.kind;
        if let Kind::Ods(_, bytes) = kind {
            return ods::merged(bytes, name);
        }
        let areas = guarded(|| match kind {
            Kind::Xlsx(w) => w.merge_cells_by_sheet_name(name).map_err(from_xlsx),
            Kind::Xls(w) => w.merge_cells_by_sheet_name(name).map_err(|e| from_xls(&e)),
            Kind::Ods(..) => Ok(Vec::new()),
        });
        // A sheet without merged cells may be told as one that has no such list.
        let merged = |area: calamine::Dimensions| Merged {
            first_row: area.start.0.saturating_add(1),
            last_row: area.end.0.saturating_add(1),
            column: area.start.1,
        };
        Ok(areas.unwrap_or_default().into_iter().map(merged).collect())
    }
}

fn read_xlsx(workbook: &mut Xlsx<Bytes>, name: &str, until: u32) -> Result<Sheet, FileError> {
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Sheet::default()),
        Err(e) => return Err(from_xlsx(e)),
    };
    let mut gathered = Gathered::default();
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(from_xlsx)? {
        let (row, column) = record.pos;
        if row >= until {
            break;
        }
        let formula = record.formula.is_some_and(|f| !matches!(f, XlsxFormulaMetadata::Normal { formula } if formula.is_empty()));
        let cell = match record.value {
            DataRef::Empty if formula => Some(Cell::Uncalculated),
            value => cell(value.into()),
        };
        gathered.add(row, column, cell, formula)?;
    }
    Ok(gathered.sheet.settle())
}

fn read_ranges(values: &Range<Data>, formulas: &Range<String>, until: u32) -> Result<Sheet, FileError> {
    let mut gathered = Gathered::default();
    let start = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let at = (start.0.saturating_add(row as u32), start.1.saturating_add(column as u32));
        if at.0 < until {
            let formula = formulas.get_value(at).is_some_and(|f| !f.is_empty());
            gathered.add(at.0, at.1, cell(value.clone()), formula)?;
        }
    }
    let start = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let at = (start.0.saturating_add(row as u32), start.1.saturating_add(column as u32));
        let saved = values.get_value(at).is_some_and(|v| *v != Data::Empty);
        if at.0 < until && !formula.is_empty() && !saved {
            gathered.add(at.0, at.1, Some(Cell::Uncalculated), true)?;
        }
    }
    Ok(gathered.sheet.settle())
}

/// A sheet as it fills, with its limits.
#[derive(Default)]
struct Gathered {
    sheet: Sheet,
    cells: u32,
}

impl Gathered {
    fn add(&mut self, row: u32, column: u32, cell: Option<Cell>, computed: bool) -> Result<(), FileError> {
        let Some(cell) = cell else { return Ok(()) };
        if let Cell::Text(text) = &cell {
            limits::check_cell(text.len(), row.saturating_add(1))?;
        }
        if row >= limits::ROWS {
            return Err(FileError::TooManyRows { limit: limits::ROWS });
        }
        if column >= limits::COLUMNS {
            return Err(FileError::TooManyColumns { limit: limits::COLUMNS });
        }
        self.cells += 1;
        if self.cells > limits::CELLS {
            return Err(FileError::TooManyCells { limit: limits::CELLS });
        }
        self.sheet.push(row + 1, column, cell, computed);
        Ok(())
    }
}

fn cell(value: Data) -> Option<Cell> {
    match value {
        Data::Empty => None,
        Data::String(text) => Cell::text(&text),
        Data::Int(n) => Some(Cell::Number(n as f64)),
        Data::Float(n) => Some(Cell::Number(n)),
        Data::Bool(b) => Some(Cell::Bool(b)),
        Data::DateTime(moment) => Some(date_cell(&moment)),
        Data::DateTimeIso(text) => iso_date(&text).map_or_else(|| Cell::text(&text), |d| Some(Cell::Date(d))),
        Data::DurationIso(text) => Cell::text(&text),
        Data::Error(fault) => Some(Cell::Fault(fault_text(&fault))),
    }
}

/// A number in a date format is a day; one below 1, or a duration, is a time of day, and says no more than its number.
fn date_cell(moment: &ExcelDateTime) -> Cell {
    let day = moment.as_datetime().filter(|_| moment.is_datetime() && moment.as_f64() >= 1.0).map(|d| d.date());
    day.map_or(Cell::Number(moment.as_f64()), Cell::Date)
}

fn iso_date(text: &str) -> Option<NaiveDate> {
    let moment = NaiveDateTime::parse_from_str(text.trim_end_matches('Z'), "%Y-%m-%dT%H:%M:%S%.f").map(|m| m.date());
    moment.or_else(|_| NaiveDate::parse_from_str(text, "%Y-%m-%d")).ok()
}

fn fault_text(fault: &CellErrorType) -> &'static str {
    match fault {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value | CellErrorType::GettingData => "#VALUE!",
    }
}

/// A damaged workbook must never take the program down with it: a panic in the library that reads it is a refusal here.
fn guarded<T>(read: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(FileError::NotAWorkbook))
}

fn from_xlsx(error: XlsxError) -> FileError {
    match error {
        XlsxError::Password => FileError::PasswordProtected,
        _ => FileError::NotAWorkbook,
    }
}

fn from_ods(error: OdsError) -> FileError {
    match error {
        OdsError::Password => FileError::PasswordProtected,
        _ => FileError::NotAWorkbook,
    }
}

fn from_xls(error: &XlsError) -> FileError {
    match error {
        XlsError::Password => FileError::PasswordProtected,
        _ => FileError::NotAWorkbook,
    }
}

/// An encrypted .xlsx stands in the container of an .xls, under this name in UTF-16 (MS-OFFCRYPTO).
fn encrypted(bytes: &[u8]) -> Option<FileError> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|w| w == name).then_some(FileError::PasswordProtected)
}
