//! The authority's own id for a child: what lists are matched by, and never kept.

use std::fmt;
use std::hash::{Hash, Hasher};
use zeroize::Zeroizing;

/// Longest id that is read as one.
const LONGEST: usize = 64;

/// A child's id in the authority's case system, without spaces. It prints nothing and is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildId(Zeroizing<String>);

impl ChildId {
    /// Reads an id as somebody typed it: spaces and hidden characters go, case and leading noughts stay. `None` where
    /// nothing is left, no letter or digit is in it, or it is longer than 64 characters.
    pub fn parse(text: &str) -> Option<ChildId> {
        let id: Zeroizing<String> = Zeroizing::new(
            text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{200b}' && *c != '\u{feff}').collect(),
        );
        let fits = id.chars().count() <= LONGEST && id.chars().any(char::is_alphanumeric);
        fits.then_some(ChildId(id))
    }

    /// The id itself, to be hashed or written to the list that the authority keeps outside the register.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Hash for ChildId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.expose().hash(state);
    }
}

impl fmt::Debug for ChildId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChildId")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_without_spaces_and_prints_nothing() {
        let id = ChildId::parse(" 26 45033\u{a0}").unwrap();
        assert_eq!(id.expose(), "2645033");
        assert_eq!(format!("{id:?}"), "ChildId");
    }

    #[test]
    fn nothing_and_too_much_are_not_ids() {
        for text in ["", "  ", "-", "?", &"9".repeat(65)] {
            assert_eq!(ChildId::parse(text), None);
        }
    }
}
