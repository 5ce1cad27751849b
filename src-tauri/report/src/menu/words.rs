//! What a pack says of the numbers that it does not show.

use caseward_disclosure::{Audience, Profile};

use super::EARLIER_MATTERS_FOR_DAYS;

/// The rule, its thresholds and how it was attacked, in plain words; nothing where every number is shown.
pub fn suppression(profile: &Profile) -> Vec<String> {
    if profile.audience() == Audience::Internal {
        return Vec::new();
    }
    let (most, base) = (profile.hidden_to(), profile.rounded_to());
    let mut said = vec![format!(
        "[c] stands for a number that is not shown because it could point at a child: every number from 1 to {most}, and others without which such a number could be worked out. A zero is shown, except where it would say something of everybody in a row."
    )];
    if base > 1 {
        said.push(format!("All other numbers are rounded to the nearest {base}, so that they need not add up."));
    }
    said.extend([
        "Per cents and sentences are made from the numbers shown. Where a number is hidden, so is every per cent that would need it.".to_owned(),
        format!("Before it was written this pack was attacked together with everything that the same readers were given before for periods within {EARLIER_MATTERS_FOR_DAYS} days of this one: with all sums between tables, quarters and years, and with what was open, opened and closed. Whoever has read all of it must still hold it possible that a hidden number of 1 to {most} is 1, and that it is {most}; of any other hidden number at least {most} values must be possible. The attack is told more than readers are: which of the hidden numbers are small. Where earlier packs leave no room for that, a small number is guarded as any other hidden number is, and the attack is not told that it is small."),
        "Where something that was released is counted otherwise now, the change is protected as a number of its own, and what was hidden stays hidden. Where equals could be hidden, a secret draw decided, so that the rule cannot be run backwards.".to_owned(),
        "This cannot protect against what a reader knows of a child from elsewhere.".to_owned(),
    ]);
    said
}
