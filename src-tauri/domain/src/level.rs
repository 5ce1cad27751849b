//! The level of risk: stated by people, never computed.
//!
//! Risk scores in this field are unvalidated (DESIGN, section 2), so a level is always somebody's judgement:
//! the practitioner's first, and the manager's from the first sign-off that states one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::{Code, NotACode};

/// A level of risk that an authority's policy may know, such as `high`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct RiskLevel(Code);

impl RiskLevel {
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        Code::parse(&text.to_ascii_lowercase()).map(Self)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The level as a sentence begins with it: `High`.
    pub fn say(&self) -> String {
        let mut letters = self.as_str().chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    }
}

/// Whose judgement a level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatedBy {
    Practitioner,
    Manager,
}

/// Somebody said that the level is this, from this day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelStatement {
    pub on: NaiveDate,
    /// When it was said, to order two statements of one day.
    pub at: DateTime<Utc>,
    pub level: RiskLevel,
    pub by: StatedBy,
}

impl LevelStatement {
    /// What decides which of two statements is the later.
    fn order(&self) -> (NaiveDate, DateTime<Utc>, &RiskLevel) {
        (self.on, self.at, &self.level)
    }
}

/// The level in force on a day, and whether a manager has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelInForce<'a> {
    pub level: &'a RiskLevel,
    pub since: NaiveDate,
    pub confirmed: bool,
}

/// The manager's level of the latest sign-off that states one; before any, the practitioner's.
pub fn level_in_force(statements: &[LevelStatement], on: NaiveDate) -> Option<LevelInForce<'_>> {
    let said = statements.iter().filter(move |s| s.on <= on);
    let confirmed = said.clone().any(|s| s.by == StatedBy::Manager);
    let counts = said.filter(move |s| !confirmed || s.by == StatedBy::Manager);
    let latest = counts.clone().max_by(|a, b| a.order().cmp(&b.order()))?;
    let before = counts.clone().filter(|s| s.level != latest.level).max_by(|a, b| a.order().cmp(&b.order()));
    let since = counts.filter(|s| before.is_none_or(|before| s.order() > before.order())).map(|s| s.on).min()?;
    Some(LevelInForce { level: &latest.level, since, confirmed })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(on: &str, level: &str, by: StatedBy) -> LevelStatement {
        let on: NaiveDate = on.parse().unwrap();
        LevelStatement { on, at: on.and_hms_opt(12, 0, 0).unwrap().and_utc(), level: RiskLevel::parse(level).unwrap(), by }
    }

    #[test]
    fn the_managers_latest_level_counts_and_before_any_the_practitioners() {
        use StatedBy::{Manager, Practitioner};
        let said = [
            said("2026-01-05", "low", Practitioner),
            said("2026-02-02", "high", Manager),
            said("2026-03-02", "low", Practitioner),
            said("2026-04-06", "high", Manager),
        ];
        let asked = |on: &str| {
            level_in_force(&said, on.parse().unwrap()).map(|l| format!("{} since {} {}", l.level.say(), l.since, l.confirmed))
        };
        assert_eq!(asked("2026-01-04"), None);
        assert_eq!(asked("2026-02-01").unwrap(), "Low since 2026-01-05 false");
        assert_eq!(asked("2026-03-31").unwrap(), "High since 2026-02-02 true");
        assert_eq!(asked("2026-05-01").unwrap(), "High since 2026-02-02 true");
    }
}
