//! `flags`: what is late on a day, worst first, each with the sentence that says why.

use caseward_casework::{FlagView, ListFlags, list_flags};
use serde_json::json;

use crate::failure::Failure;
use crate::say::day;
use crate::terminal::{Terminal, request};

/// How many rows are asked for at a time.
const PAGE: usize = 500;

#[derive(clap::Args)]
pub struct Flags {
    /// The day to look at; without it, today
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// Only flags of this rule, such as never_reviewed
    #[arg(long)]
    rule: Option<String>,
    /// At most this many; without it, all
    #[arg(long)]
    limit: Option<usize>,
}

pub fn run(given: Flags, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let most = given.limit.unwrap_or(usize::MAX);
    let mut list = terminal.say.list::<FlagView>();
    let mut said = 0;
    while said < most {
        let wanted = PAGE.min(most - said);
        let asked: ListFlags = request(json!({"as_at": given.as_at, "rule": given.rule, "offset": said, "limit": wanted}))?;
        let page = list_flags(&mut desk, asked)?;
        for row in &page.rows {
            list.row(row, plain)?;
        }
        said += page.rows.len();
        if page.rows.len() < wanted {
            break;
        }
    }
    list.end("Nothing is late.")
}

fn plain(flag: &FlagView) -> String {
    let level = flag.level.as_ref().map_or_else(|| "no level".to_owned(), |level| level.say());
    let days = if flag.days_late == 1 { "day" } else { "days" };
    format!(
        "{}  {}  {}, due {}, {} {days} late\n    {}",
        flag.reference,
        level,
        flag.says,
        day(flag.due_on, "on no known day"),
        flag.days_late,
        flag.explanation
    )
}
