//! The same verbs from a terminal. Ends with 0 when it is done, 1 when it was refused with a reason, 2 on wrong usage.

mod arguments;
mod command;
mod failure;
mod passphrase;
mod say;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let given = arguments::Arguments::parse();
    let json = given.about.json;
    let mut terminal = terminal::Terminal::new(given.about);
    match command::run(given.command, &mut terminal).and_then(|()| terminal.say.finish()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.end(json),
    }
}
