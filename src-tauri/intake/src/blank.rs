//! Words that people type where they have nothing to say yet: "TBC", "n/a", "none".

/// The word as it is quoted in a note, where `text` is one that stands for nothing known.
pub(crate) fn blank_word(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let bare: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = bare.trim_end_matches(['.', '!', '*']);
    WORDS.iter().copied().find(|w| *w == bare)
}

const WORDS: &[&str] = &[
    "",
    "-",
    "--",
    "---",
    "–",
    "—",
    ".",
    "tbc",
    "t.b.c",
    "tba",
    "tbd",
    "to be confirmed",
    "to be arranged",
    "to be agreed",
    "to be set",
    "to be booked",
    "none",
    "none set",
    "none recorded",
    "none held",
    "none yet",
    "nil",
    "null",
    "blank",
    "empty",
    "n/a",
    "na",
    "n.a",
    "n-a",
    "not applicable",
    "awaiting",
    "awaited",
    "awaiting date",
    "awaiting review",
    "awaiting assessment",
    "pending",
    "unknown",
    "not known",
    "n/k",
    "nk",
    "not recorded",
    "not stated",
    "not set",
    "not booked",
    "not yet",
    "not yet set",
    "not yet arranged",
    "not yet held",
    "not held",
    "not arranged",
    "not reviewed",
    "not due",
    "never",
    "no date",
    "no review",
    "not assessed",
    "not yet assessed",
    "not given",
    "not obtained",
    "due",
    "overdue",
    "ongoing",
    "open",
    "still open",
    "current",
];

#[cfg(test)]
mod tests {
    use super::blank_word;

    #[test]
    fn words_for_nothing_are_known_in_any_case() {
        for text in ["TBC", "tbc.", " None ", "N/A", "-", "To be  confirmed", "awaiting"] {
            assert!(blank_word(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_words_are_not_blank() {
        for text in ["?", "12/05/2026", "yes", "Smith", "0"] {
            assert_eq!(blank_word(text), None, "{text}");
        }
    }
}
