//! What the columns of the CSV hold, as CSV on the Web tells it to machines: W3C, *Metadata Vocabulary for Tabular Data*, 17 December
//! 2015. One JSON file beside the CSV, under the name at which a reader of CSVW looks for it.

use serde_json::{Value, json};

use crate::error::ReportError;
use crate::file_stem;
use crate::show::{CONFIDENTIAL, NOT_APPLICABLE};
use crate::summary::Summary;

/// What `unit` may say of a row with a number, and of a row with text.
const UNITS: &str = "count|per cent|days|none|text|date|datetime";

/// The bytes of `….csv-metadata.json`.
pub fn csv_metadata(summary: &Summary) -> Result<Vec<u8>, ReportError> {
    let mut bytes = serde_json::to_vec_pretty(&metadata(summary))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn metadata(summary: &Summary) -> Value {
    let mut notes: Vec<Value> = Vec::new();
    let mut note = |kind: &str, texts: &[String]| {
        notes.extend(texts.iter().map(|text| json!({ "dc:type": kind, "dc:description": text })));
    };
    note("method", &summary.method);
    note("suppression rule", &summary.suppression);
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en-GB" }],
        "url": format!("{}.csv", file_stem(summary)),
        "dc:title": summary.title,
        "dc:language": "en-GB",
        "dc:publisher": summary.authority,
        "dc:audience": summary.recipient.as_deref().unwrap_or("Not named"),
        "dc:description": summary.profile.say(),
        "dc:accessRights": summary.marking,
        "dc:created": summary.made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "dc:temporal": format!("{}/{}", summary.from, summary.to),
        "dc:provenance": format!("Audit head {}", summary.audit_head),
        "dialect": { "encoding": "utf-8", "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true, "headerRowCount": 1, "lineTerminators": ["\r\n"] },
        "notes": notes,
        "tableSchema": {
            "columns": [
                text("table_id", "The name of the table, in letters and hyphens. “about” holds what is said of the summary as a whole."),
                text("table", "The title of the table."),
                text("row", "The label of the row. With table_id and column it is found once only."),
                text("column", "The heading of the column; “Text” for a row that holds text."),
                {
                    "name": "value",
                    "titles": "value",
                    "datatype": "decimal",
                    "null": [CONFIDENTIAL, NOT_APPLICABLE, ""],
                    "dc:description": format!("The number. A per cent is given as 66.7 for 66.7%, worked out from numbers that are shown. {CONFIDENTIAL} stands for a number that is hidden so that nobody can be told from it, {NOT_APPLICABLE} for one that does not apply or that there is nothing to work out from; neither is nought. Empty in a row that holds text."),
                },
                {
                    "name": "unit",
                    "titles": "unit",
                    "datatype": { "base": "string", "format": UNITS },
                    "required": true,
                    "dc:description": "What the value counts, or would count where it is hidden: count, per cent or days; none where nothing applies. Or what the text is: text, date or datetime.",
                },
                {
                    "name": "text",
                    "titles": "text",
                    "datatype": "string",
                    "dc:description": "A sentence of the finding, a note, or what is said of the summary as a whole. An apostrophe before =, +, - or @ keeps a spreadsheet from reading the text as a formula. Empty in a row that holds a number.",
                },
            ],
            "primaryKey": ["table_id", "row", "column"],
        },
    })
}

fn text(name: &str, description: &str) -> Value {
    json!({ "name": name, "titles": name, "datatype": "string", "required": true, "dc:description": description })
}
