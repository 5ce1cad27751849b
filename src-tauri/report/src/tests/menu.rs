//! What may leave: every shown cell is a released cell, no small number stands anywhere, sums are sums of what is shown.

use caseward_disclosure::{Audience, Profile, Release, Seed, Shown, attack, audit};
use proptest::prelude::*;

use super::builders::{Case, calendar, counted, day, meta, opened, quarter, signed};
use super::laws::any_case;
use crate::summary::{Cell, Summary, Table};
use crate::{Causes, Counted, Earlier, NotPublished, Period, Publishing};
use caseward_domain::item::ItemKind;

pub fn all(cases: &[Case], period: Period) -> Counted {
    let causes =
        Causes { given: vec![("Lack of resources".to_owned(), 9), ("Other".to_owned(), 2)], not_known: 1, not_asked: 30 };
    counted(cases.to_vec(), &[], causes, &calendar(), period)
}

pub fn released(cases: &[Case], period: Period, rules: &Profile, register: &mut Vec<Earlier>) -> Result<Summary, NotPublished> {
    let counted = all(cases, period);
    let seed = Seed::new([5; 32]);
    let releases = {
        let how = Publishing { profile: rules, earlier: register, seed: &seed, leave_out: &[], only: None };
        counted.publish(how, &mut || true)?
    };
    let summary = counted.released(meta(), rules, &releases);
    register.extend(releases.into_iter().map(|release| Earlier { period, release }));
    Ok(summary)
}

pub fn everything(register: &[Earlier]) -> Vec<Release> {
    register.iter().map(|earlier| earlier.release.clone()).collect()
}

/// A register of so many cases, of every kind.
pub fn office(cases: usize) -> Vec<Case> {
    let one = |place: usize| {
        let case = opened(["2026-02-10", "2026-05-20", "2026-07-14"][place % 3]);
        let case =
            case.of(9 + (place % 9) as u8, ["F", "F", "M"][place % 3], [&["peer"][..], &["peer", "online"], &[]][place % 3]);
        let case = case.practitioner_says("2026-02-10", ["high", "medium", "low"][place % 3]);
        let case = if !place.is_multiple_of(5) { case.manager_says("2026-07-20", ["high", "medium"][place % 2]) } else { case };
        let case = if !place.is_multiple_of(4) {
            case.review("2026-07-28", "PN1", Some("2026-07-29"), Some("2026-08-03"))
        } else {
            case
        };
        let case = if place.is_multiple_of(6) { case.returned("2026-08-03 10:00", Some("2026-08-04 10:00")) } else { case };
        let case = case.item(
            ItemKind::Plan,
            vec![signed(1, "2026-08-10", if place.is_multiple_of(7) { "2026-09-10" } else { "2026-08-11" })],
        );
        if place.is_multiple_of(11) { case.closed_at("2026-09-01", "low") } else { case }
    };
    (0..cases).map(one).collect()
}

pub fn about_children(summary: &Summary) -> impl Iterator<Item = &Table> {
    summary.tables.iter().filter(|table| table.id != "action-plan")
}

/// Whole numbers in words, per cents, days and dates left out.
fn numbers(text: &str) -> Vec<u64> {
    let text = text.replace("30 September 2026", "").replace("30 June 2026", "");
    let words = text.split(|letter: char| !(letter.is_ascii_digit() || ".,%".contains(letter)));
    let words = words.map(|word| word.trim_end_matches(['.', ',']).replace(',', "")).filter(|word| !word.contains(['%', '.']));
    words.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn no_small_number_stands_in_any_table_finding_or_chart_that_leaves() {
    let cases = office(90);
    for (rules, base) in [(Profile::PARTNERS, 1), (Profile::PUBLIC, 5)] {
        let summary = released(&cases, quarter(), &rules, &mut Vec::new()).unwrap();
        let small = |value: u64| (1..=u64::from(rules.hidden_to())).contains(&value);
        let mut hidden = 0;
        for table in about_children(&summary) {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                match cell {
                    Cell::Count { value } => assert!(!small(*value) && value % base == 0, "{}: {value}", table.title),
                    Cell::Hidden => hidden += 1,
                    _ => {}
                }
            }
            let said = numbers(&table.finding);
            assert!(said.iter().all(|value| !small(*value)), "{}: {said:?}", table.finding);
        }
        assert!(hidden > 0);
        for chart in &summary.charts {
            assert!(!numbers(&chart.finding).into_iter().any(small), "{}", chart.finding);
        }
        assert!(summary.suppression.iter().any(|line| line.contains(&format!("from 1 to {}", rules.hidden_to()))));
    }
}

#[test]
fn what_is_for_others_holds_no_table_of_exact_numbers() {
    let cases = office(90);
    let internal = all(&cases, quarter()).internal(meta());
    let mut register = Vec::new();
    let summary = released(&cases, quarter(), &Profile::PARTNERS, &mut register).unwrap();
    let (menu, exact): (Vec<&Table>, Vec<&Table>) =
        internal.tables.iter().partition(|table| about_children(&summary).any(|released| released.id == table.id));
    assert_eq!(menu.len(), about_children(&summary).count(), "inside the authority the same tables stand, with every number");
    assert!(exact.iter().all(|table| table.id == "action-plan" || summary.tables.iter().all(|released| released.id != table.id)));
    // Every cell is the released one: the numbers of the tables are those of the register of releases.
    let printed: usize = about_children(&summary)
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells)
        .filter(|cell| matches!(cell, Cell::Hidden))
        .count();
    assert!(printed > 0);
    let shown: std::collections::BTreeSet<u64> = everything(&register)
        .iter()
        .flat_map(|release| release.cells.clone())
        .filter_map(|cell| if let Shown::Number(number) = cell { Some(u64::from(number)) } else { None })
        .collect();
    for cell in about_children(&summary).flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        if let Cell::Count { value } = cell {
            assert!(shown.contains(value), "{value}");
        }
    }
}

