//! What the tests of this crate share: the code lists of the register, a day, and a context.

use crate::{CodeLists, Context};
use chrono::NaiveDate;

/// The code lists that the store carries.
pub(crate) fn codes() -> CodeLists {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/reference");
    let read = |name: &str| {
        let mut reader = csv::Reader::from_path(format!("{folder}/{name}.csv")).unwrap();
        let rows = reader.records().map(|r| r.map(|r| (r[0].to_owned(), r[1].to_owned())).unwrap());
        (name.to_owned(), rows.collect())
    };
    let names = ["sex", "ethnicity", "referral_source", "participation", "disability", "assessment_factor", "closure_reason"];
    CodeLists { lists: names.map(read).into() }
}

pub(crate) fn levels() -> Vec<String> {
    ["high", "medium", "low"].map(str::to_owned).to_vec()
}

pub(crate) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Calls `f` with the context of 30 September 2026.
pub(crate) fn in_context<T>(f: impl FnOnce(&Context) -> T) -> T {
    let (codes, levels) = (codes(), levels());
    f(&Context { codes: &codes, levels: &levels, today: day(2026, 9, 30) })
}

/// A file of `tests/data`.
pub(crate) fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
