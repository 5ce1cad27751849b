//! Charts: what a hidden number may do to them (nothing), what stands inside the picture (all of it), what they say.

use proptest::collection::vec;
use proptest::prelude::*;

use super::Named;
use super::bars::bars;
use super::months::months;
use super::stacked::stacked;
use crate::summary::{Cell, Chart, Table, TableRow};

const NAMED: Named<'_> = Named { id: "chart-test", title: "A title" };
const WIDTH: usize = 760;

/// Rows of numbers under names; `None` is hidden.
fn table(headings: &[&str], rows: &[(&str, &[Option<u64>])]) -> Table {
    let cell = |value: &Option<u64>| value.map_or(Cell::Hidden, |value| Cell::Count { value });
    let row = |(label, cells): &(&str, &[Option<u64>])| TableRow {
        label: (*label).to_owned(),
        total: false,
        cells: cells.iter().map(cell).collect(),
    };
    Table {
        id: "test".to_owned(),
        title: "A table".to_owned(),
        finding: "A finding.".to_owned(),
        columns: std::iter::once("Name").chain(headings.iter().copied()).map(str::to_owned).collect(),
        rows: rows.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

const MONTHS: [&str; 12] = [
    "July 2025",
    "August 2025",
    "September 2025",
    "October 2025",
    "November 2025",
    "December 2025",
    "January 2026",
    "February 2026",
    "March 2026",
    "April 2026",
    "May 2026",
    "June 2026",
];

/// Each kind of chart of three columns of a table.
fn drawn(table: &Table) -> Vec<Chart> {
    [bars(table, 0, NAMED), stacked(table, &[0, 1, 2], NAMED), months(table, &[1], NAMED), months(table, &[0, 1, 2], NAMED)]
        .into_iter()
        .flatten()
        .chain(super::bars::bars_of_last_row(table, NAMED))
        .collect()
}

/// The values of an attribute wherever it stands.
fn attributes(svg: &str, name: &str) -> Vec<usize> {
    svg.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split_once('"')?.0.parse().ok()).collect()
}

/// Numbers, which of them are hidden, and other numbers for those that are.
fn hidden_twice() -> impl Strategy<Value = (Table, Table)> {
    let cell = || (0_u64..2_000, any::<bool>(), 0_u64..2_000);
    vec(vec(cell(), 3), 1..=12).prop_map(|rows| {
        let told = |other: bool| {
            let cell = |(value, hide, instead): &(u64, bool, u64)| match (hide, other) {
                (true, true) => (*instead, true),
                (hide, _) => (*value, *hide),
            };
            let kept: Vec<Vec<(u64, bool)>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            // What a pack does before anything is drawn: what is hidden is no longer there.
            let shown: Vec<Vec<Option<u64>>> =
                kept.iter().map(|row| row.iter().map(|(value, hide)| (!hide).then_some(*value)).collect()).collect();
            let named: Vec<(&str, &[Option<u64>])> =
                MONTHS.into_iter().zip(&shown).map(|(name, row)| (name, row.as_slice())).collect();
            table(&["One", "Two", "Three"], &named)
        };
        (told(false), told(true))
    })
}

proptest! {
    #[test]
    fn what_was_hidden_cannot_be_read_from_a_drawing((one, other) in hidden_twice()) {
        prop_assert_eq!(drawn(&one), drawn(&other));
    }

    #[test]
    fn everything_stands_inside_the_picture((table, _) in hidden_twice()) {
        for chart in drawn(&table) {
            let svg = &chart.svg;
            let height: usize = svg.split_once("viewBox=\"0 0 760 ").unwrap().1.split_once('"').unwrap().0.parse().unwrap();
            let (x, wide) = (attributes(svg, "x"), attributes(svg, "width"));
            prop_assert!(x.iter().all(|x| *x <= WIDTH) && wide.iter().all(|wide| *wide <= WIDTH), "{}", svg);
            prop_assert!(attributes(svg, "y").iter().all(|y| *y <= height), "{}", svg);
            for piece in svg.split("<rect x=\"").skip(1) {
                let number = |name: &str| piece.split_once(&format!(" {name}=\"")).unwrap().1.split_once('"').unwrap().0.parse::<usize>().unwrap();
                let x: usize = piece.split_once('"').unwrap().0.parse().unwrap();
                prop_assert!(x + number("width") <= WIDTH && number("y") + number("height") <= height, "{}", piece);
            }
        }
    }

    #[test]
    fn a_larger_number_never_has_a_shorter_bar(values in vec(0_u64..u64::MAX, 1..10)) {
        let rows: Vec<[Option<u64>; 1]> = values.iter().map(|value| [Some(*value)]).collect();
        let named: Vec<(&str, &[Option<u64>])> = MONTHS.into_iter().zip(&rows).map(|(name, row)| (name, row.as_slice())).collect();
        let chart = bars(&table(&["One"], &named), 0, NAMED).unwrap();
        let lengths = attributes(&chart.svg, "width");
        for (one, first) in values.iter().zip(&lengths) {
            for (other, second) in values.iter().zip(&lengths) {
                prop_assert!(one > other || first <= second);
            }
        }
    }
}

#[test]
fn a_hidden_number_is_said_and_takes_the_same_room_wherever_it_stands() {
    let sign_of = |svg: &str| svg.split("<text ").filter(|text| text.contains(">[c]<")).map(str::to_owned).collect::<Vec<_>>();
    for (small, large) in [(1, 2), (1_000, 9_000)] {
        let table = table(&["One", "Two"], &[("A", &[None, Some(small)]), ("B", &[Some(large), None])]);
        let bars = bars(&table, 0, NAMED).unwrap();
        assert_eq!(sign_of(&bars.svg), [r#"x="108" y="59" font-weight="bold">[c]</text>"#.to_owned() + &rest(&bars.svg)]);
        assert_eq!(sign_of(&months(&table, &[0], NAMED).unwrap().svg).len(), 1);
        let large = crate::words::number(large);
        assert_eq!(bars.finding, format!("Not every number is shown; none of those shown is larger than {large}."));
    }
}

/// What comes after the sign in the picture, up to the next text.
fn rest(svg: &str) -> String {
    svg.split_once(">[c]</text>").unwrap().1.split("<text ").next().unwrap().to_owned()
}

#[test]
fn a_line_is_broken_where_a_number_is_not_shown() {
    let table = table(
        &["Held", "Owed"],
        &[("July 2026", &[Some(4), Some(9)]), ("August 2026", &[None, Some(8)]), ("September 2026", &[Some(6), Some(7)])],
    );
    let chart = months(&table, &[0, 1], NAMED).unwrap();
    let path = |colour: &str| {
        let end = format!("\" stroke=\"{colour}\" stroke-width=\"3\"");
        let before = chart.svg.split_once(&end).unwrap().0;
        before.rsplit_once("d=\"").unwrap().1.to_owned()
    };
    assert_eq!(path("#12436D").matches('M').count(), 2);
    assert_eq!(path("#12436D").matches('L').count(), 0);
    assert_eq!(path("#28A197").matches('L').count(), 2);
    assert_eq!(
        chart.finding,
        "“Held” was 4 in July 2026 and 6 in September 2026; not every month is shown. “Owed” was 9 in July 2026 and 7 in \
         September 2026; it was highest in July 2026, with 9."
    );
    assert_eq!(
        chart.description,
        "Line chart of the columns “Held” and “Owed” of the table “A table”: July 2026: “Held” 4, “Owed” 9; August 2026: “Held” [c], \
         “Owed” 8; September 2026: “Held” 6, “Owed” 7."
    );
}

#[test]
fn parts_have_patterns_of_their_own_and_names_in_the_key() {
    let row: &[Option<u64>] = &[Some(3), Some(5), Some(0), Some(9), Some(1), Some(2)];
    let table = table(&["Not started", "On track", "At risk", "Off track", "Complete", "Effect confirmed"], &[("Prevent", row)]);
    let chart = stacked(&table, &[0, 1, 2, 3, 4, 5], NAMED).unwrap();
    for place in 0..6 {
        assert_eq!(chart.svg.matches(&format!("<pattern id=\"chart-test-{place}\"")).count(), 1);
        assert!(chart.svg.contains(&format!("fill=\"url(#chart-test-{place})\"")));
    }
    let lines: std::collections::BTreeSet<&str> =
        chart.svg.split("<path d=\"").skip(1).take(6).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(chart.finding, "The largest part is “Off track” of “Prevent”, with 9.");
}

#[test]
fn a_share_is_measured_against_a_hundred() {
    let mut table = table(&["In time (per cent)"], &[("July 2026", &[None])]);
    table.rows[0].cells = vec![Cell::Percent { value: Some(50.0) }];
    let half = (WIDTH - 100 - 90) / 2;
    assert_eq!(attributes(&bars(&table, 0, NAMED).unwrap().svg, "width"), [half]);
    assert!(months(&table, &[0], NAMED).unwrap().svg.contains(">100%</text>"));
}

#[test]
fn names_too_long_for_a_picture_are_cut_there_and_whole_in_the_description() {
    let long =
        "A theme with a name that nobody would give to a theme but somebody did, in the second year of the plan, for all to read";
    let table = table(&["One", "Two"], &[(long, &[Some(1), Some(2)])]);
    for chart in [bars(&table, 0, NAMED), stacked(&table, &[0, 1], NAMED)].into_iter().flatten() {
        let drawn = chart.svg.split_once("</desc>").unwrap().1;
        assert!(drawn.contains('…') && !drawn.contains(long));
        assert!(chart.description.contains(long));
    }
}

#[test]
fn nothing_shown_is_said_and_no_rows_is_no_chart() {
    let hidden = table(&["One", "Two", "Three"], &[("July 2026", &[None, None, None])]);
    assert!(drawn(&hidden).iter().all(|chart| chart.finding == "No number can be shown."));
    let nought = table(&["One", "Two", "Three"], &[("July 2026", &[Some(0), Some(0), Some(0)])]);
    assert!(drawn(&nought).iter().all(|chart| chart.finding == "Every number shown is nought."
        || chart.finding.contains("was 0")
        || chart.finding.contains("July 2026 only, with 0")));
    assert!(drawn(&table(&["One", "Two", "Three"], &[])).is_empty());
}

#[test]
fn text_cannot_leave_its_place_in_the_drawing() {
    let odd = r#"</text><script>alert(1)</script>&amp;"'"#;
    let table = table(&[odd, "Two", "Three"], &[(odd, &[Some(1), Some(2), Some(3)])]);
    for chart in drawn(&table) {
        assert!(!chart.svg.contains("<script"));
        let mut reader = quick_xml::Reader::from_str(&chart.svg);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
}

#[test]
fn the_largest_has_no_name_where_a_larger_one_may_be_hidden() {
    let row: &[Option<u64>] = &[Some(71), None, Some(8)];
    let said = drawn(&table(&["Male", "Female", "Unknown"], &[("July 2026", row)])).into_iter().map(|chart| chart.finding);
    let findings: Vec<String> = said.collect();
    assert_eq!(findings[1], "Not every number is shown; those shown go from 8 to 71.");
    let only_noughts = table(&["Male", "Female"], &[("July 2026", &[Some(0), None])]);
    let finding = stacked(&only_noughts, &[0, 1], NAMED).unwrap().finding;
    assert_eq!(finding, "Not every number is shown; those shown are all nought.");
    assert!(!findings.concat().contains("largest") && !findings.concat().contains("highest"), "{findings:?}");
}

/// What a pack for partners has of causes and sign-offs.
fn cross(id: &str, headings: &[&str], rows: &[(&str, &[Option<u64>])], total: &[Option<u64>], whole: &str) -> Table {
    let mut table = table(headings, rows);
    table.id = id.to_owned();
    let cell = |value: &Option<u64>| value.map_or(Cell::Hidden, |value| Cell::Count { value });
    table.rows.push(TableRow { label: whole.to_owned(), total: true, cells: total.iter().map(cell).collect() });
    table
}

fn to() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 9, 30).unwrap()
}

#[test]
fn causes_are_drawn_for_a_quarter_and_for_the_whole_of_several() {
    let quarter =
        cross("late-by-cause", &["Times"], &[("Lack of resources", &[Some(9)]), ("Other", &[None])], &[Some(12)], "All causes");
    let [chart] = &super::charts(&[quarter], to())[..] else { panic!() };
    assert_eq!(
        (chart.id.as_str(), chart.table.as_str(), chart.columns.as_slice()),
        ("chart-causes", "late-by-cause", [0].as_slice())
    );
    assert_eq!(chart.description, "Bar chart of the column “Times” of the table “A table”: Lack of resources, 9; Other, [c].");
    let row: &[Option<u64>] = &[Some(9), None, Some(20)];
    let half = cross(
        "late-by-cause",
        &["Lack of resources", "Other", "All causes"],
        &[("April to June 2026", row), ("July to September 2026", row)],
        &[Some(18), None, Some(40)],
        "April to September 2026",
    );
    let [chart] = &super::charts(&[half], to())[..] else { panic!() };
    assert_eq!((chart.table.as_str(), chart.columns.as_slice()), ("late-by-cause", [0, 1].as_slice()));
    assert_eq!(
        chart.description,
        "Bar chart of the row “April to September 2026” of the table “A table”: Lack of resources, 18; Other, [c]."
    );
    assert_eq!(chart.svg.matches(">18</text>").count() + chart.svg.matches(">[c]</text>").count(), 2);
    assert!(!chart.svg.contains(">40</text>"), "the sum is no bar");
}

#[test]
fn sign_offs_are_drawn_by_kind_for_the_whole_period() {
    let headings = [
        "Signed off in time",
        "Signed off late",
        "Signed off, time limit not known",
        "Returned to its writer",
        "All decisions",
        "Signed off in time (per cent)",
    ];
    let row: &[Option<u64>] = &[Some(9), None, Some(0), None, Some(20), None];
    let twice: &[Option<u64>] = &[Some(18), None, Some(0), None, Some(40), None];
    let mut half = cross(
        "decisions",
        &headings,
        &[("April to June 2026: Plan", row), ("July to September 2026: Plan", row)],
        twice,
        "April to September 2026: Plan",
    );
    half.rows.push(TableRow { label: "April to September 2026: All items".to_owned(), ..half.rows[2].clone() });
    let quarter = cross("decisions", &headings, &[("Plan", twice)], twice, "All items");
    let of = |table: Table| super::charts(&[table], to()).remove(0);
    let (half, quarter) = (of(half), of(quarter));
    assert_eq!(half, quarter, "the same numbers of the whole period make the same picture");
    assert_eq!(
        half.description,
        "Stacked bar chart of the columns “Signed off in time”, “Signed off late” and “Signed off, time limit not known” of the table \
         “A table”: Plan: “Signed off in time” 18, “Signed off late” [c], “Signed off, time limit not known” 0."
    );
}

#[test]
fn one_picture_of_causes_and_one_of_sign_offs_is_enough_inside_the_authority() {
    let causes = cross("causes", &["Times"], &[("Other", &[Some(3)])], &[Some(3)], "In all");
    let by_cause = Table { id: "late-by-cause".to_owned(), ..causes.clone() };
    let drawn: Vec<String> = super::charts(&[causes, by_cause], to()).into_iter().map(|chart| chart.table).collect();
    assert_eq!(drawn, ["causes"]);
}
