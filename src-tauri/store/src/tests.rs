//! Every SQL file prepares against the schema, and how SQLite means to run it is kept beside it: a worklist that turns
//! into a scan shows up as a changed line. The schema as a whole is kept too, for people who read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use rusqlite::Connection;

use crate::database::MIGRATIONS;

fn fresh() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    for migration in MIGRATIONS {
        connection.execute_batch(migration).unwrap();
    }
    connection
}

fn sql_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sql");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 60);
    files
}

#[test]
fn every_sql_file_prepares_and_its_plan_is_the_one_that_was_seen() {
    let connection = fresh();
    let mut plans = String::new();
    for file in sql_files() {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let mut statement =
            connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut rows = statement.raw_query();
        writeln!(plans, "{name}").unwrap();
        while let Some(row) = rows.next().unwrap() {
            writeln!(plans, "    {}", row.get::<_, String>("detail").unwrap()).unwrap();
        }
    }
    expect_file!["query_plans.txt"].assert_eq(&plans);
}

#[test]
fn every_sql_file_is_used() {
    let mut code = String::new();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap() {
        code.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap_or_default());
    }
    for file in sql_files() {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(code.contains(&format!("\"{name}\"")), "{name}.sql is used nowhere");
    }
}

#[test]
fn the_schema_is_the_one_that_is_written_down() {
    let connection = fresh();
    let mut statement =
        connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name").unwrap();
    let lines: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    expect_file!["schema.sql"]
        .assert_eq(&format!("-- Made by a test from the migrations. Do not edit.\n\n{};\n", lines.join(";\n\n")));
}

