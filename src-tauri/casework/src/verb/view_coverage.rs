//! How far the action plan reflects a catalogue of guidance, as at any day: three counts, the names of what is uncovered, and a
//! grid of its lines against the actions.

use super::view_action_plan::requirement_view;
use crate::desk::Desk;
use crate::error::CommandError;
use crate::form::day_or_today;
use crate::view::RequirementView;
use caseward_domain::action_plan::{ActionState, Catalogue, Counts, Line, PlanAction, counts, coverage};
use caseward_domain::date::say_date;
use caseward_domain::id::ActionId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far the action plan reflects a catalogue of guidance, as at any day.
#[derive(Deserialize, TS)]
pub struct ViewCoverage {
    pub catalogue: Catalogue,
    /// Today where it is empty.
    #[serde(default)]
    pub as_at: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CoverageView {
    #[ts(type = "string")]
    pub as_at: NaiveDate,
    pub catalogue: Catalogue,
    pub name: String,
    /// Whether the catalogue still holds; empty where it does.
    pub standing: String,
    /// How many lines it has.
    pub total: u32,
    /// Lines that a live action with owner, date and measure answers.
    pub covered: u32,
    /// Lines with dated evidence that someone other than the owner has checked.
    pub evidenced: u32,
    /// Both.
    pub reflected: u32,
    /// The counts in a sentence.
    pub says: String,
    /// What the answer for this day rests on.
    pub rests_on: String,
    /// In the order of the catalogue.
    pub lines: Vec<CoverageLineView>,
    /// The columns of the grid: actions that name a line of this catalogue, in the order of the plan.
    pub actions: Vec<CoverageActionView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CoverageLineView {
    pub requirement: RequirementView,
    pub covered: bool,
    pub evidenced: bool,
    pub reflected: bool,
    /// Why it is not covered; empty where it is.
    pub why_not: String,
    /// Of the least advanced live action that names it; null: none does.
    pub state: Option<ActionState>,
    /// "Effect confirmed by sample … on …, checked by …"; empty: not yet.
    pub confirmed: String,
    pub answers: Vec<CoverageAnswerView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CoverageAnswerView {
    pub action: ActionId,
    pub covers: bool,
    pub evidenced: bool,
    /// What it lacks, such as "has no date".
    pub gaps: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CoverageActionView {
    pub id: ActionId,
    pub number: String,
    pub title: String,
}

pub fn view_coverage(desk: &mut Desk, request: ViewCoverage) -> Result<CoverageView, CommandError> {
    let session = desk.signed_in()?;
    let as_at = day_or_today("as_at", request.as_at.as_deref(), session.today())?;
    if as_at > session.today() {
        return Err(CommandError::invalid("as_at", "This date is in the future. Enter today or a day before it."));
    }
    let records = session.read();
    let all = records.requirements()?.into_iter().map(requirement_view).collect::<Result<Vec<_>, _>>()?;
    let requirements: Vec<RequirementView> = all.into_iter().filter(|line| line.catalogue == request.catalogue).collect();
    let actions = records.actions()?;
    let known: Vec<PlanAction> = actions.iter().map(|action| action.record.clone()).collect();
    let ids: Vec<String> = requirements.iter().map(|line| line.id.clone()).collect();
    let lines = coverage(&ids, &known, as_at);
    let Counts { lines: total, covered, evidenced, reflected } = counts(&lines);
    let named = |id: ActionId| lines.iter().flat_map(|line| &line.answers).any(|answer| answer.action == id);
    let columns = actions.iter().filter(|action| named(action.record.id)).map(|action| CoverageActionView {
        id: action.record.id,
        number: action.number.clone(),
        title: action.record.terms_on(as_at).title,
    });
    Ok(CoverageView {
        as_at,
        catalogue: request.catalogue,
        name: request.catalogue.say().to_owned(),
        standing: request.catalogue.standing().to_owned(),
        total,
        covered,
        evidenced,
        reflected,
        says: format!(
            "Of {total} lines, {covered} covered, {evidenced} evidenced and {reflected} reflected on {}.",
            say_date(as_at)
        ),
        rests_on: rests_on(&known),
        actions: columns.collect(),
        lines: requirements.into_iter().zip(lines).map(|(requirement, line)| line_view(requirement, line)).collect(),
    })
}

fn rests_on(actions: &[PlanAction]) -> String {
    let told = "This rests on what stood in the register at the end of that day; what was entered later does not count.";
    match actions.iter().filter(|action| action.entered_on.is_none()).count() {
        0 => told.to_owned(),
        1 => format!("{told} The day on which 1 action was entered was not kept; it counts from the beginning."),
        many => format!("{told} The days on which {many} actions were entered were not kept; they count from the beginning."),
    }
}

fn line_view(requirement: RequirementView, line: Line) -> CoverageLineView {
    CoverageLineView {
        covered: line.is_covered(),
        evidenced: line.is_evidenced(),
        reflected: line.is_reflected(),
        why_not: why_not(&line),
        state: line.state,
        confirmed: line.confirmed.map_or_else(String::new, |c| {
            format!("Effect confirmed by sample {} on {}, checked by {}", c.sample, say_date(c.on), c.checked_by)
        }),
        answers: line
            .answers
            .into_iter()
            .map(|answer| CoverageAnswerView {
                action: answer.action,
                covers: answer.gaps.is_empty(),
                evidenced: answer.is_evidenced,
                gaps: answer.gaps.into_iter().map(|gap| gap.say().to_owned()).collect(),
            })
            .collect(),
        requirement,
    }
}

fn why_not(line: &Line) -> String {
    match line.answers.as_slice() {
        _ if line.is_covered() => String::new(),
        [] => "No action answers it.".to_owned(),
        [only] => format!("Its action {}.", said(only)),
        several => {
            let all: Vec<String> = several.iter().map(said).collect();
            format!("Of its {} actions, one {}.", several.len(), all.join(", one "))
        }
    }
}

fn said(answer: &caseward_domain::action_plan::Answer) -> String {
    answer.gaps.iter().map(|gap| gap.say()).collect::<Vec<_>>().join(" and ")
}
