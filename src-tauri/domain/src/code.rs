//! A code of one of the field's lists: short, safe to print, meaningless without its list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code such as `PN4` or `older_associate`: 1 to 40 letters, digits, `_`, `-` or `&`.
///
/// Whether the code stands in its list is asked of the register, because lists are editable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Code(String);

#[derive(Debug, thiserror::Error)]
#[error("A code is 1 to 40 letters, digits, underscores or hyphens. Choose one from its list.")]
pub struct NotACode;

impl Code {
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let text = text.trim();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '&');
        if text.is_empty() || text.len() > 40 || !text.chars().all(plain) {
            return Err(NotACode);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = NotACode;
    fn try_from(text: String) -> Result<Self, NotACode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
