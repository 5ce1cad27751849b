//! A register many times over, for sizes that would take hours to invent: every case of a demonstration again and again under
//! other ids and references, with all of its rows. Its audit chain stays that of the demonstration, so it is for timing alone.

use std::path::Path;

use caseward_domain::reference::CaseReference;
use rusqlite::Connection;

use crate::with_bare;

/// Tables with what is to be another in each copy; every other column is copied. `{}` stands for the column.
const TABLES: &[(&str, &[(&str, &str)])] = &[
    (
        "case_record",
        &[
            ("id", ID),
            ("reference", "(SELECT r.reference FROM temp.name AS r WHERE r.id = t.id AND r.n = c.n)"),
            ("link_key", KEY),
        ],
    ),
    ("worker_change", &[("case_id", ID)]),
    ("review_date", &[("id", ID), ("case_id", ID)]),
    ("earlier_period", &[("case_id", ID)]),
    ("snooze", &[("id", ID), ("case_id", ID), ("subject", SUBJECT)]),
    ("lateness", &[("case_id", ID), ("subject", SUBJECT)]),
    ("item", &[("id", ID), ("case_id", ID)]),
    ("item_version", &[("id", ID), ("item_id", ID)]),
    ("submission", &[("id", ID), ("version_id", ID)]),
    ("sign_off", &[("version_id", ID)]),
    ("returned_work", &[("version_id", ID)]),
    ("plan_update", &[("id", ID), ("case_id", ID)]),
    ("episode", &[("id", ID), ("case_id", ID)]),
    ("duty", &[("case_id", ID), ("subject", SUBJECT)]),
];

/// The last two bytes of an id make room for the number of the copy.
const ID: &str = "CAST(substr({}, 1, 14) || c.bytes AS BLOB)";
const KEY: &str = "CAST(substr({}, 1, 30) || c.bytes AS BLOB)";
/// Actions of a plan keep the ids that its text has.
const SUBJECT: &str = "CASE WHEN t.rule = 'action_overdue' OR length({}) <> 16 OR {} IS NULL THEN {} ELSE CAST(substr({}, 1, 14) || c.bytes AS BLOB) END";

/// Makes the register so many times as large.
pub fn multiply(register: &Path, times: u32) {
    let before = register.join("before.db");
    std::fs::copy(register.join("register.db"), &before).unwrap();
    with_bare(register, |register| copy(register.bare(), &before, times));
    std::fs::remove_file(before).unwrap();
}

fn copy(connection: &Connection, before: &Path, times: u32) {
    connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
             CREATE TEMP TABLE copy (n INTEGER PRIMARY KEY, bytes BLOB);
             CREATE TEMP TABLE name (id BLOB, n INTEGER, reference TEXT, PRIMARY KEY (id, n)) WITHOUT ROWID;",
        )
        .unwrap();
    // Without a key of its own it is opened with that of the register.
    connection.execute("ATTACH DATABASE ?1 AS src", [before.to_str().unwrap()]).unwrap();
    for n in 0..times {
        let bytes = u16::try_from(n).unwrap().to_be_bytes();
        connection.execute("INSERT INTO copy VALUES (?1, ?2)", rusqlite::params![n, &bytes[..]]).unwrap();
    }
    name_cases(connection, times);
    for (table, changed) in TABLES {
        let indexes = rows(
            connection,
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?1",
            table,
        );
        for (name, _) in &indexes {
            connection.execute_batch(&format!("DROP INDEX main.{name}")).unwrap();
        }
        let columns = rows(connection, "SELECT name, CASE pk WHEN 1 THEN 'first' ELSE '' END FROM pragma_table_info(?1)", table);
        let value = |column: &String| match changed.iter().find(|(name, _)| name == column) {
            Some((_, text)) => text.replace("{}", &format!("t.{column}")),
            None => format!("t.{column}"),
        };
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let values: Vec<String> = columns.iter().map(|(name, _)| value(name)).collect();
        // In the order of their new keys, so that each table grows at its end.
        let key = columns.iter().find(|(_, place)| place == "first").map_or("rowid", |(name, _)| name.as_str());
        let (names, values) = (names.join(", "), values.join(", "));
        connection
            .execute_batch(&format!(
                "BEGIN; DELETE FROM main.{table};
                 INSERT INTO main.{table} ({names}) SELECT {values} FROM src.{table} AS t CROSS JOIN temp.copy AS c ORDER BY t.{key}, c.n;
                 COMMIT;"
            ))
            .unwrap();
        for (_, text) in &indexes {
            connection.execute_batch(text).unwrap();
        }
        println!("{table}: {times} times as large");
    }
    connection
        .execute_batch(&format!(
            "UPDATE main.duty_tally SET duties = duties * {times}; DETACH DATABASE src; PRAGMA wal_checkpoint(TRUNCATE);"
        ))
        .unwrap();
}

/// A reference for each copy of each case.
fn name_cases(connection: &Connection, times: u32) {
    let mut ids = connection.prepare("SELECT id FROM src.case_record").unwrap();
    let ids: Vec<Vec<u8>> = ids.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    connection.execute_batch("BEGIN").unwrap();
    let mut insert = connection.prepare("INSERT INTO name VALUES (?1, ?2, ?3)").unwrap();
    let mut drawn = 0_u64;
    for id in &ids {
        for n in 0..times {
            // An odd step goes through all 35 bits before it comes back.
            drawn = drawn.wrapping_add(20_391_270_137) & ((1 << 35) - 1);
            insert.execute(rusqlite::params![id, n, CaseReference::from_random(drawn).as_str()]).unwrap();
        }
    }
    connection.execute_batch("COMMIT").unwrap();
}

fn rows(connection: &Connection, text: &str, of: &str) -> Vec<(String, String)> {
    let mut statement = connection.prepare(text).unwrap();
    statement.query_map([of], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}
