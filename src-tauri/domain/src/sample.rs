//! Samples for audit that anybody can draw again.
//!
//! The sharpest criticism of the inspections of 2014 was that nobody said how cases were sampled. So a sample here is a list, a
//! seed and a rule: within its stratum every case is ranked by the SHA-256 of the seed, a line feed and its reference, in
//! hexadecimal, and the lowest are drawn. Whoever holds the list and the seed draws the same cases with any tool that knows
//! SHA-256.
//!
//! Places are given out one at a time, so that a bigger sample holds every case of a smaller one. In proportion: the next place
//! goes to the stratum for which its cases divided by (twice its places so far plus one) is greatest, which is the method of
//! Webster and Sainte-Laguë (Balinski and Young, Fair Representation, 1982). Equally: to the stratum with the fewest places. A
//! stratum never gets more places than it has cases; of strata that tie the first by name gets the place.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::date::say_date;
use crate::history::CaseHistory;
use crate::item::hex;
use crate::reference::CaseReference;

/// How the places of a sample are shared among its strata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Allocation {
    /// As many as its share of the eligible cases.
    Proportionate,
    /// The same number from each, as far as it has cases.
    Equal,
}

impl Allocation {
    pub const ALL: [Allocation; 2] = [Allocation::Proportionate, Allocation::Equal];

    pub fn as_str(self) -> &'static str {
        match self {
            Allocation::Proportionate => "proportionate",
            Allocation::Equal => "equal",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|allocation| allocation.as_str() == text)
    }
}

/// The cases of which a sample is to speak. Both ends of a period are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cases", rename_all = "snake_case")]
pub enum Population {
    OpenOn {
        on: NaiveDate,
    },
    OpenedIn {
        from: NaiveDate,
        to: NaiveDate,
    },
    ClosedIn {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// A review was held in the period.
    ReviewedIn {
        from: NaiveDate,
        to: NaiveDate,
    },
}

impl Population {
    /// The day on which levels of risk are read: the last of its days.
    pub fn as_at(self) -> NaiveDate {
        match self {
            Population::OpenOn { on } => on,
            Population::OpenedIn { to, .. } | Population::ClosedIn { to, .. } | Population::ReviewedIn { to, .. } => to,
        }
    }

    pub fn holds(self, case: &CaseHistory) -> bool {
        let mut spans = case.periods.iter();
        match self {
            Population::OpenOn { on } => case.is_open_on(on),
            Population::OpenedIn { from, to } => spans.any(|span| (from..=to).contains(&span.opened_on)),
            Population::ClosedIn { from, to } => {
                spans.filter_map(|span| span.closed_on).any(|closed| (from..=to).contains(&closed))
            }
            Population::ReviewedIn { from, to } => case.reviews.iter().any(|review| (from..=to).contains(&review.on)),
        }
    }

    /// `Cases open on 30 September 2026`.
    pub fn say(self) -> String {
        let between =
            |what: &str, from: NaiveDate, to: NaiveDate| format!("Cases {what} from {} to {}", say_date(from), say_date(to));
        match self {
            Population::OpenOn { on } => format!("Cases open on {}", say_date(on)),
            Population::OpenedIn { from, to } => between("opened", from, to),
            Population::ClosedIn { from, to } => between("closed", from, to),
            Population::ReviewedIn { from, to } => between("in which a review was held", from, to),
        }
    }
}

/// What strata are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StratifyBy {
    /// The level in force on the last day of the population.
    Level,
    /// The case’s team on the day of the draw.
    Team,
    /// The age at referral.
    AgeBand,
}

/// Everything that decides a sample but the list itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Design {
    pub population: Population,
    /// Empty: one stratum of all cases.
    pub stratify_by: Vec<StratifyBy>,
    pub allocation: Allocation,
    pub seed: Seed,
    pub size: u32,
    /// Cases of samples drawn on this day or later are left out.
    pub not_sampled_since: Option<NaiveDate>,
}

/// Whether whoever looked at a case heard the child, in the child's own words or through somebody they chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChildHeard {
    Yes,
    No,
    NotReachable,
}

impl ChildHeard {
    pub const ALL: [ChildHeard; 3] = [ChildHeard::Yes, ChildHeard::No, ChildHeard::NotReachable];

