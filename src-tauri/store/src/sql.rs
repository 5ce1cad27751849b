//! SQL lives in files beside the Rust that runs it. A test prepares every file against the schema.

/// The text of `src/sql/<name>.sql`.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sql/", $name, ".sql"))
    };
}
pub(crate) use sql;

use chrono::NaiveDate;

/// "Never", in the columns that hold the end of something.
pub(crate) const NEVER: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

pub(crate) fn never(day: Option<NaiveDate>) -> NaiveDate {
    day.unwrap_or(NEVER)
}

pub(crate) fn unless_never(day: NaiveDate) -> Option<NaiveDate> {
    (day != NEVER).then_some(day)
}

/// A value kept as JSON text.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<String, crate::StoreError> {
    Ok(serde_json::to_string(value)?)
}
