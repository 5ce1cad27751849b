//! Invented sentences, without anybody in them.

pub(super) const SUMMARIES: &[&str] = &[
    "Contact online with an adult who asked for images. The child saw it as friendship and is beginning to question it.",
    "Picked up after school in a car that staff did not know. New phone, no account of where it came from.",
    "Spends weekends at an address where older young people gather. Says that nothing happens there.",
    "Told a youth worker about gifts and pressure. Wants it to stop and is afraid of what follows.",
    "Missing overnight twice. Returned tired and hungry, and spoke to the worker whom they trust.",
    "Peer group overlaps with two other open cases. School attendance has fallen since the spring.",
];
pub(super) const GOALS: &[&str] = &[
    "The child has one adult whom they trust and can reach at any hour",
    "Contact with the adult of concern has ended",
    "The child is in school four days of five",
    "The child is not missing overnight",
];
pub(super) const ACTIONS: &[(&str, &str, &str)] = &[
    ("Weekly one-to-one work at a place the child chooses", "CSE worker", "Voluntary sector"),
    ("Disruption notice considered for the address of concern", "Detective sergeant", "Police"),
    ("Safety plan for phone and accounts agreed with the child", "Social worker", "Local authority"),
    ("Sexual health appointment offered, with a worker to go along", "School nurse", "Health"),
    ("Return to a full timetable agreed with the school", "Designated safeguarding lead", "Education"),
    ("Carers offered the awareness course", "Family support worker", "Local authority"),
];
pub(super) const CHANGED: &[&str] = &[
    "The meeting place was moved because the child asked for it.",
    "The child asked for fewer people in the room, and the review was held in two parts.",
    "The plan now names the worker whom the child chose.",
    "",
];
pub(super) const NOTES: &[&str] =
    &["Started as planned.", "First two sessions held.", "Waiting for the other agency.", "Done; the child says it helped."];
pub(super) const THEMES: &[&str] =
    &["Older associate with a car", "Friends at a flat", "Argument at home", "Met someone known online", ""];
pub(super) const INSTEAD: &str = "Say whether the child was seen alone, and what they said in their own words.";
pub(super) const OTHERWISE: &[&str] = &[
    "Harm was disclosed since this was written, so the level rises.",
    "The protective factors named here do not hold at weekends.",
    "The strategy meeting of this week saw more contact than is described here.",
    "Two missing episodes in a month weigh more than the score suggests.",
];
pub(super) const PANEL: &[&str] = &[
    "The police are asked for a disruption notice on the address of concern by the next panel.",
    "The worker whom the child chose stays with them for the next three months.",
    "The school holds a place in the mornings; the plan is changed to say so.",
    "The return interviews are read together, and the next review is brought forward.",
];
