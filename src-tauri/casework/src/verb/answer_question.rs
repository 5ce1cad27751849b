//! Answers a usual question from the public, under the rules for the public, and keeps what was given.
//!
//! Requests under the Freedom of Information Act 2000 ask the same few things of every authority. Each is one table of the menu, so
//! that an answer agrees with every pack and is attacked together with them.

use super::view_summary::{SUMMARISERS, read_pack_period};
use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::form::Form;
use crate::packs::{self, Keeping};
use caseward_report::summary::{Profile, Summary};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Answers a usual question from the public, and keeps what was given.
#[derive(Deserialize, TS)]
pub struct AnswerQuestion {
    pub question: Question,
    /// Whole quarters. What is open is counted as at the last day.
    pub from: String,
    pub to: String,
    /// The authority’s own number of the request, such as `FOI 2026/118`. No name of whoever asked.
    #[serde(default)]
    pub request: String,
    /// Only looked at: nothing is given, and nothing kept.
    #[serde(default)]
    pub preview: bool,
}

/// The usual questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    CasesByYear,
    CasesByAgeAndSex,
    CasesByLevel,
    CasesByModel,
    PlansInPlace,
    AuditsMade,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswerView {
    /// `None` of a preview.
    pub pack_id: Option<Uuid>,
    pub answer: Summary,
}

impl Question {
    pub(crate) const ALL: [Question; 6] = [
        Question::CasesByYear,
        Question::CasesByAgeAndSex,
        Question::CasesByLevel,
        Question::CasesByModel,
        Question::PlansInPlace,
        Question::AuditsMade,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Question::CasesByYear => "cases_by_year",
            Question::CasesByAgeAndSex => "cases_by_age_and_sex",
            Question::CasesByLevel => "cases_by_level",
            Question::CasesByModel => "cases_by_model",
            Question::PlansInPlace => "plans_in_place",
            Question::AuditsMade => "audits_made",
        }
    }

    pub(crate) fn says(self) -> &'static str {
        match self {
            Question::CasesByYear => "How many cases of child sexual exploitation were opened in each year?",
            Question::CasesByAgeAndSex => "How many cases of child sexual exploitation are open, by age and sex?",
            Question::CasesByLevel => "How many cases of child sexual exploitation are open, by level of risk?",
            Question::CasesByModel => "How many cases of child sexual exploitation are open, by model of exploitation?",
            Question::PlansInPlace => "How many children with an open case have a plan in place?",
            Question::AuditsMade => "How many case files of child sexual exploitation were audited?",
        }
    }

    /// The table of the menu that answers it.
    fn table(self) -> &'static str {
        match self {
            Question::CasesByYear => "opened-by-year",
            Question::CasesByAgeAndSex => "open-by-age-and-sex",
            Question::CasesByLevel => "open-by-level",
            Question::CasesByModel => "open-by-model",
            Question::PlansInPlace => "open-by-plan",
            Question::AuditsMade => "audited",
        }
    }
}

pub fn answer_question(desk: &mut Desk, request: AnswerQuestion) -> Result<AnswerView, CommandError> {
    let session = desk.signed_in_as(SUMMARISERS)?;
    let period = read_pack_period(session, &request.from, &request.to, Profile::Public)?;
    let number = if request.preview { String::new() } else { request_number(session, &request.request)? };
    let counted = packs::count(session, period)?;
    if counted.is_empty() {
        return Err(CommandError::refused("The register has no case in this period. Choose another period."));
    }
    let shown = packs::answer(session, &counted, period, request.question.table(), request.question.says())?;
    if request.preview {
        return Ok(AnswerView { pack_id: None, answer: shown.summary });
    }
    let keeping = Keeping {
        op: "answer_question",
        profile: Profile::Public,
        recipient: String::new(),
        period,
        question: request.question.as_str().to_owned(),
        request: number,
    };
    let pack_id = packs::keep(session, &shown, keeping, Vec::new())?;
    Ok(AnswerView { pack_id: Some(pack_id), answer: shown.summary })
}

/// The number of a request, which holds nothing that says who asked or about whom.
fn request_number(session: &Session, typed: &str) -> Result<String, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let ask = "Enter the number under which the authority keeps the request, such as FOI 2026/118.";
    let number = form.needed_text("request", typed, ask);
    form.finish()?;
    Ok(number.map(|number| number.as_str().trim().to_owned()).unwrap_or_default())
}
