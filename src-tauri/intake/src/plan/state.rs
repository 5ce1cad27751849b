//! Words and colours by which plans say how an action stands: red, amber and green, with blue for done (BRAG), or in words.

use caseward_domain::action_plan::ActionState;
use caseward_domain::action_plan::ActionState::{AtRisk, Complete, EffectConfirmed, NotStarted, OffTrack, OnTrack};

/// What a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    State(ActionState),
    /// A word that says less than the state it was taken for: "in progress" need not be on track.
    Loosely(ActionState),
    Withdrawn,
}

impl Said {
    pub(crate) fn state(self) -> Option<ActionState> {
        match self {
            Said::State(state) | Said::Loosely(state) => Some(state),
            Said::Withdrawn => None,
        }
    }
}

/// Reads a status. Of several words the worst counts: "Amber/Green" is amber.
pub(crate) fn read(text: &str) -> Option<Said> {
    let said = phrase(text);
    if let Some(known) = known(&said) {
        return Some(known);
    }
    // "Withdrawn from 3 March 2026", as Caseward writes it.
    if said.starts_with("withdrawn ") {
        return Some(Said::Withdrawn);
    }
    text.split(['/', '-', '–', '(', ')', ',', ';', ':', '.', '\n'])
        .filter_map(|part| known(&phrase(part)))
        .max_by_key(|said| rank(*said))
}

/// How the words of an update begin, where they say how it stands: "Completed, evidence with the board manager."
pub(crate) fn begins(text: &str) -> Option<Said> {
    let first = text.split(['.', ',', ';', ':', '(', '–', '\n']).next()?;
    known(&phrase(first.split(" - ").next()?))
}

/// "On track: " at the beginning of a text, as Caseward writes it, and what follows.
pub(crate) fn prefix(text: &str) -> Option<(ActionState, &str)> {
    let (word, rest) = text.split_once(':')?;
    let state = ActionState::ALL.into_iter().find(|state| state.say().eq_ignore_ascii_case(word.trim()))?;
    Some((state, rest.trim_start()))
}

fn known(phrase: &str) -> Option<Said> {
    WORDS.iter().find(|(word, _)| *word == phrase).map(|(_, said)| *said)
}

fn phrase(text: &str) -> String {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn rank(said: Said) -> u8 {
    match said.state() {
        Some(OffTrack) => 6,
        Some(AtRisk) => 5,
        Some(NotStarted) => 4,
        Some(OnTrack) => 3,
        Some(Complete) => 2,
        Some(EffectConfirmed) => 1,
        None => 0,
    }
}

const WORDS: &[(&str, Said)] = &[
    ("red", Said::State(OffTrack)),
    ("r", Said::State(OffTrack)),
    ("off track", Said::State(OffTrack)),
    ("off target", Said::State(OffTrack)),
    ("overdue", Said::Loosely(OffTrack)),
    ("late", Said::Loosely(OffTrack)),
    ("not achieved", Said::Loosely(OffTrack)),
    ("amber", Said::State(AtRisk)),
    ("a", Said::State(AtRisk)),
    ("yellow", Said::Loosely(AtRisk)),
    ("at risk", Said::State(AtRisk)),
    ("delayed", Said::Loosely(AtRisk)),
    ("some slippage", Said::Loosely(AtRisk)),
    ("slipping", Said::Loosely(AtRisk)),
    ("behind", Said::Loosely(AtRisk)),
    ("behind schedule", Said::Loosely(AtRisk)),
    ("green", Said::State(OnTrack)),
    ("g", Said::State(OnTrack)),
    ("on track", Said::State(OnTrack)),
    ("on target", Said::State(OnTrack)),
    ("on schedule", Said::State(OnTrack)),
    ("in progress", Said::Loosely(OnTrack)),
    ("ongoing", Said::Loosely(OnTrack)),
    ("on going", Said::Loosely(OnTrack)),
    ("started", Said::Loosely(OnTrack)),
    ("under way", Said::Loosely(OnTrack)),
    ("underway", Said::Loosely(OnTrack)),
    ("open", Said::Loosely(OnTrack)),
    ("partially complete", Said::Loosely(OnTrack)),
    ("not started", Said::State(NotStarted)),
    ("not yet started", Said::State(NotStarted)),
    ("to be started", Said::State(NotStarted)),
    ("no progress", Said::Loosely(NotStarted)),
    ("not due", Said::Loosely(NotStarted)),
    ("not yet due", Said::Loosely(NotStarted)),
    ("grey", Said::Loosely(NotStarted)),
    ("white", Said::Loosely(NotStarted)),
    ("complete", Said::State(Complete)),
    ("completed", Said::State(Complete)),
    ("done", Said::State(Complete)),
    ("achieved", Said::State(Complete)),
    ("finished", Said::State(Complete)),
    ("closed", Said::Loosely(Complete)),
    ("blue", Said::State(Complete)),
    ("b", Said::State(Complete)),
    ("effect confirmed", Said::State(EffectConfirmed)),
    ("withdrawn", Said::Withdrawn),
    ("removed", Said::Withdrawn),
    ("cancelled", Said::Withdrawn),
    ("superseded", Said::Withdrawn),
    ("no longer required", Said::Withdrawn),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_words_are_states_and_of_two_the_worse_counts() {
        for (text, state) in [
            ("Green", OnTrack),
            ("AMBER", AtRisk),
            ("R", OffTrack),
            ("Blue (complete)", Complete),
            ("Amber/Green", AtRisk),
            ("Red - awaiting funding", OffTrack),
            ("On-track", OnTrack),
            ("Not started", NotStarted),
            ("In progress", OnTrack),
            ("Completed", Complete),
        ] {
            assert_eq!(read(text).and_then(Said::state), Some(state), "{text}");
        }
        assert_eq!(read("No longer required"), Some(Said::Withdrawn));
        assert_eq!(read("Withdrawn from 3 March 2026"), Some(Said::Withdrawn));
        assert_eq!(read("Purple"), None);
    }

    #[test]
    fn the_words_of_an_update_say_how_it_stands_only_where_they_begin_with_it() {
        assert_eq!(begins("Completed, evidence with Board Manager."), Some(Said::State(Complete)));
        assert_eq!(begins("Not started: awaiting funding decision."), Some(Said::State(NotStarted)));
        assert_eq!(begins("First cohort trained, 62% so far."), None);
        assert_eq!(begins("Delayed by vacancies; interim cover from October."), None);
        assert_eq!(prefix("At risk: no trainer"), Some((AtRisk, "no trainer")));
        assert_eq!(prefix("Completed: no trainer"), None);
    }
}
