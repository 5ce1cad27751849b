//! Saving a review with its duties and its audit event, against inserting the same rows: what the verb wrote is read,
//! taken back, and written again by bare SQL in one transaction a review.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use caseward_casework::call;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;

use crate::{desk, median, print, with_bare};

const REVIEWS: u32 = 60;

/// The tables that saving a review may write, each after those that it points at, with the columns of its key.
const TABLES: [(&str, &str); 7] = [
    ("case_record", "id"),
    ("item", "id"),
    ("item_version", "id"),
    ("duty", "case_id, place"),
    ("duty_tally", "rule, level_rank, due_on"),
    ("event", "sequence"),
    ("event_payload", "sequence"),
];

type Row = Vec<Value>;
type Rows = BTreeMap<&'static str, Vec<Row>>;

pub fn run(register: &Path) {
    let references = with_bare(register, |register| open_cases(register.bare()));
    let before = with_bare(register, |register| rows_of(register.bare(), &references));
    // Once unmeasured, so that what is measured meets the same pages in the machine's memory as bare SQL does after it.
    save_reviews(register, &references);
    let undo = |after: &Rows| {
        let changes = changes(&before, after);
        assert_eq!(changes.len(), references.len(), "one change for each review");
        with_bare(register, |register| {
            take_back(register.bare(), &changes);
            assert_eq!(rows_of(register.bare(), &references), before, "all of it is taken back");
        });
        changes
    };
    let rows_now = || with_bare(register, |register| rows_of(register.bare(), &references));
    undo(&rows_now());
    let mut ours = save_reviews(register, &references);
    let after = rows_now();
    let changes = undo(&after);
    let mut bare = with_bare(register, |register| {
        let connection = register.bare();
        let save = |change: &Change| {
            let start = Instant::now();
            connection.execute_batch("BEGIN IMMEDIATE").unwrap();
            apply(connection, change);
            connection.execute_batch("COMMIT").unwrap();
            start.elapsed()
        };
        changes.iter().map(save).collect::<Vec<_>>()
    });
    assert_eq!(rows_now(), after, "the same rows are there again");
    undo(&after);
    print("saving a review, with duties and audit event", median(&mut ours), median(&mut bare));
}

/// One review on each case through the verb, from a desk that has just been opened; how long each took.
fn save_reviews(register: &Path, references: &[String]) -> Vec<Duration> {
    let today = chrono::Utc::now().date_naive();
    let mut desk = desk(register);
    let save = |reference: &String| {
        let content = json!({
            "kind": "review", "held_on": today.to_string(), "agencies": ["Police", "Health"], "participation": "PN1", "level": "medium",
            "plan_progressing": "partly", "changed_by_views": "Meetings moved to after school.",
            "next_review_on": (today + chrono::Days::new(28)).to_string(),
        });
        let start = Instant::now();
        call(&mut desk, "record_item", json!({"reference": reference, "content": content})).unwrap();
        start.elapsed()
    };
    references.iter().map(save).collect()
}

