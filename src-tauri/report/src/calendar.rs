//! A calendar file of review dates (iCalendar, RFC 5545): one all-day event a case, which says the reference and nothing else.
//!
//! A calendar is read on telephones and by people who share a diary: no level, no text, no name stands in it.

use caseward_domain::reference::CaseReference;
use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

/// The day by which a case is to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReviewDue {
    pub on: NaiveDate,
    pub reference: CaseReference,
}

/// The file's bytes: UTF-8, lines of 75 octets at the most, each ended by CRLF. Events stand in the order given, and there must be
/// one: RFC 5545 knows no calendar without. A case keeps its UID, so that bringing in a later file moves its event.
pub fn calendar(reviews: &[ReviewDue], made_at: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    let about =
        [("VERSION", "2.0"), ("PRODID", "-//Caseward//Review dates//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")];
    for (name, value) in about {
        calendar.append_property(Property::new(name, value));
    }
    for review in reviews {
        let mut event = Event::new();
        event.uid(&format!("{}@caseward", review.reference)).timestamp(made_at);
        event.summary(&format!("Review {}", review.reference));
        // An end is the first day after it; the library's own `all_day` ends an event on the day itself.
        event.starts(review.on).ends(review.on.succ_opt().unwrap_or(review.on));
        // It is a date to keep, not a day on which nobody can be met.
        event.add_property("TRANSP", "TRANSPARENT");
        calendar.push(event.done());
    }
    calendar.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn due(on: &str, reference: &str) -> ReviewDue {
        ReviewDue { on: on.parse().unwrap(), reference: CaseReference::parse(reference).unwrap() }
    }

    fn made_of(reviews: &[ReviewDue]) -> String {
        String::from_utf8(calendar(reviews, "2026-11-23T12:00:00Z".parse().unwrap())).unwrap()
    }

    #[test]
    fn an_event_says_the_day_and_the_reference_and_nothing_else() {
        let (first, second) = (CaseReference::from_random(1), CaseReference::from_random(2));
        let file = made_of(&[due("2026-12-31", first.as_str()), due("2028-02-29", second.as_str())]);
        expect![[r#"
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Caseward//Review dates//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            BEGIN:VEVENT
            DTEND;VALUE=DATE:20270101
            DTSTAMP:20261123T120000Z
            DTSTART;VALUE=DATE:20261231
            SUMMARY:Review CW-1000-0002
            TRANSP:TRANSPARENT
            UID:CW-1000-0002@caseward
            END:VEVENT
            BEGIN:VEVENT
            DTEND;VALUE=DATE:20280301
            DTSTAMP:20261123T120000Z
            DTSTART;VALUE=DATE:20280229
            SUMMARY:Review CW-2000-0004
            TRANSP:TRANSPARENT
            UID:CW-2000-0004@caseward
            END:VEVENT
            END:VCALENDAR
        "#]]
        .assert_eq(&file.replace('\r', ""));
    }

    #[test]
    fn every_line_ends_in_crlf_and_is_75_octets_at_the_most() {
        let many: Vec<ReviewDue> =
            (0..300).map(|number| due("2026-12-31", CaseReference::from_random(number).as_str())).collect();
        let file = made_of(&many);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 300);
    }
}
