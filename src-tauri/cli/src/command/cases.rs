//! `cases`: lists cases by search and filters.

use caseward_casework::{CaseRow, ListCases, list_cases};
use serde_json::json;

use crate::failure::Failure;
use crate::say::{columns, day};
use crate::terminal::{Terminal, request};

/// How many rows are asked for at a time.
const PAGE: usize = 500;

#[derive(clap::Args)]
pub struct Cases {
    /// Part of a reference
    #[arg(long, default_value = "")]
    search: String,
    /// open, closed or all
    #[arg(long, default_value = "open", value_parser = ["open", "closed", "all"])]
    status: String,
    /// Only cases at this level of risk
    #[arg(long)]
    level: Option<String>,
    /// Only cases of this team
    #[arg(long)]
    team: Option<String>,
    /// At most this many; without it, all
    #[arg(long)]
    limit: Option<usize>,
}

pub fn run(given: Cases, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let most = given.limit.unwrap_or(usize::MAX);
    if !terminal.say.json {
        terminal.say.line(head())?;
    }
    let mut list = terminal.say.list::<CaseRow>();
    let mut said = 0;
    while said < most {
        let wanted = PAGE.min(most - said);
        let asked: ListCases = request(json!({
            "search": given.search, "status": given.status, "level": given.level, "team": given.team,
            "sort": "reference", "offset": said, "limit": wanted,
        }))?;
        let page = list_cases(&mut desk, asked)?;
        for row in &page.rows {
            list.row(row, plain)?;
        }
        said += page.rows.len();
        if page.rows.len() < wanted {
            break;
        }
    }
    list.end("No case matches.")
}

const WIDTHS: [usize; 8] = [12, 10, 10, 18, 7, 11, 11, 5];

fn head() -> String {
    let [reference, opened, level, team, reviews, last, next, flags] = WIDTHS;
    columns(&[
        (reference, "Case"),
        (opened, "Opened"),
        (level, "Level"),
        (team, "Team"),
        (reviews, "Reviews"),
        (last, "Last review"),
        (next, "Next review"),
        (flags, "Flags"),
    ])
}

fn plain(row: &CaseRow) -> String {
    let [reference, opened, level, team, reviews, last, next, flags] = WIDTHS;
    columns(&[
        (reference, row.reference.to_string().as_str()),
        (opened, &row.opened_on.to_string()),
        (level, row.level.as_ref().map_or("none", |level| level.as_str())),
        (team, row.team.as_deref().unwrap_or("none")),
        (reviews, &row.reviews.to_string()),
        (last, &day(row.last_review_on, "never")),
        (next, &day(row.next_review_on, "none")),
        (flags, &row.flags.to_string()),
    ])
}
