//! A cross-table as people read it. Every number, per cent and word is made from what is shown: nothing here knows a count.

use caseward_disclosure::{Dimension, Shown, Why};

use super::cross::Cross;
use crate::rate::percent;
use crate::summary::{Cell, Table, TableRow};
use crate::words::{list, number, sentence};

#[cfg(test)]
mod tests;

/// How many of a whole: what hits, what misses, and what nobody can tell, by the headings of the last axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RateOf {
    /// As a heading: `Reviews in time`.
    pub label: &'static str,
    /// As a sentence says it: `were held in time`.
    pub said: &'static str,
    pub hits: &'static [&'static str],
    pub misses: &'static [&'static str],
    pub not_recorded: &'static [&'static str],
}

/// How a cross-table is printed and what its sentence says.
#[derive(Clone, Debug)]
pub(crate) struct Printing {
    pub id: &'static str,
    pub title: String,
    /// `case was open on 30 September 2026`, `cases were open on 30 September 2026`.
    pub counted: [String; 2],
    /// Of the column, where a table has only one.
    pub heading: &'static str,
    pub rate: Option<RateOf>,
    pub notes: Vec<String>,
}

/// A heading of a dimension, in the order of printing: parts first, then what they add up to.
struct Line {
    place: usize,
    heading: String,
    is_total: bool,
}

/// Of a number and what stands for it where it is hidden.
type Headed = (String, Shown);

pub(crate) fn print(cross: &Cross, shown: &[Shown], printing: &Printing, is_rounded: bool) -> Table {
    let lines: Vec<Vec<Line>> = cross.dimensions().iter().map(lines_of).collect();
    let sizes: Vec<usize> = lines.iter().map(Vec::len).collect();
    let cell = |places: &[usize]| {
        let at = places.iter().zip(&sizes).fold(0, |sum, (place, size)| sum * size + place);
        shown.get(at).copied().unwrap_or(Shown::Hidden(Why::Cover))
    };
    let broken_down = sizes.iter().filter(|size| **size > 1).count();
    let (row_axes, columns) = match lines.split_last() {
        Some((last, others)) if broken_down > 1 => (others, Some(last)),
        _ => (lines.as_slice(), None),
    };
    let mut rows = Vec::new();
    let mut whole: Vec<Headed> = Vec::new();
    for places in combinations(row_axes) {
        let at: Vec<usize> = places.iter().map(|line| line.place).collect();
        let cells: Vec<Headed> = match columns {
            Some(columns) => columns.iter().map(|c| (c.heading.clone(), cell(&[at.as_slice(), &[c.place]].concat()))).collect(),
            None => vec![(places.last().map(|line| line.heading.clone()).unwrap_or_default(), cell(&at))],
        };
        let mut printed: Vec<Cell> = cells.iter().map(|(_, shown)| count(*shown)).collect();
        if columns.is_some() {
            printed.extend(printing.rate.iter().flat_map(|rate| rate.cells(&cells)));
            whole = cells;
        } else {
            whole.extend(cells);
        }
        let is_total = places.iter().any(|line| line.is_total);
        rows.push(TableRow { label: label(&places, row_axes), total: is_total, cells: printed });
    }
    let names = cross.axes().iter().zip(&sizes).filter(|(_, size)| **size > 1).map(|(axis, _)| axis.name().to_owned());
    let names: Vec<String> = names.take(broken_down - usize::from(columns.is_some())).collect();
    let mut headings = vec![sentence(&list(&names).to_lowercase())];
    match columns {
        Some(columns) => headings.extend(columns.iter().map(|column| column.heading.clone())),
        None => headings.push(printing.heading.to_owned()),
    }
    let finding = finding(printing, &whole, is_rounded);
    if let Some(rate) = &printing.rate {
        let said = rate.headings();
        if columns.is_some() {
            headings.extend(said);
        } else {
            let with = |(label, cell)| TableRow { label, total: true, cells: vec![cell] };
            rows.extend(said.into_iter().zip(rate.cells(&whole)).map(with));
        }
    }
    Table {
        id: printing.id.to_owned(),
        title: printing.title.clone(),
        finding,
        columns: headings,
        rows,
        notes: printing.notes.clone(),
    }
}

