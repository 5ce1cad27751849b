//! Small tables and how they leave.

use super::{line, made, people, printed, rows, seed};
use crate::{
    Audience, Category, Cost, Dimension, Profile, ProfileError, Refusal, Release, Series, Shown, Table, TableError, Why, attack,
    audit, publish,
};
use expect_test::{Expect, expect};

fn check(table: Table, profile: Profile, expected: Expect) {
    let text = match made(&[table], &profile, &[]) {
        Ok(releases) => printed(&releases[0]),
        Err(refusal) => refusal.to_string(),
    };
    expected.assert_eq(&text);
}

fn table(counts: &[&[u32]]) -> Table {
    rows("Cases", people("Cases", 1, Series::Apart), counts)
}

#[test]
fn nothing_is_hidden_inside_the_authority() {
    check(
        table(&[&[1, 20], &[0, 30]]),
        Profile::INTERNAL,
        expect![[r#"
            51   1    50
            21   1    20
            30   0    30
        "#]],
    );
}

#[test]
fn nothing_is_hidden_where_nothing_is_small() {
    check(
        table(&[&[10, 20], &[12, 30]]),
        Profile::PARTNERS,
        expect![[r#"
            72   22   50
            30   10   20
            42   12   30
        "#]],
    );
}

#[test]
fn one_small_count_takes_three_more_with_it() {
    check(
        table(&[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]]),
        Profile::PARTNERS,
        expect![[r#"
            200  55   68   77
            53   [c]  [c]  30
            67   [c]  [c]  25
            80   40   18   22
        "#]],
    );
}

#[test]
fn two_small_counts_that_would_pin_each_other_get_cover() {
    check(
        line("Cases", people("Cases", 1, Series::Apart), &[5, 5, 40, 30]),
        Profile::PARTNERS,
        expect![[r#"
            80   [c]  [c]  40   [c]
        "#]],
    );
}

#[test]
fn two_small_counts_that_leave_each_other_open_need_none() {
    check(
        line("Cases", people("Cases", 1, Series::Apart), &[2, 4, 40, 30]),
        Profile::PARTNERS,
        expect![[r#"
            76   [c]  [c]  40   30
        "#]],
    );
}

#[test]
fn the_parts_of_a_small_total_are_hidden_alike() {
    check(
        table(&[&[1, 1, 0, 1], &[20, 30, 25, 40], &[15, 18, 12, 33]]),
        Profile::PARTNERS,
        expect![[r#"
            196  36   49   37   74
            [c]  [c]  [c]  [c]  [c]
            115  20   30   25   40
            [c]  [c]  [c]  [c]  [c]
        "#]],
    );
}

#[test]
fn a_full_row_hides_behind_one_of_its_zeros() {
    check(
        table(&[&[14, 0, 0], &[20, 30, 25], &[15, 18, 12]]),
        Profile::PARTNERS,
        expect![[r#"
            134  49   48   37
            14   [c]  [c]  0
            75   [c]  [c]  25
            45   15   18   12
        "#]],
    );
}

#[test]
fn the_rest_is_rounded_for_the_public() {
    check(
        table(&[&[3, 21, 33], &[12, 38, 24], &[47, 18, 22]]),
        Profile::PUBLIC,
        expect![[r#"
            220  60   75   80
            55   [c]  [c]  35
            75   10   40   25
            85   45   20   20
        "#]],
    );
}

#[test]
fn an_empty_table_is_shown() {
    check(
        table(&[&[0, 0], &[0, 0]]),
        Profile::PUBLIC,
        expect![[r#"
            0    0    0
            0    0    0
            0    0    0
        "#]],
    );
}

#[test]
fn a_small_total_with_one_part_needs_nothing_more() {
    check(
        line("Cases", people("Cases", 1, Series::Apart), &[3]),
        Profile::PARTNERS,
        expect![[r#"
            [c]  [c]
        "#]],
    );
}

#[test]
fn a_full_row_that_tells_nothing_private_is_shown() {
    let harmless = Dimension::flat("Quarter", "All", &["First", "Second"]).unwrap().harmless();
    let table =
        Table::from_finest(
            "Cases",
            people("Cases", 1, Series::Apart),
            vec![harmless],
            |names| if names[0] == "First" { 14 } else { 0 },
        );
    check(
        table.unwrap(),
        Profile::PARTNERS,
        expect![[r#"
            14   14   0
        "#]],
    );
}

#[test]
fn subtotals_are_sums_too() {
    let low = Category::of("Under 14", [Category::new("10 to 11"), Category::new("12 to 13")]);
    let high = Category::of("14 and over", [Category::new("14 to 15"), Category::new("16 to 17")]);
    let ages = Dimension::new("Age", Category::of("All", [low, high])).unwrap();
    let table = Table::from_finest("Cases", people("Cases", 1, Series::Apart), vec![ages], |names| match names[0] {
        "10 to 11" => 2,
        "12 to 13" => 19,
        "14 to 15" => 30,
        _ => 24,
    });
    check(
        table.unwrap(),
        Profile::PARTNERS,
        expect![[r#"
            75   21   [c]  [c]  54   30   24
        "#]],
    );
}

#[test]
fn a_cell_that_two_tables_share_is_hidden_in_both() {
    let counts = std::collections::BTreeMap::from([("a", 3), ("b", 20), ("c", 30)]);
    let by = |title: &str, other: &str| {
        let first = Dimension::flat("Level", "All", &["a", "b", "c"]).unwrap();
        let second = Dimension::flat(other, "All", &["x", "y"]).unwrap();
        Table::from_finest(title, people("Cases", 1, Series::Apart), vec![first, second], |names| {
            let all = counts[names[0]];
            if names[1] == "x" { all / 3 } else { all - all / 3 }
        })
        .unwrap()
    };
    let releases = made(&[by("By sex", "Sex"), by("By area", "Area")], &Profile::PARTNERS, &[]).unwrap();
    let margin = |release: &Release| release.cells.iter().step_by(3).copied().collect::<Vec<_>>();
    assert_eq!(margin(&releases[0]), margin(&releases[1]));
    expect![[r#"
        53   17   36
        [c]  [c]  [c]
        [c]  [c]  [c]
        30   10   20

        53   17   36
        [c]  [c]  [c]
        [c]  [c]  [c]
        30   10   20
    "#]]
    .assert_eq(&releases.iter().map(printed).collect::<Vec<_>>().join("\n"));
}

#[test]
fn tables_that_count_a_cell_differently_are_refused_by_name() {
    let cases = || people("Cases", 1, Series::Apart);
    let refusal = made(&[line("One", cases(), &[10, 20]), line("Two", cases(), &[10, 21])], &Profile::PARTNERS, &[]).unwrap_err();
    assert_eq!(refusal, Refusal::Disagrees { table: "Two".into(), cell: "All".into() });
}

#[test]
fn a_table_that_cannot_be_protected_is_refused_by_name() {
    // Somebody published the whole row elsewhere, but for the cell that is now to be hidden.
    let table = || line("Cases", people("Cases", 1, Series::Apart), &[3, 20, 30]);
    let mut out = made(&[table()], &Profile::INTERNAL, &[]).unwrap();
    out[0].profile = Profile::PARTNERS;
    out[0].cells[1] = Shown::Hidden(Why::Small);
    let refusal = made(&[table()], &Profile::PARTNERS, &out).unwrap_err();
    assert_eq!(refusal, Refusal::TooFine { table: "Cases".into(), cell: "c0".into() });
    let words =
        "Cases cannot be published: c0 could be worked out whatever else is hidden. Join categories or leave the table out";
    assert_eq!(refusal.to_string(), words);
}

#[test]
fn a_leak_made_by_hand_is_found_and_named() {
    let mut releases = made(&[table(&[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]])], &Profile::PARTNERS, &[]).unwrap();
    audit(&releases, Audience::Partners).unwrap();
    let covers = releases[0].cells.iter().position(|cell| *cell == Shown::Hidden(Why::Cover)).unwrap();
    let truth = table(&[&[3, 20, 30], &[12, 30, 25], &[40, 18, 22]]).counts()[covers];
    releases[0].cells[covers] = Shown::Number(truth);
    assert!(matches!(audit(&releases, Audience::Partners), Err(Refusal::KnownTooClosely { .. })));
    let known = attack(&releases, Audience::Partners).unwrap();
    assert!(known.iter().any(|known| known.too_close && known.lowest == 3 && known.highest == Some(3)));
}

#[test]
fn the_least_people_are_hidden_when_people_are_what_it_costs() {
    let table = table(&[&[3, 200, 30], &[12, 300, 25], &[400, 18, 22]]);
    let releases = publish(&[table], &Profile::PARTNERS, &[], &seed(1), Cost::People).unwrap();
    expect![[r#"
        1010 415  518  77
        233  [c]  200  [c]
        337  [c]  300  [c]
        440  400  18   22
    "#]]
    .assert_eq(&printed(&releases[0]));
}

#[test]
fn equals_are_drawn_with_the_seed() {
    let table = table(&[&[3, 20, 20, 20], &[20, 20, 20, 20], &[20, 20, 20, 20]]);
    let drawn: std::collections::BTreeSet<String> = (0..12)
        .map(|byte| {
            printed(&publish(std::slice::from_ref(&table), &Profile::PARTNERS, &[], &seed(byte), Cost::Cells).unwrap()[0])
        })
        .collect();
    assert!(drawn.len() > 3, "{} ways in twelve draws", drawn.len());
}

#[test]
fn shares_come_from_shown_numbers() {
    let share = |part, whole| Shown::share_of(part, whole);
    assert_eq!(share(Shown::Number(20), Shown::Number(60)), Some(333));
    assert_eq!(share(Shown::Number(1), Shown::Number(2_000)), Some(1));
    assert_eq!(share(Shown::Hidden(Why::Small), Shown::Number(60)), None);
    assert_eq!(share(Shown::Number(0), Shown::Number(0)), None);
}

#[test]
fn thresholds_are_checked_when_made() {
    assert!(Profile::new(Audience::Partners, 9, 1).is_ok());
    assert!(Profile::new(Audience::Public, 12, 5).is_ok());
    assert!(Profile::new(Audience::Public, 4, 10).is_ok());
    assert_eq!(Profile::new(Audience::Partners, 1, 1), Err(ProfileError::HidesTooLittle));
    assert_eq!(Profile::new(Audience::Partners, 101, 1), Err(ProfileError::HidesTooMuch));
    assert_eq!(Profile::new(Audience::Public, 7, 0), Err(ProfileError::Base));
    assert_eq!(Profile::new(Audience::Public, 5, 5), Err(ProfileError::Edge(2, 7)));
    assert_eq!(Profile::new(Audience::Internal, 5, 1), Err(ProfileError::InternalIsExact));
}

#[test]
fn every_shown_number_stands_for_as_many_counts_as_the_base() {
    for (hidden, base) in [(7, 5), (2, 5), (4, 10), (14, 10), (4, 3), (5, 1)] {
        let profile = Profile::new(Audience::Public, hidden, base).unwrap();
        for count in hidden + 1..200 {
            let (low, high) = profile.stands_for(profile.printed(count));
            assert!(low <= i64::from(count) && i64::from(count) <= high && high - low + 1 == i64::from(base));
        }
    }
}

#[test]
fn a_table_that_does_not_add_up_is_refused() {
    let dimension = Dimension::flat("Column", "All", &["a", "b"]).unwrap();
    let wrong = Table::new("Cases", people("Cases", 1, Series::Apart), vec![dimension], vec![30, 10, 21]);
    assert_eq!(wrong, Err(TableError::DoesNotAddUp { table: "Cases".into(), cell: "All".into() }));
}

#[test]
fn the_register_comes_back_as_it_was_written() {
    let releases = made(&[table(&[&[3, 20], &[12, 30]])], &Profile::PUBLIC, &[]).unwrap();
    let text = serde_json::to_string(&releases).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Release>>(&text).unwrap(), releases);
}

#[test]
fn a_seed_never_shows_itself() {
    assert_eq!(format!("{:?}", seed(7)), "Seed(…)");
}
