//! Numbers as a sentence says them: `no cases`, `1 case`, `1,204 cases`.

use chrono::{DateTime, Utc};

use caseward_domain::date::say_date;

/// `1,204`.
pub(crate) fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut said = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// `none`, `1`, `1,204`.
pub(crate) fn how_many(value: u64) -> String {
    if value == 0 { "none".to_owned() } else { number(value) }
}

/// `no cases`, `1 case`, `1,204 cases`.
pub(crate) fn count(value: u64, one: &str, many: &str) -> String {
    match value {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", number(value)),
    }
}

/// The form of a verb that goes with a number: one, or any other.
pub(crate) fn verb<'a>(value: u64, one: &'a str, many: &'a str) -> &'a str {
    if value == 1 { one } else { many }
}

/// The text with a capital first, as a sentence begins.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// ` Of the other actions, 1 was done late and 2 were not done.`, or without the lead where no first ones were named. What
/// is nought is left out; nothing where all are.
pub(crate) fn others(named: u64, many: &str, parts: &[(u64, &str)]) -> String {
    let say = |(value, said): &(u64, &str)| format!("{} {} {said}", number(*value), verb(*value, "was", "were"));
    let said: Vec<String> = parts.iter().filter(|(value, _)| *value > 0).map(say).collect();
    let lead = if named > 0 { format!("Of the other {many}, ") } else { String::new() };
    if said.is_empty() { String::new() } else { format!(" {lead}{}.", list(&said)) }
}

/// `30 September 2026 at 14:05 UTC`.
pub(crate) fn say_instant(at: DateTime<Utc>) -> String {
    format!("{} at {} UTC", say_date(at.date_naive()), at.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_read_them() {
        let said = [0, 1, 12, 999, 1_000, 1_234_567].map(|n| count(n, "case", "cases"));
        assert_eq!(said.join("; "), "no cases; 1 case; 12 cases; 999 cases; 1,000 cases; 1,234,567 cases");
        assert_eq!(sentence("no cases"), "No cases");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
