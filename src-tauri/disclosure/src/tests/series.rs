//! Packs that follow one another, and readers who keep them.

use super::{line, made, people, printed, rows};
use crate::{Audience, Balance, Dimension, Known, Profile, Refusal, Release, Series, Shown, Table, Term, attack, audit};
use expect_test::expect;

fn quarter(edition: u32, series: Series, counts: &[&[u32]]) -> Table {
    rows(&format!("Quarter {edition}"), people("Cases", edition, series), counts)
}

/// Makes each table with all before it in the register.
fn in_turn(tables: &[Table], profile: Profile) -> Vec<Release> {
    tables.iter().fold(Vec::new(), |mut register, table| {
        register.extend(made(std::slice::from_ref(table), &profile, &register).unwrap());
        register
    })
}

fn text(register: &[Release]) -> String {
    register.iter().map(printed).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_year_so_far_that_grows_by_two_is_caught() {
    let first: &[&[u32]] = &[&[20, 31], &[42, 25]];
    let second: &[&[u32]] = &[&[22, 31], &[42, 25]];
    let register = in_turn(&[quarter(1, Series::Cumulative, first), quarter(2, Series::Cumulative, second)], Profile::PARTNERS);
    expect![[r#"
        118  62   56
        51   20   31
        67   42   25

        [c]  [c]  [c]
        [c]  [c]  [c]
        [c]  [c]  25
    "#]]
    .assert_eq(&text(&register));
}

#[test]
fn quarters_that_count_different_things_are_let_be() {
    let first: &[&[u32]] = &[&[20, 31], &[42, 25]];
    let second: &[&[u32]] = &[&[22, 31], &[42, 25]];
    let register = in_turn(&[quarter(1, Series::Apart, first), quarter(2, Series::Apart, second)], Profile::PARTNERS);
    assert!(register.iter().flat_map(|release| &release.cells).all(|cell| matches!(cell, Shown::Number(_))));
}

#[test]
fn changes_that_are_none_or_large_are_let_be() {
    let first: &[&[u32]] = &[&[20, 31], &[42, 25]];
    let second: &[&[u32]] = &[&[20, 51], &[42, 45]];
    let register = in_turn(&[quarter(1, Series::Cumulative, first), quarter(2, Series::Cumulative, second)], Profile::PARTNERS);
    assert!(register.iter().flat_map(|release| &release.cells).all(|cell| matches!(cell, Shown::Number(_))));
}

/// What the public can say of the change in every cell when one child is added: no cell's change is told to less than five values, and
/// every cell might have had one, or none.
#[test]
fn a_child_added_to_the_public_tables_cannot_be_read_from_the_difference() {
    let before = [[9_u32, 23, 31], [14, 40, 27], [3, 18, 52]];
    for row in 0..3 {
        for column in 0..3 {
            let mut after = before;
            after[row][column] += 1;
            let table = |edition, counts: &[[u32; 3]; 3]| {
                quarter(edition, Series::Snapshot, &counts.iter().map(|row| row.as_slice()).collect::<Vec<_>>())
            };
            let register = in_turn(&[table(1, &before), table(2, &after)], Profile::PUBLIC);
            let known = attack(&register, Audience::Public).unwrap();
            let changes: Vec<&Known> = known.iter().filter(|known| known.change).collect();
            assert_eq!(changes.len(), 16);
            for change in changes {
                let highest = change.highest.unwrap_or(i64::MAX);
                assert!(!change.too_close && highest - change.lowest >= 4, "{change:?}");
                assert!(change.lowest <= 1 && highest >= 1, "{change:?}");
            }
        }
    }
}

#[test]
fn the_same_edition_again_stays_hidden_where_it_was() {
    let counts: &[&[u32]] = &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]];
    let table = quarter(1, Series::Apart, counts);
    let first = made(std::slice::from_ref(&table), &Profile::PARTNERS, &[]).unwrap();
    let again = crate::publish(&[table], &Profile::PARTNERS, &first, &super::seed(9), crate::Cost::Cells).unwrap();
    assert_eq!(first[0].cells, again[0].cells);
}

#[test]
fn another_table_of_the_same_people_does_not_open_an_earlier_one() {
    let whole = rows("By row and column", people("Cases", 1, Series::Apart), &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]]);
    let first = made(&[whole], &Profile::PARTNERS, &[]).unwrap();
    let margin = line("By column", people("Cases", 1, Series::Apart), &[55, 68, 77]);
    let second = made(&[margin], &Profile::PARTNERS, &first).unwrap();
    let both: Vec<Release> = first.into_iter().chain(second).collect();
    audit(&both, Audience::Partners).unwrap();
    expect![[r#"
        200  55   68   77
        53   [c]  [c]  30
        67   [c]  [c]  25
        80   40   18   22

        200  55   68   77
    "#]]
    .assert_eq(&text(&both));
}

#[test]
fn partners_who_also_read_the_public_tables_learn_no_more() {
    let counts: &[&[u32]] = &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]];
    let table = || quarter(1, Series::Apart, counts);
    let for_partners = made(&[table()], &Profile::PARTNERS, &[]).unwrap();
    let for_public = made(&[table()], &Profile::PUBLIC, &for_partners).unwrap();
    let all: Vec<Release> = for_partners.into_iter().chain(for_public).collect();
    audit(&all, Audience::Partners).unwrap();
    audit(&all, Audience::Public).unwrap();
    expect![[r#"
        200  55   68   77
        53   [c]  [c]  30
        67   [c]  [c]  25
        80   40   18   22

        200  55   70   75
        55   [c]  20   30
        65   [c]  30   25
        80   40   20   20
    "#]]
    .assert_eq(&text(&all));
}

#[test]
fn a_count_that_was_released_otherwise_is_refused_by_name() {
    let first = made(&[quarter(1, Series::Apart, &[&[20, 31], &[42, 25]])], &Profile::PARTNERS, &[]).unwrap();
    let refusal = made(&[quarter(1, Series::Apart, &[&[21, 31], &[42, 25]])], &Profile::PARTNERS, &first).unwrap_err();
    assert_eq!(refusal, Refusal::Contradicts { table: "Quarter 1".into(), cell: "All, All".into() });
}

#[test]
fn two_releases_that_show_and_hide_one_cell_are_found_out() {
    let counts: &[&[u32]] = &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]];
    let hidden = made(&[quarter(1, Series::Apart, counts)], &Profile::PARTNERS, &[]).unwrap();
    let mut shown = hidden.clone();
    shown[0].cells = quarter(1, Series::Apart, counts).counts().iter().map(|count| Shown::Number(*count)).collect();
    let both: Vec<Release> = hidden.into_iter().chain(shown).collect();
    assert!(audit(&both, Audience::Partners).is_err());
}

