//! Short answers as people type them: a level of risk, yes or no, open or closed, a count, an age.

use super::Reported;
use crate::blank::blank_word;
use crate::codes::fold;
use crate::dates::OLDEST;

/// What a cell says where a short answer is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer<T> {
    /// Read as it stands.
    Known(T),
    /// Read as something that it does not quite say.
    Taken(T, &'static str),
    /// A word that stands for nothing known.
    Blank,
    /// None of these.
    Unknown,
}

/// Whether a case is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Open,
    Closed,
}

/// Which of `levels` a cell names: in full, by a beginning of three letters, or by its first letter where no other level has
/// it. Two levels in one cell are none.
pub(crate) fn level(text: &str, levels: &[String]) -> Answer<usize> {
    const AROUND: &[&str] = &["risk", "level", "rating", "overall", "current", "cse", "of", "assessed", "as"];
    let folded = fold(text);
    let whole = levels.iter().position(|l| fold(l) == folded);
    if let Some(at) = whole {
        return Answer::Known(at);
    }
    let mut telling = folded.split(' ').filter(|w| !AROUND.contains(w) && !w.chars().all(|c| c.is_ascii_digit()));
    let named = match (telling.next(), telling.next()) {
        (Some(word), None) => by_word(word, levels),
        _ => None,
    };
    match named {
        Some(at) => Answer::Known(at),
        None if blank_word(text).is_some() => Answer::Blank,
        None => Answer::Unknown,
    }
}

