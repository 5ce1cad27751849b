//! The mapping file: what an authority says about its own tracker where the headings and values cannot be guessed.
//!
//! ```json
//! {
//!   "sheet": "Live cases",
//!   "header_row": 7,
//!   "columns": { "Started": "opened_on", "RAG": "level" },
//!   "values": { "level": { "Red": "high", "Amber": "medium", "Green": "low" }, "referral_source": { "CAB": "8" } },
//!   "ignore": ["Vehicle", "Old notes"]
//! }
//! ```
//!
//! Every part may be left out. A value that is given as "" is read as blank. Headings and values are compared without case
//! and punctuation. The fields are those of [`Field`]; `docs/import-mapping.md` explains them to whoever keeps the tracker.

use crate::codes::fold;
use crate::error::FileError;
use crate::field::{Field, heading_key};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A mapping file that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The sheet to read.
    pub(crate) sheet: Option<String>,
    /// The row of the headings, as the spreadsheet shows it.
    pub(crate) header_row: Option<u32>,
    columns: BTreeMap<String, Column>,
    values: BTreeMap<Field, BTreeMap<String, String>>,
}

/// What a mapping file says of one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// As written in the mapping file.
    pub(crate) heading: String,
    /// `None` for a column that is to be left out.
    pub(crate) field: Option<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sheet: Option<String>,
    header_row: Option<u32>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    ignore: Vec<String>,
}

impl Mapping {
    /// Reads a mapping file.
    pub fn parse(json: &str) -> Result<Mapping, FileError> {
        let file: File = serde_json::from_str(json.trim_start_matches('\u{feff}'))
            .map_err(|e| FileError::Mapping { problem: problem(&e), line: e.line() })?;
        let named = |field: &str| {
            Field::named(field).ok_or_else(|| FileError::UnknownField { field: field.to_owned(), known: Field::names() })
        };
        let mut columns = BTreeMap::new();
        let mut given = Vec::new();
        for heading in file.ignore {
            columns.insert(heading_key(&heading), Column { heading, field: None });
        }
        for (heading, field) in file.columns {
            let field = named(&field)?;
            if given.contains(&field) && field != Field::Name {
                return Err(FileError::FieldTwice { field: field.name().to_owned() });
            }
            given.push(field);
            columns.insert(heading_key(&heading), Column { heading, field: Some(field) });
        }
        let mut values: BTreeMap<Field, BTreeMap<String, String>> = BTreeMap::new();
        for (field, table) in file.values {
            let table = table.into_iter().map(|(value, code)| (value_key(&value), code));
            values.entry(named(&field)?).or_default().extend(table);
        }
        Ok(Mapping { sheet: file.sheet, header_row: file.header_row, columns, values })
    }

    /// What the file says of a heading.
    pub(crate) fn column(&self, heading: &str) -> Option<&Column> {
        self.columns.get(&heading_key(heading))
    }

    /// Every heading that the file names.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.values()
    }

    /// What a value of a field is to be read as.
    pub(crate) fn value(&self, field: Field, text: &str) -> Option<&str> {
        self.values.get(&field)?.get(&value_key(text)).map(String::as_str)
    }
}

/// Values of nothing but marks ("?", "+") are compared as they are.
fn value_key(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

/// What the JSON reader says, without the place, which is told apart.
fn problem(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(json: &str, expected: Expect) {
        let outcome = Mapping::parse(json).map_or_else(|e| e.to_string(), |_| "read".to_owned());
        expected.assert_eq(&outcome);
    }

    #[test]
    fn a_mapping_file_is_read() {
        let mapping = Mapping::parse(r#"{"sheet":"Live","header_row":7,"columns":{"Started":"opened_on"},"values":{"level":{"Red":"high","?":""}},"ignore":["Old"]}"#).unwrap();
        assert_eq!(mapping.column("STARTED:").and_then(|c| c.field), Some(Field::OpenedOn));
        assert_eq!(mapping.column("old").map(|c| c.field), Some(None));
        assert_eq!(mapping.value(Field::Level, " RED "), Some("high"));
        assert_eq!(mapping.value(Field::Level, "?"), Some(""));
        assert_eq!(mapping.value(Field::Sex, "red"), None);
    }

    #[test]
    fn what_is_wrong_with_a_mapping_file_is_said() {
        check("{}", expect!["read"]);
        check("{", expect!["The mapping file is not valid: EOF while parsing an object, at line 1. Correct it and try again."]);
        check(
            r#"{"colums":{}}"#,
            expect![
                "The mapping file is not valid: unknown field `colums`, expected one of `sheet`, `header_row`, `columns`, `values`, `ignore`, at line 1. Correct it and try again."
            ],
        );
        check(
            r#"{"columns":{"A":"opened"}}"#,
            expect![[
                r#"The mapping file names the field "opened", which does not exist. The fields are: child_id, name, date_of_birth, age, sex, ethnicity, opened_on, referral_source, team, practitioner, manager, level, missing_episodes, return_interview, assessment_signed_off, plan_signed_off, last_review_on, next_review_on, participation, status, closed_on, comment."#
            ]],
        );
        check(
            r#"{"columns":{"A":"sex","B":"sex"}}"#,
            expect![[r#"The mapping file gives the field "sex" to more than one column. Keep one of them."#]],
        );
    }
}
