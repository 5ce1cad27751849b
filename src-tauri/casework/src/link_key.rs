//! The link key: a keyed hash (HMAC-SHA-256) of the authority's own child id, so that lists can be matched without
//! storing the id. The key of the hash is the register's own secret and never leaves it.

/// `None` for an empty id. Spaces and case do not matter; a number that a spreadsheet wrote as `123.0` is `123`.
pub(crate) fn of_child_id(secret: &[u8; 32], child_id: &str) -> Option<[u8; 32]> {
    let plain: String = child_id.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    (!plain.is_empty()).then(|| caseward_store::keyed_hash(secret, "child", plain.as_bytes()))
}

/// For a row without an id: its own facts, so that the same file brought in twice changes nothing.
pub(crate) fn of_row(secret: &[u8; 32], facts: &str) -> [u8; 32] {
    caseward_store::keyed_hash(secret, "row", facts.as_bytes())
}
