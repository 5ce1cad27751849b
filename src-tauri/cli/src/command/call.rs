//! `call`: asks any verb, with its request as JSON. What it prints is the verb's view.

use std::io::Read as _;

use caseward_casework::{call, verbs};
use clap::builder::PossibleValuesParser;

use crate::failure::Failure;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Call {
    /// The verb, such as list_flags
    #[arg(value_parser = PossibleValuesParser::new(verbs()), hide_possible_values = true)]
    verb: String,
    /// Its request as JSON, or - to read it from standard input
    request: String,
}

/// Verbs that are asked before anyone is signed in.
const BEFORE_SIGN_IN: [&str; 4] = ["register_status", "create_register", "sign_in", "recover_access"];

pub fn run(given: Call, terminal: &mut Terminal) -> Result<(), Failure> {
    let text = if given.request == "-" { read_all()? } else { given.request };
    let request =
        serde_json::from_str(&text).map_err(|error| Failure::WrongUsage(format!("The request is not JSON: {error}.")))?;
    let mut desk = match BEFORE_SIGN_IN.contains(&given.verb.as_str()) {
        true => terminal.desk()?,
        false => terminal.signed_in()?.0,
    };
    terminal.say.json(&call(&mut desk, &given.verb, request)?)
}

fn read_all() -> Result<String, Failure> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Failure::refused(format!("Standard input could not be read: {error}")))?;
    Ok(text)
}
