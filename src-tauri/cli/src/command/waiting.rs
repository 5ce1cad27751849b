//! `waiting`: what was sent for sign-off and is not yet decided, oldest first.

use caseward_casework::{ListWaiting, WaitingRow, list_waiting};

use crate::failure::Failure;
use crate::terminal::Terminal;

/// How many rows are asked for at a time.
const PAGE: u32 = 500;

#[derive(clap::Args)]
pub struct Waiting {}

pub fn run(_: Waiting, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let mut list = terminal.say.list::<WaitingRow>();
    let mut offset = 0;
    loop {
        let page = list_waiting(&mut desk, ListWaiting { offset, limit: Some(PAGE) })?;
        for row in &page.rows {
            list.row(row, plain)?;
        }
        offset += PAGE;
        if offset >= page.total {
            break;
        }
    }
    list.end("Nothing waits for a decision.")
}

fn plain(row: &WaitingRow) -> String {
    let late = if row.late { ", late" } else { "" };
    let why_not = row.why_not.as_ref().map(|why| format!("\n    {why}")).unwrap_or_default();
    format!(
        "{}  {} version {}, sent on {} by {}, waiting {} days{late}{why_not}",
        row.reference,
        row.kind.say(),
        row.number,
        row.submitted_on,
        row.submitted_by,
        row.days_waiting
    )
}
