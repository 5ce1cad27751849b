//! Letters that can be set. PDF/UA-1 forbids a letter without a shape (ISO 14289-1, 7.21.8), so what the typeface does not have is
//! shown as `□`, and the file says so.

use std::borrow::Cow;

use crate::desk::has_letter;

pub const MISSING: char = '□';
pub const SAID_OF_MISSING: &str = "A letter that the typeface of this file does not have is shown as □; the workbook, the CSV and the HTML file of this summary hold it.";

/// The text with every letter that can be set; control characters are spaces.
pub fn settable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| !letter.is_control() && has_letter(letter)) {
        return Cow::Borrowed(text);
    }
    let letter = |letter: char| match letter {
        letter if letter.is_control() => ' ',
        letter if has_letter(letter) => letter,
        _ => MISSING,
    };
    Cow::Owned(text.chars().map(letter).collect())
}
