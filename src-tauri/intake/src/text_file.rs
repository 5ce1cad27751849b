//! A tracker saved as text: comma, semicolon or tab between the cells, in UTF-8, UTF-16 or Windows-1252.
//!
//! Rows are counted as a spreadsheet counts them, so that an empty line is a row and a line break inside quotes is not.

use crate::error::FileError;
use crate::limits;
use crate::sheet::{Book, Cell, Sheet};
use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, WINDOWS_1252};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// A text file, read once for each delimiter until the headings say which is right.
pub(crate) struct TextFile {
    text: String,
}

impl TextFile {
    pub(crate) fn new(bytes: &[u8]) -> Result<TextFile, FileError> {
        let text = match Encoding::for_bom(bytes) {
            Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
            None => match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => WINDOWS_1252.decode(bytes).0.into_owned(),
            },
        };
        let head: String = text.chars().take(4096).collect();
        if head.contains('\0') {
            return Err(FileError::NotAWorkbook);
        }
        if looks_like_markup(&head) {
            return Err(FileError::WebPage);
        }
        Ok(TextFile { text })
    }
}

impl Book for TextFile {
    fn sheets(&self) -> Vec<Option<String>> {
        DELIMITERS.map(|_| None).to_vec()
    }

    fn read(&mut self, index: usize, until: u32) -> Result<Sheet, FileError> {
        let delimiter = DELIMITERS.get(index).copied().unwrap_or(b',');
        let mut sheet = Sheet::default();
        let mut cells = 0u32;
        let mut number = 0;
        for row in rows(&self.text, delimiter) {
            number = row.number;
            if number > until {
                break;
            }
            for (column, field) in (0u32..).zip(&row.record) {
                limits::check_cell(field.len(), row.number)?;
                let Some(cell) = std::str::from_utf8(field).ok().and_then(text_cell) else {
                    continue;
                };
                if column >= limits::COLUMNS {
                    return Err(FileError::TooManyColumns { limit: limits::COLUMNS });
                }
                cells += 1;
                if cells > limits::CELLS {
                    return Err(FileError::TooManyCells { limit: limits::CELLS });
                }
                let computed = cell == Cell::Uncalculated;
                sheet.push(row.number, column, cell, computed);
            }
        }
        if number > limits::ROWS {
            return Err(FileError::TooManyRows { limit: limits::ROWS });
        }
        Ok(sheet.settle())
    }
}

struct NumberedRecord {
    number: u32,
    record: ByteRecord,
}

/// The records of a text, each with the row that a spreadsheet would show it in.
fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = NumberedRecord> {
    // A first line "sep=;" tells Excel the delimiter and is not shown.
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().to_lowercase().starts_with("sep=") && first.trim_end().len() <= 5 => rest,
        _ => text,
    };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut number = 0u32;
    let mut end = 0usize;
    std::iter::from_fn(move || {
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).ok()? {
            return None;
        }
        // The reader skips empty lines without a word: what it skipped is line ends and nothing else.
        let rest = text.get(end..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let empty = rest.get(..skipped).map_or(0, line_ends);
        number = number.saturating_add(1).saturating_add(empty);
        end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The reader stops before the "\n" of a "\r\n".
        if text.get(end..).is_some_and(|rest| rest.starts_with('\n')) && text.get(..end).is_some_and(|t| t.ends_with('\r')) {
            end += 1;
        }
        Some(NumberedRecord { number, record })
    })
}

fn line_ends(text: &str) -> u32 {
    let crlf = text.matches("\r\n").count();
    let single = text.chars().filter(|c| matches!(c, '\r' | '\n')).count();
    u32::try_from(single - crlf).unwrap_or(u32::MAX)
}

/// A cell of a text file. `="0012"` is how a spreadsheet is kept from dropping noughts; any other formula has no result.
fn text_cell(text: &str) -> Option<Cell> {
    let trimmed = text.trim();
    if let Some(quoted) = trimmed.strip_prefix("=\"").and_then(|t| t.strip_suffix('"'))
        && !quoted.contains('"')
    {
        return Cell::text(quoted);
    }
    let formula =
        trimmed.strip_prefix('=').is_some_and(|f| f.starts_with(|c: char| c.is_ascii_alphanumeric() || "+-(\"$@".contains(c)));
    if formula { Some(Cell::Uncalculated) } else { Cell::text(text) }
}

fn looks_like_markup(head: &str) -> bool {
    let head = head.trim_start().to_lowercase();
    ["<html", "<!doctype", "<?xml", "<table", "<meta", "<workbook"].iter().any(|m| head.starts_with(m))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(u32, String)> {
        let mut file = TextFile::new(text.as_bytes()).unwrap();
        let sheet = file.read(0, u32::MAX).unwrap();
        sheet.rows.iter().map(|r| (r.number, r.cells[0].1.shown().unwrap_or_default())).collect()
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for newline in ["\n", "\r\n"] {
            let text = ["a,b", "", "", "c,\"d", "e\"", "f", ",", "g"].join(newline);
            let expected = [(1, "a"), (4, "c"), (5, "f"), (7, "g")].map(|(n, t)| (n, t.to_owned()));
            assert_eq!(numbers(&text), expected, "{newline:?}");
        }
        assert_eq!(numbers("\n\na"), [(3, "a".to_owned())]);
        assert_eq!(numbers("sep=,\na"), [(1, "a".to_owned())]);
    }

    #[test]
    fn text_is_read_in_the_encodings_that_spreadsheets_write() {
        let expected = [(1, "Siân".to_owned())];
        assert_eq!(numbers("\u{feff}Siân"), expected);
        for bytes in [b"Si\xe2n".to_vec(), b"\xff\xfeS\0i\0\xe2\0n\0".to_vec()] {
            let mut file = TextFile::new(&bytes).unwrap();
            let sheet = file.read(0, 9).unwrap();
            assert_eq!(sheet.rows[0].cells[0].1, Cell::Text("Siân".to_owned()));
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        assert_eq!(TextFile::new(b"ab\0\x01").err(), Some(FileError::NotAWorkbook));
        assert_eq!(TextFile::new(b" <html><table>").err(), Some(FileError::WebPage));
    }

    #[test]
    fn a_formula_in_text_has_no_result_and_a_quoted_number_keeps_its_noughts() {
        assert_eq!(text_cell("=HYPERLINK(\"x\")"), Some(Cell::Uncalculated));
        assert_eq!(text_cell("=\"0012\""), Some(Cell::Text("0012".to_owned())));
        assert_eq!(text_cell("= no change"), Some(Cell::Text("= no change".to_owned())));
        assert_eq!(text_cell("#N/A"), Some(Cell::Fault("#N/A")));
    }
}