#[test]
fn every_table_is_strict() {
    let connection = fresh();
    let loose: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_register_of_the_first_schema_keeps_its_decisions_and_works_its_duties_out_anew() {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(MIGRATIONS[0]).unwrap();
    connection
        .execute_batch(
            "INSERT INTO register VALUES (zeroblob(16), 'Northshire', '2026-01-01T00:00:00Z', zeroblob(32), '2012-01-02', '2028-12-31');
             INSERT INTO person VALUES (zeroblob(16), 'Maria Osei', 1);
             INSERT INTO case_record (id, reference, opened_on, source, facts, reported, version)
                VALUES (zeroblob(16), 'CW-AAAA-AAAA', '2026-01-05', 'entered', '{}', '{}', 1);
             INSERT INTO duty (case_id, place, rule, family, start_on, due_on, until_on, level_rank)
                VALUES (zeroblob(16), 0, 'never_reviewed', 'no_review', '2026-01-05', '2026-02-02', '9999-12-31', 0);
             INSERT INTO item VALUES (zeroblob(16), zeroblob(16), 'assessment');
             INSERT INTO item_version VALUES (zeroblob(16), zeroblob(16), 1, '{\"kind\":\"assessment\",\"level\":\"high\"}', hex(zeroblob(32)), '[]', '2026-01-06T10:00:00Z');
             INSERT INTO sign_off VALUES (zeroblob(16), hex(zeroblob(32)), 'signed_off', 'low', 'yes', 'Seen.', zeroblob(16), '2026-01-07T10:00:00Z', hex(zeroblob(64)));",
        )
        .unwrap();
    connection.execute_batch(MIGRATIONS[1]).unwrap();
    let one = |text: &str| connection.query_row(text, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(one("SELECT level_before || ' to ' || level FROM sign_off"), "high to low");
    assert_eq!(one("SELECT duties_as_at FROM register"), "", "so that they are worked out on the next opening");
    assert_eq!(one("SELECT count(*) || '' FROM duty"), "0");
}

#[test]
fn a_register_whose_duties_were_worked_out_by_earlier_rules_works_them_out_anew() {
    let connection = fresh();
    let insert = "INSERT INTO register (id, authority, made_at, link_secret, bank_holidays_known_from, bank_holidays_known_to, duties_as_at)
        VALUES (zeroblob(16), 'Northshire', '2026-01-01T00:00:00Z', zeroblob(32), '2012-01-02', '2028-12-31', '2026-11-23')";
    connection.execute_batch(insert).unwrap();
    let records = crate::records::Records::new(&connection);
    assert_eq!(records.duties_as_at().unwrap(), None, "a day alone was written by the first rules");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    records.keep_duties_as_at(day).unwrap();
    assert_eq!(records.duties_as_at().unwrap(), Some(day));
    connection.execute_batch("UPDATE register SET duties_as_at = '2026-11-26 by revision 1'").unwrap();
    assert_eq!(records.duties_as_at().unwrap(), None);
}

#[test]
fn a_register_of_the_fifth_schema_finds_out_who_woke_a_flag() {
    let connection = Connection::open_in_memory().unwrap();
    for migration in &MIGRATIONS[..5] {
        connection.execute_batch(migration).unwrap();
    }
    connection
        .execute_batch(
            "INSERT INTO person (id, name, active) VALUES (zeroblob(16), 'Maria Osei', 1);
             INSERT INTO case_record (id, reference, opened_on, source, facts, reported, version)
                VALUES (zeroblob(16), 'CW-AAAA-AAAA', '2026-01-05', 'entered', '{}', '{}', 1);
             INSERT INTO snooze VALUES (x'00000000000000000000000000000001', zeroblob(16), 'never_reviewed', NULL, '2026-01-05',
                '2026-05-15', '', 'The chair is ill.', zeroblob(16), '2026-05-01T12:00:00.000000Z', '2026-05-04T12:00:00.000000Z');
             INSERT INTO snooze VALUES (x'00000000000000000000000000000002', zeroblob(16), 'never_reviewed', NULL, '2026-01-05',
                '2026-05-25', '', 'The panel moved.', zeroblob(16), '2026-05-05T12:00:00.000000Z', '9999-12-31');
             INSERT INTO event (sequence, at, op, person_id, commitment, previous, hash)
                VALUES (1, '2026-05-04T12:00:00.000000Z', 'end_snooze', zeroblob(16), hex(zeroblob(32)), hex(zeroblob(32)), hex(zeroblob(32)));",
        )
        .unwrap();
    connection.execute_batch(MIGRATIONS[5]).unwrap();
    let nobody = uuid::Uuid::nil();
    let snoozes = crate::records::Records::new(&connection).snoozes(caseward_domain::id::CaseId(nobody)).unwrap();
    let ended: Vec<_> = snoozes.iter().map(|snooze| snooze.ended.as_ref().and_then(|ended| ended.by)).collect();
    assert_eq!(ended, [Some(caseward_domain::id::PersonId(nobody)), None]);
    let day = |text: &str| text.parse().unwrap();
    let holds = |place: usize, on: &str| snoozes[place].holds_on(day(on));
    assert_eq!(["2026-04-30", "2026-05-01", "2026-05-03", "2026-05-04"].map(|on| holds(0, on)), [false, true, true, false]);
    assert_eq!(["2026-05-04", "2026-05-05", "2026-05-25", "2026-05-26"].map(|on| holds(1, on)), [false, true, true, false]);
}

#[test]
fn a_register_of_the_second_schema_keeps_its_moved_dates_as_changes() {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(MIGRATIONS[0]).unwrap();
    connection.execute_batch(MIGRATIONS[1]).unwrap();
    connection
        .execute_batch(
            "INSERT INTO objective VALUES (zeroblob(16), 'Prevention', 'Safe');
             INSERT INTO action VALUES (zeroblob(16), zeroblob(16), 'Train', 'Lead', 'Council', '', NULL, '2026-06-30', '', '', '', '5');
             INSERT INTO action_moved VALUES (zeroblob(16), '2026-03-30T10:00:00Z', '2026-03-31');",
        )
        .unwrap();
    for migration in &MIGRATIONS[2..] {
        connection.execute_batch(migration).unwrap();
    }
    let [action] = crate::records::Records::new(&connection).actions().unwrap().try_into().unwrap();
    let moved = caseward_domain::action_plan::slippage(&action.record, "2026-04-01".parse().unwrap());
    let told: Vec<_> = moved.iter().map(|m| (m.on.to_string(), m.from.to_string(), m.to.unwrap().to_string(), m.by)).collect();
    assert_eq!(told, [("2026-03-30".to_owned(), "2026-03-31".to_owned(), "2026-06-30".to_owned(), None)]);
    assert_eq!((action.undated_now.as_str(), action.record.entered_on), ("5", None));
}
