//! Invented tables: random in shape and size, with the small counts and empty corners that real ones have.

use std::collections::BTreeMap;

use caseward_disclosure::{Balance, Category, Dimension, Population, Profile, Series, Table, Term};

/// A dimension with 2 to `most` categories, one in three with a level between.
fn dimension(random: &mut fastrand::Rng, name: &str, most: usize) -> Dimension {
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

fn population(name: String, edition: u32, series: Series) -> Population {
    Population { name, edition, series }
}

/// A count as registers have them: often none or few, now and then many.
fn count(random: &mut fastrand::Rng, scale: f64) -> u32 {
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

const QUARTERS: u32 = 4;
const YEAR: &str = "Year";

/// What a register publishes in a year: each quarter the list that stands at its end and, unless somebody left them out, what opened and
/// what closed in it; at the end what opened and closed in the whole year. Anybody can make the sums between them.
pub fn register(random: &mut fastrand::Rng, name: &str, profile: &Profile) -> Vec<Vec<Table>> {
    let [by_level, by_age, by_source, by_reason] =
        [("A", 4), ("B", 4), ("C", 5), ("D", 4)].map(|(letter, most)| dimension(random, letter, most));
    let leaves = |dimension: &Dimension| -> Vec<String> {
        let finest = dimension.headings().enumerate().filter(|(place, _)| dimension.parts(*place).is_empty());
        finest.map(|(_, heading)| heading.to_owned()).collect()
    };
    let (levels, ages, sources, reasons) = (leaves(&by_level), leaves(&by_age), leaves(&by_source), leaves(&by_reason));
    let scale = *random.choice(&[15.0, 60.0, 200.0]).unwrap();
    let children = count(random, scale) + 3;
    let one = |random: &mut fastrand::Rng| (random.usize(0..levels.len()), random.usize(0..ages.len()));
    let mut open: Vec<(usize, usize)> = (0..children).map(|_| one(random)).collect();
    let [mut opened, mut closed] = [BTreeMap::<(u32, usize), u32>::new(), BTreeMap::new()];
    let change = *random.choice(&[2.0, 5.0, 15.0]).unwrap();
    let series = if profile.rounded_to() > 1 { Series::Snapshot } else { Series::Apart };
    let stands = |edition| population(format!("{name} open"), edition, series);
    let flow = |what: &str| population(format!("{name} {what}"), 0, Series::Apart);
    let mut packs = Vec::new();
    for quarter in 1..=QUARTERS {
        for _ in 0..count(random, change) {
            open.push(one(random));
            *opened.entry((quarter, random.usize(0..sources.len()))).or_default() += 1;
        }
        for _ in 0..count(random, change).min(u32::try_from(open.len()).unwrap()) {
            open.swap_remove(random.usize(0..open.len()));
            *closed.entry((quarter, random.usize(0..reasons.len()))).or_default() += 1;
        }
        let time = |name: String| Dimension::new("Period", Category::new(&name)).unwrap().harmless().part_of_a_whole();
        let whole = Category::of(YEAR, (1..=QUARTERS).map(|quarter| Category::new(&format!("Q{quarter}"))));
        let year = Dimension::new("Period", whole).unwrap().harmless().part_of_a_whole();
        let of = |what: &str, time: &Dimension, by: &Dimension, counts: &BTreeMap<(u32, usize), u32>| {
            let finest = leaves(by);
            Table::from_finest(&format!("{name} {what} {quarter}"), flow(what), vec![time.clone(), by.clone()], |names| {
                let place = finest.iter().position(|finest| finest == names[1]).unwrap();
                counts.get(&(names[0][1..].parse().unwrap(), place)).copied().unwrap_or(0)
            })
            .unwrap()
        };
        let stock = |balance: Balance, title: &str| {
            let dimensions = vec![by_level.clone(), by_age.clone()];
            let table = Table::from_finest(&format!("{name} {title} {quarter}"), stands(quarter), dimensions, |names| {
                let is_one = |(level, age): &&(usize, usize)| levels[*level] == names[0] && ages[*age] == names[1];
                u32::try_from(open.iter().filter(is_one).count()).unwrap()
            });
            table.unwrap().balancing(balance)
        };
        let this = time(format!("Q{quarter}"));
        let mut pack = vec![stock(balance(name, quarter - 1, quarter, &format!("Q{quarter}")), "open")];
        if random.usize(0..3) > 0 {
            pack.push(of("opened", &this, &by_source, &opened));
            pack.push(of("closed", &this, &by_reason, &closed));
        }
        packs.push(pack);
        if quarter == QUARTERS {
            let again = stock(balance(name, 0, quarter, YEAR), "open in the year");
            packs.push(vec![again, of("opened", &year, &by_source, &opened), of("closed", &year, &by_reason, &closed)]);
        }
    }
    packs
}

/// Open before, and opened, less closed, less open after, is none.
fn balance(name: &str, before: u32, after: u32, period: &str) -> Balance {
    let during = vec![("Period".to_owned(), period.to_owned())];
    let term = |what: &str, edition, narrowed: &[_], times| Term {
        population: format!("{name} {what}"),
        edition,
        narrowed: narrowed.to_vec(),
        times,
    };
    Balance {
        terms: vec![
            term("open", before, &[], 1),
            term("opened", 0, &during, 1),
            term("closed", 0, &during, -1),
            term("open", after, &[], -1),
        ],
    }
}
