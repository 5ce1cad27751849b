//! Items and their versions. Submitting freezes a version and its SHA-256 over canonical content.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::content::Content;
use crate::id::{ItemId, PersonId, VersionId};
use crate::level::RiskLevel;

/// What a manager signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    Assessment,
    Plan,
    ReviewArrangement,
    Review,
    Closure,
}

impl ItemKind {
    pub const ALL: [ItemKind; 5] =
        [ItemKind::Assessment, ItemKind::Plan, ItemKind::ReviewArrangement, ItemKind::Review, ItemKind::Closure];

    pub fn as_str(self) -> &'static str {
        match self {
            ItemKind::Assessment => "assessment",
            ItemKind::Plan => "plan",
            ItemKind::ReviewArrangement => "review_arrangement",
            ItemKind::Review => "review",
            ItemKind::Closure => "closure",
        }
    }

    /// The kind as a sentence says it: `review arrangement`.
    pub fn say(self) -> &'static str {
        match self {
            ItemKind::ReviewArrangement => "review arrangement",
            other => other.as_str(),
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// SHA-256 over the canonical content of a version, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct VersionHash(pub String);

impl VersionHash {
    /// Hashes the canonical form: JSON with sorted keys and no spaces, bound to the item and the version's number, so
    /// that the same words elsewhere do not carry a signature with them.
    pub fn of(item: ItemId, number: u32, content: &Content) -> Self {
        let value = serde_json::to_value(content).unwrap_or_default();
        let mut text = format!("caseward-version-1\n{item}\n{number}\n");
        canonical(&value, &mut text);
        Self(hex(&Sha256::digest(text.as_bytes())))
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a JSON value with its keys sorted, whatever order its map keeps.
pub fn canonical(value: &serde_json::Value, out: &mut String) {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            out.push('{');
            for (place, key) in keys.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                canonical(map.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                canonical(value, out);
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// Where a version stands. There is no status column: each state is a date that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// Written and kept, not yet sent.
    Recorded,
    Submitted {
        at: DateTime<Utc>,
    },
    SignedOff(Decided),
    Returned(Decided),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub by: PersonId,
    pub at: DateTime<Utc>,
    pub level: Option<RiskLevel>,
}

/// One version of an item, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub item: ItemId,
    pub kind: ItemKind,
    /// 1 for the first.
    pub number: u32,
    pub hash: VersionHash,
    /// Everyone who wrote any part of this version.
    pub authors: Vec<PersonId>,
    pub written_on: NaiveDate,
    pub state: VersionState,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn canonical_json_does_not_depend_on_the_order_of_keys() {
        let mut out = String::new();
        canonical(&json!({"b": [1, {"z": null, "a": "é\"\n"}], "a": true}), &mut out);
        assert_eq!(out, r#"{"a":true,"b":[1,{"a":"é\"\n","z":null}]}"#);
    }
}
