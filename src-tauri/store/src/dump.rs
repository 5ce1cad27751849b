//! `export-all` and `import-all`: every table as JSON lines, so that an authority can always leave, and the next store
//! can always be filled. Bytes are hexadecimal text.

use std::io::{BufRead, Write};

use caseward_domain::item::hex;
use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json};

use crate::error::StoreError;
use crate::progress::Progress;
use crate::records::Records;

/// Tables in an order in which each may point only at those before it.
const TABLES: &[&str] = &[
    "register",
    "team",
    "person",
    "person_role",
    "person_key",
    "deputy",
    "code",
    "policy",
    "bank_holiday",
    "recipient",
    "instrument",
    "requirement",
    "case_record",
    "worker_change",
    "review_date",
    "earlier_period",
    "snooze",
    "lateness",
    "item",
    "item_version",
    "submission",
    "sign_off",
    "returned_work",
    "plan_update",
    "episode",
    "draft",
    "saved_filter",
    "meeting",
    "meeting_case",
    "meeting_decision_before",
    "sample",
    "sample_case",
    "sample_finding",
    "objective",
    "action",
    "action_requirement",
    "action_change",
    "action_update",
    "disclosure_profile",
    "pack",
    "release",
    "sharing",
    "event",
    "event_payload",
];

/// What follows from the record is worked out again and never brought in; exports of the first version hold some of it.
const DERIVED: &[&str] = &["duty", "duty_tally"];

/// The first line of every export.
const FORMAT: &str = "caseward-export-1";

impl Records<'_> {
    /// Writes every row of every table, one JSON object a line.
    pub fn export_all(&self, out: &mut dyn Write) -> Result<u64, StoreError> {
        let mut lines = 0;
        writeln!(out, "{}", serde_json::json!({ "format": FORMAT }))?;
        for table in TABLES {
            let mut statement = self.connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))?;
            let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let mut record = Map::new();
                record.insert("table".to_owned(), Json::from(*table));
                for (place, column) in columns.iter().enumerate() {
                    record.insert(column.clone(), to_json(row.get_ref(place)?));
                }
                writeln!(out, "{}", Json::Object(record))?;
                lines += 1;
            }
        }
        Ok(lines)
    }

    /// Fills an empty register from an export. Any line that does not read, and any event that does not hold, refuses it.
    pub fn import_all(&self, input: &mut dyn BufRead) -> Result<u64, StoreError> {
        let mut lines = input.lines().enumerate();
        let first = lines.next().and_then(|(_, line)| line.ok()).unwrap_or_default();
        if serde_json::from_str::<Json>(&first).ok().and_then(|l| l.get("format").cloned()) != Some(Json::from(FORMAT)) {
            return Err(StoreError::Dump { line: 1 });
        }
        let mut brought_in = 0;
        for (place, line) in lines {
            let wrong = || StoreError::Dump { line: place + 1 };
            let Ok(Json::Object(record)) = serde_json::from_str(&line?) else { return Err(wrong()) };
            self.insert_record(record).ok_or_else(wrong)?;
            brought_in += 1;
        }
        match crate::audit::first_bad_event(self.connection, &Progress::default())? {
            Some(sequence) => Err(StoreError::DumpChain { sequence }),
            None => Ok(brought_in),
        }
    }

    /// Takes every row away, before an export fills the tables. Only for a register that has no cases.
    pub fn empty_everything(&self) -> Result<(), StoreError> {
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for table in DERIVED.iter().chain(TABLES.iter().rev()) {
            self.connection.execute(&format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }

    fn insert_record(&self, mut record: Map<String, Json>) -> Option<()> {
        let table = record.remove("table")?;
        if DERIVED.iter().any(|derived| Some(*derived) == table.as_str()) {
            return Some(());
        }
        let table = match table.as_str() {
            Some("action_moved") => {
                record = moved_date(&record)?;
                "action_change"
            }
            other => TABLES.iter().find(|known| Some(**known) == other)?,
        };
        let known: Vec<String> = {
            let statement = self.connection.prepare_cached(&format!("SELECT * FROM {table} LIMIT 0")).ok()?;
            statement.column_names().map(str::to_owned).collect()
        };
        if record.keys().any(|column| !known.contains(column)) {
            return None;
        }
        let columns: Vec<&str> = record.keys().map(String::as_str).collect();
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
        let text = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), marks.join(", "));
        let values: Vec<Value> = record.values().map(from_json).collect::<Option<_>>()?;
        self.connection.prepare_cached(&text).ok()?.execute(rusqlite::params_from_iter(values)).ok()?;
        Some(())
    }
}

/// A due date that the first two versions kept when it was moved, as the change that it was.
fn moved_date(record: &Map<String, Json>) -> Option<Map<String, Json>> {
    let before = serde_json::json!({ "due_on": record.get("due_on")? }).to_string();
    let columns =
        [("action_id", record.get("action_id")?), ("changed_at", record.get("moved_at")?), ("before", &Json::from(before))];
    Some(columns.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect())
}

fn to_json(value: ValueRef<'_>) -> Json {
    match value {
        ValueRef::Null => Json::Null,
        ValueRef::Integer(number) => Json::from(number),
        ValueRef::Real(number) => Json::from(number),
        ValueRef::Text(text) => Json::from(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => serde_json::json!({ "hex": hex(bytes) }),
    }
}

fn from_json(value: &Json) -> Option<Value> {
    Some(match value {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Integer(number.as_i64()?),
        Json::String(text) => Value::Text(text.clone()),
        Json::Object(bytes) => Value::Blob(from_hex(bytes.get("hex")?.as_str()?)?),
        Json::Bool(_) | Json::Array(_) => return None,
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
