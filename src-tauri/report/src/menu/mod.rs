//! The fixed menu of cross-tables about children, counted in the pass that counts everything else.
//!
//! They are what may leave the authority: each is small, counts children or events by two things or three, and is handed to the
//! disclosure rules before it is shown to partners or to the public. Cases that are open on the last day are one population, whose tables share
//! their margins. Events are counted by quarter, so that a year adds up with its quarters. What opened and what closed is balanced
//! with what was open before and after, because anybody can make that sum.

mod axis;
mod balances;
mod cross;
mod editions;
mod events;
mod open_cases;
mod print;
mod publish;
mod words;

use caseward_disclosure::{Release, Shown};
use caseward_domain::code::Code;
use caseward_domain::date::say_date;
use caseward_domain::duty::Duty;
use caseward_domain::history::CaseHistory;
use caseward_domain::policy::{Policy, PolicyHistory};

use self::axis::Time;
use self::cross::Cross;
use self::events::Events;
use self::open_cases::OpenCases;
use self::print::{Printing, print, print_each};
use crate::period::Period;
use crate::summary::Table;
use crate::tables::causes::Causes;
use crate::tables::leaving::LevelAtClosing;
use crate::words::list;

pub use self::events::Audits;
pub use self::publish::{EARLIER_MATTERS_FOR_DAYS, Earlier, NotPublished, Publishing};
pub use self::words::suppression;

/// The authority's lists by which cases are counted, code and label, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    pub sexes: Vec<(String, String)>,
    pub models: Vec<(String, String)>,
    /// Code and group of each referral source.
    pub referral_groups: Vec<(String, String)>,
}

/// What is recorded of a child that the menu counts by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Child<'a> {
    pub age_at_referral: Option<u8>,
    pub sex: Option<&'a Code>,
    pub models: &'a [Code],
    pub referral_source: Option<&'a Code>,
}

/// Populations of the menu, by the names that the register of releases keeps.
pub(crate) const OPEN_CASES: &str = "Open cases";
pub(crate) const OPENED: &str = "Cases opened";
pub(crate) const CLOSED: &str = "Cases closed";

/// The counts of the menu so far.
#[derive(Clone, Debug)]
pub(crate) struct Menu {
    period: Period,
    time: Time,
    open: OpenCases,
    events: Events,
    /// How many were open on the day before each quarter.
    open_before: Vec<u32>,
}

impl Menu {
    pub fn new(period: Period, policy: &Policy, lists: &Lists) -> Self {
        let time = Time::new(period);
        Self {
            period,
            open: OpenCases::new(period, policy, lists),
            events: Events::new(&time, policy, lists),
            open_before: vec![0; time.quarters().len()],
            time,
        }
    }

    pub fn add(
        &mut self,
        history: &CaseHistory,
        child: Child<'_>,
        duties: &[Duty],
        policies: &PolicyHistory,
        closed_at: &[LevelAtClosing],
    ) {
        if history.is_open_on(self.period.to) {
            self.open.add(history, child, duties);
        }
        for (quarter, open) in self.time.quarters().iter().zip(&mut self.open_before) {
            *open += u32::from(history.is_open_on(quarter.eve()));
        }
        self.events.add(self.period, &self.time, history, child, duties, policies, closed_at);
    }

    pub fn quarters(&self) -> &[Period] {
        self.time.quarters()
    }

    pub fn causes(&mut self, by_quarter: &[Causes]) {
        self.events.causes(&self.time, by_quarter);
    }

    pub fn audits(&mut self, by_quarter: &[Audits]) {
        self.events.audits(&self.time, by_quarter);
    }

    pub fn is_empty(&self) -> bool {
        self.crosses().all(|cross| cross.total() == 0)
    }

    /// Every cross-table of the menu, as the disclosure rules take them.
    fn crosses(&self) -> impl Iterator<Item = &Cross> {
        self.items().flat_map(|item| item.crosses())
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.open.items.iter().chain(&self.events.items)
    }

    /// The tables with every number.
    pub fn exact(&self) -> Vec<Table> {
        let in_packs = self.items().filter(|item| !item.is_for_questions);
        in_packs.filter_map(|item| item.print(&|cross| Some(cross.exact()), false)).collect()
    }

    /// The tables as they were released, without those that were left out.
    pub fn released(&self, releases: &[Release]) -> Vec<Table> {
        let is_rounded = releases.iter().any(|release| release.profile.rounded_to() > 1);
        self.items().filter_map(|item| item.print(&|cross| cross.shown_in(releases), is_rounded)).collect()
    }

    /// Which tables a pack of these releases lacks, and that somebody left them out; nothing where none is lacking.
    pub fn says_left_out(&self, releases: &[Release]) -> Option<String> {
        let is_out = |item: &&Item| {
            let mut crosses = item.crosses().iter();
            !item.is_for_questions && crosses.all(|cross| cross.shown_in(releases).is_none())
        };
        let out: Vec<String> = self.items().filter(is_out).map(|item| format!("“{}”", item.printing.title)).collect();
        let lacking = list(&out);
        (!out.is_empty())
            .then(|| format!("Whoever made this pack left out {lacking}, as is done where a number could be worked out."))
    }
}

/// One table of the menu.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    printing: Printing,
    counts: ItemCounts,
    /// Stands in no pack, because a larger table holds it.
    is_for_questions: bool,
}

#[derive(Clone, Debug)]
enum ItemCounts {
    One(Cross),
    /// A yes or no each, because a case can have several of them.
    Each(Vec<Cross>),
}

impl Item {
    fn one(printing: Printing, cross: Cross) -> Self {
        Self { printing, counts: ItemCounts::One(cross), is_for_questions: false }
    }

    fn add(&mut self, places: &[usize]) {
        self.add_times(places, 1);
    }

    fn add_times(&mut self, places: &[usize], times: u32) {
        if let ItemCounts::One(cross) = &mut self.counts {
            cross.add_times(places, times);
        }
    }

    fn crosses(&self) -> &[Cross] {
        match &self.counts {
            ItemCounts::One(cross) => std::slice::from_ref(cross),
            ItemCounts::Each(crosses) => crosses,
        }
    }

    fn print(&self, shown: &dyn Fn(&Cross) -> Option<Vec<Shown>>, is_rounded: bool) -> Option<Table> {
        match &self.counts {
            ItemCounts::One(cross) => Some(print(cross, &shown(cross)?, &self.printing, is_rounded)),
            ItemCounts::Each(crosses) => {
                let all: Vec<_> = crosses.iter().map(|cross| (cross.clone(), shown(cross))).collect();
                let is_out = all.iter().all(|(_, shown)| shown.is_none());
                (!is_out).then(|| print_each(&all, &self.printing, is_rounded))
            }
        }
    }
}

/// `on 30 September 2026`, for titles.
fn on_the_last_day(period: Period) -> String {
    format!("on {}", say_date(period.to))
}
