//! A summary with something of everything: narrow and wide tables, every kind of cell, hidden numbers, charts, a recipient.

use std::collections::BTreeMap;

use caseward_domain::calendar::Calendar;
use caseward_domain::level::RiskLevel;
use caseward_domain::policy::{Clocks, LevelRule, Policy, PolicyHistory};
use caseward_report::summary::{Cell, Profile, Summary, Table, TableRow};
use caseward_report::{Lists, Meta, Period, SummaryFold, charts};

pub fn count(value: u64) -> Cell {
    Cell::Count { value }
}

fn row(label: &str, cells: Vec<Cell>) -> TableRow {
    TableRow { label: label.to_owned(), total: false, cells }
}

fn total(cells: Vec<Cell>) -> TableRow {
    TableRow { label: "In all".to_owned(), total: true, cells }
}

pub fn table(id: &str, title: &str, columns: &[&str], rows: Vec<TableRow>) -> Table {
    Table {
        id: id.to_owned(),
        title: title.to_owned(),
        finding: format!("{title}: this is what was found."),
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
        rows,
        notes: vec!["A note on what is not recorded.".to_owned(), "Another.".to_owned()],
    }
}

fn hidden_or(values: &[u64]) -> Vec<Cell> {
    values.iter().map(|&value| if (1..=5).contains(&value) { Cell::Hidden } else { count(value) }).collect()
}

pub fn summary() -> Summary {
    let cases = table(
        "cases",
        "Cases by level of risk",
        &["Level", "Open at the start", "Opened", "Closed", "Open at the end", "In time (per cent)", "Longest (days)"],
        vec![
            row(
                "High",
                vec![
                    count(12),
                    count(7),
                    Cell::Hidden,
                    count(1_204),
                    Cell::Percent { value: Some(66.7) },
                    Cell::Days { value: Some(41.0) },
                ],
            ),
            row(
                "Not recorded",
                vec![Cell::Hidden, count(0), count(8), count(6), Cell::Percent { value: None }, Cell::Days { value: Some(2.5) }],
            ),
            total(vec![count(20), count(7), count(10), count(1_210), Cell::Blank, Cell::Days { value: None }]),
        ],
    );
    let causes = table(
        "causes",
        "Why things were late",
        &["Cause", "Times"],
        vec![row("Competing priorities", vec![count(8)]), row("Not known", vec![Cell::Hidden])],
    );
    let plan_columns = [
        "Theme",
        "Actions",
        "Not started",
        "On track",
        "At risk",
        "Off track",
        "Complete",
        "Effect confirmed",
        "Late",
        "Longest (days late)",
    ];
    let plan = table(
        "action-plan",
        "Progress of the action plan by theme",
        &plan_columns,
        vec![
            row("Prevent", hidden_or(&[40, 9, 8, 2, 0, 12, 9, 10, 93])),
            row("Protect & support", hidden_or(&[31, 0, 7, 6, 6, 12, 0, 1, 30])),
            total(hidden_or(&[71, 9, 15, 8, 6, 24, 9, 11, 93])),
        ],
    );
    let tables = vec![cases, causes, plan];
    let to = "2026-09-30".parse().unwrap();
    Summary {
        title: "Progress summary of the register of child sexual exploitation cases, 1 July 2026 to 30 September 2026".to_owned(),
        authority: "Fenmoor Council".to_owned(),
        profile: Profile::Partners,
        marking: Profile::Partners.marking().to_owned(),
        from: "2026-07-01".parse().unwrap(),
        to,
        made_at: "2026-10-05T09:30:07Z".parse().unwrap(),
        audit_head: "5f3c".repeat(16),
        recipient: Some("Fenmoor Safeguarding Board".to_owned()),
        method: vec![
            "This summary is worked out from every case of the register.".to_owned(),
            "[z] means that a number does not apply.".to_owned(),
        ],
        suppression: vec!["Numbers from 1 to 5 are hidden and shown as [c].".to_owned()],
        charts: charts(&tables, to),
        tables,
    }
}

/// The sample with a text put in every place that holds one.
pub fn with_everywhere(odd: &str) -> Summary {
    let mut summary = summary();
    for text in [&mut summary.title, &mut summary.authority, &mut summary.marking, &mut summary.audit_head] {
        *text = odd.to_owned();
    }
    summary.recipient = Some(odd.to_owned());
    summary.method = vec![odd.to_owned()];
    summary.suppression = vec![odd.to_owned()];
    for table in &mut summary.tables {
        (table.title, table.finding) = (format!("{odd} {}", table.id), odd.to_owned());
        table.notes = vec![odd.to_owned()];
        table.columns.iter_mut().for_each(|column| *column = format!("{odd} {column}"));
        table.rows.iter_mut().for_each(|row| row.label = format!("{odd} {}", row.label));
    }
    summary.charts = charts(&summary.tables, summary.to);
    summary
}

/// The summary of a register without a case: every table and chart of the menu, with its own headings and notes.
pub fn of_an_empty_register() -> Summary {
    let level = |level: &str, review_every_days| LevelRule {
        level: RiskLevel::parse(level).unwrap(),
        review_every_days,
        ceiling_months: 3,
        critical_after_days: 14,
    };
    let clocks = Clocks {
        assessment_authorised: 45,
        plan_in_place: 10,
        sign_off_decided: 5,
        review_signed: 5,
        change_resubmitted: 5,
        return_interview_hours: 72,
        plan_update_days: 28,
        due_soon_days: 14,
    };
    let levels = vec![level("high", 28), level("medium", 42), level("low", 84)];
    let policy = Policy { effective_from: "2026-01-01".parse().unwrap(), levels, clocks, floors: Vec::new() };
    let policies = PolicyHistory::new(vec![policy]).unwrap();
    let period = Period { from: "2026-07-01".parse().unwrap(), to: "2026-09-30".parse().unwrap() };
    let made_at = "2026-10-05T09:30:07Z".parse().unwrap();
    let meta = Meta { authority: "Fenmoor Council".to_owned(), made_at, audit_head: "5f3c".repeat(16), recipient: None };
    let calendar = Calendar { known_from: period.from, known_to: period.to, bank_holidays: BTreeMap::new() };
    SummaryFold::new(period, &policies, &calendar, &Lists::default()).finish().internal(meta)
}
