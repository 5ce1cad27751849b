//! A summary as the values that the layout reads.

use caseward_report::about::{HOW_IT_WAS_MADE, WHAT_IS_HIDDEN, about};
use caseward_report::summary::{Chart, Summary, Table, TableRow};
use typst::foundations::{Array, Dict, IntoValue, Value};

use crate::letters::{MISSING, SAID_OF_MISSING, settable};

/// What the layout finds as `sys.inputs`.
pub fn inputs(summary: &Summary) -> Dict {
    let parts = summary.tables.iter().map(|table| part(table, &summary.charts));
    let facts = about(summary).into_iter().map(|fact| list([text(fact.name), text(&fact.value.say())]));
    let mut given = vec![
        ("title", text(&summary.title)),
        ("marking", text(&summary.marking)),
        ("authority", text(&summary.authority)),
        ("period", text(&format!("{} to {}", summary.from, summary.to))),
        ("profile", text(summary.profile.say())),
        ("facts", list(facts)),
        ("parts", list(parts)),
        ("suppression_title", text(WHAT_IS_HIDDEN)),
        ("suppression", texts(&summary.suppression)),
        ("method_title", text(HOW_IT_WAS_MADE)),
    ];
    let mut method = summary.method.clone();
    if given.iter().any(|(_, value)| holds_missing(value)) {
        method.push(SAID_OF_MISSING.to_owned());
    }
    given.push(("method", texts(&method)));
    record(given)
}

fn part(table: &Table, charts: &[Chart]) -> Value {
    let charts = charts.iter().filter(|chart| chart.table == table.id).map(|chart| {
        record([
            ("title", text(&chart.title)),
            ("finding", text(&chart.finding)),
            ("description", text(&chart.description)),
            ("svg", text(&chart.svg)),
        ])
        .into_value()
    });
    record([
        ("title", text(&table.title)),
        ("finding", text(&table.finding)),
        ("charts", list(charts)),
        ("columns", texts(&table.columns)),
        ("rows", list(table.rows.iter().map(row))),
        ("notes", texts(&table.notes)),
    ])
    .into_value()
}

fn row(row: &TableRow) -> Value {
    let cells = row.cells.iter().map(|cell| text(&cell.say()));
    record([("label", text(&row.label)), ("total", row.total.into_value()), ("cells", list(cells))]).into_value()
}

fn text(text: &str) -> Value {
    settable(text).as_ref().into_value()
}

fn texts(all: &[String]) -> Value {
    list(all.iter().map(|one| text(one)))
}

fn list(values: impl IntoIterator<Item = Value>) -> Value {
    values.into_iter().collect::<Array>().into_value()
}

fn record<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Dict {
    fields.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

fn holds_missing(value: &Value) -> bool {
    match value {
        Value::Str(text) => text.as_str().contains(MISSING),
        Value::Array(values) => values.iter().any(holds_missing),
        Value::Dict(values) => values.iter().any(|(_, value)| holds_missing(value)),
        _ => false,
    }
}
