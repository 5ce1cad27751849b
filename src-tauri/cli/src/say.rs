//! How an answer is said: sentences and tables, or JSON. A reader that stops reading is not an error of ours.

use std::fmt::Display;
use std::io::{BufWriter, StdoutLock, Write};

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

    /// A list that may be long: JSON rows one to a line, or whatever `plain` says of each.
    pub fn list<Row: Serialize>(&mut self) -> List<'_, Row> {
        List { say: self, rows: 0, of: std::marker::PhantomData }
    }

    pub fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

/// A JSON list written as its rows arrive.
pub struct List<'a, Row> {
    say: &'a mut Say,
    rows: usize,
    of: std::marker::PhantomData<Row>,
}

impl<Row: Serialize> List<'_, Row> {
    pub fn row(&mut self, row: &Row, plain: impl FnOnce(&Row) -> String) -> Result<(), Failure> {
        if self.say.json {
            write!(self.say.out, "{}", if self.rows == 0 { "[\n" } else { ",\n" })?;
            serde_json::to_writer(&mut self.say.out, row).map_err(|error| Failure::Unwritten(error.into()))?;
        } else {
            self.say.line(plain(row))?;
        }
        self.rows += 1;
        Ok(())
    }

    /// Closes the list; in words, says `none` if nothing was in it.
    pub fn end(self, none: &str) -> Result<(), Failure> {
        match (self.say.json, self.rows) {
            (true, 0) => self.say.line("[]"),
            (true, _) => self.say.line("\n]"),
            (false, 0) => self.say.line(none),
            (false, _) => Ok(()),
        }
    }
}

/// A line of a table: each text padded to its width, the last one free.
pub fn columns(texts: &[(usize, &str)]) -> String {
    let mut line = String::new();
    for (width, text) in texts {
        line.push_str(text);
        line.extend(std::iter::repeat_n(' ', (width + 2).saturating_sub(text.chars().count()).max(2)));
    }
    line.truncate(line.trim_end().len());
    line
}

/// A day in words, or what to say when there is none.
pub fn day(date: Option<impl Display>, none: &str) -> String {
    date.map_or_else(|| none.to_owned(), |date| date.to_string())
}

/// `1 case`, `240 cases`.
pub fn count(number: impl Display + PartialEq<u32>, one: &str, many: &str) -> String {
    let word = if number == 1 { one } else { many };
    format!("{number} {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_line_is_padded_and_has_no_blanks_at_its_end() {
        assert_eq!(columns(&[(5, "ab"), (3, "höh"), (9, "")]), "ab     höh");
        assert_eq!(columns(&[(2, "longer"), (3, "x")]), "longer  x");
    }

    #[test]
    fn one_is_said_in_the_singular() {
        assert_eq!(count(1u32, "case", "cases"), "1 case");
        assert_eq!(count(0u32, "case", "cases"), "0 cases");
    }
}
