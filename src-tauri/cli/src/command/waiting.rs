//! `waiting`: what was sent for sign-off and is not yet decided, oldest first.

use caseward_casework::WaitingRow;
use caseward_casework::terminal::all_waiting;

use crate::failure::Failure;
use crate::say::{count, day};
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Waiting {}

pub fn run(_: Waiting, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let waiting = all_waiting(&mut desk)?;
    terminal.say.list(&waiting, plain, "Nothing waits for a decision.")
}

fn plain(row: &WaitingRow) -> String {
    let late = if row.late { ", late" } else { "" };
    let why_not = row.why_not.as_ref().map(|why| format!("\n    {why}")).unwrap_or_default();
    format!(
        "{}  {} version {}, sent on {} by {}, waiting {}{late}{why_not}",
        row.reference,
        row.kind.say(),
        row.number,
        day(Some(row.submitted_on), ""),
        row.submitted_by,
        count(row.days_waiting, "day", "days")
    )
}