fn open_cases(connection: &Connection) -> Vec<String> {
    let text = "SELECT reference FROM case_record WHERE closed_on = '9999-12-31' AND reviews > 0 AND last_review_on < date('now', '-7 days')
        ORDER BY reference LIMIT ?1";
    let mut statement = connection.prepare(text).unwrap();
    statement.query_map([REVIEWS], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Every row that the reviews of these cases may touch.
fn rows_of(connection: &Connection, references: &[String]) -> Rows {
    let quoted: Vec<String> = references.iter().map(|reference| format!("'{reference}'")).collect();
    let cases = format!("SELECT id FROM case_record WHERE reference IN ({})", quoted.join(", "));
    let last = "SELECT max(sequence) - 200 FROM event";
    let mut found = Rows::new();
    for (table, key) in TABLES {
        let filter = match table {
            "case_record" => format!("id IN ({cases})"),
            "item" | "duty" => format!("case_id IN ({cases})"),
            "item_version" => format!("item_id IN (SELECT id FROM item WHERE case_id IN ({cases}))"),
            "event" | "event_payload" => format!("sequence > ({last})"),
            _ => "1".to_owned(),
        };
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} WHERE {filter} ORDER BY {key}")).unwrap();
        let width = statement.column_count();
        let read = |row: &rusqlite::Row<'_>| (0..width).map(|column| row.get(column)).collect::<Result<Row, _>>();
        found.insert(table, statement.query_map([], read).unwrap().map(Result::unwrap).collect());
    }
    found
}

/// What one write took away and what it put there.
struct Change {
    gone: Vec<(&'static str, Row)>,
    new: Vec<(&'static str, Row)>,
}

/// One for each review, in the order of the audit events. The tally is not told apart by case: it follows from the duties.
fn changes(before: &Rows, after: &Rows) -> Vec<Change> {
    let new = |table: &str| after[table].iter().filter(|row| !before[table].contains(row)).collect::<Vec<_>>();
    let differs = |these: &Rows, others: &Rows, table: &'static str, case: &Value| -> Vec<(&'static str, Row)> {
        let of_case = |row: &&Row| match table {
            "case_record" => &row[0] == case,
            "item" => &row[1] == case,
            "item_version" => after["item"].iter().any(|item| item[0] == row[1] && &item[1] == case),
            _ => &row[0] == case,
        };
        these[table].iter().filter(of_case).filter(|row| !others[table].contains(row)).map(|row| (table, row.clone())).collect()
    };
    let of_case = ["case_record", "item", "item_version", "duty"];
    new("event")
        .into_iter()
        .zip(new("event_payload"))
        .map(|(event, payload)| {
            let case = &payload[2];
            let mut change = Change {
                gone: of_case.iter().flat_map(|table| differs(before, after, table, case)).collect(),
                new: of_case.iter().flat_map(|table| differs(after, before, table, case)).collect(),
            };
            change.new.extend([("event", event.clone()), ("event_payload", payload.clone())]);
            change
        })
        .collect()
}

fn take_back(connection: &Connection, changes: &[Change]) {
    connection.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON").unwrap();
    for change in changes.iter().rev() {
        let back = Change { gone: change.new.iter().rev().cloned().collect(), new: change.gone.clone() };
        apply(connection, &back);
    }
    connection.execute_batch("COMMIT").unwrap();
}

/// A row that is there before and after, under one key, is updated; others are deleted and inserted.
fn apply(connection: &Connection, change: &Change) {
    let same_key = |one: &(&str, Row), other: &(&str, Row)| one.0 == other.0 && key(one.0, &one.1) == key(other.0, &other.1);
    for gone in &change.gone {
        let (table, row) = gone;
        if !change.new.iter().any(|new| same_key(gone, new)) {
            let filter: Vec<String> = key_columns(table).zip(1..).map(|(name, n)| format!("{name} = ?{n}")).collect();
            let mut statement =
                connection.prepare_cached(&format!("DELETE FROM {table} WHERE {}", filter.join(" AND "))).unwrap();
            statement.execute(rusqlite::params_from_iter(key(table, row))).unwrap();
        }
        if *table == "duty" {
            tally(
                connection,
                row,
                "UPDATE duty_tally SET duties = duties - 1 WHERE rule = ?1 AND level_rank = ?2 AND due_on = ?3",
            );
            tally(connection, row, "DELETE FROM duty_tally WHERE rule = ?1 AND level_rank = ?2 AND due_on = ?3 AND duties = 0");
        }
    }
    for new in &change.new {
        let (table, row) = new;
        if change.gone.iter().any(|gone| same_key(gone, new)) {
            let sets: Vec<String> =
                columns(connection, table).iter().zip(1..).map(|(name, n)| format!("{name} = ?{n}")).collect();
            let filter: Vec<String> = key_columns(table).zip(1..).map(|(name, n)| format!("{name} = ?{n}")).collect();
            let text = format!("UPDATE {table} SET {} WHERE {}", sets.join(", "), filter.join(" AND "));
            connection.prepare_cached(&text).unwrap().execute(rusqlite::params_from_iter(row)).unwrap();
        } else {
            let marks: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
            let mut statement = connection.prepare_cached(&format!("INSERT INTO {table} VALUES ({})", marks.join(", "))).unwrap();
            statement.execute(rusqlite::params_from_iter(row)).unwrap();
        }
        if *table == "duty" {
            tally(connection, row, "INSERT INTO duty_tally VALUES (?1, ?2, ?3, 1) ON CONFLICT DO UPDATE SET duties = duties + 1");
        }
    }
}

/// Counts a duty that is owed, under its rule and under all.
fn tally(connection: &Connection, duty: &Row, text: &str) {
    const RULE: usize = 2;
    const DUE_ON: usize = 6;
    const UNTIL_ON: usize = 8;
    const LEVEL_RANK: usize = 9;
    if duty[UNTIL_ON] != Value::Text("9999-12-31".to_owned()) {
        return;
    }
    let mut statement = connection.prepare_cached(text).unwrap();
    for rule in [duty[RULE].clone(), Value::Text(String::new())] {
        statement.execute([&rule, &duty[LEVEL_RANK], &duty[DUE_ON]]).unwrap();
    }
}

fn key_columns(table: &str) -> impl Iterator<Item = &'static str> {
    TABLES.iter().find(|(name, _)| *name == table).unwrap().1.split(", ")
}

/// Keys are the first columns of their tables.
fn key(table: &str, row: &Row) -> Vec<Value> {
    row[..key_columns(table).count()].to_vec()
}

fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let statement = connection.prepare_cached(&format!("SELECT * FROM {table} LIMIT 0")).unwrap();
    statement.column_names().map(str::to_owned).collect()
}
