//! The CSV against what its metadata says of it: read as a stranger would, who knows CSV on the Web and nothing of Caseward.

use std::collections::BTreeSet;

use serde_json::Value;

use super::register::small_register;
use crate::summary::{Cell, Summary};
use crate::{csv, csv_metadata, file_stem};

/// Whether a field is what its column says: its datatype, its format, and whether it may be empty.
fn check_field(field: &str, column: &Value) {
    let name = column["name"].as_str().unwrap();
    let nulls: Vec<&str> =
        column["null"].as_array().map_or(vec![""], |nulls| nulls.iter().map(|null| null.as_str().unwrap()).collect());
    if nulls.contains(&field) {
        assert!(!column["required"].as_bool().unwrap_or(false), "{name} is required");
        return;
    }
    match &column["datatype"] {
        Value::String(datatype) if datatype == "decimal" => {
            assert!(field.parse::<f64>().is_ok_and(f64::is_finite) && !field.contains(['e', 'E']), "{name}: {field}");
        }
        Value::String(datatype) => assert_eq!(datatype, "string"),
        derived => {
            assert_eq!(derived["base"], "string");
            assert!(derived["format"].as_str().unwrap().split('|').any(|allowed| allowed == field), "{name}: {field}");
        }
    }
}

fn check(summary: &Summary) {
    let metadata: Value = serde_json::from_slice(&csv_metadata(summary).unwrap()).unwrap();
    assert_eq!(metadata["@context"][0], "http://www.w3.org/ns/csvw");
    assert_eq!(metadata["url"], format!("{}.csv", file_stem(summary)));
    assert_eq!(metadata["dc:accessRights"], summary.marking);
    assert!(metadata["dc:provenance"].as_str().unwrap().contains(&summary.audit_head));
    assert_eq!(metadata["notes"].as_array().unwrap().len(), summary.method.len() + summary.suppression.len());
    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let bytes = csv(summary).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
    let titles: Vec<&str> = columns.iter().map(|column| column["titles"].as_str().unwrap()).collect();
    assert_eq!(reader.headers().unwrap(), titles);
    let key: Vec<usize> = metadata["tableSchema"]["primaryKey"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| columns.iter().position(|column| column["name"] == *name).unwrap())
        .collect();
    let mut keys = BTreeSet::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        assert_eq!(row.len(), columns.len());
        row.iter().zip(columns).for_each(|(field, column)| check_field(field, column));
        assert!(keys.insert(key.iter().map(|&place| row[place].to_owned()).collect::<Vec<_>>()), "twice: {row:?}");
        let is_share = [&row[2], &row[3]].iter().any(|heading| heading.ends_with("(per cent)"));
        assert_eq!(&row[5] == "per cent", is_share, "what is hidden has its unit too: {row:?}");
        // A row holds a number or a text.
        assert_ne!(row[4].is_empty(), row[6].is_empty(), "{row:?}");
        rows += 1;
    }
    assert!(rows > 200, "{rows}");
}

#[test]
fn the_csv_is_what_its_metadata_says() {
    check(&small_register());
}

#[test]
fn hidden_numbers_are_what_the_metadata_says_too() {
    let mut summary = small_register();
    for cell in summary.tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        *cell = Cell::Hidden;
    }
    summary.recipient = Some("Fenmoor Safeguarding Board".to_owned());
    summary.suppression = vec!["[c] is confidential.".to_owned()];
    check(&summary);
}
