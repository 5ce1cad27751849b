//! What holds of every register and every text.

use caseward_domain::duty::duties;
use caseward_domain::history::VersionHistory;
use caseward_domain::item::ItemKind;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::builders::{Case, calendar, day, opened, policies, summary_of};
use super::counts::table;
use super::register::small_register;
use crate::csv::BEGINS_A_FORMULA;
use crate::summary::{Cell, Summary, Table, TableRow};
use crate::{csv, html, xlsx};

/// Text that is likely to begin a formula.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@\t\r\n＝-]{0,2}[a-z0-9(),\"|!' ]{0,12}", "\\PC{0,12}", "=HYPERLINK\\(\"[a-z]{1,5}\"\\)"]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        any::<u32>().prop_map(|value| Cell::Count { value: u64::from(value) }),
        proptest::option::of(0.0..100.0).prop_map(|value| Cell::Percent { value }),
        proptest::option::of(0.0..1e4).prop_map(|value| Cell::Days { value }),
        Just(Cell::Blank),
    ]
}

prop_compose! {
    fn any_table()(title in text(), finding in text(), columns in proptest::collection::vec(text(), 3),
        rows in proptest::collection::vec((text(), any::<bool>(), proptest::collection::vec(cell(), 2)), 0..4),
        notes in proptest::collection::vec(text(), 0..3)) -> Table {
        let rows = rows.into_iter().map(|(label, total, cells)| TableRow { label, total, cells }).collect();
        // Headings of a workbook's table differ from one another.
        let columns = columns.into_iter().enumerate().map(|(place, column)| format!("{column} {place}")).collect();
        Table { id: "any".to_owned(), title, finding, columns, rows, notes }
    }
}

prop_compose! {
    fn any_summary()(title in text(), authority in text(), audit_head in text(), table in any_table(),
        method in proptest::collection::vec(text(), 0..3)) -> Summary {
        Summary { title, authority, audit_head, method, tables: vec![table], charts: vec![], ..small_register() }
    }
}

/// Days around the period.
fn around() -> impl Strategy<Value = NaiveDate> {
    (0u64..200).prop_map(|days| day("2026-05-01") + Days::new(days))
}

/// A case that may have closed, and may have opened again after that.
pub fn any_case() -> impl Strategy<Value = Case> {
    proptest::collection::vec(around(), 1..5).prop_map(|mut days| {
        days.sort_unstable();
        let said: Vec<String> = days.iter().map(NaiveDate::to_string).collect();
        let mut said = said.iter();
        let mut case = opened(said.next().unwrap());
        while let Some(closed) = said.next() {
            case = case.closed(closed);
            if let Some(again) = said.next() {
                case = case.opened_again(again);
            }
        }
        case
    })
}

/// A version sent on one day, and on a later one signed, returned, taken back or left.
fn any_version() -> impl Strategy<Value = VersionHistory> {
    (around(), 0u64..30, 0..4).prop_map(|(on, days, end)| {
        let later = on + Days::new(days);
        let version = VersionHistory { number: 1, written_on: on, submitted_on: Some(on), ..VersionHistory::default() };
        match end {
            0 => VersionHistory { signed_on: Some(later), ..version },
            1 => VersionHistory { returned_on: Some(later), ..version },
            2 => VersionHistory { submitted_on: None, withdrawn: vec![(on, later)], ..version },
            _ => version,
        }
    })
}

pub fn counts(row: &TableRow) -> Vec<u64> {
    row.cells.iter().filter_map(|cell| if let Cell::Count { value } = cell { Some(*value) } else { None }).collect()
}

proptest! {
    #[test]
    fn an_exported_cell_never_begins_a_formula(summary in any_summary()) {
        let bytes = csv(&summary).unwrap();
        for row in ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice()).records() {
            for field in &row.unwrap() {
                prop_assert!(!field.starts_with(BEGINS_A_FORMULA), "{field:?}");
            }
        }
    }

    #[test]
    fn no_text_becomes_a_tag_of_the_page_or_a_formula_of_the_workbook(summary in any_summary()) {
        let tags = |page: &str| page.matches('<').count();
        let plain = Summary { title: String::new(), authority: String::new(), audit_head: String::new(), ..summary.clone() };
        prop_assert_eq!(tags(&html(&summary)), tags(&html(&plain)));
        let bytes = xlsx(&summary).unwrap();
        let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes)).unwrap();
        for sheet in calamine::Reader::sheet_names(&book) {
            let formulas = calamine::Reader::worksheet_formula(&mut book, &sheet).unwrap();
            prop_assert!(formulas.used_cells().next().is_none());
        }
    }

    #[test]
    fn open_and_opened_less_closed_are_open_at_the_end(cases in proptest::collection::vec(any_case(), 0..6)) {
        let summary = summary_of(cases, &[]);
        for row in &table(&summary, "cases").rows {
            let counted = counts(row);
            prop_assert_eq!(counted[0] + counted[1], counted[2] + counted[3], "{}", row.label);
        }
    }

    #[test]
    fn waiting_and_sent_less_decided_and_taken_back_are_waiting_at_the_end(
        case in any_case(),
        versions in proptest::collection::vec(any_version(), 0..5),
    ) {
        let case = versions.into_iter().fold(case, |case, version| case.item(ItemKind::Plan, vec![version]));
        let summary = summary_of(vec![case], &[]);
        for row in &table(&summary, "sign-offs").rows {
            let n = counts(row);
            prop_assert_eq!(n[0] + n[1], n[2] + n[3] + n[4] + n[5] + n[6] + n[7], "{}", row.label);
            prop_assert!(n[8] <= n[7]);
        }
    }

    #[test]
    fn flags_in_the_table_are_the_flags_of_the_open_cases(cases in proptest::collection::vec(any_case(), 0..4)) {
        let (policies, calendar, end) = (policies(), calendar(), day("2026-09-30"));
        let flags = |case: &Case| {
            let duties = duties(&case.history, &policies, &calendar);
            duties.iter().filter(|d| d.rule.family() == caseward_domain::duty::Family::NoReview && d.is_flag_on(end)).count()
        };
        let expected: usize = cases.iter().map(flags).sum();
        let summary = summary_of(cases, &[]);
        let rows = &table(&summary, "no-review-flags").rows;
        let total = counts(rows.last().unwrap());
        prop_assert_eq!(total[0], expected as u64);
        prop_assert_eq!(total[2..6].iter().sum::<u64>(), total[0]);
    }
}
