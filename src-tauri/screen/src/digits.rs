//! Runs of digits and what stands between them: a number is written in groups, and the groups are what is looked at.

use crate::fold::Folded;
use std::ops::Range;

/// A run of digits with nothing between them.
pub(crate) struct Group {
    pub(crate) digits: String,
    pub(crate) span: Range<usize>,
    /// Whether only spaces, dots, hyphens or brackets part it from the group before.
    pub(crate) linked: bool,
}

/// The groups of digits of a text, in order.
pub(crate) fn groups(text: &Folded) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut i = 0;
    while i < text.len() {
        if !text.at(i).is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        while text.at(i).is_ascii_digit() {
            i += 1;
        }
        let linked = groups.last().is_some_and(|g| links(text, g.span.end..start));
        groups.push(Group { digits: text.text(start..i), span: start..i, linked });
    }
    groups
}

/// Each stretch of linked groups that begins at `first`, shortest first, up to `most` digits.
pub(crate) fn stretches(groups: &[Group], first: usize, most: usize) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut digits = String::new();
    let start = groups.get(first).map_or(0, |g| g.span.start);
    groups
        .get(first..)
        .unwrap_or_default()
        .iter()
        .enumerate()
        .take_while(|(i, group)| *i == 0 || group.linked)
        .map(move |(_, group)| {
            digits.push_str(&group.digits);
            (digits.clone(), start..group.span.end)
        })
        .take_while(move |(digits, _)| digits.len() <= most)
}

/// Whether one of `words` stands in the `reach` characters before `end`.
pub(crate) fn preceded_by(text: &Folded, end: usize, reach: usize, words: &[&str]) -> bool {
    let before = text.text(end.saturating_sub(reach)..end);
    before.split(|c: char| !c.is_alphanumeric()).any(|w| words.contains(&w))
}

fn links(text: &Folded, gap: Range<usize>) -> bool {
    gap.len() <= 3 && gap.into_iter().all(|i| matches!(text.at(i), ' ' | '-' | '.' | '(' | ')'))
}
