//! Free text in a record: trimmed, bounded, and kept out of every `Debug`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest free text of one field, in characters: about three pages.
pub const LONGEST: usize = 8_000;

/// Words about a child. `Debug` shows only how long they are, so that they cannot slip into a log line.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct CaseText(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This text is too long. Use 8,000 characters or fewer.")]
pub struct TooLong;

impl CaseText {
    pub fn parse(text: &str) -> Result<Self, TooLong> {
        let kept: String = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        if kept.chars().count() > LONGEST { Err(TooLong) } else { Ok(Self(kept)) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Debug for CaseText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CaseText({} characters)", self.0.chars().count())
    }
}
