//! How much of a file is read before it is refused, so that a file made to exhaust the machine gets a sentence instead.
//!
//! An old .xls workbook is the exception: its reader sizes a sheet from what the file says before anything here can look.

use crate::error::FileError;
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// Bytes of a tracker file.
pub(crate) const FILE_BYTES: u64 = 50 * MB;
/// Bytes that a workbook may expand to.
pub(crate) const EXPANDED_BYTES: u64 = 500 * MB;
/// Bytes of a census.
pub(crate) const CENSUS_BYTES: u64 = 200 * MB;
/// The last row of a sheet that is read.
pub(crate) const ROWS: u32 = 200_000;
/// The last column of a sheet that is read.
pub(crate) const COLUMNS: u32 = 500;
/// Filled cells of a sheet.
pub(crate) const CELLS: u32 = 5_000_000;
/// Characters of one cell, as spreadsheets allow.
pub(crate) const CELL_CHARACTERS: usize = 32_767;
/// Characters of a heading.
pub(crate) const HEADING: usize = 200;

const MB: u64 = 1024 * 1024;

/// The kind of a zipped workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zipped {
    Xlsx,
    Ods,
}

/// Refuses a file of more bytes than are read.
pub(crate) fn check_size(bytes: usize) -> Result<(), FileError> {
    match bytes as u64 {
        0 => Err(FileError::Empty),
        n if n > FILE_BYTES => Err(FileError::TooLarge { limit_mb: FILE_BYTES / MB }),
        _ => Ok(()),
    }
}

/// Refuses a cell of more bytes than the longest text of a spreadsheet can have.
pub(crate) fn check_cell(bytes: usize, row: u32) -> Result<(), FileError> {
    if bytes > 4 * CELL_CHARACTERS { Err(FileError::CellTooLong { row, limit: CELL_CHARACTERS }) } else { Ok(()) }
}

/// The refusal of a census of more bytes than are read.
pub(crate) fn census_too_large() -> FileError {
    FileError::TooLarge { limit_mb: CENSUS_BYTES / MB }
}

/// What kind of workbook this zip is, after making sure that it expands to something that can be read.
///
/// The sizes that a zip declares can lie, so that after they are added up each part is expanded once into nothing.
pub(crate) fn weigh_zip(bytes: &[u8]) -> Result<Zipped, FileError> {
    weigh_within(bytes, EXPANDED_BYTES)
}

fn weigh_within(bytes: &[u8], limit: u64) -> Result<Zipped, FileError> {
    let too_far = || FileError::ExpandsTooFar { limit_mb: limit / MB };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::NotAWorkbook)?;
    let mut declared = 0u64;
    let mut kind = None;
    for i in 0..zip.len() {
        let part = zip.by_index_raw(i).map_err(|_| FileError::NotAWorkbook)?;
        declared = declared.saturating_add(part.size());
        match part.name().map_err(|_| FileError::NotAWorkbook)?.as_ref() {
            "xl/workbook.bin" => return Err(FileError::BinaryWorkbook),
            "content.xml" => kind = kind.or(Some(Zipped::Ods)),
            "[Content_Types].xml" => kind = Some(Zipped::Xlsx),
            _ => {}
        }
    }
    if declared > limit {
        return Err(too_far());
    }
    let mut left = limit;
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).map_err(|_| FileError::NotAWorkbook)?;
        if part.name().is_ok_and(|n| n.ends_with("sharedStrings.xml")) {
            left = left.saturating_sub(check_declared_strings(&mut part)?);
        }
        let read = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| FileError::NotAWorkbook)?;
        if read > left {
            return Err(too_far());
        }
        left -= read;
    }
    kind.ok_or(FileError::NotAWorkbook)
}

/// The reader makes room for as many shared strings as the workbook says it has, before it reads one. Returns the bytes read.
fn check_declared_strings(part: &mut impl Read) -> Result<u64, FileError> {
    let mut head = Vec::new();
    part.by_ref().take(8192).read_to_end(&mut head).map_err(|_| FileError::NotAWorkbook)?;
    let text = String::from_utf8_lossy(&head);
    let declared = text.split_once("uniqueCount").map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    let digits = declared.map_or(0, |d| d.chars().take_while(char::is_ascii_digit).count());
    if digits > 8 {
        return Err(FileError::NotAWorkbook);
    }
    Ok(head.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::zipped;
    use crate::tracker;

    #[test]
    fn a_bomb_is_refused_by_what_it_declares_and_by_what_it_holds() {
        let noughts = vec![0u8; 4 * 1024 * 1024];
        let honest = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/sharedStrings.xml", &noughts)]);
        let refused = Err(FileError::ExpandsTooFar { limit_mb: 1 });
        assert_eq!(weigh_within(&honest, MB), refused);
        assert_eq!(weigh_within(&honest, 8 * MB), Ok(Zipped::Xlsx));
        // The central directory says that each part has one byte; the reader of zips refuses that or runs on: either way it ends.
        let declared = u32::try_from(noughts.len()).unwrap().to_le_bytes();
        let mut lying = honest;
        for at in 0..lying.len() - 4 {
            if lying[at..at + 4] == declared {
                lying[at..at + 4].copy_from_slice(&1u32.to_le_bytes());
            }
        }
        assert!(matches!(weigh_within(&lying, MB), Err(FileError::ExpandsTooFar { .. } | FileError::NotAWorkbook)));
    }

    #[test]
    fn a_workbook_that_claims_endless_strings_is_refused() {
        let strings = br#"<sst uniqueCount="99999999999999"></sst>"#;
        let bytes = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/sharedStrings.xml", strings)]);
        assert_eq!(weigh_zip(&bytes), Err(FileError::NotAWorkbook));
    }

    #[test]
    fn a_binary_workbook_and_a_zip_of_other_things_are_told_apart() {
        assert_eq!(weigh_zip(&zipped(&[("xl/workbook.bin", b"x")])), Err(FileError::BinaryWorkbook));
        assert_eq!(weigh_zip(&zipped(&[("holiday.jpg", b"x")])), Err(FileError::NotAWorkbook));
    }

    #[test]
    fn too_many_bytes_and_none_are_refused_before_they_are_read() {
        crate::testing::in_context(|ctx| {
            let large = vec![b'a'; usize::try_from(FILE_BYTES).unwrap() + 1];
            assert_eq!(tracker::read(&large, "a.csv", None, ctx).err(), Some(FileError::TooLarge { limit_mb: 50 }));
            assert_eq!(tracker::read(b"", "a.csv", None, ctx).err(), Some(FileError::Empty));
        });
    }
}
