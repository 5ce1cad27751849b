//! `coverage`: how far the action plan reflects a catalogue of guidance, as three counts and the names of what is uncovered.

use caseward_casework::{ViewCoverage, view_coverage};
use serde_json::json;

use crate::failure::Failure;
use crate::say::table;
use crate::terminal::{Terminal, request};

#[derive(clap::Args)]
pub struct Coverage {
    /// Which catalogue
    #[arg(long, default_value = "guidance_2009", value_parser = ["guidance_2009", "today", "recommendation_2014"])]
    catalogue: String,
    /// As at which day; today if left out
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
}

pub fn run(given: Coverage, terminal: &mut Terminal) -> Result<(), Failure> {
    let (mut desk, _) = terminal.signed_in()?;
    let asked: ViewCoverage = request(json!({ "catalogue": given.catalogue, "as_at": given.as_at }))?;
    let view = view_coverage(&mut desk, asked)?;
    if terminal.say.json {
        return terminal.say.json(&view);
    }
    let say = &mut terminal.say;
    say.line(&view.name)?;
    if !view.standing.is_empty() {
        say.line(&view.standing)?;
    }
    say.line(&view.says)?;
    say.line(&view.rests_on)?;
    let counts = [("Covered", view.covered), ("Evidenced", view.evidenced), ("Reflected", view.reflected), ("Lines", view.total)];
    let rows = counts.map(|(name, count)| [name.to_owned(), count.to_string()]).to_vec();
    say.line(format!("\n{}", table(["", "Lines"], rows)))?;
    let uncovered: Vec<[String; 3]> = view
        .lines
        .iter()
        .filter(|line| !line.covered)
        .map(|line| [line.requirement.id.clone(), line.why_not.clone(), line.requirement.text.clone()])
        .collect();
    match uncovered.is_empty() {
        true => say.line("\nEvery line is covered."),
        false => say.line(format!("\nUncovered:\n{}", table(["Line", "Why", "What it asks"], uncovered))),
    }
}
