//! `cases`: lists cases by search and filters.

use caseward_casework::ListCases;
use caseward_casework::terminal::{CaseLine, all_cases};
use serde_json::json;

use crate::failure::Failure;
use crate::say::{day, table};
use crate::terminal::{Terminal, request};

#[derive(clap::Args)]
pub struct Cases {
    /// Part of a reference
    #[arg(long, default_value = "")]
    search: String,
    /// open, closed or all
    #[arg(long, default_value = "all", value_parser = ["open", "closed", "all"])]
    status: String,
    /// Only cases at this level of risk
    #[arg(long)]
    level: Option<String>,
    /// Only cases of this team
    #[arg(long)]
    team: Option<String>,
    /// At most this many; without it, all
    #[arg(long)]
    limit: Option<u32>,
}

pub fn run(given: Cases, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let asked: ListCases = request(json!({
        "search": given.search, "status": given.status, "level": given.level, "team": given.team,
    }))?;
    let cases = all_cases(&mut desk, &asked, given.limit)?;
    if terminal.say.json || cases.is_empty() {
        return terminal.say.list(&cases, |_| String::new(), "No case matches.");
    }
    let head = ["Case", "Opened", "Level", "Team", "Reviews", "Last review", "Next review"];
    terminal.say.line(table(head, cases.iter().map(plain).collect()))
}

fn plain(case: &CaseLine) -> [String; 7] {
    [
        case.reference.to_string(),
        day(Some(case.opened_on), ""),
        case.level.as_ref().map_or("none".to_owned(), |level| level.as_str().to_owned()),
        case.team.clone().unwrap_or_else(|| "none".to_owned()),
        case.reviews.len().to_string(),
        day(case.last_review_on, "never"),
        day(case.next_review_on, "none"),
    ]
}
