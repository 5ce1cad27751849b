//! What the sentence of a cross-table says: of what a per cent is, and which part is the largest.

use caseward_disclosure::{Shown, Why};

use super::{Printing, RateOf, print};
use crate::menu::axis::Axis;
use crate::menu::cross::Cross;

const HIDDEN: Option<u32> = None;

const SIGNED: RateOf = RateOf {
    label: "Signed off in time",
    said: "were signed off in time",
    hits: &["In time"],
    misses: &["Late"],
    not_recorded: &["Not known"],
};

/// The finding of a table of one axis, whose total is given first; `None` is hidden.
fn said(parts: &[&str], shown: &[Option<u32>], rate: Option<RateOf>, is_rounded: bool) -> String {
    let labels: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    let cross = Cross::new("A table", "Decisions", vec![Axis::flat("Decision", "All", &labels)]);
    let counted = ["decision was made".to_owned(), "decisions were made".to_owned()];
    let printing =
        Printing { id: "a-table", title: "A table".to_owned(), counted, heading: "Decisions", rate, notes: Vec::new() };
    let shown: Vec<Shown> = shown.iter().map(|value| value.map_or(Shown::Hidden(Why::Cover), Shown::Number)).collect();
    print(&cross, &shown, &printing, is_rounded).finding
}

const DECIDED: [&str; 4] = ["In time", "Late", "Not known", "Returned"];

#[track_caller]
fn check_rate(numbers: [Option<u32>; 5], is_rounded: bool, expected: &str) {
    assert_eq!(said(&DECIDED, &numbers, Some(SIGNED), is_rounded), expected);
}

#[test]
fn a_per_cent_of_the_total_stands_behind_its_number() {
    let expected = "252 decisions were made. Of these, 212 (84.1%) were signed off in time.";
    check_rate([Some(252), Some(212), Some(40), Some(0), Some(0)], false, expected);
    let expected = "250 decisions were made. Of these, 210 (87.5% of those recorded, 84.0% at worst) were signed off in time.";
    check_rate([Some(250), Some(210), Some(30), Some(10), Some(0)], false, expected);
}

#[test]
fn a_per_cent_of_anything_else_says_of_what_it_is() {
    let expected = "265 decisions were made. Of these, 212 were signed off in time: 84.1% of 252, leaving out “Returned”.";
    check_rate([Some(265), Some(212), Some(40), Some(0), Some(13)], false, expected);
    let expected = "265 decisions were made. Of these, 1 was signed off in time: 10.0% of 10 that are recorded, 5.0% of 20 at worst, \
                    leaving out “Returned”.";
    check_rate([Some(265), Some(1), Some(9), Some(10), Some(245)], false, expected);
    let expected = "265 decisions were made. Of these, 212 were signed off in time: 84.1% of 252, leaving out “Returned”.";
    check_rate([Some(265), Some(212), Some(40), Some(0), HIDDEN], false, expected);
}

#[test]
fn a_per_cent_of_rounded_numbers_says_of_what_it_is_where_they_add_up_to_something_else() {
    let expected = "About 250 decisions were made. Of these, about 215 were signed off in time: 84.3% of about 255, \
                    to which the rounded numbers add up.";
    check_rate([Some(250), Some(215), Some(40), Some(0), Some(0)], true, expected);
    let expected =
        "About 265 decisions were made. Of these, none were signed off in time: 0.0% of about 40, leaving out “Returned”.";
    check_rate([Some(265), Some(0), Some(40), Some(0), HIDDEN], true, expected);
}

#[test]
fn there_is_no_per_cent_where_a_part_of_it_is_hidden() {
    let expected = "265 decisions were made. Of these, 212 were signed off in time.";
    check_rate([Some(265), Some(212), HIDDEN, Some(0), Some(13)], false, expected);
    check_rate([Some(265), Some(212), Some(40), HIDDEN, Some(13)], false, expected);
    let expected =
        "265 decisions were made. How many of these were signed off in time is not shown, because that could point at a child.";
    check_rate([Some(265), HIDDEN, Some(40), Some(0), Some(13)], false, expected);
    let expected = "How many decisions were made is not shown, because that could point at a child.";
    check_rate([HIDDEN, Some(212), Some(40), Some(0), Some(13)], false, expected);
}

#[test]
fn the_largest_part_is_named_only_where_every_part_is_shown() {
    let sexes = ["Female", "Male", "Unknown"];
    let expected = "202 decisions were made. The largest number shown is that of “Female”, 130.";
    assert_eq!(said(&sexes, &[Some(202), Some(130), Some(71), Some(1)], None, false), expected);
    let expected = "202 decisions were made. Not every part of this is shown, so the largest is not named.";
    assert_eq!(said(&sexes, &[Some(202), HIDDEN, Some(71), HIDDEN], None, false), expected);
    assert_eq!(said(&sexes, &[Some(0), Some(0), Some(0), Some(0)], None, false), "No decisions were made.");
}
