//! Publishing a pack: hide, attack, hide more, attack again; then print, or refuse.

use crate::attack::audit;
use crate::profile::{Audience, Profile};
use crate::refusal::Refusal;
use crate::release::{Release, Shown, Why};
use crate::search::Search;
use crate::seed::Seed;
use crate::table::Table;
use crate::world::{Pack, Status, World};

/// What hiding a cell beyond the primary ones costs. The pack with the least sum is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Each cell is 1, and 1 more for each dimension of which it is the total, because readers look for totals first.
    Cells,
    /// Each cell is the number of people that it counts, and 1.
    People,
}

impl Cost {
    pub(crate) fn of(self, count: u32, margins: u64) -> u64 {
        match self {
            Cost::Cells => 1 + margins,
            Cost::People => 1 + u64::from(count),
        }
    }
}

/// Tables of one pack, printed for one audience so that with everything in `earlier` no hidden cell is known more closely than the rule
/// allows. The releases come back in the order of the tables; what is hidden does not depend on that order.
///
/// `earlier` is the register of everything that was ever released. The same tables, register and seed give the same releases.
pub fn publish(
    tables: &[Table],
    profile: &Profile,
    earlier: &[Release],
    seed: &Seed,
    cost: Cost,
) -> Result<Vec<Release>, Refusal> {
    let pack = Pack::new(tables, seed, cost)?;
    if profile.audience() == Audience::Internal {
        return Ok(print(tables, profile, &pack, &vec![Status::Shown; pack.cells.len()]));
    }
    // What is made for the public is read by partners too, beside what they have been given.
    let mut worlds = vec![World::new(&pack, profile, earlier, profile.audience())?];
    let partners = earlier.iter().any(|release| release.profile.audience() == Audience::Partners);
    if profile.audience() == Audience::Public && partners {
        worlds.push(World::new(&pack, profile, earlier, Audience::Partners)?);
    }
    let statuses = Search::new(&pack, profile, &worlds)?.run()?;
    let releases = print(tables, profile, &pack, &statuses);
    // Once more from what is printed alone, as a reader has it, without the counts.
    let everything: Vec<Release> = earlier.iter().chain(&releases).cloned().collect();
    audit(&everything, profile.audience())?;
    if worlds.len() > 1 {
        audit(&everything, Audience::Partners)?;
    }
    Ok(releases)
}

fn print(tables: &[Table], profile: &Profile, pack: &Pack, statuses: &[Status]) -> Vec<Release> {
    let shown = |(place, count): (usize, &u32)| match statuses.get(place) {
        Some(Status::Shown) => Shown::Number(profile.printed(*count)),
        Some(Status::Hidden(why)) => Shown::Hidden(*why),
        None => Shown::Hidden(Why::Cover),
    };
    let release = |table: &Table| Release {
        profile: *profile,
        title: table.title().to_owned(),
        population: table.population().clone(),
        dimensions: table.dimensions().to_vec(),
        cells: pack.places_of(table).into_iter().zip(table.counts()).map(shown).collect(),
        balances: table.balances().to_vec(),
        editions: table.editions().clone(),
    };
    tables.iter().map(release).collect()
}