    pub fn as_str(self) -> &'static str {
        match self {
            ChildHeard::Yes => "yes",
            ChildHeard::No => "no",
            ChildHeard::NotReachable => "not_reachable",
        }
    }

    pub fn say(self) -> &'static str {
        match self {
            ChildHeard::Yes => "Yes",
            ChildHeard::No => "No",
            ChildHeard::NotReachable => "Not reachable",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|heard| heard.as_str() == text)
    }
}

/// The words that a sample was drawn with: 1 to 100 characters on one line, so that seed and reference cannot run together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASeed {
    #[error("Enter a seed: any words or numbers, agreed before the cases are known, such as the date and the lottery’s numbers.")]
    Empty,
    #[error("A seed is 100 characters at most, on one line. Shorten it.")]
    TooLong,
}

impl Seed {
    pub fn parse(text: &str) -> Result<Self, NotASeed> {
        let text = text.trim();
        match text.chars().count() {
            0 => Err(NotASeed::Empty),
            1..=100 if !text.chars().any(char::is_control) => Ok(Self(text.to_owned())),
            _ => Err(NotASeed::TooLong),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a case is ranked by: the SHA-256 of the seed, a line feed and the reference.
    pub fn rank(&self, reference: &CaseReference) -> [u8; 32] {
        Sha256::new().chain_update(&self.0).chain_update(b"\n").chain_update(reference.as_str()).finalize().into()
    }
}

/// A part of the list from which its own share of places is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stratum {
    pub name: String,
    /// Every eligible case, lowest rank first.
    pub ranked: Vec<Ranked>,
    /// How many of them are drawn, from the first on.
    pub drawn: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranked {
    rank: [u8; 32],
    pub reference: CaseReference,
}

impl Ranked {
    /// The SHA-256 by which it stands where it does, in hexadecimal.
    pub fn rank(&self) -> String {
        hex(&self.rank)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// No case is eligible.
    NoCases,
    SizeZero,
    /// More than the number of eligible cases, which this is.
    TooFew(usize),
}

/// Draws `size` cases. `strata` holds every eligible case once, under the name of its stratum.
pub fn draw(
    strata: &BTreeMap<String, BTreeSet<CaseReference>>,
    seed: &Seed,
    size: usize,
    allocation: Allocation,
) -> Result<Vec<Stratum>, NotDrawn> {
    let sizes: Vec<usize> = strata.values().map(BTreeSet::len).collect();
    match sizes.iter().sum() {
        0 => return Err(NotDrawn::NoCases),
        _ if size == 0 => return Err(NotDrawn::SizeZero),
        there if there < size => return Err(NotDrawn::TooFew(there)),
        _ => {}
    }
    let stratum = |((name, cases), drawn): ((&String, &BTreeSet<CaseReference>), usize)| {
        let mut ranked: Vec<Ranked> =
            cases.iter().map(|reference| Ranked { rank: seed.rank(reference), reference: reference.clone() }).collect();
        ranked.sort_unstable();
        Stratum { name: name.clone(), ranked, drawn }
    };
    Ok(strata.iter().zip(places(&sizes, size, allocation)).map(stratum).collect())
}

/// How many places each stratum gets, for the numbers of their cases in the order of their names.
fn places(sizes: &[usize], size: usize, allocation: Allocation) -> Vec<usize> {
    let mut given = vec![0; sizes.len()];
    for _ in 0..size {
        let open = sizes.iter().zip(&mut given).filter(|(cases, given)| **given < **cases);
        // The comparison of fractions without dividing; `max_by` keeps the last of equals, so the list is turned round.
        let next = match allocation {
            Allocation::Proportionate => open.rev().max_by(|(a, given_a), (b, given_b)| {
                (wide(**a) * (2 * wide(**given_b) + 1)).cmp(&(wide(**b) * (2 * wide(**given_a) + 1)))
            }),
            Allocation::Equal => open.min_by_key(|(_, given)| **given),
        };
        if let Some((_, given)) = next {
            *given += 1;
        }
    }
    given
}

fn wide(number: usize) -> u128 {
    number as u128
}

/// The bands of age at referral by which samples are stratified, in whole years, both ends included.
const AGE_BANDS: [(u8, &str); 5] =
    [(11, "11 or under"), (13, "12 to 13"), (15, "14 to 15"), (17, "16 to 17"), (u8::MAX, "18 or over")];

/// The band that an age at referral lies in.
pub fn age_band(age: u8) -> &'static str {
    AGE_BANDS.iter().find(|(last, _)| age <= *last).map_or("", |(_, name)| name)
}

/// The names of all bands, youngest first.
pub fn age_bands() -> impl Iterator<Item = &'static str> {
    AGE_BANDS.iter().map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reference(number: u64) -> CaseReference {
        CaseReference::from_random(number)
    }

    fn list(strata: &[(&str, std::ops::Range<u64>)]) -> BTreeMap<String, BTreeSet<CaseReference>> {
        strata.iter().map(|(name, numbers)| ((*name).to_owned(), numbers.clone().map(reference).collect())).collect()
    }

    fn drawn(strata: &[Stratum]) -> BTreeSet<CaseReference> {
        strata.iter().flat_map(|s| s.ranked.iter().take(s.drawn)).map(|ranked| ranked.reference.clone()).collect()
    }

    fn seed(text: &str) -> Seed {
        Seed::parse(text).unwrap()
    }

    const EXPECTED: [(&str, &str); 5] = [
        ("20c5fa9c3605", "CW-3000-0006"),
        ("6d78d4fca695", "CW-4000-0008"),
        ("7c95ad1824cc", "CW-2000-0004"),
        ("9e64ca5851bf", "CW-5000-000A"),
        ("ed6b445c5afc", "CW-1000-0002"),
    ];

    /// Worked out with Python: `sorted(refs, key=lambda r: hashlib.sha256(("inspection 2026\n" + r).encode()).hexdigest())`.
    #[test]
    fn cases_are_ranked_as_hashlib_ranks_them() {
        let strata = draw(&list(&[("all", 1..6)]), &seed("inspection 2026"), 2, Allocation::Proportionate).unwrap();
        let ranked: Vec<(String, String)> =
            strata[0].ranked.iter().map(|r| (r.rank()[..12].to_owned(), r.reference.to_string())).collect();
        let expected = EXPECTED.map(|(rank, reference)| (rank.to_owned(), reference.to_owned()));
        assert_eq!(ranked, expected);
        let two: Vec<String> = drawn(&strata).iter().map(ToString::to_string).collect();
        assert_eq!(two, ["CW-3000-0006", "CW-4000-0008"]);
    }

    #[test]
    fn places_are_shared_in_proportion_or_equally_and_never_beyond_the_cases_there_are() {
        use Allocation::{Equal, Proportionate};
        let check = |sizes: &[usize], size, allocation, expected: &[usize]| {
            assert_eq!(places(sizes, size, allocation), expected, "{size} of {sizes:?} {allocation:?}");
        };
        check(&[60, 30, 10], 10, Proportionate, &[6, 3, 1]);
        // By hand: 60/1, 30/1, 60/3, 60/5.
        check(&[60, 30, 10], 4, Proportionate, &[3, 1, 0]);
        check(&[60, 30, 10], 100, Proportionate, &[60, 30, 10]);
        // By hand: 53/1, 24/1, 23/1, 53/3.
        check(&[53, 24, 23], 3, Proportionate, &[1, 1, 1]);
        check(&[53, 24, 23], 4, Proportionate, &[2, 1, 1]);
        check(&[97, 1, 1, 1], 4, Proportionate, &[4, 0, 0, 0]);
        check(&[5, 5], 3, Proportionate, &[2, 1]);
        check(&[60, 30, 10], 9, Equal, &[3, 3, 3]);
        check(&[60, 30, 10], 10, Equal, &[4, 3, 3]);
        check(&[60, 2, 10], 9, Equal, &[4, 2, 3]);
        check(&[0, 3], 2, Equal, &[0, 2]);
        check(&[0, 3], 2, Proportionate, &[0, 2]);
    }

    #[test]
    fn what_cannot_be_drawn_says_why() {
        let three = list(&[("a", 0..2), ("b", 2..3)]);
        let asked = |list: &BTreeMap<_, _>, size| draw(list, &seed("x"), size, Allocation::Equal).map(|_| ());
        assert_eq!(asked(&three, 3), Ok(()));
        assert_eq!(asked(&three, 4), Err(NotDrawn::TooFew(3)));
        assert_eq!(asked(&three, 0), Err(NotDrawn::SizeZero));
        assert_eq!(asked(&BTreeMap::new(), 1), Err(NotDrawn::NoCases));
        assert_eq!(Seed::parse("  "), Err(NotASeed::Empty));
        assert_eq!(Seed::parse("a\nb"), Err(NotASeed::TooLong));
        assert_eq!(Seed::parse(&"x".repeat(101)), Err(NotASeed::TooLong));
        assert_eq!(Seed::parse(" é 7 ").unwrap().as_str(), "é 7");
    }

    #[test]
    fn every_age_has_a_band() {
        let of = |ages: &[u8]| ages.iter().map(|age| age_band(*age)).collect::<Vec<_>>();
        assert_eq!(
            of(&[0, 11, 12, 13, 14, 15, 16, 17, 18]),
            ["11 or under", "11 or under", "12 to 13", "12 to 13", "14 to 15", "14 to 15", "16 to 17", "16 to 17", "18 or over"]
        );
        assert_eq!(age_bands().count(), 5);
    }

    fn any_list() -> impl Strategy<Value = BTreeMap<String, BTreeSet<CaseReference>>> {
        proptest::collection::vec((0u8..4, 0u64..1_000), 1..60).prop_map(|cases| {
            let mut list: BTreeMap<String, BTreeSet<CaseReference>> = BTreeMap::new();
            let mut seen = BTreeSet::new();
            for (stratum, number) in cases {
                if seen.insert(number) {
                    list.entry(format!("stratum {stratum}")).or_default().insert(reference(number));
                }
            }
            list
        })
    }

    fn any_allocation() -> impl Strategy<Value = Allocation> {
        proptest::sample::select(&Allocation::ALL)
    }

    proptest! {
        #[test]
        fn a_bigger_sample_holds_the_smaller_one(list in any_list(), allocation in any_allocation(), words in "[a-z0-9]{1,12}") {
            let there: usize = list.values().map(BTreeSet::len).sum();
            let mut before = BTreeSet::new();
            for size in 1..=there {
                let strata = draw(&list, &seed(&words), size, allocation).unwrap();
                let now = drawn(&strata);
                prop_assert_eq!(now.len(), size);
                prop_assert!(before.is_subset(&now));
                before = now;
            }
            prop_assert_eq!(before, list.into_values().flatten().collect::<BTreeSet<_>>(), "every eligible case can be drawn");
        }

        #[test]
        fn taking_away_a_case_that_was_not_drawn_changes_no_order(list in any_list(), words in "[a-z]{1,12}") {
            let all = draw(&list, &seed(&words), 1, Allocation::Proportionate).unwrap();
            let Some(last) = all.iter().find(|s| s.ranked.len() > 1) else { return Ok(()) };
            let gone = last.ranked.last().unwrap().reference.clone();
            let mut less = list.clone();
            less.get_mut(&last.name).unwrap().remove(&gone);
            let again = draw(&less, &seed(&words), 1, Allocation::Proportionate).unwrap();
            for (before, after) in all.iter().zip(&again) {
                let kept: Vec<&Ranked> = before.ranked.iter().filter(|r| r.reference != gone).collect();
                prop_assert_eq!(kept, after.ranked.iter().collect::<Vec<_>>());
            }
        }

        #[test]
        fn in_proportion_no_stratum_strays_far_from_its_share(list in any_list(), part in 1usize..60) {
            let there: usize = list.values().map(BTreeSet::len).sum();
            let size = part.min(there);
            for stratum in draw(&list, &seed("x"), size, Allocation::Proportionate).unwrap() {
                let share = stratum.ranked.len() as f64 * size as f64 / there as f64;
                prop_assert!((stratum.drawn as f64 - share).abs() < 2.0, "{} of a share of {share}", stratum.drawn);
            }
        }
    }

    /// With the same chance for every seed, each case of a list of ten is drawn about as often as another.
    #[test]
    fn no_case_is_favoured() {
        let list = list(&[("all", 0..10)]);
        let mut times: BTreeMap<CaseReference, u32> = BTreeMap::new();
        for turn in 0..2_000 {
            for reference in drawn(&draw(&list, &seed(&format!("turn {turn}")), 3, Allocation::Proportionate).unwrap()) {
                *times.entry(reference).or_default() += 1;
            }
        }
        // 600 expected, standard deviation 20.5.
        assert!(times.values().all(|times| (510..=690).contains(times)), "{times:?}");
    }
}
