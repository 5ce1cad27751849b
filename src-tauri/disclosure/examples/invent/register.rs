//! An invented register: what is open at the end of each quarter, and what opened and closed in it.

use std::collections::BTreeMap;

use caseward_disclosure::{Balance, Category, Dimension, Profile, Series, Table, Term};

use super::invent::{count, dimension, population};

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