/// Open before, opened, closed and open after, each a population of its own.
fn flow(opened: u32, closed: u32, with_balance: bool) -> Vec<Table> {
    let only =
        |name: &str, edition, count| {
            let whole = Dimension::flat("Quarter", "All", &["this", "that"]).unwrap();
            Table::from_finest(name, people(name, edition, Series::Apart), vec![whole], |names| {
                if names[0] == "this" { count } else { 60 }
            })
            .unwrap()
        };
    let term = |population: &str, edition, times| Term { population: population.into(), edition, narrowed: Vec::new(), times };
    let terms = vec![term("Open", 1, 1), term("Opened", 1, 1), term("Closed", 1, -1), term("Open", 2, -1)];
    let small = |name: &str, count| {
        let whole = Dimension::flat("Kind", "All", &["one"]).unwrap();
        Table::from_finest(name, people(name, 1, Series::Apart), vec![whole], |_| count).unwrap()
    };
    let after = only("Open", 2, 40 + opened - closed);
    let after = if with_balance { after.balancing(Balance { terms }) } else { after };
    vec![only("Open", 1, 40), small("Opened", opened), small("Closed", closed), after]
}

#[test]
fn what_the_stock_and_the_flow_say_together_is_known_to_the_attack() {
    let shown = |tables: &[Table]| -> String {
        let releases = made(tables, &Profile::PARTNERS, &[]).unwrap();
        releases.iter().map(|release| release.cells[0].to_string()).collect::<Vec<_>>().join(" + ")
    };
    assert_eq!(shown(&flow(3, 20, false)), "100 + [c] + 20 + 83", "and so opened 3");
    let guarded = shown(&flow(3, 20, true));
    assert_eq!(guarded.matches("[c]").count(), 2, "{guarded}");
}

