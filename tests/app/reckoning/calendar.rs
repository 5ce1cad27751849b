//! Days as England counts them, a day at a time.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

pub struct Calendar {
    pub holidays: BTreeSet<NaiveDate>,
    /// The last day of the list of bank holidays.
    pub known_to: NaiveDate,
}

impl Calendar {
    /// So many working days after a day. Past the last known holiday nothing is guessed.
    pub fn working_days_after(&self, start: NaiveDate, count: u64) -> Option<NaiveDate> {
        let (mut day, mut left) = (start, count);
        while left > 0 {
            day = tomorrow(day);
            if day > self.known_to {
                return None;
            }
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day) {
                left -= 1;
            }
        }
        Some(day)
    }
}

pub fn tomorrow(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

/// UTC plus an hour from the last Sunday of March to the last of October, both at one o'clock.
pub fn civil_day(at: DateTime<Utc>) -> NaiveDate {
    let turn = |month: u32| {
        let mut day = NaiveDate::from_ymd_opt(at.year(), month, 31).unwrap();
        while day.weekday() != Weekday::Sun {
            day = day.pred_opt().unwrap();
        }
        day.and_hms_opt(1, 0, 0).unwrap().and_utc()
    };
    if turn(3) <= at && at < turn(10) { (at + TimeDelta::hours(1)).date_naive() } else { at.date_naive() }
}
