//! What a reader may be shown: which numbers are hidden on their own account, and how the rest are rounded.
//!
//! The thresholds are those of the field: 1 to 5 is hidden in most English returns about children, 1 to 7 with the rest rounded
//! to 5 is the rule for published health counts. `[c]` is the harmonised mark for "confidential" of the Government Statistical
//! Service.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Who reads a release. Each also reads what those after it read: a partner has the public tables too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Those inside the authority, who may see every number.
    Internal,
    /// Organisations that work on the same cases.
    Partners,
    /// Anybody.
    Public,
}

/// How numbers are shown to one audience. Checked when made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Profile {
    audience: Audience,
    hidden_to: u32,
    rounded_to: u32,
}

/// Why a profile cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// Hiding "1 to 1" would say that each hidden number is 1.
    #[error("Hide at least 1 to 2: hiding only 1 would tell readers that each hidden number is 1")]
    HidesTooLittle,
    /// A threshold in the thousands leaves nothing to publish.
    #[error("Hide no more than 1 to 100")]
    HidesTooMuch,
    /// The base of the rounding.
    #[error("Round to a number from 2 to 100, or to 1 for no rounding")]
    Base,
    /// The smallest shown number would stand for fewer counts than the others.
    #[error(
        "With this rounding the smallest shown number would stand for fewer counts than the others: hide 1 to {0} or 1 to {1}"
    )]
    Edge(u32, u32),
    /// Inside the authority nothing is hidden or rounded.
    #[error("The internal profile is exact: choose another audience to hide or round numbers")]
    InternalIsExact,
}

impl Profile {
    /// Exact numbers, for inside the authority.
    pub const INTERNAL: Profile = Profile { audience: Audience::Internal, hidden_to: 0, rounded_to: 1 };
    /// 1 to 5 hidden.
    pub const PARTNERS: Profile = Profile { audience: Audience::Partners, hidden_to: 5, rounded_to: 1 };
    /// 1 to 7 hidden, the rest rounded to 5.
    pub const PUBLIC: Profile = Profile { audience: Audience::Public, hidden_to: 7, rounded_to: 5 };

    /// Hides 1 to `hidden_to` and rounds the rest to the nearest multiple of `rounded_to`, which is 1 for exact numbers.
    pub fn new(audience: Audience, hidden_to: u32, rounded_to: u32) -> Result<Profile, ProfileError> {
        let profile = Profile { audience, hidden_to, rounded_to };
        if audience == Audience::Internal {
            return if profile == Profile::INTERNAL { Ok(profile) } else { Err(ProfileError::InternalIsExact) };
        }
        if hidden_to < 2 {
            return Err(ProfileError::HidesTooLittle);
        }
        if hidden_to > 100 {
            return Err(ProfileError::HidesTooMuch);
        }
        if !(1..=100).contains(&rounded_to) {
            return Err(ProfileError::Base);
        }
        // The first number not hidden must be the first of those that round as it does.
        let half = rounded_to / 2;
        let over = (hidden_to + 1 + half) % rounded_to;
        if over != 0 {
            let above = hidden_to + rounded_to - over;
            let below = if hidden_to >= over + 2 { hidden_to - over } else { above + rounded_to };
            return Err(ProfileError::Edge(below.min(above), below.max(above)));
        }
        Ok(profile)
    }

    /// Who reads it.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The largest number that is hidden on its own account, or 0 if none is.
    pub fn hidden_to(&self) -> u32 {
        self.hidden_to
    }

    /// The base to which shown numbers are rounded, or 1 where they are exact.
    pub fn rounded_to(&self) -> u32 {
        self.rounded_to
    }

    /// The number as printed where it is shown: the nearest multiple of the base, and 0 only for none.
    pub fn printed(&self, count: u32) -> u32 {
        count.saturating_add(self.rounded_to / 2) / self.rounded_to * self.rounded_to
    }

    /// The counts, first and last, that a shown number can stand for.
    pub(crate) fn stands_for(&self, printed: u32) -> (i64, i64) {
        if printed == 0 {
            return (0, 0);
        }
        let (printed, base) = (i64::from(printed), i64::from(self.rounded_to));
        ((printed - base / 2).max(i64::from(self.hidden_to) + 1), printed + (base - 1) / 2)
    }

    /// How many values a difference between two editions must at least leave open: what rounding leaves of a single number, or
    /// as many as `[c]` stands for where there is no rounding.
    pub(crate) fn open_difference(&self) -> i64 {
        i64::from(if self.rounded_to > 1 { self.rounded_to.min(self.hidden_to) } else { self.hidden_to })
    }
}

#[derive(Serialize, Deserialize)]
struct Written {
    audience: Audience,
    hidden_to: u32,
    rounded_to: u32,
}

impl From<Profile> for Written {
    fn from(Profile { audience, hidden_to, rounded_to }: Profile) -> Written {
        Written { audience, hidden_to, rounded_to }
    }
}

impl TryFrom<Written> for Profile {
    type Error = ProfileError;

    fn try_from(Written { audience, hidden_to, rounded_to }: Written) -> Result<Profile, ProfileError> {
        Profile::new(audience, hidden_to, rounded_to)
    }
}