/// One row for each of several cross-tables, each a yes or no of the same cases: what a case can have several of.
pub(crate) fn print_each(crosses: &[(Cross, Option<Vec<Shown>>)], printing: &Printing, is_rounded: bool) -> Table {
    let hidden = Shown::Hidden(Why::Cover);
    let at =
        |shown: &Option<Vec<Shown>>, place: usize| shown.as_ref().and_then(|shown| shown.get(place)).copied().unwrap_or(hidden);
    let mut rows = Vec::new();
    let mut whole: Vec<Headed> = Vec::new();
    for (cross, shown) in crosses {
        let label = cross.axes().first().and_then(|axis| axis.finest().first()).cloned().unwrap_or_default();
        // The total stands first, then yes, then no: the last is printed nowhere.
        whole.push((label.clone(), at(shown, 1)));
        rows.push(TableRow { label, total: false, cells: vec![count(at(shown, 1))] });
    }
    if let Some((_, shown)) = crosses.first() {
        whole.push(("All".to_owned(), at(shown, 0)));
        rows.push(TableRow { label: "All of these cases, each once".to_owned(), total: true, cells: vec![count(at(shown, 0))] });
    }
    Table {
        id: printing.id.to_owned(),
        title: printing.title.clone(),
        finding: finding(printing, &whole, is_rounded),
        columns: vec![printing.heading.to_owned(), "Cases".to_owned()],
        rows,
        notes: printing.notes.clone(),
    }
}

fn lines_of(dimension: &Dimension) -> Vec<Line> {
    let headings: Vec<&str> = dimension.headings().collect();
    let mut found = Vec::new();
    walk(dimension, 0, &headings, &mut found);
    found
}

fn walk(dimension: &Dimension, place: usize, headings: &[&str], found: &mut Vec<Line>) {
    for part in dimension.parts(place) {
        walk(dimension, *part, headings, found);
    }
    let heading = headings.get(place).copied().unwrap_or_default().to_owned();
    found.push(Line { place, heading, is_total: !dimension.parts(place).is_empty() });
}

/// Every choice of one line from each axis, the last running fastest.
fn combinations(axes: &[Vec<Line>]) -> Vec<Vec<&Line>> {
    axes.iter().fold(vec![Vec::new()], |chosen, axis| {
        chosen.iter().flat_map(|so_far| axis.iter().map(move |line| [so_far.as_slice(), &[line]].concat())).collect()
    })
}

/// `July to September 2026: Assessment`. What is not broken down goes without saying.
fn label(places: &[&Line], axes: &[Vec<Line>]) -> String {
    let said = places.iter().zip(axes).filter(|(_, axis)| axis.len() > 1).map(|(line, _)| line.heading.as_str());
    let said: Vec<&str> = said.collect();
    if said.is_empty() { places.last().map(|line| line.heading.clone()).unwrap_or_default() } else { said.join(": ") }
}

fn count(shown: Shown) -> Cell {
    match shown {
        Shown::Number(number) => Cell::Count { value: u64::from(number) },
        Shown::Hidden(_) => Cell::Hidden,
    }
}

/// The sum of the columns with these headings, as far as all of them are shown.
fn sum(cells: &[Headed], headings: &[&str]) -> Option<u64> {
    let wanted = cells.iter().filter(|(heading, _)| headings.contains(&heading.as_str()));
    wanted.map(|(_, shown)| if let Shown::Number(number) = shown { Some(u64::from(*number)) } else { None }).sum()
}

impl RateOf {
    fn headings(&self) -> [String; 2] {
        [format!("{} (per cent)", self.label), format!("{}, worst case (per cent)", self.label)]
    }

    /// Of what is recorded; and with everything that is not recorded counted against.
    fn cells(&self, cells: &[Headed]) -> [Cell; 2] {
        let (hits, misses, unknown) = (sum(cells, self.hits), sum(cells, self.misses), sum(cells, self.not_recorded));
        let of = |hits: Option<u64>, whole: Option<u64>| match (hits, whole) {
            (Some(hits), Some(whole)) => Cell::Percent { value: percent(hits, whole) },
            _ => Cell::Hidden,
        };
        let recorded = hits.zip(misses).map(|(hits, misses)| hits + misses);
        [of(hits, recorded), of(hits, recorded.zip(unknown).map(|(recorded, unknown)| recorded + unknown))]
    }
}

