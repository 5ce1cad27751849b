//! What a person types. Whatever was typed is used as it is: no trimming, no change of case or accents.
//!
//! Length is the only rule, as the National Cyber Security Centre advises ("three random words"): rules about
//! digits and symbols make passphrases worse.

use zeroize::Zeroizing;

use super::KeyError;

/// The shortest passphrase that can be set, in characters.
const SHORTEST: usize = 12;

/// A passphrase, wiped when dropped and never printed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Anything that was typed. Verbs that set a passphrase ask [`Passphrase::long_enough`]; unlocking does not.
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }

    /// Whether this may be set as somebody's passphrase.
    pub fn long_enough(&self) -> Result<(), KeyError> {
        if self.0.chars().count() < SHORTEST {
            return Err(KeyError::PassphraseTooShort);
        }
        Ok(())
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_characters_are_enough_however_many_bytes_they_take() {
        let check = |typed: &str| Passphrase::new(typed.to_owned()).long_enough();
        assert_eq!(check("éééééééééééé"), Ok(()));
        assert_eq!(check("ééééééééééé"), Err(KeyError::PassphraseTooShort));
        assert_eq!(check(""), Err(KeyError::PassphraseTooShort));
    }
}
