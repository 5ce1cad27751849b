//! How an answer is said: sentences and tables, or JSON. A reader that stops reading is not an error of ours.

use std::fmt::Display;
use std::io::{BufWriter, StdoutLock, Write};

use chrono::NaiveDate;
use serde::Serialize;

use crate::failure::Failure;

pub struct Say {
    pub json: bool,
    out: BufWriter<StdoutLock<'static>>,
}

impl Say {
    pub fn new(json: bool) -> Self {
        Self { json, out: BufWriter::new(std::io::stdout().lock()) }
    }

    pub fn line(&mut self, text: impl Display) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{text}")?)
    }

    pub fn json(&mut self, answer: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut self.out, answer).map_err(|error| Failure::Unwritten(error.into()))?;
        self.line("")
    }

    /// A list that may be long: as JSON with one row to a line, or whatever `plain` says of each, or `none`.
    pub fn list<'a, Row: Serialize + 'a>(
        &mut self,
        rows: impl IntoIterator<Item = &'a Row>,
        plain: impl Fn(&Row) -> String,
        none: &str,
    ) -> Result<(), Failure> {
        let mut rows = rows.into_iter().peekable();
        match (rows.peek().is_none(), self.json) {
            (true, true) => return self.line("[]"),
            (true, false) => return self.line(none),
            (false, true) => self.line("[")?,
            (false, false) => {}
        }
        while let Some(row) = rows.next() {
            if self.json {
                serde_json::to_writer(&mut self.out, row).map_err(|error| Failure::Unwritten(error.into()))?;
                self.line(if rows.peek().is_some() { "," } else { "\n]" })?;
            } else {
                self.line(plain(row))?;
            }
        }
        Ok(())
    }

    pub fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

/// A table with its headings: each column as wide as its longest text, the last one free.
pub fn table<const COLUMNS: usize>(head: [&str; COLUMNS], rows: Vec<[String; COLUMNS]>) -> String {
    let mut lines = vec![head.map(str::to_owned)];
    lines.extend(rows);
    let widths = lines.iter().fold([0; COLUMNS], |mut widest, line| {
        for (width, text) in widest.iter_mut().zip(line) {
            *width = text.chars().count().max(*width);
        }
        widest
    });
    let padded = |line: &[String; COLUMNS]| {
        let cells = line.iter().zip(widths).map(|(text, width)| format!("{text:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    lines.iter().map(padded).collect::<Vec<_>>().join("\n")
}

/// `27 March 2026`, or what to say when there is no day.
pub fn day(date: Option<NaiveDate>, none: &str) -> String {
    date.map_or_else(|| none.to_owned(), |date| date.format("%-d %B %Y").to_string())
}

/// `1 case`, `240 cases`.
pub fn count(number: impl Into<i64>, one: &str, many: &str) -> String {
    let number = number.into();
    let word = if number == 1 { one } else { many };
    format!("{number} {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_wide_as_its_longest_texts_and_has_no_blanks_at_its_ends() {
        let row = |texts: [&str; 3]| texts.map(str::to_owned);
        let said = table(["Case", "Team", "Next"], vec![row(["höhe", "a longer team", ""]), row(["x", "b", "27 March 2026"])]);
        assert_eq!(said, "Case  Team           Next\nhöhe  a longer team\nx     b              27 March 2026");
    }

    #[test]
    fn one_is_said_in_the_singular() {
        assert_eq!(count(1u32, "case", "cases"), "1 case");
        assert_eq!(count(0u32, "case", "cases"), "0 cases");
    }
}