/// `About 120 cases were open on 30 September 2026. Of these, 35 (29.2%) had at least one no-review flag.`
fn finding(printing: &Printing, whole: &[Headed], is_rounded: bool) -> String {
    let [one, many] = &printing.counted;
    let Some(total) = whole.last().and_then(|(_, shown)| if let Shown::Number(number) = shown { Some(*number) } else { None })
    else {
        return format!("How many {many} is not shown, because that could point at a child.");
    };
    let about = |value: u64| if is_rounded && value > 0 { format!("about {}", number(value)) } else { number(value) };
    let said = match total {
        0 => format!("No {many}."),
        1 => format!("1 {one}."),
        _ => sentence(&format!("{} {many}.", about(u64::from(total)))),
    };
    let parts = whole.split_last().map(|(_, parts)| parts).unwrap_or_default();
    let more = match &printing.rate {
        _ if total == 0 => None,
        Some(rate) => rate.say(parts, u64::from(total), about),
        None => largest(parts, about),
    };
    more.map_or(said.clone(), |more| format!("{said} {more}"))
}

impl RateOf {
    /// How many of the total hit, and their per cent with what it is of, wherever that is not the total.
    fn say(&self, parts: &[Headed], total: u64, about: impl Fn(u64) -> String) -> Option<String> {
        let Some(hits) = sum(parts, self.hits) else {
            return Some(format!("How many of these {} is not shown, because that could point at a child.", self.said));
        };
        let how_many = if hits == 0 { "none".to_owned() } else { about(hits) };
        // `were held in time`, of one: `was held in time`.
        let did = match self.said.strip_prefix("were ") {
            Some(rest) if hits == 1 => format!("was {rest}"),
            _ => self.said.to_owned(),
        };
        let (Some(misses), Some(unknown)) = (sum(parts, self.misses), sum(parts, self.not_recorded)) else {
            return Some(format!("Of these, {how_many} {did}."));
        };
        let (recorded, counted) = (hits + misses, hits + misses + unknown);
        let (share, worst) = (percent(hits, recorded)?, percent(hits, counted)?);
        let left_out = self.left_out(parts);
        if left_out.is_empty() && counted == total {
            let shares = if unknown == 0 {
                format!("{share:.1}%")
            } else {
                format!("{share:.1}% of those recorded, {worst:.1}% at worst")
            };
            return Some(format!("Of these, {how_many} ({shares}) {did}."));
        }
        let shares = if unknown == 0 {
            format!("{share:.1}% of {}", about(counted))
        } else {
            format!("{share:.1}% of {} that are recorded, {worst:.1}% of {} at worst", about(recorded), about(counted))
        };
        // Rounded parts need not add up to the rounded total.
        let of_what = if left_out.is_empty() {
            "to which the rounded numbers add up".to_owned()
        } else {
            format!("leaving out {}", list(&left_out))
        };
        Some(format!("Of these, {how_many} {did}: {shares}, {of_what}."))
    }

    /// The parts of the total that no per cent counts, unless they are shown to be nought.
    fn left_out(&self, parts: &[Headed]) -> Vec<String> {
        let counted = |heading: &str| [self.hits, self.misses, self.not_recorded].iter().any(|named| named.contains(&heading));
        let others = parts.iter().filter(|(heading, shown)| !counted(heading) && *shown != Shown::Number(0));
        others.map(|(heading, _)| format!("“{heading}”")).collect()
    }
}

/// Which part is the largest. A part that is hidden can be larger than every one that is shown, so then none is named.
fn largest(parts: &[Headed], about: impl Fn(u64) -> String) -> Option<String> {
    if parts.iter().any(|(_, shown)| matches!(shown, Shown::Hidden(_))) {
        return Some("Not every part of this is shown, so the largest is not named.".to_owned());
    }
    let numbers =
        || parts.iter().filter_map(|(name, shown)| if let Shown::Number(value) = shown { Some((name, *value)) } else { None });
    let most = numbers().map(|(_, value)| value).max().filter(|most| *most > 0)?;
    let named: Vec<String> = numbers().filter(|(_, value)| *value == most).map(|(name, _)| format!("“{name}”")).collect();
    Some(format!("The largest number shown is that of {}, {}.", list(&named), about(u64::from(most))))
}