#[test]
fn the_parts_of_a_quarter_add_up_with_the_year() {
    let quarter = |names: &[&str]| if names[0] == "Spring" { 20 } else { 3 };
    let one = |name: &str| {
        let time = Dimension::flat("Time", name, &[]).unwrap().part_of_a_whole();
        let kind = Dimension::flat("Kind", "All", &["this", "that"]).unwrap();
        Table::from_finest(name, people("Held", 1, Series::Apart), vec![time, kind], quarter).unwrap()
    };
    let apart = in_turn(&[one("Spring"), one("Summer")], Profile::PARTNERS);
    assert_eq!(text(&apart), "40   20   20\n\n6    [c]  [c]\n", "six and six: three and three, or else");
    let time = Dimension::flat("Time", "Half a year", &["Spring", "Summer"]).unwrap().part_of_a_whole();
    let kind = Dimension::flat("Kind", "All", &["this", "that"]).unwrap();
    let both = Table::from_finest("Both", people("Held", 1, Series::Apart), vec![time, kind], quarter).unwrap();
    let year = made(&[both], &Profile::PARTNERS, &apart).unwrap();
    assert_eq!(printed(&year[0]), "46   [c]  [c]\n40   20   20\n6    [c]  [c]\n");
}

#[test]
fn a_list_that_was_put_right_hides_what_it_hid_before() {
    let counts: &[&[u32]] = &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]];
    let first = made(&[quarter(1, Series::Snapshot, counts)], &Profile::PARTNERS, &[]).unwrap();
    let hidden: Vec<usize> = (0..16).filter(|cell| matches!(first[0].cells[*cell], Shown::Hidden(_))).collect();
    assert!(!hidden.is_empty());
    let put_right: &[&[u32]] = &[&[3, 20, 30], &[12, 30, 25], &[40, 18, 42]];
    let again = quarter(2, Series::Snapshot, put_right).keeping_hidden(first[0].hidden());
    let again = made(&[again], &Profile::PARTNERS, &first).unwrap();
    assert!(hidden.iter().all(|cell| matches!(again[0].cells[*cell], Shown::Hidden(_))), "{}", printed(&again[0]));
}

#[test]
fn the_same_line_for_partners_and_then_for_the_public() {
    let counts = [4, 40, 30, 4, 0, 5, 7, 10, 4, 12, 132];
    for byte in 0..20 {
        let table = || line("Causes", people("Causes", 0, Series::Apart), &counts);
        let first = crate::publish(&[table()], &Profile::PARTNERS, &[], &super::seed(byte), crate::Cost::Cells).unwrap();
        let second = crate::publish(&[table()], &Profile::PUBLIC, &first, &super::seed(byte), crate::Cost::Cells);
        assert!(second.is_ok(), "{byte} {second:?}\n{}", printed(&first[0]));
    }
}

/// A quarter had one and another had one, each printed as `[c]`: a year of two can no longer be one.
#[test]
fn a_small_sum_of_small_numbers_is_hidden_as_any_other() {
    let time = |name: &str, parts: &[&str]| Dimension::flat("Time", name, parts).unwrap().part_of_a_whole();
    let kind = || Dimension::flat("Kind", "All", &["this", "that", "other"]).unwrap();
    let count = |names: &[&str]| match names[1] {
        "this" => 1,
        "that" => 30,
        _ => 20,
    };
    let table =
        |time: Dimension| Table::from_finest("Held", people("Held", 1, Series::Apart), vec![time, kind()], count).unwrap();
    let quarters = in_turn(&[table(time("Spring", &[])), table(time("Summer", &[]))], Profile::PARTNERS);
    let year = made(&[table(time("Half a year", &["Spring", "Summer"]))], &Profile::PARTNERS, &quarters).unwrap();
    assert!(matches!(year[0].cells[1], Shown::Hidden(_)), "{}", printed(&year[0]));
}

/// Everybody of one quarter has one category and nobody was in the other quarter: both hide the same zero.
#[test]
fn a_full_row_of_a_quarter_is_a_full_row_of_its_year() {
    let time = |name: &str, parts: &[&str]| Dimension::flat("Time", name, parts).unwrap().part_of_a_whole();
    let kind = || Dimension::flat("Kind", "All", &["high", "medium", "low", "none"]).unwrap();
    let count = |names: &[&str]| if names == ["Summer", "low"] { 13 } else { 0 };
    let table =
        |time: Dimension| Table::from_finest("Closed", people("Closed", 1, Series::Apart), vec![time, kind()], count).unwrap();
    for profile in [Profile::PARTNERS, Profile::PUBLIC] {
        for byte in 0..12 {
            let publish = |table: Table, before: &[Release]| {
                crate::publish(&[table], &profile, before, &super::seed(byte), crate::Cost::Cells).unwrap()
            };
            let mut register = publish(table(time("Spring", &[])), &[]);
            register.extend(publish(table(time("Summer", &[])), &register));
            let year = publish(table(time("Half a year", &["Spring", "Summer"])), &register);
            assert_eq!(printed(&year[0]).matches("[c]").count(), 4, "{}", printed(&year[0]));
        }
    }
}
