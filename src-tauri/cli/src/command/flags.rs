//! `flags`: what is late on a day, worst first, each with the sentence that says why.

use caseward_casework::FlagView;
use caseward_casework::terminal::all_flags;

use crate::failure::Failure;
use crate::say::{count, day};
use crate::terminal::Terminal;

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
    let flags = all_flags(&mut desk, given.as_at.as_deref(), given.rule.as_deref())?;
    terminal.say.list(flags.iter().take(given.limit.unwrap_or(usize::MAX)), plain, "Nothing is late.")
}

fn plain(flag: &FlagView) -> String {
    let level = flag.level.as_ref().map_or_else(|| "no level".to_owned(), |level| level.say());
    format!(
        "{}  {}  {}, due {}, {} late\n    {}",
        flag.reference,
        level,
        flag.says,
        day(flag.due_on, "on no known day"),
        count(flag.days_late, "day", "days"),
        flag.explanation
    )
}
