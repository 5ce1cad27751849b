//! What a measure says, as a number with its unit, where it is one: "35%", "4 of 14", "£1,200", "17 cases". Words stay words:
//! a distance is then not told, and never guessed.

use std::fmt;

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// A share counts from 0 to 1.
    pub value: f64,
    unit: Unit,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Unit {
    /// "35%", "4 of 14".
    Share,
    Pounds,
    /// "17 cases"; empty where none is said.
    Counted(String),
}

impl Amount {
    /// Reads what stands at a measure. `None` where it is not a number.
    pub fn parse(text: &str) -> Option<Amount> {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let (pounds, rest) = text.strip_prefix('£').map_or((false, text.as_str()), |rest| (true, rest.trim_start()));
        let (value, rest) = number(rest)?;
        let unit = match (pounds, rest) {
            (true, "") => Unit::Pounds,
            (true, _) => return None,
            (false, "%" | "per cent" | "percent") => return Some(Amount { value: value / 100.0, unit: Unit::Share }),
            (false, rest) => match ["out of ", "of ", "/"].iter().find_map(|of| rest.strip_prefix(of)) {
                Some(whole) => {
                    let (whole, rest) = number(whole.trim_start())?;
                    let is_share = whole > 0.0 && rest.chars().all(|c| c.is_alphabetic() || c == ' ');
                    return is_share.then_some(Amount { value: value / whole, unit: Unit::Share });
                }
                None if rest.len() <= 40 && rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-')) => {
                    Unit::Counted(rest.to_owned())
                }
                None => return None,
            },
        };
        Some(Amount { value, unit })
    }

    /// Whether the two count the same thing. A bare number counts whatever the other does.
    pub fn is_like(&self, other: &Amount) -> bool {
        match (&self.unit, &other.unit) {
            (Unit::Counted(one), Unit::Counted(two)) => one.is_empty() || two.is_empty() || one == two,
            (one, two) => one == two,
        }
    }
}

/// The number that a text begins with, and what follows it.
fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))).unwrap_or(text.len());
    let (digits, rest) = (text.get(..end)?, text.get(end..)?.trim());
    let value: f64 = digits.replace(',', "").parse().ok()?;
    value.is_finite().then_some((value, rest))
}

/// How far a measure has come from its baseline to its target.
#[derive(Clone, Debug, PartialEq)]
pub enum Distance {
    /// The share of the way that is gone: 0 at the baseline, 1 at the target; below 0 or above 1 where it lies outside.
    Gone(f64),
    /// A number is missing.
    NotSaid(&'static str),
    /// Words where a number would be.
    NotANumber(&'static str),
    /// Numbers of different things.
    Unlike,
    /// The target is where it began.
    NoWay,
}

/// Works out how far it has come.
pub fn distance(baseline: &str, target: &str, now: &str) -> Distance {
    let mut read = Vec::new();
    for (name, text) in [("baseline", baseline), ("target", target), ("value now", now)] {
        if text.trim().is_empty() {
            return Distance::NotSaid(name);
        }
        match Amount::parse(text) {
            Some(amount) => read.push(amount),
            None => return Distance::NotANumber(name),
        }
    }
    let [baseline, target, now] = read.as_slice() else { return Distance::Unlike };
    if !(baseline.is_like(target) && target.is_like(now) && baseline.is_like(now)) {
        return Distance::Unlike;
    }
    let way = target.value - baseline.value;
    if way == 0.0 { Distance::NoWay } else { Distance::Gone((now.value - baseline.value) / way) }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Distance::Gone(share) if *share >= 1.0 => f.write_str("The target is reached"),
            Distance::Gone(share) if *share < 0.0 => f.write_str("Further from the target than the baseline"),
            // Rounded down, so that nothing but the target itself reads as the whole way.
            Distance::Gone(share) => write!(f, "{:.0}% of the way to the target", (share * 100.0 + 1e-9).floor()),
            Distance::NotSaid(what) => write!(f, "Distance not known: no {what} is given"),
            Distance::NotANumber(what) => write!(f, "Distance not known: the {what} is not a number"),
            Distance::Unlike => f.write_str("Distance not known: baseline, target and value now do not count the same thing"),
            Distance::NoWay => f.write_str("Distance not known: the target is where the baseline was"),
        }
    }
}
