//! Invented tables: random in shape and size, with the small counts and empty corners that real ones have.

use std::collections::BTreeMap;

use caseward_disclosure::{Category, Dimension, Population, Series, Table};

/// A dimension with 2 to `most` categories, one in three with a level between.
pub fn dimension(random: &mut fastrand::Rng, name: &str, most: usize) -> Dimension {
    let number = random.usize(2..=most.max(2));
    let finest = |from: usize, to: usize| (from..to).map(|at| Category::new(&format!("{name}{at}"))).collect::<Vec<_>>();
    let total = format!("All {name}");
    let whole = if number >= 4 && random.usize(0..3) == 0 {
        let middle = number / 2;
        let groups = [
            Category::of(&format!("{name} low"), finest(0, middle)),
            Category::of(&format!("{name} high"), finest(middle, number)),
        ];
        Category::of(&total, groups)
    } else {
        Category::of(&total, finest(0, number))
    };
    Dimension::new(name, whole).unwrap()
}

pub fn population(name: String, edition: u32, series: Series) -> Population {
    Population { name, edition, series }
}

/// A count as registers have them: often none or few, now and then many.
pub fn count(random: &mut fastrand::Rng, scale: f64) -> u32 {
    let spread = -(1.0 - random.f64()).ln() * scale;
    if random.usize(0..6) == 0 { 0 } else { spread as u32 }
}

/// One to three dimensions, up to about 200 cells.
pub fn table(random: &mut fastrand::Rng, name: &str) -> Table {
    let number = *random.choice(&[1, 2, 2, 2, 2, 3]).unwrap();
    let most = [9, 7, 4][number - 1];
    let dimensions = (0..number).map(|at| dimension(random, ["A", "B", "C"][at], most)).collect();
    let scale = *random.choice(&[2.0, 5.0, 12.0, 40.0]).unwrap();
    Table::from_finest(name, population(name.to_owned(), 1, Series::Apart), dimensions, |_| count(random, scale)).unwrap()
}

/// Two tables of the same people, by A and B and by A and C, which share the margin by A.
pub fn linked(random: &mut fastrand::Rng, name: &str) -> Vec<Table> {
    let dimensions = [dimension(random, "A", 5), dimension(random, "B", 4), dimension(random, "C", 4)];
    let scale = *random.choice(&[3.0, 8.0]).unwrap();
    let people = population(name.to_owned(), 1, Series::Apart);
    let mut counts = BTreeMap::new();
    let whole = Table::from_finest("whole", people.clone(), dimensions.to_vec(), |names| {
        let drawn = count(random, scale);
        counts.insert(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), drawn);
        drawn
    });
    whole.unwrap();
    let by = |other: usize, title: &str| {
        let pair = vec![dimensions[0].clone(), dimensions[other].clone()];
        let sum = |names: &[&str]| {
            counts.iter().filter(|(key, _)| key[0] == names[0] && key[other] == names[1]).map(|(_, count)| count).sum()
        };
        Table::from_finest(&format!("{name} {title}"), people.clone(), pair, sum).unwrap()
    };
    vec![by(1, "by A and B"), by(2, "by A and C")]
}

/// Quarterly packs that follow one another, a table each: the year so far, or the list counted again. Changes are mostly few.
pub fn series(random: &mut fastrand::Rng, name: &str) -> Vec<Table> {
    let kind = *random.choice(&[Series::Cumulative, Series::Cumulative, Series::Snapshot]).unwrap();
    let dimensions = vec![dimension(random, "A", 5), dimension(random, "B", 4)];
    let scale = *random.choice(&[5.0, 12.0, 30.0]).unwrap();
    let change = *random.choice(&[1.0, 3.0, 10.0]).unwrap();
    let mut counts = BTreeMap::<Vec<String>, u32>::new();
    (1..=4)
        .map(|quarter| {
            let title = format!("{name} quarter {quarter}");
            Table::from_finest(&title, population(name.to_owned(), quarter, kind), dimensions.clone(), |names| {
                let key = names.iter().map(|name| (*name).to_owned()).collect();
                let old = counts.get(&key).copied();
                let new = match old {
                    None => count(random, scale),
                    Some(old) if kind == Series::Snapshot && random.bool() => old.saturating_sub(count(random, change)),
                    Some(old) => old + count(random, change),
                };
                counts.insert(key, new);
                new
            })
            .unwrap()
        })
        .collect()
}