#[test]
fn quarters_and_their_year_are_attacked_together() {
    let cases = office(140);
    let mut register = Vec::new();
    let spring = Period { from: day("2026-04-01"), to: day("2026-06-30") };
    let half = Period { from: day("2026-04-01"), to: day("2026-09-30") };
    for rules in [Profile::PARTNERS, Profile::PUBLIC] {
        for period in [spring, quarter(), half] {
            released(&cases, period, &rules, &mut register).unwrap_or_else(|refused| panic!("{rules:?} {period:?}: {refused}"));
        }
    }
    let register = everything(&register);
    audit(&register, Audience::Partners).unwrap();
    audit(&register, Audience::Public).unwrap();
}

#[test]
fn the_same_pack_again_is_the_same_and_one_child_more_cannot_be_read() {
    let mut cases = office(90);
    let mut register = Vec::new();
    let first = released(&cases, quarter(), &Profile::PUBLIC, &mut register).unwrap();
    let again = released(&cases, quarter(), &Profile::PUBLIC, &mut register).unwrap();
    assert_eq!(first, again);
    cases.push(opened("2026-08-20").of(15, "F", &["online"]).practitioner_says("2026-08-20", "high"));
    let with_one_more = released(&cases, quarter(), &Profile::PUBLIC, &mut register).unwrap();
    let base = u64::from(Profile::PUBLIC.rounded_to());
    for (before, after) in about_children(&first).zip(about_children(&with_one_more)) {
        for (row, now) in before.rows.iter().zip(&after.rows) {
            for cells in row.cells.iter().zip(&now.cells) {
                if let (Cell::Count { value }, Cell::Count { value: now }) = cells {
                    assert!(value == now || value.abs_diff(*now) >= base, "{}, {}: {value} and {now}", before.title, row.label);
                }
            }
        }
    }
    let known = attack(&everything(&register), Audience::Public).unwrap();
    assert!(known.iter().any(|known| known.change), "the change is one of the things that are attacked");
    for change in known.iter().filter(|known| known.change) {
        assert!(!change.too_close, "{change:?}");
    }
    audit(&everything(&register), Audience::Public).unwrap();
}

#[test]
fn a_table_can_be_left_out_and_one_alone_can_be_asked_for() {
    let counted = all(&office(60), quarter());
    let seed = Seed::new([5; 32]);
    let titles = |leave_out: &[String], only| {
        let how = Publishing { profile: &Profile::PARTNERS, earlier: &[], seed: &seed, leave_out, only };
        let releases = counted.publish(how, &mut || true).unwrap();
        counted.released(meta(), &Profile::PARTNERS, &releases).tables.into_iter().map(|table| table.id).collect::<Vec<_>>()
    };
    let whole = titles(&[], None);
    assert_eq!(whole.len(), 13, "{whole:?}");
    let fewer = titles(&["open-by-model".to_owned()], None);
    assert_eq!(fewer.len(), whole.len() - 1);
    assert!(!fewer.contains(&"open-by-model".to_owned()));
    assert_eq!(titles(&[], Some("opened-by-year")), ["opened-by-year", "action-plan"]);
    let stopped = Publishing { profile: &Profile::PARTNERS, earlier: &[], seed: &seed, leave_out: &[], only: None };
    assert_eq!(counted.publish(stopped, &mut || false), Err(NotPublished::Stopped));
}

#[test]
fn what_was_open_before_and_what_opened_and_closed_add_up_in_every_row_of_the_menu() {
    let internal = all(&office(90), quarter()).internal(meta());
    let cell = |id: &str, row: usize, column: usize| match internal.tables.iter().find(|table| table.id == id).unwrap().rows[row]
        .cells[column]
    {
        Cell::Count { value } => value,
        ref other => panic!("{other:?}"),
    };
    let last = |id: &str| internal.tables.iter().find(|table| table.id == id).unwrap().rows.len() - 1;
    let (opened, closed) = (cell("opened", last("opened"), 0), cell("closed", last("closed"), 0));
    let by_level = cell("open-by-level", last("open-by-level"), 2);
    let cases = cell("cases", last("cases"), 3);
    assert_eq!(by_level, cases, "the menu counts what the exact tables count");
    assert_eq!(cell("cases", last("cases"), 0) + opened - closed, by_level);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_of_cases_does_not_matter(cases in proptest::collection::vec(any_case(), 0..12), places in any::<u64>()) {
        let mut other = cases.clone();
        if !other.is_empty() {
            let by = (places as usize) % other.len();
            other.rotate_left(by);
            other.reverse();
        }
        let one = released(&cases, quarter(), &Profile::PARTNERS, &mut Vec::new());
        prop_assert_eq!(one, released(&other, quarter(), &Profile::PARTNERS, &mut Vec::new()));
        prop_assert_eq!(all(&cases, quarter()).internal(meta()), all(&other, quarter()).internal(meta()));
    }
}