fn by_word(word: &str, levels: &[String]) -> Option<usize> {
    let names: Vec<String> = levels.iter().map(|l| fold(l)).collect();
    if let Some(at) = names.iter().position(|n| n == word) {
        return Some(at);
    }
    let short = matches!(word.chars().count(), 1 | 3..);
    let mut starting = names.iter().enumerate().filter(|(_, n)| short && n.starts_with(word));
    match (starting.next(), starting.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

/// Yes or no: whether something was signed off, or held. `awaited` is what is noted where it is still to come.
pub(crate) fn reported(text: &str) -> Answer<Reported> {
    const TO_COME: &str = "Still to come: read as no.";
    const NOT_HELD: &str = "Offered, or declined: read as no.";
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let any = |of: &[&str]| words.iter().any(|w| of.contains(w));
    let first = words.first().copied().unwrap_or_default();
    if matches!(text.trim(), "✓" | "✔" | "☑") {
        return Answer::Known(Reported::Yes);
    }
    if any(&[
        "awaiting",
        "awaited",
        "pending",
        "outstanding",
        "draft",
        "started",
        "progress",
        "overdue",
        "due",
        "unsigned",
        "returned",
    ]) {
        return Answer::Taken(Reported::No, TO_COME);
    }
    if any(&["declined", "refused", "offered", "attempted"]) {
        return Answer::Taken(Reported::No, NOT_HELD);
    }
    let nothing =
        matches!(folded.as_str(), "n a" | "na" | "not applicable" | "not required" | "not needed") || blank_word(text).is_some();
    match first {
        _ if nothing => Answer::Blank,
        "n" | "no" | "not" | "false" | "0" => Answer::Known(Reported::No),
        "y" | "yes" | "true" | "1" | "x" => Answer::Known(Reported::Yes),
        _ if any(&["signed", "complete", "completed", "done", "approved", "authorised", "authorized", "agreed", "held"])
            && !any(&["not", "no", "to", "be"]) =>
        {
            Answer::Known(Reported::Yes)
        }
        _ => Answer::Unknown,
    }
}

/// Whether the case is open or closed; Annex A's case statuses among others.
pub(crate) fn status(text: &str) -> Answer<Status> {
    const OPEN: &[&str] = &[
        "open",
        "opened",
        "o",
        "active",
        "live",
        "current",
        "ongoing",
        "on going",
        "monitoring",
        "allocated",
        "reopened",
        "re opened",
        "looked after child",
        "child protection plan",
        "child in need plan",
        "open assessment",
    ];
    const CLOSED: &[&str] = &[
        "closed",
        "close",
        "c",
        "inactive",
        "ended",
        "ceased",
        "closed episode",
        "archived",
        "case closed",
        "no further action",
        "nfa",
    ];
    let text = match text.split_once(')') {
        Some((letter, rest)) if letter.trim().len() == 1 => rest,
        _ => text,
    };
    let folded = fold(text);
    if OPEN.contains(&folded.as_str()) {
        Answer::Known(Status::Open)
    } else if CLOSED.contains(&folded.as_str()) {
        Answer::Known(Status::Closed)
    } else if blank_word(text).is_some() {
        Answer::Blank
    } else {
        Answer::Unknown
    }
}

/// A count of episodes.
pub(crate) fn count(text: &str) -> Answer<u32> {
    let trimmed = text.trim();
    match trimmed.parse::<u32>() {
        Ok(n) if n <= 1000 => Answer::Known(n),
        Ok(_) => Answer::Unknown,
        Err(_) if matches!(fold(trimmed).as_str(), "none" | "nil" | "zero" | "never" | "no" | "none recorded") => {
            Answer::Taken(0, "A word for none: read as 0.")
        }
        Err(_) if blank_word(trimmed).is_some() => Answer::Blank,
        Err(_) => Answer::Unknown,
    }
}

/// An age in whole years; months are left out.
pub(crate) fn age(text: &str) -> Answer<u8> {
    let trimmed = text.trim().to_lowercase();
    if blank_word(&trimmed).is_some() {
        return Answer::Blank;
    }
    let digits: String = trimmed.chars().take_while(char::is_ascii_digit).collect();
    let rest = trimmed.get(digits.len()..).unwrap_or_default();
    let rest = if rest.starts_with('.') { rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()) } else { rest };
    let unit = rest.split(|c: char| !c.is_alphabetic()).find(|w| !w.is_empty());
    let fits = unit.is_none_or(|u| matches!(u, "y" | "yr" | "yrs" | "year" | "years" | "yo")) && !rest.contains('-');
    match digits.parse::<u8>() {
        Ok(n) if u32::from(n) <= OLDEST && fits => Answer::Known(n),
        _ => Answer::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::levels;

    fn known<T: PartialEq + std::fmt::Debug + Copy>(read: impl Fn(&str) -> Answer<T>, value: T, texts: &[&str]) {
        for text in texts {
            assert_eq!(read(text), Answer::Known(value), "{text}");
        }
    }

    #[test]
    fn a_level_is_read_by_name_letter_and_number_with_name() {
        let read = |text: &str| level(text, &levels());
        known(read, 0, &["High", "HIGH", "h", "High risk", "3 - high", "Level 3 (High)"]);
        known(read, 1, &["medium", "M", "Med", "2: Medium"]);
        known(read, 2, &["Low", "L"]);
        for text in ["Severe", "Medium/High", "not high", "very high", "3", "?"] {
            assert_eq!(read(text), Answer::Unknown, "{text}");
        }
        for text in ["n/a", "TBC", "not assessed"] {
            assert_eq!(read(text), Answer::Blank, "{text}");
        }
    }

    #[test]
    fn levels_with_one_letter_in_common_need_more_than_the_letter() {
        let levels = ["Standard", "Significant", "Very high"].map(str::to_owned);
        assert_eq!(level("S", &levels), Answer::Unknown);
        assert_eq!(level("Sig", &levels), Answer::Known(1));
        assert_eq!(level("very high", &levels), Answer::Known(2));
    }

    #[test]
    fn yes_and_no_are_read_in_their_usual_words() {
        known(reported, Reported::Yes, &["Y", "Yes", "TM signed", "signed off", "Yes - TM3", "✓", "x", "completed", "TRUE"]);
        known(reported, Reported::No, &["N", "No", "not signed", "not completed", "false"]);
        for text in ["awaiting", "Awaiting TM", "in progress", "pending"] {
            assert!(matches!(reported(text), Answer::Taken(Reported::No, _)), "{text}");
        }
        for text in ["n/a", "NA", "-", "not required", "tbc"] {
            assert_eq!(reported(text), Answer::Blank, "{text}");
        }
        for text in ["?", "maybe", "to be signed", "see notes"] {
            assert_eq!(reported(text), Answer::Unknown, "{text}");
        }
    }

    #[test]
    fn a_status_is_open_or_closed() {
        known(status, Status::Open, &["Open", "ACTIVE", "c) Child in need plan"]);
        known(status, Status::Closed, &["Closed", "e) Closed episode"]);
        assert_eq!(status("Paused"), Answer::Unknown);
    }

    #[test]
    fn counts_and_ages_are_whole_numbers_within_reason() {
        known(count, 3, &["3", " 3 "]);
        known(age, 14, &["14", "14.9", "14 yrs", "14y 3m", "14 years"]);
        for text in ["-1", "3+", "two", "2.5", "1001", "?"] {
            assert_eq!(count(text), Answer::Unknown, "{text}");
        }
        for text in ["fourteen", "-1", "26", "14-15", "?", "14 months"] {
            assert_eq!(age(text), Answer::Unknown, "{text}");
        }
        assert!(matches!(count("None"), Answer::Taken(0, _)));
    }
}
