//! What may be typed after `caseward-cli`. Each command's own arguments stand in its file.

use std::path::PathBuf;

use clap::{Args, Parser};

use crate::command::Command;

#[derive(Parser)]
#[command(name = "caseward-cli", version, about = "Works at a Caseward register from a terminal.", after_help = AFTER)]
pub struct Arguments {
    #[command(flatten)]
    pub about: About,
    #[command(subcommand)]
    pub command: Command,
}

/// Which register, as whom, and how to answer. These may stand before or after the command.
#[derive(Args)]
pub struct About {
    /// The folder of the register
    #[arg(long, global = true, env = "CASEWARD_REGISTER", value_name = "DIR")]
    pub register: Option<PathBuf>,
    /// Who is asking: a name or an id. May be left out while one person only can sign in
    #[arg(long = "as", global = true, value_name = "PERSON")]
    pub person: Option<String>,
    /// A file whose first line is the passphrase; else CASEWARD_PASSPHRASE, else the terminal asks
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Answer in JSON, for other programs
    #[arg(long, global = true)]
    pub json: bool,
}

const AFTER: &str = "\
Dates are taken as 27 3 2026 or as 2026-03-27.
Ends with 0 when it is done, 1 when it was refused with a reason, 2 on wrong usage.";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_is_about_the_register_may_stand_before_or_after_the_command() {
        for given in ["caseward-cli --register /r --as Ann --json verify", "caseward-cli verify --register /r --as Ann --json"] {
            let read = Arguments::try_parse_from(given.split(' ')).unwrap_or_else(|error| error.exit());
            assert_eq!(
                (read.about.register, read.about.person.as_deref(), read.about.json),
                (Some("/r".into()), Some("Ann"), true)
            );
        }
    }
}
