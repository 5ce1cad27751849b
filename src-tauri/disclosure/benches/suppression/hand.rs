//! The hand rule: hide the small counts, and then see to it that no row and no column has just one hidden cell.

use caseward_disclosure::{Profile, Release, Shown, Table, Why};

/// Each sum in the table, as places of the total and its parts.
fn lines(table: &Table) -> Vec<Vec<usize>> {
    let sizes: Vec<usize> = table.dimensions().iter().map(|dimension| dimension.headings().count()).collect();
    let mut found = Vec::new();
    for (axis, dimension) in table.dimensions().iter().enumerate() {
        let step: usize = sizes[axis + 1..].iter().product();
        for cell in 0..table.counts().len() {
            let place = cell / step % sizes[axis];
            let parts = dimension.parts(place);
            if !parts.is_empty() {
                let start = cell - place * step;
                found.push(std::iter::once(cell).chain(parts.iter().map(|part| start + part * step)).collect());
            }
        }
    }
    found
}

/// The table as a careful person would print it without arithmetic: the second cell is the smallest of the line that is not zero.
pub fn publish(table: &Table, profile: &Profile) -> Release {
    let counts = table.counts();
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..=profile.hidden_to()).contains(count)).collect();
    let lines = lines(table);
    loop {
        let before = hidden.clone();
        for line in &lines {
            if line.iter().filter(|cell| hidden[**cell]).count() == 1 {
                let parts = line.iter().skip(1).copied().filter(|cell| !hidden[*cell] && counts[*cell] > 0);
                let second = parts.min_by_key(|cell| counts[*cell]).or((!hidden[line[0]]).then_some(line[0]));
                if let Some(second) = second {
                    hidden[second] = true;
                }
            }
        }
        if before == hidden {
            break;
        }
    }
    let show = |(cell, count): (usize, &u32)| match (hidden[cell], *count <= profile.hidden_to()) {
        (false, _) => Shown::Number((count + profile.rounded_to() / 2) / profile.rounded_to() * profile.rounded_to()),
        (true, true) => Shown::Hidden(Why::Small),
        (true, false) => Shown::Hidden(Why::Cover),
    };
    Release {
        editions: Vec::new(),
        profile: *profile,
        title: table.title().to_owned(),
        population: table.population().clone(),
        dimensions: table.dimensions().to_vec(),
        cells: counts.iter().enumerate().map(show).collect(),
        balances: Vec::new(),
    }
}
