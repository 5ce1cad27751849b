//! Rates, each with what is not recorded and with its worst case (DESIGN, section 8).
//!
//! A rate of what happens to be recorded flatters whoever records least. So the worst case stands beside it: the same
//! rate with everything that is not recorded counted against.

/// What was as it should be, what was not, and what nobody can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    pub hits: u64,
    pub misses: u64,
    pub not_recorded: u64,
}

impl Rate {
    /// Counts one more: as it should be, not, or nobody can tell.
    pub fn add(&mut self, found: Option<bool>) {
        *match found {
            Some(true) => &mut self.hits,
            Some(false) => &mut self.misses,
            None => &mut self.not_recorded,
        } += 1;
    }

    /// Per cent of what is recorded.
    pub fn share(self) -> Option<f64> {
        percent(self.hits, self.hits + self.misses)
    }

    /// Per cent when everything not recorded counts as a miss.
    pub fn worst(self) -> Option<f64> {
        percent(self.hits, self.hits + self.misses + self.not_recorded)
    }

    /// `(66.7%)`, or `(75.0% of those recorded, 60.0% at worst)`; nothing where nothing is counted.
    pub(crate) fn say(self) -> String {
        match (self.share(), self.worst()) {
            (Some(share), Some(_)) if self.not_recorded == 0 => format!(" ({share:.1}%)"),
            (Some(share), Some(worst)) => format!(" ({share:.1}% of those recorded, {worst:.1}% at worst)"),
            _ => String::new(),
        }
    }
}

/// Per cent to one decimal place, halves up; reckoned in whole tenths, so that it comes out the same everywhere.
pub(crate) fn percent(part: u64, whole: u64) -> Option<f64> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2_000 + whole).checked_div(whole * 2)?;
    u32::try_from(tenths).ok().map(|tenths| f64::from(tenths) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn per_cent_is_rounded_half_up_to_one_decimal_place() {
        assert_eq!(percent(2, 3), Some(66.7));
        assert_eq!(percent(1, 3), Some(33.3));
        assert_eq!(percent(1, 2_000), Some(0.1));
        assert_eq!(percent(1, 2_001), Some(0.0));
        assert_eq!(percent(7, 7), Some(100.0));
        assert_eq!(percent(0, 7), Some(0.0));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn the_worst_case_counts_what_is_not_recorded_against() {
        let rate = Rate { hits: 3, misses: 1, not_recorded: 1 };
        assert_eq!((rate.share(), rate.worst()), (Some(75.0), Some(60.0)));
        assert_eq!(rate.say(), " (75.0% of those recorded, 60.0% at worst)");
        assert_eq!(Rate { not_recorded: 0, ..rate }.say(), " (75.0%)");
        let none = Rate { hits: 0, misses: 0, not_recorded: 0 };
        assert_eq!((none.say().as_str(), none.worst()), ("", None));
        let unknown = Rate { hits: 0, misses: 0, not_recorded: 2 };
        assert_eq!((unknown.share(), unknown.worst()), (None, Some(0.0)));
    }
}
